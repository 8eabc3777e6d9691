"""Pages that stand by themselves, in English and French: their words, numbers and days, and a report as a page."""

import csv
import functools
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from jinja2 import Environment

    from newsdb.reports.runner import Report

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

TEMPLATES = Path(__file__).parent / "templates"
# Between thousands and before a decimal: 12 345,6 in French, with a space that does not break.
SEPARATORS: Mapping[Language, tuple[str, str]] = {"en": (",", "."), "fr": ("\u202f", ",")}


@functools.cache
def labels(language: Language) -> Mapping[str, str]:
    """The words of pages and the names of columns, by their key."""
    with (TEMPLATES / "labels.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(line for line in file if not line.startswith("#"))
        return {key: english if language == "en" else french for key, english, french in rows}


def column_label(name: str, language: Language) -> str:
    """What a page calls a column; its own name where nobody has named it."""
    return labels(language).get(name, name.replace("_", " "))


def cell_words(cell: object, language: Language) -> str:
    """A value as people of that language write it: 22 octobre 2020; 12 345,6; nothing for what is unknown."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return _day(cell, language)
    if is_number(cell):
        thousands, point = SEPARATORS[language]
        return f"{cell:,}".translate({ord(","): thousands, ord("."): point})
    return str(cell)


def is_number(cell: object) -> bool:
    """Whether it is aligned to the right."""
    return isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)


def report_page(report: "Report", language: Language) -> str:
    """A report as a page with a table, readable on a phone, that asks nothing of any network."""
    return render("report.html", language, title=column_label(report.name, language), table=report)


def render(template: str, language: Language, **values: object) -> str:
    """A page of a template in which every value is escaped."""
    return _environment(language).get_template(template).render(language=language, **values)


@functools.cache
def _environment(language: Language) -> "Environment":
    # Questions that are no pages need not wait for it.
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["label"] = lambda name: column_label(name, language)
    environment.filters["words"] = lambda cell: cell_words(cell, language)
    environment.tests["numeric"] = is_number
    return environment


def _day(day: date, language: Language) -> str:
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number} {labels(language)[f'month_{day.month}']} {day.year}"
