"""A takedown that comes between the reading of a file and its writing is heeded, also where only a name was new."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from newsdb.errors import Suppressed
from newsdb.loading import load, suppress, unsuppress
from newsdb.loading.ledger import open_run
from newsdb.loading.paths import FILE_LIMIT, SourcePath, find_files
from newsdb.loading.writer import Outcome, Writer
from tests.loading.deciding import PAGES, article_id, state


@pytest.fixture
def renamed(engine: Engine, tmp_path: Path) -> list[SourcePath]:
    """A file that is loaded and has another name since, beside one that is new."""
    (tmp_path / "port.txt").write_text(PAGES["port.txt"], encoding="utf-8")
    load(engine, [tmp_path])
    (tmp_path / "port.txt").rename(tmp_path / "quai.txt")
    (tmp_path / "both.txt").write_text(PAGES["both.txt"], encoding="utf-8")
    return find_files([tmp_path])[0]


@pytest.fixture
def writer(engine: Engine) -> Iterator[Writer]:
    with engine.connect() as connection:
        yield Writer(connection, FILE_LIMIT)


def counts(outcome: Outcome) -> tuple[int, int, int]:
    return outcome.inserted, outcome.unchanged, len(outcome.rejections)


def test_file_with_a_new_name_that_is_taken_down_meanwhile_is_refused_as_such(
    engine: Engine, writer: Writer, renamed: list[SourcePath]
) -> None:
    batch = writer.read(renamed)
    suppress(engine, "article", article_id(engine, "Le quai du port sera prolongé"), reason="why")
    outcome = writer.write(writer.in_transaction(open_run), batch)
    assert counts(outcome) == (1, 0, 1)
    assert outcome.rejections[0].error == Suppressed.__name__
    state(engine)


def test_every_new_name_of_a_file_that_is_taken_down_meanwhile_is_counted(
    engine: Engine, writer: Writer, renamed: list[SourcePath], tmp_path: Path
) -> None:
    (tmp_path / "mole.txt").write_text(PAGES["port.txt"], encoding="utf-8")
    batch = writer.read([*renamed, *find_files([tmp_path / "mole.txt"])[0]])
    suppress(engine, "article", article_id(engine, "Le quai du port sera prolongé"), reason="why")
    assert counts(writer.write(writer.in_transaction(open_run), batch)) == (1, 0, 2)
    state(engine)


def test_file_with_a_new_name_that_is_taken_down_and_given_back_meanwhile_is_loaded(
    engine: Engine, writer: Writer, renamed: list[SourcePath]
) -> None:
    batch = writer.read(renamed)
    unsuppress(engine, suppress(engine, "file", "port.txt", reason="why").numbers[0], reason="a slip")
    outcome = writer.write(writer.in_transaction(open_run), batch)
    assert counts(outcome) == (2, 0, 0)
    assert load(engine, [source.path for source in renamed]).unchanged == 2
    state(engine)


def test_file_with_a_new_name_that_is_gone_from_both_meanwhile_is_refused(
    engine: Engine, writer: Writer, renamed: list[SourcePath]
) -> None:
    batch = writer.read(renamed)
    unsuppress(engine, suppress(engine, "file", "port.txt", reason="why").numbers[0], reason="a slip")
    next(Path(source.path) for source in renamed if source.name == "quai.txt").unlink()
    outcome = writer.write(writer.in_transaction(open_run), batch)
    assert counts(outcome) == (1, 0, 1)
    assert outcome.rejections[0].error == "UnreadablePath"
