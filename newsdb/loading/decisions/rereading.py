"""Read files again from their bytes in the database and write them anew, as a decision about them requires."""

import uuid
from collections.abc import Sequence
from dataclasses import replace

import psycopg

from newsdb.errors import DatabaseError
from newsdb.loading.files import read_content
from newsdb.loading.merging.batch import load_batch
from newsdb.loading.overrides.deciding import article_of, hold_decisions
from newsdb.loading.rows.filerows import FileRows, Namesakes
from newsdb.loading.rows.tablerows import column
from newsdb.resolution import read_judgements

Cursor = psycopg.Cursor[tuple[object, ...]]

# Files written anew together, so that a decision about many needs no more memory than one about a few.
BATCH_FILES = 200

PRINTED_BY = """
    SELECT DISTINCT source_file_id FROM newsdb.article_source WHERE article_id = ANY(%s) ORDER BY source_file_id
"""
CONTENTS = """
    SELECT f.id, min(n.name COLLATE "C"), f.content FROM newsdb.source_file AS f
    JOIN newsdb.source_file_name AS n ON n.source_file_id = f.id
    WHERE f.id = ANY(%s) GROUP BY f.id ORDER BY f.id
"""


def files_of(cursor: Cursor, articles: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    """The files that print these articles."""
    return [uuid.UUID(str(id_)) for (id_,) in cursor.execute(PRINTED_BY, [list(articles)])]


def read_anew(cursor: Cursor, files: Sequence[uuid.UUID]) -> None:
    """Write these files anew, with all decisions that hold now."""
    namesakes = read_judgements(cursor, "person").namesakes()
    for first in range(0, len(files), BATCH_FILES):
        found = cursor.execute(CONTENTS, [list(files[first : first + BATCH_FILES])]).fetchall()
        rows = []
        for _, name, content in found:
            rows.append(read_again(str(name), bytes(content), namesakes))  # type: ignore[call-overload]
        load_batch(cursor, rows, anew=True)


def with_namesakes_now(cursor: Cursor, files: Sequence[FileRows], namesakes: Namesakes) -> Sequence[FileRows]:
    """Files that were read with these namesakes; anew where people told somebody in them apart, or no longer, since.

    From here to the end of the transaction nobody decides anything more.
    """
    hold_decisions(cursor)
    now = read_judgements(cursor, "person").namesakes()
    changed = {article for _, article in now ^ namesakes}
    if not changed:
        return files
    return [_told_apart(file, now) if str(article_of(file)) in changed else file for file in files]


def _told_apart(file: FileRows, namesakes: Namesakes) -> FileRows:
    (content,) = column(file, "source_file", "content")
    return replace(read_again(file.name, bytes(content), namesakes), folder=file.folder)  # type: ignore[call-overload]


def read_again(name: str, content: bytes, namesakes: Namesakes) -> FileRows:
    """The rows of bytes that were read before. Raises DatabaseError where they no longer can be."""
    read = read_content(name, content, namesakes)
    if not isinstance(read, FileRows):
        raise DatabaseError(f"a file can no longer be read: {read.reason}", where=read.place, remedy=read.remedy)
    return read
