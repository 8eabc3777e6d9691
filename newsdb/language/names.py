"""Fold names for comparison and tell what name lists know of a word; what an article names is found elsewhere."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from newsdb.language.pack import load_words

Gender = Literal["m", "f"]

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "\u00ad": "", "‑": "-", "\u00a0": " "})
# Combining marks of European scripts: most words have no others.
_LATIN_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]")
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
# Romanisations of one Arabic or Berber spelling: the French way and the English way, and the letters often left out.
_VARIANTS = (
    (re.compile(r"\babd[ -]?(?:[ae]l|[ae][rsdt]|ou?l)[ -]?(?=\w)"), "abdel"),
    (re.compile(r"\b(?:el|al|ar|as|ad|at|az|ech|ess|er|es|ed|ez|et)[ -](?=\w)"), ""),
    (re.compile(r"\b(?:ben|bin|ibn)[ -](?=\w)"), "ben"),
    (re.compile(r"ou|oo|w"), "u"),
    (re.compile(r"tch|sch|sh"), "ch"),
    (re.compile(r"dj"), "j"),
    (re.compile(r"kh"), "x"),
    (re.compile(r"q|c(?!h)"), "k"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"[yi]+"), "i"),
    (re.compile(r"(?<=\w)[eh]\b"), ""),
    (re.compile(r"(\w)\1+"), r"\1"),
)

# "Sanaa", "Badiaâ": a vowel written long, however the lists spell the name.
_LONG_VOWEL = re.compile(r"([aeiou])\1+")
# "Abdellilah", "Abderrahmene": whatever the transcription, a man's given name; "Abdelkrimi" is a surname.
_SERVANT = re.compile(r"abd(?:el|er|en|es|ed|ez|et|ou|ul)[a-z]{2,}[^iy]")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """Lower case without accents, with straight apostrophes; the word "à" keeps its accent, for "a" is a verb."""
    if text.isascii():
        return text.lower()
    lowered = text.translate(_APOSTROPHES).lower()
    if lowered.isascii() or lowered == "à":
        return lowered
    decomposed = unicodedata.normalize("NFKD", lowered.replace("œ", "oe").replace("æ", "ae"))
    plain = _LATIN_MARKS.sub("", decomposed)
    if plain.isascii():
        return plain
    return "".join(character for character in plain if not unicodedata.combining(character))


def compact(text: str) -> str:
    """The folded letters and digits alone: equal where spaces, hyphens or apostrophes differ."""
    folded = fold(text)
    return folded if folded.isalnum() else _NOT_ALPHANUMERIC.sub("", folded)


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """A key under which romanised spellings of one person's name mostly meet; it proposes and never decides.

    A final a is kept: Aziz and Aziza are two people.
    """
    key = fold(name)
    for pattern, replacement in _VARIANTS:
        key = pattern.sub(replacement, key)
    return " ".join(_NOT_ALPHANUMERIC.sub(" ", key).split())


@dataclass(frozen=True, slots=True)
class NameLists:
    """What a language's lists know of given names and surnames; words are compared folded."""

    given: Mapping[str, Gender | None]
    surnames: frozenset[str]
    alone: frozenset[str] = frozenset()
    """Given names that are hardly ever anything else: believed where they stand alone."""

    def is_given(self, word: str) -> bool:
        """Whether the word, or the first part of a hyphenated one, is a known given name."""
        folded = fold(word)
        if folded in self.given or _first_part(folded) in self.given or _SERVANT.fullmatch(folded) is not None:
            return True
        return _LONG_VOWEL.search(folded) is not None and _LONG_VOWEL.sub(r"\1", folded) in self.given

    def is_surname(self, word: str) -> bool:
        """Whether the word, or the first part of a hyphenated one, is a known surname."""
        folded = fold(word)
        return folded in self.surnames or _first_part(folded) in self.surnames

    def gender(self, word: str) -> Gender | None:
        """The gender that a given name tells, None where it tells none or is unknown."""
        folded = fold(word)
        return self.given.get(folded) or self.given.get(_first_part(folded))


def _first_part(folded: str) -> str:
    """The first part of a hyphenated name that is no article: "mahdi" of "al-mahdi"."""
    parts = folded.split("-")
    return parts[1] if len(parts) > 1 and parts[0] in ("al", "el") else parts[0]


@cache
def load_name_lists(language: str) -> NameLists:
    """The given names and surnames of a language folder."""
    given: dict[str, Gender | None] = dict.fromkeys(load_words(language, "given_names_either"))
    given.update(dict.fromkeys(load_words(language, "given_names_m"), "m"))
    given.update(dict.fromkeys(load_words(language, "given_names_f"), "f"))
    # The lists above mix the usage of the whole world; in the press of one language these are clear.
    given.update(dict.fromkeys(load_words(language, "given_names_local_m"), "m"))
    given.update(dict.fromkeys(load_words(language, "given_names_local_f"), "f"))
    for word in load_words(language, "not_given_names"):
        given.pop(word, None)
    alone = frozenset(fold(word) for word in load_words(language, "given_names_alone"))
    for word in alone:
        given.setdefault(word, None)
    surnames = frozenset(load_words(language, "surnames")) | frozenset(load_words(language, "surnames_local"))
    return NameLists(MappingProxyType(given), surnames, alone)
