"""Render a page as plain text, a line for each block that a browser would show; what a line is, others decide.

Every character of the text comes from the page, so that segments over these lines account for all that it prints.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from newsdb.reading.lines import Line
from newsdb.reading.text import INVISIBLE

# What a browser shows no words of.
_UNSEEN = frozenset(
    (
        *("head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "select"),
        *("option", "datalist", "textarea", "canvas", "audio", "video", "map", "applet", "frame", "frameset"),
        *("noframes", "title", "meta", "link", "base"),
    )
)
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("img", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span"),
        *("strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PLACES = HEADINGS | {"nav", "header", "footer", "aside", "figure", "figcaption"}
# White space of markup; the no-break spaces of French typography are letters of the text.
_MARKUP_SPACE = re.compile(r"[ \t\n\r\f]+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_EDGE = f" \u00a0{INVISIBLE}"


@dataclass(frozen=True, slots=True, eq=False)
class PageLine:
    """A line of the rendering, the innermost block it stands in, and how many of its letters are in links."""

    line: Line
    element: etree._Element
    linked: int
    inside: frozenset[str]
    """Of `PLACES`, the tags of the element and of those around it."""
    heading: etree._Element | None
    """The heading that it is a part of."""


@dataclass(frozen=True, slots=True, eq=False)
class Rendering:
    """The plain text of a page, and its lines in order."""

    text: str
    lines: tuple[PageLine, ...]


@dataclass(slots=True)
class _Pending:
    """A line while its pieces come in."""

    element: etree._Element
    text: str
    linked: int
    inside: frozenset[str]
    heading: etree._Element | None


def render_page(root: etree._Element) -> Rendering:
    """The rendering of all that the page prints; its text may be empty."""
    lines: list[PageLine] = []
    end = 0
    texts = []
    for pending in _Walk().walk(root):
        start = end + (1 if lines else 0)
        end = start + len(pending.text)
        line = Line(start, end, pending.text, after_blank=False)
        linked = min(pending.linked, line.length)
        lines.append(PageLine(line, pending.element, linked, pending.inside, pending.heading))
        texts.append(pending.text)
    return Rendering("\n".join(texts), tuple(lines))


class _Walk:
    """Collects the pieces of text between the edges of blocks."""

    def __init__(self) -> None:
        self.done: list[_Pending] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.links = 0
        self.blocks: list[etree._Element] = []
        self.places: list[etree._Element] = []

    def walk(self, root: etree._Element) -> Sequence[_Pending]:
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "start":
                if element.tag in _UNSEEN:
                    events.skip_subtree()
                    continue
                self._open(element)
            elif element.tag not in _UNSEEN:
                self._close(element)
            if event == "end" and element is not root and element.tail:
                self._add(element.tail)
        self._end_line()
        return self.done

    def _open(self, element: etree._Element) -> None:
        if element.tag not in _INLINE:
            self._end_line()
            if element.tag != "br":
                self.blocks.append(element)
            if element.tag in PLACES:
                self.places.append(element)
        elif element.tag == "a":
            self.links += 1
        if element.text:
            self._add(element.text)

    def _close(self, element: etree._Element) -> None:
        if element.tag not in _INLINE:
            self._end_line()
            if element.tag != "br":
                self.blocks.pop()
            if element.tag in PLACES:
                self.places.pop()
        elif element.tag == "a":
            self.links -= 1

    def _add(self, piece: str) -> None:
        self.pieces.append(piece)
        if self.links:
            self.linked += len(piece.strip())

    def _end_line(self) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces)
        self.pieces.clear()
        linked, self.linked = self.linked, 0
        text = _MARKUP_SPACE.sub(" ", _UNPRINTABLE.sub(" ", text) if _UNPRINTABLE.search(text) else text).strip(_EDGE)
        if text:
            inside = frozenset(str(place.tag) for place in self.places)
            heading = next((place for place in self.places if place.tag in HEADINGS), None)
            self.done.append(_Pending(self.blocks[-1], unicodedata.normalize("NFC", text), linked, inside, heading))
