"""The typer application that every command joins, and what becomes of an error: one sentence and an exit status."""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from newsdb import __version__
from newsdb.errors import NewsdbError, UnknownReport, WrongParameter

FAILED = 1
USAGE = 2

Url = Annotated[
    str | None,
    typer.Option(
        "--url",
        help="PostgreSQL URL; without it NEWSDB_URL, else the embedded server.",
        metavar="URL",
        show_default=False,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


class Commands(TyperGroup):
    """Runs a command and ends it well: errors of newsdb are sentences, and a reader who has seen enough is none."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what it wrote is flushed here, where typer still meets a closed pipe quietly."""
        try:
            outcome = super().invoke(ctx)
            sys.stdout.flush()
        except NewsdbError as error:
            typer.echo(f"newsdb: {error}", err=True)
            raise typer.Exit(USAGE if isinstance(error, UnknownReport | WrongParameter) else FAILED) from error
        return outcome


# Without rich markup, help and usage errors are plain text that starts fast and reads well in a pipe.
app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example: newsdb load seeds/, then newsdb report most_quoted",
)


def print_version(is_asked: bool) -> None:
    """Print it and be done."""
    if is_asked:
        typer.echo(f"newsdb {__version__}")
        raise typer.Exit


@app.callback()
def accept_version(
    _: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=print_version, is_eager=True)
    ] = False,
) -> None:
    """Press files into a PostgreSQL database of outlets, articles, people, organisations and quotes."""
