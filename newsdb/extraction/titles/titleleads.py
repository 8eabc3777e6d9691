"""Read backwards the words that lead from a subject to its title ("a été nommée", "est aujourd'hui", "comme")."""

from collections.abc import Iterator, Mapping
from functools import cache

from newsdb.extraction.naming.naming_words import Phrase
from newsdb.extraction.text.words import Line, split_phrase
from newsdb.language.pack import load_table

_OPENING = frozenset("«“")
_SINCE = frozenset(["depuis", "en", "entre", "de", "du"])
# "du 3 mars 2018 au 9 mai 2020"
_LONGEST_PERIOD = 10
_CLOSING = frozenset("»”")
_TIMES = frozenset(
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "janvier", "fevrier", "mars",
     "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre", "ete", "automne",
     "hiver", "printemps", "semaine", "mois", "annee", "matin", "soir"]
)  # fmt: skip
# What goes with them: "ce mercredi", "la semaine dernière", "début janvier".
_TIME_WORDS = frozenset(
    ["ce", "cet", "cette", "la", "le", "l'", "en", "au", "dernier", "derniere", "passe", "passee", "debut", "fin",
     "mi-", "depuis", "apres-midi"]
)  # fmt: skip
_WHEN = _TIMES | _TIME_WORDS
_HAS = frozenset(["a", "avait", "aurait", "ayant", "ont", "avaient"])
_DATED = _TIMES | frozenset(["et", "à", "au", "a", "le", "1er"])
_LONGEST_TIME = 4
# "candidate au poste de directrice", "brigue les fonctions de président": who seeks a post does not hold it.
_SEEKING = frozenset(
    ["candidat", "candidate", "candidats", "candidature", "candidatures", "postule", "postuler", "brigue", "briguer",
     "briguait", "pretend", "vise", "convoite", "pressenti", "pressentie", "concurrents"]
)  # fmt: skip
# "par SM le Roi"
_LONGEST_AGENT = 7
# "que Sa Majesté le Roi Mohammed VI, que Dieu L'assiste, a bien voulu"
_LONGEST_RELATIVE = 20
# Behind these the title belongs to somebody else as well: "succède à X au poste de directeur".
_REPLACING = frozenset(["succede", "succedera", "succeder", "remplace", "remplacera", "remplacer", "remplacement"])


class TitleLeads:
    """The leading words of one language."""

    def __init__(self, language: str) -> None:
        self._phrases = _phrases(language)

    def before_adverbs(self, line: Line, index: int) -> int:
        """Before "aujourd'hui" or "par ailleurs" that end at the index."""
        return self._before_all(line, index, "adverb")

    def before_predicate(self, line: Line, index: int) -> int | None:
        """Where the subject ends of the verb that ends at the index: "X est", "X, qui a récemment été nommé"."""
        end = self.before_adverbs(line, self.before_adverbs(line, _before_date(line, index)))
        start = self._before(line, end, "appointed")
        if start is not None and line.fold_at(self.before_adverbs(line, start) - 1) in _HAS:
            # "X, que le conseil a élu président": whoever appoints
            return None
        if start is not None:
            start = self._before_all(line, start, "auxiliary", "adverb")
        else:
            start = self._before(line, end, "copula")
        if start is None:
            return None
        start = self._before_aside(line, self.before_adverbs(line, start))
        if line.fold_at(start - 1) == "qui":
            start -= 1
            return start - (line.fold_at(start - 1) == ",")
        return start

    def before_participle(self, line: Line, index: int) -> int:
        """Before "Élue" that stands right before a title."""
        start = self._before(line, index, "appointed")
        return index if start is None else start

    def before_appointment(self, line: Line, index: int) -> int | None:
        """Where "promue cet été" or "nommé en mars" begins that ends at the index."""
        return self._before(line, before_time(line, index), "appointed")

    def before_lead(self, line: Line, index: int) -> int:
        """Before "également" or "nommée en mars" that end at the index."""
        start = self.before_appointment(line, index)
        return self.before_adverbs(line, index) if start is None else start

    def before_as(self, line: Line, index: int) -> int | None:
        """Where "comme" or "en qualité de" begins that ends at the index."""
        start = self._before(line, index, "as")
        if start is None:
            return None
        before = line.folds[max(0, start - 12) : start]
        # "remplace X, qui assurait les fonctions de directeur"
        clause = before[len(before) - before[::-1].index("qui") :] if "qui" in before else before
        is_sought = not _SEEKING.isdisjoint(line.folds[max(0, start - _LONGEST_TIME) : start])
        return start if _REPLACING.isdisjoint(clause) and not is_sought else None

    def before_relatives(self, line: Line, index: int) -> Iterator[int]:
        """Before each "que" of "X, que le Roi a bien voulu nommer", the nearest first, where the verb ends there."""
        start = self._before(line, index, "appoints")
        for which in range(start - 1, max(0, start - _LONGEST_RELATIVE), -1) if start is not None else ():
            if line.words[which] in ".!?…":
                return
            if line.folds[which] in ("que", "qu'") and line.fold_at(which + 1) != "dieu":
                yield which - (line.fold_at(which - 1) == ",")

    def is_appointer(self, line: Line, first: int) -> bool:
        """Whether whose name begins there has appointed somebody: "nommée par le Roi X, ministre de Y"."""
        agents = (i for i in range(first - 1, max(0, first - _LONGEST_AGENT), -1) if line.folds[i] == "par")
        agent = next(agents, None)
        return agent is not None and self._before(line, self.before_adverbs(line, agent), "appointed") is not None

    def appoints(self, line: Line, index: int) -> bool:
        """Whether a verb of appointment ends at the index: "a élu X président"."""
        return self._before(line, index, "appoints") is not None

    def _before_all(self, line: Line, index: int, *kinds: str) -> int:
        while True:
            found = next((start for kind in kinds if (start := self._before(line, index, kind)) is not None), index)
            found = self._before_aside(line, index) if found == index else found
            if found == index:
                return index
            index = found

    def _before_aside(self, line: Line, index: int) -> int:
        """Before ", quant à lui," or ", pour sa part," that ends at the index."""
        start = self._before(line, index - 1, "aside") if line.fold_at(index - 1) == "," else None
        return start - 1 if start is not None and line.fold_at(start - 1) == "," else index

    def _before(self, line: Line, index: int, kind: str) -> int | None:
        for phrase in self._phrases[kind].get(line.fold_at(index - 1), ()):
            start = index - len(phrase)
            if start >= 0 and line.folds[start:index] == phrase:
                return start
        return None


def is_in_marks(line: Line, index: int) -> bool:
    """Whether quotation marks that the line opens before the word are still open at it."""
    before = line.words[:index]
    return sum(word in _OPENING for word in before) > sum(word in _CLOSING for word in before)


def before_time(line: Line, index: int) -> int:
    """Before "samedi", ", mardi,", "hier soir", "cet été" or "en mars" that end at the index."""
    start = index - (line.fold_at(index - 1) == ",")
    begun = start
    while start > 0 and begun - start < _LONGEST_TIME and line.folds[start - 1] in _WHEN:
        start -= 1
    if _TIMES.isdisjoint(line.folds[start:begun]) or line.folds[start:begun] == ("ete",):
        # "X a été doyen": no summer without its article
        return index
    if line.fold_at(start - 1) == ",":
        return start - 1
    return start if begun == index else index


def _before_date(line: Line, index: int) -> int:
    """Before "depuis mars 2018" or ", entre 2004 et 2010," that ends at the index, or before "samedi"."""
    end = index - (line.fold_at(index - 1) == ",")
    if not line.fold_at(end - 1).isdigit():
        return before_time(line, index)
    for start in range(end - 2, max(-1, end - _LONGEST_PERIOD), -1):
        if line.folds[start] in _SINCE:
            is_aside = line.fold_at(start - 1) == ","
            return start - is_aside if is_aside == (end < index) else index
        if not (line.folds[start].isdigit() or line.folds[start] in _DATED):
            break
    return index


@cache
def _phrases(language: str) -> Mapping[str, Mapping[str, tuple[Phrase, ...]]]:
    """By kind and last word, the phrases, the longest first."""
    rows = [(kind, split_phrase(words)) for kind, words in load_table(language, "title_leads")]
    found: dict[str, dict[str, tuple[Phrase, ...]]] = {}
    for kind, phrase in sorted(rows, key=lambda row: -len(row[1])):
        by_last = found.setdefault(kind, {})
        by_last[phrase[-1]] = (*by_last.get(phrase[-1], ()), phrase)
    return found
