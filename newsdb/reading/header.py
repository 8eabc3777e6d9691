"""Read what a page prints between the headline and the body: authors, dates, outlet, credits, buttons, standfirst."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdb.document import Byline, SegmentKind
from newsdb.language.names import load_name_lists
from newsdb.language.outlets import find_outlet
from newsdb.reading.bylines import are_initials, has_byline_prefix, is_author_name, read_byline
from newsdb.reading.datelines import Dateline, read_dateline
from newsdb.reading.furniture import recognise_furniture
from newsdb.reading.lines import Block, Line

_LANGUAGE = "fr"
_MOST_LINES = 12
_SHORTEST_PARAGRAPH = 100
# Below a brief stand its signature and some buttons, and no more of these than here.
_MOST_LINES_BELOW = 40
# A standfirst may stand between the headline and the line that says who wrote it and when.
_MOST_STANDFIRSTS = 2
_LONGEST_STANDFIRST = 600
# "X et Y - à Sfax": what stands behind the names shows that they sign.
_ORIGIN = re.compile(r"\s[-–—,]\s?(?:à|en|au)\s[^\W\d_][\w'’-]+(?:\s[\w'’-]+){0,2}$")
# "X | PEOPLE | il y a 3 heures": an age counts from a day that nobody kept, but shows that the name beside it signs.
_BESIDE_AGE = re.compile(
    r"(?P<name>[^|•·]{4,60}?)\s*[|•·].*\bil y a\s\d+\s(?:min(?:ute)?s?|h(?:eure)?s?|jours?|semaines?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Header:
    """The blocks of a header, which may be none, and what they say."""

    blocks: tuple[Block, ...]
    authors: tuple[Byline, ...]
    datelines: tuple[Dateline, ...]


@dataclass(frozen=True, slots=True)
class _HeaderLine:
    block: Block
    authors: tuple[Byline, ...] = ()
    datelines: tuple[Dateline, ...] = ()


def read_header(text: str, lines: Sequence[Line], *, is_dated: bool = False) -> Header:
    """The header that the lines, which follow a headline, begin with; `is_dated` if a dateline stands above that."""
    own = _own_lines(text, lines)
    if not own and is_dated and lines[1:] and (signed := read_byline(text, lines[0].start, lines[0].end)):
        # A bare name between a headline and the text signs where the day is told above.
        own = [_HeaderLine(Block(lines[0], "byline"), signed)]
    return Header(
        blocks=tuple(one.block for one in own),
        authors=tuple(author for one in own for author in one.authors),
        datelines=tuple(dateline for one in own for dateline in one.datelines),
    )


def _own_lines(text: str, lines: Sequence[Line]) -> list[_HeaderLine]:
    """The lines up to the last one that belongs to a header; others between them are standfirsts."""
    own: list[_HeaderLine] = []
    skipped: list[Line] = []
    for at, line in enumerate(lines[:_MOST_LINES]):
        recognised = _read_line(text, lines, at)
        if recognised and skipped and not _has_text(text, lines[at + 1 :]):
            # A brief of one paragraph, and its signature.
            break
        # Credits and buttons also stand inside bodies, so what is above them need not be a standfirst.
        if recognised and (not skipped or recognised.authors or recognised.datelines):
            own += [_HeaderLine(Block(passed, "standfirst")) for passed in skipped]
            own.append(recognised)
            skipped = []
            continue
        skipped.append(line)
        if len(skipped) > _MOST_STANDFIRSTS or line.length > _LONGEST_STANDFIRST:
            break
    return own


def _has_text(text: str, lines: Sequence[Line]) -> bool:
    """Whether one of the lines is the article's own."""
    return any(_read_line(text, lines, at) is None for at in range(min(len(lines), _MOST_LINES_BELOW)))


def _read_line(text: str, lines: Sequence[Line], at: int) -> _HeaderLine | None:
    line = lines[at]
    if dateline := read_dateline(text, line):
        kind: SegmentKind = "byline" if has_byline_prefix(text, line.start, line.end) else "dateline"
        return _HeaderLine(Block(line, kind), dateline.authors, (dateline,))
    if find_outlet(line.text) and any(read_dateline(text, near) for near in _neighbours(lines, at)):
        return _HeaderLine(Block(line, "dateline"))
    found = recognise_furniture(line)
    if found == "caption":
        return _HeaderLine(Block(line, "caption"))
    if (byline := _read_author_line(text, lines, at)) is not None:
        return _HeaderLine(Block(line, "byline"), byline)
    return _HeaderLine(Block(line, "boilerplate")) if found == "share" else None


def _read_author_line(text: str, lines: Sequence[Line], at: int) -> tuple[Byline, ...] | None:
    """Who signs above the body: "Par X", or a bare name beside a dateline."""
    line = lines[at]
    byline = read_byline(text, line.start, line.end)
    if byline is None and at < _MOST_STANDFIRSTS and (first := _BESIDE_AGE.match(line.text)):
        # "Salwa I. | MODE | il y a 2 jours": a day that no file tells.
        return read_byline(text, line.start, line.start + first.end("name"))
    if byline is None or has_byline_prefix(text, line.start, line.end) or (at == 0 and are_initials(line.text)):
        return byline
    if at == 0 and (_ORIGIN.search(line.text) or _signs_alone(text, lines)):
        return byline
    return byline if any(read_dateline(text, near) for near in _neighbours(lines, at)) else None


def _signs_alone(text: str, lines: Sequence[Line]) -> bool:
    """Whether the first line is but a name that the text prints nowhere else, above its first paragraph.

    Whom a story is about is named again.
    """
    line = lines[0]
    words = line.text.split()
    is_name = is_author_name(line.text) and (are_initials(words[0]) or load_name_lists(_LANGUAGE).is_given(words[0]))
    is_above = len(lines) > 1 and lines[1].length >= _SHORTEST_PARAGRAPH
    return is_name and is_above and text.count(words[-1]) == 1


def _neighbours(lines: Sequence[Line], at: int) -> list[Line]:
    return [*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2]]
