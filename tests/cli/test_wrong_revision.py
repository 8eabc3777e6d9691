"""Every command that asks the tables says what to do where they are another newsdb's, or not there yet."""

import uuid

import pytest
from sqlalchemy import Engine, text

from newsdb.database.engine import libpq_url
from newsdb.database.migrations import downgrade, head_revision
from newsdb.database.readers import drop_reader, grant_reader, reader_url
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


DAMAGE = {
    "holds no row": "DELETE FROM newsdb.alembic_version",
    "holds 0001, {head}": "INSERT INTO newsdb.alembic_version VALUES ('0001')",
    "holds draft": "UPDATE newsdb.alembic_version SET version_num = 'draft'",
    "holds 0000": "UPDATE newsdb.alembic_version SET version_num = '0000'",
    "is missing, though the tables are there": "DROP TABLE newsdb.alembic_version CASCADE",
}


@pytest.mark.parametrize("command", [("migrate",), ("status",), ("load", "nowhere"), ("digest",)], ids=" ".join)
@pytest.mark.parametrize("told", DAMAGE)
def test_damaged_record_of_the_revision_is_told_with_the_remedy(
    engine: Engine, database_url: str, told: str, command: tuple[str, ...]
) -> None:
    with engine.begin() as connection:
        connection.execute(text(DAMAGE[told]))
    done = run_command(*command, "--url", database_url)
    assert (done.exit_code, len(done.stderr.splitlines())) == (1, 1)
    assert (
        f"newsdb.alembic_version, where the revision of the tables stands, {told}".format(head=head_revision())
        in done.stderr
    )
    assert f"one row, version_num {head_revision()}; otherwise restore a backup" in done.stderr


def test_remedy_for_a_damaged_record_of_the_revision_mends_it(engine: Engine, database_url: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO newsdb.alembic_version VALUES ('0001')"))
        connection.execute(text("DELETE FROM newsdb.alembic_version WHERE version_num <> :it"), {"it": head_revision()})
    assert run_command("migrate", "--url", database_url).exit_code == 0


def test_reader_is_told_of_a_damaged_record_of_the_revision(engine: Engine) -> None:
    name = f"reader {uuid.uuid4().hex[:12]}"
    reader = grant_reader(engine, name, "a password")
    try:
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM newsdb.alembic_version"))
        done = run_command("report", "articles", "--url", libpq_url(reader_url(engine.url, reader.name, "a password")))
        assert (done.exit_code, done.stdout) == (1, "")
        assert "stands, holds no row; where" in done.stderr
        with engine.begin() as connection:
            connection.execute(text("INSERT INTO newsdb.alembic_version VALUES (:it)"), {"it": head_revision()})
    finally:
        drop_reader(engine, name)
