"""Put rows into tables with a binary COPY: into temporary ones, or facts straight where they belong."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import psycopg
from psycopg import sql
from sqlalchemy.dialects import postgresql

from newsdb.database.arrays import pack_integers
from newsdb.loading.rows.filerows import FileRows
from newsdb.loading.rows.tables import EXTRA_STAGED, data_columns, table
from newsdb.models.base import SCHEMA
from newsdb.models.catalogue import DATA_TABLES

Cursor = psycopg.Cursor[tuple[object, ...]]

_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]


def stage_name(name: str) -> sql.Identifier:
    """The temporary table beside a data table."""
    return sql.Identifier("pg_temp", f"stage_{name}")


def create_stages(cursor: Cursor, names: Sequence[str] = DATA_TABLES) -> None:
    """One empty temporary table for each of the data tables, gone with the session; made by one call of the server."""
    cursor.execute(_creation(tuple(names)))


@cache
def _creation(names: tuple[str, ...]) -> bytes:
    statements = []
    for name in names:
        columns = sql.SQL(", ").join(
            sql.SQL("{} {}").format(sql.Identifier(column), sql.SQL(type_name))
            for column, type_name in column_types(name).items()
        )
        # What is read again at once is not worth compressing.
        create = sql.SQL(
            "CREATE TEMP TABLE IF NOT EXISTS {} ({}) WITH (toast_tuple_target = 8160) ON COMMIT DELETE ROWS"
        )
        # A dry run loads several batches in one transaction.
        empty = sql.SQL("DELETE FROM {}").format(stage_name(name))
        statements += [create.format(sql.Identifier(f"stage_{name}"), columns), empty]
    return sql.SQL("; ").join(statements).as_bytes(None)


@cache
def column_types(name: str) -> Mapping[str, str]:
    """PostgreSQL's type of each staged column, as in the data table."""
    columns = table(name).columns
    own = {column: columns[column].type.compile(_DIALECT) for column in data_columns(name)}
    return own | EXTRA_STAGED.get(name, {})


def stage_rows(cursor: Cursor, files: Sequence[FileRows], names: Sequence[str] = DATA_TABLES) -> None:
    """Copy the rows of all files, a COPY for each of the tables that has any; what they have in common, once."""
    for name in names:
        rows = dict.fromkeys(row for file in files for row in file.tables.get(name, ()))
        if rows:
            _copy(cursor, stage_name(name), name, rows)


def copy_facts(cursor: Cursor, name: str, rows: Sequence[Sequence[object]]) -> int:
    """Copy the rows of new versions into their table, which has none of them; returns how many they are."""
    if rows:
        _copy(cursor, data_table(name), name, rows)
    return len(rows)


def _copy(cursor: Cursor, target: sql.Identifier, name: str, rows: Iterable[Sequence[object]]) -> None:
    types = column_types(name)
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
        target, sql.SQL(", ").join(map(sql.Identifier, types))
    )
    with cursor.copy(statement) as copy:
        write_rows(copy, list(types.values()), rows)


def write_rows(copy: psycopg.Copy, types: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write rows into a binary COPY of columns of these types; arrays are tuples of integers."""
    arrays = [place for place, type_name in enumerate(types) if type_name.endswith("[]")]
    copy.set_types(
        ["bytea" if place in arrays else type_name.split("(")[0].lower() for place, type_name in enumerate(types)]
    )
    for row in rows:
        if arrays:
            values = list(row)
            for place in arrays:
                values[place] = pack_integers(values[place])  # type: ignore[arg-type]
            row = values
        copy.write_row(row)


def data_table(name: str) -> sql.Identifier:
    """The data table itself."""
    return sql.Identifier(SCHEMA, name)
