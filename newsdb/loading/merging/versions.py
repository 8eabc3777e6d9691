"""Which file tells the facts of which version of an article; whether a version is new is for the merge to find out.

Captures of one text may differ in what the page says beside it: the day, the outlet, which line is the headline. Of all
files that print a version and that one extractor has read, the one with the smallest id tells it, whichever came
first. The others are on record as its sources, and tell it where that one is taken down.

Who tells what, and what else is printed of its articles, must stand still while facts are taken back. So loaders that
only add write side by side, and one that takes back writes alone.
"""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import LiteralString

import psycopg

from newsdb.database.arrays import Ids
from newsdb.loading.rows.filerows import FileRows
from newsdb.loading.rows.tablerows import column

Cursor = psycopg.Cursor[tuple[object, ...]]

# Who tells each of these versions that is on record: nobody, where only files print it that are replaced or that
# another extractor has read.
TELLERS: LiteralString = """
    SELECT s.article_version_id, (
        array_agg(f.id ORDER BY f.id) FILTER (WHERE f.extractor = ANY(%(extractors)s) AND f.id <> ALL(%(replaced)s))
    )[1]
    FROM newsdb.article_source AS s JOIN newsdb.source_file AS f ON f.id = s.source_file_id
    WHERE s.article_version_id = ANY(%(versions)s)
    GROUP BY s.article_version_id
"""


# Taken before any row is written: whoever waited for it later would hold rows for which others wait.
BESIDE_LOCK = "SELECT pg_advisory_xact_lock_shared(hashtextextended('newsdb.versions', 0))"
ALONE_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('newsdb.versions', 0))"


@dataclass(frozen=True, slots=True)
class Told:
    """Which versions the files of a batch tell."""

    files: Mapping[uuid.UUID, FileRows]
    """By version, the file whose facts it has."""
    known: frozenset[uuid.UUID] = frozenset()
    """Those of them that are on record, as other files or an older extractor told them."""

    def rows_of(self, table: str, versions: Collection[uuid.UUID]) -> list[tuple[object, ...]]:
        """The rows of a table of facts that hang on those of the versions that are given."""
        return [
            row for version, file in self.files.items() if version in versions for row in file.tables.get(table, ())
        ]

    def __or__(self, other: "Told") -> "Told":
        return Told({**self.files, **other.files}, self.known | other.known)


def write_beside(cursor: Cursor) -> None:
    """Wait for whoever writes alone; until the transaction ends nobody else does."""
    cursor.execute(BESIDE_LOCK)


def write_alone(cursor: Cursor) -> None:
    """Wait for all who write, and keep all others waiting until the transaction ends."""
    cursor.execute(ALONE_LOCK)


def told_by(cursor: Cursor, files: Sequence[FileRows], replaced: Collection[uuid.UUID] = ()) -> Told:
    """What these files tell beside all that is on record but for the files that are replaced."""
    first: dict[uuid.UUID, FileRows] = {}
    for file in sorted(files, key=lambda file: file.source_file_id.int):
        first.setdefault(version_of(file), file)
    known = _tellers(cursor, first, replaced)
    told = {
        version: file
        for version, file in first.items()
        if (teller := known.get(version)) is None or file.source_file_id.int <= teller.int
    }
    return Told(told, frozenset(told.keys() & known.keys()))


def check_told(told: Told, written: Collection[uuid.UUID], files: Collection[uuid.UUID]) -> None:
    """Have the transaction run again where a loader beside it has just brought a new version of ours.

    `written` are the versions that got their facts in this transaction, `files` those that were written in it.
    """
    if {version for version, file in told.files.items() if file.source_file_id in files} - set(written):
        raise psycopg.errors.SerializationFailure("another loader has just brought a capture of the same words")


def _tellers(
    cursor: Cursor, told: Mapping[uuid.UUID, FileRows], replaced: Collection[uuid.UUID] = ()
) -> dict[uuid.UUID, uuid.UUID | None]:
    """For each of these versions that is on record, the file that tells it, None where it is yet to be told."""
    extractors = sorted({file.extractor for file in told.values()})
    asked = {"extractors": extractors, "replaced": Ids(replaced), "versions": Ids(told)}
    return dict(cursor.execute(TELLERS, asked).fetchall())  # type: ignore[arg-type]


def version_of(file: FileRows) -> uuid.UUID:
    """The version that a file prints."""
    (version,) = column(file, "article_version", "id")
    assert isinstance(version, uuid.UUID)
    return version
