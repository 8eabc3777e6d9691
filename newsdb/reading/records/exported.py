"""Read a row of an export as a JSON object: news-please, Media Cloud, and tables with the names people give columns."""

import json
import re
from collections.abc import Mapping

from newsdb.document import Document
from newsdb.errors import MalformedFile
from newsdb.reading.html_text import plain, read_fragment
from newsdb.reading.records import own_export
from newsdb.reading.records.columns import by_field
from newsdb.reading.records.json_errors import explain_json_error
from newsdb.reading.rendering import BodyLine, Story, clean, render_document, split_authors

NAME = "export"
_MARKUP = re.compile(r"</?(?:p|br|div|span|h[1-6]|ul|li|a|strong|em|b|i)\b[^<>]*>", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*[;|]\s*")


def read(content: bytes, name: str) -> Document:
    """The article of the object; what `newsdb extract` printed is read as it was."""
    try:
        row = json.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        reason = explain_json_error(error)
        raise MalformedFile(reason, where=name, remedy="write it again, or leave it out") from error
    if not isinstance(row, dict):
        raise MalformedFile("JSON that is no object", where=name, remedy="give one object an article")
    if own_export.recognises(row):
        return own_export.read(row, name)
    return render_document(_story(by_field(row)), name, NAME)


def _story(values: Mapping[str, object]) -> Story:
    body = _body(_text(values.get("body")), _text(values.get("html")))
    summary = plain(_text(values.get("standfirst")))
    return Story(
        headline=plain(_text(values.get("headline"))),
        body=body or ([BodyLine(summary)] if summary else []),
        is_teaser=not body,
        standfirst=summary if body else None,
        authors=[author for printed in _names(values.get("authors")) for author in split_authors(printed)],
        outlet=_text(values.get("outlet")),
        republisher=_text(values.get("republisher")),
        published=_text(values.get("published_on")),
        subjects=_names(values.get("subjects")),
        section=_text(values.get("section")),
        language=_text(values.get("language")),
        canonical_url=_address(_text(values.get("url"))),
    )


def _body(text: str, markup: str) -> list[BodyLine]:
    """The lines of the text, which may be HTML under the name of a text; else those of the fragment of HTML."""
    if text and not _MARKUP.search(text):
        return [BodyLine(line) for line in text.splitlines()]
    return read_fragment(text or markup)


def _text(value: object) -> str:
    """A value that is one; of a list the first, of an object its name."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("title"))
    return "" if value is None or isinstance(value, bool) else str(value)


def _names(value: object) -> list[str]:
    """Names of a list, of a list printed into a cell, or of a cell that separates them by ; or |."""
    if isinstance(value, list):
        return [name for entry in value if (name := clean(_text(entry)))]
    printed = _text(value).strip()
    if printed.startswith("[") and printed.endswith("]"):
        inner = printed[1:-1]
        quoted = re.findall(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"", inner)
        return [clean(one or other) for one, other in quoted] if quoted else [clean(part) for part in inner.split(",")]
    return [name for part in _SEPARATOR.split(printed) if (name := clean(part))]


def _address(printed: str) -> str | None:
    printed = printed.strip()
    return printed if re.fullmatch(r"https?://\S+", printed) else None
