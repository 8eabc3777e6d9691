"""Read an entry of a news sitemap: address, headline, outlet and day of an article whose words are elsewhere."""

from newsdb.document import Document
from newsdb.errors import NoArticle
from newsdb.reading.rendering import Story, render_document
from newsdb.reading.xml_trees import children, descendants, first_text, local_name, parse_xml

NAME = "news sitemap"


def read(content: bytes, name: str) -> Document:
    """The entry. Raises NoArticle for one that names no article, as in sitemaps of all pages of a site."""
    root = parse_xml(content, name)
    [entry] = children(root, "url") or [root]
    news = next(descendants(entry, "news"), None)
    if news is None or local_name(entry) != "url":
        raise NoArticle("an address without a headline", where=name, remedy="fetch the page and load that")
    keywords = first_text(news, "keywords") or ""
    story = Story(
        headline=first_text(news, "title"),
        outlet=first_text(news, "publication", "name"),
        published=first_text(news, "publication_date"),
        subjects=[word for word in keywords.split(",") if word.strip()],
        language=first_text(news, "publication", "language"),
        canonical_url=first_text(entry, "loc"),
    )
    return render_document(story, name, NAME)
