"""Render what a record says into an immutable text with its segments, so that every value has a place to point at.

A record has fields and no page. Its text is made of its values in the order of a page, one on a line and none in other
words: subjects, headline, authors, outlet and date as printed, standfirst, body.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import urlsplit

from newsdb.document import Byline, Document, OutletName, SegmentKind
from newsdb.errors import FileTooLarge, NoArticle
from newsdb.language.dates import PrintedDate
from newsdb.language.outlets import find_outlet, find_outlet_of_host
from newsdb.reading.body import read_body
from newsdb.reading.bylines import read_byline
from newsdb.reading.languages import UNDETERMINED, identify_language
from newsdb.reading.lines import Block, printed_lines, tile
from newsdb.reading.stamps import read_stamp
from newsdb.reading.text import INVISIBLE

# White space, what is no character of a text, and what prints nothing.
_BLANK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
# Ten times the longest there are; what is longer takes minutes to extract.
MOST_LINES = 20_000
_LONGEST_BODY = 2_000_000
# Languages whose press writes the day before the month; of English nobody knows.
_DAY_FIRST = frozenset({"fr", "ar", "es"})
_PRINTED = re.compile(rf"[^\s{INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A paragraph, or what the record says that it is; without that, the rules for bodies decide."""

    text: str
    kind: SegmentKind | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """What a record says of one article, as printed."""

    headline: str | None
    body: Sequence[BodyLine] = ()
    is_teaser: bool = False
    """Whether the body is only the beginning or a summary of the article."""
    standfirst: str | None = None
    authors: Sequence[str] = ()
    byline: str | None = None
    """The line that the authors are named in, where the record has one."""
    dateline: str | None = None
    outlet: str | None = None
    is_outlet_of_address: bool = False
    """Whether the outlet is that of the address, where this is known; what is printed may be one of its sections."""
    republisher: str | None = None
    published: str | None = None
    published_reason: str | None = None
    """Why what the record gives is no day of publication."""
    subjects: Sequence[str] = ()
    section: str | None = None
    language: str | None = None
    """As declared."""
    is_language_sure: bool = False
    """Whether people declare it for this article; else it counts only where the words do not say."""
    canonical_url: str | None = None
    unknown: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def render_document(story: Story, name: str, reader: str) -> Document:
    """The Document of a story. Raises NoArticle where it has no words, but for a headline with an address."""
    headline = clean(story.headline)
    if len(story.body) > MOST_LINES or sum(len(line.text) for line in story.body) > _LONGEST_BODY:
        raise FileTooLarge("a body that is longer than any article", where=name, remedy="give its articles one by one")
    body = [BodyLine(text, line.kind) for line in story.body if (text := clean(line.text))]
    has_words = bool(body or clean(story.standfirst))
    if not headline and not has_words:
        remedy = "give the fields of the headline and of the body, or leave the record out"
        raise NoArticle("no headline and no body", where=name, remedy=remedy)
    if not has_words and not story.canonical_url:
        raise NoArticle("a headline but no body", where=name, remedy="give the field of the body")
    above = _above(story, headline, body)
    text = "\n".join(line.text for line in (*above, *body))
    lines = printed_lines(text)
    below = read_body(text, lines[len(above) :])
    kinds = [line.kind for line in above] + _kinds_below(story, body, [block.kind for block in below.blocks])
    blocks = [Block(line, kind or "paragraph") for line, kind in zip(lines, kinds, strict=True)]
    language = _language(story, " ".join((headline, *(line.text for line in body))))
    published = _published(story, language)
    outlet = _outlet_of(story)
    return Document(
        source=name,
        text=text,
        segments=tile(text, blocks),
        headline=headline or None,
        outlet=outlet,
        republisher=_outlet(story.republisher),
        published_on=published.day,
        published_precision=published.precision,
        authors=_authors(story, text, blocks) or below.authors,
        language=language,
        section=clean(story.section) or None,
        subjects=tuple(dict.fromkeys(filter(None, map(clean, story.subjects)))),
        canonical_url=story.canonical_url,
        reader=reader,
        unknown=MappingProxyType(_unknown(story, outlet, published)),
    )


def split_authors(printed: str) -> list[str]:
    """The names in a field of authors: several where each is a full name ("Lina Bel, Omar Zed"), else the field."""
    line = clean(printed)
    found = read_byline(line, 0, len(line)) if line else ()
    return [author.name for author in found] if found else [line] if line else []


def clean(value: str | None) -> str:
    """A value as one line of text that a database can hold; empty where nothing of it prints."""
    line = unicodedata.normalize("NFC", _BLANK.sub(" ", value or "")).strip()
    return line if _PRINTED.search(line) else ""


def _above(story: Story, headline: str, body: Sequence[BodyLine]) -> list[BodyLine]:
    """The lines above the body, with what each is."""
    subjects = ", ".join(dict.fromkeys(filter(None, map(clean, (story.section, *story.subjects)))))
    authors = clean(story.byline) or ", ".join(filter(None, map(clean, story.authors)))
    printed = " — ".join(filter(None, map(clean, (story.republisher, story.outlet, story.published))))
    standfirst = clean(story.standfirst)
    is_repeated = any(standfirst == line.text for line in body)
    lines: list[BodyLine] = [
        BodyLine(subjects, "navigation"),
        BodyLine(headline, "headline"),
        BodyLine(authors, "byline"),
        BodyLine(printed, "dateline"),
        BodyLine(clean(story.dateline), "dateline"),
        BodyLine("" if is_repeated else standfirst, "standfirst"),
    ]
    return [line for line in lines if line.text]


def _kinds_below(story: Story, body: Sequence[BodyLine], told: Sequence[SegmentKind]) -> list[SegmentKind | None]:
    """What the record says of each line; else what the rules for bodies say; of a teaser, every paragraph is one."""
    kinds: list[SegmentKind | None] = []
    for line, kind in zip(body, told, strict=True):
        chosen = line.kind or kind
        is_part = chosen in ("paragraph", "standfirst", "subheading")
        kinds.append("teaser" if story.is_teaser and is_part else chosen)
    return kinds


def _authors(story: Story, text: str, blocks: Sequence[Block]) -> tuple[Byline, ...]:
    """Every author once, with the place of the name in the line that names them."""
    line = next((block.line for block in blocks if block.kind == "byline"), None)
    authors: list[Byline] = []
    for name in dict.fromkeys(filter(None, map(clean, story.authors))):
        at = -1 if line is None else text.find(name, line.start, line.end)
        authors.append(Byline(name, at, at + len(name)) if at >= 0 else Byline(name))
    return tuple(authors)


def _published(story: Story, language: str) -> PrintedDate:
    printed = clean(story.published)
    if not printed:
        reason = story.published_reason or "the record gives no day of publication"
        return PrintedDate(0, 0, "", None, reason=reason)
    return read_stamp(printed, day_first=language in _DAY_FIRST)


def _outlet_of(story: Story) -> OutletName | None:
    printed = _outlet(story.outlet)
    known = find_outlet_of_host(_host(story.canonical_url)) if story.is_outlet_of_address else None
    return printed if known is None or (printed and printed.name == known.name) else OutletName(known.name)


def _host(address: str | None) -> str:
    try:
        return urlsplit(address or "").hostname or ""
    except ValueError:
        return ""


def _outlet(printed: str | None) -> OutletName | None:
    name = clean(printed)
    known = find_outlet(name) if name else None
    return OutletName(known.name if known else name, name) if any(map(str.isalnum, name)) else None


def _language(story: Story, words: str) -> str:
    """What the words say; too few words say what the record declares."""
    told = UNDETERMINED if story.is_language_sure else identify_language(words)
    declared = (story.language or "").strip().lower().replace("_", "-").partition("-")[0]
    is_code = len(declared) == 2 and declared.isascii() and declared.isalpha()
    if told == UNDETERMINED and is_code:
        return declared
    return identify_language(words) if story.is_language_sure else told


def _unknown(story: Story, outlet: OutletName | None, published: PrintedDate) -> dict[str, str]:
    unknown = {} if outlet else {"outlet": story.unknown.get("outlet", "the record names no outlet")}
    if not clean(story.headline):
        unknown["headline"] = "the record gives no headline"
    if published.day is None:
        unknown["published_on"] = published.reason or "the record gives no day of publication"
    return unknown
