"""Ctrl-C while `newsdb load` is writing: it says at once what it waits for, and a second one waits for nothing."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine, text

from tests.cli.calls import run_command
from tests.seeds import ROOT, seed_files

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are not forked and know no patches")

# Where the tests run in the background of a shell, the command would inherit that it is not to be interrupted.
COMMAND = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
import newsdb.loading.run, newsdb.loading.writer
from newsdb.cli import main

newsdb.loading.run.BATCH_FILES = 1

write = newsdb.loading.writer.load_batch
seconds = float(sys.argv.pop())

def write_slowly(cursor, files):
    written = write(cursor, files)
    print("written and not committed", flush=True)
    time.sleep(seconds)
    return written

newsdb.loading.writer.load_batch = write_slowly
main()
"""
# Files, and processes: a batch alone is written by the thread that is interrupted, one of several by another.
WAYS = {"a batch alone": (1, 1), "reading on beside it": (2, 1), "other processes": (1, 2)}
Start = Callable[[str, float], subprocess.Popen[str]]


@pytest.fixture
def start_load(database_url: str) -> Iterator[Start]:
    """Starts a load in a group of processes of its own, which takes that long to commit a file."""
    with contextlib.ExitStack() as started:

        def start(way: str, seconds: float) -> subprocess.Popen[str]:
            files, jobs = WAYS[way]
            command = [sys.executable, "-c", COMMAND, "load", *map(str, seed_files()[:files]), "--url", database_url]
            process = started.enter_context(
                subprocess.Popen(
                    [*command, "--jobs", str(jobs), str(seconds)],
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    text=True,
                    start_new_session=True,
                    cwd=ROOT,
                )
            )
            started.callback(end_group, process)
            assert process.stdout
            assert process.stdout.readline() == "written and not committed\n"
            return process

        yield start


def end_group(process: subprocess.Popen[str]) -> None:
    """Nothing that a test started outlives it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def interrupt(process: subprocess.Popen[str]) -> str:
    """What the command says of it at once; a worker that is still starting would be told of it too in its group."""
    os.kill(process.pid, signal.SIGINT)
    assert process.stderr
    return process.stderr.readline()


def articles(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM newsdb.article")).scalar_one())


@pytest.mark.parametrize("way", WAYS)
def test_first_interruption_says_that_what_is_being_written_is_finished_or_taken_back(
    start_load: Start, engine: Engine, way: str
) -> None:
    # The interrupted thread itself waits no longer; of another, what it writes is waited for.
    process = start_load(way, 3600 if way == "a batch alone" else 4)
    assert "finished or taken back whole; press Ctrl-C again to stop at once" in interrupt(process)
    _, errors = process.communicate(timeout=300)
    assert errors == "newsdb: interrupted; what was written before stays, the same command does the rest\n"
    assert (process.returncode, articles(engine)) == (130, 0 if way == "a batch alone" else 1)


@pytest.mark.parametrize("way", [way for way in WAYS if way != "a batch alone"])
def test_second_interruption_stops_at_once_and_leaves_neither_rows_nor_processes(
    start_load: Start, engine: Engine, database_url: str, way: str
) -> None:
    process = start_load(way, 3600)
    interrupt(process)
    assert "stopped; what was written before stays" in interrupt(process)
    # Until the last of its processes has closed its output.
    process.communicate(timeout=300)
    assert (process.returncode, articles(engine)) == (130, 0)
    assert "1 new" in run_command("load", seed_files()[0], "--url", database_url).stdout
