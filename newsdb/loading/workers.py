"""Read files side by side in worker processes, in order and with bounded look-ahead; a load of few files needs none."""

import contextlib
import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor

from newsdb.loading.files import read_file
from newsdb.loading.paths import SourcePath
from newsdb.loading.report import Rejection
from newsdb.loading.rows import FileRows

# Starting a process and its imports takes as long as reading some dozens of articles.
FEW_FILES = 64
LOOK_AHEAD = 16

Reader = Callable[[Iterable[SourcePath]], Iterator[FileRows | Rejection]]


@contextlib.contextmanager
def open_reader(file_count: int, jobs: int | None) -> Iterator[Reader]:
    """A reader of files with `jobs` processes: all cores if None, and only this one for few files unless asked."""
    wanted = jobs if jobs is not None else (os.cpu_count() or 1 if file_count > FEW_FILES else 1)
    if wanted <= 1:
        yield lambda sources: map(read_file, sources)
        return
    # With fork, a script that calls load() needs no `if __name__ == "__main__"`; elsewhere it is not safe.
    method = "fork" if sys.platform == "linux" else "spawn"
    with ProcessPoolExecutor(wanted, mp_context=multiprocessing.get_context(method)) as executor:
        yield lambda sources: _read_ahead(executor, sources)


def _read_ahead(executor: Executor, sources: Iterable[SourcePath]) -> Iterator[FileRows | Rejection]:
    """Results in the order of the sources, with no more than LOOK_AHEAD files waiting in memory."""
    waiting: deque[Future[FileRows | Rejection]] = deque()
    for source in sources:
        waiting.append(executor.submit(read_file, source))
        if len(waiting) > LOOK_AHEAD:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
