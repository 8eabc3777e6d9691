"""Link titles to the people they stand beside; titles that stand alone are for anaphora and designations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdb.extraction.naming_words import NamingWords
from newsdb.extraction.people import Identity
from newsdb.extraction.tenures import find_appointment
from newsdb.extraction.titles import Title
from newsdb.extraction.words import Line

_COPULAS = frozenset(["est", "etait", "devient", "reste", "nomme", "nommee", "elu", "elue", "designe", "designee"])
_SINCE = frozenset(["depuis", "en"])
# "depuis le 3 mars 2019,"
_LONGEST_DATE = 7
_JOINTS = frozenset(["et", "devenu", "devenue"])
_PLACING = frozenset(["à", "de", "d'", "en", "au"])


@dataclass(frozen=True, slots=True)
class HeldTitle:
    """A title with its holder, an index into the people of the article."""

    title: Title
    person: int


class PersonPlaces:
    """Where the people of one article stand, by line and word."""

    def __init__(self, known: NamingWords, people: Sequence[Identity]) -> None:
        self.known = known
        self.starts: dict[tuple[int, int], int] = {}
        self.ends: dict[tuple[int, int], int] = {}
        self._ends_of: dict[tuple[int, int], list[int]] = {}
        for number, person in enumerate(people):
            for printing in person.printings:
                self.starts[printing.line.number, printing.first] = number
                self.ends[printing.line.number, printing.last] = number
                self._ends_of.setdefault((printing.line.number, number), []).append(printing.last)

    def ends_of(self, line: Line, person: int) -> Sequence[int]:
        """Behind each printing of the person in the line."""
        return self._ends_of.get((line.number, person), ())

    def after_civility(self, line: Line, index: int) -> int:
        """Past "M.", "la dame" or "cheikh" that may stand before a name."""
        if line.fold_at(index) in ("le", "la", "l'") and line.fold_at(index + 1) in self.known.civilities:
            return index + 2
        is_addressed = line.fold_at(index) in self.known.civilities
        is_honoured = line.fold_at(index) in self.known.honorifics and not line.capital_at(index)
        return index + 1 if is_addressed or is_honoured else index

    def behind_holder(self, held: HeldTitle) -> int:
        """Behind the title, and behind the holder's name where it follows at once."""
        title, line = held.title, held.title.line
        after = self.after_civility(line, title.end)
        if after < len(line) and line.words[after] == ",":
            after = self.after_civility(line, after + 1)
        stands = self.starts.get((line.number, after)) == held.person
        return next((end for end in self.ends_of(line, held.person) if stands and end > after), title.end)


class TitleLinker:
    """Links the titles of one article."""

    def __init__(self, places: PersonPlaces, people: Sequence[Identity], language: str) -> None:
        self.places = places
        self.language = language
        self._genders = [person.gender for person in people]
        self._titles_by_end: Mapping[tuple[int, int], Title] = {}

    def link(self, titles: Sequence[Title]) -> list[HeldTitle]:
        """Every title that stands beside a person, in order."""
        held: list[HeldTitle] = []
        self._titles_by_end = {(title.line.number, title.end): title for title in titles}
        for index, title in enumerate(titles):
            holder = None if title.noun.is_plural else self._holder(title)
            if holder is None and held:
                holder = self._shared_holder(title, held[-1])
            if holder is None and held:
                holder = self._predicate_holder(title, held[-1])
            if holder is not None:
                held.append(HeldTitle(title, holder))
                held[-1:-1] = self._coordinated_before(titles, index, holder)
        return held

    def _holder(self, title: Title) -> int | None:
        line, number = title.line, title.line.number
        after = self.places.after_civility(title.line, title.end)
        if (person := self.places.starts.get((number, after))) is not None:
            return person
        before = self._of_gender(title, self._person_before(title))
        if before is None and title.opening == title.first and self._goes_on(title):
            # "X coordinateur du collectif Y"
            before = self.places.ends.get((number, title.first))
        if before is not None:
            return before
        comma = self._comma_behind(title)
        opening = title.opening - (line.fold_at(title.opening - 1) in _COPULAS)
        # "Élue maire de Safi en 2021, X …"
        opens = title.is_definite or opening == 0 or line.opens_sentence(opening) or self._goes_with_opening(title)
        if comma is not None and opens:
            return self.places.starts.get((number, self.places.after_civility(title.line, comma + 1)))
        return None

    def _goes_with_opening(self, title: Title) -> bool:
        """ "Ancien recteur et militant associatif, X …": coordinated with a title that opens the sentence."""
        line, joint = title.line, title.opening - 1
        first = self._titles_by_end.get((line.number, joint))
        return line.fold_at(joint) == "et" and first is not None and line.opens_sentence(first.opening)

    def _of_gender(self, title: Title, person: int | None) -> int | None:
        """The person, unless a man stands before the title of a woman: women hold titles in the masculine as well."""
        is_other = person is not None and title.noun.gender == "f" and self._genders[person] == "m"
        return None if is_other else person

    def _goes_on(self, title: Title) -> bool:
        """Whether the title of an office says of what."""
        return title.noun.category == "office" and title.end > title.first + len(title.noun.lemma.split())

    def _comma_behind(self, title: Title) -> int | None:
        """The comma behind the title, and behind "depuis 2019" or "en mars 2021"."""
        line, index = title.line, title.end
        if line.fold_at(index) in _SINCE:
            stop = min(index + _LONGEST_DATE, len(line))
            index = next((i for i in range(index + 1, stop) if line.words[i] == ","), index)
            if not any(word.isdigit() for word in line.words[title.end : index]):
                return None
        return index if line.fold_at(index) == "," else None

    def _person_before(self, title: Title) -> int | None:
        line, mark = title.line, title.opening - 1
        if title.opening > 0 and line.words[mark] in (",", "("):
            return self.places.ends.get((line.number, self._before_age(title, mark)))
        if line.fold_at(mark) == "." and title.end >= len(line) - 1:
            # Headline style: "Name. Directrice générale de X"
            return self.places.ends.get((line.number, mark))
        return self._subject_of_copula(title, mark)

    def _before_age(self, title: Title, mark: int) -> int:
        """Before ", 58 ans" that stands between the name and the title."""
        line = title.line
        is_age = line.fold_at(mark - 1) == "ans" and line.fold_at(mark - 3) in (",", "(")
        return mark - 3 if is_age else mark

    def _subject_of_copula(self, title: Title, mark: int) -> int | None:
        line = title.line
        appointment = find_appointment(self.language, line, title.opening)
        if appointment is not None:
            mark = appointment
            if line.fold_at(mark - 1) == ",":
                return self.places.ends.get((line.number, mark - 1))
        elif line.fold_at(mark) not in _COPULAS:
            return None
        start = mark - 1 if line.fold_at(mark - 1) in ("a", "est", "ete") else mark
        start = start - 1 if line.fold_at(start - 1) in ("a", "est") else start
        person = self.places.ends.get((line.number, start))
        return person if person is not None else self.places.ends.get((line.number, mark))

    def _shared_holder(self, title: Title, last: HeldTitle) -> int | None:
        """ "vice-président de X et président de Y": the second title is the same person's."""
        line = title.line
        joint = title.first - 1
        joined = last.title.line is line and line.fold_at(joint) in ("et", "puis", ",", "devenu", "devenue")
        between = range(last.title.end, joint)
        # "potier à Safi et président de X"
        near = len(between) < 5 and all(line.capitals[i] or line.folds[i] in _PLACING for i in between)
        return last.person if joined and near and not title.noun.is_plural else None

    def _predicate_holder(self, title: Title, last: HeldTitle) -> int | None:
        """ "X, ancien directeur de Y, est le nouveau président": the first title tells whom the second means."""
        line, comma = title.line, title.opening - 2
        is_said = line.fold_at(comma + 1) in _COPULAS and line.fold_at(comma) == ","
        described = last.title.line is line and last.title.end == comma
        return last.person if is_said and described and not title.noun.is_plural else None

    def _coordinated_before(self, titles: Sequence[Title], index: int, holder: int) -> list[HeldTitle]:
        """ "Capitaine et double buteur, X": the first title is the same person's."""
        if index == 0:
            return []
        title, first = titles[index], titles[index - 1]
        joined = first.line is title.line and first.end == title.first - 1 and title.line.fold_at(first.end) in _JOINTS
        if not joined or self._holder(first) is not None or first.noun.is_plural:
            return []
        return [HeldTitle(first, holder)]
