"""Open a member of a ZIP, of whatever packing, so that a bomb gives no more than is asked for; `archives` cuts them."""

import bz2
import copy
import lzma
import zipfile
import zlib
from typing import cast

from newsdb.reading.containers.streams import Source

# The least that LZMA takes for its dictionary, and more than programs write; bytes of memory, in which it is held.
_SMALLEST_DICTIONARY = 4096
_MOST_MEMORY = 1024**3
_PIECE = 64 * 1024


def open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Source:
    """What is in the member, in pieces no larger than asked for; damage on the way is an error that `Inflated` knows.

    Raises what zipfile raises where the member cannot be opened, and LZMAError.
    """
    return _Checked(_open(archive, member))


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Source:
    if member.compress_type == zipfile.ZIP_BZIP2:
        return _Bounded(_open_packed(archive, member), bz2.BZ2Decompressor(), member)
    if member.compress_type == zipfile.ZIP_LZMA:
        packed = _open_packed(archive, member)
        unpacker = lzma.LZMADecompressor(lzma.FORMAT_ALONE, _MOST_MEMORY)
        # Behind a version and the length of the properties (APPNOTE 5.8.8); a file says its length there, or none.
        head = packed.read(9)[4:]
        # Some declare gigabytes; a dictionary longer than the text is of no use.
        dictionary = min(int.from_bytes(head[1:], "little"), max(member.file_size, _SMALLEST_DICTIONARY))
        unpacker.decompress(head[:1] + dictionary.to_bytes(4, "little") + b"\xff" * 8, 0)
        return _Bounded(packed, unpacker, member)
    return cast(zipfile.ZipExtFile, archive.open(member))


def _open_packed(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> zipfile.ZipExtFile:
    """The bytes of a member as they are packed, with no check sum, for that is of what comes out of them."""
    packed = copy.copy(member)
    packed.compress_type = zipfile.ZIP_STORED
    packed.file_size = member.compress_size
    packed.CRC = None  # type: ignore[assignment]
    return cast(zipfile.ZipExtFile, archive.open(packed))


class _Bounded:
    """A member whose decompressor gives no more than is asked for; zipfile takes all that it has, a bomb whole."""

    def __init__(
        self,
        packed: zipfile.ZipExtFile,
        unpacker: bz2.BZ2Decompressor | lzma.LZMADecompressor,
        member: zipfile.ZipInfo,
    ) -> None:
        self.packed = packed
        self.unpacker = unpacker
        self.left = member.file_size
        self.check = member.CRC
        self.sum = 0

    def read1(self, size: int) -> bytes:
        data = b""
        # LZMA in a ZIP may end without a mark.
        while self.left and not data and not self.unpacker.eof:
            piece = self.packed.read1(_PIECE) if self.unpacker.needs_input else b""
            if self.unpacker.needs_input and not piece:
                raise EOFError
            data = self.unpacker.decompress(piece, min(size, self.left))
        self.left -= len(data)
        self.sum = zlib.crc32(data, self.sum)
        if not data and self.sum != self.check:
            raise zipfile.BadZipFile("Bad CRC-32")
        return data


class _Checked:
    """A member of a ZIP whose damage is an error of input and output, whichever way of packing tells it."""

    def __init__(self, content: Source) -> None:
        self.content = content

    def read1(self, size: int) -> bytes:
        try:
            return self.content.read1(size)
        except (zipfile.BadZipFile, lzma.LZMAError) as error:
            raise OSError(str(error)) from error
