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
# "…, ce que l'administration exclut", "…, plusieurs d'entre eux ayant tardé": the author's own, behind an infinitive.
_ASIDE = re.compile(r", (?:ce (?:que|qu['’]|qui|dont|à quoi)\b|[^,.]{2,40} (?:ayant|étant)\b)")
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
        if not {"v", "q"}.isdisjoint(cue.frames) and (start := self._bare_infinitive(cue, end)) is not None:
            return start
        if cue.is_reflexive and (start := self._readiness(cue, end)) is not None:
            return start
        is_denied = cue.lemma in self.words["denied_verb"]
        if cue.is_negated != is_denied or self._is_relative(cue):
            return None
        if cue.lemma in self.words["asking_verb"] and (start := self._asked(cue, end)) is not None:
            return start
        if (self._takes_que(cue) or cue.lemma in self.words["stating_verb"]) and (
            start := self.after_que(cue, end, passage)
        ) is not None:
            return start
        if "s" in cue.frames and self.text[cue.end : cue.end + 3].strip(" \u00a0\u202f") == ":":
            return trim(self.text, self.text.index(":", cue.end) + 1, end)[0]
        if "i" in cue.frames:
            return self._linked_infinitive(cue, end)
        return self._past_infinitive(cue, end) if cue.is_reflexive else None

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
        """se dit prêt à suspendre la grève, s'est déclarée disposée à négocier"""
        words = self.tokens.words
        is_ready = cue.last + 2 < len(words) and words[cue.last] in self.words["ready"]
        return self._linked_infinitive(cue, end) if is_ready and not self._is_beyond(cue.last + 2, end) else None

    def _asked(self, cue: Cue, end: int) -> int | None:
        """lui a demandé pourquoi C, s'est demandé si C, a demandé au ministre quand C."""
        words = self.tokens.words
        for place in range(cue.last, min(cue.last + _BARE_DISTANCE, len(words) - 1)):
            if self._is_beyond(place, end) or words[place] in self.words["que"]:
                return None
            if words[place] in self.words["asked_word"] or self._is_elided_if(place):
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
        """assure, de son côté, suivre: the word behind the second comma."""
        if "," not in self.tokens.gap(first):
            return first
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
            aside = _ASIDE.search(self.text, start, end)
            end = aside.start() if aside is not None else end
        for marked in passage.marked_between(start + 1, end):
            if self.text[start : marked.outer_start].rstrip().endswith(":"):
                return marked.outer_start
        return end

    def _within_subordinate(self, start: int, cue: Cue, end: int, passage: Passage) -> int:
        """ "Quand X annonce que C, elle ne ment pas": the clause ends with the subordinate that opens the sentence."""
        opening = self.tokens.first_from(passage.sentence_at(cue.start)[0])
        if cue.form == "gerund" and opening == cue.first:
            return self._before_main_clause(start, end, passage)
        if opening >= cue.first or not self._subordinates(opening):
            return end
        place = self.text.find(", ", start, end)
        while place >= 0 and passage.is_marked(place):
            place = self.text.find(", ", place + 1, end)
        return end if place < 0 or "," in self.text[self.tokens.starts[opening] : cue.start] else place

    def _subordinates(self, place: int) -> bool:
        """Quand X annonce que C, … · S'il admet que C, …"""
        return self.tokens.words[place] in self.words["subordinator"] or self._is_elided_if(place)

    def _before_main_clause(self, start: int, end: int, passage: Passage) -> int:
        """ "Tout en assurant que C, X …": the comma after which a subject of its own stands."""
        place = self.text.find(", ", start, end)
        while place >= 0:
            first = self.tokens.first_from(place)
            if first >= len(self.tokens.words):
                break
            opens = self.phrases.opens_phrase(first) or self.tokens.words[first] in self.words["subject_person"]
            if opens and not passage.is_marked(place) and self.phrases.has_finite(start, place):
                return place
            place = self.text.find(", ", place + 1, end)
        return end

    def _cut_at(self, other: Cue, start: int, cue: Cue) -> int | None:
        """Where another cue ends the clause, because it reports for the same speaker."""
        before = self.text[start : other.start].rstrip()
        if self.phrases.is_afterthought(other) and before.endswith(", non"):
            # "…, non sans rappeler que …"
            return start + len(before) - len(", non")
        if other.form == "infinitive" and self.phrases.is_afterthought(cue) and self.phrases.is_coordinated_at(other):
            return other.start
        follows_comma = before.endswith(",")
        if other.form == "gerund":
            return other.start if follows_comma or self.tokens.words[other.first] in self.words["gerund_link"] else None
        if follows_comma and (self.phrases.is_afterthought(other) or self._is_personal_incise(other)):
            return other.start
        if self.phrases.is_listed(other):
            return other.start
        if (joined := self._joined_report(other, start)) is not None:
            return joined
        if other.form == "finite" and other.is_plural == cue.is_plural and self.phrases.is_coordinated(other):
            return self.tokens.starts[other.first - 1]
        return None

    def _joined_report(self, other: Cue, start: int) -> int | None:
        """ "X estime que A, Y admet que B", "…, tandis que Y admet que B": where the second report begins."""
        words = self.tokens.words
        first = self.tokens.first_from(start)
        if other.form != "finite" or other.pronoun is not None or self._subordinates(first):
            return None
        if (
            words[other.last : other.last + 1] not in (["que"], ["qu"])
            or words[other.first] in self.words["pluperfect"]
        ):
            return None
        subject = self.phrases.before_cue(other, start)
        if subject is None or subject.kind not in ("named", "pair") or not subject.is_subject:
            return None
        place = self.tokens.first_from(subject.start)
        while place > first and words[place - 1] in self.words["contrast"] and "," not in self.tokens.gap(place):
            place -= 1
        is_parted = "," in self.tokens.gap(place) and self.phrases.has_finite(start, self.tokens.starts[place])
        return self.tokens.starts[place] if is_parted else None

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

    def says_something(self, start: int, end: int) -> bool:
        """Whether [start, end) holds a verb, finite or not: "Deux cafés, répond-il" is no clause."""
        first, last = self.tokens.first_from(start), self.tokens.first_from(end)
        return self.phrases.has_finite(start, end) or any(self.is_infinitive(place) for place in range(first, last))
