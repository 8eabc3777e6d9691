"""Say how a file was read: which reader took it, what it found where, and why it left a field empty."""

from collections import Counter
from collections.abc import Iterator

from newsdb.document import Document

_NOT_NAMED = "the file names none"
# The part of the text that says it, in a file that says nothing beside its text.
_PART_OF = {
    "headline": "headline",
    "outlet": "dateline",
    "published_on": "dateline",
    "authors": "byline",
    "section": "navigation",
}


def explain_document(document: Document) -> Iterator[str]:
    """The lines of the explanation, the field first; what is empty says why."""
    yield document.source
    yield _line("reader", document.reader)
    yield _line("language", document.language, document.found.get("language", "the words of the story"))
    yield _field(document, "headline", document.headline)
    yield _field(document, "outlet", document.outlet.name if document.outlet else None)
    yield _field(document, "republisher", document.republisher.name if document.republisher else None)
    yield _field(document, "published_on", document.published_on.isoformat() if document.published_on else None)
    yield from _authors(document)
    yield _field(document, "section", document.section)
    yield _field(document, "canonical_url", document.canonical_url)
    yield from _segments(document)


def _field(document: Document, name: str, value: str | None) -> str:
    if value is None:
        return _line(name, "–", document.unknown.get(name, _NOT_NAMED))
    return _line(name, value, _source(document, name))


def _source(document: Document, name: str) -> str:
    """Where a field was found; for a reader of plain text, the first part of the text of the kind that says it."""
    kind = _PART_OF.get(name)
    parts = (f"{kind} at {part.start}–{part.end}" for part in document.segments if part.kind == kind)
    return document.found.get(name) or next(parts, "the layout of the page" if name == "republisher" else "the text")


def _authors(document: Document) -> Iterator[str]:
    if not document.authors:
        yield _line("authors", "–", document.unknown.get("authors", _NOT_NAMED))
    source = _source(document, "authors")
    for author in document.authors:
        place = "not printed" if author.start is None else f"printed at {author.start}–{author.end}"
        yield _line("author", author.name, f"{source}; {place}")


def _segments(document: Document) -> Iterator[str]:
    numbers: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for segment in document.segments:
        numbers[segment.kind] += 1
        characters[segment.kind] += segment.end - segment.start
    for kind, number in numbers.items():
        yield _line("segments", f"{number} {kind}", f"{characters[kind]:,} characters")


def _line(name: str, value: str, where: str | None = None) -> str:
    return f"  {name:<13} {value}" + (f"  ({where})" if where else "")
