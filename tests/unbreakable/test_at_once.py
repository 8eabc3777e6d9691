"""P3: loaders at once neither stop nor differ, while the same statements with unsorted keys stop each other."""

import threading
from collections.abc import Sequence
from pathlib import Path
from random import Random

import psycopg
import pytest
from sqlalchemy import Engine

from newsdb import Database
from newsdb.loading import LoadReport
from newsdb.models import key_id
from tests.unbreakable.generated import write_press
from tests.unbreakable.states import fresh_state, state

INSERT = "INSERT INTO newsdb.person (id, name, name_key, disambiguator) VALUES (%s, %s, %s, '') ON CONFLICT DO NOTHING"


def load_at_once(engine: Engine, paths: Sequence[Path], loaders: int) -> list[LoadReport]:
    """Every loader loads every file, in its own order and in pieces, all from one moment on."""
    barrier = threading.Barrier(loaders)
    reports: list[LoadReport] = []
    errors: list[BaseException] = []

    def run(seed: int) -> None:
        order = Random(seed).sample(list(paths), len(paths))
        barrier.wait()
        try:
            for first in range(0, len(order), 8):
                reports.append(Database(engine).load(order[first : first + 8], jobs=1))
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


def write_at_once(url: str, orders: Sequence[Sequence[str]]) -> list[str]:
    """Each session inserts its names in its order and commits; the sqlstates of those that the server stopped.

    Where the orders differ, no session goes on before each has its first row: a deadlock is certain then, and not luck.
    """
    is_unsorted = len({order[0] for order in orders}) > 1
    first_done = threading.Barrier(len(orders))
    stopped: list[str] = []

    def run(names: Sequence[str]) -> None:
        with psycopg.connect(url) as connection, connection.cursor() as cursor:
            try:
                for number, name in enumerate(names):
                    cursor.execute(INSERT, [key_id("person", name, ""), name, name])
                    if number == 0 and is_unsorted:
                        first_done.wait(300)
            except psycopg.errors.DeadlockDetected as error:
                stopped.append(str(error.sqlstate))
                connection.rollback()

    threads = [threading.Thread(target=run, args=(names,)) for names in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return stopped


def test_control_with_unsorted_keys_deadlocks(engine: Engine, database_url: str) -> None:
    """Were the loader's keys not sorted, this would be its fate; so the tests above can fail."""
    assert Database(engine).digest()
    names = ["a", "b"]
    assert write_at_once(database_url, [names, names[::-1]]) == ["40P01"]


def test_control_with_sorted_keys_does_not(database_url: str) -> None:
    assert write_at_once(database_url, [["a", "b"], ["a", "b"]]) == []
