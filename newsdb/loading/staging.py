"""Put rows into temporary tables with a binary COPY; nothing is decided here."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import psycopg
from psycopg import sql
from sqlalchemy.dialects import postgresql

from newsdb.loading.rows import FileRows
from newsdb.loading.tables import EXTRA_STAGED, data_columns, table
from newsdb.models.base import SCHEMA
from newsdb.models.catalogue import DATA_TABLES

_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]


def stage_name(name: str) -> sql.Identifier:
    """The temporary table beside a data table."""
    return sql.Identifier("pg_temp", f"stage_{name}")


def create_stages(cursor: psycopg.Cursor[tuple[object, ...]]) -> None:
    """One empty temporary table for each data table, gone with the session."""
    for name in DATA_TABLES:
        columns = sql.SQL(", ").join(
            sql.SQL("{} {}").format(sql.Identifier(column), sql.SQL(type_name))
            for column, type_name in column_types(name).items()
        )
        cursor.execute(
            sql.SQL("CREATE TEMP TABLE IF NOT EXISTS {} ({}) ON COMMIT DELETE ROWS").format(
                sql.Identifier(f"stage_{name}"), columns
            )
        )
        # A dry run loads several batches in one transaction.
        cursor.execute(sql.SQL("DELETE FROM {}").format(stage_name(name)))


@cache
def column_types(name: str) -> Mapping[str, str]:
    """PostgreSQL's type of each staged column, as in the data table."""
    columns = table(name).columns
    own = {column: columns[column].type.compile(_DIALECT) for column in data_columns(name)}
    return own | EXTRA_STAGED.get(name, {})


def stage_rows(cursor: psycopg.Cursor[tuple[object, ...]], files: Sequence[FileRows]) -> None:
    """Copy the rows of all files, a COPY for each table that has any."""
    for name in DATA_TABLES:
        rows = [row for file in files for row in file.tables.get(name, ())]
        if rows:
            copy_rows(cursor, name, rows)


def copy_rows(cursor: psycopg.Cursor[tuple[object, ...]], name: str, rows: Iterable[Sequence[object]]) -> None:
    """Binary COPY into one stage."""
    types = column_types(name)
    statement = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
        stage_name(name), sql.SQL(", ").join(map(sql.Identifier, types))
    )
    with cursor.copy(statement) as copy:
        copy.set_types([type_name.split("(")[0].lower() for type_name in types.values()])
        for row in rows:
            copy.write_row(row)


def data_table(name: str) -> sql.Identifier:
    """The data table itself."""
    return sql.Identifier(SCHEMA, name)
