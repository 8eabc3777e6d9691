"""Choose the headline of a page: the heading it prints, told from others by what its head calls the article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from newsdb.reading.html.claims import Claim, Claims, host_of
from newsdb.reading.html.rendering import PageLine, Rendering
from newsdb.reading.html.words import title_key
from newsdb.reading.lines import fold_line

_SEPARATOR = re.compile(r"\s+[-–—|:·•»«/]{1,2}\s+|\s*\|\s*|\s+::\s+")
_HEADINGS = ("h1", "h2", "h3")
# Of the words of the shorter title, how many the other must share to be about the same article.
_ALIKE = 0.6
_WEAKLY_ALIKE = 0.25
_SHORTEST = 8
_LONGEST = 400
# Each is compared with every heading.
_MOST_TITLES = 20


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline, its lines in the rendering (none where the page does not print it) and where it was found."""

    text: str
    lines: tuple[PageLine, ...]
    source: str


def find_headline(rendering: Rendering, claims: Claims) -> Headline | None:
    """The headline; None where neither a heading nor the head of the page has one."""
    titles = [Claim(bare_title(claim.value, claims), claim.source) for claim in claims.titles[:_MOST_TITLES]]
    sites = site_keys(claims)
    titles = [title for title in titles if title.value and title_key(title.value) not in sites]
    headings = [heading for heading in _headings(rendering) if title_key(heading.text) not in sites]
    printed = _best_heading(headings, titles)
    if printed is not None:
        return _without_kicker(printed, titles)
    return _repeated_line(rendering, titles) or (Headline(titles[0].value, (), titles[0].source) if titles else None)


def _repeated_line(rendering: Rendering, titles: Sequence[Claim]) -> Headline | None:
    """The first line that prints a title, or one up to what may be the name of the site."""
    heads = [(title, _SEPARATOR.split(title.value)) for title in titles]
    keys = {title_key(parts[0]): title.source for title, parts in heads if len(parts) == 2}
    keys |= {title_key(title.value): title.source for title in titles}
    for line in rendering.lines:
        if line.line.length <= _LONGEST and len(key := title_key(line.line.text)) >= _SHORTEST and key in keys:
            return Headline(line.line.text, (line,), f"the line that {keys[key]} repeats")
    return None


def bare_title(title: str, claims: Claims) -> str:
    """The title without the name of the site or of sections at its end or beginning."""
    parts = _SEPARATOR.split(title)
    if len(parts) == 1:
        return title
    sites = site_keys(claims)
    while len(parts) > 1 and _is_site(parts[-1], sites):
        title = title[: title.rindex(parts[-1])].rstrip(" -–—|:·•»«/")
        parts.pop()
    if len(parts) > 1 and _is_site(parts[0], sites):
        title = title[len(parts[0]) :].lstrip(" -–—|:·•»«/")
    return title


def _is_site(part: str, sites: frozenset[str]) -> bool:
    key = title_key(part)
    return key in sites or (len(key) > 3 and any(key.startswith(site) for site in sites if len(site) > 4))


def site_keys(claims: Claims) -> frozenset[str]:
    """The names of the site and of its host, as they are compared."""
    keys = {title_key(claim.value) for claim in claims.sites if len(claim.value) < 60}
    if host := host_of(claims.url).removeprefix("www."):
        keys |= {title_key(host), title_key(host.split(".")[0]), title_key(".".join(host.split(".")[-2:])[:-4])}
    return frozenset(key for key in keys if len(key) > 1)


def _headings(rendering: Rendering) -> list[Headline]:
    """The headings of the page, each with all of its lines."""
    found: list[Headline] = []
    for heading, group in groupby(rendering.lines, _heading_of):
        if heading is not None:
            lines = tuple(group)
            found.append(Headline(" ".join(line.line.text for line in lines), lines, f"<{heading.tag}>"))
    return [heading for heading in found if len(heading.text) <= _LONGEST]


def _heading_of(line: PageLine) -> etree._Element | None:
    if line.heading is not None and line.heading.tag in _HEADINGS:
        return line.heading
    return line.element if line.element.get("itemprop") == "headline" else None


def _best_heading(headings: Sequence[Headline], titles: Sequence[Claim]) -> Headline | None:
    """The heading most like a title, the first and the largest of equals; a lone <h1> needs to be but a little so."""
    first = [heading for heading in headings if heading.source not in ("<h2>", "<h3>")]
    told = [(title_key(title.value), _words(title.value)) for title in titles]
    ranked = [(_likeness(heading.text, told), -_HEADINGS.index(_size(heading)), heading) for heading in headings]
    best = max(ranked, key=lambda rank: rank[:2], default=None)
    if best and best[0] >= _ALIKE:
        return best[2]
    weak = max(((_likeness(heading.text, told), heading) for heading in first), key=lambda w: w[0], default=None)
    if weak and (weak[0] >= _WEAKLY_ALIKE or not titles):
        return weak[1]
    long = [heading for heading in first if len(heading.text.split()) > 3]
    return long[0] if len(long) == 1 and len(first) == 1 else None


def _size(heading: Headline) -> str:
    tag = heading.source.strip("<>")
    return tag if tag in _HEADINGS else "h1"


def _likeness(text: str, titles: Sequence[tuple[str, frozenset[str]]]) -> float:
    """The best share of common words, of all the words of both; 1 where the letters are those of a title.

    Of each title, `titles` holds the letters and the words.
    """
    letters = title_key(text)
    words = _words(text)
    best = 0.0
    for key, other in titles:
        if key == letters:
            return 1.0
        if words and other:
            common = len(words & other)
            best = max(best, 0.99 * (common / len(words | other) + common / min(len(words), len(other))) / 2)
    return best


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold_line(text)))


def _without_kicker(heading: Headline, titles: Sequence[Claim]) -> Headline:
    """The title alone where a heading of several elements holds it beside a kicker or a section."""
    for title in titles[:3]:
        for line in heading.lines:
            rest = line.line.text.removesuffix(title.value)
            if rest and rest != line.line.text and not rest[-1].isspace() and title_key(rest):
                return Headline(title.value, heading.lines, f"{heading.source}, the part that {title.source} repeats")
            if len(heading.lines) > 1 and title_key(line.line.text) == title_key(title.value):
                return Headline(line.line.text, (line,), heading.source)
    return heading
