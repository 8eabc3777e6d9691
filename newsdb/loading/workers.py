"""Read files side by side in worker processes, in order and with bounded look-ahead; a load of few files needs none.

A worker that dies costs the file that killed it, and no worker outlives its loader.
"""

import contextlib
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from newsdb.loading.files import read_file
from newsdb.loading.paths import SourcePath
from newsdb.loading.report import Rejection
from newsdb.loading.rows import FileRows, Namesakes

# Starting a process and its imports takes as long as reading some dozens of articles.
FEW_FILES = 64
LOOK_AHEAD = 16

Reader = Callable[[Iterable[SourcePath]], Iterator[FileRows | Rejection]]


@contextlib.contextmanager
def open_reader(file_count: int, jobs: int | None, namesakes: Namesakes) -> Iterator[Reader]:
    """A reader of files with `jobs` processes: all cores if None, and only this one for few files unless asked."""
    wanted = jobs if jobs is not None else (os.cpu_count() or 1 if file_count > FEW_FILES else 1)
    if wanted <= 1:
        yield lambda sources: (read_file(source, namesakes) for source in sources)
        return
    workers = _Workers(wanted, namesakes)
    try:
        yield workers.read_ahead
    finally:
        workers.executor.shutdown(cancel_futures=True)


class _Workers:
    """Processes that read; where one has died, others take the place of them all."""

    def __init__(self, count: int, namesakes: Namesakes) -> None:
        self.count = count
        self.namesakes = namesakes
        self.executor = _start(count)

    def read_ahead(self, sources: Iterable[SourcePath]) -> Iterator[FileRows | Rejection]:
        """Results in the order of the sources, with no more than LOOK_AHEAD files waiting in memory."""
        waiting: deque[tuple[SourcePath, Future[FileRows | Rejection]]] = deque()
        for source in sources:
            waiting.append((source, self.submit(source)))
            if len(waiting) > LOOK_AHEAD:
                yield self.result(*waiting.popleft())
        while waiting:
            yield self.result(*waiting.popleft())

    def submit(self, source: SourcePath) -> Future[FileRows | Rejection]:
        try:
            return self.executor.submit(read_file, source, self.namesakes)
        except BrokenProcessPool:
            self.executor.shutdown()
            self.executor = _start(self.count)
            return self.executor.submit(read_file, source, self.namesakes)

    def result(self, source: SourcePath, future: Future[FileRows | Rejection]) -> FileRows | Rejection:
        """What became of a file; where a worker has died, all that were waiting are read alone to find its killer."""
        try:
            return future.result()
        except BrokenProcessPool:
            pass
        with _start(1) as alone:
            try:
                return alone.submit(read_file, source, self.namesakes).result()
            except BrokenProcessPool as error:
                return _reject_killer(source, error)


def _reject_killer(source: SourcePath, error: BrokenProcessPool) -> Rejection:
    reason = "the process that read it died: no memory was left, or a library has a fault"
    remedy = "load it alone with more memory, or report it to newsdb's issue tracker"
    return Rejection(source.name, type(error).__name__, source.name, reason, remedy)


def _start(count: int) -> ProcessPoolExecutor:
    # With fork, a script that calls load() needs no `if __name__ == "__main__"`; elsewhere it is not safe.
    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context(method), initializer=_follow_loader)


def _follow_loader() -> None:
    """End with the loader, and leave it to the loader to be interrupted.

    A forked worker holds the loader's connection; were it to outlive a loader that was killed, so would its locks.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
