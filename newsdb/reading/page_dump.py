"""Read page dumps of the Maghress family of archive sites: ticker, notice, headline, dateline, body, closing line.

The lines of the frame come from `page_dump.csv`. Ticker and notice may be missing or in other words; the closing line
may not, because without it nobody can tell a whole article from a cut one.
"""

import csv
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from newsdb.document import Document, OutletName
from newsdb.errors import NoArticle, TruncatedFile
from newsdb.language.dates import PrintedDate, read_date
from newsdb.language.outlets import find_outlet
from newsdb.reading.body import has_prose, join_authors, read_body
from newsdb.reading.header import read_header
from newsdb.reading.languages import identify_language
from newsdb.reading.lines import Block, Line, article_lines, fold_line, printed_lines, printed_words, tile

NAME = "page dump"
_LONGEST_FRAME_LINE = 200
_OPENING = 100_000
_TICKER_GAP = re.compile("[ \u00a0]{4,}")
_FEWEST_GAPS = 4
_MOST_HEADLINE_LINES = 3
_DATE = re.compile(r"\d\s-\s\d{1,2}\s-\s\d{4}")


@dataclass(frozen=True, slots=True)
class _Dateline:
    outlet: str
    published: PrintedDate


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where in the printed lines the headline begins, the body begins and the closing line stands."""

    headline: int
    body: int
    closing: int
    dateline: _Dateline | None


def recognises(text: str) -> bool:
    """Whether the text opens with a ticker, or has the notice or the closing line of the frame.

    Its dateline alone makes no dump: who copies an article from the site takes it along and leaves the frame.
    """
    opening = list(printed_words(text[:_OPENING]))
    if any(map(_is_ticker, opening[:1])):
        return True
    if any(_is_fixed(line, "notice") for line in opening):
        return True
    return any(_is_fixed(line, "closing") for line in deque(printed_words(text[-_OPENING:]), maxlen=3))


def recognises_frame(text: str) -> bool:
    """Whether the rendering of a page has the dateline and the closing line of the frame."""
    if _DATE.search(text) is None:
        return False
    lines = printed_lines(text)
    closings = (at for at, line in enumerate(lines) if _is_frame_line(line, "closing"))
    closing = next(closings, 0)
    return any(_read_dateline(line) for line in lines[:closing])


def read(text: str, name: str) -> Document:
    """The one article of the dump. Raises TruncatedFile or NoArticle."""
    lines = article_lines(text, name)
    frame = _find_frame(text, lines, name)
    header = read_header(text, lines[frame.body : frame.closing])
    body = read_body(text, lines[frame.body + len(header.blocks) : frame.closing])
    if not has_prose(body):
        raise NoArticle("a headline but no body", where=name, remedy="fetch the page again or remove the file")
    blocks = [*_above(lines, frame), *header.blocks, *body.blocks]
    blocks += [Block(line, "boilerplate") for line in lines[frame.closing :]]
    headline = [line.text for line in lines[frame.headline : frame.body] if not _read_dateline(line)]
    outlet, republisher = _outlets(frame.dateline)
    published = frame.dateline.published if frame.dateline else None
    return Document(
        source=name,
        text=text,
        segments=tile(text, blocks),
        headline=" ".join(headline),
        outlet=outlet,
        republisher=republisher,
        published_on=published.day if published else None,
        published_precision=published.precision if published else None,
        authors=join_authors(header.authors, body.authors),
        language=identify_language(text[lines[frame.headline].start : lines[frame.closing].start]),
        reader=NAME,
        unknown=MappingProxyType(_unknown(frame.dateline)),
    )


def _find_frame(text: str, lines: Sequence[Line], name: str) -> _Frame:
    closing = next((at for at in reversed(range(len(lines))) if _is_frame_line(lines[at], "closing")), None)
    if closing is None:
        raise TruncatedFile(
            "the page ends without the closing line of its layout, so the article may be cut",
            where=f"{name}:{text.count(chr(10)) + 1}",
            remedy="fetch the page again",
        )
    dateline_at = next((at for at in range(closing) if _read_dateline(lines[at])), None)
    headline = _headline_start(lines, closing if dateline_at is None else dateline_at, dateline_at is not None)
    body = headline + 1 if dateline_at is None else dateline_at + 1
    if headline >= min(closing, body if dateline_at is None else dateline_at):
        raise NoArticle("no headline in the page", where=name, remedy="check that the page is an article")
    return _Frame(headline, body, closing, None if dateline_at is None else _read_dateline(lines[dateline_at]))


def _headline_start(lines: Sequence[Line], end: int, has_dateline: bool) -> int:
    """The headline begins after the notice; without one, with the last block of lines above the dateline."""
    notices = [at for at in range(end) if _is_frame_line(lines[at], "notice")]
    if notices:
        return notices[-1] + 1
    start = 1 if lines and _is_ticker(lines[0].text) else 0
    if not has_dateline:
        return start
    breaks = [at for at in range(start, end) if lines[at].after_blank]
    if not breaks and end - start > _MOST_HEADLINE_LINES:
        # The rendering of a page has no blank lines; its menus stand above the headline.
        return end - 1
    return max(breaks, default=start)


def _above(lines: Sequence[Line], frame: _Frame) -> list[Block]:
    """Blocks for all that stands above the body: before the notice it is navigation."""
    blocks = []
    for at, line in enumerate(lines[: frame.body]):
        if at >= frame.headline:
            blocks.append(Block(line, "dateline" if _read_dateline(line) else "headline"))
        elif _is_frame_line(line, "notice") or (at and not _is_ticker(line.text)):
            blocks.append(Block(line, "boilerplate"))
        else:
            blocks.append(Block(line, "navigation"))
    return blocks


def _outlets(dateline: _Dateline | None) -> tuple[OutletName | None, OutletName | None]:
    """The outlet, and the site of the family that republishes the press of its country, where that is known."""
    if dateline is None:
        return None, None
    sites = {country: site for part, country, site in _rows() if part == "site"}
    known = find_outlet(dateline.outlet, sites.keys())
    if known is None:
        # Of a country without a site, if it is known at all.
        abroad = find_outlet(dateline.outlet)
        return OutletName(abroad.name if abroad else dateline.outlet, dateline.outlet), None
    return OutletName(known.name, dateline.outlet), OutletName(sites[known.country])


def _unknown(dateline: _Dateline | None) -> dict[str, str]:
    if dateline is None:
        reason = "the page has no line that says where and when it was published"
        return {"outlet": reason, "published_on": reason}
    return {"published_on": dateline.published.reason} if dateline.published.reason else {}


def _is_ticker(line: str) -> bool:
    gaps = (match for match in _TICKER_GAP.finditer(line[:_OPENING]))
    return sum(1 for _ in gaps) >= _FEWEST_GAPS


def _is_fixed(line: str, part: str) -> bool:
    return len(line) <= _LONGEST_FRAME_LINE and fold_line(line) in _fixed_lines(part)


def _is_frame_line(line: Line, part: str) -> bool:
    return line.length <= _LONGEST_FRAME_LINE and line.folded in _fixed_lines(part)


def _read_dateline(line: Line) -> _Dateline | None:
    if line.length > _LONGEST_FRAME_LINE:
        return None
    for pattern in _dateline_patterns():
        if match := pattern.fullmatch(line.text):
            return _Dateline(match["outlet"], read_date(match["date"]))
    return None


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    text = files(__package__).joinpath("page_dump.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple((part, language, line) for part, language, line in rows)


@cache
def _fixed_lines(part: str) -> frozenset[str]:
    return frozenset(fold_line(line) for row_part, _, line in _rows() if row_part == part)


@cache
def _dateline_patterns() -> tuple[re.Pattern[str], ...]:
    def pattern(line: str) -> re.Pattern[str]:
        escaped = re.escape(line).replace(r"\{outlet\}", r"(?P<outlet>\S.{0,118}?)")
        escaped = escaped.replace(r"\{date\}", r"(?P<date>\d{1,2}\s-\s\d{1,2}\s-\s\d{4})")
        return re.compile(escaped.replace(r"\ ", r"\s"))

    return tuple(pattern(line) for part, _, line in _rows() if part == "dateline")
