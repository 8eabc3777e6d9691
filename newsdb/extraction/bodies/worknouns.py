"""Tell where the words before quotation marks show that the marks hold the title of a work or of a programme."""

from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords
from newsdb.extraction.text.words import Line

_OF = frozenset(["de", "d'", "du"])
# "un recueil intitulé « X »", "l'autrice de « Y »", "la projection de « Z »"
_ENTITLED = frozenset(["intitule", "intitulee", "intitules", "intitulees", "titre", "titree", "baptise", "baptisee"])
_MADE = frozenset(
    ["auteur", "auteure", "autrice", "coauteur", "realisateur", "realisatrice", "scenariste", "interprete",
     "traducteur", "traductrice", "heros", "heroine", "lecture", "projection", "parution", "sortie", "extrait"]
)  # fmt: skip


class WorkNouns:
    """The nouns of one language that stand before a title."""

    def __init__(self, known: NamingWords, grammar: Grammar) -> None:
        self.known = known
        self.grammar = grammar

    def stands_before(self, line: Line, mark: int) -> bool:
        """Whether such words end at the opening mark: "son film « … »", "autrice de « … »"."""
        noun = mark - 1
        if line.fold_at(noun) in _OF and line.fold_at(noun - 1) in _MADE:
            return True
        noun -= line.fold_at(noun) in _ENTITLED
        # "le film tunisien « … »"
        is_described = not line.capital_at(noun) and self.grammar.is_adjective(line, noun)
        return self._is_noun(line, noun) or (is_described and self._is_noun(line, noun - 1))

    def _is_noun(self, line: Line, index: int) -> bool:
        is_noun = line.fold_at(index) in self.known.thing_heads and not line.capital_at(index)
        return is_noun and not is_headline_verb(line, index)


def is_headline_verb(line: Line, index: int) -> bool:
    """ "« … », titre Le Courrier": what a newspaper does, and no title of something."""
    return line.folds[index] == "titre" and line.fold_at(index - 1) in (",", "»")
