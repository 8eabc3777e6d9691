"""`newsdb status`, `url`, `up`, `down` and `migrate`: the server and the schema."""

import json
import sys
from typing import TYPE_CHECKING

import typer

from newsdb.cli.app import Json, Url, app, connected

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from newsdb.api import Database


@app.command(epilog="Example: newsdb status --json")
def status(url: Url = None, as_json: Json = False) -> None:
    """Print the state of the database.

    Which server is used, the revision of its tables, their rows, the last loads, what the last one refused, and the
    decisions that hold: judgements, corrections and takedowns.
    An embedded server that does not run is not started for this.
    """
    from newsdb.api import connect
    from newsdb.config import Settings
    from newsdb.database import embedded

    settings = Settings.from_environment()
    if url is None and settings.url is None and embedded.status(settings) is None:
        state = "The embedded server is not running; start it with `newsdb up`."
        typer.echo(json.dumps({"server": None}) if as_json else state)
        return
    with connect(url) as database:
        (_print_json if as_json else _print_status)(database)


def _print_status(database: "Database") -> None:
    from newsdb.database.migrations import current_revision
    from newsdb.reports import write_report
    from newsdb.reports.contents import count_rows, decisions, last_loads, last_rejects

    with connected(database) as connection:
        remedy = _remedy(connection)
        typer.echo(f"Server:   {database.description}")
        typer.echo(f"Revision: {current_revision(connection) or 'none'}" + (f"; {remedy}" if remedy else ""))
        if remedy:
            return
        typer.echo("\nRows:")
        for table, rows in count_rows(connection).items():
            typer.echo(f"  {rows:>9,} {table}")
        typer.echo("\nLast loads:")
        write_report(last_loads(connection), "table", sys.stdout)
        typer.echo("\nRejected by the last of them:")
        write_report(last_rejects(connection), "table", sys.stdout)
        typer.echo("\nDecisions:")
        write_report(decisions(connection), "table", sys.stdout)


def _print_json(database: "Database") -> None:
    from newsdb.database.migrations import current_revision, head_revision
    from newsdb.reports.contents import count_rows, decisions, last_loads, last_rejects
    from newsdb.reports.rendering import json_rows

    with connected(database) as connection:
        current, head, remedy = current_revision(connection), head_revision(), _remedy(connection)
        state: dict[str, object] = {"server": database.description, "revision": current, "head": head}
        state["remedy"] = remedy
        if remedy is None:
            state["rows"] = dict(count_rows(connection))
            state["loads"] = json_rows(last_loads(connection))
            state["rejects"] = json_rows(last_rejects(connection))
            state["decisions"] = json_rows(decisions(connection))
    typer.echo(json.dumps(state, ensure_ascii=False, indent=2))


def _remedy(connection: "Connection") -> str | None:
    """What to do about the revision of the tables; None where it is right."""
    from newsdb.database.migrations import require_current
    from newsdb.errors import WrongRevision

    try:
        require_current(connection)
    except WrongRevision as wrong:
        return wrong.remedy
    return None


@app.command(epilog='Example: psql "$(newsdb url)"')
def url(url: Url = None) -> None:
    """Print a URL for psql and BI tools.

    It holds the password. The embedded server is started if need be.
    """
    from newsdb.api import connect

    with connect(url) as database:
        typer.echo(database.url)


@app.command(epilog="Example: newsdb up")
def up() -> None:
    """Start the embedded server, if it does not run."""
    from newsdb.config import Settings
    from newsdb.database import embedded

    server = embedded.start(Settings.from_environment())
    typer.echo(f"PostgreSQL {server.version} runs on port {server.port}, with its data in {server.data_folder}")


@app.command(epilog="Example: newsdb down")
def down() -> None:
    """Stop the embedded server. Its data stay."""
    from newsdb.config import Settings
    from newsdb.database import embedded

    stopped = embedded.stop(Settings.from_environment())
    typer.echo("The embedded server has stopped." if stopped else "The embedded server was not running.")


@app.command(epilog="Example: newsdb migrate --url postgresql://me@localhost/press")
def migrate(url: Url = None) -> None:
    """Make or upgrade tables and views.

    One transaction brings them to the revision of this newsdb; data stay.
    """
    from newsdb.api import connect
    from newsdb.database.migrations import head_revision

    with connect(url) as database:
        database.migrate()
        typer.echo(f"{database.description} is at revision {head_revision()}")
