"""Read since when and until when a title is held, where its sentence says so; whose it is is in titlelinks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from newsdb.document import DatePrecision
from newsdb.extraction.naming.naming_words import PhraseIndex, index_phrases, match_phrase
from newsdb.extraction.text.words import Line
from newsdb.language.dates import find_dates
from newsdb.language.pack import load_table

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_YEARS = re.compile(r"((?:1[89]|20)\d\d)[-–]((?:1[89]|20)\d\d)")
_COARSEST: tuple[DatePrecision, ...] = ("year", "month", "day")
_ASIDE = frozenset([",", "(", "-", "–", "et"])
# A date as printed is no longer than this: "le 1er septembre 2014" without its article.
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Tenure:
    """The days between which a title is held, as exact as `precision`; one may be open."""

    valid_from: date | None
    valid_to: date | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class _Day:
    """A date that ends before the word `end`."""

    end: int
    value: date
    precision: DatePrecision


def read_tenure(language: str, line: Line, *, first: int, end: int) -> Tenure | None:
    """The tenure of the title whose first word is `first`; `end` is behind its body and the name of its holder."""
    words = _words(language)
    return _read_behind(words, line, end) or _read_before(words, line, first)


Words = Mapping[str, PhraseIndex[str]]


@cache
def _words(language: str) -> Words:
    rows = load_table(language, "tenure_words")
    kinds = {kind for kind, _ in rows}
    return {kind: index_phrases((phrase, phrase) for of, phrase in rows if of == kind) for kind in kinds}


def _read_behind(words: Words, line: Line, index: int) -> Tenure | None:
    """ ", en poste depuis juin 2020", "(2010-2014)", ", nommé en 2019", "de 2010 à 2014"."""
    index = _after_fillers(words, line, index)
    if index >= len(line):
        return None
    if years := _YEARS.fullmatch(line.words[index]):
        return Tenure(date(int(years[1]), 1, 1), date(int(years[2]), 1, 1), "year")
    if (day := _day_behind(words["since"], line, index)) is not None:
        return _tenure(day, None)
    if (day := _day_behind(words["until"], line, index)) is not None:
        return _tenure(None, day)
    if (after := _after(words["appointed"], line, index)) is not None:
        day = _day_behind(words["at"], line, after) or _day_behind(words["since"], line, after)
        return _tenure(day, None) if day else None
    for opening in ("from", "between"):
        if (start := _day_behind(words[opening], line, index)) is not None:
            stop = _day_behind(words["to"], line, start.end)
            return _tenure(start, stop) if stop else None
    return None


def find_appointment(language: str, line: Line, first: int) -> int | None:
    """Where "nommé en 2019" begins that ends right before the word `first`; None where nothing such does."""
    found = _appointment(_words(language), line, first)
    return found[0] if found else None


def _read_before(words: Words, line: Line, first: int) -> Tenure | None:
    """ "nommé en 2019 directeur de X"."""
    found = _appointment(words, line, first)
    return _tenure(found[1], None) if found else None


def _appointment(words: Words, line: Line, first: int) -> tuple[int, _Day] | None:
    for index in range(first - 1, max(-1, first - 9), -1):
        after = _after(words["appointed"], line, index)
        day = _day_behind(words["at"], line, after) if after is not None else None
        if day is not None:
            return (index, day) if day.end == first else None
    return None


def _after_fillers(words: Words, line: Line, index: int) -> int:
    while index < len(line):
        if line.words[index] in _ASIDE:
            index += 1
        elif (after := _after(words["filler"], line, index)) is not None:
            index = after
        else:
            break
    return index


def _after(phrases: PhraseIndex[str], line: Line, index: int) -> int | None:
    match = match_phrase(phrases, line.folds, index) if index < len(line) else None
    return match[0] if match else None


def _day_behind(phrases: PhraseIndex[str], line: Line, index: int) -> _Day | None:
    """The date behind one of the phrases, the longest that a date follows."""
    if index >= len(line):
        return None
    begun = phrases.get(line.folds[index])
    for words in begun.entries if begun else ():
        end = index + len(words)
        if line.folds[index:end] == words and (day := _day_at(line, end)) is not None:
            return day
    return None


def _day_at(line: Line, index: int) -> _Day | None:
    if index >= len(line):
        return None
    if _YEAR.fullmatch(line.words[index]):
        return _Day(index + 1, date(int(line.words[index]), 1, 1), "year")
    start = line.starts[index]
    found = next(find_dates(line.text[start : min(start + _LONGEST, line.ends[-1])]), None)
    if found is None or found.start > 0 or found.day is None or found.precision is None:
        return None
    end = next((i for i in range(index, len(line)) if line.starts[i] >= start + found.end), len(line))
    return _Day(end, found.day, found.precision)


def _tenure(start: _Day | None, stop: _Day | None) -> Tenure:
    precision = min((day.precision for day in (start, stop) if day), key=_COARSEST.index)
    return Tenure(_cut(start, precision), _cut(stop, precision), precision)


def _cut(day: _Day | None, precision: DatePrecision) -> date | None:
    """The day, no more exact than the other end of the tenure."""
    if day is None or precision == "day":
        return day.value if day else None
    return day.value.replace(day=1) if precision == "month" else day.value.replace(month=1, day=1)
