"""Tell people by what they stand among: behind a plural civility, with the goals of a match, behind a people."""

import re
from collections.abc import Iterable, Mapping

from newsdb.extraction.cast import Gender
from newsdb.extraction.naming.naming_words import NamingWords, match_phrase
from newsdb.extraction.naming.neighbours import Neighbours
from newsdb.extraction.naming.sightings import Sighting

_CIVILITIES: Mapping[str, Gender | None] = {
    "mm.": "m", "mm": "m", "messieurs": "m", "mmes": "f", "mesdames": "f", "mlles": "f", "drs": None, "mes": None,
}  # fmt: skip
_FULL_WORDS = 2
# No word of a name in capitals is shorter.
_ACRONYM = 4
_MINUTE = re.compile(r"\d{1,3}(?:e|eme|er|ere)")
_NUMBER = re.compile(r"\d{1,3}")
_PRIMES = frozenset(["'", "’", "′"])
_EQUALISE = frozenset(["egalise", "egalisait", "egalisera"])
_BEFORE_VERBS = frozenset(["a", "avait", "n'", "ne"])
_NEAR_GOAL = 5
_THE = frozenset(["le", "la", "l'", "du", "au"])
_TOWARDS = frozenset(["à", "dans", "vers", "depuis", "en", "chez"])
_ARTICLES = _THE | {"les", "des", "aux", "un", "une", "de", "d'"}


def addressed_together(runs: Iterable[Sighting]) -> dict[int, Gender | None]:
    """The runs behind a plural civility, by identity: "MM. Alami et Bennis", "Mmes Alami, Bennis et Karam"."""
    told: dict[int, Gender | None] = {}
    gender: Gender | None = None
    reach = (-1, -1)
    for run in runs:
        line, before = run.line, run.line.fold_at(run.first - 1)
        if before in _CIVILITIES and line.words[run.first - 1][0].isupper() and not _is_possessive(run):
            gender = _CIVILITIES[before]
        elif before not in ("et", ",") or reach != (line.number, run.first - 1):
            continue
        told[id(run)] = gender
        reach = (-1, -1) if before == "et" else (line.number, run.last)
    return told


def is_listed_with(run: Sighting, people: Neighbours) -> bool:
    """Whether "et" or, in a list that ends so, a comma is all that stands between the run and a person."""
    line = run.line
    before, behind = line.fold_at(run.first - 1), line.fold_at(run.last)
    if before == "et" or (before == "," and behind == "et"):
        return people.end_at(line, run.first - 1)
    if before in _THE | _TOWARDS or (behind == "," and before in ("de", "d'")):
        # "à Tazarka, Karim T. …"
        return False
    return behind in ("et", ",") and people.begin_at(line, run.last + 1)


def _is_possessive(run: Sighting) -> bool:
    """ "les Mes Alami et Bennis" are lawyers; where the word opens a sentence it may be "mes"."""
    line, before = run.line, run.first - 1
    is_several = line.fold_at(run.last) in ("et", ",") and line.capital_at(run.last + 1)
    return line.fold_at(before) == "mes" and (line.opens_sentence(before) or not is_several)


def has_minute(run: Sighting, known: NamingWords) -> bool:
    """Whether a minute of the match stands in brackets behind the name, in a list of goals or cards."""
    line, number = run.line, run.last + 1
    if line.fold_at(run.last) != "(" or not line.fold_at(number)[:1].isdigit():
        return False
    is_minute = _MINUTE.fullmatch(line.folds[number]) or (
        _NUMBER.fullmatch(line.folds[number]) and line.fold_at(number + 1) in _PRIMES
    )
    listed = known.contexts["listed"]
    return bool(is_minute) and any(
        line.folds[i] in listed and line.fold_at(i + 1) in (":", "de", "pour") for i in range(run.first)
    )


def scores(run: Sighting, known: NamingWords) -> bool:
    """Whether the words behind the name say what players do with a goal; clubs have their article or their place."""
    line, verb = run.line, run.last
    if run.is_acronym or len(run.words) > _FULL_WORDS or line.fold_at(run.first - 1) in _ARTICLES:
        return False
    verb += line.fold_at(verb) in _BEFORE_VERBS
    if line.fold_at(verb) in _EQUALISE:
        return True
    near = line.folds[verb + 1 : verb + _NEAR_GOAL]
    return line.fold_at(verb) in known.contexts["score"] and not known.contexts["goal"].isdisjoint(near)


def is_of_nation(run: Sighting, known: NamingWords) -> bool:
    """ "le Sénégalais X Y": a people's name with its capital; of firms newsrooms write "le sénégalais X"."""
    line, nation = run.line, run.first - 1
    if len(run.words) < _FULL_WORDS or not line.capital_at(nation) or line.fold_at(nation) not in known.nationalities:
        return False
    if line.fold_at(nation - 1) not in _THE or line.opens_sentence(nation):
        return False
    is_name = not any((word.isupper() and len(word) < _ACRONYM) or word[0].isdigit() for word in run.words)
    return is_name and match_phrase(known.organisations, run.folds, 0) is None
