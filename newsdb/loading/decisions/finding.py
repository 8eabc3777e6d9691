"""Find what the database holds of what takedowns cover: files, their names, rejects; deleting it is left to others.

All that is kept is looked through: what the rows print, and the bytes of each file, of which a page shows only some.
"""

import uuid
from collections.abc import Iterator

import psycopg

from newsdb.loading.decisions.rereading import files_of
from newsdb.loading.files import read_content
from newsdb.loading.overrides.deciding import kept_by
from newsdb.loading.overrides.suppressions import Suppressions
from newsdb.loading.rows.filerows import FileRows, source_file_id
from newsdb.reading.kept_words import kept_words

Cursor = psycopg.Cursor[tuple[object, ...]]

# All that the rows print of an article; folded, it holds all words of a name that it prints.
PRINTED = """
    SELECT s.source_file_id, concat_ws(E'\\n', t.body, a.headline, a.section, a.canonical_url, s.authors)
    FROM (
        SELECT s.source_file_id, v.article_text_id, v.article_id, (
            SELECT string_agg(w.name, E'\\n') FROM newsdb.article_author AS w WHERE w.article_version_id = v.id
        ) AS authors
        FROM newsdb.article_source AS s JOIN newsdb.article_version AS v ON v.id = s.article_version_id
    ) AS s
    JOIN newsdb.article_text AS t ON t.id = s.article_text_id
    JOIN newsdb.article AS a ON a.id = s.article_id
    ORDER BY s.source_file_id
"""

# The rows may hold less than these files print: what stands beside the text of a capture is on record only for the one
# that tells its version, some of it for the current version alone, and not where a correction took its place.
KEPT = """
    SELECT f.id, f.content, EXISTS (
        SELECT FROM newsdb.article_source AS s
        JOIN newsdb.article_version AS v ON v.id = s.article_version_id
        WHERE s.source_file_id = f.id AND (
            NOT v.is_current
            OR EXISTS (
                SELECT FROM newsdb.article_source AS o
                WHERE o.article_version_id = v.id AND o.source_file_id <> f.id)
            OR EXISTS (
                SELECT FROM newsdb.correction AS c WHERE c.article_id = v.article_id AND c.subject = 'article')
        )
    ) AS is_untold
    FROM newsdb.source_file AS f
    ORDER BY f.id
"""
# A file may be as large as memory allows.
FILES_A_PAGE = 10

NAMES = "SELECT id, source_file_id, name FROM newsdb.source_file_name"
REJECTS = "SELECT id, concat_ws(E'\\n', place, reason, remedy) FROM newsdb.load_reject"


def covered_files(cursor: Cursor, suppressions: Suppressions) -> list[uuid.UUID]:
    """The files in the database that hold anything of what these takedowns cover."""
    ids = [source_file_id(bytes.fromhex(key)) for key in sorted(suppressions.files)]
    files = cursor.execute("SELECT id FROM newsdb.source_file WHERE id = ANY(%s)", [ids]).fetchall()
    articles = [uuid.UUID(key) for key in sorted(suppressions.articles)]
    naming = _files_naming(cursor, suppressions) if suppressions.people else set()
    return sorted({*(uuid.UUID(str(id_)) for (id_,) in files), *files_of(cursor, articles), *naming})


def _files_naming(cursor: Cursor, suppressions: Suppressions) -> set[uuid.UUID]:
    """The files that print a name, or hold it unprinted: every text and all bytes are read for it, a page at a time."""
    with cursor.connection.cursor(name="printed") as printed:
        found = {uuid.UUID(str(id_)) for id_, text in printed.execute(PRINTED) if suppressions.name_anybody(str(text))}
    with cursor.connection.cursor(name="kept") as kept:
        kept.itersize = FILES_A_PAGE
        for id_, content, is_untold in kept.execute(KEPT):
            if id_ not in found and _is_naming(bytes(content), suppressions, is_untold=bool(is_untold)):
                found.add(id_)
    names = cursor.execute(NAMES).fetchall()
    known_otherwise = {file for _, file, name in names if not suppressions.name_anybody(str(name))}
    return found | {uuid.UUID(str(file)) for _, file, _ in names if file not in known_otherwise}


def _is_naming(content: bytes, suppressions: Suppressions, *, is_untold: bool) -> bool:
    if suppressions.name_anybody(*kept_words(content, "a file")):
        return True
    rows = read_content("a file", content) if is_untold else None
    return isinstance(rows, FileRows) and suppressions.name_anybody(*kept_by(rows))


def telling_names(cursor: Cursor, suppressions: Suppressions) -> Iterator[uuid.UUID]:
    """The names of files that name somebody."""
    for id_, _, name in cursor.execute(NAMES).fetchall() if suppressions.people else ():
        if suppressions.name_anybody(str(name)):
            yield uuid.UUID(str(id_))


def telling_rejects(cursor: Cursor, suppressions: Suppressions) -> Iterator[uuid.UUID]:
    """The rows of the ledger that name somebody, by the name of a file or in what was wrong with it."""
    for id_, words in cursor.execute(REJECTS).fetchall() if suppressions.people else ():
        if suppressions.name_anybody(str(words)):
            yield uuid.UUID(str(id_))
