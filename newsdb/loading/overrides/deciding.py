"""Put what people decided into the rows of a file before they are written: nothing that was taken down, all corrected.

Because it is the rows of each file that are decided upon, a decision made before a load and one made after it, which
reads the files concerned anew, give the same data; and so does every reload and every newer extractor.
"""

import contextlib
import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import cast

import psycopg
from sqlalchemy import Engine

from newsdb.database.arrays import sort_ids
from newsdb.database.engine import describe_url, driver_errors
from newsdb.database.migrations import require_current
from newsdb.errors import Suppressed
from newsdb.loading.files import reject_rows
from newsdb.loading.overrides.correcting import correct_article
from newsdb.loading.overrides.corrections import Correction, Subject, effective
from newsdb.loading.overrides.suppressions import Suppressions, held
from newsdb.loading.report import Rejection
from newsdb.loading.rows.filerows import NO_NAMESAKES, FileRows, Namesakes
from newsdb.loading.rows.repeated import fill_repeated
from newsdb.loading.rows.tablerows import TableRows, column
from newsdb.reading.kept_words import kept_words
from newsdb.resolution import read_judgements

Cursor = psycopg.Cursor[tuple[object, ...]]

# What of an article's rows is print.
PRINTED = (
    ("article_text", "body"),
    ("article", "headline"),
    ("article", "section"),
    ("article", "canonical_url"),
    ("article_author", "name"),
)

# Loads share it and a decision takes it alone: the decision finds whatever was committed before it, and every batch
# that comes after it knows of it.
LOAD_LOCK = "SELECT pg_advisory_xact_lock_shared(hashtextextended('newsdb.decisions', 0))"
DECISION_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('newsdb.decisions', 0))"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What holds: corrections by article, and what must not be in the database."""

    corrections: Mapping[uuid.UUID, tuple[Correction, ...]] = field(default_factory=lambda: MappingProxyType({}))
    suppressions: Suppressions = field(default_factory=Suppressions)
    namesakes: Namesakes = NO_NAMESAKES


@contextlib.contextmanager
def decision_on(engine: Engine) -> Iterator[Cursor]:
    """The transaction of a decision: no load writes meanwhile, and nothing of it stays where it fails."""
    committed = engine.execution_options(isolation_level="READ COMMITTED")
    with driver_errors(describe_url(engine.url)), committed.begin() as connection:
        require_current(connection)
        cursor: Cursor = connection.connection.cursor()  # type: ignore[assignment]
        cursor.execute(DECISION_LOCK)
        yield cursor


def hold_decisions(cursor: Cursor) -> None:
    """Until the transaction ends, nobody decides anything."""
    cursor.execute(LOAD_LOCK)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that must not be loaded."""

    file_id: uuid.UUID
    rejection: Rejection
    is_by_name: bool = False
    """Whether only the name is in the way: by another one it may be here, and stay."""


def decide_files(cursor: Cursor, files: Sequence[FileRows]) -> tuple[Sequence[FileRows], Sequence[Refused]]:
    """The files as decisions want them, and those that must not be loaded."""
    hold_decisions(cursor)
    decisions = read_decisions(cursor, {id_ for file in files if (id_ := article_of(file))})
    kept, refused = [], []
    for file in files:
        decided = decide(file, decisions)
        if isinstance(decided, Refused):
            refused.append(decided)
        else:
            kept.append(decided)
    return kept, refused


def read_decisions(cursor: Cursor, articles: Collection[uuid.UUID]) -> Decisions:
    """What holds of these articles, and of all files and people."""
    corrected = cursor.execute(
        "SELECT subject, article_id, anchor, field, value, verdict FROM newsdb.correction"
        " WHERE article_id = ANY(%s) ORDER BY number",
        [sort_ids(articles)],
    ).fetchall()
    by_article: dict[uuid.UUID, tuple[Correction, ...]] = {}
    for correction in effective([(_correction(row[:5]), str(row[5])) for row in corrected]):
        by_article[correction.article_id] = (*by_article.get(correction.article_id, ()), correction)
    suppressed = cursor.execute(
        "SELECT kind, key, word_count, verdict FROM newsdb.suppression"
        " WHERE kind <> 'article' OR key = ANY(%s) ORDER BY number",
        [sorted(map(str, articles))],
    ).fetchall()
    namesakes = read_judgements(cursor, "person").namesakes() if by_article else NO_NAMESAKES
    return Decisions(by_article, held(suppressed), namesakes)  # type: ignore[arg-type]


def _correction(row: tuple[object, ...]) -> Correction:
    subject, article_id, anchor, field_, value = row
    return Correction(
        cast(Subject, subject),
        uuid.UUID(str(article_id)),
        str(anchor),
        str(field_),
        None if value is None else str(value),
    )


def decide(file: FileRows, decisions: Decisions) -> FileRows | Refused:
    """The rows of a file as decisions want them, the very same where none concerns it; or why it must not be loaded."""
    suppressions = decisions.suppressions
    article_id = article_of(file)
    if file.sha256.hex() in suppressions.files:
        return _refuse(file, suppressions, "it was taken down")
    if str(article_id) in suppressions.articles:
        return _refuse(file, suppressions, "its article was taken down")
    if suppressions.people and suppressions.name_anybody(*kept_by(file)):
        return _refuse(file, suppressions, "it names somebody who was taken down")
    if suppressions.name_anybody(file.name):
        return _refuse_name(file)
    corrections = decisions.corrections.get(article_id) if article_id else None
    if article_id is None or corrections is None:
        return file
    rows = TableRows(file)
    correct_article(rows, article_id, corrections, decisions.namesakes)
    rows.drop_unproved()
    for article in rows.of("article", id=article_id):
        fill_repeated(rows.tables, article["published_on"], article["outlet_id"])  # type: ignore[arg-type]
    return rows.file_rows()


def article_of(file: FileRows) -> uuid.UUID | None:
    """The id of the article of a file, None where the rows only say that a known file has another name."""
    return cast(uuid.UUID | None, next(iter(column(file, "article", "id")), None))


def printed_words(file: FileRows) -> str:
    """All that the rows of a file print of its article: the whole text, and what only the metadata say."""
    parts = (words for table, name in PRINTED for words in column(file, table, name))
    return "\n".join(str(words) for words in parts if words)


def kept_by(file: FileRows) -> Iterator[str]:
    """All that would be kept of a file: what its rows print, and every word of its bytes, which are kept whole."""
    yield printed_words(file)
    for content in column(file, "source_file", "content"):
        yield from kept_words(cast(bytes, content), file.name)


def _refuse(file: FileRows, suppressions: Suppressions, what: str) -> Refused:
    # The ledger must not hold by the name of a file what was taken down.
    is_telling = suppressions.name_anybody(file.name)
    place = f"a file with SHA-256 {file.sha256.hex()}" if is_telling else file.name
    remedy = "leave it out, or take the takedown back with `newsdb unsuppress` (`newsdb status` lists them)"
    return Refused(file.source_file_id, reject_rows(file, place, Suppressed(what, where=place, remedy=remedy)))


def _refuse_name(file: FileRows) -> Refused:
    place = f"a file with SHA-256 {file.sha256.hex()}"
    what = "the name of the file names somebody who was taken down"
    remedy = "load it by another name, or take the takedown back with `newsdb unsuppress` (`newsdb status` lists them)"
    rejection = reject_rows(file, place, Suppressed(what, where=place, remedy=remedy))
    return Refused(file.source_file_id, rejection, is_by_name=True)
