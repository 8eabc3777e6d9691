"""Keep the ledger of loads: a row for each run, for what it changed and for what it refused."""

import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version

import psycopg

from newsdb.extraction import EXTRACTOR
from newsdb.loading.overrides.deciding import hold_decisions
from newsdb.loading.overrides.suppressions import held_now
from newsdb.loading.report import Rejection
from newsdb.models.keys import key_id

Cursor = psycopg.Cursor[tuple[object, ...]]

# In place of the words of a reject that name somebody who was taken down, by the name of a file or what is wrong in it.
WITHHELD = ("a file that names somebody", "not kept: it named somebody who was taken down", "load it again to see why")


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


def record_items(
    cursor: Cursor, run_id: uuid.UUID, *, inserted: Iterable[uuid.UUID], updated: Iterable[uuid.UUID]
) -> None:
    """Note the files of a batch in its own transaction, so that the ledger never says more than was committed."""
    outcomes = [(file_id, "inserted") for file_id in inserted] + [(file_id, "updated") for file_id in updated]
    if not outcomes:
        return
    cursor.execute(
        "INSERT INTO newsdb.load_item (id, load_run_id, source_file_id, outcome)"
        " SELECT item.id, %s, item.file, item.outcome"
        " FROM unnest(%s::uuid[], %s::uuid[], %s::text[]) AS item (id, file, outcome)",
        [
            run_id,
            [key_id("load_item", run_id, file_id) for file_id, _ in outcomes],
            [file_id for file_id, _ in outcomes],
            [outcome for _, outcome in outcomes],
        ],
    )
    counts = Counter(outcome for _, outcome in outcomes)
    # Last, for other processes of the run wait for it.
    cursor.execute(
        "UPDATE newsdb.load_run SET inserted = inserted + %s, updated = updated + %s WHERE id = %s",
        [counts["inserted"], counts["updated"], run_id],
    )


def record_progress(
    cursor: Cursor, run_id: uuid.UUID, rejections: Sequence[Rejection], *, known: int, unchanged: int
) -> None:
    """Note what was refused after the first `known`, as soon as it was, and how many more files were unchanged."""
    rows = [
        (key_id("load_reject", run_id, ordinal), run_id, ordinal, r.error, *words)
        for ordinal, (r, words) in enumerate(_fit_to_keep(cursor, rejections), start=known + 1)
    ]
    cursor.executemany(
        "INSERT INTO newsdb.load_reject (id, load_run_id, ordinal, error, place, reason, remedy)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s)",
        rows,
    )
    cursor.execute(
        "UPDATE newsdb.load_run SET rejected = rejected + %s, unchanged = unchanged + %s WHERE id = %s",
        [len(rows), unchanged, run_id],
    )


def _fit_to_keep(cursor: Cursor, rejections: Sequence[Rejection]) -> Iterator[tuple[Rejection, tuple[str, str, str]]]:
    """Each rejection, and its place, reason and remedy as the ledger may hold them."""
    if not rejections:
        return
    hold_decisions(cursor)
    suppressions = held_now(cursor)
    for rejection in rejections:
        words = (rejection.place, rejection.reason, rejection.remedy)
        yield rejection, WITHHELD if suppressions.name_anybody("\n".join(words)) else words


def read_counts(cursor: Cursor, run_id: uuid.UUID) -> tuple[int, int]:
    """How many files the run has inserted and updated, by what was committed."""
    row = cursor.execute("SELECT inserted, updated FROM newsdb.load_run WHERE id = %s", [run_id]).fetchone()
    inserted, updated = row or (0, 0)
    return int(str(inserted)), int(str(updated))


def close_run(cursor: Cursor, run_id: uuid.UUID) -> None:
    """End a run; a clock that was put back during it ends no load."""
    cursor.execute(
        "UPDATE newsdb.load_run SET finished_at = greatest(clock_timestamp(), started_at) WHERE id = %s", [run_id]
    )
