"""An older extractor, and the small press of the tests of decisions: files, and a database that holds them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

import newsdb.loading.files
import newsdb.loading.writer
from newsdb.loading import load
from tests.conftest import engine_on, temporary_database
from tests.loading.deciding import state, write_pages

OLDER = "rules 0"


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


@pytest.fixture(scope="session")
def loaded_state(administrator: Engine, loaded_template: str) -> str:
    """The state of the files when nothing was decided."""
    with engine_on(administrator, loaded_template) as engine:
        return state(engine)


@pytest.fixture
def loaded(administrator: Engine, loaded_template: str) -> Iterator[Engine]:
    with temporary_database(administrator, loaded_template) as name, engine_on(administrator, name) as engine:
        yield engine


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """An older extractor until it is undone; a test patches in what it does."""
    with monkeypatch.context() as patch:
        patch.setattr(newsdb.loading.files, "EXTRACTOR", OLDER)
        patch.setattr(newsdb.loading.writer, "EXTRACTOR", OLDER)
        yield patch
