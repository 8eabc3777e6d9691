"""Run a load: find the files, pass over the known ones, read the others, and own the transactions."""

import hashlib
import os
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

import psycopg
from sqlalchemy import Connection, Engine

from newsdb.database.engine import describe_url, driver_errors, is_retryable, sqlstate
from newsdb.database.migrations import require_current
from newsdb.errors import DatabaseError, InputError, PromiseBroken
from newsdb.extraction import EXTRACTOR, require_extractor
from newsdb.loading.batch import BatchResult, load_batch
from newsdb.loading.files import reject
from newsdb.loading.ledger import close_run, open_run, record_batch, record_rejections
from newsdb.loading.paths import SourcePath, find_files, read_bytes
from newsdb.loading.records import Records
from newsdb.loading.report import LoadReport, Progress, Rejection
from newsdb.loading.rows import FileRows, Namesakes, renamed_file, source_file_id
from newsdb.loading.workers import Reader, open_reader
from newsdb.reading.containers.record import NO_COLUMNS
from newsdb.resolution import read_judgements

# Files and records looked up, read and committed together.
BATCH_FILES = 500
TRIES = 5
# foreign_key_violation, unique_violation: where it is no fault of a file, another loader deleted or added a row
# between two statements, and the same transaction passes when it is run again.
RACED = frozenset({"23503", "23505"})
# program_limit_exceeded: more words than a search vector holds, a key longer than an index takes.
TOO_LARGE = "54"

Cursor = psycopg.Cursor[tuple[object, ...]]
OnProgress = Callable[[Progress], None]
Result = TypeVar("Result")


def load(
    engine: Engine,
    paths: Iterable[str | os.PathLike[str]],
    *,
    jobs: int | None = None,
    dry_run: bool = False,
    columns: Mapping[str, str] = NO_COLUMNS,
    on_progress: OnProgress | None = None,
) -> LoadReport:
    """Load files and folders; each file, and each record of one that holds several, is written whole or not at all.

    A second load writes nothing. `columns` says of columns of tables which field they are.

    `jobs` is the number of processes that read (None: all cores, once there is enough to read). A dry run does
    all the work and rolls it back. Raises DatabaseError, and ModelError where NEWSDB_SPACY asks for a model that cannot
    be used; what is wrong with a file is a rejection of the report.
    """
    started = time.monotonic()
    require_extractor()
    sources, errors = find_files(paths)
    with driver_errors(describe_url(engine.url)), engine.connect() as connection:
        # Whatever the caller's engine does otherwise: a batch is one transaction, and after each wait for another
        # loader the next statement sees what that one has committed.
        connection.execution_options(isolation_level="READ COMMITTED")
        require_current(connection)
        namesakes = read_namesakes(connection)
        connection.rollback()
        records = Records(sources, columns)
        with open_reader(records.expected(), jobs, namesakes) as reader:
            run = _Run(connection, reader, is_dry_run=dry_run)
            run.rejections.extend(reject(error.where, error) for error in errors)
            run.load_all(records, on_progress)
    return LoadReport(
        inserted=run.outcomes["inserted"],
        updated=run.outcomes["updated"],
        unchanged=run.outcomes["unchanged"],
        rejections=tuple(run.rejections),
        rows=MappingProxyType(dict(+run.rows)),
        is_dry_run=dry_run,
        seconds=time.monotonic() - started,
    )


class _Run:
    """One load on one connection; counts as it goes."""

    def __init__(self, connection: Connection, reader: Reader, *, is_dry_run: bool) -> None:
        self.connection = connection
        self.reader = reader
        self.is_dry_run = is_dry_run
        self.rejections: list[Rejection] = []
        self.rejections_recorded = 0
        self.outcomes: Counter[str] = Counter()
        self.rows: Counter[str] = Counter()

    def load_all(self, records: Records, on_progress: OnProgress | None) -> None:
        """Load in batches; a dry run in one transaction that is rolled back."""
        outer = self.connection.begin() if self.is_dry_run else None
        run_id = self.in_transaction(open_run)
        self.record_rejections(run_id)
        done = files_done = 0
        for batch in records.batches(BATCH_FILES):
            if on_progress:
                on_progress(Progress(files_done, len(records.sources), done))
            self.rejections.extend(found for found in batch if isinstance(found, Rejection))
            self.load_batch(run_id, [found for found in batch if isinstance(found, SourcePath)])
            self.record_rejections(run_id)
            done += len(batch)
            files_done = records.files_done
        self.in_transaction(lambda cursor: close_run(cursor, run_id))
        if on_progress:
            on_progress(Progress(len(records.sources), len(records.sources), done))
        if outer:
            outer.rollback()

    def load_batch(self, run_id: uuid.UUID, sources: Sequence[SourcePath]) -> None:
        """Pass over the known files by their hashes, read the others, and write what was read."""
        unread, renamed, unchanged = self.sort_out(sources)
        files = [*renamed]
        for result in self.reader(unread):
            if isinstance(result, Rejection):
                self.rejections.append(result)
            else:
                files.append(result)
        self.outcomes["unchanged"] += unchanged
        self.write(run_id, files, unchanged)

    def record_rejections(self, run_id: uuid.UUID) -> None:
        """Write down what was refused since the last time."""
        known = self.rejections_recorded
        if len(self.rejections) > known:
            self.in_transaction(lambda cursor: record_rejections(cursor, run_id, self.rejections, known=known))
            self.rejections_recorded = len(self.rejections)

    def sort_out(self, sources: Sequence[SourcePath]) -> tuple[list[SourcePath], list[FileRows], int]:
        """Which files must be read, which are known under another name, and how many are as they were."""
        hashed = [(source, sha256) for source, sha256 in self.hash_files(sources)]
        known = self.in_transaction(lambda cursor: known_names(cursor, [sha256 for _, sha256 in hashed]))
        unread, renamed, unchanged = [], [], 0
        for source, sha256 in hashed:
            names = known.get(source_file_id(sha256))
            if names is None:
                unread.append(source)
            elif source.name in names:
                unchanged += 1
            else:
                renamed.append(renamed_file(source.name, sha256, EXTRACTOR))
        return unread, renamed, unchanged

    def hash_files(self, sources: Sequence[SourcePath]) -> Iterator[tuple[SourcePath, bytes]]:
        for source in sources:
            try:
                content = read_bytes(source)
            except InputError as error:
                self.rejections.append(reject(source.name, error))
            else:
                yield source, hashlib.sha256(content).digest()

    def write(self, run_id: uuid.UUID, files: Sequence[FileRows], unchanged: int = 0) -> None:
        """Write files in one transaction; if the database refuses a row, one by one, so that only its file is lost."""

        def write_all(cursor: Cursor) -> BatchResult:
            result = load_batch(cursor, files)
            record_batch(
                cursor,
                run_id,
                inserted=result.inserted,
                updated=result.updated,
                unchanged=result.unchanged + unchanged,
            )
            return result

        try:
            result = self.in_transaction(write_all)
        except DatabaseError as error:
            if not is_refusal(error):
                raise
            if len(files) == 1 and not unchanged:
                self.rejections.append(reject(files[0].name, error))
                return
            self.write(run_id, [], unchanged)
            for file in files:
                self.write(run_id, [file])
            return
        self.outcomes.update(inserted=len(result.inserted), updated=len(result.updated), unchanged=result.unchanged)
        self.rows.update(result.rows)

    def in_transaction(self, work: Callable[[Cursor], Result]) -> Result:
        """Do the work and commit it; again from its start where two loaders were in each other's way."""
        for last_try in (*[False] * (TRIES - 1), True):
            try:
                transaction = self.connection.begin_nested if self.is_dry_run else self.connection.begin
                with driver_errors(describe_url(self.connection.engine.url)), transaction():
                    return work(self.connection.connection.cursor())  # type: ignore[arg-type]
            except DatabaseError as error:
                if last_try or not (is_retryable(error) or sqlstate(error) in RACED):
                    raise
        raise AssertionError("the last try returns or raises")


def is_refusal(error: DatabaseError) -> bool:
    """Whether the database refused what is in a file, rather than to work at all."""
    return isinstance(error, PromiseBroken) or (sqlstate(error) or "").startswith(TOO_LARGE)


def read_namesakes(connection: Connection) -> Namesakes:
    """Who is another in which article than the name means elsewhere, as people decided."""
    return read_judgements(connection.connection.cursor(), "person").namesakes()  # type: ignore[arg-type]


def known_names(cursor: Cursor, sha256s: Sequence[bytes]) -> dict[uuid.UUID, frozenset[str]]:
    """For each of the files that this extractor has read, the names it is known by."""
    found = cursor.execute(
        "SELECT f.id, array_agg(n.name) FROM newsdb.source_file AS f"
        " JOIN newsdb.source_file_name AS n ON n.source_file_id = f.id"
        " WHERE f.sha256 = ANY(%s) AND f.extractor = %s GROUP BY f.id",
        [list(sha256s), EXTRACTOR],
    )
    return {uuid.UUID(str(file_id)): frozenset(names) for file_id, names in found}  # type: ignore[call-overload]
