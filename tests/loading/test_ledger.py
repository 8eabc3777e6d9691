"""The ledger adds up whatever happens, and says the same as the report."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

import newsdb.loading.files
import newsdb.loading.run
import newsdb.loading.writer
from newsdb.document import Document
from newsdb.errors import NoServer
from newsdb.extraction import extract_facts
from newsdb.facts import Facts
from newsdb.integrity import verify
from newsdb.loading import LoadReport, Progress, load
from newsdb.models.catalogue import DATA_TABLES
from tests.seeds import SEEDS, seed_files


def last_run(engine: Engine) -> tuple[int, int, int, int]:
    """The counts of the last run."""
    with engine.connect() as connection:
        query = "SELECT inserted, updated, unchanged, rejected FROM newsdb.load_run ORDER BY started_at DESC LIMIT 1"
        inserted, updated, unchanged, rejected = connection.execute(text(query)).one()
        return inserted, updated, unchanged, rejected


def counts(report: LoadReport) -> tuple[int, int, int, int]:
    return report.inserted, report.updated, report.unchanged, report.rejected


def with_wrong_span(document: Document) -> Facts:
    """Facts of which a mention lies about the text."""
    facts = extract_facts(document)
    person = facts.people[0]
    lie = replace(person.mentions[0], surface=person.mentions[0].surface[::-1])
    return replace(facts, people=(replace(person, mentions=(lie,)), *facts.people[1:]))


def test_unchanged_files_are_counted_beside_a_refused_one(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one file of the batch that is read is the one that the database refuses."""
    load(engine, seed_files()[1:])
    monkeypatch.setattr(newsdb.loading.files, "extract_facts", with_wrong_span)
    report = load(engine, [SEEDS])
    assert counts(report) == (0, 0, 4, 1)
    assert last_run(engine) == counts(report)


def test_refused_files_of_a_load_that_is_cut_off_are_on_record(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", 1)
    for number in range(3):
        (tmp_path / f"{number}.txt").write_bytes(b"")

    def cut_off(progress: Progress) -> None:
        if progress.done == 2:
            raise NoServer("the server went away", where="here", remedy="wait")

    with pytest.raises(NoServer):
        load(engine, [tmp_path], on_progress=cut_off)
    assert last_run(engine) == (0, 0, 0, 2)
    with engine.connect() as connection:
        places = connection.execute(text("SELECT place FROM newsdb.load_reject ORDER BY ordinal")).scalars()
        assert list(places) == ["0.txt", "1.txt"]
        assert verify(connection) == ()


def test_clock_that_is_put_back_ends_no_load(engine: Engine) -> None:
    def put_back(progress: Progress) -> None:
        with engine.begin() as connection:
            if progress.done == 0:
                connection.execute(text("UPDATE newsdb.load_run SET started_at = started_at + interval '1 hour'"))

    assert load(engine, [SEEDS], on_progress=put_back).inserted == 5
    with engine.connect() as connection:
        assert verify(connection) == ()


ALONE = "Une réunion\n\nLe directeur de l'ONZM a pris la parole hier à Rabat. L'ONZM a présenté son plan à la presse.\n"
SPELT = "Un plan\n\nL'Office national des zones maritimes a présenté hier son plan pour les ports à la presse.\n"
BOTH = "Un bilan\n\nL'Office national des zones maritimes (ONZM) a présenté hier son bilan à la presse à Rabat.\n"


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_rows_of_the_report_are_those_in_the_tables(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    """Also where the last batch takes an organisation away: an acronym that it spells out."""
    monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", batch)
    for name, content in {"1.txt": ALONE, "2.txt": SPELT, "3.txt": BOTH}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    report = load(engine, [tmp_path])
    with engine.connect() as connection:
        tables = {
            name: connection.execute(text(f"SELECT count(*) FROM newsdb.{name}")).scalar_one() for name in DATA_TABLES
        }
    assert report.rows == {name: count for name, count in tables.items() if count}


def test_dry_run_in_several_batches_is_the_load_in_one(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    for path in seed_files():
        shutil.copy(path, tmp_path)
        shutil.copy(path, tmp_path / f"copy_of_{path.name}")
    monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", 2)
    dry = load(engine, [tmp_path], dry_run=True)
    monkeypatch.undo()
    wet = load(engine, [tmp_path])
    assert counts(dry) == counts(wet) == (5, 0, 5, 1)
    assert (dry.rows, dry.rejections) == (wet.rows, wet.rejections)
    assert last_run(engine) == counts(wet)
