"""Run a load: find the files, have batches of them loaded here or in other processes, and keep the ledger."""

import contextlib
import os
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from types import MappingProxyType

from sqlalchemy import Engine

from newsdb.database.engine import describe_url, driver_errors
from newsdb.database.migrations import require_current
from newsdb.extraction import require_extractor
from newsdb.loading.files import reject
from newsdb.loading.ledger import close_run, open_run, read_counts, record_progress
from newsdb.loading.paths import FILE_LIMIT, SourcePath, find_files
from newsdb.loading.plan import cut_batches
from newsdb.loading.report import LoadReport, Progress, Rejection
from newsdb.loading.workers import Loaded, Task, Workers
from newsdb.loading.writer import Writer

# Files looked up, read and committed together.
BATCH_FILES = 500
# Starting a process and its imports takes as long as reading some dozens of articles.
FEW_FILES = 64

OnProgress = Callable[[Progress], None]


def load(
    engine: Engine,
    paths: Iterable[str | os.PathLike[str]],
    *,
    jobs: int | None = None,
    executor: Executor | None = None,
    dry_run: bool = False,
    file_limit: int = FILE_LIMIT,
    on_progress: OnProgress | None = None,
) -> LoadReport:
    """Load files and folders; each file is written whole or not at all, and a second load writes nothing.

    `jobs` is the number of processes, each of which reads and loads batches of its own (None: all cores, once there is
    enough to do). With an `executor` they run there, `jobs` at a time, and connect by the URL of the engine. A dry run
    does all the work in one transaction, in this process, and rolls it back. A file of more than `file_limit` bytes is
    rejected. Raises DatabaseError, and ModelError where NEWSDB_SPACY asks for a model that cannot be used; what is
    wrong with a file is a rejection of the report.
    """
    started = time.monotonic()
    require_extractor()
    sources, errors = find_files(paths)
    processes = 1 if dry_run else count_processes(len(sources), jobs, executor)
    with driver_errors(describe_url(engine.url)), engine.connect() as connection:
        writer = Writer(connection, file_limit, is_nested=dry_run)
        require_current(connection)
        connection.rollback()
        run = _Run(writer, [reject(error.where, error) for error in errors])
        with _rolled_back(writer) if dry_run else contextlib.nullcontext():
            run.load_all(sources, processes, executor, on_progress)
    return LoadReport(
        inserted=run.counts["inserted"],
        updated=run.counts["updated"],
        unchanged=run.counts["unchanged"],
        rejections=tuple(run.rejections),
        rows=MappingProxyType(dict(+run.rows)),
        is_dry_run=dry_run,
        seconds=time.monotonic() - started,
    )


def count_processes(file_count: int, jobs: int | None, executor: Executor | None) -> int:
    """How many batches are loaded side by side; 1 is this process alone, but with an executor."""
    if jobs is not None:
        return max(jobs, 1)
    return (os.cpu_count() or 1) if executor or file_count > FEW_FILES else 1


@contextlib.contextmanager
def _rolled_back(writer: Writer) -> Iterator[None]:
    with writer.connection.begin() as transaction:
        yield
        transaction.rollback()


class _Run:
    """One load; counts as it goes."""

    def __init__(self, writer: Writer, rejections: list[Rejection]) -> None:
        self.writer = writer
        self.rejections = rejections
        self.counts: Counter[str] = Counter()
        self.rows: Counter[str] = Counter()

    def load_all(
        self, sources: Sequence[SourcePath], processes: int, executor: Executor | None, on_progress: OnProgress | None
    ) -> None:
        """Load in batches, and write down what became of each as soon as it is known."""
        run_id = self.writer.in_transaction(open_run)
        self.record(run_id, Loaded(0), self.rejections)
        done = 0
        if on_progress:
            on_progress(Progress(done, len(sources)))
        for loaded in self.load_batches(run_id, sources, processes, executor):
            self.take(run_id, loaded)
            done += loaded.files
            if on_progress:
                on_progress(Progress(done, len(sources)))
        self.writer.in_transaction(lambda cursor: close_run(cursor, run_id))

    def load_batches(
        self, run_id: uuid.UUID, sources: Sequence[SourcePath], processes: int, executor: Executor | None
    ) -> Iterator[Loaded]:
        batches = cut_batches(sources, BATCH_FILES, processes)
        if processes == 1 and executor is None:
            for batch in batches:
                yield Loaded(len(batch), self.writer.load(run_id, batch))
            return
        url, limit = self.writer.connection.engine.url, self.writer.file_limit
        with Workers(processes, executor) as workers:
            yield from workers.load(Task(url, run_id, limit, tuple(batch)) for batch in batches)

    def take(self, run_id: uuid.UUID, loaded: Loaded) -> None:
        """Count what became of a batch."""
        outcome = loaded.outcome
        known = len(self.rejections)
        self.rejections += outcome.rejections
        if loaded.is_recovered:
            # Its process may have died between committing it and saying so: the ledger knows.
            inserted, updated = self.writer.in_transaction(lambda cursor: read_counts(cursor, run_id))
            outcome.inserted = inserted - self.counts["inserted"]
            outcome.updated = updated - self.counts["updated"]
            outcome.unchanged = loaded.files - outcome.inserted - outcome.updated - len(outcome.rejections)
        self.counts.update(inserted=outcome.inserted, updated=outcome.updated, unchanged=outcome.unchanged)
        self.rows.update(outcome.rows)
        self.record(run_id, loaded, self.rejections[known:], known)

    def record(self, run_id: uuid.UUID, loaded: Loaded, rejections: Sequence[Rejection], known: int = 0) -> None:
        unchanged = loaded.outcome.unchanged
        if unchanged or rejections:
            self.writer.in_transaction(
                lambda cursor: record_progress(cursor, run_id, rejections, known=known, unchanged=unchanged)
            )
