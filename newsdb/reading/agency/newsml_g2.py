"""Read NewsML-G2: news items of text; packages, concepts, events, plans, pictures and videos are no articles."""

from newsdb.document import Document
from newsdb.errors import NoArticle
from newsdb.reading.agency.contents import EMPTY, read_content
from newsdb.reading.agency.nitf import Body, split_names
from newsdb.reading.rendering import Story, clean, render_document
from newsdb.reading.xml_trees import Element, children, descendants, first_text, local_name, parse_xml, text_of

NAME = "NewsML-G2"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_ARTICLES = {
    "packageitem": "a package of items",
    "conceptitem": "a concept",
    "knowledgeitem": "a set of concepts",
    "planningitem": "a plan of coverage",
    "catalogitem": "a catalogue of codes",
    "contentmeta": "metadata without an item",
    "groupset": "the groups of a package without an item",
}
# When it was first there, before when this version was made.
_DATES = (("itemMeta", "firstCreated"), ("contentMeta", "contentCreated"), ("itemMeta", "versionCreated"))


def read(content: bytes, name: str) -> Document:
    """The article of a news item. Raises NoArticle for every other item, and for one whose words are not in it."""
    item = parse_xml(content, name)
    if what := _NO_ARTICLES.get(local_name(item)):
        raise NoArticle(f"{what}, not an article", where=name, remedy="load the news items it names")
    _refuse_other_classes(item, name)
    body = _body(item)
    if not any(clean(line.text) for line in body.lines):
        raise NoArticle("a news item without words of its own", where=name, remedy="load the content it refers to")
    meta = next(iter(children(item, "contentMeta")), item)
    subjects = [text for one in children(meta, "subject") if (text := _name_of(one))]
    published = next((text for path in _DATES if (text := first_text(item, *path))), None)
    story = Story(
        headline=first_text(meta, "headline") or body.headline,
        body=body.lines,
        standfirst=body.standfirst or first_text(meta, "description"),
        authors=body.authors or _authors(meta),
        byline=body.byline or first_text(meta, "by"),
        dateline=body.dateline or first_text(meta, "dateline"),
        outlet=_provider(item),
        published=published,
        published_reason="the item has no day of creation",
        subjects=subjects,
        section=subjects[0] if subjects else None,
        language=_language(item, meta),
        is_language_sure=True,
        unknown={"outlet": "the item gives its provider as a code or an address, not by name"},
    )
    return render_document(story, name, NAME)


def _refuse_other_classes(item: Element, name: str) -> None:
    """Pictures, videos, graphics and audio: their captions are no articles."""
    for item_class in children(item, "itemMeta", "itemClass"):
        code = (item_class.get("qcode") or item_class.get("uri") or "").replace("/", ":").rpartition(":")[2].lower()
        if code and code not in ("text", "composite"):
            raise NoArticle(f"an item of class {code}, not of text", where=name, remedy="load the article beside it")


def _body(item: Element) -> Body:
    """The content with the most words: an item may carry the same article in several forms."""
    bodies = [
        read_content(part, part.get("contenttype") or "") for part in descendants(item, "inlineXML", "inlineData")
    ]
    return max(bodies, key=lambda body: sum(len(line.text) for line in body.lines), default=EMPTY)


def _authors(meta: Element) -> tuple[str, ...]:
    """Who signs by the line for it; else everybody who is named as creator or contributor."""
    signed = [author for by in children(meta, "by") for author in split_names(text_of(by))]
    creators = [name for tag in ("creator", "contributor") for one in children(meta, tag) if (name := _name_of(one))]
    return tuple(signed or creators)


def _name_of(element: Element) -> str | None:
    """The name, in the language of the item where it has several; a literal is one, a code is not."""
    return first_text(element, "name") or element.get("literal")


def _provider(item: Element) -> str | None:
    """The name of the provider. The codes of the scheme nprov are names of agencies."""
    for provider in children(item, "itemMeta", "provider"):
        code = provider.get("qcode") or ""
        name = _name_of(provider) or (code.partition(":")[2] if code.startswith("nprov:") else None)
        if name:
            return name
    return None


def _language(item: Element, meta: Element) -> str | None:
    tags = [language.get("tag") for language in children(meta, "language")]
    return next(filter(None, tags), None) or item.get(_LANGUAGE)
