"""Stage what other captures say of an article that loses or shortens one; which is current is decided in the merge."""

import uuid
from collections.abc import Collection, Sequence
from typing import LiteralString

import psycopg

from newsdb.database.arrays import Ids
from newsdb.extraction import EXTRACTOR
from newsdb.loading.files import read_content
from newsdb.loading.merging.staging import stage_rows
from newsdb.loading.merging.versions import Told, version_of
from newsdb.loading.overrides.deciding import decide_files
from newsdb.loading.rows.filerows import NO_NAMESAKES, FileRows
from newsdb.loading.rows.tables import SHARED_TABLES
from newsdb.resolution import read_judgements

Cursor = psycopg.Cursor[tuple[object, ...]]

# An article's attributes are kept for its current version alone, so those of the next one are in its file; and so is
# what a version says that a replaced file told, which is the one with the smallest id of those that its extractor or
# this one has read. The next to tell it is found by the same rule. Files that an older extractor read are left out
# beside those that are read anew, as they will be in their turn; after a takedown they tell what is read in them now.
NEXT_VERSIONS: LiteralString = """
    WITH printed AS (
        SELECT DISTINCT ON (v.id) v.id, v.article_id, v.story_length, f.content,
            f.extractor <> %(extractor)s OR EXISTS (
                SELECT FROM newsdb.article_source AS g JOIN newsdb.source_file AS gone ON gone.id = g.source_file_id
                WHERE g.article_version_id = v.id AND gone.id = ANY(%(files)s) AND (
                    v.extractor = gone.extractor AND gone.extractor <> %(extractor)s
                    OR NOT EXISTS (
                        SELECT FROM newsdb.article_source AS o
                        JOIN newsdb.source_file AS other ON other.id = o.source_file_id
                        WHERE o.article_version_id = v.id AND other.id <> ALL(%(files)s) AND other.id < gone.id
                            AND other.extractor IN (gone.extractor, %(extractor)s)
                    )
                )
            ) AS is_told_anew
        FROM newsdb.article_version AS v
        JOIN newsdb.article_source AS s ON s.article_version_id = v.id
        JOIN newsdb.source_file AS f ON f.id = s.source_file_id
        WHERE v.article_id IN (
                SELECT article_id FROM newsdb.article_source WHERE source_file_id = ANY(%(files)s)
                UNION ALL
                SELECT article_id FROM newsdb.article_version WHERE id = ANY(%(told_anew)s)
            )
            AND f.id <> ALL(%(files)s)
            AND (f.extractor IN (SELECT extractor FROM pg_temp.stage_source_file)
                OR NOT EXISTS (SELECT FROM pg_temp.stage_source_file))
            AND v.id NOT IN (SELECT id FROM pg_temp.stage_article_version)
        ORDER BY v.id, f.extractor <> %(extractor)s, f.id
    ), best AS (
        SELECT DISTINCT ON (article_id) id FROM printed WHERE NOT is_told_anew
        ORDER BY article_id, story_length DESC, id
    )
    SELECT id, content, is_told_anew FROM printed WHERE is_told_anew OR id IN (SELECT id FROM best)
"""


def stage_siblings(cursor: Cursor, replaced: Sequence[uuid.UUID], told_anew: Collection[uuid.UUID]) -> Told:
    """With a batch staged, stage what else is printed of the articles of replaced files and of versions told anew.

    That is the best version that other files print of each of them until now, and every version that a replaced file
    has told and another prints; the latter are what is returned.
    """
    asked = {"files": Ids(replaced), "told_anew": Ids(told_anew), "extractor": EXTRACTOR}
    found = cursor.execute(NEXT_VERSIONS, asked).fetchall()
    namesakes = read_judgements(cursor, "person").namesakes() if found else NO_NAMESAKES
    # Each under the id of its version for a name. What can no longer be read is nobody's next version.
    read = [read_content(str(version), bytes(content), namesakes) for version, content, _ in found]  # type: ignore[call-overload]
    kept, _ = decide_files(cursor, [rows for rows in read if isinstance(rows, FileRows)])
    siblings = {version_of(rows): rows.without_source() for rows in kept if str(version_of(rows)) == rows.name}
    anew = {uuid.UUID(str(version)) for version, _, is_told_anew in found if is_told_anew}
    # Of a version that keeps its facts, a name that was judged the same as another would bring its own person back.
    staged = [rows if version in anew else rows.without_names() for version, rows in siblings.items()]
    stage_rows(cursor, staged, SHARED_TABLES)
    told = {version: rows for version, rows in siblings.items() if version in anew}
    return Told(told, frozenset(told))
