"""Pass over what stands beside a source and is still about it: an office, an age, where it belongs, a publication."""

from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.clauses import ClauseReader
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.sentences import trim

MAX_APPOSITION = 160
MAX_APPOSITION_WORDS = 12
MAX_APPOSITIONS = 3
_CLAUSE_OPENINGS = (
    "preposition",
    "subject_pronoun",
    "singular_determiner",
    "plural_determiner",
    "connective",
    "adverb",
)


class AppositionReader:
    """Reads the appositions behind the sources of one text."""

    def __init__(self, phrases: PhraseFinder, lexicon: Lexicon, clauses: ClauseReader) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.words = lexicon.words
        self.is_finite = lexicon.is_finite
        self.clauses = clauses

    def skip(self, start: int, end: int) -> int | None:
        """Where the clause begins after "Selon X, président de Y,"; None where no comma parts it from its source."""
        comma = self._next_comma(start, end)
        if comma is None:
            return None
        for _ in range(MAX_APPOSITIONS):
            if not self._is_apposition(start, comma):
                break
            second = self._next_comma(self.tokens.ends[self.tokens.first_from(comma)], end)
            if second is None or second - comma >= MAX_APPOSITION:
                break
            comma = second
        return trim(self.text, comma, end)[0]

    def _is_apposition(self, start: int, comma: int) -> bool:
        """Whether what follows the comma is still about the source: its office, its publication."""
        words = self.tokens.words
        first = self.tokens.first_from(comma)
        if first + 1 >= len(words):
            return False
        if words[first] in self.words["publication"]:
            return True
        has_article = words[first] in self.words["definite_article"] or words[first] in self.words["possessive"]
        if words[first] in self.words["joined_source"] and self._is_verbless(first):
            return True
        if self._is_bare_apposition(first) or self._is_belonging(first) or self._is_name(first):
            return True
        place = first + has_article
        noun = self.phrases.nouns.get(self.tokens.compound(place)) or self.phrases.nouns.get(words[place])
        if noun is None or noun.noun_class != "person" or (has_article and start + 2 < comma):
            return False
        return self.words["finite"].isdisjoint(words[first : first + 3])

    def _is_name(self, first: int) -> bool:
        """ "D'après la note de la directrice, X, C": a name between commas, with no verb of its own behind it."""
        named = self.phrases.named_at.get(self.tokens.starts[first])
        if named is None or named.kind != "person" or self.text[named.end : named.end + 1] != ",":
            return False
        behind = self.tokens.first_from(named.end)
        words = self.tokens.words[behind : behind + 1]
        return bool(words) and not self.is_finite(words[0]) and words[0] not in self.words["relative"]

    def _is_belonging(self, first: int) -> bool:
        """ "Selon X, de la Confédération Y,": where the source belongs, without a verb up to the next comma."""
        words = self.tokens.words
        return words[first] in self.words["belonging"] and self._is_verbless(first)

    def _is_verbless(self, first: int) -> bool:
        """ "Selon X, ainsi que plusieurs élus, C": no verb up to the next comma."""
        words = self.tokens.words
        for place in range(first + 1, min(first + MAX_APPOSITION_WORDS, len(words))):
            if "," in self.tokens.gap(place):
                return True
            is_verb = self.is_finite(words[place]) or self.clauses.is_infinitive(place)
            if is_verb or any(stop in self.tokens.gap(place) for stop in ".;:!?«"):
                return False
        return False

    def _is_bare_apposition(self, first: int) -> bool:
        """ "senior analyst chez X,": words without article or verb up to the next comma, then the clause."""
        words = self.tokens.words
        is_aged = words[first + 1] in self.words["age"]
        if any(words[first] in self.words[kind] for kind in _CLAUSE_OPENINGS) and not is_aged:
            return False
        if not is_aged and (words[first].isdigit() or self.phrases.opens_phrase(first)):
            # "Selon X, 12 écoles, toutes rurales, ont fermé", but "Selon X, 40 ans, C"
            return False
        for place in range(first, min(first + MAX_APPOSITION_WORDS, len(words) - 1)):
            if place > first and "," in self.tokens.gap(place):
                return True
            if self.is_finite(words[place]) or any(stop in self.tokens.gap(place + 1) for stop in ".;:!?«"):
                return False
        return False

    def _next_comma(self, start: int, end: int) -> int | None:
        """After the next comma that is no decimal one."""
        limit = min(end, start + MAX_APPOSITION + 20)
        place = self.text.find(",", start, limit)
        while place >= 0 and self.text[place + 1 : place + 2].isdigit():
            place = self.text.find(",", place + 1, limit)
        return None if place < 0 else place + 1
