"""Cut a text into lines and lines into sentences; marks and speech are left to the modules that read them."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsdb.document import IGNORED_SEGMENT_KINDS, Segment, SegmentKind

Span = tuple[int, int]

# A full stop, what closes around it, and a capital, a figure or an opening mark after the space.
_BOUNDARY = re.compile(r"[.!?…]+[\s\u00a0]?[»”’'›>\")\]]*(?=\s+[«“”„‘’'‹<\"(–—-]*\s*[A-ZÀ-ÖØ-Þ0-9«“„‘‹<\"])")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
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
            start, end = trim(text, match.start(), match.end())
            if start < end:
                yield Line(start, end, segment.kind)


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
) -> tuple[Span, ...]:
    """The sentences of text[start:end].

    A stop inside a shield (a pair of marks) ends none, unless it ends the pair too; nor does the stop of an
    initial or of one of `abbreviations` (lower case, without the stop), nor, before a figure,
    of one of `number_abbreviations`.
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
        known = abbreviations | number_abbreviations if text[match.end() + 1].isdigit() else abbreviations
        if match.end() < shielded or _is_abbreviation(text, opened, match.start(), known):
            continue
        span = trim(text, opened, match.end())
        if span[0] < span[1]:
            sentences.append(span)
        opened = match.end()
    span = trim(text, opened, end)
    if span[0] < span[1]:
        sentences.append(span)
    return tuple(sentences)


def _is_abbreviation(text: str, start: int, stop: int, abbreviations: frozenset[str]) -> bool:
    if text[stop] != ".":
        return False
    match = _LAST_WORD.search(text, max(start, stop - 24), stop)
    if match is None:
        return False
    word = match.group(1)
    return (len(word) == 1 and word.isupper()) or word.lower() in abbreviations
