"""Resolve titles that stand alone ("le ministre") and bodies named by their noun ("la fédération")."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdb.extraction.bodies.organisations import Body
from newsdb.extraction.cast import Designation, Gender, could_be
from newsdb.extraction.naming.naming_words import NamingWords
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.people.people import Identity
from newsdb.extraction.roles.titlebodies import TitleBodies, same_portfolio
from newsdb.extraction.roles.titlelinks import HeldTitle
from newsdb.extraction.titles.titles import Title

# An article that gives titles to more people is a list of them; those further down are told by their names alone.
MAX_HOLDERS = 200
_FOUNDERS = frozenset(["fondateur", "cofondateur", "co-fondateur"])


@dataclass(frozen=True, slots=True)
class _Said:
    """What a title says: two that say the same fit the same people."""

    words: tuple[str, ...]
    lemma: str
    gender: Gender | None
    portfolio: tuple[str, ...] | None
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Holder:
    """A person and one title held."""

    person: int
    title: Title
    organisation: str | None


class DesignationFinder:
    """Knows the titles held in one article."""

    def __init__(
        self, people: Sequence[Identity], genders: Mapping[int, Gender | None], bodies: TitleBodies, known: NamingWords
    ) -> None:
        self.abbreviations = known.title_abbreviations
        self.people = people
        self.genders = genders
        self.bodies = bodies
        self._meant: Mapping[int, int] = {}
        self._holders: list[Holder] = []
        self._found: dict[_Said, list[int]] = {}
        self._printed: dict[int, list[tuple[int, int]]] = {}
        for number, person in enumerate(people):
            for printing in person.printings:
                self._printed.setdefault(printing.line.number, []).append((printing.first, number))

    def resolve(
        self, titles: Sequence[Title], beside: Sequence[HeldTitle], held: Sequence[HeldTitle], meant: Mapping[int, int]
    ) -> list[Designation]:
        """A designation for every definite title but those that stand beside a person; `meant` holds some by id."""
        named = {id(h.title) for h in beside}
        self._meant = meant
        self._gather(held)
        return [self._designate(t) for t in titles if id(t) not in named and t.is_definite]

    def _gather(self, held: Sequence[HeldTitle]) -> None:
        """Each title that a person holds, once however often it is printed."""
        seen: set[tuple[int, _Said]] = set()
        for holding in held:
            said = self._said(holding.title)
            if (holding.person, said) not in seen:
                seen.add((holding.person, said))
                self._holders.append(Holder(holding.person, holding.title, said.organisation))

    def _said(self, title: Title) -> "_Said":
        """All of a title by which its holder is told."""
        words = title.line.folds[title.first : title.last]
        portfolio = title.line.folds[slice(*title.portfolio)] if title.portfolio else None
        return _Said(words, title.noun.lemma, title.gender, portfolio, self.bodies.organisation_of(title))

    def _fitting(self, title: Title) -> list[int]:
        said = self._said(title)
        if said not in self._found:
            holders = self._holders[:MAX_HOLDERS]
            fitting = [h for h in holders if self._fits(title, h, said.organisation)]
            if "any_leader" in title.noun.traits and not title.is_former:
                # "Le nouveau responsable", "le patron": whoever leads now, where others did or founded the house.
                fitting = [h for h in fitting if not _is_past(h.title)] or fitting
            self._found[said] = sorted({h.person for h in fitting})
        return self._found[said]

    def _designate(self, title: Title) -> Designation:
        if (meant := self._meant.get(id(title))) is not None:
            return self._as_designation(title, self.people[meant].name, None)
        if title.noun.is_plural:
            return self._as_designation(title, None, "several people")
        fitting = self._fitting(title)
        if len(fitting) > 1:
            fitting = self._nearest(title, fitting)
        if not fitting:
            return self._as_designation(title, None, "nobody in the article is given this title")
        if len(fitting) > 1:
            return self._as_designation(
                title, None, could_be((self.people[number].name for number in fitting), len(fitting))
            )
        return self._as_designation(title, self.people[fitting[0]].name, None)

    def _fits(self, title: Title, holder: Holder, organisation: str | None) -> bool:
        if not self._same_noun(title, holder.title):
            return False
        gender = self.genders.get(holder.person)
        # A woman may hold a title in the masculine: "le maire, Nadia R."
        if title.gender and gender and title.gender not in (gender, holder.title.gender):
            return False
        if title.portfolio and holder.title.portfolio:
            return same_portfolio(title, holder.title)
        if organisation and holder.organisation:
            return organisation == holder.organisation
        return True

    def _same_noun(self, title: Title, held: Title) -> bool:
        if _first_noun(title, self.abbreviations) == _first_noun(held, self.abbreviations):
            return title.noun.lemma != held.noun.lemma or _words_agree(title, held)
        if "ministre" in title.noun.lemma and held.noun.lemma.startswith("secretaire d'etat"):
            return False
        return "any_leader" in title.noun.traits and "leader" in held.noun.traits

    def _nearest(self, title: Title, fitting: Sequence[int]) -> list[int]:
        """Of several holders the one named before in the same line, when only one of them is."""
        printed = self._printed.get(title.line.number, ())
        named = {number for first, number in printed if first < title.opening}.intersection(fitting)
        return list(named) if len(named) == 1 else list(fitting)

    def _as_designation(self, title: Title, person: str | None, reason: str | None) -> Designation:
        line = title.line
        start, end = line.starts[title.opening], line.ends[title.end - 1]
        gender = title.gender
        return Designation(start, end, line.text[start:end], title.head, gender, title.noun.is_plural, person, reason)


def _is_past(title: Title) -> bool:
    is_interim = "interim" in title.line.folds[title.first : title.last]
    return title.is_former or is_interim or title.noun.lemma in _FOUNDERS


def _first_noun(title: Title, abbreviations: Mapping[str, tuple[str, ...]]) -> str:
    """The noun that a bare title repeats: "président" of "président de la République" and of "PDG"."""
    lemma = title.noun.lemma
    return abbreviations.get(lemma, (lemma.split()[0],))[0].split("-")[0]


def _words_agree(one: Title, other: Title) -> bool:
    """Whether the words behind the head noun say the same, as far as both go: "national" is not "du Gabon"."""
    if one.portfolio and other.portfolio:
        return True
    mine, theirs = _words_behind(one), _words_behind(other)
    return mine <= theirs or theirs <= mine


def _words_behind(title: Title) -> set[str]:
    return {folded for folded in title.line.folds[title.first + 1 : title.last] if len(folded) > 3}


def designate_bodies(sightings: Sequence[Sighting], bodies: Sequence[Body]) -> list[Designation]:
    """The lower-case nouns that stand for one body of the article: "le ministère", "la fédération"."""
    by_head: dict[str | None, list[Body]] = {}
    for body in bodies:
        by_head.setdefault(body.head, []).append(body)
    found = []
    for sighting in sightings:
        homes = by_head.get(sighting.head, [])
        line = sighting.line
        start = line.starts[sighting.first - 1]
        if not homes:
            continue
        name = homes[0].name if len(homes) == 1 else None
        reason = None if name else could_be((body.name for body in homes), len(homes))
        surface = line.text[start : sighting.end]
        head = line.words[sighting.first].lower()
        found.append(Designation(start, sighting.end, surface, head, None, False, None, reason, name))
    return found
