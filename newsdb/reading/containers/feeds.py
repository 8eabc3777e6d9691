"""Cut RSS and Atom feeds and sitemaps of news into feeds of one item; what an item says is read elsewhere.

The cut is made in the text and not in a tree, so that an item keeps its bytes, and a feed that breaks the rules of XML
loses no more than the items that break them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from io import BufferedReader
from itertools import islice

from newsdb.errors import FileTooLarge, NoArticle, TruncatedFile, WrongEncoding
from newsdb.reading.containers.record import Found, Opener, Place, Record
from newsdb.reading.containers.streams import read_whole
from newsdb.reading.feed_limits import LARGEST_FRAME, MOST_ITEMS, excess_of_feed

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
# What a feed says of the moment: the same item must be the same record tomorrow.
_VOLATILE = re.compile(
    rb"<((?:[\w.-]+:)?(?:lastBuildDate|pubDate|updated|modified|date|generator|ttl))\b[^<>]*>[^<]*</\1\s*>\s*",
    re.IGNORECASE,
)
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
# It declares entities, which no feed needs: those of HTML are known without.
_DOCTYPE = re.compile(rb"\A((?>\s+|<\?[^>]*>|<!--.*?-->)*+)<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_LIST_OF_ITEMS = (b"<items", b"</items>")
# What a program writes between items, of which each item would be charged with all.
_COMMENT = re.compile(rb"(<!\[CDATA\[.*?(?:\]\]>|\Z))|<!--.*?(?:-->|\Z)", re.DOTALL)
# A frame with more in it holds lists, as of all tags of a blog, of which no item needs any; others stay as printed.
_LARGEST_FRAME_WITH_LISTS = 2 * 1024
_LONGEST_LIST = 10
_TAG = re.compile(rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(/?)([^\s<>/!?]++)[^<>]*+>\s*", re.DOTALL)
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
    before, after = _frame(content, spans)
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


def _frame(content: bytes, spans: list[tuple[int, int | None]]) -> tuple[bytes, bytes]:
    """What stands before the first item and, all between and behind the items, after it."""
    starts = [start for start, _ in spans[1:]] + [len(content)]
    between = (content[end:start] for (_, end), start in zip(spans, starts, strict=True) if end is not None)
    gaps = [_COMMENT.sub(rb"\1", gap).strip() for gap in between]
    before = content[: spans[0][0]]
    opening, closing = (before.find(mark) for mark in _LIST_OF_ITEMS)
    if 0 <= opening < closing:
        before = before[:opening] + before[closing + len(_LIST_OF_ITEMS[1]) :]
    if len(before) > _LARGEST_FRAME_WITH_LISTS:
        before = b"".join(_without_lists(before))
    after = b"\n".join(gap for gap in gaps if gap)[: LARGEST_FRAME + 1]
    if len(before) > LARGEST_FRAME:
        return before, b""
    return _VOLATILE.sub(b"", _DOCTYPE.sub(rb"\1", before, count=1)), b"\n" + _VOLATILE.sub(b"", after) + b"\n"


def _without_lists(before: bytes) -> Iterator[bytes]:
    """What is left without the elements of a name that stands there more than ten times; the first of each is left."""
    counts = Counter(tag[2] for tag in _TAG.finditer(before) if tag[2] and not tag[1])
    seen: set[bytes] = set()
    kept = start = depth = 0
    listed = b""
    for tag in _TAG.finditer(before):
        closing, name = tag.groups()
        if not name or (depth and name != listed) or (not depth and (closing or counts[name] <= _LONGEST_LIST)):
            continue
        if not depth and name not in seen:
            seen.add(name)
            continue
        if not depth:
            listed, start = name, tag.start()
        is_empty = tag[0].rstrip().endswith(b"/>")
        depth += -1 if closing else not is_empty
        if not depth:
            yield before[kept:start]
            kept = tag.end()
    yield before[kept:]


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
