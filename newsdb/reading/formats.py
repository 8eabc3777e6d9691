"""The formats of records, in the order they are tried in; files that hold several are cut before, in `containers`."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsdb.document import Document
from newsdb.errors import UnreadablePage
from newsdb.reading import html, page_dump, plain_text
from newsdb.reading.agency import newsml_1, newsml_g2, nitf
from newsdb.reading.containers import CONTAINERS
from newsdb.reading.containers.feeds import is_feed
from newsdb.reading.containers.json_records import is_json
from newsdb.reading.containers.record import OPENING
from newsdb.reading.containers.warc import is_warc
from newsdb.reading.foreign import refuse_foreign
from newsdb.reading.html_text import EndlessMarkup
from newsdb.reading.records import crawled_page, exported, feed_item, sitemap_url
from newsdb.reading.text import decode_text, opening


@dataclass(frozen=True, slots=True)
class Format:
    """A format of one article in bytes: how it is told by its opening, and how it is read."""

    name: str
    told_by: str
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], Document]


@dataclass(frozen=True, slots=True)
class TextFormat:
    """A format of one article in text, told by the whole of it."""

    name: str
    told_by: str
    recognises: Callable[[str], bool]
    read: Callable[[str, str], Document]


def read_record(content: bytes, name: str) -> Document:
    """The one article of a record or of a file that is none; the format is told by content, `name` only says where.

    Raises an InputError with the place, the reason and the remedy.
    """
    head = content[:OPENING]
    for candidate in FORMATS:
        if candidate.recognises(head):
            try:
                return candidate.read(content, name)
            except EndlessMarkup as error:
                raise UnreadablePage(
                    f"its article has {error}", where=name, remedy="mend it, or give its article as plain text"
                ) from error
    refuse_foreign(opening(content), name)
    text = decode_text(content, name)
    return choose_format(text).read(text, name)


def choose_format(text: str) -> TextFormat:
    """The first format that recognises the text; plain text recognises any."""
    return next(candidate for candidate in TEXT_FORMATS if candidate.recognises(text))


def list_formats() -> tuple[tuple[str, str, str], ...]:
    """Every format as (name, "article" or "several", how it is recognised), containers first."""
    several = tuple((container.name, "several", container.told_by) for container in CONTAINERS)
    return (*several, *((known.name, "article", known.told_by) for known in (*FORMATS, *TEXT_FORMATS)))


def _root(names: str) -> Callable[[bytes], bool]:
    pattern = re.compile(
        rb"(?:\xef\xbb\xbf)?(?>\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+<(?:[\w.-]+:)?(?:"
        + names.encode()
        + rb")[\s/>]",
        re.DOTALL,
    )
    return lambda head: pattern.match(head) is not None


def _is_sitemap(head: bytes) -> bool:
    return is_feed(head) and b"<urlset" in head


def _read_crawled(content: bytes, name: str) -> Document:
    return crawled_page.read(content, name, read_record)


FORMATS = (
    Format(crawled_page.NAME, "a WARC record with an HTML or text page", is_warc, _read_crawled),
    Format(sitemap_url.NAME, "a root urlset with elements of Google News", _is_sitemap, sitemap_url.read),
    Format(feed_item.NAME, "a root rss, feed or rdf:RDF", is_feed, feed_item.read),
    Format(
        newsml_g2.NAME,
        "a root newsItem (packages, concepts and plans are no articles)",
        _root(
            "newsItem|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem|contentSet|contentMeta|groupSet"
        ),
        newsml_g2.read,
    ),
    Format(newsml_1.NAME, "a root NewsML", _root("NewsML"), newsml_1.read),
    Format(nitf.NAME, "a root nitf", _root("nitf"), nitf.read),
    Format(exported.NAME, "a JSON object with a headline and a body, by many names", is_json, exported.read),
)

TEXT_FORMATS = (
    TextFormat(
        html.NAME, "its markup, and that it opens like a page and not like other XML", html.recognises, html.read
    ),
    TextFormat(
        page_dump.NAME,
        "the dateline and the notices of Maghress and its sisters",
        page_dump.recognises,
        page_dump.read,
    ),
    TextFormat(
        plain_text.NAME, "any other text: a headline, below it the body", plain_text.recognises, plain_text.read
    ),
)
