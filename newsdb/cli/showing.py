"""`newsdb show`: an article with its quotes, names and roles in place, on a terminal or as a page."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from newsdb.cli.app import Lang, Url, app, as_text, connected_to_tables

if TYPE_CHECKING:
    from rich.text import Text

    from newsdb.reports.annotated import AnnotatedArticle, Fact, Passage
    from newsdb.reports.pages import Language

STYLES = {"quote": "on yellow", "person": "bold blue", "organisation": "bold green", "role": "magenta"}


@app.command(epilog="Example: newsdb show 000_e5e38f4e165d1c0e.txt --html > article.html")
def show(
    article: Annotated[
        list[str],
        typer.Argument(help="Id, beginning of an id, file name, or words of the headline.", metavar="ARTICLE"),
    ],
    url: Url = None,
    html: Annotated[bool, typer.Option("--html", help="Print a page that stands by itself.")] = False,
    lang: Lang = "en",
) -> None:
    """Print an article with what was found in it.

    Quotes are numbered where they end, and listed below with their speaker and how that was found. Parts of the page
    from which nothing is taken stand behind a bar, grey on a terminal.
    """
    from newsdb.api import connect
    from newsdb.reports.annotated import annotate_article
    from newsdb.reports.pages import render

    with connect(url) as database, connected_to_tables(database) as connection:
        annotated = annotate_article(connection, as_text(" ".join(article)), lang)
    if html:
        typer.echo(render("article.html", lang, title=annotated.headline, article=annotated))
    else:
        print_article(annotated, lang)


def print_article(article: "AnnotatedArticle", language: "Language") -> None:
    """In colours on a terminal; in a pipe as plain text, of which nothing is wrapped."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    for passage in article.passages:
        line = _passage(passage)
        if line.plain.strip():
            console.print(line)
    console.print()
    for fact in article.facts:
        if fact.kind == "quote":
            console.print(Text(describe_quote(fact, language)))


def _passage(passage: "Passage") -> "Text":
    from rich.text import Text

    line = Text("" if passage.is_story else "| ")
    for run in passage.runs:
        for piece in run.pieces:
            style = " ".join(STYLES[fact.kind] for fact in (run.quote, *piece.facts) if fact)
            line.append(piece.text, style=style or ("" if passage.is_story else "dim"))
        if run.quote:
            line.append(f"[{run.quote.number}]", style="bold")
    line.rstrip()
    return line


def describe_quote(fact: "Fact", language: "Language") -> str:
    """`[1] Karim Alami, directeur, Office des ports (direct; the name in the sentence; 0.99)`."""
    from newsdb.reports.pages import cell_words, labels

    details = {key: cell_words(value, language) for key, value in fact.details}
    who = [fact.name or labels(language)["speaker_unknown"]]
    who += [details[key] for key in ("title", "role_organisation", "reason") if key in details]
    how = [details[key] for key in ("kind", "method", "confidence") if key in details]
    return f"[{fact.number}] {', '.join(who)} ({'; '.join(how)})"
