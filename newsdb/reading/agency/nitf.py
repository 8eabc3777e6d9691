"""Read NITF: a document of its own, or the body of a NewsML item; namespaces and versions aside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsdb.document import Document, SegmentKind
from newsdb.reading.bylines import read_byline
from newsdb.reading.rendering import BodyLine, Story, clean, render_document
from newsdb.reading.xml_trees import Element, descendants, first_text, local_name, parse_xml, text_of

NAME = "NITF"
_PREFIX = re.compile(r"(?:by|par|por|de|von|da)\b\s*:?\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:[;/|]|,|\b(?:and|et|y|und)\b)\s*")
# What may stand in a byline beside a name: titles, outlets, addresses.
_NO_NAME = frozenset({"byttl", "location", "virtloc", "org"})
_PARAGRAPHS = frozenset({"p", "li", "dt", "dd", "tr", "pre", "nitf-table-summary", "note"})
_KINDS: dict[str, SegmentKind] = {
    "media-caption": "caption",
    "media-producer": "caption",
    "caption": "caption",
    "figcaption": "caption",
    "credit": "caption",
    "tagline": "byline",
    "bibliography": "boilerplate",
    "copyrite": "boilerplate",
    **dict.fromkeys(("hl2", "h1", "h2", "h3", "h4", "h5", "h6"), "subheading"),
}
_SILENT = frozenset({"media-metadata", "media-reference", "media-object", "nitf-table-metadata", "style", "script"})


@dataclass(frozen=True, slots=True)
class Body:
    """What a `nitf` element says in its body."""

    headline: str | None
    standfirst: str | None
    byline: str | None
    authors: tuple[str, ...]
    dateline: str | None
    lines: tuple[BodyLine, ...]


def read(content: bytes, name: str) -> Document:
    """The article of a NITF document."""
    root = parse_xml(content, name)
    body = read_body_of(root)
    head = next(descendants(root, "head"), root)
    publication = next(descendants(head, "pubdata"), None)
    outlet = publication.get("name") if publication is not None else None
    subjects = list(_subjects(head))
    section = publication.get("position.section") if publication is not None else None
    identifier = next(descendants(head, "doc-id"), None)
    outlet = outlet or first_text(root, "body", "body.head", "distributor")
    outlet = outlet or (identifier.get("regsrc") if identifier is not None else None)
    story = Story(
        headline=body.headline or text_of(next(descendants(head, "title"), None)),
        body=body.lines,
        standfirst=body.standfirst,
        authors=body.authors,
        byline=body.byline,
        dateline=body.dateline,
        outlet=outlet,
        published=_published(head, publication),
        subjects=subjects,
        section=section or (subjects[0] if subjects else None),
        language=root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        is_language_sure=True,
        unknown={"outlet": "the document names no publication"},
    )
    return render_document(story, name, NAME)


def read_body_of(root: Element) -> Body:
    """Headline, byline, dateline, abstract and paragraphs of a `nitf` element."""
    head = next(descendants(root, "body.head"), root)
    bylines = [*descendants(head, "byline")] or [*descendants(root, "byline")][:1]
    lines = [line for part in descendants(root, "body.content", "body.end") for line in read_blocks(part)]
    return Body(
        headline=_headline(root, head),
        standfirst=" ".join(text_of(part) for part in descendants(head, "abstract")) or None,
        byline=", ".join(filter(None, map(text_of, bylines))) or None,
        authors=tuple(name for byline in bylines for name in authors_of(byline)),
        dateline=text_of(next(descendants(head, "dateline"), None)) or None,
        lines=tuple(lines),
    )


def read_blocks(part: Element) -> Iterator[BodyLine]:
    """The lines of a body: paragraphs, list items, rows, subheadings, captions; loose words as paragraphs."""
    loose: list[str] = [part.text or ""]
    for child in part:
        tag = local_name(child)
        if tag in _PARAGRAPHS or tag in _KINDS or _has_blocks(child):
            yield BodyLine(" ".join(loose))
            loose = []
            if tag in _PARAGRAPHS or tag in _KINDS:
                yield BodyLine(_row_text(child) if tag == "tr" else text_of(child), _KINDS.get(tag))
            else:
                yield from read_blocks(child)
        elif tag not in _SILENT:
            loose.append(text_of(child))
        loose.append(child.tail or "")
    yield BodyLine(" ".join(loose))


def authors_of(byline: Element) -> list[str]:
    """Who signs: the persons that are marked up, else the names without "By" and without titles and outlets."""
    persons = [text_of(person) for person in descendants(byline, "person")]
    if persons:
        return persons
    desk = first_text(byline, "byttl")
    printed = text_of(byline, without=_NO_NAME).strip(" ,;")
    return split_names(printed) or ([desk] if desk else [])


def split_names(printed: str) -> list[str]:
    """The names of a line that is known to be a byline, in any of the languages that agencies sign in."""
    line = clean(printed)
    bare = _PREFIX.sub("", line, count=1) if _PREFIX.match(line) else line
    if found := read_byline(bare, 0, len(bare)):
        return [author.name for author in found]
    return [name for part in _AND.split(bare) if (name := part.strip(" ,.;")) and any(map(str.isupper, name))]


def _headline(root: Element, head: Element) -> str | None:
    """The first headline of the body."""
    for name in ("hl1", "hedline"):
        for found in descendants(head, name):
            if text := text_of(found):
                return text
    return text_of(next(descendants(root, "hl1"), None)) or None


def _published(head: Element, publication: Element | None) -> str | None:
    """The day of release, of issue or of publication, as it is normalised in the zone of the outlet."""
    for name in ("date.release", "date.issue"):
        for stamp in descendants(head, name):
            if norm := stamp.get("norm"):
                return norm
    return publication.get("date.publication") if publication is not None else None


def _subjects(head: Element) -> Iterator[str]:
    for subject in descendants(head, "tobject.subject"):
        parts = (subject.get(f"tobject.subject.{part}") for part in ("type", "matter", "detail"))
        yield from (part for part in parts if part)
    for keyword in descendants(head, "keyword"):
        yield keyword.get("key") or text_of(keyword)
    for classifier in descendants(head, "identified-content"):
        yield from (text for one in descendants(classifier, "classifier") if (text := one.get("value") or text_of(one)))


def _has_blocks(element: Element) -> bool:
    return any(local_name(one) in _PARAGRAPHS or local_name(one) in _KINDS for one in element.iterdescendants())


def _row_text(row: Element) -> str:
    return " | ".join(filter(None, (text_of(cell) for cell in row)))
