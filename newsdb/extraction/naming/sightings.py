"""What may be a name in a line, before anybody judges it; finding such places is the scanner's."""

import re
from dataclasses import dataclass
from typing import Literal

from newsdb.extraction.naming.naming_words import KnownOrganisation
from newsdb.extraction.text.words import Line
from newsdb.facts import OrganisationKind

Nature = Literal[
    "body",  # an organisation by its words
    "bare",  # "la Fédération": a body named in full elsewhere, or none
    "generic",  # "le ministère", "la fédération" in lower case: the same
    "place",
    "thing",  # a programme, an event, a work
    "run",  # capitalised words that nothing classes yet
]
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9&]*[A-ZÀ-Þ0-9][a-z]?|(?:[A-Z]\.){2,}|[0-9][A-Z]|[A-Z]{2,}(?:-[A-Z]{2,})+")
_ROMAN = re.compile(r"[IVX]+(?:e|er|ème)?")


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words [first, last) of a line that may be a name; `acronym` is what stands in brackets beside it."""

    line: Line
    first: int
    last: int
    nature: Nature
    kind: OrganisationKind | None = None
    acronym: str | None = None
    known: KnownOrganisation | None = None
    head: str | None = None
    """The folded head noun of a body, also where the name leaves it out."""
    aside: int = 0
    """How many words, the head noun first, are printed with the name and no part of it: "l'association X"."""

    @property
    def start(self) -> int:
        return self.line.starts[self.first]

    @property
    def end(self) -> int:
        return self.line.ends[self.last - 1]

    @property
    def surface(self) -> str:
        """The words as printed."""
        return self.line.text[self.start : self.end]

    @property
    def words(self) -> tuple[str, ...]:
        return self.line.words[self.first : self.last]

    @property
    def folds(self) -> tuple[str, ...]:
        return self.line.folds[self.first : self.last]

    @property
    def is_quoted(self) -> bool:
        """Whether quotation marks enclose exactly these words."""
        line = self.line
        return (
            self.first > 0
            and self.last < len(line)
            and line.words[self.first - 1] in '«“"'
            and line.words[self.last] in '»”"'
        )

    @property
    def is_acronym(self) -> bool:
        return self.last == self.first + 1 and is_acronym(self.line.words[self.first])


def is_acronym(word: str) -> bool:
    """Whether the word is written like an acronym, and is no Roman number."""
    return bool(_ACRONYM.fullmatch(word)) and not _ROMAN.fullmatch(word)


def acronym_after(line: Line, index: int) -> str | None:
    """The one word in brackets at the index: "(ONX)", "(GrAmande)"."""
    if line.fold_at(index) == "(" and line.fold_at(index + 1) in ("la", "le", "l'"):
        index += 1
    elif line.fold_at(index) != "(":
        return None
    if line.fold_at(index + 2) != ")":
        return None
    word = line.words[index + 1]
    return word if word[0].isupper() and 1 < len(word) <= 12 else None


def with_acronym(sighting: Sighting) -> Sighting:
    """The sighting with the acronym in brackets behind it; "(GrAmande)" must begin as one of its words does."""
    acronym = acronym_after(sighting.line, sighting.last)
    if acronym is None or sighting.nature not in ("body", "run", "thing"):
        return sighting
    initials = {word[0] for word in sighting.folds if word[0].isalnum()}
    is_body = sighting.nature == "body" and acronym[0].lower() in initials
    fits = (is_acronym(acronym) and not (sighting.nature == "run" and sighting.is_acronym)) or is_body
    if not fits:
        return sighting
    s = sighting
    return Sighting(s.line, s.first, s.last, s.nature, s.kind, acronym, s.known, s.head, s.aside)
