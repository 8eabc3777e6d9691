"""Saved HTML pages: markup → Document; `page` is the door, the other modules each find one part of the page."""

from newsdb.reading.html.page import NAME, read, recognises

__all__ = ["NAME", "read", "recognises"]
