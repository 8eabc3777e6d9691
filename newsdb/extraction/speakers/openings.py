"""Find whom a sentence that names nobody is about: its opening phrase, or who is given the floor."""

from collections.abc import Mapping

from newsdb.extraction.cast import Gender
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.speakers.sentenceplaces import SentencePlaces

# "Assis sur un banc, un vieil homme …": so many words may stand before who is introduced.
MAX_OPENING_WORDS = 12
# "La parole est ensuite revenue à": so many words stand before who has it.
MAX_FLOOR_WORDS = 6
# A name that a comma and a title follow is looked for so many characters before the comma.
MAX_NAME_LENGTH = 60
PRONOUNS: Mapping[Gender | None, str] = {"m": "il", "f": "elle"}


class SentenceOpenings:
    """The openings of the sentences of one text."""

    def __init__(self, phrases: PhraseFinder, places: SentencePlaces) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.index = phrases.index
        self.places = places

    def subject(self, start: int, end: int) -> Phrase | None:
        """The phrase that the sentence is about."""
        return self._given_the_floor(start, end) or self._opening_phrase(start, end)

    def pronoun_before(self, start: int, offset: int, gender: Gender | None) -> int | None:
        """Where "il" or "elle" stands in [start, offset) as the subject of the sentence."""
        words = self.tokens.words
        for place in range(self.tokens.first_from(start), self.tokens.first_from(offset)):
            is_told = words[place] == PRONOUNS.get(gender) and not self.tokens.is_joined(place)
            if is_told and self.phrases.words["impersonal_verb"].isdisjoint(words[place + 1 : place + 2]):
                return self.tokens.starts[place]
        return None

    def _given_the_floor(self, start: int, end: int) -> Phrase | None:
        """ "En fin de matinée, la parole revient à l'accusée": who is no subject, and speaks next."""
        words = self.tokens.words
        first, last = self.tokens.first_from(start), self.tokens.first_from(end)
        floor = next((place for place in range(first, last) if words[place] in self.phrases.words["floor"]), None)
        if floor is None or self.places.is_marked(self.tokens.starts[floor]):
            return None
        behind = range(floor + 1, min(floor + MAX_FLOOR_WORDS, last - 1))
        place = next((place for place in behind if words[place] in self.phrases.words["floor_link"]), None)
        if place is None:
            return None
        return self.phrases.read_phrase(place if words[place] == "au" else place + 1, end)

    def _opening_phrase(self, start: int, end: int) -> Phrase | None:
        """The phrase that opens the sentence, or "un vieil homme" behind a few opening words and their comma."""
        words = self.tokens.words
        first = self.tokens.first_from(start)
        if words[first : first + 2] == ["c", "est"]:
            first += 2
        if first >= len(words) or self.places.is_marked(self.tokens.starts[first]):
            return None
        if self.phrases.opens_phrase(first) and not self.phrases.is_time(first + 1):
            phrase = self.phrases.read_phrase(first, end)
            if phrase is None or phrase.is_somebody or not self._is_measure(first):
                return phrase
        for place in range(first + 1, min(first + MAX_OPENING_WORDS, len(words) - 1)):
            if self.tokens.starts[place] >= end or self.places.is_marked(self.tokens.starts[place]):
                return None
            if "," in self.tokens.gap(place):
                # "À ses côtés, sa femme acquiesce."
                is_known = any(words[place] in self.phrases.words[kind] for kind in ("definite", "possessive"))
                introduces = words[place] in self.phrases.words["introducing"] or (
                    is_known and not self.phrases.is_time(place + 1)
                    and not self.phrases.has_finite(start, self.tokens.starts[place])
                )  # fmt: skip
                phrase = self.phrases.read_phrase(place, end) if introduces else None
                return phrase if phrase is not None and not self._is_listed(phrase) else None
        return None

    def _is_listed(self, phrase: Phrase) -> bool:
        """ "Deux millions envolés, un collègue blessé, et une enquête": one of several things in a row."""
        place = self.tokens.first_from(phrase.end)
        is_followed = place < len(self.tokens.words) and "," in self.tokens.gap(place)
        return is_followed and self.tokens.words[place] in self.phrases.words["coordinator"]

    def _is_measure(self, first: int) -> bool:
        """ "Deux rues plus bas, une jeune fille …": no article opens it."""
        return self.tokens.words[first] not in self.phrases.words["definite"]

    def is_beside_name(self, phrase: Phrase) -> bool:
        """ "X, son associé": who was just named."""
        place = self.tokens.first_from(phrase.start)
        if place == 0 or self.tokens.gap(place).strip() != ",":
            return False
        end = self.tokens.ends[place - 1]
        return any(n.kind == "person" and n.end == end for n in self.index.before(end, max(0, end - MAX_NAME_LENGTH)))
