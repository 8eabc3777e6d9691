"""Tell a noun that may open a title from the same word as a verb, a participle or a part of a body's name."""

from collections.abc import Mapping

from newsdb.extraction.cast import Gender
from newsdb.extraction.naming.naming_words import NamingWords
from newsdb.extraction.text.words import Line
from newsdb.extraction.titles.titlesteps import OF

ARTICLES: Mapping[str, Gender | None] = {
    "le": "m", "la": "f", "l'": None, "ce": "m", "cet": "m", "cette": "f", "notre": None, "votre": None,
    "les": None, "ces": None,
    "son": None, "sa": None, "leur": None, "mon": None, "ma": None, "du": "m", "au": "m", "aux": None, "des": None,
}  # fmt: skip
INDEFINITE: Mapping[str, Gender | None] = {"un": "m", "une": "f"}
_OBJECTS = frozenset(["le", "la", "l'", "les", "un", "une", "son", "sa", "ses", "leur", "leurs", "ce", "cette", "plus"])
# "Le colonel X, commandant la place d'armes": a participle by which the army gives a title.
_COMMANDING = "commandant"


class TitleNouns:
    """Judges one noun of a line by what stands beside it."""

    def __init__(self, known: NamingWords) -> None:
        self.known = known

    def is_verb(self, line: Line, index: int) -> bool:
        """ ", juge X": the noun is a verb where nothing determines it."""
        before = line.fold_at(index - 1)
        if self._is_present_participle(line, index):
            return True
        if line.folds[index] not in self.known.reporting_verbs or line.capitals[index]:
            return False
        if before == "," and line.fold_at(index + 1) in ("de", "d'") and not line.capital_at(index + 2):
            # "Mabrouka, marchande de dattes"
            return False
        return before not in ARTICLES and before not in INDEFINITE and before not in self.known.role_prefixes

    def _is_present_participle(self, line: Line, index: int) -> bool:
        """ "X, représentant le ministre", "dirigeant une usine": what is told with its object is no title."""
        if not line.folds[index].endswith("ant") or line.folds[index] == _COMMANDING:
            return False
        before, behind = line.fold_at(index - 1), index + 1 + (line.fold_at(index + 1) in ("egalement", "aussi"))
        is_noun = before in ARTICLES or before in INDEFINITE or before in self.known.role_prefixes
        # "X, avocat à Safi et représentant Y"
        is_name = behind < len(line) and line.capitals[behind] and not line.words[behind].isupper()
        return not is_noun and (line.fold_at(behind) in _OBJECTS or (is_name and not line.capitals[index]))

    def tells_a_body(self, line: Line, index: int) -> bool:
        """ "le groupe hôtelier X", "la société forestière Y": an adjective of the body's noun."""
        before = line.fold_at(index - 1)
        is_body = before in self.known.organisation_heads and before not in self.known.role_nouns
        return is_body and before not in ARTICLES and not line.capitals[index] and not line.capitals[index - 1]

    def is_participle(self, line: Line, index: int) -> bool:
        """ ", élu en juin", "élue présidente": nothing determines the word, and no place or house follows."""
        before, behind = line.fold_at(index - 1), line.fold_at(index + 1)
        is_noun = before in ARTICLES or before in INDEFINITE or before in self.known.role_prefixes
        return not is_noun and behind not in OF and behind not in self.known.role_adjectives
