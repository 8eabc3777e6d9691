"""Find what names a source before or after its words (selon X, d'après X); which words they are is left open."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.text.sentences import Span

# "a appris l'Agence … auprès de X"
MAX_ASKER_WORDS = 8
_BRACKETED = re.compile(r"\([^()]*\)")
_SPOKEN_CLASSES = frozenset({"person", "group", "source"})


@dataclass(frozen=True, slots=True)
class Source:
    """The preposition [start, end) and the phrase that it governs."""

    start: int
    end: int
    phrase: Phrase
    relative: Span | None
    """The relative pronoun that the preposition governs (selon laquelle), where the phrase stands before it."""
    is_broad: bool
    """Whether the preposition opens far more than reported speech ("pour"), so that the source must be somebody."""


@cache
def _by_first_words(prepositions: frozenset[str]) -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """By first word and second ("" where there is none) the words behind the first one, the longest first."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for first, *rest in sorted((preposition.replace("'", " ").split() for preposition in prepositions), key=len)[::-1]:
        found.setdefault(first, {}).setdefault(rest[0] if rest else "", []).append(tuple(rest))
    return found


class SourceFinder:
    """The prepositions that name sources in one text, found once."""

    def __init__(self, phrases: PhraseFinder) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.words = phrases.words
        self._places = list(self._prepositions())
        self._starts = [self.tokens.starts[first] for first, _ in self._places]

    def first_between(self, start: int, end: int) -> Source | None:
        """The first source named in [start, end)."""
        return next(self._sources(start, end), None)

    def between(self, start: int, end: int) -> list[Source]:
        """Every source named in [start, end), in order."""
        return list(self._sources(start, end))

    def asked(self, first: int, end: int) -> Phrase | None:
        """a-t-on appris auprès de X, indique-t-on auprès du régulateur, apprend-on de source hospitalière."""
        words = self.tokens.words
        for place in range(first, min(first + MAX_ASKER_WORDS, len(words) - 1)):
            if words[place] in self.words["asked_body"]:
                if words[place + 1] in self.words["contraction"]:
                    return self._behind_contraction(place + 1, end)
                has_link = words[place + 1] in self.words["infinitive_link"]
                return self.phrases.source(place + (2 if has_link else 1), end)
            noun = place + 1 + (words[place + 1] == "même")
            if words[place] in self.words["infinitive_link"] and self._is_source_noun(noun):
                return self.phrases.source(noun, end)
        return None

    def _behind_contraction(self, place: int, end: int) -> Phrase | None:
        """ "Auprès du régulateur": the words are "le régulateur", without "du"."""
        found = self.phrases.source(place + 1, end)
        if found is None or found.start != self.tokens.starts[place]:
            return found
        return replace(found, start=self.tokens.starts[place + 1], is_definite=True)

    def _prepositions(self) -> Iterator[tuple[int, int]]:
        """The first word of each and the word after its last."""
        words = self.tokens.words
        by_first = _by_first_words(self.words["source"])
        for index, word in enumerate(words):
            if word == "de" and self._is_source_noun(index + 1):
                # "De sources concordantes, …": the noun itself says that somebody speaks.
                yield index, index + 1
                continue
            if word == "de" and words[index + 1 : index + 2] == ["même"] and self._is_source_noun(index + 2):
                # "De même source, on indique que …"
                yield index, index + 2
                continue
            begun = by_first.get(word)
            if begun is None:
                continue
            following = words[index + 1] if index + 1 < len(words) else ""
            for rest in (*begun.get(following, ()), *begun.get("", ())):
                last = index + 1 + len(rest)
                if tuple(words[index + 1 : last]) == rest and self._is_whole(index, last):
                    yield index, last
                    break

    def _is_source_noun(self, place: int) -> bool:
        return place < len(self.tokens.words) and self.tokens.words[place] in self.words["source_noun"]

    def _is_whole(self, first: int, last: int) -> bool:
        return not any(self.phrases.breaks(place) for place in range(first + 1, last))

    def _sources(self, start: int, end: int) -> Iterator[Source]:
        reach = start
        for first, last in self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if self.tokens.starts[first] < reach:
                continue
            source = self._read(first, last, start, end)
            if source is not None:
                reach = source.end
                yield source

    def _read(self, first: int, last: int, start: int, end: int) -> Source | None:
        begin, stop = self.tokens.starts[first], self.tokens.ends[last - 1]
        preposition = " ".join(self.tokens.words[first:last])
        relative: Span | None = None
        if preposition in self.words["source_of_last"]:
            # "À l'en croire, …": whoever came up last, of either gender.
            phrase: Phrase | None = Phrase(begin, stop, "pronoun", head="en")
        elif (phrase := self._antecedent(start, begin, last)) is not None:
            relative = (self.tokens.starts[last], self.tokens.ends[last])
        else:
            phrase = self.phrases.source(last, end)
        is_broad = preposition in self.words["broad_source"]
        if phrase is None or not self._can_speak(phrase, is_broad=is_broad):
            return None
        return Source(begin, stop, phrase, relative, is_broad)

    def _antecedent(self, start: int, offset: int, after: int) -> Phrase | None:
        """ "X, pour qui C", "une infirmière, selon laquelle C": the phrase before the comma is the source."""
        words = self.tokens.words
        if after >= len(words) or words[after] not in self.words["relative_source"]:
            return None
        found = self.phrases.phrases(self.tokens.first_from(start), self.tokens.first_from(offset))
        if not found:
            return None
        if (titled := self.phrases.presented_before(found, self.tokens.first_from(offset))) is not None:
            return titled
        if _BRACKETED.sub("", self.tokens.text[found[-1].end : offset]).strip() != ",":
            return None
        return found[-1] if found[-1].is_somebody else self._name_closing(found[-1])

    def _name_closing(self, phrase: Phrase) -> Phrase | None:
        """ "Une idée soutenue par X, pour qui …": the name with which other words end."""
        named = [n for n in self.phrases.index.between(phrase.start, phrase.end) if n.end == phrase.end]
        return self.phrases.read_phrase(self.tokens.first_from(named[0].start), phrase.end) if named else None

    def _can_speak(self, phrase: Phrase, *, is_broad: bool) -> bool:
        if phrase.kind != "description":
            return True
        if phrase.noun is None:
            return False
        opening = self.tokens.words[self.tokens.first_from(phrase.start)]
        if phrase.noun.noun_class == "document" and opening in self.words["own_determiner"]:
            # "Selon nos informations" is the author's own voice.
            return False
        following = self.tokens.words[self.tokens.first_from(phrase.end) - 1 : self.tokens.first_from(phrase.end) + 1]
        if phrase.noun.noun_class == "document" and not self.words["collected"].isdisjoint(following):
            # "D'après les réponses réunies par le journal": who collects them says nothing.
            return False
        return not is_broad or phrase.noun.noun_class in _SPOKEN_CLASSES
