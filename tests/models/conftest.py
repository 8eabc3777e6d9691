"""A database that holds the seeds, for tests that break its rules in transactions that are rolled back."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine

from newsdb.database.engine import make_engine
from newsdb.loading import load
from tests.conftest import temporary_database
from tests.seeds import SEEDS


@pytest.fixture(scope="module")
def loaded_engine(administrator: Engine, template: str) -> Iterator[Engine]:
    with temporary_database(administrator, template) as name:
        engine = make_engine(administrator.url.set(database=name))
        load(engine, [SEEDS])
        yield engine
        engine.dispose()


@pytest.fixture
def connection(loaded_engine: Engine) -> Iterator[Connection]:
    """A transaction on the loaded seeds, rolled back at the end."""
    with loaded_engine.connect() as connection:
        yield connection
        connection.rollback()
