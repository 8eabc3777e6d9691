"""Collect what the head of a page says of its article: titles, days, authors, names of the site; others weigh it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from newsdb.reading.html.jsonld import LinkedData, read_linked_data
from newsdb.reading.html.words import clean_text, text_of

# Names of <meta> (name, property or itemprop) by what they say, the surest first.
_META: Mapping[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "headline", "dc.title", "sailthru.title", "title", "parsely-title"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "og:published_time",
        "article:published",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "date",
    ),
    "author": (
        "author",
        "byl",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "cxenseparse:author",
        "article:author_name",
    ),
    "site": ("og:site_name", "application-name", "publisher", "dc.publisher", "cre"),
    "section": ("article:section", "parsely-section", "section"),
    "url": ("og:url",),
    "kind": ("og:type",),
    "description": ("og:description", "description", "twitter:description"),
    "tier": ("article:content_tier", "content_tier"),
}
_FIELD_OF = {name: field for field, names in _META.items() for name in names}
_MOST_VALUES = 40


@dataclass(frozen=True, slots=True)
class Claim:
    """A value, and where in the markup it stands, as `newsdb extract --explain` prints it."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Claims:
    """What the head says, each list with the surest claim first."""

    titles: tuple[Claim, ...]
    published: tuple[Claim, ...]
    authors: tuple[Claim, ...]
    organisations: frozenset[str]
    """Authors that the page itself calls organisations."""
    sites: tuple[Claim, ...]
    section: str | None
    url: str | None
    description: str | None
    language: str | None
    is_free: bool
    is_index: bool
    has_article: bool


def read_claims(root: etree._Element) -> Claims:
    """The claims of the page's head and of its JSON-LD."""
    meta = _read_meta(root)
    title = clean_text(root.findtext(".//title") or "")
    headings = [clean_text(text_of(heading)) for heading in list(root.iter("h1"))[:_MOST_VALUES]]
    titles = [*meta["title"], *([Claim(title, "<title>")] if title else [])]
    linked = read_linked_data(root, [*(claim.value for claim in titles), *headings])
    kinds = {claim.value.lower() for claim in meta["kind"]}
    return Claims(
        titles=_unique([*(Claim(text, "JSON-LD headline") for text in linked.headlines), *titles]),
        published=_unique([*(Claim(text, "JSON-LD datePublished") for text in linked.published), *meta["published"]]),
        authors=_unique([*(Claim(author.name, "JSON-LD author") for author in linked.authors), *meta["author"]]),
        organisations=frozenset(author.name for author in linked.authors if author.is_organisation),
        sites=_sites(linked, meta["site"]),
        section=_first_section([linked.section or "", *(claim.value for claim in meta["section"])]),
        url=_read_url(root, meta["url"]),
        description=next((claim.value for claim in meta["description"]), None),
        language=(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower() or None,
        is_free=linked.is_free and not {claim.value.lower() for claim in meta["tier"]} & {"locked", "metered", "paid"},
        is_index=linked.is_index or "website" in kinds or _is_front(root),
        has_article=linked.has_article or "article" in kinds or (bool(meta["published"]) and not _is_front(root)),
    )


def host_of(url: str | None) -> str:
    """The host of an absolute address; "" where there is none."""
    return (urlsplit(url).hostname or "") if url else ""


def _read_meta(root: etree._Element) -> dict[str, list[Claim]]:
    """Every known <meta>, by what it says, in the order of `_META`."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        field = _FIELD_OF.get(name)
        value = clean_text(element.get("content") or "") if field else ""
        if field and value and len(found[field]) < _MOST_VALUES:
            found[field].append(Claim(value, f'<meta "{name}">'))
    for field, claims in found.items():
        ranks = {f'<meta "{name}">': rank for rank, name in enumerate(_META[field])}
        claims.sort(key=lambda claim: ranks[claim.source])
    return found


def _sites(linked: LinkedData, meta: Sequence[Claim]) -> tuple[Claim, ...]:
    publisher = [Claim(linked.publisher, "JSON-LD publisher")] if linked.publisher else []
    named = [claim for claim in meta if claim.source == '<meta "og:site_name">']
    return _unique([claim for claim in [*named, *publisher, *meta] if "://" not in claim.value])


def _first_section(values: Sequence[str]) -> str | None:
    """The first name of the first value that has one: sites join several with commas."""
    names = (value.split(",")[0].strip() for value in values)
    return next((name for name in names if name), None)


def _read_url(root: etree._Element, meta: Sequence[Claim]) -> str | None:
    """The address of the article: absolute, and not that of the front page."""
    for url in [*_canonical(root), *(claim.value for claim in meta)]:
        if not re.match(r"https?://", url, re.IGNORECASE) or len(url) > 2000 or re.search(r"\s", url):
            continue
        try:
            parts = urlsplit(url)
        except ValueError:
            continue
        if parts.hostname and (parts.path.strip("/") or parts.query):
            return url
    return None


def _is_front(root: etree._Element) -> bool:
    """Whether the page says that its address is that of a site."""
    return any(re.fullmatch(r"https?://[^/?#]+/?(?:[a-z]{2}/?)?", url) for url in _canonical(root))


def _canonical(root: etree._Element) -> Iterator[str]:
    for link in root.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield clean_text(link.get("href") or "")


def _unique(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    first: dict[str, Claim] = {}
    for claim in claims:
        first.setdefault(claim.value, claim)
    return tuple(first.values())
