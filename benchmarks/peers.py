"""Run newsdb and its peers on one document each, and adapt what they say to the Facts that the scorer reads.

Each peer gets the benefit of the doubt: it sees the story alone, without navigation; a surname that it names belongs to
the one full name in the article that ends so; marks are no part of its quotes.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from newsdb import __version__
from newsdb.document import IGNORED_SEGMENT_KINDS, Document
from newsdb.errors import ModelError
from newsdb.extraction.extract import extract_facts_by_rules, extract_facts_with_model
from newsdb.extraction.people.model import MODEL, UNUSED, load_model
from newsdb.facts import Attribution, Facts, Mention, Occurrence, Organisation, Person, Quote
from newsdb.language.names import fold

Span = tuple[int, int]
# Each pair of marks, over line ends; straight marks pair within their line.
_QUOTED = re.compile(r"«([^«»]*)»|“([^“”]*)”|\"([^\"\n]*)\"")
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_LEAST_WORDS = 3

QUOTES = ("direct quotes and answers", "… with the right speaker")
INDIRECT = ("indirect speech", "… indirect, with the right speaker")
NAMES = ("people", "organisations")


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool that is ready to run; `measures` are those of the scorer that it attempts."""

    name: str
    versions: str
    measures: tuple[str, ...]
    extract: Callable[[Document], Facts]


@dataclass(frozen=True, slots=True)
class Missing:
    """A tool that is left out, and why."""

    name: str
    reason: str


def find_peers() -> list[Peer | Missing]:
    """newsdb first, then every peer, in the order of the table."""
    return [
        Peer("newsdb", __version__, (*QUOTES, *INDIRECT, *NAMES, "roles"), extract_facts_by_rules),
        _newsdb_with_model(),
        *_spacy_peers(),
        Missing("Radar de Parité", "its extractor is not on PyPI"),
    ]


def _newsdb_with_model() -> Peer | Missing:
    try:
        load_model()
    except ModelError as error:
        return Missing("newsdb[spacy]", f"{error.where}: {error.what}")
    measures = (*QUOTES, *INDIRECT, *NAMES, "roles")
    return Peer("newsdb[spacy]", f"{__version__}, {MODEL} {version(MODEL)}", measures, extract_facts_with_model)


def _spacy_peers() -> Iterator[Peer | Missing]:
    spacy_name, marks_name, textacy_name = "spaCy names", "quote marks + nearest spaCy name", "textacy quotations"
    try:
        import spacy

        model = f"spaCy {version('spacy')}, {MODEL} {version(MODEL)}"
        pipeline = spacy.load(MODEL)
        # What finds names needs no tagger and no parser.
        namer = spacy.load(MODEL, exclude=UNUSED)
    except (ImportError, OSError, PackageNotFoundError):
        reason = f"spaCy or {MODEL} is not installed"
        yield from (Missing(name, reason) for name in (spacy_name, marks_name, textacy_name))
        return
    yield Peer(spacy_name, model, NAMES, lambda document: _names_only(document, namer))
    yield Peer(marks_name, model, (*QUOTES, *NAMES), lambda document: _quote_marks(document, namer))
    try:
        from textacy.extract.triples import direct_quotations
    except ImportError:
        yield Missing(textacy_name, "textacy is not installed")
        return
    yield Peer(
        textacy_name,
        f"textacy {version('textacy')}, {model}",
        (*QUOTES, *NAMES),
        lambda document: _textacy(document, pipeline, direct_quotations),
    )


def story(document: Document) -> str:
    """The text with spaces for what no fact is taken from, so that offsets stay."""
    parts = []
    for segment in document.segments:
        part = document.text[segment.start : segment.end]
        parts.append(re.sub(r"[^\n]", " ", part) if segment.kind in IGNORED_SEGMENT_KINDS else part)
    return "".join(parts)


def count_words(document: Document) -> int:
    """The words of the story."""
    return len(_WORD.findall(story(document)))


# spaCy


def _names_only(document: Document, pipeline: Any) -> Facts:
    analysed = pipeline(story(document))
    return _facts(document, _people(analysed), _organisations(analysed), ())


def _people(analysed: Any) -> list[Person]:
    return [Person(name, mentions) for name, mentions in _group(analysed, "PER")]


def _organisations(analysed: Any) -> list[Organisation]:
    return [Organisation(name, None, "other", mentions) for name, mentions in _group(analysed, "ORG")]


def _group(analysed: Any, label: str) -> list[tuple[str, tuple[Mention, ...]]]:
    """Names and their mentions: one name for one spelling, a last word with the one longer name that ends in it."""
    groups: dict[str, list[Mention]] = {}
    found = [Mention(e.start_char, e.end_char, e.text) for e in analysed.ents if e.label_ == label and e.text.strip()]
    for mention in sorted(found, key=lambda mention: (-len(mention.surface.split()), mention.start)):
        key = fold(mention.surface)
        homes = [longer for longer in groups if longer == key or (label == "PER" and longer.endswith(f" {key}"))]
        groups.setdefault(homes[0] if len(homes) == 1 else key, []).append(mention)
    return [(mentions[0].surface, tuple(mentions)) for mentions in groups.values()]


# Quote marks and the nearest name


def _quote_marks(document: Document, pipeline: Any) -> Facts:
    text = story(document)
    analysed = pipeline(text)
    people = _people(analysed)
    quotes = []
    for match in _QUOTED.finditer(text):
        start, end = _trimmed(text, match.span(match.lastindex or 0))
        if len(_WORD.findall(text, start, end)) >= _LEAST_WORDS:
            quotes.append(_quote(document, (start, end), _nearest(people, (start, end))))
    return _facts(document, people, _organisations(analysed), quotes)


def _nearest(people: Sequence[Person], quote: Span) -> Attribution:
    """The person whose name stands nearest to the quote, outside of it."""
    away = [
        (max(mention.start - quote[1], quote[0] - mention.end), mention.start, person.name)
        for person in people
        for mention in person.mentions
        if mention.end <= quote[0] or quote[1] <= mention.start
    ]
    return _said_by(min(away)[2]) if away else _unknown()


# textacy


def _textacy(document: Document, pipeline: Any, direct_quotations: Callable[[Any], Any]) -> Facts:
    text = story(document)
    analysed = pipeline(text)
    people, organisations = _people(analysed), _organisations(analysed)
    try:
        found = [(0, quote) for quote in direct_quotations(analysed)]
    except ValueError:
        # It refuses a text with an odd number of marks; line by line, only the lines that have one are lost.
        found = list(_by_line(text, pipeline, direct_quotations))
    quotes = []
    for offset, quotation in found:
        content = quotation.content
        span = _trimmed(text, (offset + content.start_char, offset + content.end_char))
        speaker = quotation.speaker
        place = (offset + speaker[0].idx, offset + speaker[-1].idx + len(speaker[-1]))
        quotes.append(_quote(document, span, _speaker_at(people, organisations, place, text)))
    return _facts(document, people, organisations, quotes)


def _by_line(text: str, pipeline: Any, direct_quotations: Callable[[Any], Any]) -> Iterator[tuple[int, Any]]:
    for match in re.finditer(r"[^\n]+", text):
        try:
            yield from ((match.start(), quotation) for quotation in direct_quotations(pipeline(match.group())))
        except ValueError:
            continue


def _speaker_at(people: Sequence[Person], organisations: Sequence[Organisation], place: Span, text: str) -> Attribution:
    """Who is named in the words that are said to be the speaker's, else these words as a description."""
    for person in people:
        if any(mention.start < place[1] and place[0] < mention.end for mention in person.mentions):
            return _said_by(person.name)
    for body in organisations:
        if any(mention.start < place[1] and place[0] < mention.end for mention in body.mentions):
            return Attribution(body.name, "organisation", "organisation", 1.0)
    return Attribution(text[place[0] : place[1]], "described", "description", 1.0)


# Records


def _trimmed(text: str, span: Span) -> Span:
    """The span without the marks and the spaces at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in '«“"'):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in '»”"'):
        end -= 1
    return start, end


def _quote(document: Document, span: Span, attribution: Attribution) -> Quote:
    return Quote("direct", (Occurrence(*span, document.text[span[0] : span[1]], "paragraph"),), attribution)


def _said_by(name: str) -> Attribution:
    return Attribution(name, "person", "name", 1.0)


def _unknown() -> Attribution:
    return Attribution(None, "unknown", "none", 0.0, reason="no name in the article")


def _facts(
    document: Document, people: Sequence[Person], organisations: Sequence[Organisation], quotes: Sequence[Quote]
) -> Facts:
    return Facts(document.segments, (), tuple(people), tuple(organisations), tuple(quotes), (), "peer")
