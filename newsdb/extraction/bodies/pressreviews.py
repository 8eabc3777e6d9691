"""Find the newspapers that a review of the press calls by titles which no list knows; press reads other articles.

There a paper heads its part ("Al Fanal :", or alone on its line), or opens a sentence in which it does what papers do
("Terre & Steppe s'attarde sur …", "Le Petit Gafsien, lui, publie …").
"""

from collections.abc import Iterator, Sequence

from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, match_phrase
from newsdb.extraction.text.words import Line
from newsdb.language.outlets import is_outlet_name

_HEAD = 4
_LONGEST = 6
_LEAST = 2
_MARKS = frozenset(["*", "#", "_", ">"])
_ARTICLES = frozenset(["le", "la", "les", "l'"])
_SMALL = frozenset(["de", "du", "des", "d'", "la", "le", "l'", "et", "&"])
_ITSELF = frozenset(["s'", "se", "y", "en"])
# ", elle,", ", de son côté,", ", pour sa part,"
_LONGEST_ASIDE = 5


def find_reviewed(lines: Sequence[Line], known: NamingWords) -> list[str]:
    """The titles as printed, in the order of the text; none where the head of the article announces no review."""
    if not any(_announces(line, known) for line in lines[:_HEAD]):
        return []
    reader = _ReviewReader(known)
    headings = [title for line in lines[1:] if (title := reader.heading(line))]
    acting = [title for line in lines[1:] for title in reader.acting(line)]
    return [*(headings if len(headings) >= _LEAST else []), *acting]


def _announces(line: Line, known: NamingWords) -> bool:
    return any(match_phrase(known.press_reviews, line.folds, index) for index in range(len(line)))


class _ReviewReader:
    def __init__(self, known: NamingWords) -> None:
        self.known = known
        self.grammar = Grammar(known)

    def heading(self, line: Line) -> str | None:
        """The title that stands alone on the line, or before a colon at its head."""
        first = next((i for i, word in enumerate(line.words) if word not in _MARKS), len(line))
        end = self._after_title(line, first)
        if end == first or end - first > _LONGEST or not self._may_be_title(line, first, end):
            return None
        is_alone = all(line.words[i] in _MARKS or line.words[i] == ":" for i in range(end, len(line)))
        is_headed = line.fold_at(end) == ":" and (end > first + 1 or is_outlet_name(line.words[first]))
        return line.text[line.starts[first] : line.ends[end - 1]] if is_alone or is_headed else None

    def acting(self, line: Line) -> Iterator[str]:
        """The titles that are the subject of what papers do."""
        behind = 0
        for index, is_capital in enumerate(line.capitals):
            if index < behind or not is_capital or (index and line.capitals[index - 1]):
                continue
            end = self._after_title(line, index)
            behind = max(end, index + 1)
            if end > index and self._acts(line, end) and self._may_be_title(line, index, end):
                yield line.text[line.starts[index] : line.ends[end - 1]]

    def _after_title(self, line: Line, first: int) -> int:
        """Past the capitalised words and the small ones between them."""
        end = first
        while end < len(line) and end - first < _LONGEST + 1:
            step = 1 + (line.folds[end] in _SMALL) + (line.folds[end] in _SMALL and line.fold_at(end + 1) in _SMALL)
            if not line.capital_at(end + step - 1) or (step > 1 and end == first and not line.capitals[end]):
                break
            end += step
        return end

    def _acts(self, line: Line, index: int) -> bool:
        if line.fold_at(index) == ",":
            stop = min(index + _LONGEST_ASIDE + 1, len(line))
            index = next((i + 1 for i in range(index + 2, stop) if line.words[i] == ","), index)
        while line.fold_at(index) in _ITSELF:
            index += 1
        verb = line.fold_at(index)
        return not line.capital_at(index) and (verb in self.known.press_acts or verb in self.known.reporting_verbs)

    def _may_be_title(self, line: Line, first: int, end: int) -> bool:
        """Whether the words are no person, place, body, people or common word with the capital of a sentence."""
        noun = first + (line.folds[first] in _ARTICLES and end > first + 1)
        folded, known = line.folds[noun], self.known
        place = match_phrase(known.places, line.folds, noun)
        if (place and place[0] >= end) or folded in known.nationalities or folded.rstrip("s") in known.nationalities:
            return False
        listed = match_phrase(known.organisations, line.folds, first)
        if listed or folded in known.organisation_heads:
            # "Al Alam Al Ousboui" is the weekly of Al Alam.
            is_media = listed is not None and listed[1].kind == "media"
            return is_media or folded in known.press_nouns
        is_holder = match_phrase(known.role_nouns, line.folds, noun) and folded not in known.press_nouns
        if is_holder or folded in known.civilities or self.grammar.is_person(line, noun):
            return False
        if noun > first:
            return True
        is_common = end == first + 1 or (folded in known.stop_capitals and "&" not in line.words[first:end])
        is_common = is_common or known.names.is_given(line.words[first])
        return not (is_common or line.words[first].isupper())
