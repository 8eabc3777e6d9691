"""Find who signs a page: its data, its author links, the lines around the story; `signatures` says what a name is."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from newsdb.document import Byline
from newsdb.reading.html.claims import Claims
from newsdb.reading.html.headlines import site_keys
from newsdb.reading.html.rendering import PageLine
from newsdb.reading.html.signatures import after_prefix, is_desk, prefer_people, read_names
from newsdb.reading.html.words import clean_text, text_of, title_key

_LONGEST_LINE = 200
# Each is compared with all others.
_MOST_NAMES = 200
_SIGNED = re.compile(r"(?:^|[\s_-])(?:by-?line|author|auteur|autor|signature|writer|reporter)s?(?:$|[\s_-]|name)", re.I)
_NOT_SIGNED = re.compile(r"bio|about|avatar|image|comment|related|social|description|box", re.I)


@dataclass(frozen=True, slots=True)
class Signature:
    """The authors, the lines that name them and nothing else of the story, and where they were found."""

    authors: tuple[Byline, ...]
    lines: frozenset[PageLine]
    source: str | None


@dataclass(frozen=True, slots=True)
class _Found:
    names: tuple[str, ...]
    source: str


def find_authors(claims: Claims, around: Sequence[PageLine]) -> Signature:
    """Who signs. `around` are the lines above and below the story, where a signature may be printed."""
    sites = site_keys(claims)
    candidates = [found for found in _candidates(claims, around) if found.names]
    own = [_Found(names, found.source) for found in candidates if (names := _without_sites(found.names, sites))]
    chosen = _choose(own)
    if chosen is None:
        return Signature((), frozenset(), None)
    authors, lines = [], set()
    for name in chosen.names:
        place = _find_printed(name, around)
        if place is None:
            authors.append(Byline(name))
            continue
        line, start = place
        authors.append(Byline(line.line.text[start - line.line.start :][: len(name)], start, start + len(name)))
        lines.add(line)
    return Signature(tuple(authors), frozenset(lines), chosen.source)


def _candidates(claims: Claims, around: Sequence[PageLine]) -> Iterator[_Found]:
    """What each place says, the surest first."""
    data = [claim for claim in claims.authors if claim.source == "JSON-LD author"]
    people = [claim.value for claim in data if claim.value not in claims.organisations]
    yield _Found(_names(people), "JSON-LD author")
    others = [claim for claim in claims.authors if claim.source != "JSON-LD author"]
    named = (claim.source for claim in others if not claim.value.lower().startswith(("http:", "https:", "www.")))
    for source in dict.fromkeys(named):
        yield _Found(_names([claim.value for claim in others if claim.source == source]), source)
    yield _Found(_names(_marked(around)), "an element marked as author")
    yield _Found(_names(_introduced(around)), "a line that begins like a signature")
    yield _Found(_names([claim.value for claim in data]), "JSON-LD author")


def _names(values: Iterable[str]) -> tuple[str, ...]:
    """Every name once; one that another stands in is the text of an element that holds it twice."""
    read = dict.fromkeys(name for value in values for name in read_names(value))
    names = prefer_people(list(islice(read, _MOST_NAMES)))
    keys = [title_key(name) for name in names]
    return tuple(
        name for name, own in zip(names, keys, strict=True) if not any(key != own and key in own for key in keys)
    )


def _marked(around: Sequence[PageLine]) -> Iterator[str]:
    """The texts of author links and of elements whose class says byline or author."""
    seen: set[etree._Element] = set()
    # Many lines may stand in one block.
    for block in dict.fromkeys(line.element for line in around):
        for element in [block, *block.iterdescendants()]:
            if element not in seen and isinstance(element.tag, str) and _marks_author(element):
                seen.add(element)
                text = clean_text(text_of(element, " "))
                if 0 < len(text) <= _LONGEST_LINE:
                    yield text


def _marks_author(element: etree._Element) -> bool:
    if "author" in (element.get("rel") or "").split() or "author" in (element.get("itemprop") or "").split():
        return True
    marks = element.get("class") or ""
    return bool(_SIGNED.search(marks)) and not _NOT_SIGNED.search(marks)


def _introduced(around: Sequence[PageLine]) -> Iterator[str]:
    for at, line in enumerate(around):
        if line.line.length > _LONGEST_LINE or (rest := after_prefix(line.line.text)) is None:
            continue
        # "By" alone stands above the name.
        yield rest or (around[at + 1].line.text if at + 1 < len(around) else "")


def _without_sites(names: Sequence[str], sites: frozenset[str]) -> tuple[str, ...]:
    """The names without that of the site, alone or before other words: "CNN Business"."""
    return tuple(name for name in names if not sites & {title_key(name), title_key(name.split()[0])})


def _choose(found: Sequence[_Found]) -> _Found | None:
    """The first that names people, or a later one that names these and more; desks where nobody else signs."""
    people = [one for one in found if not all(map(is_desk, one.names))]
    if not people:
        return found[0] if found else None
    first = people[0]
    known = {title_key(name) for name in first.names}
    for other in people[1:]:
        keys = {title_key(name): name for name in other.names if not is_desk(name)}
        more = [name for key, name in keys.items() if key not in known]
        # Beside a name, a single word is more often a section or a town than an author.
        if more and known < keys.keys() and all(" " in name and not _repeats(name, known) for name in more):
            return other
    return first


def _repeats(name: str, known: Collection[str]) -> bool:
    """Whether a known name stands in the name, as where an element holds it twice."""
    return any(key in title_key(name) for key in known)


def _find_printed(name: str, around: Sequence[PageLine]) -> tuple[PageLine, int] | None:
    """The first short line that prints the name, and where it begins."""
    folded = name.lower()
    for line in around:
        if line.line.length <= _LONGEST_LINE:
            at = line.line.text.lower().find(folded)
            # Letters that change their number in lower case would shift what is printed.
            if at >= 0 and len(line.line.text.lower()) == line.line.length:
                return line, line.line.start + at
    return None
