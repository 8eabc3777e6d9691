"""A database with the seeds and its reader, as BI tools meet them; what a tool does with them is left to its test."""

import uuid
from collections.abc import Iterator

import pytest
from sqlalchemy import URL, Connection, Engine

from newsdb.database.engine import make_engine
from newsdb.database.readers import drop_reader, grant_reader, reader_url

# Of characters that must be quoted wherever a URL, JSON or YAML carries it.
PASSWORD = "100 % sûr : /@#'\"?"


@pytest.fixture(scope="module")
def seeded(shared_seeds: Engine) -> Engine:
    """The owner's engine on a database with the seeds; tests must not write."""
    return shared_seeds


@pytest.fixture(scope="module")
def address_of_reader(seeded: Engine) -> Iterator[URL]:
    """The URL of a login made by `newsdb grant reader`."""
    name = f"reader_{uuid.uuid4().hex[:12]}"
    grant_reader(seeded, name, PASSWORD)
    yield reader_url(seeded.url, name, PASSWORD)
    drop_reader(seeded, name)


@pytest.fixture(scope="module")
def reading(address_of_reader: URL) -> Iterator[Connection]:
    """The reader's connection, on which each statement is a transaction of its own."""
    engine = make_engine(address_of_reader)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield connection
    engine.dispose()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--picture", help="where the tests marked superset write how the dashboard looks, as PNG")
