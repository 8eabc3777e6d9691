"""The formats that can be read, in the order they are tried in; each is a module with `recognises` and `read`."""

from collections.abc import Callable
from dataclasses import dataclass

from newsdb.document import Document
from newsdb.reading import html, page_dump, plain_text


@dataclass(frozen=True, slots=True)
class Format:
    """A format of articles in text: how to tell it by its content, and how to read it."""

    name: str
    recognises: Callable[[str], bool]
    read: Callable[[str, str], list[Document]]


FORMATS = (
    Format(html.NAME, html.recognises, html.read),
    Format(page_dump.NAME, page_dump.recognises, page_dump.read),
    Format(plain_text.NAME, plain_text.recognises, plain_text.read),
)


def choose_format(text: str) -> Format:
    """The first format that recognises the text; plain text recognises any."""
    return next(candidate for candidate in FORMATS if candidate.recognises(text))
