"""Take back what only retired versions called an outlet: its aliases, its spelling, and the outlet itself."""

import uuid
from collections import Counter
from functools import cache
from typing import LiteralString

import psycopg

from newsdb.language.outlets import fold_outlet_name, known_outlets
from newsdb.models.keys import key_id

Cursor = psycopg.Cursor[tuple[object, ...]]

RETIRED_OUTLETS: LiteralString = """
    CREATE TEMP TABLE retired_outlet ON COMMIT DROP AS
    SELECT DISTINCT a.outlet_id AS id FROM newsdb.outlet_appearance AS a
    JOIN pg_temp.retired_version AS r ON r.id = a.article_version_id
"""

# What outlets are called now, by the list and by the versions that are left.
CALLED: LiteralString = """
    CREATE TEMP TABLE called_outlet ON COMMIT DROP AS
    SELECT DISTINCT ON (outlet_id, name_key) outlet_id, name_key, name
    FROM (
        SELECT outlet_id, name_key, name FROM newsdb.outlet_appearance
        WHERE outlet_id IN (SELECT id FROM pg_temp.retired_outlet)
        UNION ALL
        SELECT outlet_id, name_key, name
        FROM unnest(%(ids)s::uuid[], %(keys)s::text[], %(names)s::text[]) AS listed (outlet_id, name_key, name)
        WHERE outlet_id IN (SELECT id FROM pg_temp.retired_outlet)
    ) AS called
    ORDER BY outlet_id, name_key, char_length(name) DESC, name COLLATE "C" DESC
"""

SWEEP: tuple[tuple[str, LiteralString], ...] = (
    (
        "outlet_alias",
        """
        DELETE FROM newsdb.outlet_alias AS alias USING pg_temp.retired_outlet AS r
        WHERE alias.outlet_id = r.id AND NOT EXISTS (
            SELECT FROM called_outlet AS c WHERE (c.outlet_id, c.name_key) = (alias.outlet_id, alias.alias_key))
        """,
    ),
    (
        "outlet_alias",
        """
        DELETE FROM newsdb.outlet_alias AS alias USING pg_temp.retired_outlet AS r
        WHERE alias.outlet_id = r.id
            AND NOT EXISTS (SELECT FROM newsdb.outlet_appearance AS a WHERE a.outlet_id = r.id)
        """,
    ),
    (
        "outlet",
        """
        DELETE FROM newsdb.outlet AS o USING pg_temp.retired_outlet AS r
        WHERE o.id = r.id AND NOT EXISTS (SELECT FROM newsdb.outlet_appearance AS a WHERE a.outlet_id = r.id)
            AND NOT EXISTS (SELECT FROM newsdb.article AS a WHERE a.outlet_id = r.id)
            AND NOT EXISTS (SELECT FROM newsdb.article AS a WHERE a.republisher_id = r.id)
        """,
    ),
)

RESPELL: tuple[LiteralString, ...] = (
    """
    UPDATE newsdb.outlet_alias AS alias SET alias = c.name FROM called_outlet AS c
    WHERE (c.outlet_id, c.name_key) = (alias.outlet_id, alias.alias_key) AND alias.alias <> c.name
    """,
    # An outlet of the list has the name that the list gives it.
    """
    UPDATE newsdb.outlet AS o SET name = c.name FROM called_outlet AS c
    WHERE (c.outlet_id, c.name_key) = (o.id, o.name_key) AND o.name <> c.name AND o.id <> ALL(%(ids)s)
    """,
)


def sweep_outlets(cursor: Cursor) -> Counter[str]:
    """After the merge, bring outlets up to date that retired versions named; returns how many rows there are less."""
    ids, keys, names = _listed()
    called = {"ids": ids, "keys": keys, "names": names}
    cursor.execute(CALLED, called)
    rows: Counter[str] = Counter()
    for table, statement in SWEEP:
        cursor.execute(statement, {"ids": ids})
        rows[table] -= cursor.rowcount
    for statement in RESPELL:
        cursor.execute(statement, {"ids": ids})
    cursor.execute("DROP TABLE pg_temp.retired_outlet, called_outlet")
    return rows


@cache
def _listed() -> tuple[list[uuid.UUID], list[str], list[str]]:
    """Every name of the list: the outlet that it is of, its key, and the name itself."""
    named = [(outlet, alias) for outlet in known_outlets() for alias in (outlet.name, *outlet.aliases)]
    ids = {outlet.name: key_id("outlet", fold_outlet_name(outlet.name)) for outlet in known_outlets()}
    return (
        [ids[outlet.name] for outlet, _ in named],
        [fold_outlet_name(alias) for _, alias in named],
        [alias for _, alias in named],
    )
