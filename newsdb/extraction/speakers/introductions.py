"""Remember the words that introduced somebody without a name, so that later mentions are told by them."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from newsdb.extraction.phrases.nounphrases import SOMEBODY, Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.speakers.sentenceplaces import SentencePlaces

# "La dame" is "une dame" of so many characters before, which read so far.
REACH_OF_INTRODUCTION = 1500
MAX_INTRODUCTION = 120
# "…, un ancien pêcheur des environs de Mahdia, …": so many words stand before the second comma.
MAX_APPOSED_WORDS = 12


class Introductions:
    """The people of one text who have no name, by their nouns."""

    def __init__(self, phrases: PhraseFinder, places: SentencePlaces) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.places = places

    def first_words(self, phrase: Phrase) -> str:
        """The words that introduced whoever a definite description means ("une dame en bleu" for "la dame")."""
        told = self._introductions.get(phrase.noun_said, ()) if phrase.is_definite else ()
        near = [said for said in told if phrase.start - REACH_OF_INTRODUCTION < said.start < phrase.start]
        return self.said(near[-1] if near else phrase)

    @cached_property
    def _introductions(self) -> Mapping[str, Sequence[Phrase]]:
        """ "Un gardien", "une dame au chapeau gris": every such phrase outside of marks, by its noun."""
        found: dict[str, list[Phrase]] = {}
        words, nouns = self.tokens.words, self.phrases.nouns
        for place in range(len(words) - 1):
            if words[place] not in self.phrases.words["introducing"] or self.places.is_marked(
                self.tokens.starts[place]
            ):
                continue
            noun = next((nouns[word] for word in words[place + 1 : place + 3] if word in nouns), None)
            if noun is None or noun.noun_class != "person" or noun.is_plural:
                continue
            phrase = self.phrases.read_phrase(place, self.tokens.starts[place] + MAX_INTRODUCTION)
            if phrase is not None and phrase.kind == "description":
                found.setdefault(phrase.head, []).append(phrase)
        return found

    def said(self, phrase: Phrase) -> str:
        """The words of the phrase, without the "du" of "réponse du procureur"."""
        first = self.tokens.first_from(phrase.start)
        is_contracted = self.tokens.words[first] in self.phrases.words["contraction"]
        start = self.tokens.starts[first + 1] if is_contracted else phrase.start
        return " ".join(self.tokens.text[start : self._end_of(phrase)].split())

    def _end_of(self, phrase: Phrase) -> int:
        """ "Son cousin, pêcheur à Mahdia, …": what says little by itself takes in who stands beside it."""
        says_little = phrase.is_possessive or phrase.noun is SOMEBODY
        place = self.tokens.first_from(phrase.end)
        if not says_little or phrase.is_plural or place >= len(self.tokens.words) - 1:
            return phrase.end
        if self.tokens.gap(place).strip() != ",":
            return phrase.end
        words, nouns = self.tokens.words, self.phrases.nouns
        place += words[place] in self.phrases.words["introducing"]
        noun = nouns.get(self.tokens.compound(place)) or nouns.get(words[place])
        if noun is None or noun.noun_class != "person" or noun.is_plural:
            return phrase.end
        for last in range(place + 1, min(place + MAX_APPOSED_WORDS, len(words))):
            if self.phrases.breaks(last):
                return self.tokens.ends[last - 1]
            if words[last] in self.phrases.finite or words[last] in self.phrases.relatives:
                break
        return phrase.end

    def is_told_by_look(self, phrase: Phrase) -> bool:
        """ "La dame à la couverture", "l'homme au chapeau": somebody known by sight, and by no name."""
        words = self.tokens.words[self.tokens.first_from(phrase.start) : self.tokens.first_from(phrase.end)]
        return not self.phrases.words["by_look"].isdisjoint(words[1:])

    def is_told_by_owner(self, phrase: Phrase) -> bool:
        """ "L'avocate de la famille", outside of headlines: told apart by whose she is."""
        if self.places.is_in_headline(phrase.start):
            return False
        words = self.tokens.words[self.tokens.first_from(phrase.start) : self.tokens.first_from(phrase.end)]
        return not self.phrases.words["of"].isdisjoint(words[2:])
