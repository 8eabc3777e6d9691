"""Resolve character references ("&#233;", "&eacute;"), also where their number is that of no character."""

import html
import re

_ENDLESS = re.compile(r"&#[0-9]{20,};?")
_NUMBERED = re.compile(rb"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+))")
_LONGEST = 20


def unescape(text: str) -> str:
    """The text with its references resolved as HTML does: what is no character is U+FFFD."""
    # Python refuses to read numbers of thousands of digits.
    return html.unescape(_ENDLESS.sub("\ufffd", text))


def replace_impossible(markup: bytes) -> bytes:
    """The markup with U+FFFD for each reference to a number beyond Unicode or to half of a surrogate pair."""
    return _NUMBERED.sub(lambda found: found[0] if _is_character(found) else b"&#xFFFD", markup)


def _is_character(found: re.Match[bytes]) -> bool:
    if max(map(len, found.groups(b""))) >= _LONGEST:
        return False
    number = int(found[1], 16) if found[1] else int(found[2])
    return number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
