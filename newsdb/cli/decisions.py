"""`newsdb correct`, `suppress`, `unsuppress` and `decisions`: what people decide, and the file that carries it."""

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from newsdb.cli.app import Url, app, as_path, counted

Reason = Annotated[str, typer.Option(help="Why, for those who ask later.")]
By = Annotated[str | None, typer.Option(help="Who decided.")]


@app.command(epilog='Example: newsdb correct article ID published_on 2020-10-22 --reason "misprint" --by "A. Editor"')
def correct(
    reason: Reason,
    what: Annotated[Literal["article", "quote", "role"] | None, typer.Argument(help="What is wrong.")] = None,
    which: Annotated[str | None, typer.Argument(help="Its id, as reports print it.", metavar="ID")] = None,
    field: Annotated[str | None, typer.Argument(help="Which field of it.")] = None,
    value: Annotated[str | None, typer.Argument(help="What it is instead, or unknown.")] = None,
    undo: Annotated[int | None, typer.Option(help="Take back the correction of this number.", metavar="NUMBER")] = None,
    by: By = None,
    url: Url = None,
) -> None:
    """Record what is right instead of what was read.

    Fields of an article: headline, outlet, published_on (2020-10-22, 2020-10 or 2020), authors (A; B), language,
    section, canonical_url. Of a quote: speaker (a person; organisation:NAME, group:WORDS or described:WORDS for others)
    and kind. Of a role: person, organisation, valid_from, valid_to.

    The article is written anew at once. The correction outlives every load and finds its quote or role again by its
    words, in every capture of the article. What is corrected has the method corrected in place of evidence.
    A name that was taken down is refused.
    """
    from newsdb.api import connect

    if undo is not None:
        if what or which or field or value:
            raise typer.BadParameter("--undo takes back what its number says, and nothing beside it")
        with connect(url) as database:
            undone = database.undo_correction(undo, reason=reason, by=by)
        typer.echo(f"Correction {undo} is taken back: the {undone.field} of the {undone.subject} is as it was read.")
        return
    if what is None or which is None or field is None or value is None:
        raise typer.BadParameter("write WHAT ID FIELD VALUE, or --undo NUMBER")
    with connect(url) as database:
        made = database.correct(what, which, field, value, reason=reason, by=by)
    now = "unknown" if made.value is None else made.value
    typer.echo(f"Correction {made.number}: the {made.field} of the {made.subject} is {now}.")


@app.command(epilog='Example: newsdb suppress article ID --reason "court order 12/2024"')
def suppress(
    what: Annotated[Literal["article", "file", "person"], typer.Argument(help="What must go.")],
    key: Annotated[
        str,
        typer.Argument(help="Id or address of an article; path, name or SHA-256 of a file; full name of a person."),
    ],
    reason: Annotated[str, typer.Option(help="Why; it is kept, so name nobody in it.")],
    by: By = None,
    url: Url = None,
) -> None:
    """Take down an article, a file, or every article that names a person.

    The rows go: article, text, facts, names that nothing else prints, and the bytes of the file.
    Corrections and judgements that name a person go with the person, and what they had changed is as it was read.
    A hash and the reason stay, and later loads refuse what was taken down. `newsdb unsuppress` takes it back.

    A file that holds several articles is known by its records: its path or its name takes down all of them, the name
    of one (feed.xml#item 3) that one. Another capture of its article may be loaded, and an older file of decisions
    brings corrections of the article back; what must not come back in any capture is taken down as an article.

    A person is recognised by the words of the full name in any order and spelling of capitals and accents, anywhere in
    the text, in the metadata, and in what a page holds without showing it: alternative texts, scripts, comments,
    addresses. A file whose own name names the person is refused by that name. Articles that print the name otherwise
    (initials, a surname alone, in another script) are to be taken down one by one.
    """
    from newsdb.api import connect

    with connect(url) as database:
        done = database.suppress(what, key, reason=reason, by=by)
    first, last = done.numbers[0], done.numbers[-1]
    numbers = str(first) if first == last else f"{first} to {last}"
    gone = f"{counted(done.articles, 'article')} and {counted(done.files, 'file')}"
    typer.echo(f"Takedown {numbers}: {gone} are gone.")
    if not done.files and not done.decisions:
        typer.echo("Nothing of it was in the database; is the key the right one? Loads refuse it from now on.")
    if done.decisions:
        typer.echo(f"{counted(done.decisions, 'correction or judgement', 'corrections or judgements')} went with them.")


@app.command(epilog='Example: newsdb unsuppress 3 --reason "order lifted"')
def unsuppress(
    number: Annotated[int, typer.Argument(help="Number of the takedown, as newsdb status prints it.")],
    reason: Reason,
    by: By = None,
    url: Url = None,
) -> None:
    """Take a takedown back.

    What it covered is not there any more; the next load of its files brings it back. Corrections and judgements that
    went with it were not kept: `newsdb decisions import` of a file that was exported before brings them back.
    """
    from newsdb.api import connect

    with connect(url) as database:
        kind = database.unsuppress(number, reason=reason, by=by)
    typer.echo(f"Takedown {number} ({kind}) is taken back; load the files again to have what it covered.")
    typer.echo("Corrections and judgements that went with it are back once you import a file of them exported before.")


@app.command(epilog="Example: newsdb decisions export decisions.jsonl")
def decisions(
    action: Annotated[Literal["export", "import"], typer.Argument(help="Write the file, or take it in.")],
    path: Annotated[Path, typer.Argument(parser=as_path, help="The file; - for standard output or input.")],
    url: Url = None,
) -> None:
    """Export or import all judgements, corrections and takedowns.

    The file has a JSON object a line, sorted by what is decided upon, so that it can live in version control. An import
    replaces what the file decides otherwise, leaves what it does not mention, and a second one changes nothing. What
    names somebody who was taken down is withheld, and counted.
    """
    from newsdb.api import connect

    with connect(url) as database:
        if action == "export":
            _write(path, database.export_decisions())
            return
        done = database.import_decisions(_read(path), name=path.name)
    typer.echo(f"{done.added} new, {done.changed} changed, {done.unchanged} unchanged; {done.articles} taken down.")
    if done.withheld:
        typer.echo(f"{done.withheld} withheld: they are about what was taken down, or name somebody who was.")
        typer.echo("Import the file again after `newsdb unsuppress`, if you take the takedown back.")


def _write(path: Path, content: str) -> None:
    from newsdb.errors import WrongDecision

    if str(path) == "-":
        sys.stdout.write(content)
    else:
        try:
            path.write_text(content, encoding="utf-8")
        except OSError as error:
            what = f"the file cannot be written ({error.strerror})"
            raise WrongDecision(what, where=str(path), remedy="give a file in a folder that is there") from error


def _read(path: Path) -> str:
    from newsdb.errors import WrongDecision

    try:
        return sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8")
    except OSError as error:
        what = f"the file cannot be read ({error.strerror})"
        raise WrongDecision(what, where=str(path), remedy="check the path") from error
    except UnicodeDecodeError as error:
        remedy = "import what `newsdb decisions export` has written"
        raise WrongDecision("the file is no text in UTF-8", where=str(path), remedy=remedy) from error
