"""Step past what qualifies the head noun of a title: its adjectives and a second noun of the trade."""

from newsdb.extraction.cast import Gender
from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, RoleNoun, match_phrase
from newsdb.extraction.text.words import Line

# These stand before a noun of their own: "secrétaire général et principal négociateur".
_LEADING = frozenset(["principal", "principale", "premier", "premiere"])
_DETERMINERS = frozenset(
    [
        "le",
        "la",
        "l'",
        "les",
        "un",
        "une",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "que",
        "qu'",
        "des",
        "du",
        "ce",
        "cet",
        "cette",
        "ces",
        "mon",
        "ma",
        "mes",
        "notre",
        "nos",
        "votre",
        "vos",
    ]
)


class TitleAdjectives:
    """The steps; each returns where it began if nothing of the kind follows."""

    def __init__(self, known: NamingWords, grammar: Grammar) -> None:
        self.known = known
        self.grammar = grammar

    def after(self, line: Line, noun: RoleNoun, index: int) -> tuple[int, int]:
        """Past "générale adjointe", "technique et financière"; a town's is kept only where more follows."""
        # "directeur technique" is one noun, with an adjective of its own.
        start = index - (len(noun.lemma.split()) > 1)
        last, after = self._after_row(line, index, start)
        if last == after and (second := self._after_second_noun(line, noun, after)) > after:
            return self._after_row(line, second, second)
        return last, after

    def is_of_land(self, line: Line, index: int) -> bool:
        """Whether the word tells where somebody is from: "tunisien", "breton", "franco-algérienne"."""
        last = line.fold_at(index).rpartition("-")[2]
        return last in self.known.nationalities and not line.capital_at(index)

    def _is_of_state(self, line: Line, index: int) -> bool:
        """ "le technicien serbe", but "le coach sfaxien": the town stands for the team."""
        return line.folds[index].rpartition("-")[2] in self.known.lands

    def _after_row(self, line: Line, index: int, start: int) -> tuple[int, int]:
        last = index
        while index < len(line):
            if line.folds[index] in self.known.role_adjectives and not self.is_of_land(line, index):
                index += 1
                last = index
            elif self.is_of_land(line, index):
                index += 1
                last = index if self._is_of_state(line, index - 1) else last
            elif self.grammar.is_adjective(line, index) and not line.capitals[index]:
                index += 1
                last = index
            elif start < last == index and self._is_coordinated(line, index):
                index += 2
                last = index
            else:
                break
        return last, index

    def _is_coordinated(self, line: Line, index: int) -> bool:
        """Whether "et financière" or ", juridique et financière" goes on with the adjectives of one post."""
        joint = line.folds[index]
        if joint == ",":
            return self._may_follow(line, index + 1) and line.fold_at(index + 2) in (",", "et")
        return joint == "et" and self._may_follow(line, index + 1)

    def _may_follow(self, line: Line, index: int) -> bool:
        folded = line.fold_at(index)
        if folded not in self.known.role_adjectives or folded in self.known.role_nouns or folded in _LEADING:
            return False
        return not line.capital_at(index) and not self.is_of_land(line, index)

    def _after_second_noun(self, line: Line, noun: RoleNoun, index: int) -> int:
        """Past "urgentiste" in "médecin urgentiste": a trade that a second noun of the same people tells nearer."""
        folded = line.fold_at(index)
        if noun.category != "trade" or line.capital_at(index) or folded in self.known.reporting_verbs:
            return index
        match = match_phrase(self.known.role_nouns, line.folds, index) if folded in self.known.role_nouns else None
        if match is None or match[1].category != "trade" or match[1].is_plural != noun.is_plural:
            return index
        # "Le médecin guide les patients": a verb.
        is_verb = line.fold_at(match[0]) in _DETERMINERS
        return index if is_verb or not _agree(noun.gender, match[1].gender) else match[0]


def _agree(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one == other
