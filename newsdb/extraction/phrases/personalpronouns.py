"""Find the pronouns that mean somebody ("il", "selon elle", not "il faut"); whom they mean is resolving's."""

from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder

_IMPERSONAL = (["y", "a"], ["y", "avait"], ["y", "aura"], ["s", "agit"], ["s", "agissait"])


class PersonalPronouns:
    """The personal pronouns of one text."""

    def __init__(self, phrases: PhraseFinder) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.words = phrases.words

    def between(self, start: int, end: int) -> Phrase | None:
        """The first singular pronoun in [start, end) that is a subject or a source."""
        first, last = self.tokens.first_from(start), self.tokens.first_from(end)
        singular = self.words["subject_person"] | self.words["stressed_pronoun"]
        for place in range(first, last):
            word = self.tokens.words[place]
            if word in singular and word not in self.words["pronoun_plural"] and self._is_personal(place):
                return self.phrases.pronoun_at(place)
        return None

    def _is_personal(self, place: int) -> bool:
        """Whether the pronoun is a subject or a source, and not "à côté de lui" or "il faut"."""
        before = self.tokens.words[place - 1] if place else ""
        is_complement = (
            before in self.words["preposition"]
            and before not in self.words["source"]
            and not self.phrases.breaks(place)
        )
        return not (is_complement or self._is_object(place) or self._is_impersonal(place))

    def _is_object(self, place: int) -> bool:
        """ "Un étudiant qui lui en parle", "il lui répond": to whom it is said."""
        words = self.tokens.words
        if words[place] not in self.words["clitic"] or place == 0 or self.phrases.breaks(place):
            return False
        return any(words[place - 1] in self.words[kind] for kind in ("relative", "subject_pronoun", "clitic"))

    def _is_impersonal(self, place: int) -> bool:
        """il faut, il y a, il s'agit: nobody."""
        words = self.tokens.words
        if words[place] != "il":
            return False
        if self.tokens.is_joined(place):
            # "Que faudrait-il faire ?", "De quoi s'agit-il ?", "Qu'y a-t-il ?"
            verb = place - 2 if words[place - 1] == "t" else place - 1
            return words[verb] in self.words["impersonal_verb"] or words[max(0, verb - 1) : verb + 1] in _IMPERSONAL
        return words[place + 1 : place + 2] != [] and (
            words[place + 1] in self.words["impersonal_verb"] or words[place + 1 : place + 3] in _IMPERSONAL
        )
