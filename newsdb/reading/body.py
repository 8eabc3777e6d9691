"""Say of each line of an article's body what it is; what stands above the body is read by the formats.

Questions and answers are not told apart here: a line that ends in a question mark is a paragraph.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdb.document import IGNORED_SEGMENT_KINDS, Byline, SegmentKind
from newsdb.reading.bylines import (
    are_initials_of,
    has_byline_prefix,
    is_author_name,
    is_press_name,
    names_desk,
    read_byline,
)
from newsdb.reading.furniture import Furniture, recognise_furniture
from newsdb.reading.lines import Block, Line

_LONGEST_HEADING = 110
# A teaser of another article is shorter than this, or ends in dots.
_SHORTEST_SURE_PARAGRAPH = 250
_MOST_SIGNATURES = 2
_SENTENCE_END = re.compile(r"[.!?…»”\")]$")
_NO_HEADING_END = (".", "!", "?", "…", ":", ";", ",")
_QUOTATION_START = ("«", "“", '"')
_QUOTATION_END = ("»", "”", '"')
_LIST_ITEM = ("-", "–", "—", "•", "*", "·")
_PAGE_KINDS: Mapping[Furniture | None, SegmentKind] = {
    "see_also": "related",
    "pointer": "related",
    "caption": "caption",
    "share": "boilerplate",
}
# A surname alone signs in capitals.
_CAPITALS = re.compile(r"[^\W\d_a-zà-ÿ]{4,15}")
_LAST_INITIALS = re.compile(r"[.!?…»”]\s(?P<name>(?:[^\W\d_a-zà-ÿ]\.[\s-]?){1,3}[^\W\d_a-zà-ÿ]\.)$")
_LONGEST_INITIALS = 20
_LONGEST_OUTLET = 40
_WHOLE_QUOTATION = re.compile(r"«[^«»]+»\.?|“[^“”]+”\.?|\"[^\"]+\"\.?")


@dataclass(frozen=True, slots=True)
class Body:
    """The blocks of a body, and the authors that sign it."""

    blocks: tuple[Block, ...]
    authors: tuple[Byline, ...]


def read_body(text: str, lines: Sequence[Line]) -> Body:
    """Blocks for the lines, which are those of `text` from the first of the body to the end of the article or page."""
    kinds = _page_kinds(lines)
    authors = _sign(text, lines, kinds)
    _divide(lines, kinds)
    blocks = (Block(line, kind or "paragraph") for line, kind in zip(lines, kinds, strict=True))
    return Body(tuple(blocks), authors)


def has_prose(body: Body) -> bool:
    """Whether there is anything of the article below its headline."""
    return any(block.kind not in IGNORED_SEGMENT_KINDS | {"byline", "caption"} for block in body.blocks)


def join_authors(above: Sequence[Byline], below: Sequence[Byline]) -> tuple[Byline, ...]:
    """The authors above and below an article, each once: initials below may stand for a name above."""
    authors = list(above)
    for author in below:
        if not any(known.name == author.name or are_initials_of(author.name, known.name) for known in authors):
            authors.append(author)
    return tuple(authors)


def _page_kinds(lines: Sequence[Line]) -> list[SegmentKind | None]:
    """The kind of each line that belongs to the page rather than to the article; None for the others."""
    kinds: list[SegmentKind | None] = [None] * len(lines)
    last_sure = max((at for at, line in enumerate(lines) if _is_sure_paragraph(line)), default=-1)
    at = 0
    while at < len(lines):
        found = recognise_furniture(lines[at])
        goes_on = at <= last_sure
        if at and (found == "tail" or (found in ("weak_tail", "see_also") and not goes_on)):
            kinds[at:] = ["related"] * (len(lines) - at)
            break
        end = _end_of_pointers(lines, at + 1) if found == "see_also" and goes_on else at + 1
        if found in _PAGE_KINDS:
            kinds[at:end] = [_PAGE_KINDS[found]] * (end - at)
        at = end
    return kinds


def _end_of_pointers(lines: Sequence[Line], at: int) -> int:
    """The index of the line where the article goes on after a list of pointers: a sure paragraph or its question."""
    while at < len(lines) and not _is_sure_paragraph(lines[at]):
        followed = at + 1 < len(lines) and _is_sure_paragraph(lines[at + 1])
        if followed and lines[at].text.endswith("?"):
            break
        at += 1
    return at


def _is_sure_paragraph(line: Line) -> bool:
    return line.length >= _SHORTEST_SURE_PARAGRAPH and not line.text.endswith(("...", "…")) and _ends_sentence(line)


def _sign(text: str, lines: Sequence[Line], kinds: list[SegmentKind | None]) -> tuple[Byline, ...]:
    """Mark the signatures under the article and return who signs."""
    own = [at for at, kind in enumerate(kinds) if kind is None]
    signed = {at: byline for at in own if (byline := _read_introduced(text, lines[at]))}
    # The first line of a body is never its signature.
    last = own[1:][-_MOST_SIGNATURES:]
    if len(last) == _MOST_SIGNATURES and _read_outlet_below(text, lines[last[0]], lines[last[1]]):
        signed[last[1]] = ()
    for at in reversed(last):
        byline = signed.get(at, _read_signature(text, lines[at]))
        if byline is None:
            break
        signed[at] = byline
    for at in signed:
        kinds[at] = "byline"
    if not signed and own:
        return _read_last_words(lines[own[-1]])
    return tuple(author for at in sorted(signed) for author in signed[at])


def _read_outlet_below(text: str, author: Line, outlet: Line) -> bool:
    """Whether the last line is but an outlet's name, below one that names who wrote the article."""
    is_outlet = outlet.length <= _LONGEST_OUTLET and is_press_name(outlet.text) and not names_desk(outlet.text)
    return is_outlet and is_author_name(author.text) and bool(_read_signature(text, author))


def _read_last_words(line: Line) -> tuple[Byline, ...]:
    """The initials behind the last sentence, on its own line: "… avant l'été. S. M."."""
    match = _LAST_INITIALS.search(line.text, max(0, line.length - _LONGEST_INITIALS))
    return (Byline(match["name"], line.start + match.start("name"), line.end),) if match else ()


def _read_introduced(text: str, line: Line) -> tuple[Byline, ...] | None:
    """Who signs with "Par …", which may stand anywhere, as above a box."""
    return read_byline(text, line.start, line.end) if has_byline_prefix(text, line.start, line.end) else None


def _read_signature(text: str, line: Line) -> tuple[Byline, ...] | None:
    """Who signs the last lines. A name printed before in the text is whom the story is about, not who wrote it."""
    is_surname = _CAPITALS.fullmatch(line.text) is not None and line.text.isupper()
    is_bare = is_surname or is_author_name(line.text)
    if is_bare and 0 <= text.find(line.text, 0, line.start) < line.start:
        return None
    if is_surname:
        return (Byline(line.text, line.start, line.end),)
    return read_byline(text, line.start, line.end)


def _divide(lines: Sequence[Line], kinds: list[SegmentKind | None]) -> None:
    """Tell standfirst and subheadings from paragraphs among the lines that have no kind yet."""
    own = [at for at, kind in enumerate(kinds) if kind is None]
    headings = [_is_heading(lines[at]) for at in own]
    for place, at in enumerate(own[:-1]):
        is_first = place == 0
        if is_first and _WHOLE_QUOTATION.fullmatch(lines[at].text[:2000]):
            kinds[at] = "standfirst"
        elif headings[place] and not headings[place + 1]:
            if is_first:
                kinds[at] = "standfirst"
            elif not headings[place - 1]:
                kinds[at] = "subheading"


def _is_heading(line: Line) -> bool:
    """Whether the line has the shape of a subheading: short, no list item, no punctuation at its end."""
    if line.length > _LONGEST_HEADING or line.text.startswith(_LIST_ITEM) or line.text.endswith(_NO_HEADING_END):
        return False
    # A sentence may end in a quotation; a subheading that ends in one is one.
    if line.text.endswith(_QUOTATION_END) and not line.text.startswith(_QUOTATION_START):
        return False
    first = line.text[0]
    return not first.isalpha() or not first.islower()


def _ends_sentence(line: Line) -> bool:
    return _SENTENCE_END.search(line.text, max(0, line.length - 1)) is not None
