"""Recognise an overline, which says in a word or two what the headline below it is about; sections are read in kickers.

"Botola - 19e journée", "CYBERSÉCURITÉ", "Souss-Massa", "Accueil / Régions", "Filière lait" above "Béni Mellal : …".
"""

import re
from collections.abc import Sequence
from functools import cache

from newsdb.language.names import fold
from newsdb.language.pack import load_words
from newsdb.reading.bylines import is_author_name, read_byline
from newsdb.reading.datelines import read_dateline
from newsdb.reading.lines import Line

_LANGUAGE = "fr"
_PLACES = ("places", "regions", "towns")
_LONGEST = 60
_LONGEST_HEADLINE = 200
_SHORTEST_HEADLINE = 20
_SURE_HEADLINE = 45
_MOST_WORDS = 3
_MARKS = re.compile(r"[:.?!…«»“”\";]")
_MATCHDAY = re.compile(r".{3,45}?\W+\d{1,2}(?:e|er|re|ère|ème)\s(?:journée|tour|étape|round)\b.{0,20}", re.IGNORECASE)
_TRAIL = re.compile(r"[^/>|]{2,30}(?:\s[/>]\s[^/>|]{2,40}){1,3}")
_COURT = re.compile(r"(?:tribunal|cour|chambre)\s(?:\w+\s){0,3}?(?:d[eu]s?\s|d')[\w' -]{3,40}")
_DETERMINER = re.compile(r"(?:l[ea]s?|une?|des|ce|cette|ces|comment|pourquoi|quand|il|elle|on)\s|l'|c'")
_TOLD = re.compile(r"\s?:\s|[«“\"]")


def is_overline(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the line is one, with the headline right below it and a text below that."""
    line = lines[at]
    if at + 2 >= len(lines) or line.length > _LONGEST or _MARKS.search(line.text) or not _heads(text, lines[at + 1]):
        return False
    if is_author_name(line.text) and not (line.text.isupper() or _is_court(line)):
        return False
    return _is_set_apart(line, lines[at + 1]) or _names_subject(line, lines[at + 1])


def _heads(text: str, line: Line) -> bool:
    """Whether the line has the shape of a headline: neither date nor signature nor a sentence with its stop."""
    if not _SHORTEST_HEADLINE <= line.length <= _LONGEST_HEADLINE or line.text.endswith((".", ",", ";")):
        return False
    return read_dateline(text, line) is None and read_byline(text, line.start, line.end) is None


def _is_set_apart(line: Line, below: Line) -> bool:
    """By its capitals, or by what it says: a day of a championship, a trail of sections, a place, a court."""
    letters = sum(map(str.isalpha, line.text))
    is_person = "," in line.text or line.text.endswith(" À")
    if line.text.isupper() and letters > _MOST_WORDS and not is_person:
        # A short line below may be what the headline in capitals goes on with.
        is_whole = below.length >= _SURE_HEADLINE or _TOLD.search(below.text) is not None
        return is_whole and not below.text.isupper()
    is_place = fold(line.text) in _places()
    return is_place or any(form.fullmatch(line.text) for form in (_MATCHDAY, _TRAIL)) or _is_court(line)


def _is_court(line: Line) -> bool:
    return _COURT.fullmatch(line.folded) is not None


def _names_subject(line: Line, below: Line) -> bool:
    """A noun of three words or fewer above a headline that opens with what it is about, or with words in marks."""
    words = line.text.split()
    is_noun = len(words) <= _MOST_WORDS and not any(map(str.isdigit, line.text)) and not _DETERMINER.match(line.folded)
    return is_noun and below.length > 2 * line.length and _TOLD.search(below.text) is not None


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(place) for name in _PLACES for place in load_words(_LANGUAGE, name))
