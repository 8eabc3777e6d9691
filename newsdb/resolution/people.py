"""Say whom each name of a person means: equal keys are one person, and otherwise what people decided."""

import uuid
from collections.abc import Collection
from typing import LiteralString

import psycopg

from newsdb.database.arrays import sort_ids
from newsdb.resolution.judgements import name_ids, read_judgements

Cursor = psycopg.Cursor[tuple[object, ...]]

# Of names judged to be one person's, the longest is the person's own.
TARGETS: LiteralString = """
    CREATE TEMP TABLE person_target ON COMMIT DROP AS
    SELECT target.*, newsdb.key_id('person', target.own_key, target.own_disambiguator) AS new_id
    FROM (
        SELECT n.id, n.name, n.person_id AS old_id, n.joined_by AS old_joined_by,
            first_value(n.id) OVER own = n.id AS is_own,
            first_value(n.name_key) OVER own AS own_key,
            first_value(n.disambiguator) OVER own AS own_disambiguator
        FROM newsdb.person_name AS n
        LEFT JOIN unnest(%(ids)s::uuid[], %(groups)s::text[]) AS judged (id, group_name) ON judged.id = n.id
        WHERE %(everything)s OR n.person_id = ANY(%(people)s) OR judged.id IS NOT NULL
        WINDOW own AS (
            PARTITION BY coalesce(judged.group_name, n.id::text)
            ORDER BY char_length(n.name_key) DESC, n.name_key COLLATE "C", n.disambiguator
        )
    ) AS target
"""

INSERT_OWN: LiteralString = """
    WITH inserted AS (
        INSERT INTO newsdb.person (id, name, name_key, disambiguator)
        SELECT new_id, name, own_key, own_disambiguator FROM person_target AS t
        WHERE is_own AND NOT EXISTS (SELECT FROM newsdb.person AS p WHERE p.id = t.new_id)
        ORDER BY new_id ON CONFLICT DO NOTHING RETURNING id
    )
    SELECT id FROM inserted
"""

MOVE: LiteralString = """
    UPDATE newsdb.person_name AS n
    SET person_id = t.new_id, joined_by = CASE WHEN t.is_own THEN 'name' ELSE 'judgement' END
    FROM person_target AS t
    WHERE n.id = t.id AND (n.person_id <> t.new_id OR t.is_own <> (n.joined_by = 'name'))
"""

DESCRIBE: LiteralString = """
    UPDATE newsdb.person AS p SET name = n.name
    FROM newsdb.person_name AS n
    WHERE p.id = ANY(%(people)s) AND n.person_id = p.id AND n.joined_by = 'name' AND p.name <> n.name
"""

DELETE_NAMELESS: LiteralString = """
    WITH deleted AS (
        DELETE FROM newsdb.person AS p
        WHERE p.id = ANY(%(people)s) AND NOT EXISTS (SELECT FROM newsdb.person_name AS n WHERE n.person_id = p.id)
        RETURNING id
    )
    SELECT id FROM deleted
"""


def resolve_people(cursor: Cursor, people: Collection[uuid.UUID]) -> int:
    """Bring people up to date whose names were added, respelt, deleted or judged.

    Returns how many people there are more, or less, than before.
    """
    if not _find_targets(cursor, people):
        return 0
    inserted = cursor.execute(INSERT_OWN).fetchall()
    cursor.execute(MOVE)
    moved = cursor.execute("SELECT DISTINCT old_id, new_id FROM person_target WHERE old_id <> new_id").fetchall()
    cursor.execute("DROP TABLE person_target")
    concerned = sort_ids({*people, *(id_ for row in moved for id_ in row if isinstance(id_, uuid.UUID))})
    cursor.execute(DESCRIBE, {"people": concerned})
    deleted = cursor.execute(DELETE_NAMELESS, {"people": concerned}).fetchall()
    return len(inserted) - len(deleted)


def misresolved_people(cursor: Cursor) -> list[str]:
    """The ids of the names that do not mean what all names and judgements together say; none is the rule."""
    _find_targets(cursor, (), everything=True)
    rows = cursor.execute(
        "SELECT id FROM person_target WHERE old_id <> new_id OR is_own <> (old_joined_by = 'name')"
    ).fetchall()
    cursor.execute("DROP TABLE person_target")
    return [str(id_) for (id_,) in rows]


def _find_targets(cursor: Cursor, people: Collection[uuid.UUID], *, everything: bool = False) -> bool:
    """Fill person_target; False where there is nothing to resolve."""
    groups = read_judgements(cursor, "person").groups()
    if not (people or groups or everything):
        return False
    judged = {"ids": name_ids("person", groups), "groups": list(groups.values())}
    cursor.execute(TARGETS, {"people": sort_ids(people), "everything": everything, **judged})
    return True
