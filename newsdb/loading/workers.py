"""Load batches of files in other processes, side by side and with bounded look-ahead.

A process that dies costs the file that killed it, and none outlives its loader.
"""

import gc
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
import uuid
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from sqlalchemy import URL, Engine

from newsdb.database.engine import describe_url, driver_errors, make_engine
from newsdb.errors import WrongParameter
from newsdb.extraction import extract_facts
from newsdb.loading.paths import SourcePath
from newsdb.loading.rejecting import found_in
from newsdb.loading.report import Rejection
from newsdb.loading.writer import Loaded, Outcome, Writer
from newsdb.reading import read_record

# Batches waiting for a process that is done, for each process; one that waits is a list of paths, or records of a file
# that holds several, and these within the bytes of a batch.
LOOK_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Task:
    """A batch to be loaded anywhere: nothing but what can be sent to another process."""

    url: URL
    run_id: uuid.UUID
    file_limit: int
    sources: tuple[SourcePath, ...]
    files: int
    """Files of the load that end in it."""


def load_task(task: Task) -> Outcome:
    """Load a batch on a connection of its own, in a process of somebody else's."""
    engine = make_engine(task.url)
    try:
        return _load(task, engine)
    finally:
        engine.dispose()


def load_kept(task: Task) -> Outcome:
    """Load a batch on the connection that this process keeps as long as it lives.

    A session that begins plans every statement and every foreign key anew: a tenth of the server's time.
    """
    return _load(task, _kept_engine(task.url))


_kept_engine = cache(make_engine)


def _load(task: Task, engine: Engine) -> Outcome:
    with driver_errors(describe_url(engine.url)), engine.connect() as connection:
        return Writer(connection, task.file_limit).load(task.run_id, task.sources)


class Workers:
    """Processes that load, or whatever the executor of the caller has; where one has died, others take their place."""

    def __init__(self, count: int, executor: Executor | None = None) -> None:
        self.count = count
        self.is_own = executor is None
        self.executor = executor or _Processes(count)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.is_own:
            self.executor.shutdown(cancel_futures=True)

    def load(self, tasks: Iterable[Task]) -> Iterator[Loaded]:
        """What became of each task, in their order but for those that a dead process leaves behind."""
        waiting: deque[tuple[Task, Future[Outcome]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, self.submit(_with_whole_paths(task))))
                if len(waiting) > self.count * LOOK_AHEAD:
                    yield from self.next_results(waiting)
            while waiting:
                yield from self.next_results(waiting)
        finally:
            for _, future in waiting:
                future.cancel()

    def submit(self, task: Task) -> Future[Outcome]:
        try:
            return self.executor.submit(load_kept if self.is_own else load_task, task)
        except BrokenExecutor as error:
            # Told with the tasks that it has left behind, so that none of them is loaded twice at once.
            broken: Future[Outcome] = Future()
            broken.set_exception(error)
            return broken
        except RuntimeError as error:
            raise _takes_no_work(error) from error

    def next_results(self, waiting: deque[tuple[Task, Future[Outcome]]]) -> Iterator[Loaded]:
        """The first result; where a process has died, all that there are, and then what is made of the others."""
        task, future = waiting[0]
        try:
            outcome = future.result()
        except BrokenExecutor:
            left_behind = []
            while waiting:
                task, future = waiting.popleft()
                if isinstance(future.exception(), BrokenExecutor):
                    left_behind.append(task)
                else:
                    yield Loaded(task.files, len(task.sources), future.result())
            yield self.recover(left_behind)
        except CancelledError as error:
            raise _takes_no_work(error) from error
        else:
            waiting.popleft()
            yield Loaded(task.files, len(task.sources), outcome)

    def recover(self, tasks: list[Task]) -> Loaded:
        """Load one after another what a dead process left behind, then go on with new processes."""
        if self.is_own:
            self.executor.shutdown()
        together = Outcome()
        for task in tasks:
            _add(together, _load_alone(task))
        self.executor = _Processes(self.count)
        self.is_own = True
        files, records = sum(task.files for task in tasks), sum(len(task.sources) for task in tasks)
        return Loaded(files, records, together, is_recovered=True)


def _takes_no_work(error: Exception) -> WrongParameter:
    what = f"it takes no work ({str(error) or 'it was shut down before it had done all'})"
    remedy = "load before it is shut down, or without one; what was written before stays"
    return WrongParameter(what, where="executor", remedy=remedy)


def _load_alone(task: Task) -> Outcome:
    """Load a batch in a process of its own; where that dies too, its halves, until the file that kills is found."""
    with _Processes(1) as alone:
        try:
            return alone.submit(load_kept, task).result()
        except BrokenExecutor as error:
            if len(task.sources) == 1:
                return Outcome(rejections=[_reject_killer(task.sources[0], error)])
    middle = len(task.sources) // 2
    outcome = Outcome()
    for half in (task.sources[:middle], task.sources[middle:]):
        _add(outcome, _load_alone(replace(task, sources=half)))
    return outcome


def _add(outcome: Outcome, other: Outcome) -> None:
    outcome.rejections += other.rejections
    outcome.rows.update(other.rows)


def _with_whole_paths(task: Task) -> Task:
    """The same task for a process that may work in another folder; what is refused is told by the path as given."""
    return replace(task, sources=tuple(map(_with_whole_path, task.sources)))


def _with_whole_path(source: SourcePath) -> SourcePath:
    return source if os.path.isabs(source.path) else replace(source, working_folder=os.getcwd())  # noqa: PTH109, PTH117


def _reject_killer(source: SourcePath, error: BrokenExecutor) -> Rejection:
    reason = "the process that read it died: no memory was left, or a library has a fault"
    remedy = "load it alone with more memory, or report it to newsdb's issue tracker"
    return found_in(source, Rejection(source.name, type(error).__name__, source.name, reason, remedy))


class _Processes(ProcessPoolExecutor):
    """Processes of our own, that are waited for at the end; whoever is interrupted while waiting ends them."""

    def __init__(self, count: int) -> None:
        # With fork, a script that calls load() needs no `if __name__ == "__main__"`; elsewhere it is not safe.
        method = "fork" if sys.platform == "linux" else "spawn"
        if method == "fork":
            _read_word_lists()
        context = multiprocessing.get_context(method)
        is_over, self._end = context.Pipe(duplex=False)
        super().__init__(count, mp_context=context, initializer=_follow_loader, initargs=(is_over,))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        try:
            super().shutdown(wait, cancel_futures=cancel_futures)
        except KeyboardInterrupt:
            # The executor would never get over it: the interpreter waits for its processes, and they for work.
            self._end.send_bytes(b"now")
            raise


@cache
def _read_word_lists() -> None:
    """Have in memory what reading and extraction keep there: forked processes share it, and start at once."""
    document = read_record("Le marché\n\nLe maire a déclaré hier que le marché ouvrira ses portes.\n".encode(), "words")
    extract_facts(document)


def _follow_loader(is_over: Connection) -> None:
    """End with the loader or when it says so, and leave it to the loader to be interrupted.

    What the loader had in memory is never garbage here, so that no collection looks through it again. A forked worker
    holds the loader's connection; were it to outlive a loader that was killed, so would its locks.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel, is_over), daemon=True).start()


def _end_with(sentinel: int, is_over: Connection) -> None:
    multiprocessing.connection.wait([sentinel, is_over])
    os._exit(1)
