"""Read a WARC of one record: the page in it, undone from chunks and compression, through the door of all records."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdb.document import Document
from newsdb.errors import MalformedFile, TruncatedFile, UnsafeFile
from newsdb.reading.containers.warc import FIRST_CHUNK, iterate_records, read_block, without_address
from newsdb.reading.records.page_codings import CODINGS, cut_off, unpack_page

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

NAME = "crawled page"
# Servers name one, and a proxy adds its own.
_MOST_CODINGS = 2
_NEXT_CHUNK = re.compile(rb"\r\n" + FIRST_CHUNK.pattern)
# Caches of websites write behind it how long the page took.
_END_OF_PAGE = re.compile(rb"</html\s*+>(?:\s|<!--.*?(?:-->|\Z))*+\Z", re.IGNORECASE | re.DOTALL)
_TAIL = 2048
_CHARSET = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)


def read(content: bytes, name: str, read_page: Callable[[bytes, str], Document]) -> Document:
    """The page, by the reader of what it is; its address is the one it was fetched from where it says none itself."""
    page, address = unpack(content, name)
    document = read_page(page, name)
    is_address = re.fullmatch(r"https?://\S+", address, re.IGNORECASE) is not None
    return replace(document, canonical_url=document.canonical_url or (address if is_address else None))


def unpack(content: bytes, name: str) -> tuple[bytes, str]:
    """The page as it was before it was sent, and the address it was fetched from, empty where there is none."""
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader

    try:
        _, record = next(iterate_records(io.BytesIO(content)))
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        record.http_headers = ArcWarcRecordLoader(verify_http=False).load_http_headers(
            record.rec_type, address.lower(), record.raw_stream, record.length
        )
    except (ArchiveLoadFailed, StopIteration, EOFError) as error:
        raise MalformedFile(
            f"a WARC record that cannot be unpacked ({error})", where=name, remedy="fetch the page again"
        ) from error
    if record.rec_type == "response" and not address:
        raise without_address(name)
    return _as_utf8(_payload(record, name), _charset(record)), address


def _payload(record: "ArcWarcRecord", name: str) -> bytes:
    """The page, undone from chunks and from each compression, the last first. Raises TruncatedFile where it is a part.

    Where the sender broke off, it is whole only if it is closed as a page is.
    """
    if record.rec_headers.get_header("WARC-Truncated"):
        raise TruncatedFile(
            "the crawler kept only a part of this page (WARC-Truncated)", where=name, remedy="fetch the page again"
        )
    sent_as, packed_as = _named(record, "transfer-encoding"), _named(record, "content-encoding")
    codings = [coding for coding in (*packed_as, *sent_as) if coding in CODINGS]
    if len(codings) > _MOST_CODINGS:
        raise UnsafeFile(
            f"a page compressed more than {_MOST_CODINGS} times, as a bomb is", where=name, remedy="leave it out"
        )
    page = read_block(record)
    # Crawlers that undo chunks or compression keep the length of what was sent.
    is_broken_off = not sent_as and not packed_as and len(page) < _declared_length(record)
    if "chunked" in sent_as:
        page, is_broken_off = _join_chunks(page, name)
    unpacked = unpack_page(page, codings, name)
    # What was compressed has been read to its end.
    if is_broken_off and unpacked is page and not _END_OF_PAGE.search(page[-_TAIL:]):
        raise cut_off(name)
    return unpacked


def _named(record: "ArcWarcRecord", field: str) -> list[str]:
    """The codings that the server named in a field, in its order and in lower case."""
    headers = record.http_headers.headers if record.http_headers else ()
    declared = ",".join(value for name, value in headers if name.lower() == field)
    return [coding.strip().lower() for coding in declared.split(",") if coding.strip()]


def _declared_length(record: "ArcWarcRecord") -> int:
    """How many bytes the server said that it sends; 0 where it did not say."""
    declared = record.http_headers.get_header("Content-Length") if record.http_headers else None
    number = re.fullmatch(r"[0-9]{1,18}", declared or "")
    return int(number[0]) if number else 0


def _join_chunks(body: bytes, name: str) -> tuple[bytes, bool]:
    """What was sent in chunks, and whether it ends before the last, which is empty; what stands behind that is no page.

    As it is where it begins with no chunk: some crawlers join them, and keep the header too.
    """
    header = FIRST_CHUNK.match(body)
    if header is None:
        return body, False
    page = bytearray()
    end = 0
    while header and (size := int(header[1], 16)):
        end = min(header.end() + size, len(body))
        page += body[header.end() : end]
        header = _NEXT_CHUNK.match(body, end)
    if header is None and body.find(b"\r\n", end + len(b"\r\n")) >= 0:
        raise MalformedFile("a page whose chunks are damaged", where=name, remedy="fetch the page again")
    return bytes(page), header is None


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
