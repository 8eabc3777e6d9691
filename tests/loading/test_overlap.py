"""In one process a batch is read while the one before is written, and nothing else is changed by that."""

import threading
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, text

import newsdb.loading.files
import newsdb.loading.run
from benchmarks.newspaper import write_files
from newsdb import Database
from newsdb.document import Document
from newsdb.errors import DatabaseError
from newsdb.extraction import extract_facts
from newsdb.facts import Facts
from newsdb.integrity import verify
from newsdb.loading import LoadReport, load
from newsdb.loading.writer import Outcome, ReadBatch, Writer
from tests.loading.test_ledger import counts, last_run

FILES = 6
BATCH = 2
WAIT = 600


class Reading:
    """Counts the files that are read, and says when so many are."""

    def __init__(self) -> None:
        self.files = 0
        self.enough = threading.Condition()

    def extract(self, document: Document) -> Facts:
        facts = extract_facts(document)
        with self.enough:
            self.files += 1
            self.enough.notify_all()
        return facts

    def waits_for(self, files: int) -> bool:
        with self.enough:
            return self.enough.wait_for(lambda: self.files >= files, WAIT)


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> Reading:
    reading = Reading()
    monkeypatch.setattr(newsdb.loading.files, "extract_facts", reading.extract)
    monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", BATCH)
    return reading


@pytest.fixture
def held(engine: Engine) -> Iterator[Connection]:
    """A session that lets nobody write a file until it is rolled back."""
    with engine.connect() as connection:
        connection.execute(text("LOCK TABLE newsdb.source_file IN EXCLUSIVE MODE"))
        yield connection


def start(engine: Engine, folder: Path) -> Future[LoadReport]:
    write_files(folder, range(FILES))
    return ThreadPoolExecutor(1).submit(load, engine, [folder], jobs=1)


def files_in(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM newsdb.source_file")).scalar_one())


def ends_whoever_waits(held: Connection) -> bool:
    """End the session that waits for the held table, as soon as there is one."""
    end = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE NOT granted AND relation = CAST(:name AS regclass)"
    latest = time.monotonic() + WAIT
    while time.monotonic() < latest:
        if held.execute(text(end), {"name": "newsdb.source_file"}).scalars().all():
            return True
        time.sleep(0.05)
    return False


def test_next_batch_is_read_while_one_cannot_be_written(
    engine: Engine, tmp_path: Path, reading: Reading, held: Connection
) -> None:
    loading = start(engine, tmp_path)
    assert reading.waits_for(2 * BATCH)
    assert files_in(engine) == 0
    held.rollback()
    assert counts(loading.result(WAIT)) == last_run(engine) == (FILES, 0, 0, 0)
    with engine.connect() as connection:
        assert verify(connection) == ()


def test_no_more_than_one_batch_is_read_ahead(
    engine: Engine, tmp_path: Path, reading: Reading, held: Connection
) -> None:
    loading = start(engine, tmp_path)
    assert reading.waits_for(2 * BATCH)
    with pytest.raises(TimeoutError):
        loading.result(1)
    assert reading.files == 2 * BATCH
    held.rollback()
    assert loading.result(WAIT).inserted == FILES


def test_session_that_ends_while_it_writes_ends_the_load_with_an_error(
    engine: Engine, tmp_path: Path, reading: Reading, held: Connection
) -> None:
    loading = start(engine, tmp_path)
    assert reading.waits_for(2 * BATCH)
    assert ends_whoever_waits(held)
    with pytest.raises(DatabaseError):
        loading.result(WAIT)
    held.rollback()
    assert files_in(engine) == 0
    assert counts(load(engine, [tmp_path], jobs=1)) == (FILES, 0, 0, 0)


@pytest.mark.usefixtures("reading")
def test_connection_that_is_lent_is_used_by_one_thread(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, range(FILES))
    threads: set[int] = set()
    write = Writer.write

    def watched(writer: Writer, run_id: uuid.UUID, batch: ReadBatch) -> Outcome:
        threads.add(threading.get_ident())
        return write(writer, run_id, batch)

    monkeypatch.setattr(Writer, "write", watched)
    with engine.connect() as connection:
        assert counts(Database(connection).load([tmp_path])) == (FILES, 0, 0, 0)
        assert threads == {threading.get_ident()}
        connection.commit()
    assert files_in(engine) == FILES


def test_one_batch_is_written_on_the_connection_that_reads(engine: Engine, tmp_path: Path) -> None:
    write_files(tmp_path, range(FILES))
    fresh = create_engine(engine.url)
    opened: list[object] = []
    event.listen(fresh, "connect", lambda connection, _: opened.append(connection))
    try:
        assert counts(load(fresh, [tmp_path], jobs=1)) == (FILES, 0, 0, 0)
    finally:
        fresh.dispose()
    assert len(opened) == 1


@pytest.mark.usefixtures("reading")
def test_pool_of_one_connection_is_enough(engine: Engine, tmp_path: Path) -> None:
    write_files(tmp_path, range(FILES))
    one = create_engine(engine.url, pool_size=1, max_overflow=0, pool_timeout=5)
    try:
        assert counts(load(one, [tmp_path], jobs=1)) == (FILES, 0, 0, 0)
    finally:
        one.dispose()
