"""Read the places and things that a noun opens ("rue X", "plan Y"), and the councils and clubs that go by a place."""

import re
from dataclasses import replace

from newsdb.extraction.bodies.body_naming import TERRITORIES
from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, match_phrase
from newsdb.extraction.naming.sightings import Nature, Sighting, is_acronym
from newsdb.extraction.text.words import Line

_OF = frozenset(["de", "du", "d'", "des"])
_ARTICLES = frozenset(["le", "la", "les", "l'"])
_WHERE = frozenset(["à", "au", "dans", "en", "vers", "sur"])
_DETERMINERS = frozenset(["le", "la", "l'", "du", "au", "les", "des", "aux", "un", "une", "ce", "cette"])
_DEMONYM = re.compile(r"\w+(?:ais|ois|ien|een|in|ain)")
_HAVE = frozenset(["a", "avait", "aurait", "aura"])
_BEFORE = frozenset(["et", ","])
_LEAGUES = frozenset(["ligue", "botola", "division", "championnat"])
_WITH_COUNCILS = frozenset(["commune", "arrondissement"])
_LONGEST_OFFICE = 7
_OPENING = frozenset('«“"')
# Nouns of places that clubs took for a name.
_CLUB_NOUNS = frozenset(["stade"])
_DEMONYM_WORDS = 2


class PlaceReader:
    """Reads a line from the noun of a place or a thing on."""

    def __init__(self, known: NamingWords, grammar: Grammar) -> None:
        self.known = known
        self.grammar = grammar

    def ruled(self, line: Line, index: int) -> Sighting | None:
        """ "gouverneur de la préfecture de Salé": a territory behind who rules it, and no body."""
        if line.folds[index] not in TERRITORIES or line.fold_at(index - 2) != "de":
            return None
        begun = self.known.role_nouns.get(line.fold_at(index - 3))
        is_ruled = begun is not None and any("territorial" in noun.traits for noun in begun.entries.values())
        return self.complemented(line, index, "place") if is_ruled else None

    def complemented(self, line: Line, index: int, nature: Nature) -> Sighting | None:
        """A place or thing with the proper name it governs: "rue Reine Zineb Slimane", "plan Maroc Bleu"."""
        if nature == "place" and self._is_firm(line, index):
            return None
        start = self.grammar.after_adjectives(line, index + 1)
        if line.fold_at(start) in _OPENING and line.capital_at(start + 1):
            return None
        has_capital = line.capitals[index] and not line.opens_sentence(index)
        if nature == "place" or has_capital:
            start = self.grammar.after_preposition(line, start)
        if not line.capitals[index] and line.fold_at(index + 1) in ("de", "d'") and self.grammar.is_person(line, start):
            # "à la place de Karim T.", "la maison de Karim T."
            return None
        if line.fold_at(index - 1) in ("de", "d'") and self.grammar.is_person(line, index + 1):
            # "le chef de projet Karim T.", "la chargée de mission Amal R."
            return None
        if not line.capital_at(start) or line.folds[start].endswith("'"):
            if nature == "thing" and has_capital:
                after = self.grammar.after_adjectives(line, index + 1)
                return Sighting(line, index, self.grammar.after_complements(line, after), nature)
            return None
        if match_phrase(self.known.organisation_heads, line.folds, start):
            return None
        if nature == "place" and is_acronym(line.words[start]) and line.folds[index] in self.known.governed:
            # "secrétaire de wilaya de l'UGTX"
            return None
        end = self.grammar.after_run(line, start) if nature == "place" else self.grammar.after_name(line, start)
        while line.fold_at(end) in _OF and line.capital_at(end + 1) and not self.grammar.is_person(line, end + 1):
            # "le roman X de Karim T.": the author is no part of the title.
            place = match_phrase(self.known.places, line.folds, end + 1)
            end = place[0] if place else self.grammar.after_name(line, end + 1)
        return Sighting(line, index, end, nature)

    def government(self, place: Sighting) -> Sighting | None:
        """The council or club that goes by its place: "la Région Occitanie", "le Gouvernorat de Sfax", "le Stade X"."""
        line, before = place.line, place.first - 1
        if place.folds[0] in _CLUB_NOUNS and self._is_club(place):
            return replace(place, nature="body", kind="club", head=place.folds[0])
        if place.folds[0] not in self.known.governed:
            return None
        name = self.grammar.after_preposition(line, place.first + 1)
        if not line.capitals[place.first]:
            is_told = self._is_place(line, name) or line.fold_at(name) in self.known.place_openers
            is_council = is_told and line.capital_at(name) and self._decides(place)
            is_council = is_council or (line.capital_at(name) and self._is_staffed(place))
            return replace(place, nature="body", kind="government", head=place.folds[0]) if is_council else None
        before -= line.fold_at(before) in _ARTICLES
        is_where = line.fold_at(before) in _WHERE and not self._has_office(line, before)
        if line.opens_sentence(place.first) or is_where or not self._is_place(line, name):
            return None
        return replace(place, nature="body", kind="government", head=place.folds[0])

    def league(self, line: Line, index: int) -> Sighting | None:
        """A championship with the firm whose name it bears: "Ligue 1 Mobilis", "Botola Pro Inwi"."""
        if line.folds[index] not in _LEAGUES or not line.capitals[index]:
            return None
        end = index + 1 + (line.fold_at(index + 1).isdigit() or line.fold_at(index + 1) == "pro")
        sponsor = match_phrase(self.known.organisations, line.folds, end) if line.capital_at(end) else None
        return Sighting(line, index, sponsor[0], "thing") if sponsor and sponsor[1].kind == "company" else None

    def _decides(self, place: Sighting) -> bool:
        """ "La commune de Safi a confié le chantier à X", "et la commune finance": what only its council can do."""
        line, verb = place.line, place.last
        article = place.first - 1
        if line.fold_at(article) == "la" and line.follows_source_word(article):
            return True
        if line.fold_at(article) != "la" or not (line.opens_sentence(article) or line.fold_at(article - 1) in _BEFORE):
            return False
        if line.fold_at(verb) == "n'" and line.fold_at(verb + 1) in _HAVE:
            # "n'a pas souhaité répondre"
            return line.fold_at(verb + 3) in self.known.contexts["decided"]
        if line.fold_at(verb) in _HAVE:
            return line.fold_at(verb + 1) in self.known.contexts["decided"]
        folded, contexts = line.fold_at(verb), self.known.contexts
        is_told = folded in self.known.reporting_verbs and folded not in contexts["counts"]
        return is_told or folded in contexts["decides"]

    def _is_staffed(self, place: Sighting) -> bool:
        """ "à la tête de la commune de X", "les services de la commune de X": what councils have, and no place has."""
        line, article = place.line, place.first - 1
        has_council = place.folds[0] in _WITH_COUNCILS and line.fold_at(article) in ("la", "l'")
        if not has_council or line.fold_at(article - 1) != "de":
            return False
        noun = line.fold_at(article - 2)
        match = match_phrase(self.known.role_nouns, line.folds, article - 2) if noun in self.known.role_nouns else None
        return noun in self.known.contexts["staff"] or (match is not None and match[1].category == "office")

    def _has_office(self, line: Line, preposition: int) -> bool:
        """ "cheffe du service de l'eau à la Commune de Safi": an office is held at a body."""
        nouns = line.folds[max(0, preposition - _LONGEST_OFFICE) : preposition]
        return line.fold_at(preposition) in ("à", "au") and not self.known.role_nouns.keys().isdisjoint(nouns)

    def _is_firm(self, line: Line, index: int) -> bool:
        """ "chez Rempart Finance", "au micro de Port FM": without article, and with what firms and stations have."""
        if not (line.capitals[index] and line.capital_at(index + 1)) or line.fold_at(index - 1) in _DETERMINERS:
            return False
        if line.fold_at(index - 1) in self.known.body_contexts:
            return True
        kind = self.known.organisation_words.get(line.folds[index + 1])
        return kind in ("company", "bank", "media") or is_acronym(line.words[index + 1])

    def _is_club(self, place: Sighting) -> bool:
        """ "le Stade Nabeulien": who lives in the town, with a capital; "les joueurs du Stade Vert de Safi"."""
        line, names = place.line, self.known.names
        if line.capitals[place.first] and line.fold_at(place.first - 1) in ("du", "au"):
            word = {"du": "de", "au": "à"}[line.fold_at(place.first - 1)]
            if f"{line.fold_at(place.first - 2)} {word}" in self.known.body_contexts:
                return True
        if len(place.words) != _DEMONYM_WORDS:
            return False
        is_demonym = bool(_DEMONYM.fullmatch(place.folds[1]))
        return is_demonym and not (names.is_given(place.folds[1]) or names.is_surname(place.folds[1]))

    def _is_place(self, line: Line, index: int) -> bool:
        return match_phrase(self.known.places, line.folds, index) is not None
