"""Decode markup: by byte order mark, as UTF-8, by the encoding it declares, at last by charset-normalizer.

Real UTF-8 is hardly ever anything else, whatever the page declares, so that it comes before the declaration. A
declaration that makes nonsense of the letters is not believed.
"""

import codecs
import re

from newsdb.errors import WrongEncoding
from newsdb.reading.markup import declared_encoding

# What browsers read for these labels (https://encoding.spec.whatwg.org/#names-and-labels).
_LABELS = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    **dict.fromkeys(("iso-8859-11", "tis-620"), "cp874"),
    "big5": "big5hkscs",
}
_GUESSED = [
    *("cp1252", "cp1256", "iso8859_6", "cp1251", "koi8_r", "cp1250", "cp1253", "cp1254", "cp1255", "mac_roman"),
    *("cp932", "euc_jp", "cp949", "gb18030", "big5hkscs"),
]
# Python's names of what is no encoding of pages, or of none that holds markup in ASCII.
_NO_CHARSET = frozenset({"utf-7", "idna", "punycode", "utf-16", "utf-16-le", "utf-16-be", "utf-32"})
# Encodings of its neighbours give letters as likely, as where č stands for è; in other scripts it gives nonsense.
_USUAL = "cp1252"
_AS_GOOD = 0.05
_SAMPLE = 20_000
_FEWEST_BYTES = 4
# A page in a Latin script has fewer letters with accents, and read as one any other script has nothing else.
_MOST_ACCENTED = 0.5
# A page may hold a broken letter in an advertisement; more than these, and it is not in that encoding.
_MOST_BROKEN = 0.02
_WORDS_OF_TAGS = re.compile(rb"<[^<>]{0,2000}>")
_OTHER_BYTES = re.compile(rb"[\x80-\xff]")


def decode_markup(data: bytes, name: str) -> str:
    """The text of markup without a byte order mark. Raises WrongEncoding where no encoding makes sense of it."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error.start
    for codec in ("utf-8", _codec_of(declared_encoding(data)), _guess(data)):
        text = _decode_nearly(data, codec) if codec else None
        if text is not None:
            return text
    raise WrongEncoding(
        "the letters are in no encoding that could be told",
        where=f"{name}@{broken}",
        remedy="convert the page to UTF-8, for example with iconv -f WINDOWS-1256 -t UTF-8",
    )


def _codec_of(label: str | None) -> str | None:
    try:
        codec = codecs.lookup(_LABELS.get(label, label)) if label else None
    except LookupError:
        return None
    is_charset = codec is not None and getattr(codec, "_is_text_encoding", True) and codec.name not in _NO_CHARSET
    return codec.name if codec is not None and is_charset else None


def _decode_nearly(data: bytes, codec: str) -> str | None:
    """The text, if all but a few letters are of the encoding and they look like letters of a language."""
    others = len(_OTHER_BYTES.findall(data))
    try:
        text = data.decode(codec, errors="replace")
    except (UnicodeDecodeError, LookupError):
        return None
    if text.count("\ufffd") - data.count("\ufffd".encode()) > max(1, _MOST_BROKEN * others):
        return None
    return None if codec.startswith(("cp1252", "iso8859")) and _is_garbled(data, codec) else text


def _is_garbled(data: bytes, codec: str) -> bool:
    """Whether words of a Latin script would be made of accents."""
    words = _words_of(data).decode(codec, errors="replace")
    letters = [letter for letter in words if letter.isalpha()]
    latin = [letter for letter in letters if "\u00c0" <= letter <= "\u024f"]
    return len(latin) > _MOST_ACCENTED * len(letters)


def _guess(data: bytes) -> str | None:
    # Loading takes 0.1 s, and nearly all pages are UTF-8.
    from charset_normalizer import from_bytes

    words = _words_of(data)
    if len(_OTHER_BYTES.findall(words)) < _FEWEST_BYTES:
        return None
    found = from_bytes(words, steps=5, chunk_size=512, cp_isolation=_GUESSED, preemptive_behaviour=False)
    best = found.best()
    usual = next((match for match in found if match.encoding == _USUAL), None)
    if best is None or (usual is not None and usual.chaos <= best.chaos + _AS_GOOD):
        return _USUAL if usual else None
    return best.encoding


def _words_of(data: bytes) -> bytes:
    """The lines that hold other letters than those of ASCII, without their tags, as many as tell an encoding."""
    lines = (line for line in _WORDS_OF_TAGS.sub(b" ", data[: 50 * _SAMPLE]).splitlines() if _OTHER_BYTES.search(line))
    return b"\n".join(lines)[:_SAMPLE]
