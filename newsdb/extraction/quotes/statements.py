"""What passes between finding reported speech and attributing it: passages to search, statements found in them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from newsdb.document import SegmentKind
from newsdb.extraction.phrases.cues import Cue
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.text.marks import MarkedSpan
from newsdb.extraction.text.sentences import Line, Span
from newsdb.facts import QuoteKind

# How a statement is tied to its speaker: by the phrase beside it, by another statement of its sentence,
# by "Et d'ajouter" after the one before, by the sentence that introduces it with a colon, by nothing.
Link = Literal["phrase", "chain", "resumed", "colon", "none"]

# Of a clause, the part in marks from which it is a direct quote.
MAX_MARKED_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Statement:
    """Reported words [start, end), the cue beside them and the phrase that names who spoke."""

    kind: QuoteKind
    start: int
    end: int
    place: SegmentKind
    sentence: Span
    link: Link
    cue: Span | None = None
    phrase: Phrase | None = None
    is_opening: bool = False
    """Whether nothing of the sentence stands before the words."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One line with its sentences, its marked spans and its cues."""

    line: Line
    sentences: tuple[Span, ...]
    marked: tuple[MarkedSpan, ...]
    cues: tuple[Cue, ...]

    def is_marked(self, offset: int) -> bool:
        """Whether `offset` stands within marks."""
        place = bisect_right(self.marked, offset, key=lambda span: span.outer_start) - 1
        return place >= 0 and offset < self.marked[place].outer_end

    def marked_between(self, start: int, end: int) -> Sequence[MarkedSpan]:
        """The marked spans that start in [start, end)."""
        first = bisect_left(self.marked, start, key=lambda span: span.outer_start)
        last = bisect_left(self.marked, end, key=lambda span: span.outer_start)
        return self.marked[first:last]

    def marked_ending(self, start: int, end: int) -> Sequence[MarkedSpan]:
        """The marked spans that end in (start, end]."""
        first = bisect_right(self.marked, start, key=lambda span: span.outer_end)
        last = bisect_right(self.marked, end, key=lambda span: span.outer_end)
        return self.marked[first:last]

    def is_mostly_marked(self, start: int, end: int) -> bool:
        """Whether so much of [start, end) stands in marks that it is a direct quote and no indirect speech."""
        first = bisect_right(self.marked, start, key=lambda span: span.outer_end)
        last = bisect_left(self.marked, end, key=lambda span: span.outer_start)
        inside = (min(span.outer_end, end) - max(span.outer_start, start) for span in self.marked[first:last])
        return sum(inside) >= MAX_MARKED_SHARE * (end - start)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds `offset`, or the nearest one."""
        place = bisect_right(self.sentences, offset, key=lambda sentence: sentence[1])
        return self.sentences[min(place, len(self.sentences) - 1)]


def cues_between(cues: Sequence[Cue], start: int, end: int) -> Sequence[Cue]:
    """The cues that start in [start, end)."""
    if not cues:
        return ()
    first = bisect_left(cues, start, key=lambda cue: cue.start)
    last = bisect_left(cues, end, key=lambda cue: cue.start)
    return cues[first:last]
