"""`newsdb reference`: views, reports, commands and tables as Markdown, from the comments that they carry themselves."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import typer

from newsdb.cli.app import Url, app, connected_to_tables

if TYPE_CHECKING:
    from newsdb.reports import NamedReport
    from newsdb.reports.dictionary import Relation

OPENING = """# Reference

Views, reports, commands and tables, as their own comments describe them: `newsdb reference` prints this page."""


@app.command(epilog="Example: newsdb reference > reference.md")
def reference(url: Url = None) -> None:
    """Print the reference of views, reports, commands and tables.

    As Markdown, from the comments in the database and the help of the commands.
    """
    from newsdb.api import connect
    from newsdb.reports import list_reports
    from newsdb.reports.dictionary import describe_functions, describe_relations

    with connect(url) as database, connected_to_tables(database) as connection:
        views = describe_relations(connection, "report")
        functions = describe_functions(connection, "report")
        tables = describe_relations(connection, "newsdb")
    parts = [
        OPENING,
        "## Views of schema `report`",
        *map(describe_relation, views),
        "### Functions of schema `report`",
        table(("function", "what it gives"), ((f"`{signature}`", words) for signature, words in functions.items())),
        "## Reports",
        "Each is printed by `newsdb report NAME`, and is `Database.report(NAME)` in scripts.",
        *map(describe_report, list_reports()),
        "## Commands",
        *describe_commands(),
        "## Tables of schema `newsdb`",
        *map(describe_relation, tables),
    ]
    typer.echo("\n\n".join(parts))


def describe_relation(relation: "Relation") -> str:
    """A table or view with its columns; a column that may be empty says so, a foreign key where it leads."""
    has_keys = relation.kind == "table"
    head = ("column", "type", "refers to", "what it is") if has_keys else ("column", "type", "what it is")
    rows = (
        (
            f"`{column.name}`",
            column.type + (", may be empty" if has_keys and not column.is_required else ""),
            *([f"`{column.refers_to}`" if column.refers_to else ""] if has_keys else []),
            column.comment,
        )
        for column in relation.columns
    )
    return f"### `{relation.name}`\n\n{relation.comment}\n\n{table(head, rows)}"


def describe_report(report: "NamedReport") -> str:
    """A report with its parameters."""
    rows = [
        (
            f"`--{parameter.name.replace('_', '-')}`",
            parameter.type,
            "required" if parameter.is_required else parameter.default or "",
            parameter.help,
        )
        for parameter in report.parameters
    ]
    shown = f"\n\n{table(('parameter', 'type', 'default', 'what it does'), rows)}" if rows else ""
    return f"### `{report.name}`\n\n{report.description}{shown}"


def describe_commands() -> Iterator[str]:
    """Each command as its help describes it."""
    commands: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    for name, command in commands.items():
        context = command.make_context(name, [], resilient_parsing=True)
        # Versions of typer put names in brackets of several shapes.
        pieces = [
            piece.translate({ord(bracket): None for bracket in "{}[]"})
            for piece in command.collect_usage_pieces(context)
        ]
        words = [piece for piece in pieces if piece != "OPTIONS"]
        rows = [
            (", ".join(f"`{option}`" for option in parameter.opts), parameter.help or "")
            for parameter in command.params
            if parameter.param_type_name == "option"
        ]
        shown = f"\n\n{table(('option', 'what it does'), rows)}" if rows else ""
        paragraphs = "\n\n".join(" ".join(part.split()) for part in command.help.split("\n\n"))
        usage = " ".join(["newsdb", name, *words])
        yield f"### `{usage}`\n\n{paragraphs}{shown}\n\n{command.epilog}"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
