"""dlt's merge of the same rows into tables of its own, which have neither keys nor checks nor triggers."""

import contextlib
import os
import tempfile
import uuid
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from sqlalchemy import Engine

from benchmarks.ready_rows import ReadyRows
from newsdb.database.engine import libpq_url
from newsdb.loading.rows.tables import key_columns


class DltPeer:
    """A pipeline of dlt into one database."""

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline
        self.version = version("dlt")

    def merge(self, ready: ReadyRows) -> None:
        """Every table with its primary key, merged; one load package for the batch."""
        import dlt

        resources = [
            dlt.resource(
                [_plain(row) for row in ready.dicts(name)],
                name=name,
                write_disposition="merge",
                primary_key=list(key_columns(name)),
            )
            for name in ready.tables
            if ready.tables[name]
        ]
        self.pipeline.run(resources)


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
            dataset_name="peer",
        )
        yield DltPeer(pipeline)


def _plain(row: dict[str, object]) -> dict[str, object]:
    """Ids as text: it has no type for them."""
    return {name: str(value) if isinstance(value, uuid.UUID) else value for name, value in row.items()}
