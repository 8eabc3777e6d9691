"""The tables, views and functions of a database as their own comments describe them; laid out as Markdown elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from sqlalchemy import Connection, text

RelationKind = Literal["table", "view"]

COLUMNS = """
    SELECT n.nspname AS schema, c.relname AS relation, CASE c.relkind WHEN 'v' THEN 'view' ELSE 'table' END AS kind,
        obj_description(c.oid, 'pg_class') AS comment, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
        col_description(c.oid, a.attnum) AS column_comment, a.attnotnull AS is_required,
        (SELECT f.confrelid::regclass::text FROM pg_constraint AS f
            WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.conkey = ARRAY[a.attnum]) AS refers_to
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE n.nspname = :schema AND c.relkind IN ('r', 'p', 'v', 'm')
    ORDER BY c.relname COLLATE "C", a.attnum
"""
FUNCTIONS = """
    SELECT p.proname || '(' || pg_get_function_arguments(p.oid) || ')' AS signature,
        pg_get_function_result(p.oid) AS result, obj_description(p.oid, 'pg_proc') AS comment
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname = :schema AND p.prorettype <> 'trigger'::regtype
    ORDER BY p.proname COLLATE "C", pg_get_function_arguments(p.oid) COLLATE "C"
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `refers_to` is the table of its foreign key."""

    name: str
    type: str
    comment: str
    is_required: bool
    refers_to: str | None


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or view."""

    name: str
    kind: RelationKind
    comment: str
    columns: tuple[Column, ...]


def describe_relations(connection: Connection, schema: str) -> tuple[Relation, ...]:
    """The tables and views of a schema, by name."""
    rows = connection.execute(text(COLUMNS), {"schema": schema}).all()
    return tuple(
        Relation(
            name,
            columns[0].kind,
            columns[0].comment,
            tuple(Column(c.name, c.type, c.column_comment, c.is_required, c.refers_to) for c in columns),
        )
        for name, columns in ((name, list(group)) for name, group in groupby(rows, key=lambda row: row.relation))
    )


def describe_functions(connection: Connection, schema: str) -> Mapping[str, str]:
    """What each function of a schema gives, by its signature."""
    rows = connection.execute(text(FUNCTIONS), {"schema": schema})
    return {f"{row.signature} → {row.result}": row.comment for row in rows}
