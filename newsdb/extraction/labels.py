"""Resolve what names nobody by itself: the labels of an interview ("M. T.", "F.N.H.") and the bylines of an article."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdb.document import Document
from newsdb.extraction.bodies.organisations import Body
from newsdb.extraction.bodies.press import find_press
from newsdb.extraction.cast import Label, could_be
from newsdb.extraction.naming.naming_words import (
    KnownOrganisation,
    NamingWords,
    PhraseIndex,
    index_phrases,
    match_phrase,
)
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.people.people import Identity
from newsdb.extraction.text.words import Line, split_phrase
from newsdb.facts import AmbiguousMention, Mention
from newsdb.language.names import compact, fold

# So many letters are somebody's initials in a label; who they are is named above the first turn.
_INITIALS = range(2, 5)
_LONGEST_HEAD = 4000
_SHORTEST_OUTLET = 2
_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){1,3}")
_SMALL = frozenset(["de", "du", "des", "la", "le", "les", "l'", "d'", "et"])


@dataclass(frozen=True, slots=True)
class ResolvedLabels:
    """The mentions that labels are, by the number of the person or the name of the body."""

    people: Mapping[int, Sequence[Mention]]
    bodies: Mapping[str, Sequence[Mention]]
    ambiguous: Sequence[AmbiguousMention]


def find_outlets(document: Document, lines: Sequence[Line], known: NamingWords) -> PhraseIndex[KnownOrganisation]:
    """The names of the outlet of the article and of the press it cites, so that all its text may call them so."""
    cited = [(title, KnownOrganisation(title, "media", None)) for title in find_press(lines, known)]
    return index_phrases([*cited, *_own_names(document, known)])


def _own_names(document: Document, known: NamingWords) -> list[tuple[str, KnownOrganisation]]:
    if document.outlet is None:
        return []
    name = document.outlet.name
    listed = match_phrase(known.organisations, split_phrase(name), 0)
    entry = listed[1] if listed else KnownOrganisation(name, "media", None)
    forms = {name, document.outlet.as_printed or name}
    for form in (name, document.outlet.as_printed or name):
        # "La Presse" for "La Presse de Tunisie"
        short = form.split(" de ")[0].split(" d'")[0].split(" du ")[0]
        forms |= {short} if " " in short else set()
        letters = [word[0].upper() for word in split_phrase(form) if word[0].isalnum()]
        if len(letters) > 2:
            forms |= {"".join(letters), "".join(f"{letter}." for letter in letters)}
    return [(form, entry) for form in sorted(forms)]


def find_signatures(document: Document, lines: Sequence[Line], known: NamingWords) -> list[Sighting]:
    """The bylines that name a person, as sightings: full names and initials, no desks or agencies."""
    printed = [line for line in lines if line.starts]
    found = []
    for author in document.authors:
        if author.start is None or author.end is None or "/" in author.name:
            continue
        is_desk = fold(author.name) in known.not_organisations
        if is_desk or match_phrase(known.organisations, split_phrase(author.name), 0):
            continue
        number = bisect_right(printed, author.start, key=lambda line: line.starts[0]) - 1
        for line in printed[max(0, number) : number + 1]:
            if author.start in line.starts and author.end in line.ends:
                first, last = line.starts.index(author.start), line.ends.index(author.end) + 1
                found.append(Sighting(line, first, last, "run"))
    return found


def shortened_labels(labels: Sequence[Label], text: str) -> set[int]:
    """Where labels stand that are the initials of another label, or of whom the text above them names in full.

    "LD" below "Le Détroit", "NC" below "Nadia Cherif".
    """
    initials = {"".join(word[0] for word in words) for words in map(_label_words, labels) if len(words) > 1}
    short = [label for label in labels if label.surface.isupper() and len(compact(label.surface)) in _INITIALS]
    above = text[: min((label.start for label in short), default=0)][:_LONGEST_HEAD]
    named = {compact("".join(word[0] for word in name.group().split())) for name in _NAME.finditer(above)}
    return {label.start for label in short if compact(label.surface) in initials | named}


def _label_words(label: Label) -> list[str]:
    return [word for word in split_phrase(label.surface) if word[0].isalnum()]


class LabelReader:
    """Knows the people, the bodies and the outlet of one article."""

    def __init__(
        self, document: Document, people: Sequence[Identity], bodies: Sequence[Body], known: NamingWords
    ) -> None:
        self.known = known
        self.document = document
        self.people = people
        self.bodies = bodies
        self._named = {s.start for p in people for s in p.printings} | {s.start for b in bodies for s in b.printings}
        self._by_initials: dict[str, list[int]] = {}
        for number, person in enumerate(people):
            for initials in sorted(self._initials(person)):
                self._by_initials.setdefault(initials, []).append(number)

    def resolve(self, labels: Sequence[Label]) -> ResolvedLabels:
        """Each label that is no printed name: initials of one person, or of the outlet."""
        people: dict[int, list[Mention]] = {}
        bodies: dict[str, list[Mention]] = {}
        ambiguous: list[AmbiguousMention] = []
        by_letters = self._by_letters(labels)
        for label in labels:
            if label.start in self._named:
                continue
            mention = Mention(label.start, label.end, label.surface)
            holders = self._by_initials.get(compact(label.surface), [])
            if len(holders) == 1:
                people.setdefault(holders[0], []).append(mention)
            elif holders:
                reason = could_be((self.people[n].name for n in holders), len(holders))
                ambiguous.append(AmbiguousMention(label.start, label.end, label.surface, reason))
            elif body := self._outlet(label.surface) or _shortened(label, by_letters):
                bodies.setdefault(body, []).append(mention)
        return ResolvedLabels(people, bodies, ambiguous)

    def _by_letters(self, labels: Sequence[Label]) -> Mapping[str, set[str]]:
        """The names of the bodies that stand in labels, by what these labels may be shortened to."""
        printed = {label.start for label in labels}
        found: dict[str, set[str]] = {}
        for body in self.bodies:
            if any(s.start in printed for s in body.printings):
                for letters in _initials_of(body.name):
                    found.setdefault(letters, set()).add(body.name)
        return found

    def _initials(self, person: Identity) -> set[str]:
        """What the name may be shortened to: one letter is no shortening."""
        parts = [part for word in person.words for part in word.replace("'", "-").split("-") if part]
        full = "".join(part[0] for part in parts)
        lean = "".join(part[0] for part in parts if part not in self.known.particles)
        joined = "".join(word[0] for word in person.words)
        # "Ph. F." for Philippe Faure, "Ch. A."
        double = {parts[0][:2] + full[1:]} if parts[0][1:2] == "h" else set()
        return double | {initials for initials in (full, lean, joined, joined[0] + joined[-1]) if len(initials) > 1}

    def _outlet(self, surface: str) -> str | None:
        """The outlet's name, as the article prints it where it does, when the label is its initials or its name."""
        outlet = self.document.outlet
        if outlet is None:
            return None
        names = {outlet.name, outlet.as_printed or outlet.name}
        if not any(_is_short_for(surface, name) for name in names):
            return None
        keys = {compact(name) for name in names}
        for body in self.bodies:
            printed = {compact(s.known.name if s.known else s.surface) for s in body.printings}
            if printed & keys or compact(surface) == compact(body.acronym or "-"):
                return body.name
        return outlet.name


def _shortened(label: Label, by_letters: Mapping[str, set[str]]) -> str | None:
    """The one body whose name stands in another label, of which this one is the initials."""
    fitting = by_letters.get(compact(label.surface), set())
    return next(iter(fitting)) if len(fitting) == 1 else None


def _initials_of(name: str) -> set[str]:
    """The first letters of the words, with and without the small ones; one letter is no shortening."""
    words = [word for word in split_phrase(name) if word[0].isalnum()]
    letters = ("".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL))
    return {initials for initials in letters if len(initials) > 1}


def _is_short_for(surface: str, name: str) -> bool:
    short = compact(surface)
    if len(short) < _SHORTEST_OUTLET:
        # "Q :" and "R :" are letters of many a name.
        return False
    return short in _initials_of(name) or compact(name).startswith(short) or fold(surface) in fold(name)
