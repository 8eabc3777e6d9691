"""Parse the markup of a saved page under limits; what the page says is read by the other modules of this room."""

from typing import cast

from lxml import etree, html

from newsdb.errors import NoArticle, UnreadablePage
from newsdb.reading.markup import has_endless_tag

# A front page of a daily has some 5,000 elements; what has ten times as many is no page that anyone reads.
MOST_ELEMENTS = 60_000
# Reading was seen to take up to 3 µs for a unit of weight, so pages within this take no more than 0.2 s and 5 s a
# megabyte. Pages of the press weigh a third of it at most; what is made of hardly anything but tags, several times as
# much. An element weighs one more for each that it stands in.
_WEIGHT_OF_ELEMENT = 11
_WEIGHT_OF_TEXT = 10
# trafilatura compares each paragraph with all others: it weighs one more for so many.
_PARAGRAPHS_OF_WEIGHT_ONE = 2_000
_WEIGHT_OF_ANY_PAGE = 60_000
_WEIGHT_OF_CHARACTER = 1.5
MOST_CHARACTERS = 64_000_000
_LIMITS = {True: "elements nested more than 256 deep", False: "a text or script of more than 10 million characters"}


def parse_page(text: str, name: str) -> html.HtmlElement:
    """The tree of the page. Raises NoArticle where there is no markup, UnreadablePage where there is too much of it."""
    if len(text) > MOST_CHARACTERS:
        raise _too_much(f"{len(text):,} characters of markup", name)
    if has_endless_tag(text):
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
    if root.xpath(f"count(//*) > {MOST_ELEMENTS}"):
        raise _too_much(f"more than {MOST_ELEMENTS:,} elements", name)
    levels = _levels(root)
    if _weight(root, levels) > _WEIGHT_OF_ANY_PAGE + _WEIGHT_OF_CHARACTER * len(text):
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


def _weight(root: html.HtmlElement, levels: list[int]) -> float:
    texts, paragraphs = (
        cast(float, root.xpath(f"count({path})")) for path in ("/descendant::text()[normalize-space()]", "//p")
    )
    alone = sum(number * (_WEIGHT_OF_ELEMENT + depth) for depth, number in enumerate(levels))
    return alone + texts * _WEIGHT_OF_TEXT + paragraphs**2 / _PARAGRAPHS_OF_WEIGHT_ONE


def _too_much(what: str, name: str, line: int = 1) -> UnreadablePage:
    return UnreadablePage(
        f"the page has {what}", where=f"{name}:{line}", remedy="give the article as plain text, or save its page alone"
    )
