"""Read a WARC of one record: the page in it, undone from chunks and compression, through the door of all records."""

import contextlib
import io
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdb.document import Document
from newsdb.errors import MalformedFile, TruncatedFile
from newsdb.reading.containers.record import LARGEST_RECORD, too_large
from newsdb.reading.containers.warc import iterate_records
from newsdb.reading.markup import is_html
from newsdb.reading.text import binary_kind, opening

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
    from warcio.exceptions import ArchiveLoadFailed

    try:
        record = next(iter(iterate_records(io.BytesIO(content))))
        page = _payload(record, name)
    except (ArchiveLoadFailed, StopIteration, EOFError, OSError, ValueError, zlib.error) as error:
        raise MalformedFile(
            f"a WARC record that cannot be unpacked ({error})", where=name, remedy="fetch the page again"
        ) from error
    return _as_utf8(page, _charset(record)), record.rec_headers.get_header("WARC-Target-URI") or ""


def _payload(record: "ArcWarcRecord", name: str) -> bytes:
    """The page, undone from chunks and compression."""
    headers = record.http_headers
    encoding = (headers.get_header("Content-Encoding") or "").strip().lower() if headers else ""
    if encoding not in _UNPACKERS:
        return _read(record, name)
    # warcio's own way leaves Brotli packed, and writes of damage to stderr and reads what is left.
    while headers.remove_header("Content-Encoding"):
        pass
    return _UNPACKERS[encoding](_read(record, name), name)


def _inflate(packed: bytes, name: str, *windows: int) -> bytes:
    """The page by the first kind of header that it has, or none, in the numbers of zlib; one cut off up to there."""
    for window in windows:
        with contextlib.suppress(zlib.error):
            page = zlib.decompressobj(window).decompress(packed, LARGEST_RECORD + 1)
            if len(page) > LARGEST_RECORD:
                raise too_large(name)
            return page
    if binary_kind(packed):
        raise MalformedFile("a page whose compression is damaged", where=name, remedy="fetch the page again")
    # Some crawlers unpack what they keep, and keep the header too.
    return packed


def _unpack_brotli(packed: bytes, name: str) -> bytes:
    if is_html(opening(packed)):
        # As with zlib; but nothing tells what is Brotli.
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


_UNPACKERS: Mapping[str, Callable[[bytes, str], bytes]] = {
    "gzip": lambda packed, name: _inflate(packed, name, 16 + zlib.MAX_WBITS),
    "deflate": lambda packed, name: _inflate(packed, name, zlib.MAX_WBITS, -zlib.MAX_WBITS),
    "br": _unpack_brotli,
}


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
