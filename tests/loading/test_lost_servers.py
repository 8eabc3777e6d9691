"""A server that goes away in the middle of a load: what is there stays, and the same load again does the rest."""

import sys
from collections.abc import Sequence

import psycopg
import pytest
from sqlalchemy import Engine

import newsdb.loading.run
import newsdb.loading.writer
from newsdb.errors import NoServer
from newsdb.loading import load
from newsdb.loading.merging.batch import BatchResult, load_batch
from newsdb.loading.rows.filerows import FileRows
from tests.seeds import SEEDS


def lose_the_server(cursor: psycopg.Cursor[tuple[object, ...]], files: Sequence[FileRows]) -> BatchResult:
    """As an administrator does who ends its sessions, over one file."""
    result = load_batch(cursor, files)
    if any(file.name.startswith("003") for file in files):
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    return result


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are not forked and know no patches")
@pytest.mark.parametrize("jobs", [1, 2])
def test_load_that_loses_its_server_says_how_to_go_on_and_does_when_asked_again(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", 1)
    monkeypatch.setattr(newsdb.loading.writer, "load_batch", lose_the_server)
    with pytest.raises(NoServer) as lost:
        load(engine, [SEEDS], jobs=jobs)
    assert "failed in the middle of the load" in lost.value.what
    assert "what was committed before stays" in lost.value.remedy
    monkeypatch.undo()
    again = load(engine, [SEEDS], jobs=jobs)
    assert again.unchanged >= 2
    assert again.inserted + again.unchanged == 5
