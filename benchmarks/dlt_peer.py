"""dlt's merge of the same rows into tables of its own, which have neither keys nor checks nor triggers.

An array stays one value, as JSON: left to itself, dlt makes a table of each and writes four times as many rows.
"""

import contextlib
import os
import tempfile
import uuid
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from sqlalchemy import Engine, text

from benchmarks.ready_rows import ReadyRows
from newsdb.database.engine import libpq_url
from newsdb.loading.rows.tables import key_columns

DATASET = "peer"
TABLES = """
    SELECT table_name FROM information_schema.tables
    WHERE table_schema = :dataset AND table_name NOT LIKE '\\_dlt\\_%' ORDER BY table_name
"""
PlainRow = dict[str, object]


class DltPeer:
    """A pipeline of dlt into one database."""

    def __init__(self, pipeline: Any, engine: Engine) -> None:
        self.pipeline = pipeline
        self.engine = engine
        self.version = version("dlt")

    def prepare(self, ready: ReadyRows) -> None:
        """Have its tables made, as newsdb's are before the clock runs: one row of each, which goes again."""
        self.merge({name: rows[:1] for name, rows in plain_rows(ready).items()})
        with self.engine.begin() as connection:
            for name in self.count_rows():
                connection.exec_driver_sql(f'TRUNCATE "{DATASET}"."{name}"')

    def merge(self, tables: Mapping[str, Sequence[PlainRow]]) -> None:
        """Every table with its primary key, merged; one load package for the batch."""
        import dlt

        resources = [
            dlt.resource(
                rows,
                name=name,
                write_disposition="merge",
                primary_key=list(key_columns(name)),
                max_table_nesting=0,
            )
            for name, rows in tables.items()
        ]
        self.pipeline.run(resources)

    def count_rows(self) -> dict[str, int]:
        """How many rows each of its tables has, without its own."""
        with self.engine.connect() as connection:
            names = connection.execute(text(TABLES), {"dataset": DATASET}).scalars().all()
            return {
                name: int(connection.execute(text(f'SELECT count(*) FROM "{DATASET}"."{name}"')).scalar_one())
                for name in names
            }


@contextlib.contextmanager
def find_dlt(engine: Engine) -> Iterator[DltPeer | None]:
    """A pipeline into the engine's database; None where dlt is not installed."""
    # It would tell its makers about each run.
    os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
    os.environ["RUNTIME__LOG_LEVEL"] = "ERROR"
    try:
        import dlt
    except (ImportError, PackageNotFoundError):
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        pipeline = dlt.pipeline(
            "benchmark",
            pipelines_dir=folder,
            destination=dlt.destinations.postgres(libpq_url(engine.url)),
            dataset_name=DATASET,
        )
        yield DltPeer(pipeline, engine)


def plain_rows(ready: ReadyRows) -> dict[str, list[PlainRow]]:
    """The rows of tables that have any; ids as text, for it has no type for them."""

    def plain(row: PlainRow) -> PlainRow:
        return {name: str(value) if isinstance(value, uuid.UUID) else value for name, value in row.items()}

    return {name: list(map(plain, rows)) for name, rows in ready.dicts.items() if rows}
