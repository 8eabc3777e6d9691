"""The small press of the tests of decisions, as files and as a database into which these were loaded."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from newsdb.loading import load
from tests.conftest import engine_on, temporary_database
from tests.loading.deciding import write_pages


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    return write_pages(tmp_path)


@pytest.fixture(scope="session")
def loaded_template(administrator: Engine, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The files, loaded; cloned for each test, which takes a tenth of loading them."""
    with temporary_database(administrator, template) as name:
        with engine_on(administrator, name) as engine:
            load(engine, write_pages(tmp_path_factory.mktemp("press")))
        yield name


@pytest.fixture
def loaded(administrator: Engine, loaded_template: str) -> Iterator[Engine]:
    with temporary_database(administrator, loaded_template) as name, engine_on(administrator, name) as engine:
        yield engine
