"""P3: loaders at once neither stop nor differ, while the same loaders with unsorted keys stop each other."""

import threading
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from psycopg import sql
from sqlalchemy import Engine, text

from newsdb import Database
from newsdb.loading import LoadReport
from newsdb.loading.merging import merge
from tests.seeds import forget_all
from tests.unbreakable.generated import write_press
from tests.unbreakable.states import fresh_state, state

DEADLOCKS = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"
insert_new = merge._insert_new


def slow_insert(name: str, result: sql.SQL, *, order: str = "") -> sql.Composed:
    """The loader's own statement, at a pace that gives two loaders time to meet; in its own order or in another."""
    begin, rest = insert_new(name, result).as_string().split("SELECT DISTINCT ON", 1)
    select, end = rest.split(" ON CONFLICT", 1)
    # OFFSET 0 has the rows put in order before the first is slept over.
    rows = f"SELECT * FROM (SELECT DISTINCT ON {select}) AS s {order} OFFSET 0"
    slowly = f"SELECT * FROM ({rows}) AS s WHERE pg_sleep(0.02)::text IS NOT NULL"
    return sql.Composed([sql.SQL(f"{begin} {slowly} ON CONFLICT {end}")])


def shuffled_insert(name: str, result: sql.SQL) -> sql.Composed:
    return slow_insert(name, result, order="ORDER BY random()")


def deadlocks(engine: Engine) -> int:
    """How many transactions of this database the server has stopped for waiting in a circle.

    The loader begins such a one anew, so that neither the data nor the report tells of it.
    """
    # A session counts when it ends.
    engine.dispose()
    with engine.connect() as connection:
        return int(connection.execute(text(DEADLOCKS)).scalar_one())


def load_at_once(engine: Engine, paths: Sequence[Path], loaders: int, *, piece: int = 8) -> list[LoadReport]:
    """Every loader loads every file, in its own order and in pieces, all from one moment on."""
    barrier = threading.Barrier(loaders)
    reports: list[LoadReport] = []
    errors: list[BaseException] = []

    def run(seed: int) -> None:
        order = Random(seed).sample(list(paths), len(paths))
        barrier.wait()
        try:
            for first in range(0, len(order), piece):
                reports.append(Database(engine).load(order[first : first + piece], jobs=1))
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(seed,)) for seed in range(loaders)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    return reports


def check_at_once(engine: Engine, folder: Path, *, loaders: int, articles: int) -> None:
    paths = write_press(folder, articles)
    reports = load_at_once(engine, paths, loaders)
    assert deadlocks(engine) == 0
    assert all(report.rejections == () for report in reports)
    assert sum(report.inserted for report in reports) == articles
    assert sum(report.files for report in reports) == articles * loaders
    together = state(engine)
    assert fresh_state(engine, folder) == together


def test_four_loaders_at_once_give_the_data_of_one(engine: Engine, tmp_path: Path) -> None:
    check_at_once(engine, tmp_path, loaders=4, articles=12)


@pytest.mark.long
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("trial", range(5))
@pytest.mark.parametrize("loaders", [2, 4, 8])
def test_many_loaders_at_once_give_the_data_of_one(engine: Engine, tmp_path: Path, loaders: int, trial: int) -> None:
    check_at_once(engine, tmp_path, loaders=loaders, articles=100 + trial)


def count_deadlocks(engine: Engine, folder: Path, *, trials: int) -> int:
    """How many deadlocks two loaders of the same files make, at the first trial that has any."""
    paths = write_press(folder, 8)
    for _ in range(trials):
        forget_all(engine)
        load_at_once(engine, paths, 2)
        if found := deadlocks(engine):
            return found
    return 0


def test_slow_loaders_do_not_deadlock(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge, "_insert_new", slow_insert)
    assert count_deadlocks(engine, tmp_path, trials=2) == 0


def test_control_with_unsorted_keys_deadlocks(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same loaders, but for the order of their keys: so the test above can fail."""
    monkeypatch.setattr(merge, "_insert_new", shuffled_insert)
    assert count_deadlocks(engine, tmp_path, trials=12) > 0
