"""Databases for the tests of reports: one with the gold of the seeds, to be read only, and empty ones to write in."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine

from tests.conftest import engine_on, temporary_database
from tests.reports.gold_facts import load_gold


@pytest.fixture(scope="session")
def gold_engine(administrator: Engine, template: str) -> Iterator[Engine]:
    """The five seeds with the facts of their gold; loaded once, so tests must not write."""
    with temporary_database(administrator, template) as name, engine_on(administrator, name) as engine:
        load_gold(engine)
        yield engine


@pytest.fixture
def gold(gold_engine: Engine) -> Iterator[Connection]:
    """A connection to the gold whose changes are taken back."""
    with gold_engine.connect() as connection:
        yield connection
