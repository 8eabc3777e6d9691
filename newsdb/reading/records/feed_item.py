"""Read a feed of one item with feedparser: RSS, RDF, Atom and CDF; how feeds are cut into items is told elsewhere."""

import io
import re
from functools import cache
from typing import Any

from newsdb.document import Document
from newsdb.errors import MalformedFile, UnreadablePage
from newsdb.reading.html_text import plain, read_fragment
from newsdb.reading.references import replace_impossible, unescape
from newsdb.reading.rendering import BodyLine, Story, clean, render_document, split_authors
from newsdb.reading.xml_trees import is_too_deep

NAME = "feed item"
# Shorter summaries are taken for what RSS calls them: a synopsis.
_SHORTEST_WHOLE = 1500
_CUT = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\(…\)|[»>→]{1,2}|lire la suite|lire plus|en savoir plus|read more|continue reading"
    r"|seguir leyendo|leer más|المزيد|اقرأ المزيد)[\s.\])]*$",
    re.IGNORECASE,
)
# In the text of these feedparser looks for an address of mail, in time that grows with the square of a word, and with
# the length of a domain behind it: 15 ms for 1,000 letters, 0.6 ms for 64 with as many behind the @, which five seconds
# a megabyte allow. What stands before the @ has no more (RFC 5321).
_LONGEST_WORD_OF_AUTHOR = 64
# One that holds more than text and elements of text, or has no end, may take in whatever follows.
_TEXT = rb"(?:[^<]++|<!\[CDATA\[.*?\]\]>)"
_AUTHOR = re.compile(
    rb"<((?:[^\s<>/:]+:)?(?:author|creator|contributor|publisher|owner|managingeditor|webmaster))(?:\s[^<>]*)?(?<!/)>"
    rb"(?:((?:" + _TEXT + rb"|<[^<>]*/>|<([^\s<>/!?]++)[^<>]*+>" + _TEXT + rb"*+</\3\s*>)*+)</\1\s*>|(.*))",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(rb"<!\[CDATA\[|\]\]>|<[^<>]*>")
_ENDLESS_WORD = re.compile(rf"(?:\A|[^\w.+-])[\w.+-]{{{_LONGEST_WORD_OF_AUTHOR + 1}}}", re.ASCII)
# feedparser compares every attribute of an element with all others; those without quotes it reads in another way.
_MOST_ATTRIBUTES = 200
_TAG = re.compile(rb"<(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')++")
_ATTRIBUTE = re.compile(rb"=\s*(?:\"[^\"]*\"|'[^']*')")
# Several names; in what is longer nobody is told apart.
_LONGEST_AUTHOR = 1000
_MAILBOX = re.compile(r"\S+@\S+\s*\((.+)\)|(.+?)\s*<?\S+@\S+>?")


def read(content: bytes, name: str) -> Document:
    """The item. A summary, and a text that ends in dots or in "Lire la suite", is marked as a teaser."""
    content = replace_impossible(content)
    if what := _excess(content):
        raise UnreadablePage(what, where=name, remedy="mend it, or give its article as plain text")
    # Sanitising would lose words of bodies, and addresses are resolved by whoever follows them.
    try:
        feed = _feedparser().parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except ValueError as error:
        # Namespaces with white space in their address come to its handlers in more parts than these take.
        raise MalformedFile(
            f"the feed cannot be parsed ({error})", where=name, remedy="mend its namespaces, or leave it out"
        ) from error
    if len(feed.entries) != 1:
        raise MalformedFile(
            f"{len(feed.entries)} items where the feed holds one", where=name, remedy="mend the feed, or leave it out"
        )
    entry = feed.entries[0]
    body, is_teaser = _body(entry)
    published, reason = _published(entry, str(feed.get("version", "")))
    outlet, republisher = _outlets(entry, feed.feed)
    subjects = [plain(str(tag.get("term") or tag.get("label") or "")) for tag in entry.get("tags", ())]
    story = Story(
        headline=_words(entry, "title"),
        body=body,
        is_teaser=is_teaser,
        standfirst=_standfirst(entry, is_teaser=is_teaser),
        authors=_authors(entry, content),
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


@cache
def _feedparser() -> Any:
    """The library. Its import takes 0.2 s, which those without feeds need not wait for."""
    import feedparser

    # For each item anew it looks for a parser that nobody has, for a third of the time of a short one. The list is that
    # of the whole process: whoever else there reads feeds with it reads them with expat too, as they do without a list.
    feedparser.api.PREFERRED_XML_PARSERS.clear()
    return feedparser


def _excess(content: bytes) -> str | None:
    """Of what the item has more than feedparser can read in the time of its bytes."""
    if is_too_deep(content):
        return "elements nested more than 2,000 deep"
    if any(_ENDLESS_WORD.search(_text_of(author[2] or author[4] or b"")) for author in _AUTHOR.finditer(content)):
        return f"a word of more than {_LONGEST_WORD_OF_AUTHOR} letters in an author"
    if any(len(_ATTRIBUTE.findall(tag[0])) > _MOST_ATTRIBUTES for tag in _TAG.finditer(content)):
        return f"an element of more than {_MOST_ATTRIBUTES} attributes"
    return None


def _text_of(markup: bytes) -> str:
    """Its words as a parser puts them together, as far as they are ASCII: without tags, references resolved."""
    return "".join(unescape(piece.decode("latin-1")) for piece in _MARKUP.split(markup))


def _body(entry: Any) -> tuple[list[BodyLine], bool]:
    """The longest content; without any the summary, which is a teaser unless it is as long as an article."""
    contents = [_lines(str(part.get("value", "")), str(part.get("type", ""))) for part in entry.get("content", ())]
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
    detail = entry.get(f"{key}_detail") or {}
    return str(detail.get("type", ""))


def _authors(entry: Any, content: bytes) -> list[str]:
    """Everybody the item names as author, by name; by the address of their mail where there is no more."""
    authors = [_author(author, content) or str(author.get("email") or "") for author in entry.get("authors", ())]
    return [name for author in authors if author for name in split_authors(author)]


def _author(author: Any, content: bytes) -> str:
    """The name, without what feedparser leaves beside it of an address whose last part it does not know."""
    name = plain(str(author.get("name") or ""))
    if len(name) > _LONGEST_AUTHOR:
        return name
    email = author.get("email")
    if not email:
        mailbox = _MAILBOX.fullmatch(name)
        return clean(mailbox[1] or mailbox[2]) if mailbox else name
    rest = re.match(r"[\w.-]+", name)
    if rest and f"{email}{rest[0]}".encode() in content:
        name = name[rest.end() :]
    return re.sub(r"<[^>]*>?$", "", name).strip(" ()")


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
    source = _words(entry.get("source") or {}, "title")
    return (source, own) if source and source != own else (own, None)


def _language(entry: Any, feed: Any) -> str | None:
    declared = _detail_language(entry) or feed.get("language")
    return str(declared) if declared else None


def _detail_language(entry: Any) -> str | None:
    return entry.get("language") or (entry.get("title_detail") or {}).get("language")


def _address(entry: Any) -> str | None:
    """The address of the article, before any that a service counts visits with."""
    printed = str(entry.get("feedburner_origlink") or entry.get("link") or "").strip()
    return printed if printed.startswith(("http://", "https://")) and not re.search(r"\s", printed) else None
