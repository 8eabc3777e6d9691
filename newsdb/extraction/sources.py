"""Find what names a source before or after its words (selon X, d'après X); which words they are is left open."""

import re
from dataclasses import dataclass
from functools import cache

from newsdb.extraction.nounphrases import Phrase
from newsdb.extraction.phrases import PhraseFinder

_SPOKEN_CLASSES = frozenset({"person", "group", "source"})


@dataclass(frozen=True, slots=True)
class Source:
    """The preposition [start, end) and the phrase that it governs."""

    start: int
    end: int
    phrase: Phrase
    is_broad: bool
    """Whether the preposition opens far more than reported speech ("pour"), so that the source must be somebody."""


@cache
def _pattern(prepositions: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(prepositions, key=len, reverse=True)
    words = "|".join(re.escape(word).replace("'", "['’]") for word in longest_first)
    # "De sources concordantes, …": the noun itself says that somebody speaks.
    return re.compile(rf"\b(?:{words}|de(?=\s+sources?\b))(?:(?<=['’])|\b)", re.IGNORECASE)


def find_source(phrases: PhraseFinder, start: int, end: int) -> Source | None:
    """The first source named in [start, end)."""
    return next(iter(find_sources(phrases, start, end)), None)


def find_sources(phrases: PhraseFinder, start: int, end: int) -> list[Source]:
    """Every source named in [start, end), in order."""
    found = []
    text = phrases.tokens.text
    for match in _pattern(phrases.words["source"]).finditer(text, start, end):
        phrase = phrases.source(phrases.tokens.first_from(match.end()), end)
        is_broad = match.group().lower() in phrases.words["broad_source"]
        if phrase is not None and _can_speak(phrase, is_broad=is_broad):
            found.append(Source(match.start(), match.end(), phrase, is_broad))
    return found


def _can_speak(phrase: Phrase, *, is_broad: bool) -> bool:
    if phrase.kind == "description":
        if phrase.noun is None:
            return False
        return not is_broad or phrase.noun.noun_class in _SPOKEN_CLASSES
    return True
