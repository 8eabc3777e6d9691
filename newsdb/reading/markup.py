"""Tell markup by its opening, and read the encoding that it declares; the formats of markup are read elsewhere."""

import re

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}"
    r"<(?:!doctype\s+html|!--|/?(?:html|head|body|title|meta|link|script|style|article|main|section|header|div|p|span|table|"
    r"h[1-6]|a|img|br|ul|ol|center|font|b|i|em|strong|nav|figure|blockquote|form)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(rb"""<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED_IN_XML = re.compile(rb"""^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_SEARCHED = 100_000


def is_html(opening: str) -> bool:
    """Whether a file with this opening is an HTML page or a part of one."""
    return _HTML.match(opening.lstrip("\ufeff")) is not None


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the markup names, in lower case; None where it names none."""
    match = _DECLARED_IN_XML.match(data[:400]) or _DECLARED.search(data[:_SEARCHED])
    return match[1].decode("ascii").lower() if match else None
