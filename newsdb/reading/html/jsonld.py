"""Read the JSON-LD blocks of a page: the node that describes its article, and what that node says.

Vocabulary: https://schema.org/Article. Blocks that are no JSON are passed over, as browsers do.
"""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from lxml import etree

from newsdb.reading.html.words import clean_text, title_key

Node = Mapping[str, Any]

_LARGEST_BLOCK = 2_000_000
_MOST_NODES = 5_000
# Names of one thing, or authors. Each is compared with all others, in time that grows with their square.
_MOST_VALUES = 100
_WRAPPER = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->|//\s*\]\]>|;)\s*$")
_ARTICLE = re.compile(r"(?:Article|Posting|Report|Review|Newsarticle|Critique)$")
_PAGE = frozenset({"WebPage", "ItemPage", "Recipe"})
_INDEX = frozenset({"CollectionPage", "SearchResultsPage"})
_ORGANISATION = re.compile(r"(?:Organi[sz]ation|Corporation)$")


@dataclass(frozen=True, slots=True)
class NamedAuthor:
    """A name as the data give it, and whether they call it an organisation."""

    name: str
    is_organisation: bool


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What the node of the article says; all empty where the page has none."""

    headlines: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    authors: tuple[NamedAuthor, ...] = ()
    publisher: str | None = None
    section: str | None = None
    is_free: bool = True
    is_index: bool = False
    has_article: bool = False


def read_linked_data(root: etree._Element, titles: Sequence[str]) -> LinkedData:
    """What the blocks say of the article; of several articles, of the one with a title like one of `titles`."""
    nodes = [node for block in _blocks(root) for node in _nodes(block)]
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in _kinds(node))]
    pages = [node for node in nodes if _PAGE & _kinds(node)]
    is_index = any(_INDEX & _kinds(node) for node in nodes)
    chosen = _choose(articles, titles) or _choose(pages, titles)
    if chosen is None:
        return LinkedData(is_index=is_index)
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    return LinkedData(
        headlines=_texts(chosen, "headline", "name", "alternativeHeadline") if articles else (),
        published=_texts(chosen, "datePublished") or _texts(chosen, "dateCreated"),
        authors=tuple(islice(_authors(chosen, by_id), _MOST_VALUES)),
        publisher=next((author.name for author in _named(chosen.get("publisher"), by_id)), None),
        section=next(iter(_texts(chosen, "articleSection")), None),
        is_free=not any(str(node.get("isAccessibleForFree")).lower() == "false" for node in [*articles, *pages]),
        is_index=is_index and not articles,
        has_article=bool(articles),
    )


def _blocks(root: etree._Element) -> Iterator[Any]:
    for script in root.iter("script"):
        text = script.text
        if not text or "ld+json" not in (script.get("type") or "").lower() or len(text) > _LARGEST_BLOCK:
            continue
        try:
            yield json.loads(_WRAPPER.sub("", text), strict=False)
        except (ValueError, RecursionError):
            continue


def _nodes(block: Any) -> list[Node]:
    """Every object that may describe the page, outermost first; what hangs on their properties is left to them."""
    waiting: deque[Any] = deque([block])
    nodes: list[Node] = []
    while waiting and len(nodes) < _MOST_NODES:
        value = waiting.popleft()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            nodes.append(value)
            waiting += [value[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in value]
    return nodes


def _kinds(node: Node) -> set[str]:
    kinds = node.get("@type")
    return {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}


def _choose(nodes: Sequence[Node], titles: Sequence[str]) -> Node | None:
    keys = {title_key(title) for title in titles}
    titled = (node for node in nodes if keys & {title_key(text) for text in _texts(node, "headline", "name")})
    dated = (node for node in nodes if "datePublished" in node)
    return next(titled, None) or next(dated, None) or next(iter(nodes), None)


def _texts(node: Node, *keys: str) -> tuple[str, ...]:
    found = []
    for key in keys:
        values = node.get(key)
        for value in values[:_MOST_VALUES] if isinstance(values, list) else [values]:
            text = clean_text(value) if isinstance(value, str) else ""
            if text and text not in found:
                found.append(text)
    return tuple(found)


def _authors(node: Node, by_id: Mapping[str, Node]) -> Iterator[NamedAuthor]:
    seen = set()
    for key in ("author", "creator"):
        for author in _named(node.get(key), by_id):
            if author.name not in seen:
                seen.add(author.name)
                yield author
        if seen:
            return


def _named(value: Any, by_id: Mapping[str, Node]) -> Iterator[NamedAuthor]:
    for one in value[:_MOST_VALUES] if isinstance(value, list) else [value]:
        if isinstance(one, str) and (name := clean_text(one)):
            yield NamedAuthor(name, False)
        elif isinstance(one, dict):
            known = one if "name" in one else by_id.get(str(one.get("@id")), {})
            is_organisation = any(_ORGANISATION.search(kind) for kind in _kinds(known))
            for name in _texts(known, "name"):
                yield NamedAuthor(name, is_organisation)
