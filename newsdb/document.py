"""What a reader hands on: an immutable text, the segments that tile it and what the page says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal, get_args

SegmentKind = Literal[
    "navigation",
    "headline",
    "dateline",
    "byline",
    "standfirst",
    "subheading",
    "paragraph",
    "teaser",
    "question",
    "answer",
    "caption",
    "related",
    "boilerplate",
]
SEGMENT_KINDS: tuple[SegmentKind, ...] = get_args(SegmentKind)

# No fact is taken from these.
IGNORED_SEGMENT_KINDS: frozenset[SegmentKind] = frozenset({"navigation", "related", "boilerplate"})

DatePrecision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A half-open span [start, end) of code points of the text, and what that part of the page is."""

    start: int
    end: int
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class OutletName:
    """An outlet as the page prints it, and the name it is known by (the same when the list has no entry)."""

    name: str
    as_printed: str | None = None
    """None for a republisher that the layout of the page gives away without printing its name."""


@dataclass(frozen=True, slots=True)
class Byline:
    """One author or desk as printed; `start` and `end` are None where the name stands only in metadata."""

    name: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read from a file, before any fact is extracted.

    `text` is NFC with line ends folded to \\n and no NUL; every offset in newsdb counts its code points.
    `segments` tile `text`: sorted, without gaps or overlaps, from 0 to len(text); an empty tuple never occurs.
    `unknown` says for each of "headline", "outlet" and "published_on" that is None why it is unknown.
    """

    source: str
    """File name, and after it the place of the record in a file that holds several: `feed.xml#item 3`."""
    text: str
    segments: tuple[Segment, ...]
    headline: str | None
    outlet: OutletName | None = None
    republisher: OutletName | None = None
    published_on: date | None = None
    published_precision: DatePrecision | None = None
    authors: tuple[Byline, ...] = ()
    language: str = "und"
    """ISO 639-1 code, or "und"."""
    section: str | None = None
    subjects: tuple[str, ...] = ()
    """What the record says it is about, as printed, the section among them."""
    canonical_url: str | None = None
    reader: str = ""
    """Name of the format that read it, as `newsdb formats` lists it."""
    unknown: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    found: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Where in the file each field was found, for `newsdb extract --explain`; told where the place is not the text."""
