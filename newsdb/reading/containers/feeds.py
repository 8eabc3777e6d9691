"""Cut RSS and Atom feeds and sitemaps of news into feeds of one item; `frames` tells what is put around each.

The cut is made in the text and not in a tree, so that an item keeps its bytes, and a feed that breaks the rules of XML
loses no more than the items that break them.
"""

import re
from collections.abc import Iterator
from io import BufferedReader
from itertools import islice

from newsdb.errors import FileTooLarge, NoArticle, TruncatedFile, WrongEncoding
from newsdb.reading.containers.frames import cut_frame
from newsdb.reading.containers.record import Found, Opener, Place, Record
from newsdb.reading.containers.streams import read_whole
from newsdb.reading.feed_limits import MOST_ITEMS, excess_of_feed

# A parser of feeds takes some five seconds for a megabyte that is made to hurt it.
_LARGEST_ITEM = 2 * 1024 * 1024
_BOM = b"\xef\xbb\xbf"
# Possessive: what is no prologue must not be tried in every other way.
_ROOT = re.compile(
    rb"(?>\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+<(?:[\w.-]+:)?(rss|feed|RDF|urlset|channel)\b",
    re.DOTALL | re.IGNORECASE,
)
_MARK = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(/?)(?:[\w.-]+:)?(item|entry|url)(?=[\s>/])([^<>]*)>",
    re.DOTALL | re.IGNORECASE,
)
_ITEM_TAGS = {b"feed": b"entry", b"urlset": b"url"}
_WIDE = (
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\xfe\xff", "utf-16"),
    (b"\xff\xfe", "utf-16"),
    (b"\x00<", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def is_feed(opening: bytes) -> bool:
    """The root is that of a feed, in UTF-8 or in UTF-16 with a byte order mark."""
    return _ROOT.match(_as_ascii(opening)) is not None


def cut_feed(stream: BufferedReader, place: Place, _: Opener) -> Iterator[Found]:
    """Each item with what the feed says of itself around it."""
    content = _as_bytes(read_whole(stream, place.name), place.name)
    spans = list(islice(_items(content), MOST_ITEMS + 1))
    if not spans:
        raise NoArticle("the feed has no items", where=place.name, remedy="check that it is a feed of articles")
    before, after = cut_frame(content, spans)
    if what := excess_of_feed(content, before + after, len(spans)):
        raise FileTooLarge(
            what, where=place.name, remedy="cut it into smaller feeds, and leave out what is not of them"
        )
    for number, (start, end) in enumerate(spans, start=1):
        name = f"{place.name}#item {number}"
        if end is None:
            yield TruncatedFile("the feed has no end of this item", where=name, remedy="fetch the feed again")
        elif end - start > _LARGEST_ITEM:
            yield FileTooLarge("an item of more than 2 MB", where=name, remedy="load the page that it stands for")
        else:
            yield Record(name, before + content[start:end] + after)


def _items(content: bytes) -> Iterator[tuple[int, int | None]]:
    """Where each item begins and ends; None for one that does not end before the next or the end of the feed."""
    root = _ROOT.match(content.removeprefix(_BOM))
    wanted = _ITEM_TAGS.get(root[1].lower() if root else b"", b"item")
    start: int | None = None
    for mark in _MARK.finditer(content):
        closing, tag, rest = mark.groups()
        if tag is None or tag.lower() != wanted or rest.rstrip().endswith(b"/"):
            continue
        if start is not None:
            yield start, mark.end() if closing else None
        start = None if closing else mark.start()
    if start is not None:
        yield start, None


def _as_ascii(opening: bytes) -> bytes:
    """The opening without the NULs of UTF-16 and UTF-32, which is enough to see a root."""
    return opening.translate(None, b"\0\xff\xfe").removeprefix(_BOM) if _wide(opening) else opening.removeprefix(_BOM)


def _wide(opening: bytes) -> str | None:
    """The encoding of two or four bytes a letter that a feed begins in, by the table of XML 1.0, appendix F."""
    return next((codec for start, codec in _WIDE if opening.startswith(start)), None)


def _as_bytes(content: bytes, name: str) -> bytes:
    """The feed in an encoding in which a tag is its ASCII: UTF-16 and UTF-32 become UTF-8."""
    codec = _wide(content)
    if codec is None:
        return content
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        raise WrongEncoding(
            f"the feed is not valid {codec.upper()} ({error.reason})",
            where=f"{name}@{error.start}",
            remedy="fetch it again",
        ) from error
    return _DECLARATION.sub("", text).encode("utf-8", "replace")
