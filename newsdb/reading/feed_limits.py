"""What feedparser reads in the time of its bytes, of a feed and of an item; more is refused before it is tried."""

import re

from newsdb.reading.references import unescape
from newsdb.reading.xml_trees import is_too_deep

# Each record is kept with the frame around it: what a feed says of itself fits in some pages.
LARGEST_FRAME = 64 * 1024
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

# In the text of these feedparser looks for an address of mail, in time that grows with the square of a word, and with
# the length of a domain behind it: 15 ms for 1,000 letters, 0.6 ms for 64 with as many behind the @, which five seconds
# a megabyte allow. What stands before the @ has no more (RFC 5321).
_LONGEST_WORD_OF_AUTHOR = 64
# One that holds more than text and elements of text, or has no end, may take in whatever follows.
_TEXT = rb"(?:[^<]++|<!\[CDATA\[.*?\]\]>)"
_AUTHOR = re.compile(
    rb"<((?:[^\s<>/:]+:)?(?:author|creator|contributor|publisher|owner|managingeditor|webmaster))(?:\s[^<>]*)?(?<!/)>"
    rb"(?:((?:" + _TEXT + rb"|<[^<>]*/>|<([^\s<>/!?]++)[^<>]*+>" + _TEXT + rb"*+</\3\s*>)*+)</\1\s*>|(.*))",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(rb"<!\[CDATA\[|\]\]>|<[^<>]*>")
_WORD_OF_AUTHOR = re.compile(r"[\w.+-]+", re.ASCII)
# By the cube, a word of 26 letters takes as long as a tag, and one of 64, with as many behind the @, as thirty.
_WORD_LIKE_TAG = 26**3
# feedparser compares every attribute of an element with all others; those without quotes it reads in another way.
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
    if len(frame) > LARGEST_FRAME:
        return f"a feed with more than {LARGEST_FRAME // 1024} kB around its items"
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
            f"a feed of {tags + items * around:,} tags, with the {around:,} around each item (many attributes and long"
            f" words of authors count as more), where its length bears {most_tags:,}"
        )
    return None


def excess_of_item(content: bytes) -> str | None:
    """Of what the item, with the frame around it, has more than feedparser can read in the time of its bytes."""
    if is_too_deep(content):
        return "elements nested more than 2,000 deep"
    if any(len(word) > _LONGEST_WORD_OF_AUTHOR for word in _words_of_authors(content)):
        return f"a word of more than {_LONGEST_WORD_OF_AUTHOR} letters in an author"
    if any(count > _MOST_ATTRIBUTES for count in _attributes(content)):
        return f"an element of more than {_MOST_ATTRIBUTES} attributes"
    return None


def _tags_of_frame(frame: bytes) -> int:
    """How many tags take as long as the frame."""
    attributes = sum(count + count**2 / _MANY_ATTRIBUTES for count in _attributes(frame)) / _ATTRIBUTES_LIKE_TAG
    authors = sum(len(word) ** 3 for word in _words_of_authors(frame)) / _WORD_LIKE_TAG
    return frame.count(b"<") + frame.count(b"&") + int(attributes + authors)


def _attributes(content: bytes) -> list[int]:
    """How many attributes in quotes each element has."""
    return [len(_ATTRIBUTE.findall(tag[0])) for tag in _TAG.finditer(content)]


def _words_of_authors(content: bytes) -> list[str]:
    """Whatever may stand before the @ of an address, as far as it is ASCII."""
    authors = _AUTHOR.finditer(content)
    return [word for author in authors for word in _WORD_OF_AUTHOR.findall(_text_of(author[2] or author[4] or b""))]


def _text_of(markup: bytes) -> str:
    """Its words as a parser puts them together: without tags, references resolved."""
    return "".join(unescape(piece.decode("latin-1")) for piece in _MARKUP.split(markup))
