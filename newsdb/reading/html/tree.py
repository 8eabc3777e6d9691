"""Parse the markup of a saved page under limits; what the page says is read by the other modules of this room."""

import re
from typing import cast

from lxml import etree, html

from newsdb.errors import NoArticle, UnreadablePage

# A front page of a daily has some 5,000 elements; what has ten times as many is no page that anyone reads.
MOST_ELEMENTS = 60_000
# Reading takes up to 100 µs for an element and 4 more for each that it stands in. By these weights a page of the press
# comes to less than two thirds of its characters; what is made of hardly anything but tags, to several times as many.
_WEIGHT_OF_ELEMENT = 20
_WEIGHT_OF_ANY_PAGE = 40_000
MOST_CHARACTERS = 64_000_000
_LIMITS = {True: "elements nested more than 256 deep", False: "a text or script of more than 10 million characters"}
# libxml2 compares every attribute of an element with all others, which takes hours for a million.
_MOST_ATTRIBUTES = 5_000
_LONG_TAG = re.compile(r"<[^<>]{20000,}")


def parse_page(text: str, name: str) -> html.HtmlElement:
    """The tree of the page. Raises NoArticle where there is no markup, UnreadablePage where there is too much of it."""
    if len(text) > MOST_CHARACTERS:
        raise _too_much(f"{len(text):,} characters of markup", name)
    for tag in _LONG_TAG.finditer(text):
        if len(tag.group().split()) > _MOST_ATTRIBUTES:
            raise _too_much("an element of too many attributes", name)
    # Entities of a document type are not expanded by the HTML parser, and nothing is fetched.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise NoArticle("no element in the markup", where=f"{name}:1", remedy="save the page again") from error
    for problem in parser.error_log:
        # There the parser stops, and the rest of the page is missing from the tree.
        if problem.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise _too_much(_LIMITS["depth" in problem.message], name, problem.line)
    levels = _levels(root)
    if sum(levels) > MOST_ELEMENTS:
        raise _too_much(f"more than {MOST_ELEMENTS:,} elements", name)
    if sum(number * (_WEIGHT_OF_ELEMENT + depth) for depth, number in enumerate(levels)) > (
        _WEIGHT_OF_ANY_PAGE + len(text)
    ):
        raise _too_much(f"{sum(levels):,} elements, up to {len(levels)} deep, in {len(text):,} characters", name)
    return cast(html.HtmlElement, root)


def _levels(root: html.HtmlElement) -> list[int]:
    """How many elements stand within none, within one, two and so on."""
    numbers: list[int] = []
    level: list[html.HtmlElement] = [root]
    while level:
        numbers.append(len(level))
        level = [child for element in level for child in element]
    return numbers


def _too_much(what: str, name: str, line: int = 1) -> UnreadablePage:
    return UnreadablePage(
        f"the page has {what}", where=f"{name}:{line}", remedy="give the article as plain text, or save its page alone"
    )
