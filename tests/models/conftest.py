"""A database that holds the seeds, for tests that break its rules in transactions that are rolled back."""

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine, text

from newsdb.database.engine import make_engine
from newsdb.loading import load
from tests.conftest import temporary_database
from tests.seeds import SEEDS, seed_files

JUDGEMENT = """
    INSERT INTO newsdb.entity_judgement (id, number, entity_kind, left_key, right_key, verdict, decided_at)
    VALUES (newsdb.key_id('entity_judgement', '1'), 1, 'person', 'a b', 'c d', 'same', now())
"""
CORRECTION = """
    INSERT INTO newsdb.correction
    VALUES (newsdb.key_id('correction', '1'), 1, 'article', gen_random_uuid(), '', 'section', 'corrected', 'Sport',
        'why', 'who', now())
"""
SUPPRESSION = """
    INSERT INTO newsdb.suppression
    VALUES (newsdb.key_id('suppression', '1'), 1, 'file', repeat('0', 64), NULL, 'suppressed', 'why', 'who', now())
"""


@pytest.fixture(scope="package")
def loaded_engine(administrator: Engine, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Every table has a row: the seeds and a reprint, a file that is refused, and a decision of each kind."""
    reprint = tmp_path_factory.mktemp("reprint") / "reprint.txt"
    pages = [path.read_text(encoding="utf-8") for path in seed_files()]
    others = [re.sub(r"(Publié dans .{1,40} le )\d\d - ", r"\g<1>01 - ", content, count=1) for content in pages]
    reprint.write_text(next(other for other in others if other not in pages), encoding="utf-8")
    empty = tmp_path_factory.mktemp("refused") / "empty.txt"
    empty.touch()
    with temporary_database(administrator, template) as name:
        engine = make_engine(administrator.url.set(database=name))
        load(engine, [SEEDS, empty, reprint])
        with engine.begin() as connection:
            for decision in (JUDGEMENT, CORRECTION, SUPPRESSION):
                connection.execute(text(decision))
        yield engine
        engine.dispose()


@pytest.fixture
def connection(loaded_engine: Engine) -> Iterator[Connection]:
    """A transaction on the loaded seeds, rolled back at the end."""
    with loaded_engine.connect() as connection:
        yield connection
        connection.rollback()
