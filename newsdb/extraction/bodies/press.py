"""Find newspapers, stations and sites that an article calls by a title no list knows; the scanner sights each printing.

A title with its article inside a sentence ("a confié à La Lettre de Safi"), in quotation marks before what it writes
("«Le Carrefour» titre sur …"), or between the plus signs of an agency's press review ("+Le Fanal+ rapporte que …").
"""

from collections.abc import Iterable, Iterator

from newsdb.extraction.bodies.pressreviews import find_reviewed
from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, match_phrase
from newsdb.extraction.text.words import Line
from newsdb.language.outlets import is_outlet_name

_ARTICLES = frozenset(["le", "la", "les", "l'"])
_ARABIC_ARTICLES = frozenset(["al", "el", "ach", "ech", "as", "es", "an", "en", "ar", "at"])
_ALL_ARTICLES = _ARTICLES | _ARABIC_ARTICLES
_OF = frozenset(["de", "du", "d'", "des"])
_CONTRACTED = {"du": "de", "d'": "de", "des": "de", "au": "à", "aux": "à"}
_CLOSING = {"«": "»", "“": "”", '"': '"', "+": "+"}
_LONGEST = 8
MIN_HEADINGS = 2
# What a newspaper does rather than anybody else.
_PRINTS = frozenset(["titre", "titrait", "consacre", "consacrait", "publie", "publiait", "evoque", "barre", "croit"])
_PAUSES = frozenset([",", ".", "", ";", ")", "»"])
_GRANTED = frozenset(["accorde", "accordee", "accordes", "accordees"])
_TALKS = frozenset(["entretien", "entretiens", "interview", "interviews", "declaration", "declarations"])


def find_press(lines: Iterable[Line], known: NamingWords) -> list[str]:
    """The titles as first printed, in the order of the text."""
    finder = _PressFinder(known)
    read = list(lines)
    found = [title for line in read for title in finder.titles(line)]
    return list(dict.fromkeys([*found, *_headings(read), *find_reviewed(read, known)]))


def _headings(lines: Iterable[Line]) -> list[str]:
    """The papers that head the parts of a press review ("Libération :"), where most such lines are known papers."""
    found = [title for line in lines if (title := _title_with_colon(line))]
    known = [title for title in found if is_outlet_name(title)]
    return found if len(known) >= MIN_HEADINGS and 2 * len(known) > len(found) else []


def _title_with_colon(line: Line) -> str | None:
    """The capitalised words of a line that holds but them, an acronym in brackets and a colon."""
    end = len(line) - 1
    if not 0 < end <= _LONGEST or line.words[end] != ":" or not line.capitals[0]:
        return None
    if line.words[end - 1] == ")" and line.fold_at(end - 3) == "(":
        end -= 3
    is_title = all(line.capitals[i] or line.folds[i] in _OF | _ARTICLES for i in range(end))
    return line.text[line.starts[0] : line.ends[end - 1]] if end > 0 and is_title else None


class _PressFinder:
    def __init__(self, known: NamingWords) -> None:
        self.known = known
        self.grammar = Grammar(known)

    def titles(self, line: Line) -> Iterator[str]:
        """The titles that the line shows to be such."""
        for index, is_capital in enumerate(line.capitals):
            if not is_capital:
                continue
            mark = line.words[index - 1] if index else ""
            if mark in _CLOSING:
                end = self._before_closing(line, index, _CLOSING[mark])
                is_title = mark == "+" or (
                    line.folds[index] in _ALL_ARTICLES
                    and (self._speaks(line, end + 1) or self._is_cited(line, index - 1))
                )
            elif index and line.capitals[index - 1] and not line.opens_sentence(index - 1):
                # Inside a run, whose beginning has been asked.
                continue
            elif self._is_contracted_paper(line, index):
                yield f"Le {line.text[line.starts[index] : line.ends[self._after_name(line, index) - 1]]}"
                continue
            elif (end := self._after_outlet(line, index)) > index:
                is_title = self._is_cited(line, index)
            elif self._opens_with_paper(line, index) and self._is_cited(line, index):
                # "a confié à Tribune du Sud"
                end, is_title = self._after_name(line, index), True
            else:
                end = self._after_title(line, index)
                is_title = end > index and (
                    self._is_cited(line, index) or self._speaks(line, end) or self._is_paper(line, index, end)
                )
            place = match_phrase(self.known.places, line.folds, index) if is_title else None
            if end > index and is_title and (place is None or place[0] < end):
                yield line.text[line.starts[index] : line.ends[end - 1]]

    def _before_closing(self, line: Line, index: int, mark: str) -> int:
        """The closing mark behind nothing but the words of a title, `index` where they are not."""
        for end in range(index + 1, min(index + _LONGEST, len(line))):
            if line.words[end] == mark:
                return end
            if not (line.capitals[end] or line.folds[end] in _OF | _ARTICLES | {"et"} or line.words[end].isalnum()):
                break
            if mark != "+" and not line.capitals[end] and line.folds[end] not in _OF | _ARTICLES:
                break
        return index

    def _after_outlet(self, line: Line, index: int) -> int:
        """Past a known outlet whose name is a common word as well, as "Leaders" is; `index` where none stands."""
        if line.folds[index] in _ARTICLES or line.opens_sentence(index):
            return index
        end = self.grammar.after_run(line, index)
        return end if is_outlet_name(line.text[line.starts[index] : line.ends[end - 1]]) else index

    def _after_title(self, line: Line, index: int) -> int:
        """Past "La Dépêche de Safi" or "L'Essor économique", `index` where no such title stands.

        At the head of a sentence only where a newspaper's noun has the name of a place behind it.
        """
        if line.folds[index] not in _ARTICLES or not line.capital_at(index + 1):
            return index
        if line.opens_sentence(index) and not self._opens_with_paper(line, index + 1):
            return index
        return self._after_name(line, index + 1)

    def _after_name(self, line: Line, index: int) -> int:
        end = self.grammar.after_name(line, index)
        while (name := self.grammar.after_preposition(line, end)) > end and line.capital_at(name):
            end = self.grammar.after_name(line, name)
        return self.grammar.after_adjectives(line, end)

    def _is_contracted_paper(self, line: Line, index: int) -> bool:
        """ "un entretien au Courrier de l'Est"."""
        return line.fold_at(index - 1) in ("au", "du") and self._opens_with_paper(line, index)

    def _opens_with_paper(self, line: Line, index: int) -> bool:
        name = self.grammar.after_preposition(line, index + 1)
        is_told = name > index + 1 and line.capital_at(name) and not self.grammar.is_person(line, name)
        return is_told and line.folds[index] in self.known.press_nouns

    def _is_paper(self, line: Line, index: int, end: int) -> bool:
        """ "titre Le Courrier", "Le Courrier consacre sa une", "Le Courrier des Hauts": papers do and are so."""
        if line.fold_at(end) in _PRINTS or self._opens_with_paper(line, index + 1):
            return True
        before = line.fold_at(index - 1)
        return (before in _PRINTS or before in self.known.reporting_verbs) and line.fold_at(end) in _PAUSES

    def _speaks(self, line: Line, index: int) -> bool:
        """Whether what stands before the index writes or says something."""
        return line.fold_at(index) in self.known.reporting_verbs and not line.capital_at(index)

    def _is_cited(self, line: Line, index: int) -> bool:
        """Whether somebody speaks to, or reads in, what stands at the index: "a déclaré à", "dans les colonnes de"."""
        before = index - 1
        before -= line.fold_at(before) in _ARTICLES
        preposition = _CONTRACTED.get(line.fold_at(before), line.fold_at(before))
        word = line.fold_at(before - 1)
        if preposition == "à" and word in self.known.reporting_verbs:
            return True
        if word in _GRANTED:
            # "un entretien accordé à", but not "un prix accordé à"
            return not _TALKS.isdisjoint(line.folds[max(0, before - 6) : before])
        return f"{word} {preposition}" in self.known.press_contexts or preposition in self.known.press_contexts
