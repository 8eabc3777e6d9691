"""Take the names out of a signature as pages and data write it: "By A and B, Reuters"; where it stands, others know.

The words come from `byline_words.csv` of every language, since a page in one may be signed in another.
"""

import re
from collections.abc import Iterator
from functools import cache

from newsdb.language.dates import find_dates, is_weekday
from newsdb.language.outlets import is_outlet_name
from newsdb.language.pack import load_table
from newsdb.reading.columnists import names_columnist
from newsdb.reading.lines import fold_line

LANGUAGES = ("fr", "ar", "en", "es")
_LONGEST = 300
_LONGEST_NAME = 60
_MOST_WORDS = 6
_NOISE = re.compile(r"\S+@\S+|@\w+|https?://\S+|www\.\S+|\([^()]*\)|\[[^\[\]]*\]|\s\d{1,2}[:h.]\d{2}.*$")
_CUT = re.compile(r"\s*[,;،؛|/•·+\n]\s*|\s+[-–—]+\s+|(?<=[^\W\d_]{3})\.\s+(?=\w)")
# "Text: A", in whatever language.
_LABEL = re.compile(r"([^\W\d_]+)\s?:\s*")
_DIGIT = re.compile(r"\d")
_EDGE = " .:,;-–—|/·•*\"'«»“”"


def read_names(value: str) -> list[str]:
    """The names of people in the signature, or of desks and agencies where it names nobody; each once."""
    return prefer_people(list(dict.fromkeys(part for part in _parts(value) if is_name(part))))


def prefer_people(names: list[str]) -> list[str]:
    """Of the names those of people; desks and agencies where there are none.

    Beside a full name or an agency, a single word is a town, a section or another site.
    """
    desks = [name for name in names if is_desk(name)]
    people = [name for name in names if name not in desks]
    return [name for name in people if " " in name] or desks or people


def is_desk(name: str) -> bool:
    """Whether a desk, an outlet or an agency bears the name."""
    return fold_line(name) in _words("desk") or is_outlet_name(name)


def is_name(part: str) -> bool:
    """Whether the words may name somebody: few, no number, no job, no account of the site."""
    folded = fold_line(part)
    words = folded.split()
    if not 2 < len(part) <= _LONGEST_NAME or len(words) > _MOST_WORDS or _DIGIT.search(part):
        return False
    if (
        folded in _words("account")
        or folded.endswith("admin")
        or folded in _words("job")
        or not any(map(str.isalpha, part))
    ):
        return False
    if len(words) > 1 and any(folded.startswith(f"{job} ") or folded.endswith(f" {job}") for job in _words("job")):
        return False
    # "View all articles": what is written in lower case after the first word is no name, but for particles.
    if any(word[0].islower() and fold_line(word) not in _words("particle") for word in part.split()[1:]):
        return False
    return not part[0].islower() or " " not in part


def after_prefix(line: str) -> str | None:
    """What follows "By …" at the beginning of the line; None where it begins otherwise."""
    if match := _prefix("prefix").match(line):
        return line[match.end() :]
    column = _prefix("column_prefix").match(line)
    return line[column.end() :] if column and names_columnist(line[column.end() :]) else None


def _parts(value: str) -> Iterator[str]:
    text = " ".join(_NOISE.sub(" ", value[:_LONGEST].replace("\n", " | ")).split())
    if found := next(find_dates(text), None):
        text = _before_date(text[: found.start])
    while (rest := after_prefix(text)) is not None:
        text = rest
    if label := _LABEL.match(text):
        text = "" if fold_line(label[1]) in _words("credit") else text[label.end() :]
    for cut in _CUT.split(text):
        for part in _joiner().split(cut):
            bare = part.strip(_EDGE)
            rest = after_prefix(bare)
            yield (bare if rest is None else rest).strip(_EDGE)


def _before_date(text: str) -> str:
    """The text without the words that lead to a date behind it: "A and B on Monday, " gives "A and B"."""
    words = text.split()
    while words and _leads_to_date(words[-1].strip(_EDGE)):
        words.pop()
    return " ".join(words)


def _leads_to_date(word: str) -> bool:
    return not word[:1].isalpha() or word[0].islower() or is_weekday(word) or fold_line(word) in _date_words()


@cache
def _words(kind: str) -> frozenset[str]:
    rows = (row for language in LANGUAGES for row in load_table(language, "byline_words"))
    return frozenset(fold_line(words) for row_kind, words in rows if row_kind == kind)


@cache
def _date_words() -> frozenset[str]:
    rows = (row for language in LANGUAGES for row in load_table(language, "dateline_words"))
    return frozenset(fold_line(words) for kind, words in rows if kind in ("word", "update"))


@cache
def _prefix(kind: str) -> re.Pattern[str]:
    rows = (row for language in LANGUAGES for row in load_table(language, "byline_words"))
    ordered = sorted((words for row_kind, words in rows if row_kind == kind), key=len, reverse=True)
    words = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return re.compile(rf"(?:{words})\s*:?(?:\s+|(?<=:)|$)", re.IGNORECASE)


@cache
def _joiner() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{'|'.join(_words('joiner'))}|&)\s+")
