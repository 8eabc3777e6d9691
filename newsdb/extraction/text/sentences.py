"""Cut a text into lines and lines into sentences; marks and speech are left to the modules that read them."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsdb.document import IGNORED_SEGMENT_KINDS, Segment, SegmentKind

Span = tuple[int, int]

# A full stop, what closes around it, and a capital, a figure or an opening mark after the space; of an opening mark
# or a capital the space may be forgotten behind a mark (« … ».« … », « … ».Le maire).
# Possessive, and never begun amid stops: a page of stops costs no more than its length.
_BOUNDARY = re.compile(
    r"(?<![.!?…])[.!?…]++[\s\u00a0]?[»”’'›>\")\]]*+"
    r"(?:(?=\s++[«“”„‘’'‹<\"(–—-]*\s*[A-ZÀ-ÖØ-Þ0-9«“„‘‹<\"])|(?:(?<=[»”)])|(?<=[»”)][.!?]))(?=[«“A-ZÀ-ÖØ-Þ]))"
)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
# Longer lines and sentences are read in pieces. Much of what is asked of a line or a sentence looks at all of it again
# for every cue or mark, so a page in one paragraph cost the square of its length: 6 s for 350 KB. A bound was weighed
# against an index for each of these questions, and bounds them all at once. The longest line of the gold has 4,349
# characters, the longest sentence 472.
MAX_LINE = 6000
MAX_SENTENCE = 1500
# équipe B, zone C: a noun without a capital, long enough to be no civility, and its letter.
_LETTERED = re.compile(r"(?<![^\W\d_])[a-zà-ÿ]{4,} [A-Z]$")
MAX_LETTERED = 24
# Not "La Rocca": behind an initial that is the rest of a name.
_FIRST_WORD = re.compile(r"\s+([^\W\d_]+)['’\s]\s*[a-zà-ÿ]")
_LAST_WORD = re.compile(r"(?:^|[\s(«“\"'’.-])([^\s(«“\"'’.-]+)$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print, [start, end) without the white space around it, and the kind of its segment."""

    start: int
    end: int
    kind: SegmentKind


def split_lines(text: str, segments: Sequence[Segment]) -> tuple[Line, ...]:
    """The lines from which facts may come, in order; a segment may hold several."""
    return tuple(_lines(text, segments))


def _lines(text: str, segments: Sequence[Segment]) -> Iterator[Line]:
    for segment in segments:
        if segment.kind in IGNORED_SEGMENT_KINDS:
            continue
        for match in _LINE.finditer(text, segment.start, segment.end):
            whole = match.span()
            for piece in (whole,) if whole[1] - whole[0] <= MAX_LINE else cut_line(text, *whole):
                start, end = trim(text, *piece)
                if start < end:
                    yield Line(start, end, segment.kind)


def cut_line(text: str, start: int, end: int) -> Iterator[Span]:
    """The line in pieces of at most MAX_LINE characters, which end where a sentence does if one ends in them.

    An empty line has none.
    """
    while end - start > MAX_LINE:
        stops = [match.end() for match in _BOUNDARY.finditer(text, start, start + MAX_LINE)]
        cut = stops[-1] if stops else _last_space(text, start, start + MAX_LINE)
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _last_space(text: str, start: int, end: int) -> int:
    """Behind the last white space of [start, end), `end` where there is none."""
    for place in range(end - 1, start, -1):
        if text[place].isspace():
            return place + 1
    return end


def trim(text: str, start: int, end: int) -> Span:
    """The span without the white space (no-break spaces too) at its ends."""
    while start < end and (text[start].isspace() or text[start] == "\ufeff"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\ufeff"):
        end -= 1
    return start, end


def split_sentences(
    text: str,
    start: int,
    end: int,
    *,
    shields: Iterable[Span] = (),
    abbreviations: frozenset[str] = frozenset(),
    number_abbreviations: frozenset[str] = frozenset(),
    openings: frozenset[str] = frozenset(),
) -> tuple[Span, ...]:
    """The sentences of text[start:end].

    A stop inside a shield (a pair of marks) ends none, unless it ends the pair too; nor does the stop of an
    initial or of one of `abbreviations` (lower case, without the stop), nor, before a figure,
    of one of `number_abbreviations`. A single letter behind a common word ends a sentence all the same where one
    of `openings` follows: "l'équipe B. Le club".
    """
    # Boundaries come in the order of the text, so each shield is looked at once: `shielded` is how far those reach
    # that began before the boundary.
    waiting = deque(sorted(shields))
    shielded = start
    sentences: list[Span] = []
    opened = start
    for match in _BOUNDARY.finditer(text, start, end):
        while waiting and waiting[0][0] < match.end():
            shielded = max(shielded, waiting.popleft()[1])
        known = (
            abbreviations | number_abbreviations if text[match.end() + 1 : match.end() + 2].isdigit() else abbreviations
        )
        if match.end() < shielded:
            continue
        if _is_abbreviation(text, opened, match.start(), known) and not _is_letter_of_noun(text, match, openings):
            continue
        sentences.extend(_cut_sentence(text, opened, match.end()))
        opened = match.end()
    sentences.extend(_cut_sentence(text, opened, end))
    return tuple(sentences)


def _cut_sentence(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence without the space around it, in pieces of at most MAX_SENTENCE characters."""
    while start < end:
        stop = end if end - start <= MAX_SENTENCE else _last_space(text, start, start + MAX_SENTENCE)
        span = trim(text, start, stop)
        if span[0] < span[1]:
            yield span
        start = stop


def _is_letter_of_noun(text: str, stop: re.Match[str], openings: frozenset[str]) -> bool:
    """Whether the letter before the stop names a common noun (l'équipe B), and the next sentence opens."""
    before = _LETTERED.search(text, max(0, stop.start() - MAX_LETTERED), stop.start())
    following = _FIRST_WORD.match(text, stop.end())
    return before is not None and following is not None and following.group(1).lower() in openings


def _is_abbreviation(text: str, start: int, stop: int, abbreviations: frozenset[str]) -> bool:
    if text[stop] != ".":
        return False
    match = _LAST_WORD.search(text, max(start, stop - 24), stop)
    if match is None:
        return False
    word = match.group(1)
    return (len(word) == 1 and word.isupper()) or word.lower() in abbreviations
