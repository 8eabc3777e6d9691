"""Step past for whom a title is held, where no body is named: a client, a side of a match, "une fédération de …"."""

from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, RoleNoun, match_phrase
from newsdb.extraction.text.words import Line

_SIDES = frozenset(["visiteurs", "visiteuses", "locaux", "locales", "visites", "hotes", "receveurs"])


class TitleClients:
    """The steps; each returns `index` where nothing of the kind follows."""

    def __init__(self, known: NamingWords, grammar: Grammar) -> None:
        self.known = known
        self.grammar = grammar

    def after_one_of_many(self, line: Line, noun: RoleNoun, index: int) -> int:
        """Past "d'une fédération de pêcheurs" in an office: a body that is not named is told in the title."""
        start = index + 2
        is_some = line.fold_at(index) == "d'" and line.fold_at(index + 1) in ("un", "une")
        if not is_some or noun.category != "office" or line.capital_at(start) or not self.grammar.is_noun(line, start):
            return index
        return self.grammar.after_complements(line, self.grammar.after_noun_phrase(line, start), begun=True)

    def after_client(self, line: Line, noun: RoleNoun, index: int, start: int) -> int:
        """Past "du joueur" in "l'agent du joueur, Y": for whom somebody of a trade works is no part of the title.

        Nor are "des visiteurs" and "des locaux", the sides of a match.
        """
        if noun.category == "trade" and line.folds[index] == "des" and line.fold_at(start) in _SIDES:
            return start + 1
        if noun.category != "trade" or line.folds[index] == "des" or (start == index + 1 and line.folds[index] != "du"):
            return index
        match = match_phrase(self.known.role_nouns, line.folds, start)
        if match is None or line.capitals[start] or match[1].is_plural or match[1].category not in ("trade", "kin"):
            return index
        return self.grammar.after_adjectives(line, match[0])

    def after_team(self, line: Line, noun: RoleNoun, index: int) -> int:
        """Past "des Casablancais" or "des Aigles de Carthage", where a comma follows."""
        end = index + 1
        if noun.category != "trade" or line.fold_at(index) != "des" or not line.capital_at(end):
            return index
        while line.capital_at(end) or (line.fold_at(end) in ("et", "de", "du") and line.capital_at(end + 1)):
            end += 1
        return end if line.fold_at(end) == "," else index
