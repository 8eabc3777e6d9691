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

from newsdb.database.engine import describe_url, driver_errors
from newsdb.database.migrations import require_current
from newsdb.errors import Suppressed
from newsdb.loading.files import reject
from newsdb.loading.overrides.correcting import correct_article
from newsdb.loading.overrides.corrections import Correction, Subject, effective
from newsdb.loading.overrides.suppressions import Suppressions, held
from newsdb.loading.report import Rejection
from newsdb.loading.rows.filerows import NO_NAMESAKES, FileRows, Namesakes
from newsdb.loading.rows.repeated import fill_repeated
from newsdb.loading.rows.tablerows import TableRows, column
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


def decide_files(
    cursor: Cursor, files: Sequence[FileRows]
) -> tuple[Sequence[FileRows], Sequence[tuple[uuid.UUID, Rejection]]]:
    """The files as decisions want them, and those that must not be loaded, by their ids."""
    hold_decisions(cursor)
    decisions = read_decisions(cursor, {id_ for file in files if (id_ := article_of(file))})
    kept, refused = [], []
    for file in files:
        decided = decide(file, decisions)
        if isinstance(decided, Rejection):
            refused.append((file.source_file_id, decided))
        else:
            kept.append(decided)
    return kept, refused


def read_decisions(cursor: Cursor, articles: Collection[uuid.UUID]) -> Decisions:
    """What holds of these articles, and of all files and people."""
    corrected = cursor.execute(
        "SELECT subject, article_id, anchor, field, value, verdict FROM newsdb.correction"
        " WHERE article_id = ANY(%s) ORDER BY number",
        [sorted(articles)],
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


def decide(file: FileRows, decisions: Decisions) -> FileRows | Rejection:
    """The rows of a file as decisions want them, the very same where none concerns it; or why it must not be loaded."""
    suppressions = decisions.suppressions
    if file.sha256.hex() in suppressions.files:
        return _refuse(file, suppressions, "file")
    article_id = article_of(file)
    if article_id is None:
        return file
    if str(article_id) in suppressions.articles:
        return _refuse(file, suppressions, "article")
    if suppressions.people and suppressions.name_anybody(printed_words(file)):
        return _refuse(file, suppressions, "article")
    corrections = decisions.corrections.get(article_id)
    if corrections is None:
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


def _refuse(file: FileRows, suppressions: Suppressions, kind: str) -> Rejection:
    # The ledger must not hold by the name of a file what was taken down.
    is_telling = suppressions.name_anybody(file.name)
    place = f"a file with SHA-256 {file.sha256.hex()}" if is_telling else file.name
    what = "it was taken down" if kind == "file" else "its article was taken down"
    remedy = "leave it out, or take the takedown back with `newsdb unsuppress` (`newsdb status` lists them)"
    return reject(place, Suppressed(what, where=place, remedy=remedy))
