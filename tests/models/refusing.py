"""How the database says no."""

import psycopg
import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError


def refusal(connection: Connection, statement: str) -> psycopg.Error:
    """The error with which the database refuses a statement."""
    with pytest.raises(DBAPIError) as caught:
        connection.execute(text(statement))
    assert isinstance(caught.value.orig, psycopg.Error)
    return caught.value.orig
