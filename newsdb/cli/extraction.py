"""`newsdb extract` and `newsdb evaluate`: what the rules find in files, without a database."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsdb.cli.app import FAILED, Columns, Json, Paths, app

if TYPE_CHECKING:
    from newsdb.document import Document
    from newsdb.evaluation import Report as Evaluation
    from newsdb.loading.paths import SourcePath
    from newsdb.loading.report import Rejection


@app.command(epilog="Example: newsdb extract seeds/ | jq .quotes")
def extract(
    paths: Paths,
    columns: Columns = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say how each file was read: by what, what was found where, why not.")
    ] = False,
) -> None:
    """Print what is found in files, as JSON.

    One object a line for each article; offsets count code points of its text. No database is needed. A file that
    cannot be read is reported on stderr, the others are printed, and the exit status is 1. In folders, hidden files
    and documentation (.md, .rst) are passed over.
    """
    from newsdb.loading.paths import find_files
    from newsdb.loading.records import Records
    from newsdb.loading.rejecting import reject
    from newsdb.loading.report import Rejection
    from newsdb.reading.records.columns import read_mapping

    sources, errors = find_files(paths)
    rejected = [reject(error.where, error) for error in errors]
    for source in Records(sources, read_mapping(columns or [])):
        described = source if isinstance(source, Rejection) else _describe(source, explain=explain)
        if isinstance(described, Rejection):
            rejected.append(described)
        else:
            typer.echo(described)
    for rejection in rejected:
        typer.echo(f"rejected {rejection.where}: {rejection.reason}; {rejection.remedy}", err=True)
    if rejected:
        raise typer.Exit(FAILED)


def _describe(source: "SourcePath", *, explain: bool) -> "str | Rejection":
    """What is found in a record, or how it was read, or why it is refused."""
    from newsdb.errors import ModelError
    from newsdb.loading.paths import read_bytes
    from newsdb.loading.rejecting import reject_source
    from newsdb.reading import read_record

    try:
        document = read_record(read_bytes(source), source.name)
        return _explanation(document) if explain else _article_line(document)
    except ModelError:
        # Nothing is wrong with the file.
        raise
    except Exception as error:
        # A fault of a rule or a library costs this file alone.
        return reject_source(source, error)


def _article_line(document: "Document") -> str:
    from newsdb.cli.article_json import article_json
    from newsdb.extraction import extract_facts

    return json.dumps(article_json(document, extract_facts(document)), ensure_ascii=False)


def _explanation(document: "Document") -> str:
    from newsdb.cli.explanation import explain_document

    return "\n".join(explain_document(document))


@app.command(epilog="Example: newsdb formats")
def formats(as_json: Json = False) -> None:
    """List the formats that are read, and how each is recognised.

    Formats that hold several articles are cut into records first; each is then told by its own content.
    """
    from newsdb.reading import list_formats
    from newsdb.reports import Report, write_report

    columns = ("format", "holds", "recognised_by")
    write_report(Report("formats", columns, list_formats()), "json" if as_json else "table", sys.stdout)


@app.command(epilog="Example: newsdb evaluate tests/gold/seeds.json --texts seeds/ --errors")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Hand-made answers, in the format of tests/gold/seeds.json.")],
    texts: Annotated[Path | None, typer.Option(help="Folder of the texts; beside the gold if left out.")] = None,
    part: Annotated[list[str] | None, typer.Option(help="Only articles of this part; may be repeated.")] = None,
    show_errors: Annotated[bool, typer.Option("--errors", help="List every error too.")] = False,
    as_json: Json = False,
) -> None:
    """Measure extraction against a gold.

    Prints precision, recall and F1 of spans, speakers, people, organisations and roles.
    """
    from newsdb.evaluation import evaluate as evaluate_gold

    evaluation = evaluate_gold(gold, texts, part or None)
    if as_json:
        typer.echo(json.dumps(_evaluation_json(evaluation, show_errors=show_errors), ensure_ascii=False, indent=2))
    else:
        _print_evaluation(evaluation, show_errors=show_errors)


def _evaluation_json(evaluation: "Evaluation", *, show_errors: bool) -> dict[str, object]:
    from dataclasses import asdict

    measures = {"articles": evaluation.articles, "measures": [asdict(row) for row in evaluation.rows()]}
    return {**measures, "errors": [asdict(error) for error in evaluation.errors]} if show_errors else measures


def _print_evaluation(evaluation: "Evaluation", *, show_errors: bool) -> None:
    from newsdb.reports import Report, write_report

    columns = ("measure", "gold", "found", "right", "precision", "recall", "f1")
    rows = tuple(
        (row.measure, row.gold, row.found, row.right, *map(_percent, (row.precision, row.recall, row.f1)))
        for row in evaluation.rows()
    )
    write_report(Report("evaluation", columns, rows), "table", sys.stdout)
    if show_errors:
        typer.echo()
        errors = tuple((error.article, error.kind, error.expected, error.found) for error in evaluation.errors)
        write_report(Report("errors", ("article", "kind", "expected", "found"), errors), "table", sys.stdout)


def _percent(share: float | None) -> str | None:
    return None if share is None else f"{100 * share:.1f}"
