"""Read the data files of a language folder, each once; what the words mean is decided elsewhere.

A word list (`NAME.txt`) holds one entry a line, a table (`NAME.csv`) one row of comma-separated cells a line.
In both, empty lines and lines that begin with # are comments: the header names the source and the licence.
"""

import csv
from functools import cache
from importlib.resources import files


@cache
def has_language(language: str) -> bool:
    """Whether facts can be extracted from the language (ISO 639-1 code): a folder may hold no more than a calendar."""
    return language.isalpha() and files(__package__).joinpath(language, "reporting_verbs.csv").is_file()


@cache
def load_words(language: str, name: str) -> tuple[str, ...]:
    """The entries of `language/name.txt`, in file order."""
    return tuple(_lines(language, f"{name}.txt"))


@cache
def load_table(language: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `language/name.csv`, in file order, each cell stripped of white space."""
    rows = csv.reader(_lines(language, f"{name}.csv"), skipinitialspace=True)
    return tuple(tuple(cell.strip() for cell in row) for row in rows)


def _lines(language: str, file_name: str) -> list[str]:
    text = files(__package__).joinpath(language, file_name).read_text(encoding="utf-8")
    stripped = (line.strip() for line in text.split("\n"))
    return [line for line in stripped if line and not line.startswith("#")]
