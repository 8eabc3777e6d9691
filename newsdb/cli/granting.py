"""`newsdb grant` and `newsdb revoke`: a login for people and BI tools that read the reports and nothing else."""

import json
import secrets
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from newsdb.cli.app import Json, Url, app, as_text

if TYPE_CHECKING:
    from newsdb.database.readers import Reader


@app.command(epilog="Example: newsdb grant reader metabase")
def grant(
    _what: Annotated[Literal["reader"], typer.Argument(help="What to grant.", metavar="reader")],
    name: Annotated[str, typer.Argument(help="Name of the login.", metavar="NAME")],
    url: Url = None,
    tables: Annotated[bool, typer.Option("--tables", help="Let it read the tables of schema newsdb too.")] = False,
    timeout: Annotated[int, typer.Option(help="Seconds that a statement may take.", min=1, max=86_400)] = 60,
    ask_password: Annotated[bool, typer.Option("--ask-password", help="Type the password, unseen, twice.")] = False,
    new_password: Annotated[bool, typer.Option("--new-password", help="Replace the password by a fresh one.")] = False,
    as_json: Json = False,
) -> None:
    """Make a login that reads the reports.

    It reads the views of schema report and nothing else, writes nothing, makes no temporary tables, and its
    statements have a time limit. Its password is the one typed, else NEWSDB_READER_PASSWORD, else a fresh one that
    is printed this once. Run again, it mends the rights and keeps the password.
    """
    from newsdb.api import connect
    from newsdb.database.engine import libpq_url
    from newsdb.database.readers import grant_reader, is_login, reader_url

    name = as_text(name)
    with connect(url) as database:
        is_known = is_login(database.engine, name)
        password = choose_password(ask=ask_password, fresh=new_password or not is_known)
        reader = grant_reader(database.engine, name, password, with_tables=tables, timeout=timeout)
        # A password that somebody typed or exported is known to them, and not printed.
        shown = reader.password if reader.password and not ask_password and not given_password() else None
        address = libpq_url(reader_url(database.engine.url, name, shown))
    if as_json:
        typer.echo(json.dumps({"name": name, "url": address, "is_new": reader.is_new}))
    else:
        _print_reader(reader, address, shown=shown, tables=tables)


@app.command(epilog="Example: newsdb revoke reader metabase")
def revoke(
    _what: Annotated[Literal["reader"], typer.Argument(help="What to revoke.", metavar="reader")],
    name: Annotated[str, typer.Argument(help="Name of the login.", metavar="NAME")],
    url: Url = None,
) -> None:
    """Take a reader of the reports away.

    The login is dropped with its rights in this database; it stays where other databases know it.
    """
    from newsdb.api import connect
    from newsdb.database.readers import drop_reader

    with connect(url) as database:
        elsewhere = drop_reader(database.engine, as_text(name))
    if elsewhere:
        others = ", ".join(elsewhere)
        typer.echo(f"{name} reads nothing here any more. The login stays for {others}: revoke it there too.")
    else:
        typer.echo(f"{name} is gone.")


def given_password() -> str | None:
    """The password of the environment."""
    from newsdb.config import Settings

    return Settings.from_environment().reader_password


def choose_password(*, ask: bool, fresh: bool) -> str | None:
    """The one typed, else of the environment, else a fresh one where one is wanted; None keeps the old one."""
    if ask:
        return str(typer.prompt("Password of the reader", hide_input=True, confirmation_prompt=True, err=True))
    return given_password() or (secrets.token_urlsafe(24) if fresh else None)


def _print_reader(reader: "Reader", url: str, *, shown: str | None, tables: bool) -> None:
    what = "the views of schema report and the tables of schema newsdb" if tables else "the views of schema report"
    typer.echo(f"{reader.name} may read {what}, and nothing else.")
    if shown:
        typer.echo(f"Password, shown this once: {shown}")
    elif reader.password is None:
        typer.echo("The password is the one it had; --new-password replaces it.")
    typer.echo(f"URL: {url}")
    if reader.makes_large_objects:
        typer.echo(
            "Only a superuser can forbid it to make large objects, which are in no table and no report: run this"
            " command once with a superuser's --url.",
            err=True,
        )
