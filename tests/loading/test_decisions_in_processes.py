"""Decisions hold for batches of other processes, and for files that were read before somebody decided."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

import newsdb.loading.run
import newsdb.loading.writer
from newsdb.loading import correct, export_decisions, import_decisions, judge, load, suppress
from newsdb.loading.report import Rejection
from newsdb.loading.rows.filerows import FileRows, Namesakes
from tests.loading.deciding import article_id, state, write_pages
from tests.seeds import forget_all

MARKET, BOTH = "Le marché couvert ouvre ses portes", "La ville et le port signent"


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A file a batch, so that each process has some."""
    monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", 1)
    return write_pages(tmp_path)


def test_processes_load_as_decided(engine: Engine, paths: list[Path]) -> None:
    load(engine, paths, jobs=1)
    correct(engine, "article", article_id(engine, MARKET), "headline", "Réouverture du marché", reason="a slip")
    suppress(engine, "article", article_id(engine, BOTH), reason="court order 12")
    decided = state(engine)
    for jobs in (1, 2):
        forget_all(engine)
        report = load(engine, paths, jobs=jobs)
        assert (report.inserted, [rejection.error for rejection in report.rejections]) == (3, ["Suppressed"])
        assert state(engine) == decided


def test_namesakes_that_are_told_apart_after_the_file_was_read(
    engine: Engine, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    load(engine, paths, jobs=1)
    judge(engine, "different", "Karim Naciri", f"Karim Naciri@{article_id(engine, BOTH)}", reason="his cousin")
    decided = state(engine)
    with engine.connect() as connection:
        exported = export_decisions(connection)
    judge(engine, "undone", "Karim Naciri", f"Karim Naciri@{article_id(engine, BOTH)}", reason="to decide it later")
    forget_all(engine)
    read = newsdb.loading.writer.read_content

    def decide_meanwhile(name: str, content: bytes, namesakes: Namesakes) -> FileRows | Rejection:
        made = read(name, content, namesakes)
        if name.endswith("both.txt"):
            import_decisions(engine, exported, name="meanwhile")
        return made

    monkeypatch.setattr(newsdb.loading.writer, "read_content", decide_meanwhile)
    assert load(engine, paths, jobs=1).inserted == 4
    assert state(engine) == decided
