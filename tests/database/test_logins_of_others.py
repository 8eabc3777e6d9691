"""A login that is somebody's with rights is made no reader: whoever grants would take them from it, or lend it more."""

import uuid

import pytest
from sqlalchemy import Engine, text

from newsdb.database.readers import grant_reader
from newsdb.errors import DatabaseError

THEIRS = {
    "rights of its own": ("GRANT {other} TO {login}",),
    "owns something": ("GRANT {login} TO CURRENT_USER", "CREATE SCHEMA {login} AUTHORIZATION {login}"),
}


@pytest.mark.parametrize("what", THEIRS)
def test_login_that_is_a_member_or_owns_something_is_left_alone(engine: Engine, what: str) -> None:
    login, other = (f"login_{uuid.uuid4().hex[:12]}" for _ in range(2))
    with engine.begin() as connection:
        for statement in (f"CREATE ROLE {login} LOGIN", f"CREATE ROLE {other}", *THEIRS[what]):
            connection.execute(text(statement.format(login=login, other=other)))
    try:
        with pytest.raises(DatabaseError, match=what):
            grant_reader(engine, login, "une phrase")
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"GRANT {login} TO CURRENT_USER"))
            connection.execute(text(f"DROP OWNED BY {login}"))
            connection.execute(text(f"DROP ROLE {login}, {other}"))
