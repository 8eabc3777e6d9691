"""Run a load: find the files, have batches of their records loaded here or in other processes, keep the ledger."""

import contextlib
import os
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import chain, islice
from types import MappingProxyType

from sqlalchemy import Engine

from newsdb.database.engine import describe_url, driver_errors
from newsdb.database.migrations import require_current
from newsdb.errors import NoServer, WrongParameter
from newsdb.extraction import require_extractor
from newsdb.loading.ledger import close_run, open_run, read_counts, record_progress
from newsdb.loading.overlap import load_in_turn, load_overlapping
from newsdb.loading.paths import FILE_LIMIT, find_files
from newsdb.loading.plan import Batch, cut_batches
from newsdb.loading.records import Records
from newsdb.loading.rejecting import reject
from newsdb.loading.report import LoadReport, Progress, Rejection
from newsdb.loading.workers import Task, Workers
from newsdb.loading.writer import Loaded, Outcome, Writer
from newsdb.reading.containers.record import NO_COLUMNS

# Files and records looked up, read and committed together.
BATCH_FILES = 200
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
    file_limit: int | None = None,
    columns: Mapping[str, str] = NO_COLUMNS,
    on_progress: OnProgress | None = None,
) -> LoadReport:
    """Load files and folders; each file, and each record of one that holds several, is written whole or not at all.

    A second load writes nothing.

    `jobs` is the number of processes, each of which reads and loads batches of its own (None: all cores, once there is
    enough to do). With an `executor` they run there, `jobs` at a time, and connect by the URL of the engine. A dry run
    does all the work in one transaction, in this process, and rolls it back. A file or record of more than `file_limit`
    bytes (None: 16 MiB) is rejected. `columns` says of columns of tables which field they are.

    Raises WrongParameter, DatabaseError, and ModelError where NEWSDB_SPACY asks for a model that cannot be used; what
    is wrong with a file is a rejection of the report.
    """
    started = time.monotonic()
    require_extractor()
    sources, errors = find_files(paths)
    records = Records(sources, columns)
    processes = count_processes(records.expected(), jobs, executor)
    if dry_run:
        # Others would not see what this process has not committed.
        processes, executor = 1, None
    with driver_errors(describe_url(engine.url)), engine.connect() as connection:
        writer = Writer(connection, FILE_LIMIT if file_limit is None else file_limit, is_nested=dry_run)
        require_current(connection)
        connection.rollback()
        run = _Run(writer, records, processes, executor, on_progress, is_free=jobs is None)
        with _told_to_go_on(describe_url(engine.url)), _rolled_back(writer) if dry_run else contextlib.nullcontext():
            run.load_all([reject(error.where, error) for error in errors])
    return LoadReport(
        inserted=run.counts["inserted"],
        updated=run.counts["updated"],
        unchanged=run.counts["unchanged"],
        rejections=tuple(run.rejections),
        rows=MappingProxyType(dict(+run.rows)),
        is_dry_run=dry_run,
        seconds=time.monotonic() - started,
    )


def count_processes(record_count: int, jobs: int | None, executor: Executor | None) -> int:
    """How many batches are loaded side by side; 1 is this process alone, but with an executor; or WrongParameter."""
    if jobs is not None:
        if not isinstance(jobs, int) or jobs < 1:
            remedy = "give a number of processes from 1 on, or None for one a core"
            raise WrongParameter(f"{jobs!r} is no number of processes", where="jobs", remedy=remedy)
        return jobs
    return (os.cpu_count() or 1) if executor or record_count > FEW_FILES else 1


@contextlib.contextmanager
def _told_to_go_on(where: str) -> Iterator[None]:
    """Say of a server that went away during the load what is left to do; whoever connected has no URL to check."""
    try:
        with driver_errors(where):
            yield
    except NoServer as error:
        what = f"the connection to the server failed in the middle of the load ({error.what})"
        remedy = "do the same again once it answers: what was committed before stays, and it goes on from there"
        raise NoServer(what, where=error.where, remedy=remedy) from error


@contextlib.contextmanager
def _rolled_back(writer: Writer) -> Iterator[None]:
    with writer.connection.begin() as transaction:
        yield
        transaction.rollback()


class _Run:
    """One load; counts as it goes."""

    def __init__(
        self,
        writer: Writer,
        records: Records,
        processes: int,
        executor: Executor | None,
        on_progress: OnProgress | None,
        *,
        is_free: bool,
    ) -> None:
        """With `is_free` nobody has asked for that number of processes."""
        self.writer = writer
        self.records = records
        self.processes = processes
        self.executor = executor
        self.on_progress = on_progress
        self.is_free = is_free and executor is None
        self.rejections: list[Rejection] = []
        self.counts: Counter[str] = Counter()
        self.rows: Counter[str] = Counter()
        self.files_done = self.records_done = 0

    def load_all(self, missing: Sequence[Rejection]) -> None:
        """Load in batches, and write down what became of each as soon as it is known."""
        run_id = self.writer.in_transaction(open_run)
        self.record(run_id, missing)
        self.tell()
        for loaded in self.load_batches(run_id):
            self.take(run_id, loaded)
        self.writer.in_transaction(lambda cursor: close_run(cursor, run_id))

    def load_batches(self, run_id: uuid.UUID) -> Iterator[Loaded]:
        batches = self.cut(run_id)
        if self.processes > 1 or self.executor:
            # Nobody is asked for where there is nothing to do, and no other process for one batch.
            is_enough, batches = _has(batches, 2 if self.is_free else 1)
            if is_enough:
                yield from self.load_elsewhere(run_id, batches)
                return
        # Nothing is read while the last batch is written: alone, it is not worth a session of its own, which begins by
        # planning every statement anew.
        is_enough, batches = _has(batches, 2) if self.writer.may_go_beside else (False, batches)
        load_all = load_overlapping if is_enough else load_in_turn
        yield from load_all(self.writer, run_id, batches)

    def load_elsewhere(self, run_id: uuid.UUID, batches: Iterable[Batch]) -> Iterator[Loaded]:
        url, limit = self.writer.connection.engine.url, self.writer.file_limit
        with Workers(self.processes, self.executor) as workers:
            yield from workers.load(Task(url, run_id, limit, batch.sources, batch.files) for batch in batches)

    def cut(self, run_id: uuid.UUID) -> Iterator[Batch]:
        """The batches to be loaded, each when its turn comes; what is no part of them is written down first."""
        for batch in cut_batches(self.records, BATCH_FILES, self.processes, self.writer.unknown):
            if batch.sources:
                yield batch
            else:
                told = Outcome(unchanged=batch.unchanged, rejections=list(batch.rejections))
                self.take(run_id, Loaded(batch.files, batch.unchanged + len(batch.rejections), told))

    def take(self, run_id: uuid.UUID, loaded: Loaded) -> None:
        """Count what became of a batch."""
        outcome = loaded.outcome
        if loaded.is_recovered:
            # Its process may have died between committing it and saying so: the ledger knows.
            inserted, updated = self.writer.in_transaction(lambda cursor: read_counts(cursor, run_id))
            outcome.inserted = inserted - self.counts["inserted"]
            outcome.updated = updated - self.counts["updated"]
            outcome.unchanged = loaded.records - outcome.inserted - outcome.updated - len(outcome.rejections)
        self.counts.update(inserted=outcome.inserted, updated=outcome.updated, unchanged=outcome.unchanged)
        self.rows.update(outcome.rows)
        self.record(run_id, outcome.rejections, outcome.unchanged)
        self.files_done += loaded.files
        self.records_done += loaded.records
        self.tell()

    def tell(self) -> None:
        if self.on_progress:
            self.on_progress(Progress(self.files_done, len(self.records.sources), self.records_done))

    def record(self, run_id: uuid.UUID, rejections: Sequence[Rejection], unchanged: int = 0) -> None:
        known = len(self.rejections)
        self.rejections += rejections
        if unchanged or rejections:
            self.writer.in_transaction(
                lambda cursor: record_progress(cursor, run_id, rejections, known=known, unchanged=unchanged)
            )


def _has(batches: Iterator[Batch], count: int) -> tuple[bool, Iterator[Batch]]:
    """Whether there are so many, and all of them."""
    opening = list(islice(batches, count))
    return len(opening) == count, chain(opening, batches)
