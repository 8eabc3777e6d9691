"""A database that the command line has loaded the seeds into, and a way to call the command in this process."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from newsdb.database.engine import libpq_url
from tests.cli.calls import Call, run_command
from tests.conftest import temporary_database
from tests.seeds import SEEDS


@pytest.fixture(scope="session")
def seeds_url(administrator: Engine) -> Iterator[str]:
    """The URL of a database that `newsdb load seeds/` has made out of an empty one; tests must not write."""
    with temporary_database(administrator) as name:
        url = libpq_url(administrator.url.set(database=name))
        loaded = run_command("load", str(SEEDS), "--url", url)
        assert loaded.exit_code == 0, loaded.output
        yield url


@pytest.fixture
def newsdb(seeds_url: str) -> Call:
    """Calls a command on the loaded seeds."""
    return lambda *arguments: run_command(*arguments, "--url", seeds_url)
