"""Cut a WARC crawl into the records that hold pages; what a page says is read through the door of all records."""

import logging
import re
from collections.abc import Iterator
from io import BufferedReader
from threading import get_ident
from typing import IO, TYPE_CHECKING

from newsdb.errors import MalformedFile, TruncatedFile, UnknownFormat
from newsdb.reading.containers.record import LARGEST_RECORD, Found, Opener, Place, Record, too_large
from newsdb.reading.markup import is_html
from newsdb.reading.text import opening

if TYPE_CHECKING:
    from warcio.archiveiterator import WARCIterator
    from warcio.recordloader import ArcWarcRecord

PAGE_RECORDS = frozenset({"response", "resource", "conversion"})
PAGE_TYPES = ("text/html", "application/xhtml", "text/plain")
_CHUNK = 1024 * 1024
_OF_THE_WEB = re.compile(r"https?://", re.IGNORECASE)
# Logs of crawlers, copies of the mere text of pages and what they asked of other services.
_BESIDE_PAGES = re.compile(r"(?:urn|metadata|filedesc|dns|whois):", re.IGNORECASE)
_FOR_CRAWLERS = re.compile(r"https?://[^/?#]*/robots\.txt(?:[?#]|\Z)", re.IGNORECASE)
_ARC = b"filedesc://"
# 203 is a page that a proxy changed.
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?\s+20[03](?!\d)")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_MEDIA_TYPE = re.compile(rb"^content-type[ \t]*:[ \t]*([^\s;]*)", re.IGNORECASE | re.MULTILINE)
_ENCODING = re.compile(rb"^content-encoding[ \t]*:", re.IGNORECASE | re.MULTILINE)
# RFC 9112, 7.1, and the spaces that some servers fill up with.
FIRST_CHUNK = re.compile(rb"[ \t]*+([0-9a-fA-F]{1,16})[ \t]*+(?:;[^\r\n]*+)?\r\n")


def is_warc(opening: bytes) -> bool:
    """Whether it is a crawl; also one in ARC, the format before, so that it is refused as what it is."""
    return re.match(rb"WARC/\d|" + _ARC, opening) is not None


def cut_warc(stream: BufferedReader, place: Place, _: Opener) -> Iterator[Found]:
    """Each page as a WARC of one record, by its offset in the uncompressed crawl.

    Passed over: requests, metadata, revisits; answers of another status than 200 and 203; what is neither HTML nor
    plain text, or declares no type and does not open like HTML; logs and texts that crawlers keep beside pages; and
    robots.txt, which is for them alone.
    """
    from warcio.exceptions import ArchiveLoadFailed

    if stream.peek(len(_ARC)).startswith(_ARC):
        raise UnknownFormat(
            "a crawl in ARC, the format before WARC, which is not read",
            where=place.name,
            remedy="convert it with `warcio recompress OLD.arc NEW.warc.gz`, then load what comes out",
        )
    try:
        for offset, record in iterate_records(stream):
            found = _page(record, f"{place.name}#record at {offset}")
            if found:
                yield found
    except (ArchiveLoadFailed, EOFError) as error:
        raise MalformedFile(
            f"no WARC record where one should begin ({str(error).strip()}); what came before was read",
            where=place.name,
            remedy="fetch the crawl again",
        ) from error


def iterate_records(stream: IO[bytes]) -> Iterator[tuple[int, "ArcWarcRecord"]]:
    """The records as warcio tells them, each with its offset, silently: of damage it prints what comes next, whole.

    What is in them is not parsed: warcio fails over an answer without an address, and with it over what comes behind.
    """
    # Its import takes as long as reading some articles, and most loads have no crawl.
    from warcio.archiveiterator import WARCIterator

    records = WARCIterator(stream, no_record_parse=True)
    records.INC_RECORD = ""
    while (record := _next_silently(records)) is not None:
        # The method for the offset would read the record.
        yield records.offset, record


def _next_silently(records: "WARCIterator") -> "ArcWarcRecord | None":
    """The next record; what warcio warns of it is dropped, what it warns other threads of is not."""
    reader = get_ident()

    def is_of_others(warning: logging.LogRecord) -> bool:
        return warning.thread != reader

    logger = logging.getLogger("warcio.recordloader")
    logger.addFilter(is_of_others)
    try:
        return next(records, None)
    finally:
        logger.removeFilter(is_of_others)


def _page(record: "ArcWarcRecord", name: str) -> Found | None:
    if record.rec_type not in PAGE_RECORDS:
        return None
    if record.length is None or record.length < 0:
        raise MalformedFile("a WARC record without a length", where=name, remedy="fetch the crawl again")
    if record.length > LARGEST_RECORD:
        return too_large(name)
    content = read_block(record)
    if len(content) < record.length:
        raise TruncatedFile(
            "the crawl ends inside this record; what came before was read", where=name, remedy="fetch the crawl again"
        )
    if not _is_page(record, content):
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type == "response" and content.startswith(b"HTTP/") and not _OF_THE_WEB.match(address):
        return without_address(name)
    if _BESIDE_PAGES.match(address) or _FOR_CRAWLERS.match(address):
        return None
    return Record(name, _head(record) + content + b"\r\n\r\n")


def without_address(name: str) -> MalformedFile:
    """The error of an answer that came from nowhere."""
    return MalformedFile(
        "an answer without the address of the web that it came from (WARC-Target-URI)",
        where=name,
        remedy="fetch the page again",
    )


def read_block(record: "ArcWarcRecord") -> bytes:
    """The rest of the block; the stream gives fewer bytes than asked for."""
    return b"".join(iter(lambda: record.raw_stream.read(_CHUNK), b""))


def _head(record: "ArcWarcRecord") -> bytes:
    """The header as it stood, its line ends made those of the standard."""
    headers = record.rec_headers
    lines = [f"{headers.protocol} {headers.statusline}".strip()]
    lines += [f"{name}: {value}" for name, value in headers.headers]
    return "\r\n".join([*lines, "", ""]).encode()


def _is_page(record: "ArcWarcRecord", content: bytes) -> bool:
    """Whether it is a page that was there: of a status with a page, where there is a status, and with text.

    What declares no type is a page where it opens like one; compressed it may be one, which is seen when it is read.
    """
    media_type = (record.rec_headers.get_header("Content-Type") or "").lower()
    if media_type.startswith("application/http") or (record.rec_type == "response" and content.startswith(b"HTTP/")):
        head, content = (*_END_OF_HEAD.split(content, maxsplit=1), b"")[:2]
        declared = _MEDIA_TYPE.search(head)
        media_type = declared[1].decode("latin-1").lower() if declared else ""
        if not _STATUS.match(head):
            return False
        if not media_type and content and _ENCODING.search(head):
            return True
        if chunk := FIRST_CHUNK.match(content):
            content = content[chunk.end() :]
    return media_type.startswith(PAGE_TYPES) if media_type else is_html(opening(content))
