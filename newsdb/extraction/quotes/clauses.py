"""Find where a clause that a verb reports ends, and where it falls into two; who reports it is left to indirect."""

import re
from collections.abc import Sequence
from itertools import pairwise

from newsdb.extraction.phrases.cues import Cue
from newsdb.extraction.quotes.clausestarts import ClauseStarts
from newsdb.extraction.quotes.statements import Passage
from newsdb.extraction.text.sentences import Span

# "…, ce que l'administration exclut", "…, deux élus étant absents": the author's own, behind an infinitive.
_ASIDE = re.compile(r", (?:ce (?:que|qu['’]|qui|dont|à quoi)\b|[^,.]{2,40} (?:ayant|étant)\b)")
# What may open another clause, so that a second verb is none of the sentence.
_GOING_ON = ("que", "relative", "subordinator", "subject_person", "subject_pronoun")
_AND_THAT = re.compile(r"(?<=[^\s,.;:]),? et qu(?:e |['’])")


class ClauseReader(ClauseStarts):
    """Reads the bounds of reported clauses in one text."""

    def end_of(self, start: int, cue: Cue, cues: Sequence[Cue], end: int, passage: Passage) -> int:
        """The clause runs to the end of its sentence, or to the next words of its own speaker (", ajoutant que")."""
        end = self._within_subordinate(start, cue, end, passage)
        end = self._within_relative(start, cue, end, passage)
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

    def split_at_que(self, start: int, end: int, passage: Passage) -> list[Span]:
        """ "que A et que B": two clauses, unless "que" belongs to a subordinate inside of the first."""
        spans: list[Span] = []
        for match in _AND_THAT.finditer(self.text, start, end):
            if passage.is_marked(match.start()) or not self.phrases.has_finite(start, match.start()):
                continue
            first = self.tokens.first_from(start)
            before = self.tokens.words[first : self.tokens.first_from(match.start())]
            if not self._holds_subordinate(before) and self.phrases.has_finite(match.end(), end):
                spans.append((start, match.start()))
                start = match.end()
        return [*spans, (start, end)]

    def _holds_subordinate(self, words: Sequence[str]) -> bool:
        """quand C, dont C; pour que C, parce que C: an "et que" behind it may go on with it."""
        if not self.words["subordinator"].isdisjoint(words) or not self.words["relative_owner"].isdisjoint(words):
            return True
        que = self.words["que"]
        return any(word in self.words["taking_que"] and following in que for word, following in pairwise(words))

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

    def _within_relative(self, start: int, cue: Cue, end: int, passage: Passage) -> int:
        """ "X qui a annoncé que C n'a pas convaincu": the clause ends before the verb that the sentence waits for."""
        words = self.tokens.words
        opening = passage.sentence_at(cue.start)[0]
        if not self.phrases.is_in_relative(cue) or self.phrases.breaks(cue.first - 1):
            return end
        if self.phrases.has_finite(opening, self.tokens.starts[cue.first - 1]):
            return end
        is_open = False
        for place in range(self.tokens.first_from(start), self.tokens.first_from(end)):
            if "," in self.tokens.gap(place) or any(words[place] in self.words[kind] for kind in _GOING_ON):
                return end
            if words[place] in self.words["verb_opening"] or not self.phrases.has_finite(
                self.tokens.starts[place], self.tokens.ends[place]
            ):
                continue
            first = place
            while first > 0 and words[first - 1] in self.words["clitic"]:
                first -= 1
            if is_open and words[first - 1] not in self.words["coordinator"]:
                return self.tokens.starts[first]
            is_open = True
        return end

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
        if (told := self._told_anew(other, start)) is not None:
            return told
        if self.phrases.is_listed(other):
            return other.start
        if (joined := self._joined_report(other, start)) is not None:
            return joined
        if other.form == "finite" and other.is_plural == cue.is_plural and self.phrases.is_coordinated(other):
            return self.tokens.starts[other.first - 1]
        return None

    def _told_anew(self, other: Cue, start: int) -> int | None:
        """ "X a ajouté que A, il a poursuivi : B": where the sentence turns to what "il" said next."""
        words = self.tokens.words
        place = other.first - 1
        is_pronoun = place > 0 and words[place] in self.words["subject_person"] and "," in self.tokens.gap(place)
        has_colon = self.text[other.end : other.end + 3].strip(" \u00a0\u202f") == ":"
        return self.tokens.starts[place] if is_pronoun and has_colon and self.tokens.starts[place] > start else None

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
