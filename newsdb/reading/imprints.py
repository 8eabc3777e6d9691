"""Find the outlet that an article prints with its first or last words; whom it says to have asked is interviewers'.

"(Rivages Infos) – Les puits …", "Le Phare, 3 mai 2024. Les puits …", "… avant l'été. (MAP)".
Lines of their own are read in header and body, and the labels of interviews in mastheads.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsdb.language.dates import read_date
from newsdb.language.names import fold
from newsdb.language.outlets import is_outlet_name
from newsdb.language.pack import load_table, load_words
from newsdb.reading.bylines import is_press_name, names_desk, role_nouns
from newsdb.reading.lines import Block, fold_line

_LANGUAGE = "fr"
_PLACES = ("places", "regions", "towns")
_NAME = r"[^\W\d_a-zà-ÿ][^-–—:.,!?«»\"“”()|\n]{1,40}?"
# "(Rivages Infos) – Les puits", and "(Rivages Infos)" alone.
_BRACKETED = re.compile(rf"\((?P<name>{_NAME})\)\s?(?:[-–—:]\s|$)")
# "Le Phare, 3 mai 2024. Les puits", "Le Phare, 3/5/2024 – Les puits"
_DATED = re.compile(rf"(?P<name>{_NAME}),\s(?P<date>[^.,;:()]{{6,28}}?\d{{4}})(?:\.|\s?[-–—:])\s")
# "Kapitalis. Les puits"
_ALONE = re.compile(rf"(?P<name>{_NAME})\.\s(?=[A-ZÀ-Þ«“])")
_LAST = re.compile(rf"[.!?…»”\"]\s\((?P<name>{_NAME})\)\.?$")
_LONGEST_END = 50
# "Safi 2 – Berkane 1 (Le Phare, 4 mai 2024)"
_DATED_LAST = re.compile(rf"\((?P<name>{_NAME}),\s[^(),]{{6,28}}\d{{4}}\)\.?$")
_PROSE = frozenset({"paragraph", "standfirst", "subheading"})


def find_imprints(header: Sequence[Block], body: Sequence[Block]) -> Iterator[str]:
    """The outlets as printed; nothing where only a common word or a place stands there."""
    prose = [block.line.text for block in body if block.kind in _PROSE]
    for line in [*(block.line.text for block in header if block.kind == "standfirst"), *prose[:1]]:
        yield from _opening(line)
    if prose and (last := _LAST.search(prose[-1], max(0, len(prose[-1]) - _LONGEST_END))) and is_title(last["name"]):
        yield last["name"]
    for line in [*(block.line.text for block in header), *prose[:1]]:
        if (dated := _DATED_LAST.search(line, max(0, len(line) - 2 * _LONGEST_END))) and is_title(dated["name"]):
            yield dated["name"]


def is_title(name: str) -> bool:
    """Whether the words can only be the name of an outlet: no place, no desk and nobody's title."""
    if is_outlet_name(name):
        return True
    words = re.findall(r"[\w-]+", fold_line(name))
    is_common = names_desk(name) or is_place(name) or not role_nouns().isdisjoint(words)
    return is_press_name(name) and not is_common


def is_place(name: str) -> bool:
    """Whether the words are the name of a place."""
    return fold(name) in _places()


def is_body(name: str) -> bool:
    """Whether the words are the name of an organisation that is no outlet: a known one, or by its first noun."""
    words = fold_line(name).replace("'", " ").split()
    words = words[1:] if words and words[0] in ("le", "la", "les", "l") else words
    return not _bodies().isdisjoint([" ".join(words), *words[:1]])


def _opening(line: str) -> Iterator[str]:
    if (match := _BRACKETED.match(line) or _DATED.match(line)) and is_title(match["name"]):
        date = match.groupdict().get("date")
        if date is None or read_date(date).day:
            yield match["name"]
    elif (match := _ALONE.match(line)) and is_outlet_name(match["name"]) and not _is_common(match["name"]):
        yield match["name"]


def _is_common(name: str) -> bool:
    return fold(name) in _common_names()


@cache
def _common_names() -> frozenset[str]:
    return frozenset(fold(name) for name in load_words(_LANGUAGE, "common_outlet_names"))


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(place) for name in _PLACES for place in load_words(_LANGUAGE, name))


@cache
def _bodies() -> frozenset[str]:
    rows = [*load_table(_LANGUAGE, "organisation_heads"), *load_table(_LANGUAGE, "organisations")]
    return frozenset(fold_line(name).replace("'", " ") for name, kind, *_ in rows if kind != "media")
