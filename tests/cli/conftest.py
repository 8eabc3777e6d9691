"""A database that the command line has loaded the seeds into, and a way to call the command in this process."""

import uuid
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text
from typer.testing import CliRunner

from newsdb.cli import app
from newsdb.database.engine import libpq_url
from tests.cli.calls import Call, run_command
from tests.seeds import SEEDS


@pytest.fixture(scope="session")
def seeds_url(administrator: Engine) -> Iterator[str]:
    """The URL of a database that `newsdb load seeds/` has made out of an empty one; tests must not write."""
    name = f"newsdb_cli_{uuid.uuid4().hex[:12]}"
    with administrator.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"))
    url = libpq_url(administrator.url.set(database=name))
    loaded = CliRunner().invoke(app, ["load", str(SEEDS), "--url", url])
    assert loaded.exit_code == 0, loaded.output
    yield url
    with administrator.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def newsdb(seeds_url: str) -> Call:
    """Calls a command on the loaded seeds."""
    return lambda *arguments: run_command(*arguments, "--url", seeds_url)
