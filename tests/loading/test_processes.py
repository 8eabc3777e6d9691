"""Batches in other processes: the same data, and every file counted once, whatever dies."""

import os
import signal
import sys
import uuid
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

import newsdb.loading.run
from benchmarks.newspaper import write_files
from newsdb.errors import WrongParameter
from newsdb.integrity import verify
from newsdb.loading import load
from newsdb.loading.paths import SourcePath, find_files
from newsdb.loading.plan import BATCH_BYTES, Batch, cut_batches
from newsdb.loading.records import Records
from newsdb.loading.writer import Loaded, Outcome, Writer
from newsdb.models import fold_accents
from tests.loading.test_ledger import counts, last_run
from tests.loading.test_promises import digest_of
from tests.reading.test_archives import make_zip
from tests.seeds import forget_all

FILES = 40


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles that share people and organisations, in batches of three."""
    monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", 3)
    write_files(tmp_path, range(FILES))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "zero.txt").write_bytes(b"\0")
    return tmp_path


def test_processes_write_what_one_writes(engine: Engine, press: Path) -> None:
    alone = load(engine, [press], jobs=1)
    data = digest_of(engine)
    forget_all(engine)
    together = load(engine, [press], jobs=4)
    assert digest_of(engine) == data
    assert counts(together) == counts(alone) == (FILES, 0, 0, 2)
    assert together.rejections == alone.rejections
    assert together.rows["mention"] == alone.rows["mention"]
    assert last_run(engine) == counts(together)
    again = load(engine, [press], jobs=4)
    assert counts(again) == (0, 0, FILES, 2)
    assert dict(again.rows) == {}


def test_any_executor_will_do(engine: Engine, press: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the caller has another working directory by then, and named the files relative to his own."""
    monkeypatch.chdir(press)
    with ThreadPoolExecutor(3) as executor:
        report = load(engine, ["."], executor=executor)
        data = digest_of(engine)
        assert counts(report) == (FILES, 0, 0, 2)
        assert executor.submit(str, 1).result() == "1"
    forget_all(engine)
    load(engine, [press], jobs=1)
    assert digest_of(engine) == data


def test_dry_run_is_this_process_alone_whatever_executor_is_there(engine: Engine, press: Path) -> None:
    with ThreadPoolExecutor(2) as executor:
        dry = load(engine, [press], executor=executor, dry_run=True)
        assert counts(dry) == (FILES, 0, 0, 2)
        wet = load(engine, [press], executor=executor)
    assert (dry.rows, dry.rejections) == (wet.rows, wet.rejections)


@pytest.mark.parametrize("jobs", [0, -1, "2"])
def test_number_of_processes_that_is_none_is_refused(engine: Engine, press: Path, jobs: int) -> None:
    with pytest.raises(WrongParameter, match=r"jobs: .* is no number of processes; give a number"):
        load(engine, [press], jobs=jobs)


def test_executor_that_was_shut_down_is_refused(engine: Engine, press: Path) -> None:
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    with pytest.raises(WrongParameter, match="executor: it takes no work"):
        load(engine, [press], executor=executor)


def test_executor_that_gives_up_what_it_has_taken_is_named_and_the_next_load_does_the_rest(
    engine: Engine, press: Path
) -> None:
    class Cancelling(Executor):
        """As one that somebody shuts down, its waiting tasks with it, while they wait."""

        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            future: Future[Any] = Future()
            future.cancel()
            return future

    with pytest.raises(WrongParameter, match=r"takes no work \(it was shut down .*what was written before stays"):
        load(engine, [press], executor=Cancelling())
    assert load(engine, [press], jobs=1).rejected == 2
    with engine.connect() as connection:
        assert verify(connection) == ()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are not forked and know no patches")
def test_process_that_dies_after_its_commit_loses_no_count(
    engine: Engine, press: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    died = tmp_path_factory.mktemp("marks") / "died"
    write = Writer.load

    def die_once(writer: Writer, run_id: uuid.UUID, sources: Sequence[SourcePath]) -> Outcome:
        outcome = write(writer, run_id, sources)
        if not died.exists():
            died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return outcome

    monkeypatch.setattr(Writer, "load", die_once)
    report = load(engine, [press], jobs=2)
    assert died.exists()
    assert counts(report) == last_run(engine) == (FILES, 0, 0, 2)
    with engine.connect() as connection:
        assert verify(connection) == ()


def test_file_above_the_limit_is_refused_before_it_is_read(engine: Engine, tmp_path: Path) -> None:
    write_files(tmp_path, range(1))
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(50_000_000)
    report = load(engine, [tmp_path])
    assert (report.inserted, [rejection.error for rejection in report.rejections]) == (1, ["FileTooLarge"])
    assert "50,000,000 bytes" in report.rejections[0].reason
    [refused] = load(engine, [tmp_path], file_limit=1000).rejections[:1]
    assert refused.error == "FileTooLarge"


def test_few_changed_files_among_many_are_one_batch_and_start_no_process(
    engine: Engine, press: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (press / "empty.txt").unlink()
    (press / "zero.txt").unlink()
    load(engine, [press], jobs=1)
    for number, path in enumerate(find_files([press])[0]):
        if number % 20 == 10:
            Path(path.path).write_text(f"Le hangar {number}\n\nLa grue a été vendue hier à Safi.\n", "utf-8")
    monkeypatch.setattr(newsdb.loading.run, "FEW_FILES", 0)
    monkeypatch.setattr(newsdb.loading.run, "Workers", None)
    batches: list[int] = []

    def load_and_count(writer: Writer, run_id: uuid.UUID, given: Iterable[Batch]) -> Iterator[Loaded]:
        for batch in given:
            batches.append(len(batch.sources))
            yield Loaded(batch.files, len(batch.sources), writer.load(run_id, batch.sources))

    monkeypatch.setattr(newsdb.loading.run, "load_in_turn", load_and_count)
    assert counts(load(engine, [press])) == (2, 0, FILES - 2, 0)
    assert batches == [2]


def test_batches_are_bounded_by_count_and_by_bytes(tmp_path: Path) -> None:
    for number in range(6):
        with (tmp_path / f"{number}.txt").open("wb") as file:
            file.truncate(BATCH_BYTES // 2 if number < 4 else BATCH_BYTES * 3)
    sources, _ = find_files([tmp_path])
    assert [len(batch.sources) for batch in cut_batches(Records(sources), 500, 1, list)] == [2, 2, 1, 1]
    assert [len(batch.sources) for batch in cut_batches(Records(sources[:3]), 1, 1, list)] == [1, 1, 1]
    assert [source for batch in cut_batches(Records(sources), 500, 2, list) for source in batch.sources] == sources


def test_file_is_done_with_its_last_record_though_what_waits_of_it_came_before_known_ones(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / f"{name}.zip").write_bytes(make_zip({f"{n}.txt": b"Un titre\n\nUn mot.\n" for n in range(4)}))
    sources, _ = find_files([tmp_path])
    batches = cut_batches(Records(sources), 2, 1, lambda of: [one for one in of if one.name == "first.zip!/0.txt"])
    told = [(len(batch.sources), batch.unchanged, batch.files) for batch in batches]
    assert told == [(0, 1, 0), (0, 2, 0), (0, 2, 0), (0, 2, 1), (1, 0, 1)]


def test_accents_are_folded_as_the_database_folds_them(engine: Engine) -> None:
    letters = "".join(chr(code) for code in range(1, 0x10000) if not 0xD800 <= code < 0xE000)
    with engine.connect() as connection:
        folded = connection.execute(text("SELECT newsdb.fold_accents(:letters)"), {"letters": letters}).scalar_one()
    assert fold_accents(letters) == folded
