"""Find what a headline reports without marks (X : C · C (ministre)); attribution says who X is."""

import re
from collections.abc import Iterable

from newsdb.extraction.cast import Gender
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.clauses import ClauseReader
from newsdb.extraction.quotes.statements import Passage, Statement
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.sentences import trim
from newsdb.facts import Quote

_COLON = re.compile(r"[\s\u00a0\u202f]*:\s+")
_SIGNED = re.compile(r"[\s\u00a0]*\((?P<who>[^()]{2,60})\)[\s.]*$")
_MARKS = re.compile(r"[«»“”„‟\"]|''|[‘’]{2}")
MIN_WORDS = 4
MAX_TITLE_LENGTH = 80


class HeadlineReader:
    """Reads the headlines of one text."""

    def __init__(self, phrases: PhraseFinder, lexicon: Lexicon) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.words = lexicon.words
        self.clauses = ClauseReader(phrases.tokens, lexicon, phrases)

    def find(self, passage: Passage) -> list[Statement]:
        """The clause that a headline gives to the person before its colon or in its last brackets."""
        line = passage.line
        if line.kind != "headline" or passage.marked or _MARKS.search(self.text, line.start, line.end):
            return []
        found = self._after_name(line.start, line.end) or self._before_brackets(line.start, line.end)
        if found is None:
            return []
        phrase, (start, end) = found
        count = self.tokens.first_from(end) - self.tokens.first_from(start)
        if count < MIN_WORDS or not self.phrases.has_finite(start, end) or self.text[end - 1] == "?":
            return []
        return [Statement("indirect", start, end, line.kind, (line.start, line.end), "phrase", None, phrase)]

    def _after_name(self, start: int, end: int) -> tuple[Phrase, tuple[int, int]] | None:
        """Naïma S. : C, and not what a portrait says of her (X : elle …)."""
        phrase = self.phrases.read_phrase(self.tokens.first_from(start), end) if self._opens(start) else None
        if phrase is None or not phrase.names_person:
            return None
        colon = _COLON.search(self.text, phrase.end, end)
        if colon is None or not self._is_title(phrase.end, colon.start()):
            return None
        clause = trim(self.text, colon.end(), end)
        opening = self.tokens.first_from(clause[0])
        is_about = opening < len(self.tokens.words) and self.tokens.words[opening] in self.words["subject_person"]
        return None if is_about else (phrase, clause)

    def _opens(self, start: int) -> bool:
        first = self.tokens.first_from(start)
        return first < len(self.tokens.words) and self.phrases.opens_phrase(first)

    def _is_title(self, start: int, end: int) -> bool:
        """Nothing, or a title behind a comma or in brackets."""
        between = self.text[start:end].strip()
        return not between or (between[0] in ",(–-" and end - start <= MAX_TITLE_LENGTH)

    def _before_brackets(self, start: int, end: int) -> tuple[Phrase, tuple[int, int]] | None:
        """ "C (gouverneur)", as agencies sign the words of a headline."""
        match = _SIGNED.search(self.text, start, end)
        phrase = bracketed_speaker(self.phrases, match.start("who"), match.end("who")) if match else None
        return (phrase, (start, match.start())) if match and phrase else None


def bracketed_speaker(phrases: PhraseFinder, start: int, end: int) -> Phrase | None:
    """Whoever brackets behind words name: a name, "ministre", "SG de l'union"."""
    first = phrases.tokens.first_from(start)
    if first >= len(phrases.tokens.words) or phrases.tokens.starts[first] >= end:
        return None
    phrase = phrases.source(first, end)
    if phrase is not None and phrase.kind == "named":
        return phrase
    noun = phrases.nouns.get(phrases.tokens.compound(first)) or phrases.nouns.get(phrases.tokens.words[first])
    if noun is None or noun.noun_class not in ("person", "group", "source"):
        return None
    genders: dict[str, Gender] = {"m": "m", "f": "f"}
    head = phrases.tokens.words[first]
    return Phrase(
        start, end, "description", None, genders.get(noun.gender), noun.is_plural, True, noun=noun, head=head
    )  # fmt: skip


def speakers_of(quotes: Iterable[Quote]) -> set[str]:
    """Who speaks below the headlines."""
    return {
        quote.attribution.speaker for quote in quotes
        if quote.attribution.speaker is not None and quote.occurrences[0].place != "headline"
    }  # fmt: skip
