"""`newsdb people`, `organisations` and `judge`: who is who, why, and what somebody decided."""

import sys
from typing import Annotated, Literal

import typer

from newsdb.cli.app import Url, app

Format = Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="How to print it.")]


@app.command(epilog="Example: newsdb people chami")
def people(
    name: Annotated[str, typer.Argument(help="Name of a person, in any spelling.")],
    url: Url = None,
    how: Format = "table",
) -> None:
    """Print the names that mean a person, how each is printed, and why they are joined."""
    _print_names("names_of_person", {"person": name}, url, how)


@app.command(epilog="Example: newsdb organisations APEBI")
def organisations(
    name: Annotated[str, typer.Argument(help="Name or acronym of an organisation.")],
    url: Url = None,
    how: Format = "table",
) -> None:
    """Print the names that mean an organisation, how each is printed, and why they are joined."""
    _print_names("names_of_organisation", {"organisation": name}, url, how)


def _print_names(
    report: str, parameters: dict[str, object], url: str | None, how: Literal["table", "csv", "json"]
) -> None:
    from newsdb.api import connect
    from newsdb.reports import write_report

    with connect(url) as database:
        write_report(database.report(report, **parameters), how, sys.stdout)


@app.command(epilog='Example: newsdb judge same CGEM "Confédération générale des entreprises du Maroc"')
def judge(
    verdict: Annotated[Literal["same", "different", "undone"], typer.Argument(help="undone takes a judgement back.")],
    one: Annotated[str, typer.Argument(help="A name in the database.", metavar="NAME")],
    other: Annotated[
        str, typer.Argument(help="Another; NAME@ARTICLE-ID for a namesake in one article.", metavar="NAME")
    ],
    kind: Annotated[
        Literal["person", "organisation"] | None, typer.Option(help="Where names of both kinds could be meant.")
    ] = None,
    reason: Annotated[str | None, typer.Option(help="Why, for those who ask later.")] = None,
    url: Url = None,
) -> None:
    """Record that two names are the same, or are not.

    The decision is kept, outlives every load, and is taken back by the verdict undone. `newsdb report judgements` lists
    them all. One that contradicts others is refused: two names cannot be different and each the same as a third.
    """
    from newsdb.api import connect

    with connect(url) as database:
        judgement = database.judge(verdict, one, other, kind=kind, reason=reason)
    typer.echo(f"Judgement {judgement.number}: {' and '.join(judgement.names)}: {judgement.verdict}.")
