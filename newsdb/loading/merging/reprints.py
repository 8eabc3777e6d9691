"""Link articles that print one story, and say which story each belongs to; nothing is merged.

Whether two articles are linked is a function of their two current bodies, and a story is all that hangs together by
links: so neither depends on what was loaded first, and a load compares only what it touched.
"""

import uuid
from collections import Counter
from collections.abc import Collection, Mapping
from typing import LiteralString

import psycopg

from newsdb.database.arrays import sort_ids

Cursor = psycopg.Cursor[tuple[object, ...]]

# Two loaders that each bring a print of a story link them one after the other: the second sees the first's.
LOCK: LiteralString = "SELECT pg_advisory_xact_lock(hashtextextended('newsdb.reprints', 0))"

# What is true of all sketches that story_similarity would link, and quickly asked: one is at least a third as long as
# the other, and their maps have four in five of the telling words in common. Words that two bodies share set the same
# bits, and there are as many bits as words but for those that fall on one another.
MAY_BE_ONE: LiteralString = """
    least(one.shingle_count, other.shingle_count) * 3 >= greatest(one.shingle_count, other.shingle_count)
    AND 5 * (bit_count(one.telling_map & other.telling_map) + least(
            cardinality(one.telling) - bit_count(one.telling_map),
            cardinality(other.telling) - bit_count(other.telling_map))
        ) >= 4 * least(cardinality(one.telling), cardinality(other.telling))
"""

# Every pair of current bodies that share a band and more than the bound; `scope` says whose. Items of one template
# share bands by the thousand, so only those are compared that may be one. PostgreSQL has no statistics of shared bands
# and expects so many pairs that it would read all sketches and all versions from end to end: so whose sketches are
# compared is a set of its own, and whether the other is current is asked of each that was found.
LINKS: LiteralString = (
    """
    WITH one AS MATERIALIZED (
        SELECT s.* FROM newsdb.story_sketch AS s
        JOIN newsdb.article_version AS v ON v.id = s.article_version_id AND v.is_current
        WHERE {scope}
    )
    SELECT DISTINCT least(one.article_id, other.article_id) AS article_id,
        greatest(one.article_id, other.article_id) AS reprint_id, alike.similarity
    FROM one
    JOIN newsdb.story_sketch AS other ON other.bands && one.bands AND other.article_id <> one.article_id
    CROSS JOIN LATERAL (
        SELECT newsdb.story_similarity(
            one.signature, one.shingle_count, one.telling, other.signature, other.shingle_count, other.telling
        ) AS similarity
    ) AS alike
    WHERE alike.similarity IS NOT NULL AND """
    + MAY_BE_ONE
    + """
        AND EXISTS (
            SELECT FROM newsdb.article_version AS w WHERE w.id = other.article_version_id AND w.is_current OFFSET 0)
    """
)

FIND: LiteralString = "CREATE TEMP TABLE found_link ON COMMIT DROP AS " + LINKS.format(
    scope="s.article_id = ANY(%(articles)s)"
)
DELETE_LINKS: LiteralString = """
    DELETE FROM newsdb.article_reprint AS r
    WHERE (r.article_id = ANY(%(articles)s) OR r.reprint_id = ANY(%(articles)s))
        AND NOT EXISTS (
            SELECT FROM found_link AS f
            WHERE (f.article_id, f.reprint_id, f.similarity) = (r.article_id, r.reprint_id, r.similarity))
    RETURNING r.article_id, r.reprint_id
"""
INSERT_LINKS: LiteralString = """
    INSERT INTO newsdb.article_reprint (id, article_id, reprint_id, similarity)
    SELECT newsdb.key_id('article_reprint', article_id::text, reprint_id::text), article_id, reprint_id, similarity
    FROM found_link ORDER BY 1
    ON CONFLICT DO NOTHING RETURNING article_id, reprint_id
"""

# The story of each article that any of these hangs together with: the smallest id among them.
STORIES: LiteralString = """
    CREATE TEMP TABLE found_story ON COMMIT DROP AS
    WITH RECURSIVE near AS (
        SELECT article_id AS one, reprint_id AS other FROM newsdb.article_reprint
        UNION ALL
        SELECT reprint_id, article_id FROM newsdb.article_reprint
    ), reach AS (
        SELECT start AS id, start AS reached FROM unnest(%(articles)s::uuid[]) AS start
        UNION
        SELECT reach.id, near.other FROM reach JOIN near ON near.one = reach.reached
    )
    SELECT DISTINCT reach.reached AS article_id, grouped.story_id
    FROM (
        SELECT id, min(reached::text COLLATE "C")::uuid AS story_id, count(*) AS prints FROM reach GROUP BY id
    ) AS grouped
    JOIN reach USING (id)
    WHERE grouped.prints > 1
"""
# Of a story that a print has left, what still hangs together: its links are not new, but nobody has grouped them since.
UNGROUPED: LiteralString = """
    SELECT f.article_id FROM found_link AS f
    WHERE NOT EXISTS (SELECT FROM newsdb.article_story AS s WHERE s.article_id = f.article_id)
"""
DELETE_STORIES: LiteralString = """
    DELETE FROM newsdb.article_story AS s
    WHERE s.article_id = ANY(%(articles)s)
        AND NOT EXISTS (SELECT FROM found_story AS f WHERE f.article_id = s.article_id)
    RETURNING article_id
"""
MOVE_STORIES: LiteralString = """
    UPDATE newsdb.article_story AS s SET story_id = f.story_id
    FROM found_story AS f WHERE f.article_id = s.article_id AND f.story_id <> s.story_id
"""
INSERT_STORIES: LiteralString = """
    INSERT INTO newsdb.article_story (article_id, story_id) SELECT article_id, story_id FROM found_story ORDER BY 1
    ON CONFLICT DO NOTHING RETURNING article_id
"""

# Before their articles are read anew or deleted.
UNLINK: Mapping[str, LiteralString] = {
    "article_story": """
    DELETE FROM newsdb.article_story
    WHERE story_id IN (SELECT story_id FROM newsdb.article_story
        WHERE article_id IN (SELECT article_id FROM pg_temp.retired_version))
    RETURNING article_id
    """,
    "article_reprint": """
    DELETE FROM newsdb.article_reprint
    WHERE article_id IN (SELECT article_id FROM pg_temp.retired_version)
        OR reprint_id IN (SELECT article_id FROM pg_temp.retired_version)
    RETURNING article_id, reprint_id
    """,
}


def unlink_retired(cursor: Cursor) -> tuple[set[uuid.UUID], Counter[str]]:
    """Delete the links of articles whose versions are retired, which only a loader that writes alone does.

    Returns all that are to be linked again, and how many rows there are less.
    """
    unlinked = cursor.execute("SELECT article_id FROM pg_temp.retired_version").fetchall()
    rows: Counter[str] = Counter()
    for table, statement in UNLINK.items():
        gone = cursor.execute(statement).fetchall()
        rows[table] = -len(gone)
        unlinked += gone
    return {uuid.UUID(str(id_)) for row in unlinked for id_ in row}, rows


def link_reprints(cursor: Cursor, articles: Collection[uuid.UUID]) -> Counter[str]:
    """Bring the links and stories of these articles up to date; returns how many rows there are more, or less."""
    if not articles:
        return Counter()
    cursor.execute(LOCK)
    touched = {"articles": sort_ids(articles)}
    cursor.execute(FIND, touched)
    deleted = cursor.execute(DELETE_LINKS, touched).fetchall()
    inserted = cursor.execute(INSERT_LINKS).fetchall()
    ungrouped = cursor.execute(UNGROUPED).fetchall()
    cursor.execute("DROP TABLE found_link")
    # A story changes only where a link of it does.
    concerned = {uuid.UUID(str(id_)) for row in (*deleted, *inserted, *ungrouped) for id_ in row}
    stories = _group_stories(cursor, concerned) if concerned else 0
    return Counter(article_reprint=len(inserted) - len(deleted), article_story=stories)


def _group_stories(cursor: Cursor, articles: Collection[uuid.UUID]) -> int:
    """Say which story each of these articles belongs to; returns how many more, or less, are in one with others."""
    cursor.execute(STORIES, {"articles": sort_ids(articles)})
    deleted = cursor.execute(DELETE_STORIES, {"articles": sort_ids(articles)}).fetchall()
    cursor.execute(MOVE_STORIES)
    inserted = cursor.execute(INSERT_STORIES).fetchall()
    cursor.execute("DROP TABLE found_story")
    return len(inserted) - len(deleted)


def mislinked_articles(cursor: Cursor) -> list[str]:
    """The ids of the articles whose links or story are not what all bodies together say; none is the rule."""
    cursor.execute("CREATE TEMP TABLE found_link ON COMMIT DROP AS " + LINKS.format(scope="true"))
    wrong = cursor.execute(
        """
        (SELECT article_id, reprint_id, similarity FROM found_link
            EXCEPT SELECT article_id, reprint_id, similarity FROM newsdb.article_reprint)
        UNION ALL
        (SELECT article_id, reprint_id, similarity FROM newsdb.article_reprint
            EXCEPT SELECT article_id, reprint_id, similarity FROM found_link)
        """
    ).fetchall()
    linked = cursor.execute("SELECT DISTINCT unnest(ARRAY[article_id, reprint_id]) FROM newsdb.article_reprint")
    cursor.execute(STORIES, {"articles": [id_ for (id_,) in linked.fetchall()]})
    wrong += cursor.execute(
        """
        (SELECT article_id, story_id FROM found_story EXCEPT SELECT article_id, story_id FROM newsdb.article_story)
        UNION ALL
        (SELECT article_id, story_id FROM newsdb.article_story EXCEPT SELECT article_id, story_id FROM found_story)
        """
    ).fetchall()
    cursor.execute("DROP TABLE found_link, found_story")
    return sorted({str(row[0]) for row in wrong})
