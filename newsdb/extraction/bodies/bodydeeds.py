"""Tell by the verb behind it whether a capitalised name acts as organisations do; body_evidence weighs all evidence."""

import re
from collections.abc import Set

from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords
from newsdb.extraction.naming.sightings import Sighting

_AUXILIARIES = frozenset(
    ["a", "ont", "avait", "avaient", "est", "sont", "etait", "etaient", "aurait", "auraient", "aura", "sera", "serait",
     "va", "vont", "doit", "doivent", "peut", "peuvent", "veut", "veulent", "se", "s'", "ne", "n'"]
)  # fmt: skip
_HAVE = frozenset(["a", "ont", "avait", "avaient", "aurait", "aura"])
# What stands behind these is no subject: "la visite de X est attendue".
_PREPOSITIONS = frozenset(
    ["de", "d'", "du", "des", "à", "au", "aux", "avec", "pour", "par", "sur", "sous", "contre", "entre", "en", "dans"]
)
_THE = frozenset(["la", "le", "l'"])
# The endings of verbs in the third person.
# How common words end that open a sentence without an article: plurals, adverbs, infinitives.
_INFLECTED = ("s", "x", "ment", "ant", "er", "ir", "oir")
_FINITE = re.compile(r"\w{2,}(?:e|ent|[aeioudt]ra|ront|ait|aient|it|ut|end|ond|ert|ort|met)")
_DEMONYM = re.compile(r"\w+(?:ais|aises?|ois|oises?|iens?|iennes?|eens?|eennes?|istes?|ssies?)")
_PARTICIPLE = re.compile(r"\w+(?:és?|ées?)")


class Deeds:
    """Asks the runs of one article, which prints the `common` words in small letters."""

    def __init__(self, known: NamingWords, common: Set[str]) -> None:
        self.known = known
        self.grammar = Grammar(known)
        self._common = common

    def acts(self, run: Sighting) -> bool:
        """The subject of a verb, where neither a person nor a place is as likely."""
        line = run.line
        if line.follows_source_word(run.first):
            return len(run.words) > 1 or not self.known.names.is_surname(run.folds[0])
        if run.folds[0] in self.known.place_openers or line.fold_at(run.first - 1) in ("les", "ces"):
            return False
        has_article = line.fold_at(run.first - 1) in _THE
        if has_article and _DEMONYM.fullmatch(run.folds[-1]):
            return False
        if line.fold_at(run.first - (2 if has_article else 1)) in _PREPOSITIONS:
            return False
        if has_article:
            return self.is_subject(run)
        return (len(run.words) > 1 or self._is_outlandish(run)) and self._does_business(run)

    def _does_business(self, run: Sighting) -> bool:
        """The subject of a verb that companies have rather than people or towns: "X emploie", "X a lancé"."""
        line, index = run.line, run.last
        if line.fold_at(index) in _HAVE:
            index += 1
        elif index < len(line) and _PARTICIPLE.fullmatch(line.words[index]):
            return False
        return self._is_verb(line.fold_at(index)) and not line.capitals[index]

    def _is_outlandish(self, run: Sighting) -> bool:
        """Whether one word is neither a name of people nor, where it opens a sentence, a common word."""
        folded, names = run.folds[0], self.known.names
        if names.is_given(folded) or names.is_surname(folded):
            return False
        if not run.line.opens_sentence(run.first):
            return True
        is_inflected = "-" in folded or folded.endswith(_INFLECTED) or bool(_PARTICIPLE.fullmatch(run.words[0]))
        return len(folded) > 3 and folded not in self._common and not is_inflected

    def is_subject(self, run: Sighting) -> bool:
        """Whether a verb in the third person stands right behind."""
        line, index = run.line, run.last
        if index >= len(line) or line.capitals[index]:
            return False
        folded = line.folds[index]
        if folded in _AUXILIARIES:
            return True
        if _PARTICIPLE.fullmatch(line.words[index]):
            return False
        if self._is_verb(folded):
            return True
        if folded in self.known.name_enders or self.grammar.is_adjective(line, index):
            return False
        return bool(_FINITE.fullmatch(folded))

    def _is_verb(self, folded: str) -> bool:
        return folded in self.known.naming_verbs or folded in self.known.reporting_verbs
