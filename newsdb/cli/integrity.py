"""`newsdb digest` and `newsdb verify`: is the data what it should be?"""

import sys
from dataclasses import astuple

import typer

from newsdb.cli.app import FAILED, Json, Url, app


@app.command(epilog="Example: newsdb digest")
def digest(url: Url = None) -> None:
    """Print one hash of all data.

    The same files give the same hash, in whatever order and with however many processes they were loaded. Texts are in
    it by their hashes. Search vectors are not: PostgreSQL makes them of the texts by the locale of the database.
    """
    from newsdb.api import connect

    with connect(url) as database:
        typer.echo(database.digest())


@app.command(epilog="Example: newsdb verify && echo all is well")
def verify(url: Url = None, as_json: Json = False) -> None:
    """Check every promise on every row.

    Prints the rows where one fails, and exits with 1 if there are any.
    """
    from newsdb.api import connect
    from newsdb.reports import Report, write_report

    with connect(url) as database:
        violations = database.verify()
    if not violations and not as_json:
        typer.echo("Every promise holds.")
        return
    columns = ("promise", "table", "row", "what")
    rows = tuple(astuple(violation) for violation in violations)
    write_report(Report("violations", columns, rows), "json" if as_json else "table", sys.stdout)
    if violations:
        raise typer.Exit(FAILED)
