"""Know where the people of one article stand, line by line; what stands beside them is asked of it by others."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import takewhile

from newsdb.extraction.bodies.body_naming import TERRITORIES
from newsdb.extraction.cast import Gender
from newsdb.extraction.naming.naming_words import NamingWords, match_phrase
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.people.people import Identity
from newsdb.extraction.text.words import Line
from newsdb.extraction.titles.titleleads import is_in_marks

_ARTICLES = frozenset(["le", "la", "l'"])
_VERBS = frozenset(
    ["a", "ont", "avait", "est", "etait", "sera", "serait", "aurait", "aura", "va", "doit", "peut", "veut", "se", "s'",
     "ne", "n'", "fut", "lui", "en", "y"]
)  # fmt: skip
_ENDERS = frozenset(".!?…")
_PRONOUNS: Mapping[str, Gender] = {"il": "m", "elle": "f", "celui": "m", "celle": "f"}
_STOPS = frozenset(",.:;-–—|")
_OF = frozenset(["de", "d'"])
# Whom a sentence names behind these it is not about: "il a appris chez X", "né à X".
_BESIDE = frozenset(["à", "avec", "chez", "par", "contre", "parmi", "vers"])
_BESIDE_OF = frozenset(["aupres", "cotes", "cote", "compagnie", "lieu", "place", "direction"])
_WHERE = frozenset(["à", "en", "au"])
_BULLETS = frozenset("-–—•▪■●*")
_THE = frozenset(["le", "la", "l'", "les"])
_LINE_ENDS = frozenset(".,;(")
_ASKED = frozenset(["à", "a", "avec", "de", "d'"])
_ASKING = frozenset(["questions", "question", "entretien", "interview", "rencontre", "portrait", "tete-a-tete"])
_LONGEST_HEADING = 8
_JOINTS = frozenset(["et", ","])
# A pronoun looks back over so many lines for one that names somebody.
_LINES_BACK = 3
# Words of a name in brackets or of an age: "(parti X)", ", âgée de 58 ans".
_LONGEST_ASIDE = 8
# Between a title and its holder's name: ", M.", ", gouverneur de la province, le colonel".
_LONGEST_BETWEEN = 12
# "Il a été procédé à la nomination de X": nobody is meant.
_IMPERSONAL = frozenset(
    ["procede", "decide", "mis", "convenu", "question", "prevu", "fallu", "faut", "agit", "s'", "existe"]
)
_NEAR_VERB = 6
_BORN = frozenset(["né", "née"])
_VERY = frozenset(["tres", "trop", "plus"])
_CERTAIN = frozenset(["certain", "certaine"])
_CALLED = frozenset(["dit", "dite", "alias", "surnomme", "surnommee"])
_AGES = frozenset(["ans", "trentaine", "quarantaine", "cinquantaine", "soixantaine", "vingtaine", "septuagenaire"])


class PersonPlaces:
    """Where the people of one article stand, by line and word."""

    def __init__(self, known: NamingWords, people: Sequence[Identity]) -> None:
        self.known = known
        self.starts: dict[tuple[int, int], int] = {}
        self.ends: dict[tuple[int, int], int] = {}
        self.genders = [person.gender for person in people]
        self._ends_of: dict[tuple[int, int], list[int]] = {}
        self._first_of: dict[tuple[int, int], int] = {}
        self._in_line: dict[int, list[tuple[int, int]]] = {}
        # Names in the titles of others: "conseiller de X".
        self._served: set[tuple[int, int]] = set()
        # Lines that hold a name alone.
        self.alone: dict[int, int] = {}
        # Short lines that end in a name: "Questions à X".
        self.heading: dict[int, int] = {}
        for number, person in enumerate(people):
            for printing in person.printings:
                line = printing.line.number
                self.starts[line, printing.first] = number
                self.ends[line, printing.last] = number
                self._first_of[line, printing.last] = printing.first
                self._ends_of.setdefault((line, number), []).append(printing.last)
                self._in_line.setdefault(line, []).append((printing.first, printing.last))
                if _is_served(printing, known):
                    self._served.add((line, printing.last))
                if _is_alone(printing, known):
                    self.alone[line] = number
                elif _ends_heading(printing):
                    self.heading[line] = number
        for places in self._in_line.values():
            places.sort()

    def ends_of(self, line: Line, person: int) -> Sequence[int]:
        """Behind each printing of the person in the line."""
        return self._ends_of.get((line.number, person), ())

    def first_of(self, line: Line, end: int) -> int | None:
        """The first word of the name that ends at the index."""
        return self._first_of.get((line.number, end))

    def end_of_person(self, line: Line, index: int) -> int | None:
        """Behind the name that begins at the index."""
        person = self.starts.get((line.number, index))
        return None if person is None else min(end for end in self.ends_of(line, person) if end > index)

    def name_behind(self, line: Line, index: int, person: int) -> int | None:
        """Where the person's name begins behind the index, where it is the next one and stands near."""
        places = self._in_line.get(line.number, [])
        place = bisect_left(places, (index, 0))
        first, last = places[place] if place < len(places) else (len(line), 0)
        is_near = first - index < _LONGEST_BETWEEN and _ENDERS.isdisjoint(line.words[index:first])
        return first if is_near and self.ends.get((line.number, last)) == person else None

    def names_anybody(self, line: Line) -> bool:
        """Whether anybody is named in the line."""
        return line.number in self._in_line

    def listed_behind(self, line: Line, opening: int, end: int) -> int | None:
        """The person of a line of appointments, behind its title [opening, end): "Directeur général : X"."""
        is_first = all(word in _BULLETS for word in line.words[:opening]) and line.fold_at(opening) not in _THE
        name_end = (
            self.end_of_person(line, self.after_civility(line, end + 1))
            if is_first and line.fold_at(end) == ":"
            else None
        )
        # "Le juge : X a menti" is a sentence.
        stops = name_end is not None and (name_end == len(line) or line.words[name_end] in _LINE_ENDS)
        return self.starting(line, end + 1) if stops else None

    def listed_before(self, line: Line, end: int) -> int | None:
        """The person of a line of a list that begins with the name: "- X : gérant de Y"."""
        first = self._first_of.get((line.number, end))
        is_head = first is not None and all(
            word in _BULLETS for word in line.words[: first - self._addressed(line, first)]
        )
        return self.ends[line.number, end] if is_head else None

    def _addressed(self, line: Line, first: int) -> int:
        return int(line.fold_at(first - 1) in self.known.civilities)

    def starting(self, line: Line, index: int) -> int | None:
        """The person who stands at the index, with a civility or without: "M. X", "la Suédoise Y"."""
        return self.starts.get((line.number, self.after_civility(line, index)))

    def after_civility(self, line: Line, index: int) -> int:
        """Past "M.", "la dame", "cheikh", "l'Ivoirien" or "un certain" that may stand before a name."""
        if line.fold_at(index) in ("un", "une") and line.fold_at(index + 1) in _CERTAIN:
            return index + 2
        if line.fold_at(index) in _ARTICLES and (name := self._after_praise(line, index + 1)) is not None:
            return name
        is_called = line.fold_at(index + 1) in self.known.civilities or self._is_demonym(line, index + 1)
        if line.fold_at(index) in _ARTICLES and is_called:
            return index + 2
        is_addressed = line.fold_at(index) in self.known.civilities
        is_honoured = line.fold_at(index) in self.known.honorifics and not line.capital_at(index)
        return index + 1 if is_addressed or is_honoured else index

    def _after_praise(self, line: Line, index: int) -> int | None:
        """Where the name begins of "le discret X" or "la très active Y"."""
        index += line.fold_at(index) in _VERY
        is_small = line.fold_at(index) and not line.capital_at(index)
        return index + 1 if is_small and (line.number, index + 1) in self.starts else None

    def after_place(self, line: Line, index: int) -> int:
        """Past "à Rabat" or "de la wilaya" that may stand between a title and a comma; the index where none follows."""
        end = index
        if line.fold_at(index) in _WHERE | _OF and line.capital_at(index + 1):
            place = match_phrase(self.known.places, line.folds, index + 1)
            end = place[0] if place else index
        elif line.fold_at(index) == "de" and line.fold_at(index + 1) == "la" and line.fold_at(index + 2) in TERRITORIES:
            end = index + 3
        return end if line.fold_at(end) == "," else index

    def _is_demonym(self, line: Line, index: int) -> bool:
        return line.capital_at(index) and line.folds[index] in self.known.nationalities

    def before_asides(self, line: Line, index: int) -> int:
        """Before "(X)", ", 58 ans" or ", dit « le Lion »" that stand between the index and a name."""
        for mark in range(index - 1, max(-1, index - _LONGEST_ASIDE), -1):
            if (line.number, mark) not in self.ends:
                continue
            aside = (*line.folds[mark:index], "")
            is_bracket = aside[0] == "(" and aside[-2] == ")"
            is_told = aside[0] == "," and (aside[1] in _CALLED or not _AGES.isdisjoint(aside))
            return mark if is_bracket or is_told else index
        return index

    def acts(self, line: Line, index: int) -> bool:
        """Whether a verb stands at the index, so that what stands before it is its subject."""
        folded = line.fold_at(index)
        is_verb = folded in self.known.reporting_verbs or folded in self.known.naming_verbs
        return folded in _VERBS or (is_verb and not line.capitals[index])

    def is_kin(self, line: Line, index: int) -> bool:
        """Whether the word says whose relative or friend somebody is: "le fils de X"."""
        begun = self.known.role_nouns.get(line.fold_at(index))
        return begun is not None and any(noun.category == "kin" for noun in begun.entries.values())

    def is_birthplace(self, line: Line, first: int) -> bool:
        """ "Né en 1951 à X, apprenti très tôt, il …": a place, whoever is called so, with no comma before it."""
        if line.fold_at(first - 1) != "à":
            return False
        told = takewhile(lambda word: word not in _ENDERS | _STOPS, reversed(line.words[:first]))
        return not _BORN.isdisjoint(word.lower() for word in told)

    def is_kin_told(self, line: Line, end: int) -> bool:
        """ "à sa fille, X, le ministre, Y, écrit …": who is told by a relative has no title."""
        first = self.first_of(line, end)
        return first is not None and line.fold_at(first - 1) == "," and self.is_kin(line, first - 2)

    def pairs_ending(self, line: Line, index: int) -> list[int]:
        """The people of "X et Y" or "X, Y et Z" that ends at the index; none where it is one person."""
        found: list[int] = []
        joints: set[str] = set()
        while (person := self.ends.get((line.number, index))) is not None:
            found.insert(0, person)
            start = self._first_of[line.number, index]
            start -= line.fold_at(start - 1) in self.known.civilities
            joint = line.fold_at(start - 1)
            if joint not in _JOINTS:
                break
            joints.add(joint)
            index = start - 1
        return found if len(found) > 1 and "et" in joints else []

    def pairs_starting(self, line: Line, index: int) -> list[int]:
        """The people of "X et Y" or "X, Y et Z" that begins at the index; none where it is one person."""
        found: list[int] = []
        while (person := self.starting(line, index)) is not None:
            found.append(person)
            start = self.after_civility(line, index)
            end = min(end for end in self.ends_of(line, person) if end > start)
            if line.fold_at(end) not in _JOINTS:
                break
            if line.fold_at(end) == "et":
                last = self.starting(line, end + 1)
                return [*found, last] if last is not None else []
            index = end + 1
        return []

    def subject(self, line: Line, index: int, gender: Gender | None) -> int | None:
        """The person who is the subject that ends at the index: a name, "il", or a name with an apposition behind."""
        person = self.ends.get((line.number, self.before_asides(line, index)))
        if person is not None:
            return person
        if (told := _PRONOUNS.get(line.fold_at(index - 1))) is not None:
            # "Il est maire de X", "« … », prévient celui qui est maire de X"
            return self.antecedent(line, index - 1, told)
        return self._described(line, index, gender) if line.fold_at(index - 1) in (",", ")") else None

    def _described(self, line: Line, index: int, gender: Gender | None) -> int | None:
        """The one person of the sentence who has words in commas or brackets behind the name."""
        start = next((i + 1 for i in range(index - 1, -1, -1) if line.words[i] in _ENDERS), 0)
        ends = [end for first, end in self._before(line, index) if first >= start and end < index]
        found = {self.ends[line.number, end] for end in ends if line.fold_at(end) in (",", "(")}
        return self._only(found, gender)

    def antecedent(self, line: Line, index: int, gender: Gender | None) -> int | None:
        """The one person whom a pronoun can mean: named before in its line, else in the last line that names people."""
        if line.kind in ("question", "answer") or is_in_marks(line, index):
            return None
        named = self._before(line, index)
        start = max(named[-1][1] if named else 0, index - _LONGEST_ASIDE)
        if any(self.is_kin(line, i) for i in range(start, index)):
            # "X a perdu son père. Il était médecin."
            return None
        if named and self._is_meant_before(line, named[0][0], gender):
            # "Il a grandi chez une tante, qui avait connu X. Il a appris …": who that is stands above.
            named = []
        here = {self.ends[line.number, end] for _, end in named if (line.number, end) not in self._served}
        for number in range(line.number - 1, line.number - 1 - _LINES_BACK, -1):
            if here:
                break
            places = self._in_line.get(number, ())
            here = {self.ends[number, end] for _, end in places if (number, end) not in self._served}
        return self._only(here, gender)

    def _is_meant_before(self, line: Line, first: int, gender: Gender | None) -> bool:
        """Whether "il" or "elle" of the gender stands before the first name of the line."""
        pronouns = (
            i for i in range(first) if _PRONOUNS.get(line.folds[i]) == gender and line.folds[i] in ("il", "elle")
        )
        return any(
            _IMPERSONAL.isdisjoint(line.folds[i : i + _NEAR_VERB]) and not is_in_marks(line, i) for i in pronouns
        )

    def only_in_sentence(self, line: Line, index: int) -> int | None:
        """The one person named, or meant by a pronoun, in the sentence before the index."""
        start = next((i + 1 for i in range(index - 1, -1, -1) if line.words[i] in _ENDERS), 0)
        if (told := self._before_relative(line, start, index)) is not None:
            return told
        found = {self.ends[line.number, end] for first, end in self._before(line, index) if first >= start}
        if found:
            return found.pop() if len(found) == 1 else None
        pronoun = next((i for i in range(start, index) if line.folds[i] in ("il", "elle")), None)
        if pronoun is None or not _IMPERSONAL.isdisjoint(line.folds[pronoun : pronoun + _NEAR_VERB]):
            return None
        return self.antecedent(line, start, "m" if line.folds[pronoun] == "il" else "f")

    def _before_relative(self, line: Line, start: int, index: int) -> int | None:
        """Who stands right before the last "qui": ", X, qui assurait …", with nobody named behind it."""
        for which in range(index - 1, start, -1):
            if (line.number, which) in self.ends:
                return None
            if line.folds[which] == "qui" and line.fold_at(which - 1) != "et":
                return self.ends.get((line.number, which - (line.fold_at(which - 1) == ",")))
        return None

    def _before(self, line: Line, index: int) -> Sequence[tuple[int, int]]:
        places = self._in_line.get(line.number, [])
        return places[: bisect_left(places, (index, 0))]

    def _only(self, found: set[int], gender: Gender | None) -> int | None:
        """The one of them who may be of the gender."""
        fitting = [person for person in found if gender is None or self.genders[person] in (gender, None)]
        return fitting[0] if len(fitting) == 1 else None


def _is_served(printing: Sighting, known: NamingWords) -> bool:
    """Whether the name only tells whose or with whom somebody is: "conseiller de X", "chez Y", "auprès de Y"."""
    line, before = printing.line, printing.first - 1
    before -= line.fold_at(before) in known.civilities
    if line.fold_at(before) in _BESIDE or (line.fold_at(before) in _OF and line.fold_at(before - 1) in _BESIDE_OF):
        return True
    return line.fold_at(before) in _OF and line.fold_at(before - 1) in known.role_nouns


def _is_alone(printing: Sighting, known: NamingWords) -> bool:
    """Whether nothing but a civility and stops stand beside the name in its line."""
    line = printing.line
    before = printing.first - (line.fold_at(printing.first - 1) in known.civilities)
    return before == 0 and all(word in _STOPS for word in line.words[printing.last :])


def _ends_heading(printing: Sighting) -> bool:
    """Whether the name ends a line like "Questions à X", "Entretien avec X", "Portrait de X"."""
    line, before = printing.line, printing.first - 1
    is_last = all(word in _STOPS for word in line.words[printing.last :])
    is_short = is_last and len(line) <= _LONGEST_HEADING and line.fold_at(before) in _ASKED
    return is_short and not _ASKING.isdisjoint(line.folds[:before])
