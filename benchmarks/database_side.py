"""Time the database side of loads: newsdb beside COPY, SQLAlchemy and dlt, on the same rows, by turns."""

import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field

import psycopg
from sqlalchemy import Engine

from benchmarks.databases import Written, count_rows, fresh_database, processor_seconds, written
from benchmarks.dlt_peer import DltPeer, find_dlt, plain_rows
from benchmarks.methods import add_all, copy_rows, copy_rows_and_words, execute_many, load_with_newsdb
from benchmarks.newspaper import make_rows
from benchmarks.ready_rows import ReadyRows, ready_rows
from newsdb.extraction import EXTRACTOR
from newsdb.loading.known import known_names
from newsdb.loading.ledger import open_run, record_progress
from newsdb.loading.rows.rows import FileRows

NEWSDB, COPY, COPY_WORDS = "newsdb", "binary COPY, search vectors ready", "binary COPY, vectors by the server"
ORM, CORE, DLT = "SQLAlchemy session.add_all", "SQLAlchemy Core executemany", "dlt merge"
AGAIN, DLT_AGAIN = "newsdb, unchanged", "dlt merge, unchanged"
METHODS = {COPY: copy_rows, COPY_WORDS: copy_rows_and_words, ORM: add_all, CORE: execute_many}


@dataclass(slots=True)
class DatabaseSide:
    """Seconds by method; those of dlt and `first` stand for the first `sample` articles, the others for all."""

    articles: int
    sample: int
    rows: int = 0
    seconds: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    """Seconds over the sample, by method."""
    processor: Counter[str] = field(default_factory=Counter)
    """Seconds of processors, of client and server together, where the system tells them; not of dlt."""
    load_written: Written = field(default_factory=lambda: Written(0, 0))
    again_written: Written = field(default_factory=lambda: Written(0, 0))
    dlt: str | None = None
    """Version of dlt, or None where it is not installed."""


def measure_database_side(
    url: str | None, articles: int, batch: int, sample: int, say: Callable[[str], None]
) -> DatabaseSide:
    """Each batch is written by every method before the next, so that a busy machine is busy for all of them."""
    result = DatabaseSide(articles, min(sample, articles))
    with ExitStack() as stack:
        engines = {name: stack.enter_context(fresh_database(url)) for name in (NEWSDB, *METHODS)}
        for name in (ORM, CORE):
            spare_tiling(engines[name])
        peer = stack.enter_context(find_dlt(stack.enter_context(fresh_database(url, is_empty=True))))
        result.dlt = peer.version if peer else None
        known: dict[str, set[uuid.UUID]] = {}
        for number, (files, seconds) in enumerate(_load_by_turns(engines[NEWSDB], articles, batch, result)):
            _spend(result, NEWSDB, seconds, number, batch)
            ready = ready_rows(engines[NEWSDB], files, known)
            result.rows += ready.count
            for name, method in METHODS.items():
                seconds = _counted(result, name, engines[name], lambda m=method, e=engines[name], r=ready: m(e, r))
                _spend(result, name, seconds, number, batch)
            if peer and number * batch < result.sample:
                _run_dlt(result, peer, ready)
            say(f"{min((number + 1) * batch, articles):,} of {articles:,} articles by every method")
        _check_rows(engines, result)
        _load_again(engines[NEWSDB], articles, batch, result)
    return result


def _check_rows(engines: Mapping[str, Engine], result: DatabaseSide) -> None:
    """Every method has written the same rows, or its seconds say nothing."""
    counts = {name: count_rows(engine) for name, engine in engines.items()}
    if any(count != counts[NEWSDB] for count in counts.values()) or sum(counts[NEWSDB].values()) != result.rows:
        raise AssertionError(f"{result.rows} rows were to be written by each method: {counts}")


def spare_tiling(engine: Engine) -> None:
    """Row by row, the first segments of a text would be refused: the trigger wants them in one statement."""
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE newsdb.text_segment DISABLE TRIGGER text_segment_tiles_insert")


def _load_by_turns(
    engine: Engine, articles: int, batch: int, result: DatabaseSide
) -> Iterator[tuple[list[FileRows], float]]:
    """Batches of rows, each with the seconds that newsdb needed for them; what it wrote goes into the result."""
    for first in range(0, articles, batch):
        files = _make_files(first, min(first + batch, articles))
        before = written(engine)
        seconds = _counted(result, NEWSDB, engine, lambda f=files: load_with_newsdb(engine, f))
        now = written(engine).since(before)
        total = result.load_written
        result.load_written = Written(total.log_bytes + now.log_bytes, total.row_versions + now.row_versions)
        yield files, seconds


def _make_files(first: int, end: int) -> list[FileRows]:
    """The rows of these articles, as if the extractor had read them: it is asked for what is known."""
    return list(make_rows(range(first, end), extractor=EXTRACTOR))


def _load_again(engine: Engine, articles: int, batch: int, result: DatabaseSide) -> None:
    """What a load of known files asks of the database, batch by batch: their hashes, and a line of the ledger.

    The clock stands while their rows are merged all the same, as they are where two loaders bring one file: that must
    write nothing either.
    """
    with engine.begin() as connection:
        run = open_run(connection.connection.cursor())  # type: ignore[arg-type]
    before = written(engine)
    for number, first in enumerate(range(0, articles, batch)):
        files = _make_files(first, min(first + batch, articles))
        _spend(result, AGAIN, _timed(lambda f=files: _pass_over(engine, run, f)), number, batch)
        load_with_newsdb(engine, files)
    result.again_written = written(engine).since(before)


def _pass_over(engine: Engine, run: uuid.UUID, files: list[FileRows]) -> None:
    with engine.begin() as connection:
        cursor: psycopg.Cursor[tuple[object, ...]] = connection.connection.cursor()  # type: ignore[assignment]
        names = known_names(cursor, [file.sha256 for file in files])
    if any(file.name not in names[file.source_file_id] for file in files):
        raise AssertionError("a file that was loaded is not known")
    with engine.begin() as connection:
        cursor = connection.connection.cursor()  # type: ignore[assignment]
        record_progress(cursor, run, (), known=0, unchanged=len(files))


def _run_dlt(result: DatabaseSide, peer: DltPeer, ready: ReadyRows) -> None:
    if DLT not in result.first:
        peer.prepare(ready)
    before, tables = peer.count_rows(), plain_rows(ready)
    result.first[DLT] += _timed(lambda: peer.merge(tables))
    merged = peer.count_rows()
    result.first[DLT_AGAIN] += _timed(lambda: peer.merge(tables))
    if any(merged[name] - before.get(name, 0) != len(rows) for name, rows in tables.items()):
        raise AssertionError(f"{ready.count} rows were to be merged by dlt into {before}: {merged}")
    if peer.count_rows() != merged:
        raise AssertionError(f"dlt has merged the same rows again as others: {merged}")


def _spend(result: DatabaseSide, name: str, seconds: float, number: int, batch: int) -> None:
    result.seconds[name] += seconds
    if number * batch < result.sample:
        result.first[name] += seconds


def _counted(result: DatabaseSide, name: str, engine: Engine, work: Callable[[], object]) -> float:
    """The seconds of the work; those that processors have given to it are added to the result."""
    before = processor_seconds(engine)
    seconds = _timed(work)
    after = processor_seconds(engine)
    if before is not None and after is not None:
        result.processor[name] += after - before
    return seconds


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
