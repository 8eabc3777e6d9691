"""P4: a loader, a worker or a session killed at any moment leaves no article in part, and the next load mends all."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Engine, text

from newsdb import Database
from tests.seeds import forget_all
from tests.unbreakable.generated import write_press
from tests.unbreakable.states import state

CHECKOUT = Path(__file__).parents[2]
VICTIMS = ("loader", "worker", "session")
# It says so when it begins; what is killed sooner is Python starting up, and so is the reading of word lists, which the
# dry run gets over with.
SCRIPT = """
import sys, newsdb
with newsdb.connect(sys.argv[1]) as database:
    database.load([sys.argv[3]], jobs=1, dry_run=True)
    print("ready", flush=True)
    database.load([sys.argv[2]], jobs=2)
    print("done", flush=True)
"""

END_SESSIONS = """
    SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the children of a process are read from /proc")


def start_load(url: str, folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, url, str(folder), str(next(folder.iterdir()))],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True, cwd=CHECKOUT,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def children(pid: int) -> list[int]:
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def kill(victim: str, process: subprocess.Popen[str], engine: Engine, random: Random) -> bool:
    """Whether there was one to be killed."""
    if victim == "loader":
        process.kill()
        # Where it had ended by itself, it says how.
        return process.wait(600) == -signal.SIGKILL
    if victim == "worker":
        for child in random.sample(workers := children(process.pid), min(1, len(workers))):
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
                return True
        return False
    with engine.connect() as connection:
        return bool(connection.execute(text(END_SESSIONS)).scalar_one())


def end(process: subprocess.Popen[str]) -> None:
    """Wait for what is left of the load, and let nothing outlive the test."""
    try:
        process.wait(600)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def time_load(url: str, folder: Path) -> float:
    """The seconds that a load takes which nobody kills."""
    process = start_load(url, folder)
    assert process.stdout is not None
    started = time.monotonic()
    assert process.stdout.readline() == "done\n"
    seconds = time.monotonic() - started
    end(process)
    return seconds


def count_articles(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM newsdb.article")).scalar_one())


def check_kills(engine: Engine, url: str, folder: Path, *, articles: int, hits: int) -> list[int]:
    """Kill loads at random moments until so many were hit.

    Returns how many articles were left by each that left some and not all.
    """
    write_press(folder, articles)
    seconds = time_load(url, folder)
    whole, all_articles = state(engine), count_articles(engine)
    left: list[int] = []
    for trial in range(hits * 10):
        random = Random(trial)
        forget_all(engine)
        process = start_load(url, folder)
        time.sleep(random.uniform(0, seconds))
        is_hit = kill(VICTIMS[len(left) % len(VICTIMS)], process, engine, random)
        end(process)
        engine.dispose()
        if not is_hit:
            continue
        left.append(count_articles(engine))
        # No promise is broken by what is there, and what is not there comes with the next load.
        state(engine)
        assert Database(engine).load([folder], jobs=1).rejections == ()
        assert state(engine) == whole, f"trial {trial}"
        if len(left) == hits:
            return [count for count in left if 0 < count < all_articles]
    raise AssertionError(f"only {len(left)} of {hits * 10} kills came before the end of the load")


def test_load_that_is_killed_leaves_whole_articles(engine: Engine, database_url: str, tmp_path: Path) -> None:
    check_kills(engine, database_url, tmp_path, articles=14, hits=3)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_fifty_loads_that_are_killed_leave_whole_articles(engine: Engine, database_url: str, tmp_path: Path) -> None:
    assert check_kills(engine, database_url, tmp_path, articles=200, hits=50) != []
