"""Find the sentences of one text by place: before, after and around an offset; who is named in them is elsewhere."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsdb.extraction.quotes.statements import Passage
from newsdb.extraction.text.sentences import Span
from newsdb.facts import Person

# Lines that say who wrote and when: nobody named there is told of.
_ABOUT_THE_PAGE = frozenset({"byline", "dateline"})
# Behind the end of every text.
_NOWHERE = sys.maxsize
# How many sentences back a pronoun or a bare title looks for whom it means.
REACH = 7


class SentencePlaces:
    """The sentences and the marked words of one text."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.sentences = [sentence for passage in passages for sentence in passage.sentences]
        self._sentence_starts = [start for start, _ in self.sentences]
        self._printed_about = [
            (passage.line.start, passage.line.end) for passage in passages if passage.line.kind in _ABOUT_THE_PAGE
        ]
        self._headlines = [(p.line.start, p.line.end) for p in passages if p.line.kind == "headline"]
        self._marked = [span for passage in passages for span in passage.marked]
        self._marked_starts = [span.outer_start for span in self._marked]

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence that holds `offset`."""
        place = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[place] if place >= 0 and offset < self.sentences[place][1] else None

    def is_about_the_page(self, offset: int) -> bool:
        """Whether `offset` stands in a line that signs or dates the article."""
        return _holds(self._printed_about, offset)

    def is_in_headline(self, offset: int) -> bool:
        """Whether `offset` stands in a headline."""
        return _holds(self._headlines, offset)

    def heads(self, person: Person) -> bool:
        """Whether the headline names somebody."""
        return any(self.is_in_headline(mention.start) for mention in person.mentions)

    def first_told(self, person: Person) -> int:
        """Where somebody is named first, but for the lines that sign and date."""
        places = (mention.start for mention in person.mentions)
        return next((place for place in places if not self.is_about_the_page(place)), _NOWHERE)

    def sentence_before(self, offset: int) -> Span | None:
        """The last sentence that ends at or before `offset`."""
        place = bisect_left(self._sentence_starts, offset) - 1
        while place >= 0 and self.sentences[place][1] > offset:
            place -= 1
        return self.sentences[place] if place >= 0 else None

    def sentence_from(self, offset: int) -> Span | None:
        """The first sentence that starts at or after `offset`."""
        place = bisect_left(self._sentence_starts, offset)
        return self.sentences[place] if place < len(self.sentences) else None

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds `offset` begins."""
        place = bisect_right(self._sentence_starts, offset) - 1
        return self._sentence_starts[place] if place >= 0 else offset

    def sentences_before(self, offset: int, count: int) -> list[Span]:
        """The last so many sentences that end at or before `offset`, the nearest first."""
        place = bisect_left(self._sentence_starts, offset)
        before = [sentence for sentence in self.sentences[max(0, place - count - 1) : place] if sentence[1] <= offset]
        return before[::-1][:count]

    def count_between(self, start: int, end: int) -> int:
        """How many whole sentences stand in [start, end)."""
        first = bisect_left(self._sentence_starts, start)
        return sum(sentence[1] <= end for sentence in self.sentences[first : bisect_left(self._sentence_starts, end)])

    def _recent_sentences(self, offset: int, reach: int = REACH) -> list[Span]:
        """The sentence of `offset` and those before it, the nearest first."""
        place = bisect_right(self._sentence_starts, offset)
        return self.sentences[max(0, place - reach - 1) : place][::-1]

    def is_marked(self, offset: int) -> bool:
        """Whether `offset` stands in the words of somebody else."""
        place = bisect_right(self._marked_starts, offset) - 1
        return place >= 0 and offset < self._marked[place].outer_end

    def last_marks(self, offset: int) -> Span | None:
        """The last marked words that open before `offset`."""
        place = bisect_right(self._marked_starts, offset) - 1
        return (self._marked[place].outer_start, self._marked[place].outer_end) if place >= 0 else None


def _holds(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of the spans, which stand in text order, holds `offset`."""
    place = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return place >= 0 and offset < spans[place][1]
