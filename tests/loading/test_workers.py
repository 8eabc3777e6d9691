"""Faults in reading cost one file: an exception, a worker that dies, a loader that is interrupted or killed."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

import newsdb.loading.files
from newsdb.document import Document
from newsdb.extraction import extract_facts
from newsdb.facts import Facts
from newsdb.loading import load
from tests.seeds import SEEDS, seed_files

# Where the tests run in the background of a shell, the script would inherit that it is not to be interrupted.
SCRIPT = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
import newsdb.loading.files
from newsdb.database.engine import make_engine
from newsdb.loading import load

def wait(document):
    print("reading", flush=True)
    time.sleep(float(sys.argv[3]))
    raise RuntimeError("waited")

newsdb.loading.files.extract_facts = wait
load(make_engine(sys.argv[1]), [sys.argv[2]], jobs=2)
"""


def failing(document: Document) -> Facts:
    """A rule that has a fault, which one file meets."""
    if document.source.startswith("002"):
        raise KeyError("a fault")
    return extract_facts(document)


def dying(document: Document) -> Facts:
    """A library that takes its process with it."""
    if document.source.startswith("002"):
        os.kill(os.getpid(), signal.SIGKILL)
    return extract_facts(document)


@pytest.mark.parametrize("jobs", [1, 2])
def test_fault_of_a_rule_costs_one_file(engine: Engine, monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    monkeypatch.setattr(newsdb.loading.files, "extract_facts", failing)
    report = load(engine, [SEEDS], jobs=jobs)
    assert (report.inserted, report.rejected) == (4, 1)
    [rejection] = report.rejections
    assert (rejection.name[:3], rejection.error) == ("002", "KeyError")
    assert "a fault" in rejection.reason
    assert "test_workers.py:" in rejection.reason


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are not forked and know no patches")
def test_worker_that_dies_costs_one_file(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsdb.loading.files, "extract_facts", dying)
    report = load(engine, [SEEDS], jobs=2)
    assert (report.inserted, report.rejected) == (4, 1)
    assert report.rejections[0].name.startswith("002")
    monkeypatch.undo()
    again = load(engine, [SEEDS], jobs=2)
    assert (again.inserted, again.unchanged, again.rejected) == (1, 4, 0)


def start_load(database_url: str, seconds: float) -> subprocess.Popen[str]:
    """A load of one file in a process group of its own; one of its two workers takes that long, the other is idle."""
    command = [sys.executable, "-c", SCRIPT, database_url, str(seed_files()[0]), str(seconds)]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout
    assert process.stdout.readline() == "reading\n"
    return process


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are not forked and know no patches")
def test_killed_loader_leaves_no_session(engine: Engine, database_url: str) -> None:
    """Workers hold the sockets that they were forked with; were they to live on, so would the session's locks."""
    process = start_load(database_url, 3600)
    try:
        process.kill()
        process.wait()
        query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        patience = time.monotonic() + 300
        with engine.connect() as connection:
            while sessions := connection.execute(text(query)).scalar_one():
                connection.rollback()
                assert time.monotonic() < patience, f"{sessions} sessions are left"
                time.sleep(0.05)
    finally:
        end_group(process)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are not forked and know no patches")
def test_interrupted_load_says_so_once(database_url: str) -> None:
    process = start_load(database_url, 0.5)
    try:
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=600)
    finally:
        end_group(process)
    assert errors.count("KeyboardInterrupt") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are not forked and know no patches")
def test_load_that_is_interrupted_while_it_waits_for_its_processes_ends_with_them(database_url: str) -> None:
    process = start_load(database_url, 3600)
    try:
        # Once for what it was doing, once more while it waits; whoever comes before it waits is told again.
        for _ in range(30):
            # The loader alone: on a slow machine its idle worker may not have come to ignore it yet.
            os.kill(process.pid, signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                # Until the last of them has closed its output.
                process.communicate(timeout=3)
                break
        ended = process.poll()
    finally:
        end_group(process)
    assert ended not in (None, 0)


def end_group(process: subprocess.Popen[str]) -> None:
    """Nothing that a test started outlives it."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
