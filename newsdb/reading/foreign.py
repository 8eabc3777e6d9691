"""Recognise text written for machines and refuse it with a way out; each format that is read has its own module."""

import re

from newsdb.errors import UnknownFormat

_OPENINGS = (
    ("RTF", re.compile(r"\s*\{\\rtf")),
    ("XML", re.compile(r"\s*<\?xml\b", re.IGNORECASE)),
    ("HTML", re.compile(r"\s*<(?:!doctype|!--|/?[a-z][a-z0-9]*[\s/>])", re.IGNORECASE)),
)


def refuse_foreign(opening: str, name: str) -> None:
    """Raise UnknownFormat if the first characters of a file are those of a format that newsdb does not read."""
    for label, pattern in _OPENINGS:
        if pattern.match(opening):
            raise UnknownFormat(
                f"the file is {label}, which is not read",
                where=f"{name}:1",
                remedy="give the article as plain text, the headline on the first line and the body below it",
            )
