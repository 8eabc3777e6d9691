"""Say whom each name of a person means: equal keys are one person, and a name of one word never crosses articles."""

import uuid
from collections.abc import Collection
from typing import LiteralString

import psycopg

Cursor = psycopg.Cursor[tuple[object, ...]]

DESCRIBE: LiteralString = """
    UPDATE newsdb.person AS p SET name = best.name
    FROM (
        SELECT DISTINCT ON (n.person_id) n.person_id, n.name FROM newsdb.person_name AS n
        WHERE n.person_id = ANY(%(people)s)
        ORDER BY n.person_id, char_length(n.name) DESC, n.name COLLATE "C" DESC
    ) AS best
    WHERE p.id = best.person_id AND p.name <> best.name
"""

DELETE_NAMELESS: LiteralString = """
    DELETE FROM newsdb.person AS p
    WHERE p.id = ANY(%(people)s) AND NOT EXISTS (SELECT FROM newsdb.person_name AS n WHERE n.person_id = p.id)
"""


def resolve_people(cursor: Cursor, people: Collection[uuid.UUID]) -> None:
    """Bring people up to date whose names were added, respelt or deleted."""
    if people:
        cursor.execute(DESCRIBE, {"people": sorted(people)})
        cursor.execute(DELETE_NAMELESS, {"people": sorted(people)})
