"""`newsdb grant reader`: a login whose password is shown once, or not at all when somebody knows it already."""

import json
import uuid
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner

from newsdb.cli import app
from newsdb.database.engine import make_engine
from newsdb.database.readers import drop_reader, is_login
from tests.cli.calls import run_command


@pytest.fixture
def name(engine: Engine) -> Iterator[str]:
    """A name for a reader, who is gone at the end."""
    name = f"reader_{uuid.uuid4().hex[:12]}"
    yield name
    if is_login(engine, name):
        drop_reader(engine, name)


def counts_articles(url: str) -> bool:
    engine = make_engine(url)
    with engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM report.article")
    engine.dispose()
    return True


def test_password_is_shown_once_and_kept(database_url: str, engine: Engine, name: str) -> None:
    first = run_command("grant", "reader", name, "--url", database_url)
    assert first.exit_code == 0, first.output
    assert "shown this once" in first.stdout
    url = next(line.removeprefix("URL: ") for line in first.stdout.splitlines() if line.startswith("URL: "))
    assert counts_articles(url)
    second = run_command("grant", "reader", name, "--url", database_url)
    assert "is the one it had" in second.stdout
    assert counts_articles(url)
    assert str(engine.url.password) not in first.output + second.output


def test_fresh_password_replaces_the_old_one(database_url: str, name: str) -> None:
    granted = [
        json.loads(run_command("grant", "reader", name, "--json", *more, "--url", database_url).stdout)
        for more in ((), ("--new-password",))
    ]
    assert [answer["is_new"] for answer in granted] == [True, False]
    assert granted[0]["url"] != granted[1]["url"]
    assert counts_articles(granted[1]["url"])


def test_password_of_the_environment_is_set_and_not_shown(
    database_url: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSDB_READER_PASSWORD", "a phrase of my own")
    granted = run_command("grant", "reader", name, "--url", database_url)
    assert "phrase" not in granted.output
    with_password = make_engine(database_url).url.set(username=name, password="a phrase of my own")
    assert counts_articles(with_password.render_as_string(hide_password=False))


def test_typed_password_is_asked_twice_and_not_shown(database_url: str, name: str) -> None:
    typed = ["grant", "reader", name, "--ask-password", "--url", database_url]
    granted = CliRunner().invoke(app, typed, input="my secret\nmy secret\n")
    assert granted.exit_code == 0, granted.output
    assert "my secret" not in granted.output
    assert "Password, shown" not in granted.output


def test_revoked_reader_is_gone(database_url: str, engine: Engine, name: str) -> None:
    run_command("grant", "reader", name, "--url", database_url)
    assert run_command("revoke", "reader", name, "--url", database_url).stdout == f"{name} is gone.\n"
    assert not is_login(engine, name)
    again = run_command("revoke", "reader", name, "--url", database_url)
    assert (again.exit_code, "there is no reader" in again.stderr) == (1, True)


def test_only_readers_can_be_granted(database_url: str) -> None:
    refused = run_command("grant", "writer", "x", "--url", database_url)
    assert refused.exit_code == 2
    assert "reader" in refused.stderr
