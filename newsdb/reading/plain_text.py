"""Read plain text: a page copied with its sections and its tail, a headline and below it the body, or a body alone."""

from collections.abc import Sequence
from types import MappingProxyType

from newsdb.document import Byline, Document, OutletName, SegmentKind
from newsdb.errors import NoArticle
from newsdb.language.dates import PrintedDate
from newsdb.language.outlets import find_outlet
from newsdb.reading.body import has_prose, join_authors, read_body
from newsdb.reading.bylines import read_byline
from newsdb.reading.closings import find_signed_off, read_closing
from newsdb.reading.datelines import Dateline, read_dateline, read_wire_opening
from newsdb.reading.furniture import recognise_furniture
from newsdb.reading.header import read_header
from newsdb.reading.kickers import (
    announces_interview,
    is_masthead,
    is_series,
    is_signature,
    may_be_headline,
    names_sections,
    presents_somebody,
)
from newsdb.reading.languages import identify_language
from newsdb.reading.lines import Block, Line, article_lines, tile
from newsdb.reading.mastheads import find_mastheads
from newsdb.reading.overlines import is_overline, names_person

NAME = "plain text"
_MOST_LINES_ABOVE = 8


def recognises(text: str) -> bool:
    """Any text can be read so: this is the format of last resort."""
    return bool(text)


def read(text: str, name: str) -> Document:
    """The one article of the text. Raises NoArticle if there is only a headline."""
    lines = article_lines(text, name)
    above, sections = _read_above(text, lines)
    headline = _read_headline(lines[len(above) :])
    top = len(above) + (headline is not None)
    is_dated = any(block.kind == "dateline" for block in above)
    header = read_header(text, lines[top:], is_dated=is_dated)
    body = read_body(text, lines[top + len(header.blocks) :])
    if not has_prose(body):
        raise NoArticle(
            "a headline but no body",
            where=f"{name}:1",
            remedy="give the article below its headline, on lines of its own",
        )
    datelines = [*_datelines(text, above), *header.datelines, *_wire_opening(body.blocks)]
    datelines = datelines or [closing for closing in [read_closing(text, lines)] if closing]
    published = _published(datelines)
    printed = (
        _dated_outlets(datelines)
        or find_mastheads(text, headline.text if headline else None, above, header.blocks, body.blocks)
        or list(find_signed_off(lines))
    )
    outlet = _as_outlet(printed[0]) if len(printed) == 1 else None
    unknown = {} if headline else {"headline": "the text begins with its first sentence"}
    if outlet is None:
        unknown["outlet"] = _why_no_outlet(printed)
    if published is None or published.day is None:
        unknown["published_on"] = (published and published.reason) or "the text has no dateline"
    return Document(
        source=name,
        text=text,
        segments=tile(text, [*above, *_headline_block(headline), *header.blocks, *body.blocks]),
        headline=headline.text if headline else None,
        outlet=outlet,
        published_on=published.day if published else None,
        published_precision=published.precision if published else None,
        authors=join_authors([*_signed_above(text, above), *header.authors], body.authors),
        language=identify_language(text[lines[len(above)].start :]),
        section=sections[0] if sections else None,
        reader=NAME,
        unknown=MappingProxyType(unknown),
    )


def _read_above(text: str, lines: Sequence[Line]) -> tuple[list[Block], list[str]]:
    """Blocks for the lines above the headline, and the sections they name; at least two lines are left."""
    blocks: list[Block] = []
    sections: list[str] = []
    for line in lines[: min(_MOST_LINES_ABOVE, len(lines) - 2)]:
        named = names_sections(text, lines, len(blocks))
        if named is not None:
            blocks.append(Block(line, "navigation"))
            sections += named
        elif kind := _kind_above(text, lines, len(blocks)):
            blocks.append(Block(line, kind))
        else:
            break
    return blocks, sections


def _kind_above(text: str, lines: Sequence[Line], at: int) -> SegmentKind | None:
    """What a line above the headline is; None for the headline and what follows it."""
    line = lines[at]
    if read_dateline(text, line) or is_masthead(text, lines, at):
        return "dateline"
    if recognise_furniture(line) == "share":
        return "boilerplate"
    if is_series(text, lines, at):
        return "navigation"
    if is_signature(text, lines, at):
        return "byline"
    if any(shape(text, lines, at) for shape in (announces_interview, presents_somebody, names_person)):
        return "standfirst"
    return "navigation" if is_overline(text, lines, at) else None


def _read_headline(lines: Sequence[Line]) -> Line | None:
    """The first line, unless it is the text itself: too long for a headline, or a sentence that stands alone."""
    first = lines[0]
    stands_alone = len(lines) == 1 and first.text.endswith(".") and not first.text.endswith("...")
    return first if may_be_headline(first) and not stands_alone else None


def _headline_block(headline: Line | None) -> list[Block]:
    return [Block(headline, "headline")] if headline else []


def _datelines(text: str, blocks: Sequence[Block]) -> list[Dateline]:
    found = (read_dateline(text, block.line) for block in blocks if block.kind == "dateline")
    return [dateline for dateline in found if dateline]


def _signed_above(text: str, blocks: Sequence[Block]) -> list[Byline]:
    signed = (read_byline(text, block.line.start, block.line.end) for block in blocks if block.kind == "byline")
    return [author for byline in signed for author in byline or ()]


def _wire_opening(blocks: Sequence[Block]) -> list[Dateline]:
    opening = read_wire_opening(blocks[0].line)
    return [opening] if opening else []


def _published(datelines: Sequence[Dateline]) -> PrintedDate | None:
    """The day the datelines agree on; the first that names none where none does."""
    certain = [dateline.published for dateline in datelines if dateline.published.day]
    if len({found.day for found in certain}) > 1:
        printed = ", ".join(f"«{found.printed}»" for found in certain)
        return PrintedDate(0, 0, printed, None, reason=f"the datelines name several days: {printed}")
    return next(iter(certain), datelines[0].published if datelines else None)


def _dated_outlets(datelines: Sequence[Dateline]) -> list[str]:
    """The outlets that the datelines name, as printed, each once."""
    return list(dict.fromkeys(dateline.outlet for dateline in datelines if dateline.outlet))


def _as_outlet(printed: str) -> OutletName:
    known = find_outlet(printed)
    return OutletName(known.name if known else printed, printed)


def _why_no_outlet(printed: Sequence[str]) -> str:
    if not printed:
        return "the text names no outlet in a dateline or beside its author"
    return f"the text names several outlets: {', '.join(f'«{name}»' for name in printed)}"
