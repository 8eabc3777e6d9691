"""Know the names that columns of exports have; the list is `columns.csv`, what a row says is read elsewhere."""

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from newsdb.errors import WrongParameter

_PUNCTUATION = re.compile(r"[\s_.-]+")


def field_of(column: str) -> str | None:
    """The field that a column of that name is; None for one that says nothing of an article."""
    return _fields().get(_fold(column))


def fields() -> tuple[str, ...]:
    """The fields that `--map` may name."""
    return tuple(dict.fromkeys(_fields().values()))


def read_mapping(pairs: list[str]) -> dict[str, str]:
    """Column → field, from `field=column` as the command line gives it. Raises WrongParameter."""
    columns: dict[str, str] = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals or not column or field not in fields():
            raise WrongParameter(
                "it is not field=column with a field of newsdb",
                where=f"--map {pair}",
                remedy=f"the fields are {', '.join(fields())}",
            )
        columns[column] = field
    return columns


def by_field(row: Mapping[str, object]) -> dict[str, object]:
    """The values of a row by field: of columns that are one field, the first of the list that has a value."""
    found: dict[str, tuple[int, object]] = {}
    for column, value in row.items():
        field = field_of(column)
        if field and value not in (None, "", [], {}):
            rank = list(_fields()).index(_fold(column))
            if field not in found or rank < found[field][0]:
                found[field] = (rank, value)
    return {field: value for field, (_, value) in found.items()}


def _fold(column: str) -> str:
    return _PUNCTUATION.sub("", column).lower()


@cache
def _fields() -> dict[str, str]:
    text = files(__package__).joinpath("columns.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines() if line and not line.startswith("#"))
    return {column: field for field, column in rows}
