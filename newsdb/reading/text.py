"""Turn the bytes of a file into clean text, or say why that cannot be done; what the text is, the formats decide."""

import re
import unicodedata

from newsdb.errors import EmptyFile, NotText, TruncatedFile, WrongEncoding
from newsdb.reading.charsets import decode_markup
from newsdb.reading.markup import is_html

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8", "UTF-8"),
    # Before that of UTF-16, with which it begins.
    (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32"),
    (b"\xff\xfe", "utf-16-le", "UTF-16"),
    (b"\xfe\xff", "utf-16-be", "UTF-16"),
)

_BINARY_OPENINGS = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"RIFF", "a RIFF media file"),
    (b"OggS", "an Ogg media file"),
    (b"ID3", "an MP3 file"),
)

# Zero-width characters print nothing, so a line that has only these is blank.
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f]")
_CONTROL_OF_PAGE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_PRINTED = re.compile(rf"[^\s{INVISIBLE}]")


def decode_text(data: bytes, name: str) -> str:
    """The text of a file: NFC, line ends folded to \\n, at least one printed character, no control characters.

    UTF-8 with or without a byte order mark, or UTF-16 or UTF-32 with one; HTML also in what it declares or is seen to
    be. Raises EmptyFile, NotText, WrongEncoding or TruncatedFile; a place in the file is given as `name@byte`.
    """
    if not data.strip():
        raise _empty(name)
    bom, codec, label = encoding_of(data)
    if is_html(opening(data)):
        return _decode_page(data, name)
    _refuse_binary(data, name)
    body = data[len(bom) :]
    text = _decode(body, codec, label=label, name=name, offset=len(bom))
    _refuse_controls(text, codec, name=name, offset=len(bom))
    if not _PRINTED.search(text):
        raise _empty(name)
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", text))


def _decode_page(data: bytes, name: str) -> str:
    """The markup of a page as a browser would take it: control characters print nothing, broken letters are marked."""
    bom, codec, _ = encoding_of(data)
    text = data[len(bom) :].decode(codec, errors="replace") if bom else decode_markup(data, name)
    return unicodedata.normalize("NFC", _LINE_END.sub("\n", _CONTROL_OF_PAGE.sub(" ", text)))


def opening(data: bytes, size: int = 2048) -> str:
    """The first bytes as text, wrong letters allowed: enough to recognise a format before its encoding is known."""
    bom, codec, _ = encoding_of(data)
    return data[len(bom) : size].decode(codec if bom else "latin-1", errors="replace")


def encoding_of(data: bytes) -> tuple[bytes, str, str]:
    """The byte order mark, and the encoding that it tells by Python's name and by its own; without one UTF-8."""
    for bom, codec, label in _BOMS:
        if data.startswith(bom):
            return bom, codec, label
    return b"", "utf-8", "UTF-8"


def binary_kind(data: bytes) -> str | None:
    """What a file is that begins so, where that is no text."""
    return next((what for magic, what in _BINARY_OPENINGS if data.startswith(magic)), None)


def _refuse_binary(data: bytes, name: str) -> None:
    what = binary_kind(data)
    if what:
        raise NotText(f"the file is {what}, not text", where=f"{name}@0", remedy="give its text as UTF-8")
    nul = data.find(b"\x00")
    if nul < 0 or encoding_of(data)[1] != "utf-8":
        return
    if _looks_like_utf16(data):
        raise NotText(
            "NUL bytes at every other place, as in UTF-16 without a byte order mark",
            where=f"{name}@{nul}",
            remedy="convert the file to UTF-8",
        )
    raise NotText("a NUL byte", where=f"{name}@{nul}", remedy="remove it, or give the text of the file as UTF-8")


def _looks_like_utf16(data: bytes) -> bool:
    sample = data[:4096]
    fewer, more = sorted((sample[0::2].count(0), sample[1::2].count(0)))
    # Text of any language has a space every few letters, and in UTF-16 a space is half NUL.
    return fewer == 0 and more > max(3, len(sample) // 20)


def _decode(body: bytes, codec: str, *, label: str, name: str, offset: int) -> str:
    try:
        return body.decode(codec)
    except UnicodeDecodeError as error:
        where = f"{name}@{offset + error.start}"
        if error.reason in ("unexpected end of data", "truncated data"):
            raise TruncatedFile(
                "the file ends in the middle of a character",
                where=where,
                remedy="fetch the file again, or convert it to UTF-8 if it is in another encoding",
            ) from error
        raise WrongEncoding(
            f"byte 0x{body[error.start]:02x} is not valid {label} ({error.reason})",
            where=where,
            remedy="convert the file to UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8",
        ) from error


def _refuse_controls(text: str, codec: str, *, name: str, offset: int) -> None:
    found = _CONTROL.search(text) or re.search("\x00", text)
    if found is None:
        return
    byte = offset + len(text[: found.start()].encode(codec))
    raise NotText(
        f"control character U+{ord(found.group()):04X}", where=f"{name}@{byte}", remedy="remove it and load again"
    )


def _empty(name: str) -> EmptyFile:
    return EmptyFile("the file is empty or holds only white space", where=name, remedy="fetch it again or remove it")
