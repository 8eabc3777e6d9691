"""Stage what other captures say of an article that loses or shortens one; which is current is decided in the merge."""

import uuid
from collections.abc import Sequence
from typing import LiteralString

import psycopg

from newsdb.loading.deciding import decide_files
from newsdb.loading.filerows import NO_NAMESAKES, FileRows
from newsdb.loading.files import read_content
from newsdb.loading.staging import stage_rows
from newsdb.loading.tables import FACT_TABLES, staged_columns
from newsdb.resolution import read_judgements

# Of the tables that are staged, those that tell of one article.
KEPT = ("outlet", "outlet_alias", "article", "article_version")
Cursor = psycopg.Cursor[tuple[object, ...]]

# An article's attributes are kept for its current version alone, so those of the next one are in its file. Files that
# an older extractor read are left out: they are read anew in their turn.
NEXT_VERSIONS: LiteralString = """
    SELECT DISTINCT ON (v.article_id) v.id, f.content
    FROM newsdb.article_version AS v
    JOIN newsdb.article_source AS s ON s.article_version_id = v.id
    JOIN newsdb.source_file AS f ON f.id = s.source_file_id
    WHERE v.article_id IN (SELECT article_id FROM newsdb.article_source WHERE source_file_id = ANY(%(files)s))
        AND f.id <> ALL(%(files)s)
        AND (f.extractor IN (SELECT extractor FROM pg_temp.stage_source_file)
            OR NOT EXISTS (SELECT FROM pg_temp.stage_source_file))
        AND v.id NOT IN (SELECT id FROM pg_temp.stage_article_version)
    ORDER BY v.article_id, v.story_length DESC, v.id, f.id
"""


def stage_siblings(cursor: Cursor, files: Sequence[uuid.UUID]) -> list[FileRows]:
    """With these files staged, stage the best version that other files print of each of their articles until now.

    Returns what was staged, with the facts of these versions, should they be outdated.
    """
    found = cursor.execute(NEXT_VERSIONS, {"files": list(files)}).fetchall()
    namesakes = read_judgements(cursor, "person").namesakes() if found else NO_NAMESAKES
    # Each under the id of its version for a name. What can no longer be read is nobody's next version.
    read = [read_content(str(version), bytes(content), namesakes) for version, content in found]  # type: ignore[call-overload]
    kept, _ = decide_files(cursor, [rows for rows in read if isinstance(rows, FileRows)])
    siblings = [_article_of(uuid.UUID(rows.name), rows) for rows in kept]
    stage_rows(cursor, siblings, KEPT)
    return siblings


def _article_of(version_id: uuid.UUID, rows: FileRows) -> FileRows:
    """The article, its version, its outlets and its facts."""
    for table, column in (("article", "version_id"), ("article_version", "id")):
        place = staged_columns(table).index(column)
        rows.tables[table] = [row for row in rows.tables.get(table, ()) if row[place] == version_id]
    rows.tables = {table: rows.tables[table] for table in (*KEPT, *FACT_TABLES) if table in rows.tables}
    return rows
