"""What can be corrected, and how a value is written; putting corrections into rows is left to `deciding`.

A correction names an article, or a quote or role in it by an anchor of words rather than by an id, so that it finds its
fact in every capture of the article and in what every version of the extractor makes of it.
"""

import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from newsdb.errors import WrongDecision
from newsdb.facts import QUOTE_KINDS
from newsdb.resolution import words_key

Subject = Literal["article", "quote", "role"]
UNKNOWN = "unknown"
SPEAKER_PREFIXES = ("person", "organisation", "group", "described")
_LANGUAGE = re.compile("[a-z]{2,3}")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S+")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Correction:
    """One field of an article, or of a quote or role in it, and what it is instead; None for what is unknown."""

    subject: Subject
    article_id: uuid.UUID
    anchor: str
    """The words of a quote, folded; `holder|title` of a role, folded; empty for the article."""
    field: str
    value: str | None

    def day(self) -> tuple[date | None, str | None]:
        """The value as a day and how exact it is."""
        return parse_day(self.value) if self.value else (None, None)

    def names(self) -> tuple[str, ...]:
        """The value as names, which semicolons part."""
        return tuple(name.strip() for name in (self.value or "").split(";") if name.strip())

    def speaker(self) -> tuple[str, str]:
        """The value as the kind of a speaker and the name, or the words that describe them."""
        if self.value is None:
            return UNKNOWN, ""
        kind, colon, name = self.value.partition(":")
        return (kind, name.strip()) if colon and kind in SPEAKER_PREFIXES else ("person", self.value)


def parse_day(words: str) -> tuple[date, str]:
    """`2020-10-22`, `2020-10` or `2020` as a day and how exact it is. Raises ValueError."""
    match = _DAY.fullmatch(words)
    if match is None:
        raise ValueError(words)
    year, month, day = match.groups()
    precision = "day" if day else "month" if month else "year"
    return date(int(year), int(month or 1), int(day or 1)), precision


def _day(words: str) -> str:
    parse_day(words)
    return words


def _language(words: str) -> str:
    if not _LANGUAGE.fullmatch(words):
        raise ValueError(words)
    return words


def _quote_kind(words: str) -> str:
    if words not in QUOTE_KINDS:
        raise ValueError(words)
    return words


def _words(words: str) -> str:
    if not words or not words.isprintable():
        raise ValueError(words)
    return words


def _address(words: str) -> str:
    if not _ADDRESS.fullmatch(words):
        raise ValueError(words)
    return _words(words)


def _name(words: str) -> str:
    # By its letters and digits it is known everywhere.
    if not words_key(words):
        raise ValueError(words)
    return _words(words)


def _holder(words: str) -> str:
    # A headline may be this word; nobody is called so.
    if words == UNKNOWN:
        raise ValueError(words)
    return _name(words)


def _names(words: str) -> str:
    for name in filter(str.strip, words.split(";")):
        _name(name)
    return _name(words)


def _speaker(words: str) -> str:
    kind, colon, name = words.partition(":")
    # A name may hold a colon; a prefix must be followed by one that is not empty.
    if colon and kind in SPEAKER_PREFIXES:
        return f"{kind}:{_name(name.strip())}"
    return _name(words)


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be corrected: how its value is written, how it is checked, and whether it may be unknown."""

    help: str
    check: Callable[[str], str]
    may_be_unknown: bool = True


_A_DAY = "a day, month or year: 2020-10-22, 2020-10 or 2020"
FIELDS: Mapping[Subject, Mapping[str, Field]] = {
    "article": {
        "headline": Field("the headline", _words, may_be_unknown=False),
        "outlet": Field("the outlet's name", _name),
        "published_on": Field(_A_DAY, _day),
        "authors": Field("the signatures, with semicolons between them", _names),
        "language": Field("a code of ISO 639: fr", _language, may_be_unknown=False),
        "section": Field("the section", _words),
        "canonical_url": Field("the article's own address: https://…", _address),
    },
    "quote": {
        "speaker": Field("a person's name; organisation:NAME, group:WORDS or described:WORDS for others", _speaker),
        "kind": Field(f"one of {', '.join(QUOTE_KINDS)}", _quote_kind, may_be_unknown=False),
    },
    "role": {
        "person": Field("who holds it", _holder, may_be_unknown=False),
        "organisation": Field("where it is held", _name),
        "valid_from": Field(_A_DAY, _day),
        "valid_to": Field(_A_DAY, _day),
    },
}


def check_value(subject: str, field: str, value: str) -> str | None:
    """The value as it is recorded; None for `unknown`. Raises WrongDecision with what there is to choose from."""
    fields = FIELDS.get(cast(Subject, subject), {})
    if field not in fields:
        remedy = f"choose one of {', '.join(fields or FIELDS)}"
        raise WrongDecision("there is no such field", where=f"{subject} {field}", remedy=remedy)
    known = fields[field]
    if not isinstance(value, str):
        raise WrongDecision(f"{value!r} is no text", where=f"{subject} {field}", remedy=f"write {known.help}")
    words = " ".join(value.split())
    if words == UNKNOWN and known.may_be_unknown:
        return None
    try:
        return known.check(words)
    except ValueError as error:
        remedy = f"write {known.help}" + (f", or {UNKNOWN}" if known.may_be_unknown else "")
        raise WrongDecision(f"{value!r} is no value of it", where=f"{subject} {field}", remedy=remedy) from error


def effective(recorded: Sequence[tuple[Correction, str]]) -> tuple[Correction, ...]:
    """What holds of (correction, verdict) in the order in which they were recorded: of each field, the last."""
    last = {(c.subject, c.article_id, c.anchor, c.field): (c, verdict) for c, verdict in recorded}
    return tuple(correction for correction, verdict in last.values() if verdict == "corrected")
