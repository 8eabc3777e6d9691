"""Keep the ledger of loads: a row for each run, for what it changed and for what it refused."""

import uuid
from collections.abc import Iterable, Sequence
from importlib.metadata import version

import psycopg

from newsdb.extraction import EXTRACTOR
from newsdb.loading.report import Rejection
from newsdb.models.keys import key_id

Cursor = psycopg.Cursor[tuple[object, ...]]


def open_run(cursor: Cursor) -> uuid.UUID:
    """Begin a run."""
    run_id = uuid.uuid4()
    cursor.execute(
        "INSERT INTO newsdb.load_run"
        " (id, started_at, newsdb_version, extractor, inserted, updated, unchanged, rejected)"
        " VALUES (%s, clock_timestamp(), %s, %s, 0, 0, 0, 0)",
        [run_id, version("newsdb"), EXTRACTOR],
    )
    return run_id


def record_batch(
    cursor: Cursor, run_id: uuid.UUID, *, inserted: Iterable[uuid.UUID], updated: Iterable[uuid.UUID], unchanged: int
) -> None:
    """Note the files of a batch in its own transaction, so that the ledger never says more than was committed."""
    outcomes = [(file_id, "inserted") for file_id in inserted] + [(file_id, "updated") for file_id in updated]
    cursor.executemany(
        "INSERT INTO newsdb.load_item (id, load_run_id, source_file_id, outcome) VALUES (%s, %s, %s, %s)",
        [(key_id("load_item", run_id, file_id), run_id, file_id, outcome) for file_id, outcome in outcomes],
    )
    counts = [outcome for _, outcome in outcomes]
    cursor.execute(
        "UPDATE newsdb.load_run SET inserted = inserted + %s, updated = updated + %s, unchanged = unchanged + %s"
        " WHERE id = %s",
        [counts.count("inserted"), counts.count("updated"), unchanged, run_id],
    )


def record_rejections(cursor: Cursor, run_id: uuid.UUID, rejections: Sequence[Rejection], *, known: int) -> None:
    """Note what was refused after the first `known`, as soon as it was: a load that is cut off keeps it."""
    rows = [
        (key_id("load_reject", run_id, ordinal), run_id, ordinal, r.error, r.place, r.reason, r.remedy)
        for ordinal, r in enumerate(rejections[known:], start=known + 1)
    ]
    cursor.executemany(
        "INSERT INTO newsdb.load_reject (id, load_run_id, ordinal, error, place, reason, remedy)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s)",
        rows,
    )
    cursor.execute("UPDATE newsdb.load_run SET rejected = rejected + %s WHERE id = %s", [len(rows), run_id])


def close_run(cursor: Cursor, run_id: uuid.UUID) -> None:
    """End a run; a clock that was put back during it ends no load."""
    cursor.execute(
        "UPDATE newsdb.load_run SET finished_at = greatest(clock_timestamp(), started_at) WHERE id = %s", [run_id]
    )
