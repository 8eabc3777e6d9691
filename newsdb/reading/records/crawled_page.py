"""Read a WARC of one record: the page in it, undone from chunks and compression, through the door of all records."""

import io
import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdb.document import Document
from newsdb.errors import MalformedFile, TruncatedFile
from newsdb.reading.containers.record import LARGEST_RECORD, too_large
from newsdb.reading.markup import is_html
from newsdb.reading.text import opening

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

NAME = "crawled page"
_CHUNK = 256 * 1024
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)


def read(content: bytes, name: str, read_page: Callable[[bytes, str], Document]) -> Document:
    """The page, by the reader of what it is; its address is the one it was fetched from where it says none itself."""
    page, address = unpack(content, name)
    document = read_page(page, name)
    is_address = re.fullmatch(r"https?://\S+", address) is not None
    return replace(document, canonical_url=document.canonical_url or (address if is_address else None))


def unpack(content: bytes, name: str) -> tuple[bytes, str]:
    """The page as it was before it was sent, and the address it was fetched from, empty where there is none."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        record = next(iter(ArchiveIterator(io.BytesIO(content))))
        page = _payload(record, name)
    except (ArchiveLoadFailed, StopIteration, EOFError, OSError, ValueError, zlib.error) as error:
        raise MalformedFile(
            f"a WARC record that cannot be unpacked ({error})", where=name, remedy="fetch the page again"
        ) from error
    return _as_utf8(page, _charset(record)), record.rec_headers.get_header("WARC-Target-URI") or ""


def _payload(record: "ArcWarcRecord", name: str) -> bytes:
    """The page, undone from chunks and compression."""
    headers = record.http_headers
    if headers is None or (headers.get_header("Content-Encoding") or "").strip().lower() != "br":
        return _read(record, name)
    # warcio's own way to undo it fails with every compiled brotli, and without one leaves the page packed.
    headers.remove_header("Content-Encoding")
    return _unpack_brotli(_read(record, name), name)


def _unpack_brotli(packed: bytes, name: str) -> bytes:
    if is_html(opening(packed)):
        # Some crawlers unpack what they keep, and keep the header too.
        return packed
    # Few crawls have any.
    import brotli

    unpacker = brotli.Decompressor()
    try:
        page: bytes = unpacker.process(packed, output_buffer_limit=LARGEST_RECORD + 1)
    except brotli.error as error:
        raise MalformedFile("a page whose Brotli is damaged", where=name, remedy="fetch the page again") from error
    if len(page) > LARGEST_RECORD:
        raise too_large(name)
    if not unpacker.is_finished():
        raise TruncatedFile("a page whose Brotli is cut off", where=name, remedy="fetch the page again")
    return page


def _read(record: "ArcWarcRecord", name: str) -> bytes:
    stream = record.content_stream()
    content = bytearray()
    while chunk := stream.read(_CHUNK):
        content += chunk
        if len(content) > LARGEST_RECORD:
            raise too_large(name)
    return bytes(content)


def _charset(record: "ArcWarcRecord") -> str | None:
    headers = record.http_headers or record.rec_headers
    declared = _CHARSET.search(headers.get_header("Content-Type") or "")
    return declared[1] if declared else None


def _as_utf8(page: bytes, charset: str | None) -> bytes:
    """A page in the encoding that the server declared; as it is where it is UTF-8 or declares an encoding itself."""
    if charset is None or b"charset" in page[:2048].lower():
        return page
    try:
        page.decode()
    except UnicodeDecodeError:
        try:
            return page.decode(charset).encode()
        except (LookupError, UnicodeError):
            return page
    return page
