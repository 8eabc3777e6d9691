"""Databases for the tests of reports: one with the gold of the seeds, to be read only, and empty ones to write in."""

import uuid
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, text

from newsdb.database.engine import make_engine
from tests.reports.gold_facts import load_gold


@pytest.fixture(scope="session")
def gold_engine(administrator: Engine, template: str) -> Iterator[Engine]:
    """The five seeds with the facts of their gold; loaded once, so tests must not write."""
    name = f"newsdb_gold_{uuid.uuid4().hex[:12]}"
    with administrator.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    engine = make_engine(administrator.url.set(database=name))
    load_gold(engine)
    yield engine
    engine.dispose()
    with administrator.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
def gold(gold_engine: Engine) -> Iterator[Connection]:
    """A connection to the gold whose changes are taken back."""
    with gold_engine.connect() as connection:
        yield connection
