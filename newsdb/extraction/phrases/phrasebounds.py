"""Find where a phrase that may name a speaker ends: at a stop, a relative, a verb; nounphrases reads what it names."""

from newsdb.extraction.phrases.government import WordGovernment

MAX_PHRASE_WORDS = 14


class PhraseBounds(WordGovernment):
    """The ends of the phrases of one text."""

    def _phrase_end(self, index: int, end: int) -> int:
        """The word after the phrase: it ends at a stop, a relative pronoun, a finite verb or a word of time."""
        words = self.tokens.words
        limit = min(index + MAX_PHRASE_WORDS, len(words))
        for place in range(index + 1, limit):
            if self.tokens.starts[place] >= end or self.breaks(place) or self.tokens.words[place] in self.relatives:
                return place
            if place > index + 1 and (self._ends_phrase(place) or self._takes_object(place)):
                return place
            if place == index + 2 and self._is_people(place - 1) and words[place] in self.prepositions:
                # "a lâché le Sénégalais en zone mixte"
                return place
        return limit

    def _is_people(self, place: int) -> bool:
        """ "Sénégalais" as a noun, with its capital."""
        tokens = self.tokens
        return tokens.text[tokens.starts[place]].isupper() and tokens.words[place] in self.words["origin"]

    def _ends_phrase(self, place: int) -> bool:
        word = self.tokens.words[place]
        if word in self.words["phrase_stop"] or self._opens_gerund(place):
            return True
        if word in self.words["reflexive"]:
            # "sa mère s'est levée", but not "le premier à s'avancer"
            return self.tokens.words[place - 1] not in self.prepositions
        # A capital A may be the preposition or a letter of a name.
        is_verb = word in self.finite and word not in self.words["noun_form"]
        return is_verb and self.tokens.text[self.tokens.starts[place]].islower()

    def _takes_object(self, place: int) -> bool:
        """ "Un gardien de nuit montre la grille": what an article follows without a preposition is a verb."""
        words = self.tokens.words
        if words[place] in self.verbs and words[place + 1 : place + 2] != [] and words[place + 1] in self.words["que"]:
            # "L'opposition estime que"
            return not self.breaks(place + 1)
        if place + 2 >= len(words) or words[place + 1] not in self.words["object_opening"] or self.breaks(place + 1):
            return False
        if words[place + 1] == "l" and self.is_finite(words[place + 2]):
            # "Son frère l'assure"
            return False
        word = words[place]
        is_lower = all(self.tokens.text[self.tokens.starts[at]].islower() for at in (place, place + 1))
        if not is_lower or self.is_time(place + 2) or word in self.prepositions or word in self.courtesies:
            return False
        return word not in self.words["no_verb"] and word not in self.words["determiner"]

    def _opens_gerund(self, place: int) -> bool:
        """le jeune homme en riant, la dame tout en rangeant: what somebody does is no part of who it is."""
        words = self.tokens.words
        if words[place] == "tout":
            place += 1
        if words[place : place + 1] != ["en"] or place + 1 >= len(words):
            return False
        return words[place + 1].endswith("ant") and words[place + 1] not in self.nouns
