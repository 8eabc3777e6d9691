"""How the database says no, and what is behind the first that says it."""

import psycopg
import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from newsdb.models import Base

TABLES = {table.name: table for table in Base.metadata.sorted_tables}


def refusal(connection: Connection, statement: str) -> psycopg.Error:
    """The error with which the database refuses a statement."""
    with pytest.raises(DBAPIError) as caught:
        connection.execute(text(statement))
    assert isinstance(caught.value.orig, psycopg.Error)
    return caught.value.orig


def without_checks(connection: Connection, table: str) -> None:
    """Drop the checks and triggers of a table, so that what is behind them can be reached."""
    rows = connection.execute(
        text("SELECT conname FROM pg_constraint WHERE conrelid = CAST(:table AS regclass) AND contype = 'c'"),
        {"table": f"newsdb.{table}"},
    )
    for (name,) in rows.all():
        connection.execute(text(f"ALTER TABLE newsdb.{table} DROP CONSTRAINT {name}"))
    connection.execute(text(f"ALTER TABLE newsdb.{table} DISABLE TRIGGER USER"))
