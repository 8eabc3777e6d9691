"""Link titles to the people they stand beside; titles that stand alone are for anaphora and designations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdb.extraction.people.titlesbeside import is_apposed_whole
from newsdb.extraction.roles.frontedtitles import FrontedTitles, of_gender
from newsdb.extraction.roles.personplaces import PersonPlaces
from newsdb.extraction.roles.secondtitles import holder_before_joint
from newsdb.extraction.roles.sharedtitles import holders_of_plural, one_each
from newsdb.extraction.text.words import Line
from newsdb.extraction.titles.tenures import find_appointment
from newsdb.extraction.titles.titleasides import (
    LONGEST_PERIOD,
    after_aside,
    after_same,
    after_state,
    after_whose,
    before_bracket,
    opens_clause,
)
from newsdb.extraction.titles.titleleads import TitleLeads
from newsdb.extraction.titles.titles import Title

_SINCE = frozenset(["depuis", "en"])
# "depuis le 3 mars 2019,"
_LONGEST_DATE = 7
_JOINTS = frozenset(["et", "puis", ",", "devenu", "devenue"])
_TIGHT_JOINTS = frozenset(["et", "devenu", "devenue"])
_PLACING = frozenset(["à", "de", "d'", "en", "au", "du", "l'", "la"])
_CONTRACTED = frozenset(["du", "des", "au", "aux"])
# "patron du chalutier « X » et président de Y"
_BETWEEN = _PLACING | frozenset('«»“”"')
_MOST_JOINED = 4
_POSSESSIVES = frozenset(["son", "sa", "leur", "mon", "ma", "notre", "votre"])
_EACH = frozenset(["respectivement"])
_OF = frozenset(["de", "d'"])
# "par X, le ministre a …": X is no subject.
_GOVERNING = frozenset(["par", "avec", "de", "d'", "à", "pour", "selon", "contre", "chez", "apres"])
_HAS = frozenset(["a", "avait", "est", "était"])
_THE = frozenset(["le", "la", "l'", "les", "un", "une", "son", "sa"])
_A = frozenset(["un", "une"])
_TOWARDS = frozenset(["à", "au", "aupres", "avec", "devant", "chez"])
_MONTHS = frozenset(
    ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
     "decembre"]
)  # fmt: skip
_IS = frozenset(["est", "etait", "sera", "fut", "reste", "demeure"])
# "nommée par X au poste de directrice"
_AGENTS = frozenset(["par", "avec", "selon", "chez", "à", "apres"])
_CALLED = frozenset(["appelle", "appelait", "nomme", "nommait", "prenomme"])
_DASHES = frozenset(["–", "—"])
_LONGEST_REST = 8


@dataclass(frozen=True, slots=True)
class HeldTitle:
    """A title with its holder, an index into the people of the article."""

    title: Title
    person: int
    is_beside: bool = True
    """Whether the title stands beside the name, and not alone in another sentence."""
    is_told: bool = True
    """Whether the title is a role, and no mere way to call whom it means ("le banquier")."""


class TitleLinker:
    """Links the titles of one article."""

    def __init__(self, places: PersonPlaces, language: str) -> None:
        self.places = places
        self.language = language
        self.leads = TitleLeads(language)
        self._by_end: Mapping[tuple[int, int], Title] = {}
        self._by_opening: Mapping[tuple[int, int], Title] = {}
        # Behind the names that a title with its comma stands before: "le wali de X, Y".
        self._announced: set[tuple[int, int]] = set()
        self.fronts = FrontedTitles(places)

    def link(self, titles: Sequence[Title]) -> list[HeldTitle]:
        """Every title that stands beside a person, in order."""
        held: list[HeldTitle] = []
        self._by_end = {(title.line.number, title.end): title for title in titles}
        self._by_opening = {(title.line.number, title.opening): title for title in titles}
        for index, title in enumerate(titles):
            if title.line.fold_at(title.opening - 1) in _EACH:
                held.extend(HeldTitle(*each) for each in one_each(self.places, self.leads, titles, index))
                continue
            if held and held[-1].title is title:
                continue
            if title.noun.is_plural:
                held.extend(HeldTitle(title, person) for person in holders_of_plural(self.places, self.leads, title))
                continue
            holder = self._holder(title)
            if holder is None and held:
                holder = self._shared_holder(title, held[-1])
            if holder is not None:
                held.append(HeldTitle(title, holder))
                held[-1:-1] = self._coordinated_before(titles, index, holder)
        return held

    def _holder(self, title: Title) -> int | None:
        line = title.line
        if (told := self.fronts.described.get(id(title))) is not None:
            return told
        if (person := self.places.starting(line, after_same(line, title.end))) is not None:
            # "X, patronne du café Y": the name behind is that of the house
            whose = self._apposed_to(line, title.opening - 1) if is_apposed_whole(title) else None
            return person if whose is None else whose
        if (person := self.places.listed_behind(title.line, title.opening, title.end)) is not None:
            return person
        announced = self._announced_person(title) or self._identified_person(title)
        before = of_gender(self.places, title, self._person_before(title))
        if before is None and title.opening == title.first and self._is_object(title):
            before = self.places.ends.get((line.number, title.first))
        mark = self.places.before_asides(line, title.opening - 1)
        # "en présence du wali, X, le maire, Y": who was announced by a title takes no second one with an article.
        is_other = (line.number, mark) in self._announced and (announced is not None or title.is_definite)
        is_other = is_other or (announced is not None and title.is_definite and self.places.is_kin_told(line, mark))
        if before is not None and not is_other:
            return before
        if announced is not None:
            self._announced.add((line.number, announced[1]))
            return announced[0]
        fronted = self.fronts.holder(title, self.leads.before_participle(line, title.opening), self._by_opening)
        return self._predicate_holder(title) if fronted is None else fronted

    def _is_object(self, title: Title) -> bool:
        """ "X coordinateur du collectif Y", "a nommé X directeur général": no comma parts the two."""
        line = title.line
        goes_on = title.noun.category == "office" and title.end > title.first + len(title.noun.lemma.split())
        first = self.places.first_of(line, title.first)
        return goes_on or (first is not None and self.leads.appoints(line, first))

    # The name behind

    def _announced_person(self, title: Title) -> tuple[int, int] | None:
        """The person behind the comma of "le wali de X, Y" and the end of the name."""
        opens = self._opens(title)
        line, comma = title.line, self._comma_behind(title)
        if comma is None or title.is_schooling:
            return None
        if not (title.is_definite or opens):
            return self._introduced_person(title, comma)
        if self.places.is_kin(line, title.opening - 1) and line.folds[title.opening] in _CONTRACTED | _OF:
            # "le fils du ministre, Y"
            return None
        found = self._behind_comma(title, comma)
        # "Interrogé par le juge, Y a nié"
        is_governed = not opens and not opens_clause(title.line, title.opening - 1)
        is_subject = found is not None and is_governed and self.places.acts(line, found[1])
        return None if is_subject or self._is_told_to_another(title, comma) else found

    def _is_told_to_another(self, title: Title, comma: int) -> bool:
        """ "Dans une déclaration à l'envoyé de X, le directeur, Y, …": the second title has its own article."""
        line, nearer = title.line, self._by_opening.get((title.line.number, comma + 1))
        is_governed = line.fold_at(title.opening - 1) in _TOWARDS or line.fold_at(title.opening) in _TOWARDS
        return is_governed and nearer is not None and nearer.is_definite

    def _introduced_person(self, title: Title, comma: int) -> tuple[int, int] | None:
        """ "puis un entraîneur, Y, a frappé": not where the title and a preposition open the sentence."""
        line, before = title.line, title.opening - 1
        if line.fold_at(title.opening) not in _A or (line.opens_sentence(before) and line.capital_at(before)):
            return None
        found = self._behind_comma(title, comma)
        return found if found is not None and line.fold_at(found[1]) in (",", "(") else None

    def _identified_person(self, title: Title) -> tuple[int, int] | None:
        """The person of "Le nouveau directeur est le colonel Y", "Le chauffeur s'appelle Y"."""
        line, verb = title.line, after_state(title.line, title.end)
        if title.is_definite and line.fold_at(verb) in ("s'", "se") and line.fold_at(verb + 1) in _CALLED:
            named = self.places.end_of_person(line, verb + 2)
            return None if named is None else (self.places.starts[line.number, verb + 2], named)
        if not title.is_definite or line.fold_at(verb) not in _IS:
            return None
        start = self.places.after_civility(line, verb + 1)
        nearer = self._by_opening.get((line.number, verb + 1))
        if nearer is not None and (line.number, start) not in self.places.starts:
            start = self.places.after_civility(line, nearer.end)
        end = self.places.end_of_person(line, start)
        return None if end is None else (self.places.starts[line.number, start], end)

    def _behind_comma(self, title: Title, comma: int) -> tuple[int, int] | None:
        line, start = title.line, self.places.after_civility(title.line, comma + 1)
        nearer = self._by_opening.get((line.number, comma + 1))
        if nearer is not None and not nearer.noun.is_plural and (line.number, start) not in self.places.starts:
            start = self.places.after_civility(line, nearer.end)
            further = self._comma_behind(nearer)
            if (line.number, start) not in self.places.starts and further is not None:
                # "Le wali de la région, gouverneur de Safi, Y"; "Son directeur, l'économiste Y"
                return self._behind_comma(nearer, further)
        person = self.places.starts.get((line.number, start))
        if person is None:
            return None
        return person, min(end for end in self.places.ends_of(line, person) if end > start)

    def _opens(self, title: Title) -> bool:
        """Whether the title opens a sentence, alone or coordinated: "Ancien juge et poète, X …"."""
        line, opening = title.line, title.opening
        # "Élue maire de Safi en 2021, X …"
        opening = self.leads.before_participle(line, self.leads.before_adverbs(line, opening))
        if opening == 0 or line.opens_sentence(opening):
            return True
        joint = title.opening - 1
        if line.fold_at(joint) != "et":
            return False
        first = self._by_end.get((line.number, joint))
        # "Son trésorier et gérant, X"
        is_called = line.fold_at(joint - 1) in self.places.known.role_nouns and line.fold_at(joint - 2) in _POSSESSIVES
        return is_called or (first is not None and (first.is_definite or line.opens_sentence(first.opening)))

    def _comma_behind(self, title: Title) -> int | None:
        """The comma behind the title, and behind "depuis 2019" or "en mars 2021"."""
        line, index = title.line, after_aside(title.line, after_state(title.line, title.end))
        index = self.places.after_place(line, index)
        if line.fold_at(index) in _OF and (end := self.places.end_of_person(line, index + 1)) is not None:
            # "l'avocat de X, Me Y"
            index = end
        index = after_whose(line, index)
        if line.fold_at(index) in _SINCE:
            stop = min(index + _LONGEST_DATE, len(line))
            index = next((i for i in range(index + 1, stop) if line.words[i] == ","), index)
            if not any(word.isdigit() or word in _MONTHS for word in line.folds[title.end : index]):
                return None
        return index if line.fold_at(index) == "," else None

    # The name before

    def _person_before(self, title: Title) -> int | None:
        line = title.line
        if line.fold_at(title.opening) in _CONTRACTED:
            return None
        if title.first == 0 and (above := self.places.alone.get(line.number - 1)) is not None:
            # A name on a line of its own, and the title on the next.
            return above if len(line) - title.end <= _LONGEST_REST else None
        if title.first == 0 and (above := self.places.heading.get(line.number - 1)) is not None:
            # "Questions à X", and the title on the next line
            is_whole = len(line) - title.end <= 1 and not self.places.names_anybody(line)
            return above if is_whole else None
        mark = self.leads.before_adverbs(line, title.opening) - 1
        if mark >= 0 and line.words[mark] in (",", "("):
            if title.is_definite and (self._is_no_apposition(title) or self._acts_itself(title, mark)):
                return None
            return self._apposed_to(line, mark)
        if line.fold_at(mark) in _DASHES and title.opening == title.first:
            return self.places.ends.get((line.number, mark))
        if line.fold_at(mark) == ":" and title.opening == title.first and line.kind not in ("question", "answer"):
            return self.places.listed_before(line, mark)
        if line.fold_at(mark) == "." and (title.end >= len(line) - 1 or line.words[title.end] == ":"):
            # Headline style: "Name. Directrice générale de X"
            return self.places.ends.get((line.number, mark))
        if line.fold_at(mark) == "et":
            # An adverb, as in "et jusqu'alors directeur", shows that the participle before is of the same person.
            return holder_before_joint(self.places, line, mark, is_later=mark < title.opening - 1)
        appointment = self._appointment(title)
        if appointment is not None and line.fold_at(appointment - 1) == ",":
            return self.places.ends.get((line.number, appointment - 1))
        return None

    def _appointment(self, title: Title) -> int | None:
        """Where "nommée en 2019" or "promue cet été" begins that ends right before the title."""
        found = find_appointment(self.language, title.line, title.opening)
        return self.leads.before_appointment(title.line, title.opening) if found is None else found

    def _is_no_apposition(self, title: Title) -> bool:
        """ "Avec X, le ministre a ri", "X, le ministre et l'ambassadeur": a subject or one of a list."""
        line, behind = title.line, title.end
        is_listed = line.fold_at(behind) == "et" and line.fold_at(behind + 1) in _THE
        return is_listed or self.places.acts(line, behind)

    def _acts_itself(self, title: Title, mark: int) -> bool:
        """ "Interrogé par X, le ministre a dit": no comma parts the title from its verb, and X is governed."""
        line = title.line
        first = self.places.first_of(line, mark)
        is_governed = first is not None and first > 0 and line.fold_at(first - 1) in _GOVERNING
        return is_governed and title.end < len(line) and line.words[title.end] in _HAS

    def _apposed_to(self, line: Line, mark: int) -> int | None:
        """The person before the comma; of "le père de X, médecin" the father is nobody known."""
        end = self.places.before_asides(line, mark)
        first = self.places.first_of(line, end)
        if first is not None and line.fold_at(first - 1) in _OF and self.places.is_kin(line, first - 2):
            return None
        if first is not None and self.leads.is_appointer(line, first):
            return None
        return self.places.ends.get((line.number, end))

    def _predicate_holder(self, title: Title) -> int | None:
        """The subject of "est le directeur de X", "a été nommée directrice", and of "comme directrice"."""
        line = title.line
        start = find_appointment(self.language, line, title.opening) or title.opening
        end = self.leads.before_predicate(line, start)
        if end is None and start < title.opening:
            end = start
        if end is not None:
            if line.fold_at(title.opening) in _POSSESSIVES and title.noun.category != "office":
                # "qui fut son technicien"
                return None
            return of_gender(self.places, title, self.places.subject(line, end, title.gender))
        if title.opening == title.first and (clause := self.leads.before_as(line, title.opening)) is not None:
            return of_gender(self.places, title, self._holder_of_clause(line, clause))
        appointed = (self.places.ends.get((line.number, end)) for end in self.leads.before_relatives(line, start))
        return next((person for person in appointed if person is not None), None)

    def _holder_of_clause(self, line: Line, clause: int) -> int | None:
        """Whose the title behind "comme" or "au poste de" is: the subject's, the one's right before, the only one's."""
        if (end := self.leads.before_predicate(line, clause)) is not None:
            # "X est reconduite comme directrice", but not "X et Y ont été nommés aux postes de directeur"
            return None if self.places.pairs_ending(line, end) else self.places.subject(line, end, None)
        mark = clause - (line.fold_at(clause - 1) == ",")
        first = self.places.first_of(line, mark)
        is_told = first is not None and line.fold_at(first - 1) not in _AGENTS
        return self.places.ends.get((line.number, mark)) if is_told else self.places.only_in_sentence(line, clause)

    # Several titles

    def _shared_holder(self, title: Title, last: HeldTitle) -> int | None:
        """ "vice-président de X et président de Y": the second title is the same person's."""
        line = title.line
        joint = self.leads.before_adverbs(line, title.first) - 1
        if last.title.line is not line:
            return None
        if self.leads.before_appointment(line, title.opening) in (last.title.end, last.title.end + 1):
            # "directrice technique promue cet été directrice générale"
            return last.person
        named = self.places.first_of(line, joint)
        if line.fold_at(joint) not in _JOINTS or (named is not None and self.leads.is_appointer(line, named)):
            return None
        joint -= line.fold_at(joint) == "puis" and line.fold_at(joint - 1) == ","
        between = range(last.title.end, before_bracket(line, joint))
        # "potier à Safi et président de X"
        near = len(between) < 6 and all(line.capitals[i] or line.folds[i] in _BETWEEN for i in between)
        if title.opening == title.first and len(between) < LONGEST_PERIOD and self.fronts.goes_on(last.title, title):
            return last.person
        return last.person if near else None

    def _coordinated_before(self, titles: Sequence[Title], index: int, holder: int) -> list[HeldTitle]:
        """ "Capitaine et double buteur, X", "l'historien, essayiste et critique X": all are the same person's."""
        found: list[HeldTitle] = []
        title = titles[index]
        joints = _TIGHT_JOINTS
        for first in reversed(titles[max(0, index - _MOST_JOINED) : index]):
            line = title.line
            joined = first.line is line and first.end == title.first - 1 and line.fold_at(first.end) in joints
            if not joined or self._holder(first) is not None or first.noun.is_plural:
                break
            found.insert(0, HeldTitle(first, holder))
            title, joints = first, _TIGHT_JOINTS | {","}
        return found
