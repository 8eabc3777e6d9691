"""Every command that asks the tables says what to do where they are another newsdb's, or not there yet."""

import pytest
from sqlalchemy import Engine

from newsdb.database.engine import libpq_url
from newsdb.database.migrations import downgrade
from tests.cli.calls import run_command

WHY = ("--reason", "why")
COMMANDS = [
    ("reference",),
    ("report", "articles"),
    ("show", "words"),
    ("search", "words"),
    ("people", "words"),
    ("organisations", "words"),
    ("digest",),
    ("verify",),
    ("judge", "same", "one", "other"),
    ("correct", "--undo", "1", *WHY),
    ("suppress", "person", "Karim Naciri", *WHY),
    ("unsuppress", "1", *WHY),
    ("decisions", "export", "-"),
]
by_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])


@by_command
def test_database_without_tables_is_named_with_the_remedy(empty_database_url: str, command: tuple[str, ...]) -> None:
    done = run_command(*command, "--url", empty_database_url)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "newsdb has not made its tables here yet; run `newsdb migrate`" in done.stderr


@by_command
def test_database_of_an_older_newsdb_is_named_with_the_remedy(engine: Engine, command: tuple[str, ...]) -> None:
    downgrade(engine, "0010")
    done = run_command(*command, "--url", libpq_url(engine.url))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "the database is at revision 0010 and this newsdb needs" in done.stderr
    assert "run `newsdb migrate`" in done.stderr
