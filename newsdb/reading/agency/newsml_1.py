"""Read NewsML 1.0 to 1.2: the news item of a document, its lines of news and the text among its components."""

from newsdb.document import Document
from newsdb.errors import NoArticle
from newsdb.reading.agency.contents import EMPTY, read_content
from newsdb.reading.agency.nitf import Body, split_names
from newsdb.reading.rendering import Story, clean, render_document
from newsdb.reading.xml_trees import Element, children, descendants, first_text, parse_xml, text_of

NAME = "NewsML 1"


def read(content: bytes, name: str) -> Document:
    """The article of the item. Raises NoArticle where it carries no text, as items of pictures do."""
    root = parse_xml(content, name)
    items = children(root, "NewsItem")
    if len(items) != 1:
        raise NoArticle(f"{len(items)} news items in one record", where=name, remedy="load the message whole")
    item = items[0]
    body = _body(item)
    if not any(clean(line.text) for line in body.lines):
        raise NoArticle("a news item without text", where=name, remedy="load the content it refers to")
    lines = next(descendants(item, "NewsLines"), item)
    bylines = [text_of(line) for line in children(lines, "ByLine")]
    subjects = _subjects(item)
    story = Story(
        headline=first_text(lines, "HeadLine") or body.headline,
        body=body.lines,
        standfirst=body.standfirst or first_text(lines, "SubHeadLine"),
        authors=body.authors or [author for line in bylines for author in split_names(line)] or _creators(item),
        byline=body.byline or ", ".join(bylines) or None,
        dateline=body.dateline or first_text(lines, "DateLine"),
        outlet=_provider(item),
        published=_published(item),
        published_reason="the item has no day of creation",
        subjects=subjects,
        section=subjects[0] if subjects else None,
        language=_formal_name(item, "Language"),
        is_language_sure=True,
        unknown={"outlet": "the item names no provider"},
    )
    return render_document(story, name, NAME)


def _body(item: Element) -> Body:
    """The content with the most words among those that are text."""
    bodies = []
    for part in descendants(item, "ContentItem"):
        kind = _formal_name(part, "MediaType") or "Text"
        media_type = _formal_name(part, "MimeType") or _formal_name(part, "Format") or ""
        if kind.lower() in ("text", "complextext"):
            bodies += [read_content(data, media_type.lower()) for data in children(part, "DataContent")]
    return max(bodies, key=lambda body: sum(len(line.text) for line in body.lines), default=EMPTY)


def _subjects(item: Element) -> list[str]:
    """Names of subjects; codes of eight digits say nothing to a reader and are left out."""
    found = [text_of(line) for line in descendants(item, "KeywordLine")]
    for code in descendants(item, "SubjectCode"):
        names = [subject.get("FormalName") or "" for subject in code]
        found += [name for name in names if name and not name.isdigit()]
    return list(dict.fromkeys(filter(None, found)))


def _creators(item: Element) -> list[str]:
    return [name for one in descendants(item, "Creator") for party in children(one, "Party") if (name := _named(party))]


def _provider(item: Element) -> str | None:
    """The party that provides it, else the one that the credit names."""
    parties = [party for one in descendants(item, "Provider") for party in children(one, "Party")]
    named = next((name for party in parties if (name := _named(party))), None)
    return named or text_of(next(descendants(item, "CreditLine"), None)) or None


def _named(party: Element) -> str | None:
    return party.get("FormalName") or None


def _published(item: Element) -> str | None:
    """When it was first made, before when this revision was."""
    paths = ("FirstCreated", "DateId", "ThisRevisionCreated")
    return next((text for path in paths if (text := text_of(next(descendants(item, path), None)))), None)


def _formal_name(element: Element, tag: str) -> str | None:
    return next((name for one in descendants(element, tag) if (name := one.get("FormalName"))), None)
