"""Recognise text written for machines and refuse it with a way out; each format that is read has its own module."""

import re

from newsdb.errors import UnknownFormat
from newsdb.reading.markup import is_html

_OPENINGS = (
    ("RTF", re.compile(r"\s*\{\\rtf")),
    ("XML", re.compile(r"\s*<(?:\?xml|!doctype)\b", re.IGNORECASE)),
    ("markup of an unknown kind", re.compile(r"\s*</?[a-z][\w:-]*[\s/>]", re.IGNORECASE)),
)


def refuse_foreign(opening: str, name: str) -> None:
    """Raise UnknownFormat if the first characters of a file are those of a format that newsdb does not read."""
    if is_html(opening):
        return
    for label, pattern in _OPENINGS:
        if pattern.match(opening):
            raise UnknownFormat(
                f"the file is {label}, which is not read",
                where=f"{name}:1",
                remedy="give the article as plain text, the headline on the first line and the body below it",
            )
