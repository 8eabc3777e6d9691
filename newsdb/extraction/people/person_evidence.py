"""Judge which capitalised words name people, by themselves or by what stands beside them; people joins them."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from newsdb.extraction.cast import Gender
from newsdb.extraction.naming.naming_words import NamingWords
from newsdb.extraction.naming.neighbours import Neighbours
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.people.fullnames import is_known_from_second, joins_like_a_body
from newsdb.extraction.people.lists import addressed_together, has_minute, is_listed_with, is_of_nation, scores
from newsdb.extraction.people.nameindex import INITIALS
from newsdb.extraction.people.realnames import before_real_name
from newsdb.extraction.people.settlements import is_told_a_firm, is_told_a_place
from newsdb.extraction.people.titlesbeside import TitlesBeside
from newsdb.extraction.titles.titles import Title
from newsdb.language.names import fold

INITIALS_ALONE = re.compile(r"(?:[^\W\d_]\.[-\s]?){2,}")
_TOWARDS = frozenset(["à", "vers", "depuis", "dans"])
_ARTICLES = frozenset(["le", "la", "l'", "du", "au", "les", "des", "aux"])
# "un certain X": what stands behind is a name of somebody.
_SO_CALLED: Mapping[str, Gender] = {
    "certain": "m", "certaine": "f", "prenomme": "m", "prenommee": "f", "surnomme": "m", "surnommee": "f",
}  # fmt: skip
_NEAR = 5
FULL_WORDS = 2
# What people are called by who have another name in full; "Moulay" and "Sidi" often belong to the name.
_HONOURING = frozenset(
    ["cheikh", "lalla", "si", "hadj", "haj", "hajj", "hajja", "hadja", "na", "nna", "dda", "ammi", "khalti", "yemma"]
)
_GIVEN_OPENERS = frozenset(["el", "al", "abd", "abdel", "oum", "om", "abou", "abu", "es", "ed", "er", "ez", "en"])
MOST_SURNAMES = 2
# "Marié, deux enfants." in a box is nobody's name, though without its accent it is Marie.
_MARRIED = "Marié"
_NEGATIONS = frozenset(["ne", "n'"])
_PATRONYMS = frozenset(["ould", "ben", "mint", "bent", "ibn"])
_AUXILIARIES = frozenset(["a", "ont", "avait", "avaient", "est", "etait", "aurait", "ayant"])


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """One printing of a person's name; `is_full` where it proves a person by itself."""

    sighting: Sighting
    gender: Gender | None
    is_full: bool
    known_by: tuple[str, ...] = ()
    """The folded words that the person goes by where the run prints others: "Karim" for "Cheikh Karim"."""

    @property
    def key(self) -> tuple[str, ...]:
        """The folded words, hyphens kept."""
        return self.known_by or self.sighting.folds


class PersonEvidence:
    """Judges the runs of one article."""

    def __init__(self, known: NamingWords) -> None:
        self.known = known

    def find(self, sightings: Sequence[Sighting], titles: Sequence[Title]) -> list[NamedPerson]:
        """The runs that name people, by their own words or by what stands beside them."""
        beside = TitlesBeside(titles, self.known.organisation_heads, self.known.names)
        runs = [s for s in sightings if s.nature == "run"]
        places = {
            s.folds
            for s in runs
            if len(s.words) < 3 and s.line.fold_at(s.first - 1) in _TOWARDS and s.folds[0] in self.known.place_openers
        }
        # "la société Nadir El B.": a body whose name could be a person's
        bodies = {s.folds for s in sightings if s.nature == "body" and s.head is not None}
        # "le maire de X" that could be a given name
        territories = {(t.line.number, t.end) for t in titles if "territorial" in t.noun.traits and t.end > t.first + 1}
        places |= {s.folds for s in runs if (s.line.number, s.last) in territories}
        # "Expert Sectoriel, rapporteur": an adjective of a title with capitals.
        told = {
            (t.line.number, i)
            for t in titles
            for i in range(t.first, t.last)
            if t.line.folds[i] in self.known.role_adjectives
        }
        elsewhere = places | bodies | {s.folds for s in runs if len(s.words) == 1 and (s.line.number, s.first) in told}
        led = {id(t.organisation) for t in titles if t.organisation is not None and self._is_led(t, t.organisation)}
        together = addressed_together(runs)
        found = [
            named
            for run in runs
            if run.folds not in elsewhere
            and id(run) not in led
            and not is_told_a_firm(run, self.known)
            and (named := self._in_list(run, together) or self._judge(run, beside))
        ]
        return self._with_real_names([*found, *self._coordinated(runs, found, elsewhere)])

    def _with_real_names(self, found: Sequence[NamedPerson]) -> list[NamedPerson]:
        """The printings, those of a real name as of the person who goes by another: "X, de son vrai nom Y"."""
        by_end = {(n.sighting.line.number, n.sighting.last): n for n in found}
        introductions = self.known.contexts["real_name"]
        ends = ((n, before_real_name(n.sighting.line, n.sighting.first, introductions)) for n in found)
        aliases = ((n, by_end.get((n.sighting.line.number, end)) if end else None) for n, end in ends)
        return [replace(n, is_full=False, known_by=other.key) if other else n for n, other in aliases]

    def _coordinated(
        self, runs: Sequence[Sighting], found: Sequence[NamedPerson], elsewhere: Set[tuple[str, ...]]
    ) -> list[NamedPerson]:
        """The surnames that are listed with people: "après Karim T. et Bennis", "Bentaleb, Slimani et Karim T."."""
        told = {id(n.sighting) for n in found}
        beside = Neighbours(n.sighting for n in found)
        more: list[NamedPerson] = []
        for run in [*runs, *reversed(runs)]:
            if (
                id(run) in told
                or not is_listed_with(run, beside)
                or run.folds in elsewhere
                or not self._is_lone_surname(run)
            ):
                continue
            told.add(id(run))
            beside.add(run)
            more.append(NamedPerson(run, None, False))
        return more

    def _is_lone_surname(self, run: Sighting) -> bool:
        is_one = len(run.words) == 1 and not (run.is_acronym or run.is_quoted or run.words[0].isupper())
        return is_one and self.known.names.is_surname(run.words[0]) and not self._opens_weakly(run)

    def _is_led(self, title: Title, body: Sighting) -> bool:
        """ "directeur d'Ora Bank", "la CEO de Darijo": whom a title names behind "de" holds none of his own."""
        is_unknown = not (self.known.names.is_given(body.words[0]) or self.known.names.is_surname(body.words[0]))
        return (len(body.words) > 1 and not self._is_patronym(body)) or ("leader" in title.noun.traits and is_unknown)

    def _in_list(self, run: Sighting, together: Mapping[int, Gender | None]) -> NamedPerson | None:
        is_player = has_minute(run, self.known) or scores(run, self.known)
        plays = is_player and self._may_be_name(run) and not self._is_like_a_body(run)
        is_told = id(run) in together or (plays and not run.is_acronym and not self._opens_weakly(run))
        is_full = len(run.words) > 1 and self._is_full_name(run)
        return NamedPerson(run, together.get(id(run)), is_full) if is_told else None

    def _judge(self, run: Sighting, beside: TitlesBeside) -> NamedPerson | None:
        if INITIALS_ALONE.fullmatch(run.surface) or is_told_a_place(run, self.known) or _ends_label(run):
            return None
        civility = run.line.fold_at(run.first - 1)
        is_at = civility == "à" or run.line.words[run.first - 1 : run.first] == ("A",)
        if is_at and len(run.words) == 1 and not self.known.names.is_surname(run.words[0]):
            # "Né à Tazarka, apprenti très tôt, …", "A Tazarka, capitale des oasis, …"
            return None
        if civility == "de" and run.line.fold_at(run.first - 2) == "langue" and len(run.words) == 1:
            # "la langue de Molière"
            return NamedPerson(run, None, False)
        if is_of_nation(run, self.known) and not self._is_like_a_body(run):
            return NamedPerson(run, None, True)
        if civility in _SO_CALLED and self._may_be_name(run):
            return NamedPerson(run, _SO_CALLED[civility], len(run.words) > 1 and self._is_full_name(run))
        if civility in self.known.civilities and civility not in ("m", "me", "mes"):
            return NamedPerson(run, self.known.civilities[civility], len(run.words) > 1 and self._is_full_name(run))
        if civility == "me" and run.line.words[run.first - 1] == "Me" and self._may_be_name(run):
            # "Me Alami", but not "ME VOILÀ"
            return NamedPerson(run, None, len(run.words) > 1 and self._is_full_name(run))
        if run.is_quoted or run.is_acronym or self._has_article(run):
            return None
        if self._is_like_a_body(run) and not (self.known.names.is_given(run.words[0]) and beside.touches(run)):
            # "Sa trésorière, Amal R.": what clubs are called, people are as well.
            return None
        if self._is_of_house(run) and (len(run.words) == 1 or not beside.touches(run)):
            return None
        if len(run.words) == FULL_WORDS and run.folds[0] in _HONOURING and self.known.names.is_given(run.words[1]):
            return NamedPerson(run, None, False, run.folds[1:])
        if self._is_full_name(run):
            return NamedPerson(run, None, True)
        if beside.touches(run) and self._may_be_name(run):
            return NamedPerson(run, None, len(run.words) > 1)
        if (
            self._is_patronym(run)
            or self._is_lone_given_name(run)
            or self._has_age(run)
            or self._plays(run)
            or (self._is_known_name(run) and (self._speaks(run) or self._heads_quote(run)))
        ):
            return NamedPerson(run, None, False)
        return None

    def _heads_quote(self, run: Sighting) -> bool:
        """ "Alami : « … »" as a headline: whoever the words are of, by the surname alone."""
        line = run.line
        return (
            line.kind == "headline"
            and run.first == 0
            and self.known.names.is_surname(run.words[-1])
            and line.fold_at(run.last) == ":"
            and line.fold_at(run.last + 1) in ("«", "“", '"')
        )

    def _has_article(self, run: Sighting) -> bool:
        """ "le Fanar": people are named without an article."""
        return run.line.fold_at(run.first - 1) in _ARTICLES

    def _is_of_house(self, run: Sighting) -> bool:
        """ "la librairie Karim T.": the name behind the noun of a body that is nobody's title."""
        noun = run.line.fold_at(run.first - 1)
        is_noun = noun in self.known.organisation_heads and not run.line.capitals[run.first - 1]
        return is_noun and noun not in self.known.role_nouns and run.line.fold_at(run.first - 2) in _ARTICLES

    def _is_like_a_body(self, run: Sighting) -> bool:
        names = self.known.names
        # "Widad Alami" has the given name of a club.
        is_named = len(run.words) == FULL_WORDS and names.is_given(run.words[0]) and names.is_surname(run.words[1])
        return any(folded in self.known.organisation_words for folded in run.folds[is_named:])

    def _is_full_name(self, run: Sighting) -> bool:
        words = [w for w in run.words if fold(w) not in self.known.particles and w[-1] not in "'’"]
        if (
            len(run.words) < 2
            or not words
            or "&" in words
            or joins_like_a_body(run)
            or any(c.isdigit() for w in words for c in w)
        ):
            return False
        if fold(words[0]) in self.known.honorifics and words[0].isupper():
            return len(words) > 1
        if any(w.isupper() and len(w) < 4 and not INITIALS.fullmatch(w) and not _is_roman(w) for w in words):
            return False
        first, last = run.words[0], run.words[-1]
        names = self.known.names
        is_namesake = names.is_given(first) and names.is_surname(last)
        if (self._is_place(run) and not is_namesake) or fold(last) in self.known.thing_heads:
            return False
        if INITIALS.fullmatch(first):
            return len(last) > 2 and not INITIALS.fullmatch(last)
        is_honorific = fold(first) in self.known.honorifics
        if fold(first) in self.known.place_openers and not is_honorific:
            return False
        if is_honorific or names.is_given(first) or fold(first) == "ibn":
            return True
        if len(run.words) > FULL_WORDS and self._is_given_in_two(run):
            return True
        if last.isupper() and len(last) > 3 and not first.isupper():
            return names.is_surname(last) or not self.known.organisations.get(fold(last))
        if is_known_from_second(run, self.known):
            return True
        inner = any(fold(w) in self.known.particles for w in run.words[1:])
        return (names.is_surname(first) and names.is_surname(last)) or (inner and self._is_name(last))

    def _is_name(self, word: str) -> bool:
        return self.known.names.is_surname(word) or self.known.names.is_given(word)

    def _is_given_in_two(self, run: Sighting) -> bool:
        """ "El Hadi M.", "Abd Errahmane L.", "Oum Keltoum B.": a given name in two words."""
        first, second = run.folds[:2]
        names = self.known.names
        if first not in _GIVEN_OPENERS or run.words[0].isupper() != run.words[1].isupper():
            return False
        return names.is_given(first + second) or names.is_given(second)

    def _is_place(self, run: Sighting) -> bool:
        """Whether the first word is a place by itself: "Paris Saint-Germain"."""
        begun = self.known.places.get(run.folds[0])
        return begun is not None and run.folds[:1] in begun.entries

    def _may_be_name(self, run: Sighting) -> bool:
        return not any((w.isupper() and len(w) < 4) or w[0].isdigit() for w in run.words)

    def _is_known_name(self, run: Sighting) -> bool:
        are_names = all(self._is_name(word) or fold(word) in self.known.particles for word in run.words)
        return are_names and not self._opens_weakly(run)

    def _is_patronym(self, run: Sighting) -> bool:
        """ "Ould Kablia", "Ben Salah": a surname with its particle and no given name."""
        names = self.known.names
        if len(run.words) != 2 or run.folds[0] not in _PATRONYMS or run.line.fold_at(run.first - 1) == "à":
            # "de Settat à Ben Ahmed"
            return False
        return names.is_surname(run.words[1]) or names.is_given(run.words[1])

    def _is_lone_given_name(self, run: Sighting) -> bool:
        """One given name inside a sentence, where nothing makes it a place: "le retour de Walid"."""
        line = run.line
        if len(run.words) != 1 or line.fold_at(run.first - 1) in _TOWARDS or self._is_of_building(run):
            return False
        noun = line.fold_at(run.first - 2) if line.fold_at(run.first - 1) in ("de", "d'") else ""
        if noun in self.known.contexts["inhabitant"]:
            # "une vieille dame de Miliana", "le talon d'Achille"
            return False
        if run.folds[0] in self.known.not_organisations:
            # "avant Noël"
            return False
        if line.opens_sentence(run.first):
            return self._is_believed_alone(run)
        if len(run.words[0]) < 4:
            return run.folds[0] in self.known.names.alone
        return self.known.names.gender(run.words[0]) is not None and not run.words[0].isupper()

    def _is_of_building(self, run: Sighting) -> bool:
        """ "la salle Abdelkrim-T.": one word made of a given name and a surname names buildings."""
        given, hyphen, rest = run.words[0].partition("-")
        if not hyphen or not self.known.names.is_given(given):
            return False
        before = run.line.folds[max(0, run.first - _NEAR) : run.first]
        return not self.known.names.is_given(rest) or not self.known.place_heads.isdisjoint(before)

    def _is_believed_alone(self, run: Sighting) -> bool:
        """A given name that opens a sentence: "Walid, la trentaine, …", "Hiba chante", "un prénom : Hiba."."""
        line = run.line
        if run.folds[0] not in self.known.names.alone or run.words[0].isupper() or run.words[0] == _MARRIED:
            return False
        behind = line.fold_at(run.last)
        return behind in (",", ".", "") or behind in self.known.name_enders or behind in self.known.reporting_verbs

    def _plays(self, run: Sighting) -> bool:
        """ "un but de Ndiaye", "le penalty de Traoré-Fall": one word behind what a player does."""
        line = run.line
        if len(run.words) > MOST_SURNAMES or line.fold_at(run.first - 1) not in ("de", "d'", "par", "signe"):
            return False
        near = line.folds[max(0, run.first - 3) : run.first - 1]
        names = self.known.names
        is_name = any(names.is_surname(part) or names.is_given(part) for part in run.words[-1].split("-"))
        # "un but signé X": clubs sign nothing of the kind.
        is_name = is_name or line.fold_at(run.first - 1) == "signe"
        return not self.known.contexts["play" if is_name else "lone_play"].isdisjoint(near)

    def _opens_weakly(self, run: Sighting) -> bool:
        return len(run.words) == 1 and run.folds[0] in self.known.stop_capitals

    def _has_age(self, run: Sighting) -> bool:
        line, index = run.line, run.last
        is_aged = line.fold_at(index) in (",", "(") and line.fold_at(index + 2) == "ans"
        # "La boulangère de Safi, 41 ans"
        is_of = line.fold_at(run.first - 1) in ("de", "d'") and line.fold_at(run.first - 2) in self.known.role_nouns
        return is_aged and not line.capital_at(index + 1) and not is_of

    def _speaks(self, run: Sighting) -> bool:
        line, verbs = run.line, self.known.reporting_verbs
        before, after = line.fold_at(run.first - 1), line.fold_at(run.last)
        behind = run.last + (after in _NEGATIONS)
        if before in verbs or before in ("selon", "pour", "apres", "par") or after in verbs:
            return True
        return line.fold_at(behind) in _AUXILIARIES and any(line.fold_at(behind + step) in verbs for step in (1, 2))


def _ends_label(run: Sighting) -> bool:
    """ "M. C. : Oui.": the second of two initials, the first of which looks like a civility."""
    return run.line.fold_at(run.last) == ":" and run.first == 1 and INITIALS.fullmatch(run.surface) is not None


def _is_roman(word: str) -> bool:
    return not set(word) - set("IVX")
