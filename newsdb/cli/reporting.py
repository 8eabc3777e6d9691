"""`newsdb report` and `newsdb search`: questions to the database."""

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsdb.cli.app import Json, Lang, Url, app, as_text

if TYPE_CHECKING:
    from newsdb.reports import NamedReport, SearchHit
    from newsdb.reports.catalogue import Parameter

Shape = Literal["table", "csv", "json", "html", "parquet"]


@app.command(
    # What typer does not know are parameters of the report, wherever they stand.
    context_settings={"ignore_unknown_options": True},
    epilog="Example: newsdb report role_timeline --organisation APEBI --format csv",
)
def report(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Name of the report, and its parameters; nothing for the list.", metavar="NAME"),
    ] = None,
    url: Url = None,
    how: Annotated[Shape, typer.Option("--format", help="How to print it.")] = "table",
    lang: Lang = "en",
) -> None:
    """Print a report, or the list of reports.

    The parameters of a report, which the list shows, are options: --organisation APEBI. Pages (html) stand by
    themselves, and the one of the report overview has charts; parquet goes to a file: > quotes.parquet.
    """
    from newsdb.api import connect
    from newsdb.reports import find_report, write_report
    from newsdb.reports.runner import bind_parameters

    if not words:
        print_list(how)
        return
    name, parameters = read_request([as_text(word) for word in words])
    # Before a server is started for it.
    bind_parameters(find_report(name), parameters)
    if how == "parquet" and sys.stdout.isatty():
        raise typer.BadParameter("parquet is no text for a terminal; write it to a file: > report.parquet")
    with connect(url) as database:
        if how == "html":
            typer.echo(database.page(name, language=lang, **parameters))
        else:
            write_report(database.report(name, **parameters), how, sys.stdout)


def print_list(how: Shape) -> None:
    """Every report, with its parameters."""
    from newsdb.reports import Report, list_reports, write_report

    if how == "table":
        typer.echo("\n".join(map(describe_report, list_reports())))
        return
    columns = ("report", "description", "parameters")
    rows = tuple(
        (report.name, report.description, " ".join(f"--{_option(parameter)}" for parameter in report.parameters))
        for report in list_reports()
    )
    write_report(Report("reports", columns, rows), how, sys.stdout)


def describe_report(report: "NamedReport") -> str:
    """The name of a report, what it answers and what it asks for."""
    lines = [report.name, f"    {report.description}"]
    for parameter in report.parameters:
        note = " (required)" if parameter.is_required else f" [{parameter.default}]" if parameter.default else ""
        lines.append(f"      --{_option(parameter)}  {parameter.help}{note}")
    return "\n".join(lines)


def _option(parameter: "Parameter") -> str:
    return f"{parameter.name.replace('_', '-')} {parameter.type.upper()}"


def read_request(words: list[str]) -> tuple[str, dict[str, object]]:
    """`most_quoted --kind person --limit=5` as the name of a report and its parameters, in any order."""
    names: list[str] = []
    parameters: dict[str, object] = {}
    left = list(words)
    while left:
        word = left.pop(0)
        option, equals, value = word.partition("=")
        if not option.startswith("--"):
            names.append(word)
            continue
        if not equals and not left:
            raise typer.BadParameter(f"{option} needs a value, as in: newsdb report {' '.join(words)} VALUE")
        parameters[option.removeprefix("--").replace("-", "_")] = value if equals else left.pop(0)
    if not names:
        raise typer.BadParameter("name the report, as in: newsdb report most_quoted --limit 5")
    if len(names) > 1:
        raise typer.BadParameter(f"{names[1]} is not expected here; write parameters as --name value")
    return names[0], parameters


@app.command(
    context_settings={"ignore_unknown_options": True},
    epilog="Example: newsdb search élections '\"data center\"' -sport",
)
def search(
    words: Annotated[
        list[str], typer.Argument(help='Words, "quoted phrases", or, -not; accents do not matter.', metavar="WORDS")
    ],
    limit: Annotated[int, typer.Option(help="How many articles.", min=1)] = 20,
    url: Url = None,
    as_json: Json = False,
) -> None:
    """Search the stories in full text.

    The best matches come first, with the words that were found marked. Accents and endings do not matter.
    """
    from newsdb.api import connect

    refuse_options(words)
    with connect(url) as database:
        hits = database.search(as_text(" ".join(words)), limit=limit)
    if as_json:
        typer.echo(json.dumps([_hit_as_json(hit) for hit in hits], ensure_ascii=False, indent=2))
    elif hits:
        typer.echo("\n\n".join(map(_describe_hit, hits)))
    else:
        typer.echo("Nothing was found.")


def refuse_options(words: list[str]) -> None:
    """A minus before a word leaves it out; two are an option that search does not have."""
    for word in words:
        if word.startswith("--"):
            raise typer.BadParameter(f"No such option: {word}; write -word to leave a word out")


def _describe_hit(hit: "SearchHit") -> str:
    """Bold on a terminal, *starred* in a pipe."""
    marks = ("\x1b[1m", "\x1b[0m") if sys.stdout.isatty() else ("*", "*")
    source = f"{hit.outlet or 'outlet unknown'}, {hit.published_on or 'day unknown'}"
    return "\n".join(
        [hit.headline or "(no headline)", f"  {source}", *(f"  … {part.marked(*marks)} …" for part in hit.fragments)]
    )


def _hit_as_json(hit: "SearchHit") -> dict[str, object]:
    day = hit.published_on.isoformat() if hit.published_on else None
    return {**asdict(hit), "article_id": str(hit.article_id), "published_on": day}
