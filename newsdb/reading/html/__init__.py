"""Saved HTML pages: markup → Document. This is the door; `page` and the modules that each find a part are behind it."""

from newsdb.document import Document
from newsdb.reading.markup import is_html

NAME = "HTML page"
_OPENING = 4096


def recognises(text: str) -> bool:
    """Whether the text opens like an HTML page."""
    return is_html(text[:_OPENING])


def read(text: str, name: str) -> Document:
    """The one article of the page. Raises NoArticle for an index, a stub or no story, UnreadablePage."""
    # lxml takes as long to load as all else, and who reads no saved page need not wait for it.
    from newsdb.reading.html.page import read_page

    return read_page(text, name)
