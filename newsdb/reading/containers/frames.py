"""What stands around the items of a feed: what its readers take of it, as each item is kept and parsed with it."""

import re
from collections import Counter

# It declares entities, which no feed needs: those of HTML are known without.
_DOCTYPE = re.compile(rb"\A((?>\s+|<\?[^>]*>|<!--.*?-->)*+)<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
# Notes of a program, of which each item would be charged with all.
_COMMENT = re.compile(rb"(<!\[CDATA\[.*?(?:\]\]>|\Z))|<!--.*?(?:-->|\Z)", re.DOTALL)
# What a feed says of the moment: the same item must be the same record tomorrow, also where all else is kept.
_VOLATILE = re.compile(
    rb"<((?:[\w.-]+:)?(?:lastBuildDate|pubDate|updated|modified|date|generator|ttl))\b[^<>]*>[^<]*</\1\s*>\s*",
    re.IGNORECASE,
)
# Twenty thousand tags of a blog; more takes hundreds of megabytes to look at, and is refused for its length.
_LARGEST_LOOKED_AT = 4 * 1024 * 1024
_TAG = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<(?P<closing>/?)(?P<name>[^\s<>/!?]++)[^<>]*+>\s*",
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


def cut_frame(content: bytes, items: list[tuple[int, int | None]]) -> tuple[bytes, bytes]:
    """What stands before the first item and, all between and behind the items, after it."""
    starts = [start for start, _ in items[1:]] + [len(content)]
    between = (content[end:start] for (_, end), start in zip(items, starts, strict=True) if end is not None)
    gaps = [_COMMENT.sub(rb"\1", gap).strip() for gap in between]
    before = _COMMENT.sub(rb"\1", _DOCTYPE.sub(rb"\1", content[: items[0][0]], count=1))
    parts = [_VOLATILE.sub(b"", part) for part in (before, b"\n".join(gap for gap in gaps if gap))]
    needed = [_needed(part) for part in parts]
    # Where the only title is lost, the feed is written in a way of its own.
    if any(map(_TITLE.search, needed)) or not any(map(_TITLE.search, parts)):
        parts = needed
    return parts[0], b"\n" + parts[1] + b"\n"


def _needed(part: bytes) -> bytes:
    """What is left of a part without the elements that no reader takes; of text and tags, all."""
    if len(part) > _LARGEST_LOOKED_AT or _OTHER_ITEM.search(part):
        return part
    useless = _elements_without_use(part)
    ends = [0, *(end for _, end in useless)]
    starts = [*(start for start, _ in useless), len(part)]
    return b"".join(part[end:start] for end, start in zip(ends, starts, strict=True))


def _elements_without_use(part: bytes) -> list[tuple[int, int]]:
    """Where each element with an end that is within no other begins and ends; one without an end has none."""
    useless: list[tuple[int, int]] = []
    opened: list[re.Match[bytes]] = []
    names: Counter[bytes] = Counter()
    for tag in _TAG.finditer(part):
        if not tag["name"]:
            continue
        if not tag["closing"] and not tag[0].rstrip().endswith(b"/>"):
            opened.append(tag)
            names[tag["name"].lower()] += 1
            if len(opened) > _DEEPEST:
                return []
        elif (opening := _opening(tag, opened, names)) is not None and not _AROUND.fullmatch(tag["name"]):
            while useless and useless[-1][0] > opening.start():
                useless.pop()
            if not _NEEDED.fullmatch(tag["name"]) and not _PREFIX.search(opening[0]):
                _add(useless, opening.start(), tag.end())
    return useless


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


def _add(useless: list[tuple[int, int]], start: int, end: int) -> None:
    """Lists of thousands become one."""
    if useless and useless[-1][1] == start:
        start = useless.pop()[0]
    useless.append((start, end))
