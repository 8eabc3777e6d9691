"""Tell what governs the words of a text: what is a complement, an object, a time; nounphrases reads who is named."""

import re
from bisect import bisect_left

from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.tokens import Tokens

PHRASE_STOPS = frozenset('.,;:!?…«»“”"()\n–—[]+')
_STOPS_BUT_ONE = PHRASE_STOPS - {"."}
# By far the most frequent gaps, in which nothing can stop.
_PLAIN_GAPS = frozenset({" ", "'", "’", "-", "\u00a0", ""})


_INFINITIVE = re.compile(r"[^\W\d_]{2,}(?:er|ir|re|oir)$")
# Endings of infinitives and participles, which no subject and no "ne" makes finite.
_NOT_FINITE = ("er", "ir", "re", "ant")


class WordGovernment:
    """What stands before the words of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, index: CastIndex) -> None:
        self.tokens = tokens
        self.index = index
        self.nouns = lexicon.nouns
        self.words = lexicon.words
        self.finite = lexicon.finite
        self.is_finite = lexicon.is_finite
        self.verbs = lexicon.verbs
        self.places = lexicon.places
        self.synonyms = lexicon.synonyms
        self.equivalents = lexicon.equivalents
        self.leading = lexicon.leading
        self.prepositions = self.words["preposition"]
        self.relatives = self.words["relative"]
        self.courtesies = self.words["courtesy"]
        self.singular_determiners = self.words["singular_determiner"]
        self.plural_determiners = self.words["plural_determiner"]
        self.pointing = self.words["pointing_pronoun"]
        self.named_at = {named.start: named for named in reversed(index.named)}
        self.finite_places: list[int] = []
        self.read_to = 0

    def is_time(self, index: int) -> bool:
        """Whether word `index`, after a determiner, tells a time (la semaine, le 12, l'autre jour)."""
        words = self.tokens.words
        if index < len(words) and words[index] in self.words["time_opening"]:
            index += 1
        return index >= len(words) or words[index] in self.words["time"] or words[index][0].isdigit()

    def is_complement_at(self, offset: int) -> bool:
        """Whether what starts at `offset` is governed by a preposition, so that it is no subject."""
        return self.is_complement(self.tokens.first_from(offset))

    def is_complement(self, index: int) -> bool:
        """Whether a preposition, perhaps with a title after it, stands right before word `index`."""
        words = self.tokens.words
        if index >= len(words):
            # A name of digits and marks alone may stand after the last word.
            return False
        if "(" in self.tokens.gap(index) or words[index] in self.words["contraction"]:
            return True
        place = index - 1
        if words[index] == "des" and index and not self.breaks(index):
            # "propriétaire des voies": after a noun it holds a preposition, after a verb it is an article.
            return words[place] not in self.finite and not words[place].endswith(("é", "i", "u"))
        while place >= 0 and words[place] in self.courtesies and not self.breaks(place + 1, allow_stop=True):
            place -= 1
        if place >= 0 and words[place] in self.singular_determiners and self.tokens.starts[index] in self.named_at:
            if words[place] == "une" and words[place - 1] in self.words["front_page"]:
                # "s'interroge en une X", "titre à la une X"
                return False
            place -= 1
        return place >= 0 and words[place] in self.prepositions and not self.breaks(place + 1)

    def is_owner_at(self, offset: int) -> bool:
        """Whether what starts at `offset` belongs to the noun before (le président de X)."""
        first = self.tokens.first_from(offset)
        while first > 0 and self.tokens.words[first - 1] in self.singular_determiners and not self.breaks(first):
            first -= 1
        return first > 0 and not self.breaks(first) and self.tokens.words[first - 1] in self.words["of"]

    def _is_titled_owner(self, index: int, place: int) -> bool:
        """ "La campagne du candidat X": word `place` opens the name of the owner, behind a title with "du"."""
        noun = self.nouns.get(self.tokens.words[place - 1]) if place - 2 > index else None
        is_title = noun is not None and noun.noun_class == "person" and not self.breaks(place)
        return is_title and self.tokens.words[place - 2] in self.words["contraction"]

    def is_object_at(self, offset: int) -> bool:
        """Whether what starts at `offset` is the object of a verb that reports nothing (a rencontré X)."""
        words = self.tokens.words
        place = self.tokens.first_from(offset)
        if place >= len(words):
            return False
        while place > 0 and not self.breaks(place, allow_stop=True):
            word = words[place - 1]
            if word not in self.courtesies and word not in self.singular_determiners and word not in self.nouns:
                break
            place -= 1
        if place < 2 or self.breaks(place, allow_stop=True):
            return False
        verb = words[place - 1]
        if verb in self.verbs or verb in self.words["auxiliary"]:
            return False
        return verb.endswith(("é", "u", "i", "is", "it")) and words[place - 2] in self.words["auxiliary"]

    def is_infinitive(self, place: int) -> bool:
        """Whether word `place` looks like an infinitive."""
        if place >= len(self.tokens.words) or _INFINITIVE.match(self.tokens.words[place]) is None:
            return False
        word = self.tokens.words[place]
        if word in self.words["infinitive_noun"]:
            # "de reporter le vote", but not "le reporter", "un poste de conseiller"
            before, behind = self.tokens.words[place - 1], self.tokens.words[place + 1 : place + 2]
            determiners = self.singular_determiners | self.plural_determiners
            return before in self.words["infinitive_link"] and not determiners.isdisjoint(behind)
        return word not in self.words["not_infinitive"] and word not in self.nouns

    def breaks(self, index: int, *, allow_stop: bool = False) -> bool:
        """Whether a stop parts word `index` from the one before; `allow_stop` lets the stop of "M." pass."""
        gap = self.tokens.gap(index)
        if gap in _PLAIN_GAPS:
            return False
        return not (_STOPS_BUT_ONE if allow_stop else PHRASE_STOPS).isdisjoint(gap)

    def has_finite(self, start: int, end: int) -> bool:
        """Whether a finite verb seems to stand in [start, end)."""
        first, last = self.tokens.first_from(start), self.tokens.first_from(end)
        # Each word is looked at once, however many clauses it may be part of.
        for place in range(self.read_to, last):
            if self._is_verb(place) and not self._is_noun(place):
                self.finite_places.append(place)
        self.read_to = max(self.read_to, last)
        at = bisect_left(self.finite_places, first)
        return at < len(self.finite_places) and self.finite_places[at] < last

    def _is_verb(self, place: int) -> bool:
        """A finite verb by the list or an ending, or any word between "se", "ne" or "il" and no infinitive."""
        word = self.tokens.words[place]
        if self.tokens.text.startswith("A ", self.tokens.starts[place]):
            # "A son adjoint, les dossiers": the preposition, printed without its accent.
            return False
        if self.is_finite(word):
            return True
        before = self.tokens.words[place - 1] if place else ""
        if before not in self.words["verb_opening"] or self.breaks(place) or word in self.words["clitic"]:
            return False
        return not (word.endswith(_NOT_FINITE) or word in self.words["adverb"] or word in self.words["negation"])

    def _is_noun(self, place: int) -> bool:
        """dans l'est du pays, la marche, du reste: the same letters as a verb"""
        words = self.tokens.words
        is_noun = words[place] in self.words["noun_form"] and words[place - 1 : place] != []
        return self._is_east(place) or (is_noun and words[place - 1] in self.words["noun_opening"])

    def _is_east(self, place: int) -> bool:
        """dans l'est du pays, au nord-est: the same letters as the verb"""
        words = self.tokens.words
        return words[place] == "est" and place > 0 and (words[place - 1] == "l" or self.tokens.is_joined(place))
