"""Decide whether marked words are speech, a fragment of it, or a term, a name, a slogan; quotations finds their cue."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Link, Passage
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.marks import MarkedSpan
from newsdb.extraction.text.sentences import Span
from newsdb.extraction.text.tokens import Tokens
from newsdb.facts import QuoteKind

_SAYING = re.compile(r"\s*,?\s+(?:comme|ainsi que) (?:on |l['’]on |le veut |dit l)", re.IGNORECASE)
# « … » : c'est en ces termes que X …
_IN_WORDS = re.compile(
    r"\s*[:,–—.-]?\s*c['’](?:est|était) (?:en|par|avec|sur) ces (?:termes|mots|paroles)\b", re.IGNORECASE
)
# Words that hold the end of a sentence and the beginning of the next name nothing.
_SENTENCES = re.compile(r"[\w»”][\s\u00a0]?[.!?…]+\s+[«“\"]?[A-ZÀ-Þ][\w'’]*\s+[a-zà-ÿ]")
# « Le Journal » titre sur …: the sentence goes on as it does behind a name.
_GOES_ON = re.compile(r"[\s\u00a0]+[a-zà-ÿ]")
HEADINGS = frozenset({"headline", "subheading", "standfirst", "caption"})
MIN_DIRECT_WORDS = 3
MIN_PHRASE_WORDS = 5
MIN_UNINTRODUCED_WORDS = 8
MAX_NAME_WORDS = 9


@dataclass(frozen=True, slots=True)
class Place:
    """Marked words in their passage: what of the sentence stands before them, and where what follows them ends."""

    passage: Passage
    marked: MarkedSpan
    before: Span
    after_end: int


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around marked words: the cue, the phrase beside it, how they are tied."""

    link: Link
    cue: Span | None = None
    phrase: Phrase | None = None
    is_beside: bool = False
    """Whether the cue leads straight to the words or follows them."""


class QuoteJudge:
    """Judges the marked words of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, phrases: PhraseFinder) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.phrases = phrases
        self.words = lexicon.words
        self.clause_words = lexicon.words["subject_pronoun"] | lexicon.words["negative_particle"]
        self.is_finite = lexicon.is_finite
        self.determiners = (lexicon.words["determiner"] - lexicon.words["clitic"]) | {"d"}

    def judge(self, place: Place, setting: Setting) -> QuoteKind | None:
        """Direct speech, a fragment of it, or None for a term, a name, a slogan or a saying."""
        marked = place.marked
        first, last = self.tokens.first_from(marked.start), self.tokens.first_from(marked.end)
        words = self.tokens.words[first:last]
        introduced = setting.link != "none" or _IN_WORDS.match(self.text, marked.outer_end) is not None
        if not words or (len(words) < MIN_DIRECT_WORDS and not introduced):
            return None
        if _SAYING.match(self.text, marked.outer_end) or self._is_proverb(place):
            return None
        is_clause = not self.clause_words.isdisjoint(words) or self._holds_verb(first, last)
        is_clause = is_clause or _SENTENCES.search(self.text, marked.start, marked.end) is not None
        if self._is_announced_name(first, place, setting, is_clause=is_clause):
            return None
        if self._looks_like_name(place, setting, is_clause=is_clause):
            return None
        if len(words) < MIN_DIRECT_WORDS:
            return "fragment"
        opens = not self.has_words(place.passage.sentence_at(marked.outer_start)[0], marked.outer_start)
        if is_clause:
            if introduced or opens or len(words) >= MIN_UNINTRODUCED_WORDS or self._is_predicate(place, words):
                return "direct"
            if self._is_speech_phrase(place, setting, len(words), opens=opens):
                return "direct"
            return "fragment" if place.passage.line.kind not in HEADINGS else None
        stands_alone = opens and not self.has_words(marked.outer_end, place.after_end)
        stands_alone = stands_alone or (opens and setting.link == "none" and introduced)
        if stands_alone or self._is_speech_phrase(place, setting, len(words), opens=opens):
            return "direct"
        return "fragment" if introduced and setting.link != "colon" else None

    def _holds_verb(self, first: int, last: int) -> bool:
        """Whether a finite verb stands in words [first, last): "d'avance" and "la demande" hold none."""
        words = self.tokens.words
        return any(
            self.is_finite(words[place])
            and not (words[place] in self.words["noun_form"] and place > first and words[place - 1] in self.determiners)
            for place in range(first, last)
        )

    def _is_proverb(self, place: Place) -> bool:
        """Comme dit le proverbe, « … »."""
        first, last = (self.tokens.first_from(offset) for offset in place.before)
        return not self.words["saying"].isdisjoint(self.tokens.words[max(first, last - 4) : last])

    def _is_predicate(self, place: Place, words: Sequence[str]) -> bool:
        """Le syndicat « ne lit pas dans le marc »: the words go on from a subject that speaks."""
        if len(words) <= MIN_DIRECT_WORDS or self.text[place.marked.start].isupper():
            return False
        if words[0] not in self.words["negative_particle"] and not self.is_finite(words[0]):
            return False
        return self.phrases.main_subject(*place.before) is not None or self._follows_pronoun(place)

    def _follows_pronoun(self, place: Place) -> bool:
        """Celles-ci « simplifieront la vie des habitants »."""
        last = self.tokens.first_from(place.before[1]) - 1
        return last >= 0 and self.tokens.words[last] in self.words["pronoun_end"]

    def _is_speech_phrase(self, place: Place, setting: Setting, count: int, *, opens: bool) -> bool:
        """Whether words without a verb are long enough, or so introduced, that they are speech and no colour."""
        if setting.link == "colon":
            return self.text[place.marked.start].isupper() or count >= MIN_UNINTRODUCED_WORDS
        if setting.link == "none" and count > MIN_PHRASE_WORDS and self._holds_determiner(place.marked):
            sentence = place.passage.sentence_at(place.marked.outer_start)
            subject = self.phrases.main_subject(sentence[0], place.marked.outer_start)
            return subject is not None and (subject.noun is None or subject.noun.noun_class != "document")
        return count >= MIN_UNINTRODUCED_WORDS or (setting.is_beside and (opens or count >= MIN_PHRASE_WORDS))

    def _holds_determiner(self, marked: MarkedSpan) -> bool:
        """« le symptôme d'un mal »: a term is printed without its determiner, words of a speaker often with it."""
        word = self.tokens.words[self.tokens.first_from(marked.start)]
        is_determiner = word in self.words["singular_determiner"] or word in self.words["plural_determiner"]
        return is_determiner and self.text[marked.start].islower()

    def _looks_like_name(self, place: Place, setting: Setting, *, is_clause: bool) -> bool:
        """Whether the words are capitalised like a name or a title within the author's sentence."""
        marked = place.marked
        first, last = self.tokens.first_from(marked.start), self.tokens.first_from(marked.end)
        count = last - first
        if is_clause and (count > MIN_PHRASE_WORDS + 1 or setting.link != "none"):
            return False
        is_headed = self.words["of"].issuperset(self.tokens.words[first - 1 : first]) and first + 1 < last
        is_headed = is_headed and self.text[self.tokens.starts[first + 1]].isupper() and self._holds_determiner(marked)
        if not (self.text[marked.start].isupper() or is_headed) or setting.link == "colon":
            # "Les dispositions de « la Charte pour la paix »"
            return False
        if not self.has_words(*place.before) and (is_clause or not _GOES_ON.match(self.text, marked.outer_end)):
            return False
        capitals = sum(self.text[start].isupper() for start in self.tokens.starts[first + 1 : last])
        return capitals >= 1 and count <= MAX_NAME_WORDS and capitals * 4 >= count - 1

    def _is_announced_name(self, first: int, place: Place, setting: Setting, *, is_clause: bool) -> bool:
        """Whether a word like "intitulé", "programme" or "slogan" announces the words."""
        start, end = place.before
        for index in range(first - 1, max(-1, first - 4), -1):
            if self.tokens.starts[index] < start:
                return False
            is_next = index == first - 1
            gap = self.text[self.tokens.ends[index] : end if is_next else self.tokens.starts[index + 1]]
            if any(stop in gap for stop in ",.;!?()»") or (":" in gap and is_clause):
                # "X hausse le ton : « … »": what follows a colon and says something is no name.
                return False
            word = self.tokens.words[index]
            is_cue = setting.cue is not None and setting.cue[0] <= self.tokens.starts[index] < setting.cue[1]
            if word in self.words["strong_name_cue"] and not (is_cue and word in self.words["said_of"]):
                return is_next or ":" not in gap
            if word in self.words["name_cue"] and self.text[place.marked.start].isupper():
                return is_next or ":" not in gap
            if is_cue:
                return is_next and index > 0 and self.tokens.words[index - 1] in self.words["slogan_bearer"]
            if not is_next and word in self.words["preposition"]:
                return False
        return False

    def has_words(self, start: int, end: int) -> bool:
        """Whether anything but a connective stands in [start, end)."""
        text = self.text[start:end].replace("’", "'").strip(" \u00a0,:;.…–—-\n").lower()
        return bool(text) and text not in self.words["connective"]
