"""Read the bodies that the lists know by name, with the land or the house behind; other names are the scanner's."""

import re
from dataclasses import replace
from itertools import chain

from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import KnownOrganisation, NamingWords, PhraseIndex, match_phrase
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.text.words import Line
from newsdb.language.names import fold

_INDEFINITE = frozenset(["un", "une", "chaque", "plusieurs", "des", "quelques", "certaines", "certains", "deux"])
_CONTRACTIONS = {"au": "le", "du": "le", "aux": "les", "des": "les"}
_BYWORD_OPENINGS = frozenset(["le", "la", "un", "une", "du", "au"])
_ARTICLES = frozenset(["le", "la", "les", "l'"])
_OPENING = frozenset('«“"')
_GOING_ON = frozenset(["de", "du", "des", "d'", "et", "qui", "où", "selon", "sans"])
# What stands behind the maker's name in that of a product, and is no year: "737", "A320", "208".
_MODEL = re.compile(r"(?!(?:19|20)\d\d$)(?:[A-Z]{0,2}\d{1,4}[A-Z]{0,2})")


class KnownBodies:
    """The listed bodies of a language and the outlets of one article."""

    def __init__(self, known: NamingWords, grammar: Grammar, outlets: PhraseIndex[KnownOrganisation]) -> None:
        self.known = known
        self.grammar = grammar
        self.outlets = outlets

    def read(self, line: Line, index: int) -> Sighting | None:
        """The body that the list knows and that is named at the index."""
        match = match_phrase(self.outlets, line.folds, index) or match_phrase(
            self.known.organisations, line.folds, index
        )
        if match is None:
            return self._contracted(line, index)
        end, entry = match
        if end == index + 1 and entry.kind == "company" and self._is_byword(line, index):
            return None
        if end == index + 1 and not self._stands_for_itself(line, index, entry):
            return None
        if line.folds[index] in _ARTICLES and (not line.capital_at(index + 1) or self._opens_title(line, index, end)):
            return None
        return self._branch(Sighting(line, index, end, "body", entry.kind, None, entry))

    def _branch(self, body: Sighting) -> Sighting:
        """With the land or town behind: "Lafarge Algérie", and of clubs of one name "Wydad de Fès"."""
        line, start = body.line, body.last
        if body.kind == "club" and body.last == body.first + 1:
            start = self.grammar.after_preposition(line, start)
        elif body.kind == "media" and body.folds[0] in _ARTICLES:
            # "La Dépêche de Safi" beside the well-known La Dépêche.
            start = self.grammar.after_preposition(line, start)
            if start == body.last:
                return body
        elif body.folds[0] in _ARTICLES and line.fold_at(start) in self.known.nationalities:
            # "La Poste tunisienne"
            return replace(body, last=start + 1, known=None)
        elif body.kind not in ("company", "bank", "association", "university"):
            return body
        elif (end := self._after_branch(body)) > start:
            return replace(body, last=end, known=None)
        land = match_phrase(self.known.places, line.folds, start) if line.capital_at(start) else None
        return body if land is None else replace(body, last=land[0], known=None)

    def _after_branch(self, body: Sighting) -> int:
        """Past "Asset Management" in "BNP Paribas Asset Management": a house of a firm of several words."""
        line, end = body.line, body.last
        is_firm = body.kind in ("company", "bank") and end > body.first + 1
        while is_firm and line.capital_at(end) and line.words[end].isalpha() and self._may_go_on(line, end):
            names, folded = self.known.names, line.folds[end]
            is_other = names.is_given(folded) or folded in self.known.civilities or self._is_place(line, end)
            if is_other or self.grammar.is_person(line, end) or folded in self.known.organisation_heads:
                break
            end += 1
        return end

    def _contracted(self, line: Line, index: int) -> Sighting | None:
        """A media's name whose article has run together with the word before: "au Monde", "du Figaro"."""
        article = _CONTRACTIONS.get(line.fold_at(index - 1))
        if article is None or line.capital_at(index - 2):
            return None
        named = [known[article].entries for known in (self.outlets, self.known.organisations) if article in known]
        for words, entry in chain.from_iterable(entries.items() for entries in named):
            end = index + len(words) - 1
            if entry.kind == "media" and line.folds[index:end] == words[1:] and not line.capital_at(end):
                return Sighting(line, index, end, "body", entry.kind, None, entry)
        return None

    def _stands_for_itself(self, line: Line, index: int, entry: KnownOrganisation) -> bool:
        """Whether a one-word name is no part of a longer one or of a product's, and no common word with a capital."""
        word = line.words[index]
        if len(word) < 5 and not word.isupper() and word not in entry.short_forms:
            return self._is_acronym_with_article(line, index, entry)
        if self.known.names.is_given(word) and not word.isupper() and line.fold_at(index + 1) == ",":
            # "de Samir, étudiant"
            return False
        if _MODEL.fullmatch(line.words[index + 1] if index + 1 < len(line) else ""):
            return False
        goes_on = line.capital_at(index + 1) and not self._is_place(line, index + 1)
        if goes_on or (line.fold_at(index - 1) in _INDEFINITE and not word.isupper()):
            return False
        return not (line.folds[index] in self.known.stop_capitals and line.opens_sentence(index))

    def _is_acronym_with_article(self, line: Line, index: int, entry: KnownOrganisation) -> bool:
        """ "l'Ugtt", "à la Cnss": some newsrooms print acronyms like names."""
        is_acronym = (
            entry.acronym is not None and fold(entry.acronym) == line.folds[index] and len(line.words[index]) > 2
        )
        is_told = line.fold_at(index - 1) in _ARTICLES | {"du", "au"} and not line.capitals[index - 1]
        is_common = line.folds[index] in self.known.name_enders or line.folds[index] in self.known.stop_capitals
        return is_acronym and is_told and not is_common and not line.capital_at(index + 1)

    def _opens_title(self, line: Line, index: int, end: int) -> bool:
        """ "« Le Monde des semences »": a title in marks that goes on behind the name of a paper."""
        return line.fold_at(index - 1) in _OPENING and line.fold_at(end) in _GOING_ON

    def _may_go_on(self, line: Line, index: int) -> bool:
        folded = line.folds[index]
        is_common = folded in self.known.stop_capitals or folded in self.known.reporting_verbs
        return not (is_common or folded in self.known.role_nouns or folded in self.known.nationalities)

    def _is_byword(self, line: Line, index: int) -> bool:
        """ "le Google de la santé", "la Netflix africaine": a well-known name for something like it."""
        if line.fold_at(index - 1) not in _BYWORD_OPENINGS:
            return False
        after = index + 1
        if self.grammar.is_adjective(line, after) and not line.capital_at(after):
            return True
        behind = after + 1 + (line.fold_at(after + 1) in ("la", "l'"))
        is_of = line.fold_at(after) in ("de", "du", "des")
        return is_of and not line.capital_at(behind) and not line.words[index].isupper()

    def _is_place(self, line: Line, index: int) -> bool:
        return match_phrase(self.known.places, line.folds, index) is not None
