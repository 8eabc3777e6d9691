"""All words in the bytes of a file, also those that no page shows: attributes, scripts, comments, addresses, escapes.

What of them is the article is read elsewhere; here nothing is left out, because the bytes are kept whole.
"""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from newsdb.errors import InputError
from newsdb.reading.charsets import decode_markup
from newsdb.reading.containers.warc import is_warc
from newsdb.reading.records.crawled_page import unpack
from newsdb.reading.text import encoding_of

# JSON in a page is escaped, and HTML in that JSON is too: each is undone as often as editors write it.
_DEEPEST = 3
_ESCAPE = re.compile(r"(?<!\\)\\++(?:u\{?([0-9a-fA-F]{4,6})\}?|x([0-9a-fA-F]{2})|[nrtbf/\"'])")
# More digits than any letter has, which no page shows and Python would not read.
_NO_LETTER = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_TAGS = re.compile(r"(?:<[^<>]*+>)++")
_WITHIN_WORDS = re.compile(
    r"(?:</?(?:a|abbr|b|big|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?>)+", re.IGNORECASE
)


def kept_words(content: bytes, name: str) -> Iterator[str]:
    """Everything that the bytes of a record may say, escapes undone: with its markup, and without.

    Whoever looks for words finds them in one of these; neither is a text to be kept or counted in.
    """
    text = _decode(content, name)
    if is_warc(content):
        # The head says the address; the page may be compressed.
        text = f"{text}\n{_page(content, name)}"
    plain = _undo_escapes(text)
    yield plain
    if "<" in plain:
        yield _TAGS.sub(_gap, plain)


def _page(content: bytes, name: str) -> str:
    try:
        return _decode(unpack(content, name)[0], name)
    except InputError:
        return ""


def _decode(content: bytes, name: str) -> str:
    """The letters, as whoever reads the file decodes them; of bytes in no known encoding those of ASCII."""
    bom, codec, _ = encoding_of(content)
    if bom:
        return content[len(bom) :].decode(codec, "replace")
    try:
        return decode_markup(content, name)
    except InputError:
        return content.decode("latin-1")


def _undo_escapes(text: str) -> str:
    for _ in range(_DEEPEST):
        plain = _PERCENT.sub(_percent, _ESCAPE.sub(_escape, html.unescape(_NO_LETTER.sub(" ", text))))
        if plain == text:
            break
        text = plain
    return text


def _escape(match: re.Match[str]) -> str:
    code = int(match[1] or match[2] or "20", 16)
    # The code points of half a character, as JSON writes those beyond the first 65,536, are in no name.
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else " "


def _percent(match: re.Match[str]) -> str:
    encoded = unquote_to_bytes(match[0])
    try:
        return encoded.decode()
    except UnicodeDecodeError:
        return encoded.decode("cp1252", "replace")


def _gap(tags: re.Match[str]) -> str:
    """What stands for tags: nothing where they only dress letters of a word, else what parts words."""
    return "" if _WITHIN_WORDS.fullmatch(tags[0]) else " "
