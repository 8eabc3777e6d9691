"""`newsdb report` and `newsdb search`: questions to the database."""

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsdb.cli.app import Json, Url, app

if TYPE_CHECKING:
    from newsdb.reports import NamedReport, SearchHit


@app.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
    epilog="Example: newsdb report role_timeline --organisation APEBI --format csv",
)
def report(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(help="Name of the report; without it, the list of all.")] = None,
    url: Url = None,
    how: Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="How to print it.")] = "table",
) -> None:
    """Print a report, or the list of reports.

    The parameters of a report, which the list shows, are options: --organisation APEBI.
    """
    from newsdb.api import connect
    from newsdb.reports import find_report, list_reports, write_report
    from newsdb.reports.runner import bind_parameters

    if name is None:
        typer.echo("\n".join(map(describe_report, list_reports())))
        return
    parameters = read_options(name, context.args)
    # Before a server is started for it.
    bind_parameters(find_report(name), parameters)
    with connect(url) as database:
        write_report(database.report(name, **parameters), how, sys.stdout)


def describe_report(report: "NamedReport") -> str:
    """The name of a report, what it answers and what it asks for."""
    lines = [report.name, f"    {report.description}"]
    for parameter in report.parameters:
        note = " (required)" if parameter.is_required else f" [{parameter.default}]" if parameter.default else ""
        lines.append(f"      --{parameter.name.replace('_', '-')} {parameter.type.upper()}  {parameter.help}{note}")
    return "\n".join(lines)


def read_options(name: str, arguments: list[str]) -> dict[str, object]:
    """`--organisation APEBI --limit=5` as parameters of a report."""
    parameters: dict[str, object] = {}
    left = list(arguments)
    while left:
        option, equals, value = left.pop(0).partition("=")
        if not option.startswith("--"):
            raise typer.BadParameter(f"{option} is not expected here; write parameters as --name value")
        if not equals:
            if not left:
                raise typer.BadParameter(f"{option} needs a value, as in: newsdb report {name} {option} VALUE")
            value = left.pop(0)
        parameters[option.removeprefix("--").replace("-", "_")] = value
    return parameters


@app.command(
    context_settings={"ignore_unknown_options": True},
    epilog="Example: newsdb search élections '\"data center\"' -sport",
)
def search(
    words: Annotated[
        list[str], typer.Argument(help='Words, "quoted phrases", or, -not; accents do not matter.', metavar="WORDS...")
    ],
    limit: Annotated[int, typer.Option(help="How many articles.", min=1)] = 20,
    url: Url = None,
    as_json: Json = False,
) -> None:
    """Search the stories in full text.

    The best matches come first, with the words that were found marked. Accents and endings do not matter.
    """
    from newsdb.api import connect

    with connect(url) as database:
        hits = database.search(" ".join(words), limit=limit)
    if as_json:
        typer.echo(json.dumps([_hit_as_json(hit) for hit in hits], ensure_ascii=False, indent=2))
    elif hits:
        typer.echo("\n\n".join(map(_describe_hit, hits)))
    else:
        typer.echo("Nothing was found.")


def _describe_hit(hit: "SearchHit") -> str:
    """Bold on a terminal, *starred* in a pipe."""
    marks = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("*", "*")
    source = f"{hit.outlet or 'outlet unknown'}, {hit.published_on or 'day unknown'}"
    return "\n".join([hit.headline, f"  {source}", *(f"  … {part.marked(*marks)} …" for part in hit.fragments)])


def _hit_as_json(hit: "SearchHit") -> dict[str, object]:
    day = hit.published_on.isoformat() if hit.published_on else None
    return {**asdict(hit), "article_id": str(hit.article_id), "published_on": day}
