"""What feedparser reads in the time of its bytes, of a feed and of an item; more is refused before it is tried."""

import re

from newsdb.reading.xml_trees import is_too_deep

# Each record is kept with the frame around it: what a feed says of itself fits in some pages.
_LARGEST_FRAME = 64 * 1024
# So much of frames any feed may add to what is kept,
_LARGEST_FRAMES = 256 * 1024
# and a longer one eight times itself: a frame is seldom longer than an item.
_FRAMES_BY_LENGTH = 8
# A parser takes some 20 µs for each tag and reference, of the frame around each item too, and hardly anything for the
# words between two; a tag within an item may make a line, which takes as long again.
_TIMES_OF_TAG_IN_ITEM = 2
# So these take 0.15 s of the 0.2 s that a file may take,
_MOST_TAGS = 7_500
# 0.3 ms of the millisecond of each item,
_TAGS_OF_ITEM = 15
# and four of the five seconds of each megabyte.
_FEWEST_BYTES_OF_TAG = 5
# Twice what a sitemap may have.
MOST_ITEMS = 100_000

# feedparser compares every attribute in quotes of an element with all others. Those without it reads in another way,
# 6,000 in 0.06 s.
_MOST_ATTRIBUTES = 200
# Of few, one takes as long as a quarter of a tag; a hundred compare as long as they read.
_ATTRIBUTES_LIKE_TAG = 4
_MANY_ATTRIBUTES = 100
_TAG = re.compile(rb"<(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')++")
_ATTRIBUTE = re.compile(rb"=\s*(?:\"[^\"]*\"|'[^']*')")


def excess_of_feed(content: bytes, frame: bytes, items: int) -> str | None:
    """Of what the feed has more than its readers take: each item is parsed, and kept, with the frame around it."""
    if items > MOST_ITEMS:
        return f"a feed of more than {MOST_ITEMS:,} items"
    if len(frame) > _LARGEST_FRAME:
        return f"a feed with more than {_LARGEST_FRAME // 1024} kB around its items"
    most_bytes = _LARGEST_FRAMES + _FRAMES_BY_LENGTH * len(content)
    if items * len(frame) > most_bytes:
        return (
            f"a feed whose {items:,} items, with {len(frame):,} bytes around each, take more than {most_bytes:,} bytes"
        )
    most_tags = _MOST_TAGS + _TAGS_OF_ITEM * items + len(content) // _FEWEST_BYTES_OF_TAG
    tags = _TIMES_OF_TAG_IN_ITEM * content.count(b"<")
    around = _tags_of_frame(frame)
    if tags + items * around > most_tags:
        return (
            f"a feed of {tags + items * around:,} tags, with the {around:,} around each item (many attributes count"
            f" as more), where its length bears {most_tags:,}"
        )
    return None


def excess_of_item(content: bytes) -> str | None:
    """Of what the item, with the frame around it, has more than feedparser can read in the time of its bytes."""
    if is_too_deep(content):
        return "elements nested more than 2,000 deep"
    if any(count > _MOST_ATTRIBUTES for count in _attributes(content)):
        return f"an element of more than {_MOST_ATTRIBUTES} attributes"
    return None


def _tags_of_frame(frame: bytes) -> int:
    """How many tags take as long as the frame."""
    attributes = sum(count + count**2 / _MANY_ATTRIBUTES for count in _attributes(frame)) / _ATTRIBUTES_LIKE_TAG
    return frame.count(b"<") + frame.count(b"&") + int(attributes)


def _attributes(content: bytes) -> list[int]:
    """How many attributes in quotes each element has."""
    return [len(_ATTRIBUTE.findall(tag[0])) for tag in _TAG.finditer(content)]
