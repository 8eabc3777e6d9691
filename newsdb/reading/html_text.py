"""Turn a fragment of HTML, as feeds and exports carry it, into lines; whole pages have a reader of their own."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree, html

from newsdb.document import SegmentKind
from newsdb.reading.markup import has_endless_tag
from newsdb.reading.references import unescape
from newsdb.reading.rendering import MOST_LINES, BodyLine, clean

_TAG = re.compile(r"<[a-zA-Z/!]")
_DROPPED = frozenset({"script", "style", "noscript", "iframe", "object", "svg", "form", "button", "template", "head"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS.union(
    ("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt"),
    ("fieldset", "figcaption", "figure", "footer", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre"),
    ("section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
)
_KINDS: dict[str, SegmentKind] = {"figcaption": "caption", **dict.fromkeys(_HEADINGS, "subheading")}


class EndlessMarkup(Exception):
    """A fragment that no parser takes whole; the door of all records knows where it stands, and refuses the record."""


def read_fragment(fragment: str) -> list[BodyLine]:
    """The lines of a fragment; what is no HTML at all is a line for each of its own. Raises EndlessMarkup."""
    if not _TAG.search(fragment):
        return [BodyLine(text) for line in unescape(fragment).splitlines() if (text := clean(line))]
    if has_endless_tag(fragment):
        raise EndlessMarkup("an element of too many attributes")
    # Of a text in which no <font> is closed, each is within the one before: 256 would be too few.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.fromstring(f"<div>{fragment}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    if any(problem.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for problem in parser.error_log):
        raise EndlessMarkup("elements nested more than 2,000 deep")
    lines = (BodyLine(text, kind) for kind, words in _lines(root) if (text := clean(words)))
    # One more than an article may have, for the rendering to see that it is none.
    return list(islice(lines, MOST_LINES + 1))


def plain(fragment: str) -> str:
    """The words of a fragment in one line."""
    return " ".join(line.text for line in read_fragment(fragment))


def _lines(root: etree._Element) -> Iterator[tuple[SegmentKind | None, str]]:
    """Words between one border of a block and the next, with what the block is; walked without recursion."""
    words: list[str] = []
    kinds: list[SegmentKind | None] = [None]
    dropped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        is_start = event == "start"
        if tag in _BLOCKS:
            yield kinds[-1], "".join(words)
            words = []
        if tag in _DROPPED:
            dropped += 1 if is_start else -1
        if tag in _KINDS:
            kinds = [*kinds, _KINDS[tag]] if is_start else kinds[:-1]
        piece = element.text if is_start else element.tail
        if piece and not dropped:
            words.append(piece)
    yield kinds[-1], "".join(words)
