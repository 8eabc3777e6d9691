"""Tell markup by its opening, the encoding that it declares, and what no parser takes; formats are read elsewhere."""

import re

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*){0,3}(?:<!--.{0,2000}?-->\s*){0,5}"
    r"<(?:!doctype\s+html|!--|/?(?:html|head|body|title|meta|link|script|style|article|main|section|header|div|p|span|table|"
    r"h[1-6]|a|img|br|ul|ol|center|noscript|font|b|i|em|strong|nav|figure|blockquote|form)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(rb"""<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED_IN_XML = re.compile(rb"""^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_SEARCHED = 100_000
# libxml2 compares every attribute of an element with all others, which takes hours for a million.
_MOST_ATTRIBUTES = 5_000
# The tokens of HTML as its standard tells them: these are spaces, and a quote opens a value behind an equals sign.
# Possessive, for what nothing closes must not be tried in every other way.
_SPACE = r" \t\n\r\f"
_VALUE = rf"""(?:"[^"]*+"?|'[^']*+'?|[^{_SPACE}>]*+)"""
_ATTRIBUTE = rf"[^{_SPACE}/>][^{_SPACE}/>=]*+(?:[{_SPACE}]*+=[{_SPACE}]*+{_VALUE})?"
_ATTRIBUTES = rf"(?P<attributes>(?:[{_SPACE}/]*+{_ATTRIBUTE})*+)(?:[{_SPACE}/]++(?<=/)(?P<closed>>)|[{_SPACE}/]*+>?)"
_END = rf"(?=[{_SPACE}/>])"
# Within a comment in a script, another script and its end are text.
_SCRIPT_IN_COMMENT = rf"<script{_END}(?:[^<-]++|-(?!->)|<(?!/script{_END}))*+(?:</script{_END})?"
_COMMENT_IN_SCRIPT = rf"<!--(?:-?>|(?:[^<-]++|-(?!->)|<(?!/?script{_END})|{_SCRIPT_IN_COMMENT})*+(?:-->)?)"
_SCRIPT = rf"(?:[^<]++|<(?!/script{_END}|!--)|{_COMMENT_IN_SCRIPT})*+"
_TOKEN = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?:[!?]|/[^a-zA-Z>])[^>]*+|"
    rf"<(?:(?P<script>script{_END})|(?P<text>(?:style|title|textarea|xmp|iframe|noembed|noframes){_END})|/?[a-zA-Z])"
    rf"[^{_SPACE}/>]*+{_ATTRIBUTES}"
    # In these, what begins like a tag is none.
    rf"(?(closed)|(?(script){_SCRIPT}|(?(text).*?(?=</(?P=text){_END}|\Z))))",
    re.IGNORECASE | re.DOTALL,
)
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)


def is_html(opening: str) -> bool:
    """Whether a file with this opening is an HTML page or a part of one."""
    return _HTML.match(opening.lstrip("\ufeff")) is not None


def has_endless_tag(markup: str) -> bool:
    """Whether an element has more than 5,000 attributes, with or without values."""
    # No attribute is shorter than a letter and what parts it from the next.
    found = (token["attributes"] or "" for token in _TOKEN.finditer(markup))
    long = (attributes for attributes in found if len(attributes) > 2 * _MOST_ATTRIBUTES)
    return any(len(_ONE_ATTRIBUTE.findall(attributes)) > _MOST_ATTRIBUTES for attributes in long)


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the markup names, in lower case; None where it names none."""
    match = _DECLARED_IN_XML.match(data[:400]) or _DECLARED.search(data[:_SEARCHED])
    return match[1].decode("ascii").lower() if match else None
