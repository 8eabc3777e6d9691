"""Clean the words of attributes and data blocks, and compare titles; what they mean, others decide."""

import re
import unicodedata

from lxml import etree

from newsdb.reading.references import unescape

_TAG = re.compile(r"<[^<>]{0,300}>")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")
_LONGEST = 2000


def clean_text(value: str) -> str:
    """The value as plain text on one line: entities resolved (sites escape twice), tags and white space taken out."""
    text = unescape(unescape(value[:_LONGEST]))
    text = _TAG.sub(" ", text) if "<" in text else text
    return unicodedata.normalize("NFC", " ".join(_UNPRINTABLE.sub(" ", text).split()))


def text_of(element: etree._Element, between: str = "") -> str:
    """All text inside the element, its pieces as they are."""
    return between.join(piece for piece in element.itertext() if isinstance(piece, str))


def title_key(text: str) -> str:
    """Letters and digits in lower case without accents: equal for two printings of one title."""
    if text.isascii():
        return "".join(letter for letter in text.lower() if letter.isalnum())
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in decomposed if letter.isalnum())
