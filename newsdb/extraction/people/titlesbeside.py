"""Know where titles end and begin beside a run of capitals; whether that makes it a person, person_evidence judges."""

from collections.abc import Container, Sequence

from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.titles.titles import Title
from newsdb.language.names import NameLists

_PLACING = frozenset(["sur", "dans", "en", "vers", "depuis"])


class TitlesBeside:
    """Where titles end and begin, so that a run can be asked whether it touches one."""

    def __init__(self, titles: Sequence[Title], heads: Container[str], names: NameLists) -> None:
        self._names = names
        # A noun that is a company's too ("le promoteur X") proves no person.
        usable = [
            t for t in titles if not (t.noun.is_plural or "firm" in t.noun.traits or t.line.folds[t.first] in heads)
        ]
        before = [t for t in usable if not is_apposed_whole(t)]
        self._ends = {(t.line.number, t.end) for t in before} | {(t.line.number, t.last) for t in before}
        self._commas = {(t.line.number, t.end + 1) for t in usable if t.is_definite and t.noun.category == "office"}
        self._openings = {(t.line.number, t.opening) for t in usable}
        self._bare = {(t.line.number, t.first) for t in usable if t.opening == t.first and t.noun.category == "office"}

    def touches(self, run: Sighting) -> bool:
        """Whether a title stands right before the run, or in apposition right behind it."""
        number = run.line.number
        if (number, run.first) in self._ends:
            return True
        if run.line.fold_at(run.first - 1) == "," and (number, run.first) in self._commas:
            return True
        if run.line.fold_at(run.first - 1) in _PLACING:
            # "Sur Facebook, l'humoriste X"
            return False
        if len(run.words) > 1 and (number, run.last) in self._bare and self._holds_given(run):
            # "a nommé Alami Karim wali de Safi"
            return True
        is_word = len(run.words) == 1 and run.line.opens_sentence(run.first)
        if is_word and not (self._names.is_given(run.words[0]) or self._names.is_surname(run.words[0])):
            # "Entre-temps, le gardien, X, …"
            return False
        return run.line.fold_at(run.last) == "," and (number, run.last + 1) in self._openings

    def _holds_given(self, run: Sighting) -> bool:
        return any(self._names.is_given(word) for word in run.words)


def is_apposed_whole(title: Title) -> bool:
    """ "X, patronne du café Y": a name stands before the comma, and the title ends in what bears the name behind it."""
    line, comma = title.line, title.opening - 1
    is_apposed = title.opening == title.first and line.fold_at(comma) == "," and line.capital_at(comma - 1)
    return is_apposed and title.end > title.first + len(title.noun.lemma.split())
