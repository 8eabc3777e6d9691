"""`newsdb load`: files into the database, and what changed there."""

import contextlib
import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from newsdb.cli.app import FAILED, INTERRUPTED, WHAT_STAYS, Columns, Json, Paths, Url, app, connected, counted

if TYPE_CHECKING:
    from newsdb.api import Database
    from newsdb.loading import LoadReport, Progress

STDERR = 2
SHOW_CURSOR = b"\x1b[?25h"


@app.command(epilog="Example: newsdb load seeds/ --jobs 4")
def load(
    paths: Paths,
    url: Url = None,
    jobs: Annotated[int | None, typer.Option(help="Processes that load; all cores if left out.", min=1)] = None,
    max_file_bytes: Annotated[int | None, typer.Option(help="Reject larger ones; 16 MiB if left out.", min=1)] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do all the work and take it back.")] = False,
    columns: Columns = None,
    as_json: Json = False,
) -> None:
    """Load files and folders into the database.

    Prints what changed and what is now in the database. A database that newsdb has never used gets its tables
    first. What is known already is not written again. A file that cannot be loaded is reported on stderr with what
    is wrong and what to do, the others load, and the exit status is 1. In folders, hidden files and documentation
    (.md, .rst) are passed over; links are followed. Ctrl-C finishes what is being written or takes it back
    whole; pressed again, it stops at once, and what was not finished is not in the database.
    """
    from newsdb.api import connect
    from newsdb.reading.records.columns import read_mapping

    mapping = read_mapping(columns or [])
    with connect(url) as database:
        if not dry_run:
            _make_tables_in_an_empty_database(database)
        with interruptible(), progress_bar() as on_progress:
            report = database.load(
                paths,
                jobs=jobs,
                dry_run=dry_run,
                file_limit=max_file_bytes,
                columns=mapping,
                on_progress=on_progress,
            )
        for rejection in report.rejections:
            typer.echo(f"rejected {rejection.where}: {rejection.reason}; {rejection.remedy}", err=True)
        if as_json:
            typer.echo(json.dumps(_as_json(report), ensure_ascii=False, indent=2))
        else:
            _print_outcome(database, report)
    if report.rejections:
        raise typer.Exit(FAILED)


@contextlib.contextmanager
def progress_bar() -> Iterator["Callable[[Progress], None] | None"]:
    """A bar on stderr when that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    records = TextColumn("{task.fields[records]:,} records")
    columns = (TextColumn("Loading"), BarColumn(), MofNCompleteColumn(), records, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, records=0)
        yield lambda progress: bar.update(task, completed=progress.done, total=progress.total, records=progress.records)


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """A first Ctrl-C says what is waited for, and a second one waits for nothing.

    What is being written is rolled back by the server, whose client is gone; processes that load end with this one.
    """

    def tell(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, stop)
        what = "what is being written is finished or taken back whole"
        typer.echo(f"newsdb: interrupted; {what}; press Ctrl-C again to stop at once", err=True)
        signal.default_int_handler(number, frame)

    def stop(*_: object) -> None:
        if os.isatty(STDERR):
            # A progress bar hides it, and leaves it at the end of a line.
            os.write(STDERR, SHOW_CURSOR + b"\n")
        os.write(STDERR, f"newsdb: stopped; {WHAT_STAYS}\n".encode())
        os._exit(INTERRUPTED)

    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        # In the background of a shell, Ctrl-C is for others.
        yield
        return
    signal.signal(signal.SIGINT, tell)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _make_tables_in_an_empty_database(database: "Database") -> None:
    """Where newsdb has never been there is nothing to lose; any other revision is refused by the load."""
    from newsdb.database.migrations import current_revision

    with connected(database) as connection:
        is_empty = current_revision(connection) is None
    if is_empty:
        database.migrate()


def _as_json(report: "LoadReport") -> dict[str, object]:
    return {
        "files": report.files,
        "inserted": report.inserted,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": report.rejected,
        "rows": dict(report.rows),
        "rejections": [asdict(rejection) for rejection in report.rejections],
        "dry_run": report.is_dry_run,
        "seconds": round(report.seconds, 3),
    }


def _print_outcome(database: "Database", report: "LoadReport") -> None:
    from newsdb.reports.contents import count_contents

    typer.echo(f"Database: {database.description}")
    typer.echo(
        f"{counted(report.files, 'file')}: {report.inserted} new, {report.updated} read anew,"
        f" {report.unchanged} unchanged, {report.rejected} rejected, in {report.seconds:.1f} s"
    )
    typer.echo(_what_was_written(report))
    with connected(database) as connection:
        contents = count_contents(connection)
    typer.echo("\nIn the database now:")
    for what, count in contents.items():
        typer.echo(f"  {count:>7,} {what}")
    typer.echo("\nAsk it: newsdb report, newsdb search WORDS, newsdb url for psql and BI tools")


def _what_was_written(report: "LoadReport") -> str:
    if not report.rows:
        return "Nothing changed."
    rows = counted(sum(report.rows.values()), "row")
    return f"Dry run: {rows} would have been written." if report.is_dry_run else f"{rows} written."
