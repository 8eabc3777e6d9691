"""Find which lines of a rendering are the story, with trafilatura; what kind of line each is, is said in `segments`.

trafilatura gives text of its own making, so its paragraphs are looked up in the rendering, letter by letter without
white space: nothing enters the story that the page does not print, and what cannot be found stays out.
"""

import logging
import re
from collections import Counter
from collections.abc import Sequence

from lxml import html

from newsdb.reading.html.places import locate
from newsdb.reading.html.rendering import HEADINGS, PageLine, Rendering
from newsdb.reading.text import INVISIBLE

_SPACE = re.compile(rf"[\s{INVISIBLE}|]+")
# A line is of the story when most of its letters are.
_SHARE = 0.5
# Shorter paragraphs stand at too many places of a page to say where the story is.
_SHORTEST_ANCHOR = 25
# Of a line that points elsewhere, more than this share of the letters is in links.
_POINTER = 0.8
# A paragraph of this length is the article's own; a teaser of another is seldom so long.
SURE_PARAGRAPH = 200
_FEWEST_ALIKE = 3
_SHORTEST_SIBLING = 60


def find_story(root: html.HtmlElement, rendering: Rendering, first: int) -> tuple[int, ...]:
    """The indexes of the lines of the story, which stand at `first` or below; none where the page has no story."""
    story = [at for at in _find_lines(root, rendering) if at >= first and not is_pointer(rendering.lines[at])]
    return tuple(_without_tail(rendering, _with_siblings(rendering, story)))


def is_pointer(line: PageLine) -> bool:
    """Whether nearly all of the line is links: it points to other articles."""
    return line.linked > _POINTER * line.line.length


def _with_siblings(rendering: Rendering, story: Sequence[int]) -> list[int]:
    """The story, and the paragraphs below its first line that stand in blocks like those that most of it stands in."""
    places = Counter(place for at in story if (place := _place(rendering.lines[at])))
    place, number = next(iter(places.most_common(1)), ((), 0))
    if number < _FEWEST_ALIKE or 2 * number < len(story):
        return list(story)
    more = {
        at
        for at, line in enumerate(rendering.lines[story[0] :], story[0])
        if line.line.length >= _SHORTEST_SIBLING and _place(line) == place and not is_pointer(line)
    }
    return sorted(more | set(story))


def _place(line: PageLine) -> tuple[str, ...]:
    """Tags and classes of a paragraph and the block around it; empty where the classes do not tell blocks apart."""
    parent = line.element.getparent()
    if line.element.tag != "p" or parent is None or not parent.get("class"):
        return ()
    return (line.element.get("class") or "", str(parent.tag), parent.get("class") or "")


def _without_tail(rendering: Rendering, story: list[int]) -> list[int]:
    """The story without headings at its end, which stand above other articles."""
    while story and rendering.lines[story[-1]].inside & HEADINGS:
        story.pop()
    return story


def _find_lines(root: html.HtmlElement, rendering: Rendering) -> list[int]:
    """The indexes of the lines that trafilatura takes for the story."""
    pieces = [_SPACE.sub("", line.line.text) for line in rendering.lines]
    covered, lost = locate(pieces, _paragraphs(root))
    story = []
    end = 0
    for at, piece in enumerate(pieces):
        start, end = end, end + len(piece)
        inside = sum(covered[start:end]) > _SHARE * len(piece)
        if inside or (len(piece) >= _SHORTEST_ANCHOR and piece in lost):
            story.append(at)
    return story


def _paragraphs(root: html.HtmlElement) -> list[str]:
    """What trafilatura takes for the text of the article, squeezed, a paragraph each."""
    # Loading takes 0.4 s, and who reads no saved page need not wait for it.
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    # Measured on 181 pages: the fallbacks of the slow mode take half as long again and find no more.
    found = bare_extraction(root, fast=True, favor_recall=True, include_comments=False, with_metadata=False)
    text = getattr(found, "text", None) or ""
    return [piece for line in text.split("\n") if (piece := _SPACE.sub("", line.removeprefix("- ")))]
