"""Read a saved HTML page: its rendering as text, the story in it, and what page and head say of the article."""

import re
from types import MappingProxyType

from lxml import html

from newsdb.document import Document, OutletName
from newsdb.errors import NoArticle
from newsdb.language.outlets import (
    Outlet,
    find_bearer,
    find_outlet,
    find_outlet_of_host,
    fold_outlet_name,
    name_homonym,
)
from newsdb.reading import page_dump
from newsdb.reading.html import NAME
from newsdb.reading.html.authors import Signature, find_authors
from newsdb.reading.html.claims import Claim, Claims, host_of, read_claims
from newsdb.reading.html.days import PublishedDay, find_day
from newsdb.reading.html.headlines import Headline, find_headline
from newsdb.reading.html.refusals import refuse_index, refuse_stub
from newsdb.reading.html.rendering import HEADINGS, PageLine, Rendering, render_page
from newsdb.reading.html.segments import PageParts, divide_page
from newsdb.reading.html.story import find_story
from newsdb.reading.html.tree import parse_page
from newsdb.reading.languages import UNDETERMINED, identify_language
from newsdb.reading.lines import tile

_LINES_ABOVE = 4
_LINES_BELOW_HEADLINE = 40
_LINES_BELOW = 6
_LONGEST_SIGNATURE = 60
# Letters of the ending of a host that is a country's: lematin.ch is not lematin.ma.
_COUNTRY = 2
_ARCHIVE = re.compile(r"https?://web\.archive\.org/web/\w+/(?=https?://)")
# A story is in one language; more of it takes time and tells no more.
_SURE_SAMPLE = 2000
# What is shorter at the beginning of the story may be a signature or a date.
_SHORTEST_PARAGRAPH = 100


def read_page(text: str, name: str) -> Document:
    """The one article of the page. Raises NoArticle for an index, a stub or no story, UnreadablePage."""
    root = parse_page(text, name)
    rendering = render_page(root)
    if page_dump.recognises_frame(rendering.text):
        return page_dump.read(rendering.text, name)
    claims = read_claims(root)
    headline = find_headline(rendering, claims)
    first = _first_below(rendering, headline)
    story = find_story(root, rendering, first)
    refuse_index(claims, rendering, story, name)
    if headline is None or not story:
        what = "no headline" if story else "no story"
        raise NoArticle(f"the page has {what}", where=f"{name}:1", remedy="save the page of the article itself")
    refuse_stub(claims, rendering, story, name)
    return _document(root, rendering, claims, headline, story, name)


def _document(
    root: html.HtmlElement,
    rendering: Rendering,
    claims: Claims,
    headline: Headline,
    story: tuple[int, ...],
    name: str,
) -> Document:
    language, declared = _language(rendering, claims, headline, story)
    above = _lines_above(rendering, headline, story)
    signature = find_authors(claims, [*above, *_lines_below(rendering, story)])
    published = find_day(root, claims, above, language)
    outlet, site = _outlet(claims)
    parts = PageParts(headline.lines, signature.lines, published.lines, story, claims.description)
    unknown = {} if outlet else {"outlet": "neither the head of the page nor its address names an outlet"}
    if published.day is None:
        unknown["published_on"] = published.reason or "the page names no day"
    return Document(
        source=name,
        text=rendering.text,
        segments=tile(rendering.text, divide_page(rendering, parts)),
        headline=headline.text,
        outlet=outlet,
        published_on=published.day,
        published_precision=published.precision,
        authors=signature.authors,
        language=language,
        section=claims.section,
        canonical_url=claims.url,
        reader=NAME,
        unknown=MappingProxyType(unknown),
        found=MappingProxyType(_found(headline, signature, published, site, claims) | declared),
    )


def _found(
    headline: Headline, signature: Signature, published: PublishedDay, site: Claim | None, claims: Claims
) -> dict[str, str]:
    """For each field that is known where in the page it was found."""
    found = {
        "headline": headline.source,
        "outlet": site.source if site else None,
        "published_on": published.source,
        "authors": signature.source,
        "section": "the head of the page" if claims.section else None,
        "canonical_url": "the head of the page" if claims.url else None,
    }
    return {field: source for field, source in found.items() if source}


def _first_below(rendering: Rendering, headline: Headline | None) -> int:
    if headline is None or not headline.lines:
        return 0
    return rendering.lines.index(headline.lines[-1]) + 1


def _lines_above(rendering: Rendering, headline: Headline, story: tuple[int, ...]) -> list[PageLine]:
    """The lines about the headline, and those below it as far as the first sure paragraph of the story."""
    sure = next((at for at in story if _is_paragraph(rendering.lines[at])), story[0])
    first = _first_below(rendering, headline)
    start = max(0, first - len(headline.lines) - _LINES_ABOVE) if headline.lines else max(0, sure - _LINES_ABOVE)
    end = min(max(sure, story[0]), first + _LINES_BELOW_HEADLINE) if headline.lines else sure
    return [line for line in rendering.lines[start:end] if line not in headline.lines]


def _is_paragraph(line: PageLine) -> bool:
    return line.line.length >= _SHORTEST_PARAGRAPH and not line.inside & HEADINGS


def _lines_below(rendering: Rendering, story: tuple[int, ...]) -> list[PageLine]:
    """The short lines that end the story, and those below it."""
    ends = [rendering.lines[at] for at in story[-2:]]
    below = rendering.lines[story[-1] + 1 : story[-1] + 1 + _LINES_BELOW]
    return [*(line for line in ends if line.line.length <= _LONGEST_SIGNATURE), *below]


def _language(
    rendering: Rendering, claims: Claims, headline: Headline, story: tuple[int, ...]
) -> tuple[str, dict[str, str]]:
    """The language of the words; where these are too few to be sure the one that the page declares, which it says."""
    words = "\n".join([headline.text, *(rendering.lines[at].line.text for at in story)])
    found = identify_language(words[:_SURE_SAMPLE])
    if found != UNDETERMINED or not claims.language:
        return found, {}
    return claims.language, {"language": "the words are too few or too mixed; <html lang>"}


def _is_of_site(host: str, outlet: Outlet) -> bool:
    """Whether the page may be of the outlet's website; a site abroad may have the name of an outlet that is known."""
    if not host or not outlet.website:
        return True
    *_, domain, ending = outlet.website.split(".")
    *labels, top = host.split(".")
    if outlet.country and len(top) == _COUNTRY and top != ending:
        return top == outlet.country.lower()
    # Outlets move, and keep their name in the new address.
    names = map(fold_outlet_name, (outlet.name, *outlet.aliases))
    return domain in labels or not set(labels).isdisjoint(names)


def _outlet(claims: Claims) -> tuple[OutletName | None, Claim | None]:
    """The outlet that the page names, by the name it is known by; else the known outlet of its address."""
    host = host_of(_ARCHIVE.sub("", claims.url or ""))
    known = find_outlet_of_host(host) if host else None
    if known:
        return OutletName(known.name), Claim(host, "the address")
    for site in claims.sites:
        if (known := find_outlet(site.value)) and _is_of_site(host, known):
            return OutletName(known.name, site.value), site
    if not claims.sites:
        return None, None
    printed = claims.sites[0].value
    bearer = find_bearer(printed)
    is_homonym = bearer is not None and not _is_of_site(host, bearer)
    name = name_homonym(bearer, host.removeprefix("www.")) if bearer and is_homonym else printed
    return OutletName(name, printed), claims.sites[0]
