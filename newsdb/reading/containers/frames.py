"""What stands around the items of a feed: what its readers take of it, as each item is kept and parsed with it."""

import re
from collections import Counter

from newsdb.reading.feed_limits import LARGEST_FRAME

# What a feed says of the moment: the same item must be the same record tomorrow.
_VOLATILE = re.compile(
    rb"<((?:[\w.-]+:)?(?:lastBuildDate|pubDate|updated|modified|date|generator|ttl))\b[^<>]*>[^<]*</\1\s*>\s*",
    re.IGNORECASE,
)
# It declares entities, which no feed needs: those of HTML are known without.
_DOCTYPE = re.compile(rb"\A((?>\s+|<\?[^>]*>|<!--.*?-->)*+)<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_LIST_OF_ITEMS = (b"<items", b"</items>")
# What a program writes between items, of which each item would be charged with all.
_COMMENT = re.compile(rb"(<!\[CDATA\[.*?(?:\]\]>|\Z))|<!--.*?(?:-->|\Z)", re.DOTALL)
# More holds descriptions and lists, as of all tags of a blog, of which no item needs any; less stays as printed.
_LARGEST_AS_PRINTED = 2 * 1024
# Twenty thousand tags of a blog; more takes hundreds of megabytes to look at, and is refused for its length.
_LARGEST_LOOKED_AT = 4 * 1024 * 1024
_TAG = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|(?P<comment><!--.*?(?:-->|\Z))|<(?P<closing>/?)(?P<name>[^\s<>/!?]++)[^<>]*+>\s*",
    re.DOTALL,
)
# What readers take: what may stand around the items, of which each element is looked at,
_AROUND = re.compile(rb"(?:[^:]*:)?(?:rss|feed|rdf|channel|urlset)", re.IGNORECASE)
# these,
_NEEDED = re.compile(rb"(?:[^:]*:)?(?:title|language)", re.IGNORECASE)
# and prefixes, which some items use although they are declared elsewhere.
_PREFIX = re.compile(rb"\sxmlns:", re.IGNORECASE)
# In what is open deeper than this, nothing is closed.
_DEEPEST = 1_000
# An article under a name that is not that of the other items here: whoever reads them tells of it.
_OTHER_ITEM = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_TITLE = re.compile(rb"<(?:[\w.-]+:)?title\b", re.IGNORECASE)


def cut_frame(content: bytes, spans: list[tuple[int, int | None]]) -> tuple[bytes, bytes]:
    """What stands before the first item and, all between and behind the items, after it."""
    starts = [start for start, _ in spans[1:]] + [len(content)]
    between = (content[end:start] for (_, end), start in zip(spans, starts, strict=True) if end is not None)
    gaps = [_COMMENT.sub(rb"\1", gap).strip() for gap in between]
    before, after = content[: spans[0][0]], b"\n".join(gap for gap in gaps if gap)
    opening, closing = (before.find(mark) for mark in _LIST_OF_ITEMS)
    if 0 <= opening < closing:
        before = before[:opening] + before[closing + len(_LIST_OF_ITEMS[1]) :]
    needed = _needed(before), _needed(after)
    # Where the only title is lost, the feed is written in a way of its own.
    if any(map(_TITLE.search, needed)) or not any(map(_TITLE.search, (before, after))):
        before, after = needed
    after = after[: LARGEST_FRAME + 1]
    if len(before) > LARGEST_FRAME:
        return before, b""
    return _VOLATILE.sub(b"", _DOCTYPE.sub(rb"\1", before, count=1)), b"\n" + _VOLATILE.sub(b"", after) + b"\n"


def _needed(part: bytes) -> bytes:
    """What is left of a long part without the elements and comments that no reader takes; of text and tags, all."""
    if not _LARGEST_AS_PRINTED < len(part) <= _LARGEST_LOOKED_AT or _OTHER_ITEM.search(part):
        return part
    spans = _spans_without_use(part)
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(part)]
    return b"".join(part[end:start] for end, start in zip(ends, starts, strict=True))


def _spans_without_use(part: bytes) -> list[tuple[int, int]]:
    """The comments, and each element with an end that is within no other; one without an end has none."""
    spans: list[tuple[int, int]] = []
    opened: list[re.Match[bytes]] = []
    names: Counter[bytes] = Counter()
    for tag in _TAG.finditer(part):
        if tag["comment"]:
            _add(spans, *tag.span())
        elif not tag["name"]:
            continue
        elif not tag["closing"] and not tag[0].rstrip().endswith(b"/>"):
            opened.append(tag)
            names[tag["name"].lower()] += 1
            if len(opened) > _DEEPEST:
                return []
        elif (start := _opening(tag, opened, names)) is not None and not _AROUND.fullmatch(tag["name"]):
            while spans and spans[-1][0] > start.start():
                spans.pop()
            if not _NEEDED.fullmatch(tag["name"]) and not _PREFIX.search(start[0]):
                _add(spans, start.start(), tag.end())
    return spans


def _opening(tag: re.Match[bytes], opened: list[re.Match[bytes]], names: Counter[bytes]) -> re.Match[bytes] | None:
    """Where the element that the tag ends begins, with which all in it is closed; None where it begins nowhere."""
    name = tag["name"].lower()
    if not tag["closing"] or not names[name]:
        return None if tag["closing"] else tag
    while True:
        opening = opened.pop()
        names[opening["name"].lower()] -= 1
        if opening["name"].lower() == name:
            return opening


def _add(spans: list[tuple[int, int]], start: int, end: int) -> None:
    """Lists of thousands become one span."""
    if spans and spans[-1][1] == start:
        start = spans.pop()[0]
    spans.append((start, end))
