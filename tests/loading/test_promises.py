"""The loader's promises on real files: twice equals once, order is nothing, a file is one unit, the ledger adds up."""

import shutil
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, Engine, text

import newsdb.loading.files
import newsdb.loading.run
import newsdb.loading.writer
from newsdb.database.migrations import downgrade
from newsdb.document import Document
from newsdb.errors import WrongRevision
from newsdb.extraction import extract_facts
from newsdb.facts import Facts
from newsdb.integrity import digest
from newsdb.loading import LoadReport, Progress, load
from newsdb.loading.files import read_file
from newsdb.loading.merging.batch import load_batch
from newsdb.loading.paths import SourcePath
from newsdb.loading.rows.rows import FileRows
from newsdb.models.catalogue import DATA_TABLES
from tests.seeds import SEEDS, forget_all, seed_files


def digest_of(engine: Engine) -> str:
    with engine.connect() as connection:
        return digest(connection)


def count(engine: Engine, table: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM newsdb.{table}")).scalar_one())


def row_versions_written(engine: Engine) -> dict[str, int]:
    """Inserts, updates and deletes that each data table has seen since it was made."""
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_stat_force_next_flush()"))
        connection.commit()
        rows = connection.execute(
            text(
                "SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_user_tables WHERE schemaname = 'newsdb'"
            )
        )
        return {name: written for name, written in rows if name in DATA_TABLES}


def test_seeds_load_whole(engine: Engine) -> None:
    report = load(engine, [SEEDS])
    assert (report.files, report.inserted, report.rejections) == (5, 5, ())
    assert count(engine, "article") == 5
    assert all(report.rows[name] > 0 for name in ("person", "organisation", "mention", "quote", "role_claim"))
    assert report.rows == {name: count(engine, name) for name in DATA_TABLES if count(engine, name)}


def test_second_load_writes_no_row_version(engine: Engine) -> None:
    load(engine, [SEEDS])
    before, data = row_versions_written(engine), digest_of(engine)
    assert before["mention"] > 0
    report = load(engine, [SEEDS])
    assert (report.unchanged, report.inserted, report.updated, dict(report.rows)) == (5, 0, 0, {})
    assert row_versions_written(engine) == before
    assert digest_of(engine) == data


def load_one(connection: Connection, file: FileRows) -> None:
    load_batch(connection.connection.cursor(), [file])  # type: ignore[arg-type]


def test_whichever_file_comes_last_a_set_of_files_gives_one_digest(engine: Engine) -> None:
    """Each file in a load of its own: all steps between sets of the five, so that all 120 orders end in one state."""
    rows = [file for path in seed_files() if isinstance(file := read_file(SourcePath(path, path.name)), FileRows)]
    digests: dict[frozenset[int], set[str]] = {}

    def walk(connection: Connection, there: frozenset[int]) -> None:
        """From the files that are there, which came in their own order, to those with one more."""
        for number, file in enumerate(rows):
            if number not in there:
                step = connection.begin_nested()
                load_one(connection, file)
                digests.setdefault(there | {number}, set()).add(digest(connection))
                if number > max(there, default=-1):
                    walk(connection, there | {number})
                step.rollback()

    with engine.connect() as connection:
        walk(connection, frozenset())
    assert len(digests) == 31
    assert [there for there, found in digests.items() if len(found) > 1] == []
    load(engine, [SEEDS])
    assert digests[frozenset(range(5))] == {digest_of(engine)}


@pytest.mark.long
def test_all_120_orders_give_one_digest(engine: Engine) -> None:
    """A walk through the orders with a savepoint at each step, whatever may be in a state that no digest tells."""
    rows = [file for path in seed_files() if isinstance(file := read_file(SourcePath(path, path.name)), FileRows)]
    digests: list[str] = []

    def walk(connection: Connection, left: Sequence[FileRows]) -> None:
        if not left:
            digests.append(digest(connection))
        for file in left:
            step = connection.begin_nested()
            load_one(connection, file)
            walk(connection, [other for other in left if other is not file])
            step.rollback()

    with engine.connect() as connection:
        walk(connection, rows)
    load(engine, [SEEDS])
    assert len(digests) == 120
    assert set(digests) == {digest_of(engine)}


def test_loading_one_by_one_equals_loading_the_folder(engine: Engine) -> None:
    for path in reversed(seed_files()):
        load(engine, [path])
    one_by_one = digest_of(engine)
    forget_all(engine)
    load(engine, [SEEDS], jobs=2)
    assert digest_of(engine) == one_by_one


def test_two_loaders_at_once_give_the_same_data(engine: Engine) -> None:
    files = seed_files()
    barrier = threading.Barrier(2)
    reports: list[LoadReport] = []

    def load_all(order: list[Path]) -> None:
        barrier.wait()
        reports.extend(load(engine, [path]) for path in order)

    threads = [threading.Thread(target=load_all, args=(order,)) for order in (files, files[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    together = digest_of(engine)
    assert sum(report.inserted for report in reports) == 5
    assert sum(report.unchanged for report in reports) == 5
    forget_all(engine)
    load(engine, [SEEDS])
    assert digest_of(engine) == together


def test_dry_run_reports_the_same_and_writes_nothing(engine: Engine) -> None:
    empty = digest_of(engine)
    dry = load(engine, [SEEDS], dry_run=True)
    assert digest_of(engine) == empty
    assert count(engine, "load_run") == 0
    wet = load(engine, [SEEDS])
    assert (dry.inserted, dry.rows, dry.is_dry_run) == (wet.inserted, wet.rows, True)


def with_wrong_span(document: Document) -> Facts:
    """Facts of which one mention lies about the text, in the one file that is named so."""
    facts = extract_facts(document)
    if not document.source.startswith("002"):
        return facts
    person = facts.people[0]
    lie = replace(person.mentions[0], surface=person.mentions[0].surface[::-1])
    return replace(facts, people=(replace(person, mentions=(lie,)), *facts.people[1:]))


def test_file_that_the_database_refuses_is_lost_alone_and_whole(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newsdb.loading.files, "extract_facts", with_wrong_span)
    report = load(engine, [SEEDS])
    assert (report.inserted, report.rejected) == (4, 1)
    [rejection] = report.rejections
    assert (rejection.error, rejection.name) == ("PromiseBroken", "002_a6986a32f304ae38.txt")
    assert "mention" in rejection.reason
    assert count(engine, "source_file") == 4
    monkeypatch.undo()
    again = load(engine, [SEEDS])
    assert (again.inserted, again.unchanged) == (1, 4)


OLDER = "rules 0"


def facts_by_half(document: Document) -> Facts:
    """What an older extractor might have found: half of the people and organisations, and only their quotes."""
    facts = extract_facts(document)
    people, organisations = facts.people[::2], facts.organisations[::2]
    speakers = {None, *(person.name for person in people), *(organisation.name for organisation in organisations)}
    quotes = tuple(
        quote
        for quote in facts.quotes
        if quote.attribution.speaker_kind not in ("person", "organisation") or quote.attribution.speaker in speakers
    )
    return replace(facts, people=people, organisations=organisations, quotes=quotes, extractor=OLDER)


@pytest.fixture
def older_extractor(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """An older extractor until it is undone."""
    with monkeypatch.context() as older:
        older.setattr(newsdb.loading.files, "extract_facts", facts_by_half)
        older.setattr(newsdb.loading.files, "EXTRACTOR", OLDER)
        older.setattr(newsdb.loading.writer, "EXTRACTOR", OLDER)
        yield older


def test_newer_extractor_replaces_facts_and_equals_a_fresh_load(
    engine: Engine, older_extractor: pytest.MonkeyPatch
) -> None:
    load(engine, [SEEDS])
    older = digest_of(engine)
    older_extractor.undo()
    report = load(engine, [SEEDS])
    assert (report.updated, report.inserted, report.unchanged) == (5, 0, 0)
    upgraded = digest_of(engine)
    assert upgraded != older
    forget_all(engine)
    load(engine, [SEEDS])
    assert digest_of(engine) == upgraded


def test_extractor_upgrade_one_file_at_a_time_equals_a_fresh_load(
    engine: Engine, older_extractor: pytest.MonkeyPatch
) -> None:
    load(engine, [SEEDS])
    older_extractor.undo()
    for path in seed_files():
        assert load(engine, [path]).updated == 1
    upgraded = digest_of(engine)
    forget_all(engine)
    load(engine, [SEEDS])
    assert digest_of(engine) == upgraded


def test_same_content_under_two_names_is_one_file(engine: Engine, tmp_path: Path) -> None:
    original = seed_files()[0]
    shutil.copy(original, tmp_path / "copy.txt")
    report = load(engine, [original, tmp_path])
    assert (report.inserted, report.unchanged) == (1, 1)
    assert (count(engine, "source_file"), count(engine, "source_file_name")) == (1, 2)
    shutil.copy(original, tmp_path / "third.txt")
    later = load(engine, [tmp_path / "third.txt"])
    assert (later.unchanged, later.rows) == (1, {"source_file_name": 1})


def test_ledger_adds_up(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    load(engine, [seed_files()[0]])
    report = load(engine, [SEEDS, tmp_path])
    assert (report.files, report.inserted, report.unchanged, report.rejected) == (6, 4, 1, 1)
    with engine.connect() as connection:
        row = connection.execute(
            text("SELECT inserted, updated, unchanged, rejected FROM newsdb.load_run ORDER BY started_at DESC LIMIT 1")
        ).one()
        assert tuple(row) == (4, 0, 1, 1)
        reject = connection.execute(text("SELECT error, place, remedy FROM newsdb.load_reject")).one()
    assert reject.error == "EmptyFile"
    assert reject.place.startswith("empty.txt")
    assert reject.remedy


def test_progress_counts_up_to_all_files(engine: Engine) -> None:
    seen: list[Progress] = []
    load(engine, [SEEDS], on_progress=seen.append)
    assert seen[0] == Progress(0, 5)
    assert seen[-1] == Progress(5, 5, records=5)


def test_database_at_another_revision_is_refused_before_any_write(engine: Engine) -> None:
    downgrade(engine, "0006")
    with pytest.raises(WrongRevision, match="newsdb migrate"):
        load(engine, [SEEDS])
    assert count(engine, "load_run") == 0


def test_load_cut_off_in_the_middle_leaves_nothing_of_its_batch(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server ends the session when the rows of a batch are written; the next load finds a clean database."""

    def cut_off(*_what: object, **_more: object) -> None:
        with engine.connect() as other:
            other.execute(
                text(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            )

    with monkeypatch.context() as patch:
        patch.setattr(newsdb.loading.writer, "record_items", cut_off)
        with pytest.raises((psycopg.Error, newsdb.errors.DatabaseError)):
            load(engine, [SEEDS])
    assert count(engine, "article") == 0
    engine.dispose()
    assert load(engine, [SEEDS]).inserted == 5


def test_upgrade_cut_off_in_the_middle_leaves_the_old_facts(
    engine: Engine, older_extractor: pytest.MonkeyPatch
) -> None:
    """And until the commit of the new, whoever looks sees the old."""
    load(engine, [SEEDS])
    older = digest_of(engine)
    older_extractor.undo()
    seen = []

    def fail(*_what: object, **_more: object) -> None:
        seen.append(digest_of(engine))
        raise RuntimeError("cut off")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(newsdb.loading.writer, "record_items", fail)
        with pytest.raises(RuntimeError, match="cut off"):
            load(engine, [SEEDS])
    assert [*seen, digest_of(engine)] == [older, older]
    assert load(engine, [SEEDS]).updated == 5
    assert digest_of(engine) != older
