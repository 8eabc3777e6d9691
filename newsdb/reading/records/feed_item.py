"""Read a feed of one item with feedparser: RSS, RDF, Atom and CDF; how feeds are cut into items is told elsewhere."""

import re
from collections.abc import Mapping
from typing import Any

from newsdb.document import Document
from newsdb.errors import MalformedFile, UnreadablePage
from newsdb.reading.feed_limits import excess_of_item
from newsdb.reading.feed_parser import parse_feed
from newsdb.reading.html_text import plain, read_fragment
from newsdb.reading.references import replace_impossible
from newsdb.reading.rendering import BodyLine, Story, clean, render_document, split_authors

NAME = "feed item"
# Shorter summaries are taken for what RSS calls them: a synopsis.
_SHORTEST_WHOLE = 1500
_CUT = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(…\)|[»>→]{1,2}|lire la suite|lire plus|en savoir plus|read more|continue reading"
    r"|seguir leyendo|leer más|المزيد|اقرأ المزيد)[\s.\])]*$",
    re.IGNORECASE,
)
# Several names; in what is longer nobody is told apart.
_LONGEST_AUTHOR = 1000
# An address of mail; @somebody is none, nor what stands @home.
_MAIL = r"(?<![^\s<>()\[\]{}:;,/|=\"&])[^\s<>()\[\]{}:;,/|=\"&@]++@[\w-]++(?:\.[\w-]++)++"
_ADDRESS = re.compile(_MAIL)
# In angle brackets it would be taken for markup, also without the second.
_AS_MARKUP = re.compile(rf"<{_MAIL}>?")
_PRINTED_ADDRESS = re.compile(rf"<{_MAIL}>|\({_MAIL}\)|\[{_MAIL}\]|{{{_MAIL}}}|(?:mailto:)?{_MAIL}")
_BESIDE_ADDRESS = " ,;:|/–—-"
_NOBODY = re.compile(r"[\W\d_]*+(?:\b(?:and|et|und|y|و)\b[\W\d_]*+)*+")
_IN_BRACKETS = re.compile(r"\(([^()]*+(?:\([^()]*+\)[^()]*+)*+)\)")


def read(content: bytes, name: str) -> Document:
    """The item. A summary, and a text that ends in dots or in "Lire la suite", is marked as a teaser."""
    content = replace_impossible(content)
    if what := excess_of_item(content):
        raise UnreadablePage(what, where=name, remedy="mend it, or give its article as plain text")
    try:
        feed = parse_feed(content)
    except Exception as error:
        # Of thousands of lines of handlers nobody knows what they raise for what strangers write.
        raise MalformedFile(
            f"the feed cannot be parsed ({error})",
            where=name,
            remedy="mend its elements and namespaces, or leave it out",
        ) from error
    if len(feed.entries) != 1:
        raise MalformedFile(
            f"{len(feed.entries)} items where the feed holds one", where=name, remedy="mend the feed, or leave it out"
        )
    entry = feed.entries[0]
    body, is_teaser = _body(entry)
    published, reason = _published(entry, str(feed.get("version", "")))
    outlet, republisher = _outlets(entry, feed.feed)
    terms = dict.fromkeys(str(tag.get("term") or tag.get("label") or "") for tag in _parts(entry, "tags"))
    subjects = [plain(term) for term in terms]
    story = Story(
        headline=_words(entry, "title"),
        body=body,
        is_teaser=is_teaser,
        standfirst=_standfirst(entry, is_teaser=is_teaser),
        authors=_authors(entry),
        outlet=outlet,
        is_outlet_of_address=republisher is None,
        republisher=republisher,
        published=published,
        published_reason=reason,
        subjects=subjects,
        section=subjects[0] if subjects else None,
        language=_language(entry, feed.feed),
        canonical_url=_address(entry),
        unknown={"outlet": "the feed has no title"},
    )
    return render_document(story, name, NAME)


def _body(entry: Any) -> tuple[list[BodyLine], bool]:
    """The longest content; without any the summary, which is a teaser unless it is as long as an article."""
    contents = [_lines(str(part.get("value", "")), str(part.get("type", ""))) for part in _parts(entry, "content")]
    whole = max(contents, key=_length, default=[])
    summary = _lines(str(entry.get("summary", "")), _type(entry, "summary"))
    if _length(whole) >= max(_length(summary), 1):
        return whole, _is_cut(whole)
    return summary, bool(summary) and (_length(summary) < _SHORTEST_WHOLE or _is_cut(summary))


def _is_cut(lines: list[BodyLine]) -> bool:
    return bool(lines) and _CUT.search(lines[-1].text) is not None


def _standfirst(entry: Any, *, is_teaser: bool) -> str | None:
    """The summary above a whole text; of a teaser it is the text."""
    return None if is_teaser or not entry.get("content") else _words(entry, "summary")


def _lines(value: str, media_type: str) -> list[BodyLine]:
    if media_type == "text/plain":
        return [BodyLine(text) for line in value.splitlines() if (text := clean(line))]
    return read_fragment(value)


def _length(lines: list[BodyLine]) -> int:
    return sum(len(line.text) for line in lines)


def _words(entry: Any, key: str) -> str:
    """A value in one line, whatever it is marked up in."""
    return " ".join(line.text for line in _lines(str(entry.get(key, "")), _type(entry, key)))


def _type(entry: Any, key: str) -> str:
    return str(_part(entry, f"{key}_detail").get("type", ""))


def _parts(entry: Any, key: str) -> list[Mapping[str, Any]]:
    """The values of what may stand there several times; an element of just that name may have put a text there."""
    parts = entry.get(key)
    return [part for part in parts if isinstance(part, Mapping)] if isinstance(parts, list) else []


def _part(entry: Any, key: str) -> Mapping[str, Any]:
    """The values of one element, for which the same holds."""
    part = entry.get(key)
    return part if isinstance(part, Mapping) else {}


def _authors(entry: Any) -> list[str]:
    """Everybody the item names as author, by name; by the address of their mail where there is no more."""
    return [name for author in _parts(entry, "authors") for name in _names(author)]


def _names(author: Mapping[str, Any]) -> list[str]:
    """The names, without markup and addresses of mail that may stand beside them; addresses that stand alone."""
    printed = str(author.get("name") or "")
    addresses = _ADDRESS.findall(printed) if len(printed) <= _LONGEST_AUTHOR else []
    if not addresses:
        return split_authors(plain(printed) or str(author.get("email") or ""))
    name = _PRINTED_ADDRESS.sub(" ", plain(_AS_MARKUP.sub(" ", printed))).strip(_BESIDE_ADDRESS)
    if _NOBODY.fullmatch(name):
        return list(dict.fromkeys(addresses))
    in_brackets = _IN_BRACKETS.fullmatch(name)
    return split_authors(in_brackets[1] if in_brackets else name)


def _published(entry: Any, version: str) -> tuple[str | None, str | None]:
    """The date as printed. Of Atom, the day of an update is none; `dc:date`, which feedparser calls so too, is one."""
    if entry.get("published"):
        return str(entry["published"]), None
    if not entry.get("updated"):
        return None, "the item has no date"
    if version.startswith("atom"):
        return None, f"«{clean(str(entry['updated']))}» is only the day of an update"
    return str(entry["updated"]), None


def _outlets(entry: Any, feed: Any) -> tuple[str | None, str | None]:
    """The outlet, and the feed that republishes it where the item names another source."""
    own = _words(feed, "title") or None
    source = _words(_part(entry, "source"), "title")
    return (source, own) if source and source != own else (own, None)


def _language(entry: Any, feed: Any) -> str | None:
    declared = _detail_language(entry) or feed.get("language")
    return str(declared) if declared else None


def _detail_language(entry: Any) -> str | None:
    return entry.get("language") or _part(entry, "title_detail").get("language")


def _address(entry: Any) -> str | None:
    """The address of the article, before any that a service counts visits with."""
    printed = str(entry.get("feedburner_origlink") or entry.get("link") or "").strip()
    return printed if printed.startswith(("http://", "https://")) and not re.search(r"\s", printed) else None
