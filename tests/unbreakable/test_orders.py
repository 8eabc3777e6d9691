"""P1, P2: whatever the order, the batches, the processes and the repetitions, the same rows; and again nothing."""

from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Engine

import newsdb.loading.files
import newsdb.loading.writer
from newsdb import Database
from newsdb.loading import LoadReport
from tests.loading.test_promises import OLDER, facts_by_half
from tests.seeds import forget_all
from tests.unbreakable.generated import write_press
from tests.unbreakable.states import count_rows, fresh_state, state


def load_in_pieces(engine: Engine, paths: list[Path], random: Random) -> None:
    """In a random order, in random pieces, some of them twice, with one process or two."""
    left = random.sample(paths, len(paths))
    database = Database(engine)
    while left:
        size = random.randint(1, len(left))
        piece, left = left[:size], left[size:]
        again = random.sample(paths, random.randint(0, 3))
        report = database.load([*piece, *again], jobs=random.choice((1, 1, 2)))
        assert report.rejections == ()


def check_orders(engine: Engine, folder: Path, *, articles: int, trials: int) -> None:
    paths = write_press(folder, articles)
    whole = fresh_state(engine, folder)
    for seed in range(trials):
        forget_all(engine)
        load_in_pieces(engine, paths, Random(seed))
        assert state(engine) == whole, f"order of seed {seed}"


def test_random_orders_batches_and_processes_give_one_digest(engine: Engine, tmp_path: Path) -> None:
    check_orders(engine, tmp_path, articles=16, trials=3)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_many_random_orders_give_one_digest(engine: Engine, tmp_path: Path) -> None:
    check_orders(engine, tmp_path, articles=120, trials=60)


def check_report(engine: Engine, given: list[Path], *, jobs: int = 1) -> LoadReport:
    """Load, and compare what the report says with what has become of the tables."""
    before = count_rows(engine)
    report = Database(engine).load(given, jobs=jobs)
    after = count_rows(engine)
    grown = {name: after[name] - before[name] for name in after if after[name] != before[name]}
    assert dict(report.rows) == grown
    assert len(given) == report.files == report.inserted + report.updated + report.unchanged + report.rejected
    assert Database(engine).verify() == ()
    return report


def test_report_of_every_load_is_what_happened_to_the_rows(engine: Engine, tmp_path: Path) -> None:
    """P5: files in = loaded + unchanged + rejected, and the rows reported are those by which the tables grew."""
    paths = write_press(tmp_path, 16)
    (tmp_path / "empty.txt").write_bytes(b"")
    random = Random(3)
    for jobs in (1, 1, 2, 1):
        given = [*random.sample(paths, 7), *random.choice(([], [tmp_path / "empty.txt"], [tmp_path / "nowhere"]))]
        check_report(engine, given, jobs=jobs)


def test_report_of_an_upgrade_is_what_happened_to_the_rows(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P5, where facts are taken back and written anew."""
    paths = write_press(tmp_path, 12)
    with monkeypatch.context() as older:
        older.setattr(newsdb.loading.files, "extract_facts", facts_by_half)
        older.setattr(newsdb.loading.files, "EXTRACTOR", OLDER)
        older.setattr(newsdb.loading.writer, "EXTRACTOR", OLDER)
        assert check_report(engine, paths[:8]).inserted == 8
    report = check_report(engine, paths, jobs=2)
    assert (report.updated, report.inserted) == (8, 4)
    assert report.rows["quote"] > 0
