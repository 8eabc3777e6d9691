"""Give a title that stands alone to the one person it can only mean; titles beside a name are linked in roles."""

from collections.abc import Sequence

from newsdb.extraction.naming_words import NamingWords
from newsdb.extraction.people import Identity
from newsdb.extraction.titlelinks import HeldTitle
from newsdb.extraction.titles import Title

_ARTICLES = frozenset(["le", "la", "l'", "ce", "cet", "cette"])
_SOURCES = frozenset(["selon", "pour", "d'apres"])
_OF = frozenset(["de", "d'", "du"])
_OPENING = frozenset('«“"')
_ENDERS = frozenset(".!?…")


def adopt_titles(
    titles: Sequence[Title], held: Sequence[HeldTitle], people: Sequence[Identity], known: NamingWords
) -> list[HeldTitle]:
    """Titles without a holder that follow the naming of exactly one person who has none.

    "Ivana M. négocie seule. L'importatrice italienne vient chaque automne."
    """
    adopter = _Adopter(people, known)
    taken = {h.person for h in held}
    nouns = {h.title.noun.lemma for h in held}
    said = {_said(h.title) for h in held}
    beside = {id(h.title) for h in held}
    adopted: list[HeldTitle] = []
    fronted: Title | None = None
    for title in titles:
        follows = fronted is not None and fronted.line is title.line and fronted.end + 1 == title.opening
        fronted = None
        is_taken = title.noun.lemma in nouns and (len(_said(title)) == 1 or _said(title) in said)
        if id(title) in beside or is_taken or not (follows or adopter.stands_alone(title)):
            continue
        person = adopter.person_before(title)
        if person is not None and (person not in taken or follows):
            adopted.append(HeldTitle(title, person))
            taken.add(person)
            nouns.add(title.noun.lemma)
            said.add(_said(title))
            fronted = title if adopter.is_fronted(title) else None
    return adopted


def _said(title: Title) -> tuple[str, ...]:
    """The words of a title, by which another holder of the same noun is told."""
    return title.line.folds[title.first : title.last]


class _Adopter:
    def __init__(self, people: Sequence[Identity], known: NamingWords) -> None:
        self.people = people
        self.known = known
        self._named: dict[int, list[tuple[int, int]]] = {}
        for number, person in enumerate(people):
            for printing in person.printings:
                self._named.setdefault(printing.line.number, []).append((printing.first, number))

    def stands_alone(self, title: Title) -> bool:
        """A subject with its article at the start of a sentence or right behind a reporting verb."""
        line = title.line
        # "le patron", but not "le patron de Frigonord"
        is_figure = "figure" in title.noun.traits and (
            title.organisation is None or title.organisation.nature == "generic"
        )
        if title.noun.is_plural or is_figure or self._is_of_person(title):
            return False
        if line.fold_at(title.opening - 1) in _OPENING:
            return False
        if self.is_fronted(title):
            return True
        if line.fold_at(title.opening) not in _ARTICLES:
            return False
        before = line.fold_at(title.opening - 1)
        if before == ",":
            return self._follows_opening_words(title)
        return line.opens_sentence(title.opening) or before in self.known.reporting_verbs or before in _SOURCES

    def _follows_opening_words(self, title: Title) -> bool:
        """ "Joint par nos soins, le technicien …": a participle and what goes with it opens the sentence."""
        line = title.line
        for index in range(title.opening - 2, max(-1, title.opening - 9), -1):
            if line.words[index] in ",.:;»":
                return False
            if line.opens_sentence(index):
                return line.words[index].endswith(("é", "ée", "t", "te"))
        return False

    def _is_of_person(self, title: Title) -> bool:
        """ "l'ancien adjoint de Luc B.": what somebody is to another person."""
        line = title.line
        name = title.end + 1
        return line.fold_at(title.end) in _OF and any(first == name for first, _ in self._named.get(line.number, ()))

    def is_fronted(self, title: Title) -> bool:
        """ "Professeur à l'université X, l'économiste …": a title without article that opens a sentence."""
        line = title.line
        opens = title.opening == title.first and line.capitals[title.first] and line.opens_sentence(title.first)
        return opens and line.fold_at(title.end) == "," and title.end > title.first

    def person_before(self, title: Title) -> int | None:
        """The one person named before in the line, or in this sentence and the one before it.

        An office is somebody else's as soon as a sentence without the name parts the two.
        """
        near = self._two_sentences_back(title)
        for start in (near,) if title.noun.category == "office" else (0, near):
            named = self._named_between(title, start)
            if len(named) == 1:
                (person,) = named
                return person if self._agrees(title, person) else None
        return None

    def _named_between(self, title: Title, start: int) -> set[int]:
        named = self._named.get(title.line.number, ())
        return {number for first, number in named if start <= first < title.opening}

    def _has_rank(self, person: int) -> bool:
        """Whether a title with a name behind it calls the person: le commandant X, le docteur Y."""
        return any(
            printing.line.fold_at(printing.first - 1) in self.known.role_nouns
            for printing in self.people[person].printings
        )

    def _two_sentences_back(self, title: Title) -> int:
        ends = [i for i in range(title.opening) if title.line.words[i] in _ENDERS]
        return ends[-2] + 1 if len(ends) > 1 else 0

    def _agrees(self, title: Title, person: int) -> bool:
        gender = self.people[person].gender
        if title.noun.category == "office" and self._has_rank(person):
            # "Le gouverneur" is not the colonel named before.
            return False
        return title.gender is None or gender in (None, title.gender)


def adopt_full_title(titles: Sequence[Title], held: Sequence[HeldTitle], people: Sequence[Identity]) -> list[HeldTitle]:
    """A full title and the one person without a title who is first named behind it in the same line.

    "Le ministre de l'Industrie a annoncé …", and then the name, without a word on who that is.
    """
    taken = {h.person for h in held}
    nouns = {h.title.noun.lemma for h in held}
    free = [n for n in range(len(people)) if n not in taken]
    if len(free) != 1:
        return []
    person = people[free[0]]
    first = person.printings[0]
    for title in titles:
        is_full = title.portfolio is not None or (title.organisation is not None and title.noun.category == "office")
        if not (is_full and title.is_definite and not title.noun.is_plural) or title.noun.lemma in nouns:
            continue
        agrees = title.gender is None or person.gender in (None, title.gender)
        if agrees and first.line is title.line and first.first > title.end:
            return [HeldTitle(title, free[0])]
    return []
