"""Fill a database with very many articles at the speed of COPY, for questions and loads over a large one.

The rows are those that newsdb would have written, but for what articles tell of shared names, which is resolved to each
name itself. Triggers, checks and foreign keys are not asked, and indexes are built at the end: the rows come from a
generator that keeps the promises.

    python -m benchmarks.fill 1000000 --database press
"""

import argparse
import contextlib
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice

import psycopg
from psycopg import sql
from sqlalchemy import URL, Engine, text

from benchmarks.databases import fresh_database
from benchmarks.methods import copy_table, insert_versions
from benchmarks.newspaper import make_rows
from benchmarks.ready_rows import SHARED, columns
from newsdb.database.engine import make_engine
from newsdb.loading.merging.staging import data_table
from newsdb.loading.rows.rows import FileRows
from newsdb.models.catalogue import DATA_TABLES

BATCH = 1000
# Of the tables that articles share, these have a row that no other article of the generator has.
OWN = frozenset(("article", "article_text"))


DROPPED_CONSTRAINTS = """
    SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'newsdb'::regnamespace AND contype IN ('c', 'f') AND conrelid::regclass::text = ANY(:tables)
"""
DROPPED_INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE NOT indisunique AND indrelid::regclass::text = ANY(:tables)
"""


@contextlib.contextmanager
def bare_tables(engine: Engine) -> Iterator[None]:
    """The data tables without what is asked of each row; at the end all of it is back, and holds for new rows."""
    tables = [f"newsdb.{name}" for name in DATA_TABLES]
    with engine.begin() as connection:
        constraints = connection.execute(text(DROPPED_CONSTRAINTS), {"tables": tables}).all()
        indexes = connection.execute(text(DROPPED_INDEXES), {"tables": tables}).all()
        for table, name, _ in constraints:
            connection.exec_driver_sql(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        for name, _ in indexes:
            connection.exec_driver_sql(f"DROP INDEX {name}")
        for table in tables:
            connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    yield
    with engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL maintenance_work_mem = '512MB'")
        for _, definition in indexes:
            connection.exec_driver_sql(definition)
        for table, name, definition in constraints:
            connection.exec_driver_sql(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition} NOT VALID")
        for table in tables:
            connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def fill(engine: Engine, first: int, last: int, processes: int = 2) -> None:
    """Write the articles of these numbers; then let the planner know them."""
    pieces = [(engine.url, at, min(at + 20 * BATCH, last)) for at in range(first, last, 20 * BATCH)]
    with bare_tables(engine), ProcessPoolExecutor(processes) as pool:
        list(pool.map(_fill_piece, pieces))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("VACUUM (ANALYZE)")


def _fill_piece(piece: tuple[URL, int, int]) -> None:
    url, first, last = piece
    engine = make_engine(url)
    known: set[object] = set()
    rows = make_rows(range(first, last))
    while files := list(islice(rows, BATCH)):
        with engine.begin() as connection:
            cursor: psycopg.Cursor[tuple[object, ...]] = connection.connection.cursor()  # type: ignore[assignment]
            cursor.execute("SET LOCAL synchronous_commit = off")
            for name in DATA_TABLES:
                _fill_table(cursor, name, files, known)
    engine.dispose()


def _fill_table(
    cursor: psycopg.Cursor[tuple[object, ...]], name: str, files: list[FileRows], known: set[object]
) -> None:
    width = len(columns(name))
    rows = [row[:width] for file in files for row in file.tables.get(name, ())]
    if name == "article_version":
        words = (row for file in files for row in file.tables[name])
        insert_versions(cursor, [(*row[:3], True, *row[3:]) for row in words])
    elif name in SHARED - OWN:
        _insert_shared(cursor, name, list(_unknown(rows, known)))
    else:
        copy_table(cursor, name, rows)


def _unknown(rows: list[tuple[object, ...]], known: set[object]) -> Iterator[tuple[object, ...]]:
    """The rows whose id was not met before, in the order of their ids, so that two processes never deadlock."""
    for row in sorted({row[0]: row for row in rows}.values(), key=lambda row: uuid.UUID(str(row[0])).bytes):
        if row[0] not in known:
            known.add(row[0])
            yield row


def _insert_shared(cursor: psycopg.Cursor[tuple[object, ...]], name: str, rows: list[tuple[object, ...]]) -> None:
    statement = sql.SQL("INSERT INTO {} ({}) VALUES ({}) ON CONFLICT DO NOTHING").format(
        data_table(name),
        sql.SQL(", ").join(map(sql.Identifier, columns(name))),
        sql.SQL(", ").join([sql.Placeholder()] * len(columns(name))),
    )
    cursor.executemany(statement, rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int)
    parser.add_argument("--database", required=True, help="name of the database that is made and kept")
    parser.add_argument("--url", help="the server; what newsdb would use if left out")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    started = time.monotonic()
    with fresh_database(options.url, keep=options.database) as engine:
        fill(engine, 0, options.articles, options.processes)
    print(f"{options.articles:,} articles in {time.monotonic() - started:.0f} s in database {options.database}")


if __name__ == "__main__":
    main()
