"""Give feedparser a feed of one item in such a way that no author or tag slows it and no element stops it.

feedparser has a class for feeds that keep the rules of XML and one for others. Both are handed to a copy of its module,
with what is changed here, so that whoever else in the process reads feeds with it is not touched.
"""

import importlib.util
import io
from functools import cache
from typing import Any

# What its handlers raise where an element stands in a place, or without a part, that they have not foreseen.
_UNFORESEEN = (KeyError, IndexError, TypeError, ValueError, AttributeError)


def parse_feed(content: bytes) -> Any:
    """What feedparser makes of the feed. Where even so it stops, its exception may be any."""
    # Sanitising would lose words of bodies, and addresses are resolved by whoever follows them.
    return _feedparser().parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)


class _Changes:
    """What is changed in both classes; the names are those of feedparser."""

    def unknown_starttag(self, tag: str, attrs: list[tuple[str, str]]) -> None:
        """Open an element, or leave it out."""
        handler: Any = super()
        try:
            handler.unknown_starttag(tag, attrs)
        except _UNFORESEEN:
            return

    def unknown_endtag(self, tag: str) -> None:
        """Close an element, or leave out what it says."""
        handler: Any = super()
        try:
            handler.unknown_endtag(tag)
        except _UNFORESEEN:
            # What it keeps of depth, language and text must go on, which it does for names that it does not know.
            handler.unknown_endtag(f"left-out:{tag}")

    def _start_authors(self: Any, attributes: dict[str, str]) -> None:
        """Of the element that some write around authors, or for one: feedparser would put its text in their place."""
        self._start_author(attributes)

    def _end_authors(self: Any) -> None:
        self._end_author()

    def _start_name(self: Any, attributes: dict[str, str]) -> None:
        """Of several names in one element of an author each is a person: feedparser would keep the last."""
        authors = self._get_context().get("authors")
        if self.inauthor and not self.inpublisher and authors and authors[-1].get("name"):
            authors.append({})
        handler: Any = super()
        handler._start_name(attributes)

    def _sync_author_detail(self: Any, key: str = "author") -> None:
        """Keep an author as printed: feedparser looks for an address of mail in the time of the square of a word."""
        context = self._get_context()
        authors = context.get("authors")
        if key == "author" and authors and not authors[-1]:
            authors[-1]["name"] = context.get("author")

    def _add_tag(self: Any, term: str | None, scheme: str | None, label: str | None) -> None:
        """Keep a tag: feedparser compares it with all others, and whoever takes the terms takes each once."""
        tags = self._get_context().setdefault("tags", [])
        if term or scheme or label:
            tags.append({"term": term, "scheme": scheme, "label": label})


@cache
def _feedparser() -> Any:
    """The copy. Its import takes 0.2 s, which those without feeds need not wait for."""
    specification = importlib.util.find_spec("feedparser.api")
    if specification is None or specification.loader is None:
        raise ImportError("feedparser has no module api")
    module: Any = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    module.StrictFeedParser = type("StrictFeedParser", (_Changes, module.StrictFeedParser), {})
    module.LooseFeedParser = type("LooseFeedParser", (_Changes, module.LooseFeedParser), {})
    # For each item anew it looks for a parser that nobody has, for a third of the time of a short one.
    module.PREFERRED_XML_PARSERS.clear()
    return module
