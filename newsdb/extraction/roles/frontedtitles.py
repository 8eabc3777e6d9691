"""Tell whose a title is that opens a sentence, before its subject ("Directrice de X depuis 2023, …, elle a …")."""

from collections.abc import Mapping

from newsdb.extraction.cast import Gender
from newsdb.extraction.roles.personplaces import PersonPlaces
from newsdb.extraction.text.words import Line
from newsdb.extraction.titles.titles import Title

_ENDERS = frozenset(".!?…«»")
_PRONOUNS: Mapping[str, Gender] = {"il": "m", "elle": "f"}
# A title that opens a sentence has its subject within so many words.
_LONGEST_FRONT = 45
_LONGEST_NAME = 6
_ARTICLES: Mapping[str, Gender | None] = {
    "le": "m", "la": "f", "l'": None, "ce": "m", "cet": "m", "cette": "f", "celui": "m", "celle": "f",
}  # fmt: skip
_NEW = frozenset(["nouveau", "nouvel", "nouvelle", "jeune", "futur", "future"])
# Whom the sentence is about, without a title: "le nouvel élu", "la nouvelle venue", "cette native de Safi".
_TOLD = frozenset(
    ["elu", "elue", "venu", "venue", "promu", "promue", "natif", "native", "homme", "femme",
     "quadragenaire", "quinquagenaire", "sexagenaire", "septuagenaire", "octogenaire", "trentenaire"]
)  # fmt: skip


class FrontedTitles:
    """The titles of one article that open sentences, and those that go on with them."""

    def __init__(self, places: PersonPlaces) -> None:
        self.places = places
        self._found: set[int] = set()
        # Whom the subject behind a title in front means: "…, l'économiste".
        self.described: dict[int, int] = {}
        # The same for words that are no role: "…, le nouvel élu".
        self.meant: dict[int, int] = {}

    def holder(self, title: Title, opening: int, by_opening: Mapping[tuple[int, int], Title]) -> int | None:
        """Whom a title without article means that opens the sentence, alone or behind "Élue" at `opening`."""
        line = title.line
        is_fronted = title.opening == title.first and line.opens_sentence(opening)
        if not is_fronted or not line.capitals[opening] or title.is_schooling:
            return None
        for index in range(title.end, min(title.end + _LONGEST_FRONT, len(line))):
            if line.words[index] in _ENDERS and not self._is_in_title(line, index):
                return None
            if line.words[index] != ",":
                continue
            person = self._subject_at(title, index + 1)
            if person is None:
                person = self._described_at(title, index + 1, by_opening)
            if person is not None:
                self._found.add(id(title))
                return person
            if (line.number, index + 1) in by_opening and line.fold_at(index + 1) in _ARTICLES:
                # "Candidat du changement, l'ancien coureur l'emporte sur …, Y": the subject, whoever that is
                return None
        return None

    def _is_in_title(self, line: Line, index: int) -> bool:
        """Whether the mark encloses a short name: "créateur de « X », Y"."""
        near = line.words[max(0, index - _LONGEST_NAME) : index + _LONGEST_NAME]
        return (line.words[index] == "«" and "»" in near) or (line.words[index] == "»" and "«" in near)

    def goes_on(self, first: Title, second: Title) -> bool:
        """Whether a title goes on with one in front: "Caissière à vingt ans, gérante de 1998 à 2003, elle …"."""
        if id(first) in self._found:
            self._found.add(id(second))
            return True
        return False

    def _subject_at(self, title: Title, index: int) -> int | None:
        """The person named at the index, or meant there by "il" or "elle"."""
        line = title.line
        if (person := self.places.starting(line, index)) is not None:
            return of_gender(self.places, title, person)
        pronoun = _PRONOUNS.get(line.fold_at(index))
        return self.places.antecedent(line, title.opening, pronoun) if pronoun else None

    def _described_at(self, title: Title, index: int, by_opening: Mapping[tuple[int, int], Title]) -> int | None:
        """Who is meant by "cette ancienne nageuse" or "le nouveau venu", where no name stands behind."""
        line = title.line
        if line.fold_at(index) not in _ARTICLES:
            return None
        described = by_opening.get((line.number, index))
        gender = _ARTICLES[line.folds[index]]
        told = described if described is not None and described.noun.lemma in _TOLD else None
        described = None if told is not None else described
        if described is not None:
            is_named = self.places.starting(line, described.end) is not None or line.fold_at(described.end) == ","
            if is_named or line.capital_at(described.end) or described.noun.category != "trade":
                return None
            gender = described.gender or gender
        else:
            noun = index + 1 + (line.fold_at(index + 1) in _NEW)
            if line.fold_at(noun) not in _TOLD or self._is_followed(line, noun):
                return None
        person = self.places.antecedent(line, title.opening, gender or title.gender)
        if person is not None and described is not None:
            self.described[id(described)] = person
        elif person is not None and told is not None:
            self.meant[id(told)] = person
        return person

    def _is_followed(self, line: Line, noun: int) -> bool:
        return line.capital_at(noun + 1) or line.fold_at(noun + 1) in (",", "de", "d'")


def of_gender(places: PersonPlaces, title: Title, person: int | None) -> int | None:
    """The person, unless a man stands beside the title of a woman: women hold titles in the masculine as well."""
    is_other = person is not None and title.noun.gender == "f" and places.genders[person] == "m"
    return None if is_other else person
