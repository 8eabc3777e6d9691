"""Find where a clause that a verb reports begins and ends; who reports it is left to indirect."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from newsdb.extraction.cues import Cue
from newsdb.extraction.phrases import PhraseFinder
from newsdb.extraction.sentences import trim
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.statements import Passage
from newsdb.extraction.tokens import Tokens

_INFINITIVE = re.compile(r"[^\W\d_]{2,}(?:er|ir|re|oir)$")
_STOPS = ';:!?«»“”"'
_QUE_DISTANCE = 22
_INFINITIVE_DISTANCE = 16
_BARE_DISTANCE = 8
# A cue within another begins so few cues behind it.
_MOST_CUES_AT_ONCE = 8


class ClauseReader:
    """Reads the bounds of reported clauses in one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, phrases: PhraseFinder) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.phrases = phrases
        self.words = lexicon.words
        self.finite = lexicon.finite
        self.is_finite = lexicon.is_finite
        self.verbs = lexicon.verbs

    def start_after(self, cue: Cue, end: int, passage: Passage) -> int | None:
        """Where the clause that the cue takes begins, None where it takes none."""
        if "v" in cue.frames and (start := self._bare_infinitive(cue, end)) is not None:
            return start
        if cue.is_negated or self._is_relative(cue):
            return None
        if self._takes_que(cue) and (start := self.after_que(cue, end, passage)) is not None:
            return start
        if "s" in cue.frames and self.text[cue.end : cue.end + 3].strip(" \u00a0\u202f") == ":":
            return trim(self.text, self.text.index(":", cue.end) + 1, end)[0]
        return self._linked_infinitive(cue, end) if "i" in cue.frames else None

    def _is_relative(self, cue: Cue) -> bool:
        """ "ce qu'affirmait un rapport que …": what the verb takes stands before it."""
        return (
            cue.first > 0
            and self.tokens.words[cue.first - 1] in self.words["que"]
            and (not self.tokens.gap(cue.first).strip(" '’"))
            and cue.first > 1
            and self.tokens.words[cue.first - 2] == "ce"
        )

    def _takes_que(self, cue: Cue) -> bool:
        """Whether the verb takes a clause; right before "que" every verb of speech does (a-t-il lâché que)."""
        if "q" in cue.frames:
            return True
        following = self.tokens.words[cue.last : cue.last + 1]
        return "s" in cue.frames and bool(following) and following[0] in self.words["que"]

    def after_que(self, cue: Cue, end: int, passage: Passage) -> int | None:
        """Where the clause after "que" begins, when it is what the cue reports."""
        tokens, words = self.tokens, self.tokens.words
        for place in range(cue.last, min(cue.last + _QUE_DISTANCE, len(words))):
            if self._is_beyond(place, end):
                return None
            if words[place] in self.words["que"]:
                if self._is_other_que(cue, place):
                    return None
                after = tokens.ends[place]
                return trim(self.text, after + (self.text[after : after + 1] in "'’"), end)[0]
            if words[place] in self.words["question_word"] or (place > cue.last and self._is_cue(place, passage)):
                return None
        return None

    def _is_beyond(self, place: int, end: int) -> bool:
        gap = self.tokens.gap(place)
        return self.tokens.starts[place] >= end or any(stop in gap for stop in _STOPS)

    def _is_cue(self, place: int, passage: Passage) -> bool:
        if self.tokens.words[place] not in self.verbs:
            return False
        start = self.tokens.starts[place]
        last = bisect_right(passage.cues, start, key=lambda cue: cue.start)
        return any(start < cue.end for cue in passage.cues[max(0, last - _MOST_CUES_AT_ONCE) : last])

    def _is_other_que(self, cue: Cue, place: int) -> bool:
        """Whether "que" compares, restricts, or belongs to the object of the verb (annonce le projet que …)."""
        words = self.tokens.words
        first = cue.last
        if first == place:
            return False
        if not self.words["comparative"].isdisjoint(words[first:place]) or words[place - 1] in self.words["before_que"]:
            return True
        if words[first] in self.words["adverb_opening"]:
            return False
        if cue.lemma in self.words["told_verb"]:
            told = self.phrases.first_phrase(first, self.tokens.starts[place])
            return told is not None and not told.is_somebody
        is_object = words[first] in self.words["determiner"] and not self.phrases.is_time(first + 1)
        return is_object and self.phrases.first_phrase(first, self.tokens.starts[place]) is not None

    def _bare_infinitive(self, cue: Cue, end: int) -> int | None:
        """affirme avoir reçu, dit ne pas craindre; an insertion between commas may stand before it."""
        if cue.pronoun is not None:
            return None
        tokens = self.tokens
        for place in range(cue.last, min(cue.last + _BARE_DISTANCE, len(tokens.words))):
            if self._is_beyond(place, end) or "." in tokens.gap(place):
                return None
            if self.is_infinitive(place):
                return tokens.starts[self._with_particles(place, cue.last)]
            if not self._may_precede(place, cue.last):
                return None
        return None

    def _may_precede(self, place: int, first: int) -> bool:
        word = self.tokens.words[place]
        if word in self.words["infinitive_link"] or word in self.words["relative"]:
            return False
        if place > first or "," in self.tokens.gap(place):
            return True
        return word in self.words["before_infinitive"] or word in self.words["adverb"]

    def _with_particles(self, place: int, first: int) -> int:
        """The first of the particles before an infinitive: ne pas s'y …"""
        while place > first and self.tokens.words[place - 1] in self.words["before_infinitive"]:
            place -= 1
        return place

    def is_infinitive(self, place: int) -> bool:
        """Whether word `place` looks like an infinitive."""
        if place >= len(self.tokens.words) or _INFINITIVE.match(self.tokens.words[place]) is None:
            return False
        word = self.tokens.words[place]
        return word not in self.words["not_infinitive"] and word not in self.phrases.nouns

    def _linked_infinitive(self, cue: Cue, end: int) -> int | None:
        """appelle les élus à respecter, demande au gouvernement de décréter."""
        tokens, words = self.tokens, self.tokens.words
        for place in range(cue.last, min(cue.last + _INFINITIVE_DISTANCE, len(words) - 1)):
            if self._is_beyond(place, end) or words[place] in self.words["relative"]:
                return None
            if words[place] not in self.words["infinitive_link"]:
                continue
            verb = place + 1
            while (
                verb < len(words) - 1
                and words[verb] in self.words["before_infinitive"]
                and not self.is_infinitive(verb)
            ):
                verb += 1
            if self.is_infinitive(verb) and not self._is_beyond(verb, end):
                return tokens.starts[place + 1]
        return None

    def end_of(self, start: int, cue: Cue, cues: Sequence[Cue], end: int, passage: Passage) -> int:
        """The clause runs to the end of its sentence, or to the next words of its own speaker (", ajoutant que")."""
        end = self._within_subordinate(start, cue, end, passage)
        for other in cues:
            if other.start > max(start, cue.start) and (cut := self._cut_at(other, start, cue)) is not None:
                return cut
        if self.is_infinitive(self.tokens.first_from(start)):
            end = self._before_finite(start, end)
        for marked in passage.marked_between(start + 1, end):
            if self.text[start : marked.outer_start].rstrip().endswith(":"):
                return marked.outer_start
        return end

    def _within_subordinate(self, start: int, cue: Cue, end: int, passage: Passage) -> int:
        """ "Quand X annonce que C, elle ne ment pas": the clause ends with the subordinate that opens the sentence."""
        opening = self.tokens.first_from(passage.sentence_at(cue.start)[0])
        if opening >= cue.first or self.tokens.words[opening] not in self.words["subordinator"]:
            return end
        place = self.text.find(", ", start, end)
        while place >= 0 and passage.is_marked(place):
            place = self.text.find(", ", place + 1, end)
        return end if place < 0 or "," in self.text[self.tokens.starts[opening] : cue.start] else place

    def _cut_at(self, other: Cue, start: int, cue: Cue) -> int | None:
        """Where another cue ends the clause, because it reports for the same speaker."""
        before = self.text[start : other.start].rstrip()
        follows_comma = before.endswith(",")
        if other.form == "gerund":
            return other.start if follows_comma or self.tokens.words[other.first] in self.words["gerund_link"] else None
        if follows_comma and (self.phrases.is_afterthought(other) or self._is_personal_incise(other)):
            return other.start
        if self.phrases.is_listed(other):
            return other.start
        if other.form == "finite" and other.is_plural == cue.is_plural and self.phrases.is_coordinated(other):
            return self.tokens.starts[other.first - 1]
        return None

    def _is_personal_incise(self, cue: Cue) -> bool:
        return cue.pronoun is not None and cue.pronoun not in self.words["impersonal_pronoun"]

    def _before_finite(self, start: int, end: int) -> int:
        """An infinitive is joined to infinitives; "et" and a finite verb go back to the subject of the sentence."""
        words = self.tokens.words
        for place in range(self.tokens.first_from(start), self.tokens.first_from(end) - 1):
            if words[place] not in self.words["coordinator"]:
                continue
            if "," in self.tokens.gap(place + 1) and "," in self.tokens.gap(place):
                # ", puis, relancée, parle de": an insertion parts the coordinator from its verb.
                return self.tokens.starts[place]
            following = words[place + 1]
            is_verb = following in self.finite and following not in self.words["noun_form"]
            if is_verb or following in self.words["negative_particle"]:
                return self.tokens.starts[place]
        return end

    def has_finite(self, start: int, end: int) -> bool:
        """Whether a finite verb seems to stand in [start, end)."""
        words = self.tokens.words[self.tokens.first_from(start) : self.tokens.first_from(end)]
        return any(self.is_finite(word) for word in words)
