"""Undo the compressions that a page was sent with (gzip, deflate, Brotli); what stands around it is read elsewhere."""

import contextlib
import re
import struct
import zlib
from collections.abc import Callable, Mapping

from newsdb.errors import MalformedFile, TruncatedFile
from newsdb.reading.containers.record import LARGEST_RECORD, too_large
from newsdb.reading.markup import is_html
from newsdb.reading.text import opening

_PIECE = 16 * 1024
_GZIP = b"\x1f\x8b"
# None of these stands in text, and some in the first bytes of what is compressed.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def unpack_page(page: bytes, codings: list[str], name: str) -> bytes:
    """The page undone from the compressions that it has: some crawlers undo them and keep the header."""
    for coding in reversed(codings):
        head = opening(page)
        if not page or is_html(head):
            break
        try:
            page = CODINGS[coding](page, name)
        except (MalformedFile, TruncatedFile):
            if _CONTROL.search(head):
                raise
    return page


def _inflate(packed: bytes, name: str, *kinds: int) -> bytes:
    """The page by the first of the kinds that it is, each a `wbits` of zlib."""
    for wbits in kinds:
        with contextlib.suppress(zlib.error):
            return _inflate_members(packed, name, wbits)
    raise MalformedFile("a page whose compression is damaged", where=name, remedy="fetch the page again")


def _inflate_members(packed: bytes, name: str, wbits: int) -> bytes:
    """All members of a gzip one after the other; of another kind there is one. Raises TruncatedFile."""
    page = bytearray()
    start = 0
    while start == 0 or packed.startswith(_GZIP, start):
        unpacker = zlib.decompressobj(wbits)
        first = len(page)
        # In pieces, for each member copies what it leaves of its last.
        while start < len(packed) and not unpacker.eof:
            page += unpacker.decompress(packed[start : start + _PIECE], LARGEST_RECORD + 1 - len(page))
            if len(page) > LARGEST_RECORD:
                raise too_large(name)
            start += _PIECE
        if not unpacker.eof and not _lacks_its_sum_alone(unpacker, _sum_of(page[first:], wbits)):
            raise cut_off(name)
        start = min(start, len(packed)) - len(unpacker.unused_data)
    return bytes(page)


def _sum_of(page: bytearray, wbits: int) -> bytes:
    """What stands behind the text in a gzip (RFC 1952, 2.3.1) or zlib (RFC 1950, 2.2); behind a raw one nothing."""
    if wbits > zlib.MAX_WBITS:
        return struct.pack("<LL", zlib.crc32(page), len(page))
    return struct.pack(">L", zlib.adler32(page)) if wbits > 0 else b""


def _lacks_its_sum_alone(unpacker: "zlib._Decompress", check: bytes) -> bool:
    """Whether the text is all there, and of the sum behind it not the last bytes: some servers send none."""
    for missing in range(1, len(check) + 1):
        completed = unpacker.copy()
        with contextlib.suppress(zlib.error):
            completed.decompress(check[-missing:])
        if completed.eof:
            return True
    return False


def _unpack_brotli(packed: bytes, name: str) -> bytes:
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
        raise cut_off(name)
    return page


def cut_off(name: str) -> TruncatedFile:
    return TruncatedFile("a page that is cut off", where=name, remedy="fetch the page again")


def _unpack_gzip(packed: bytes, name: str) -> bytes:
    return _inflate(packed, name, 16 + zlib.MAX_WBITS)


CODINGS: Mapping[str, Callable[[bytes, str], bytes]] = {
    "gzip": _unpack_gzip,
    "x-gzip": _unpack_gzip,
    # With the header of zlib as the standard has it, or without as some servers send it.
    "deflate": lambda packed, name: _inflate(packed, name, zlib.MAX_WBITS, -zlib.MAX_WBITS),
    "br": _unpack_brotli,
}
