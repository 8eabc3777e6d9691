"""Load one batch of files on one connection: pass over the known, read the others, write them in a transaction.

Which files make a batch, and in which process, is decided by the run. What is refused goes into the result.
"""

import contextlib
import hashlib
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self, TypeVar

import psycopg
from sqlalchemy import Connection, QueuePool

from newsdb.database.engine import describe_url, driver_errors, is_retryable, sqlstate
from newsdb.errors import DatabaseError, FileTooLarge, InputError, PromiseBroken
from newsdb.extraction import EXTRACTOR
from newsdb.loading.decisions.rereading import with_namesakes_now
from newsdb.loading.files import read_content, read_file, reject_rows
from newsdb.loading.known import known_names, unknown_sources
from newsdb.loading.ledger import record_items
from newsdb.loading.merging.batch import BatchResult, known_extractors, load_batch
from newsdb.loading.merging.versions import write_alone
from newsdb.loading.paths import SourcePath, read_bytes
from newsdb.loading.rejecting import folder_of, found_in, reject_source
from newsdb.loading.report import Rejection
from newsdb.loading.rows.filerows import FileRows, Namesakes, renamed_file, source_file_id
from newsdb.resolution import read_judgements

TRIES = 5
# foreign_key_violation, unique_violation: where it is no fault of a file, another loader deleted or added a row
# between two statements, and the same transaction passes when it is run again.
RACED = frozenset({"23503", "23505"})
# program_limit_exceeded: more words than a search vector holds, a key longer than an index takes.
TOO_LARGE = "54000"

Cursor = psycopg.Cursor[tuple[object, ...]]
Result = TypeVar("Result")


@dataclass(slots=True)
class Outcome:
    """What became of the files of a batch, each counted once, and how many rows there are more, by table."""

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    rows: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class ReadBatch:
    """The rows of the files of a batch that are to be written, and what has become of the others."""

    files: tuple[FileRows, ...]
    namesakes: Namesakes
    """What was decided about namesakes when the files were read."""
    outcome: Outcome
    renamed: Mapping[tuple[uuid.UUID, str], SourcePath]
    """Where the files are that were known by another name, and of which only the new name is to be written."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of so many files and records; recovered if a process died over them, and then counts may be wrong."""

    files: int
    """Files of the load that end in these records; a plain file is a record too."""
    records: int
    outcome: Outcome = field(default_factory=Outcome)
    is_recovered: bool = False


class Writer:
    """The connection of a load, or of one of its processes, and how it is used."""

    def __init__(self, connection: Connection, file_limit: int, *, is_nested: bool = False) -> None:
        """With `is_nested`, what would be transactions are savepoints, for whoever wants to take all of it back."""
        # Whatever the caller's engine does otherwise: a batch is one transaction, and after each wait for another
        # loader the next statement sees what that one has committed.
        self.connection = connection.execution_options(isolation_level="READ COMMITTED")
        self.file_limit = file_limit
        self.is_nested = is_nested

    def unknown(self, sources: Sequence[SourcePath]) -> list[SourcePath]:
        """The files that are to be read."""
        return self.in_transaction(lambda cursor: unknown_sources(cursor, sources, self.file_limit))

    def load(self, run_id: uuid.UUID, sources: Sequence[SourcePath]) -> Outcome:
        """Pass over the known files by their hashes, read the others, and write what was read."""
        return self.write(run_id, self.read(sources))

    def read(self, sources: Sequence[SourcePath]) -> ReadBatch:
        """Pass over the known files by their hashes, and read the others."""
        outcome = Outcome()
        contents = list(self.read_contents(sources, outcome))
        names, namesakes = self.in_transaction(
            lambda cursor: (
                known_names(cursor, [sha256 for _, sha256, _ in contents]),
                read_judgements(cursor, "person").namesakes(),
            )
        )
        files: list[FileRows] = []
        renamed: dict[tuple[uuid.UUID, str], SourcePath] = {}
        for source, sha256, content in contents:
            known_as = names.get(source_file_id(sha256))
            if known_as is None:
                read = read_content(source.name, content, namesakes)
                if isinstance(read, Rejection):
                    outcome.rejections.append(found_in(source, read))
                else:
                    files.append(replace(read, folder=folder_of(source)))
            elif source.name in known_as:
                outcome.unchanged += 1
            else:
                files.append(replace(renamed_file(source.name, sha256, EXTRACTOR), folder=folder_of(source)))
                renamed[source_file_id(sha256), source.name] = source
        return ReadBatch(tuple(files), namesakes, outcome, renamed)

    def write(self, run_id: uuid.UUID, batch: ReadBatch) -> Outcome:
        """Write what was read, and tell what has become of the whole batch."""
        if batch.files:
            self.write_files(run_id, batch)
        return batch.outcome

    def read_contents(
        self, sources: Sequence[SourcePath], outcome: Outcome
    ) -> Iterator[tuple[SourcePath, bytes, bytes]]:
        """Each file that can be read, its hash and its content."""
        for source in sources:
            try:
                content = read_bytes(source, self.file_limit)
            except InputError as error:
                outcome.rejections.append(reject_source(source, error))
            else:
                yield source, hashlib.sha256(content).digest(), content

    def write_files(self, run_id: uuid.UUID, batch: ReadBatch) -> None:
        """Write files in one transaction; if the database refuses a row, one by one, so that only its file is lost."""
        files, outcome = batch.files, batch.outcome
        unread: list[Rejection] = []
        # Alone, nobody is in the way a second time. A dry run holds to its end what it has locked, and would wait for
        # others while they wait for it.
        is_alone = self.is_nested

        def write_all(cursor: Cursor) -> BatchResult:
            nonlocal is_alone
            # Somebody may have decided something since the files were read.
            files_now = self.with_files_now(cursor, with_namesakes_now(cursor, files, batch.namesakes), batch, unread)
            if is_alone:
                write_alone(cursor)
            is_alone = True
            result = load_batch(cursor, files_now)
            record_items(cursor, run_id, inserted=result.inserted, updated=result.updated)
            return result

        try:
            result = self.in_transaction(write_all)
        except DatabaseError as error:
            if not is_refusal(error):
                raise
            if len(files) == 1:
                outcome.rejections.append(reject_rows(files[0], files[0].name, refusal_of(error, files[0].name)))
                return
            for file in files:
                self.write_files(run_id, replace(batch, files=(file,)))
            return
        outcome.inserted += len(result.inserted)
        outcome.updated += len(result.updated)
        outcome.unchanged += result.unchanged
        outcome.rejections += [*unread, *result.refused]
        outcome.rows.update(result.rows)

    def with_files_now(
        self, cursor: Cursor, files: Sequence[FileRows], batch: ReadBatch, unread: list[Rejection]
    ) -> Sequence[FileRows]:
        """The whole file where only its new name was to be written and somebody has taken it down since.

        Whether it may be loaded is decided as of any other. What cannot be read any more goes into `unread`.
        """
        unread.clear()
        names = [file.source_file_id for file in files if file.is_name_only]
        known = known_extractors(cursor, names) if names else {}
        if all(id_ in known for id_ in names):
            return files
        namesakes = read_judgements(cursor, "person").namesakes()
        files_now = []
        for file in files:
            if file.is_name_only and file.source_file_id not in known:
                read = read_file(batch.renamed[file.source_file_id, file.name], namesakes, limit=self.file_limit)
                if isinstance(read, Rejection):
                    unread.append(read)
                    continue
                file = read
            files_now.append(file)
        return files_now

    @property
    def may_go_beside(self) -> bool:
        """Whether there is another connection to be had: none beside one that the caller lends, or a pool of one."""
        pool = self.connection.engine.pool
        return not self.is_nested and isinstance(pool, QueuePool) and pool.size() > 1

    @contextlib.contextmanager
    def beside(self) -> Iterator[Self]:
        """A writer on another connection to the same database, to be used in another thread."""
        with self.connection.engine.connect() as connection:
            yield type(self)(connection, self.file_limit)

    def in_transaction(self, work: Callable[[Cursor], Result]) -> Result:
        """Do the work and commit it; again from its start where two loaders were in each other's way."""
        for last_try in (*[False] * (TRIES - 1), True):
            try:
                transaction = self.connection.begin_nested if self.is_nested else self.connection.begin
                with driver_errors(describe_url(self.connection.engine.url)), transaction():
                    return work(self.connection.connection.cursor())  # type: ignore[arg-type]
            except DatabaseError as error:
                if last_try or not (is_retryable(error) or sqlstate(error) in RACED):
                    raise
        raise AssertionError("the last try returns or raises")


def is_refusal(error: DatabaseError) -> bool:
    """Whether the database refused what is in a file, rather than to work at all."""
    return isinstance(error, PromiseBroken) or is_too_large(error)


def is_too_large(error: DatabaseError) -> bool:
    """Whether PostgreSQL has no room for what is in a file."""
    return sqlstate(error) == TOO_LARGE


def refusal_of(error: DatabaseError, name: str) -> DatabaseError | FileTooLarge:
    """The error by which the file is refused: what PostgreSQL has no room for is no fault of newsdb."""
    if not is_too_large(error):
        return error
    what = f"a name, an address or the text is longer than the database can index ({error.what})"
    return FileTooLarge(what, where=name, remedy="shorten it in the file, then load it again")
