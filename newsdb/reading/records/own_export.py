"""Read what `newsdb extract` prints: the text and its segments as they were; facts are extracted anew from it."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import cast, get_args

from newsdb.document import SEGMENT_KINDS, Byline, DatePrecision, Document, OutletName, Segment
from newsdb.errors import MalformedFile
from newsdb.reading.rendering import clean

NAME = "newsdb export"
_KEYS = frozenset({"source", "text", "article", "segments"})


def recognises(row: Mapping[str, object]) -> bool:
    """The keys that no other export has together."""
    return row.keys() >= _KEYS


def read(row: Mapping[str, object], name: str) -> Document:
    """The Document. Raises MalformedFile where the export was changed so that it no longer holds together."""
    try:
        return _read(row, name)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise MalformedFile(
            f"an export of newsdb that does not hold together ({error!r})", where=name, remedy="extract it again"
        ) from error


def _read(row: Mapping[str, object], name: str) -> Document:
    text = row["text"]
    article = row["article"]
    if not isinstance(text, str) or not isinstance(article, dict):
        raise TypeError("text must be a string and article an object")
    headline = clean(article["headline"]) or None
    if (headline is None) != (article["headline"] is None) or any(letter in text for letter in "\0\r"):
        raise ValueError("an empty headline, or characters that no text has")
    text.encode()
    unknown = {key: str(reason) for key, reason in article.get("unknown", {}).items()}
    outlet = _outlet(article, "outlet")
    published = article.get("published_on")
    return Document(
        source=name,
        text=text,
        segments=_segments(row["segments"], text),
        headline=headline,
        outlet=outlet,
        republisher=_outlet(article, "republisher"),
        published_on=date.fromisoformat(published) if published else None,
        published_precision=_precision(article) if published else None,
        authors=_authors(article, text),
        language=str(article["language"]),
        section=article.get("section"),
        subjects=tuple(map(str, article.get("subjects", ()))),
        canonical_url=article.get("canonical_url"),
        reader=NAME,
        unknown=MappingProxyType(dict.fromkeys(("headline", "outlet", "published_on"), _SILENT) | unknown),
    )


_SILENT = "the export does not say"


def _segments(value: object, text: str) -> tuple[Segment, ...]:
    """The segments, which must tile the text."""
    segments: list[Segment] = []
    for part in cast(list[dict[str, object]], value):
        start, end, kind = part["start"], part["end"], part["kind"]
        if kind not in SEGMENT_KINDS or not isinstance(start, int) or not isinstance(end, int):
            raise ValueError(f"a segment {part}")
        if start != (segments[-1].end if segments else 0) or end <= start:
            raise ValueError(f"segments that do not tile the text at {start}")
        # Turns of an interview are found anew, among paragraphs.
        kept = "paragraph" if kind in ("question", "answer") else kind
        segments.append(Segment(start, end, kept))
    if not segments or segments[-1].end != len(text):
        raise ValueError("segments that do not tile the text")
    return tuple(segments)


def _outlet(article: Mapping[str, object], key: str) -> OutletName | None:
    name = article.get(key)
    if name is None:
        return None
    printed = article.get(f"{key}_as_printed")
    return OutletName(str(name), None if printed is None else str(printed))


def _precision(article: Mapping[str, object]) -> DatePrecision:
    precision = article.get("published_precision", "day")
    if precision not in get_args(DatePrecision):
        raise ValueError(f"published_precision {precision}")
    return cast(DatePrecision, precision)


def _authors(article: Mapping[str, object], text: str) -> tuple[Byline, ...]:
    """The names with their places, which must hold them; without places, as an export of an older newsdb, no place."""
    names = [str(author) for author in cast(list[object], article["authors"])]
    spans = cast(list[list[int] | None], article.get("author_spans") or [None] * len(names))
    authors = []
    for name, span in zip(names, spans, strict=True):
        if span is not None and text[span[0] : span[1]] != name:
            raise ValueError(f"the author {name} is not at {span}")
        authors.append(Byline(name, span[0], span[1]) if span else Byline(name))
    return tuple(authors)
