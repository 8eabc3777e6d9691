"""The typer application that every command joins: what they share, and how an error ends, in one sentence."""

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from typer.core import TyperGroup

from newsdb import __version__
from newsdb.errors import NewsdbError, UnknownArticle, UnknownReport, WrongParameter

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from newsdb.api import Database

FAILED = 1
USAGE = 2
INTERRUPTED = 130
WHAT_STAYS = "what was written before stays, the same command does the rest"


def as_path(given: str) -> Path:
    """A path as given. An empty one is a variable that was not set, not the current folder."""
    if not given:
        raise typer.BadParameter("it is empty; name a file or folder")
    return Path(given)


# Parsed here, so that typer asks nothing of the paths: one that cannot be read must not stop the others.
Paths = Annotated[list[Path], typer.Argument(parser=as_path, help="Files and folders.", metavar="PATH")]

Url = Annotated[
    str | None,
    typer.Option(
        "--url",
        help="PostgreSQL URL; without it NEWSDB_URL, else the embedded server.",
        metavar="URL",
        show_default=False,
    ),
]
Lang = Annotated[Literal["en", "fr"], typer.Option("--lang", help="Language of pages and labels.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]

Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        help="Which column of a table is which field; may be repeated. Without it common names are known.",
        metavar="FIELD=COLUMN",
        show_default=False,
    ),
]


class Commands(TyperGroup):
    """Runs a command and ends it well: errors of newsdb are sentences, and a reader who has seen enough is none."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; what it wrote is flushed here, where typer still meets a closed pipe quietly."""
        try:
            outcome = super().invoke(ctx)
            sys.stdout.flush()
        except NewsdbError as error:
            typer.echo(f"newsdb: {error}", err=True)
            raise typer.Exit(
                USAGE if isinstance(error, UnknownArticle | UnknownReport | WrongParameter) else FAILED
            ) from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            # What is left of the output has nowhere to go; unsaid, Python would try again when it ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            typer.echo("newsdb: the output: no space left on the device; free some, or write it elsewhere", err=True)
            raise typer.Exit(FAILED) from error
        except KeyboardInterrupt:
            typer.echo(f"newsdb: interrupted; {WHAT_STAYS}", err=True)
            raise typer.Exit(INTERRUPTED) from None
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


def write_utf_8() -> None:
    """Print UTF-8 in every locale: what is printed is French, and is read by programs too."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def as_text(argument: str) -> str:
    """Words of the command line as text that a database can hold; bytes that are not UTF-8 are replaced."""
    return os.fsencode(argument).decode("utf-8", "replace")


def counted(number: int, noun: str, nouns: str | None = None) -> str:
    """`1 row`, `2,000 rows`; the plural where it is no s at the end."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {nouns or noun + 's'}"


@contextlib.contextmanager
def connected(database: "Database") -> Iterator["Connection"]:
    """A connection whose errors are sentences."""
    from newsdb.database.engine import driver_errors

    with driver_errors(database.description), database.engine.connect() as connection:
        yield connection


@contextlib.contextmanager
def connected_to_tables(database: "Database") -> Iterator["Connection"]:
    """The same; where the tables are not those of this newsdb, what is to be done about that."""
    from newsdb.database.migrations import require_current

    with connected(database) as connection:
        require_current(connection)
        yield connection


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
