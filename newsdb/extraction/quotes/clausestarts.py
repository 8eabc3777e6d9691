"""Find where a clause that a verb reports begins (que C, à faire C, avoir fait C); clauses says where it ends."""

from bisect import bisect_right

from newsdb.extraction.phrases.cues import Cue
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Passage
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.sentences import trim
from newsdb.extraction.text.tokens import Tokens

_STOPS = ';:!?«»“”"'
_QUE_DISTANCE = 22
_INFINITIVE_DISTANCE = 16
_BARE_DISTANCE = 8
# A cue within another begins so few cues behind it.
_MOST_CUES_AT_ONCE = 8


class ClauseStarts:
    """Reads the beginnings of reported clauses in one text."""

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
        if not {"v", "q"}.isdisjoint(cue.frames) and (start := self._bare_infinitive(cue, end)) is not None:
            return start
        if cue.is_reflexive and (start := self._readiness(cue, end)) is not None:
            return start
        is_denied = cue.lemma in self.words["denied_verb"]
        if cue.is_negated != is_denied or self._is_relative(cue):
            return None
        if (cue.is_reflexive or "i" in cue.frames) and (start := self._after_what(cue, end)) is not None:
            return start
        if cue.lemma in self.words["asking_verb"] and (start := self._asked(cue, end)) is not None:
            return start
        if (self._takes_que(cue) or cue.lemma in self.words["stating_verb"]) and (
            start := self.after_que(cue, end, passage)
        ) is not None:
            infinitive = self._linked_infinitive(cue, end) if "i" in cue.frames else None
            # "a demandé d'écarter le rapport, qu'il juge bâclé"
            is_asked = infinitive is not None and "," in self.text[infinitive:start]
            return infinitive if is_asked and infinitive is not None and infinitive < start else start
        if "s" in cue.frames and self.text[cue.end : cue.end + 3].strip(" \u00a0\u202f") == ":":
            return trim(self.text, self.text.index(":", cue.end) + 1, end)[0]
        if "i" in cue.frames:
            return self._linked_infinitive(cue, end)
        return self._past_infinitive(cue, end) if cue.is_reflexive else None

    def _after_what(self, cue: Cue, end: int) -> int | None:
        """a appelé les élus à ce que C, s'attend à ce que C, se félicite de ce que C"""
        words = self.tokens.words
        for place in range(cue.last, min(cue.last + _BARE_DISTANCE, len(words) - 2)):
            if self._is_beyond(place, end) or words[place] in self.words["que"]:
                return None
            is_what = words[place] in self.words["infinitive_link"] and words[place + 1] in self.words["what"]
            if is_what and words[place + 2] in self.words["que"] and not self._is_beyond(place + 2, end):
                after = self.tokens.ends[place + 2]
                return trim(self.text, after + (self.text[after : after + 1] in "'’"), end)[0]
        return None

    def _past_infinitive(self, cue: Cue, end: int) -> int | None:
        """se félicite d'avoir attiré, se plaint de ne pas avoir été reçu"""
        words = self.tokens.words
        place = cue.last
        if place >= len(words) or words[place] not in self.words["infinitive_link"] or self._is_beyond(place, end):
            return None
        verb = place + 1
        while verb < len(words) and words[verb] in self.words["before_infinitive"] and not self.is_infinitive(verb):
            verb += 1
        is_past = verb < len(words) and words[verb] in self.words["past_infinitive"]
        return self.tokens.starts[place + 1] if is_past and not self._is_beyond(verb, end) else None

    def _readiness(self, cue: Cue, end: int) -> int | None:
        """se dit prêt à rouvrir le dossier, s'est déclarée disposée à négocier"""
        words = self.tokens.words
        is_ready = cue.last + 2 < len(words) and words[cue.last] in self.words["ready"]
        return self._linked_infinitive(cue, end) if is_ready and not self._is_beyond(cue.last + 2, end) else None

    def _asked(self, cue: Cue, end: int) -> int | None:
        """lui a demandé pourquoi C, s'est demandé si C, a demandé au ministre quand C."""
        words = self.tokens.words
        for place in range(cue.last, min(cue.last + _BARE_DISTANCE, len(words) - 1)):
            if self._is_beyond(place, end) or words[place] in self.words["que"]:
                return None
            is_parted = "," in self.tokens.gap(place) and "," not in self.tokens.gap(cue.last)
            if is_parted and words[place] in self.words["relative"]:
                # "demandent un audit, qui tarde", but not "demandent, lundi, qui paiera"
                return None
            if words[place] in self.words["asked_word"] or self._is_elided_if(place):
                # "se demande de quelle manière C"
                place -= place > cue.last and words[place - 1] in self.words["preposition"]
                return self.tokens.starts[place]
            if words[place] in self.words["asked_pronoun"] and words[place + 1] in self.words["relative"]:
                return self.tokens.starts[place]
        return None

    def _is_elided_if(self, place: int) -> bool:
        """s'il, s'ils"""
        words = self.tokens.words
        return words[place] in self.words["reflexive"] and words[place + 1] in self.words["pronoun_masculine"]

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
        if "q" in cue.frames or (cue.form == "infinitive" and self._is_made(cue)):
            return True
        following = self.tokens.words[cue.last : cue.last + 1]
        return "s" in cue.frames and bool(following) and following[0] in self.words["que"]

    def _is_made(self, cue: Cue) -> bool:
        """a laissé entendre mardi que, fait remarquer à ce propos que"""
        return not self.words["faire"].isdisjoint(self.tokens.words[cue.first : cue.last - 1])

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
        if first == place or words[place - 1] in self.words["said_noun"]:
            return False
        if not self._takes_que(cue):
            return True
        if words[place - 1] in self.words["pleading_link"] and cue.lemma in self.words["pleading_verb"]:
            return False
        compared = place - (words[place - 1] in self.words["also"])
        is_compared = not self.words["comparative"].isdisjoint(words[first:compared])
        if is_compared or (compared > first and words[compared - 1] in self.words["before_que"]):
            return True
        is_inserted = "," in self.tokens.gap(first) and "," in self.tokens.gap(place)
        if is_inserted or words[first] in self.words["adverb_opening"]:
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
        for place in range(self._after_insertion(cue.last, end), min(cue.last + _BARE_DISTANCE, len(tokens.words))):
            if self._is_beyond(place, end) or "." in tokens.gap(place):
                return None
            if self.is_infinitive(place) and ("v" in cue.frames or tokens.words[place] in self.words["own_infinitive"]):
                return tokens.starts[self._with_particles(place, cue.last)]
            if not self._may_precede(place, cue.last):
                return None
        return None

    def _after_insertion(self, first: int, end: int) -> int:
        """assure, de son côté, suivre; assure de son côté suivre: the word behind the insertion."""
        if "," not in self.tokens.gap(first):
            words = self.tokens.words[first : first + 3]
            return first + 3 if len(words) > 2 and words[2] in self.words["own_side"] else first
        for place in range(first + 1, min(first + _BARE_DISTANCE, len(self.tokens.words))):
            if self._is_beyond(place, end):
                return first
            if "," in self.tokens.gap(place):
                return place
        return first

    def _may_precede(self, place: int, first: int) -> bool:
        word = self.tokens.words[place]
        if word in self.words["infinitive_link"] or word in self.words["relative"]:
            return False
        if place > first or "," in self.tokens.gap(place):
            return True
        return word in self.words["before_infinitive"] or word in self.words["intervening"]

    def _with_particles(self, place: int, first: int) -> int:
        """The first of the particles before an infinitive: ne pas s'y …"""
        while place > first and self.tokens.words[place - 1] in self.words["before_infinitive"]:
            place -= 1
        return place

    def is_infinitive(self, place: int) -> bool:
        """Whether word `place` looks like an infinitive."""
        return self.phrases.is_infinitive(place)

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
