"""Say of each line of a page what it is: the story by its markup, the rest by the part of the page it stands in."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lxml import etree

from newsdb.document import SegmentKind
from newsdb.reading.furniture import recognise_furniture
from newsdb.reading.html.rendering import HEADINGS, PageLine, Rendering
from newsdb.reading.html.story import SURE_PARAGRAPH, is_pointer
from newsdb.reading.html.words import title_key
from newsdb.reading.lines import Block

_STANDFIRST = re.compile(
    r"standfirst|chap[eo]au?|chapo|sub-?title|sous-?titre|subline|subhead|\bdeck?\b|excerpt|\blead\b", re.I
)
_RELATED = re.compile(r"related|recirc|more-?from|most-?(?:read|popular)|trending|lire-?aussi|outbrain|taboola", re.I)
_NAVIGATION = frozenset({"nav", "footer", "header"})
_FIGURE = frozenset({"figure", "figcaption"})
_SHORTEST_STANDFIRST = 40
_LONGEST_STANDFIRST = 600


@dataclass(frozen=True, slots=True)
class PageParts:
    """The lines whose part is known from their contents; the story by its indexes."""

    headline: Collection[PageLine]
    bylines: Collection[PageLine]
    datelines: Collection[PageLine]
    story: Sequence[int]
    description: str | None = None


def divide_page(rendering: Rendering, parts: PageParts) -> list[Block]:
    """A block for every line of the page."""
    lines = rendering.lines
    story = frozenset(parts.story)
    end_of_story = _end_of_story(lines, parts.story)
    marked: dict[etree._Element, bool] = {}
    blocks = []
    for at, line in enumerate(lines):
        known = _known_kind(line, parts)
        if known:
            kind = known
        elif at in story:
            kind = _story_kind(line) if at < end_of_story else "related"
        elif parts.story and at < parts.story[0] and _is_standfirst(line, parts.description):
            kind = "standfirst"
        else:
            kind = _page_kind(line, marked)
        blocks.append(Block(line.line, kind))
    return blocks


def _known_kind(line: PageLine, parts: PageParts) -> SegmentKind | None:
    if line in parts.headline:
        return "headline"
    if line in parts.bylines:
        return "byline"
    return "dateline" if line in parts.datelines else None


def _end_of_story(lines: Sequence[PageLine], story: Sequence[int]) -> int:
    """The index from which on the story is but pointers to others: a line says so, and no paragraph comes after it."""
    last_sure = max((at for at in story if lines[at].line.length >= SURE_PARAGRAPH), default=-1)
    tails = (at for at in story if at > last_sure and recognise_furniture(lines[at].line) in ("tail", "weak_tail"))
    return next(tails, len(lines))


def _story_kind(line: PageLine) -> SegmentKind:
    found = recognise_furniture(line.line)
    if found in ("see_also", "pointer"):
        return "related"
    if found == "caption" or line.inside & _FIGURE:
        return "caption"
    if found == "share":
        return "boilerplate"
    return "subheading" if line.inside & HEADINGS else "paragraph"


def _page_kind(line: PageLine, marked: dict[etree._Element, bool]) -> SegmentKind:
    if line.inside & _FIGURE:
        return "caption"
    if line.inside & _NAVIGATION:
        return "navigation"
    if "aside" in line.inside or _is_in_related(line.element, marked):
        return "related"
    if recognise_furniture(line.line) in ("share", "caption"):
        return "boilerplate"
    return "related" if is_pointer(line) else "boilerplate"


def _is_standfirst(line: PageLine, description: str | None) -> bool:
    """Whether a line between headline and story sums it up: the head of the page repeats it, or its class says so."""
    if not _SHORTEST_STANDFIRST <= line.line.length <= _LONGEST_STANDFIRST or is_pointer(line):
        return False
    if description and title_key(line.line.text) == title_key(description):
        return True
    return bool(_STANDFIRST.search(line.element.get("class") or "")) and not line.inside & _NAVIGATION


def _is_in_related(element: etree._Element | None, marked: dict[etree._Element, bool]) -> bool:
    """Whether the class or id of the element or of one of the four around it says so; `marked` keeps which do."""
    for _ in range(5):
        if element is None:
            return False
        if element not in marked:
            marks = f"{element.get('class') or ''} {element.get('id') or ''}"
            marked[element] = _RELATED.search(marks) is not None
        if marked[element]:
            return True
        element = element.getparent()
    return False
