"""Give the titles of a biographical box ("Bio express", "2010 : directrice de X") to the one person it is about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newsdb.extraction.people.people import Identity
from newsdb.extraction.roles.titlelinks import HeldTitle
from newsdb.extraction.text.words import Line
from newsdb.extraction.titles.titles import Title
from newsdb.language.names import fold
from newsdb.language.pack import load_table

MAX_HEADING_WORDS = 7
MAX_BOX_LINES = 14
MAX_LINE_WORDS = 40
MIN_DATED_LINES = 2
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/](?:(?:19|20)?\d\d))?")
# What may stand before a title in a line of a box: "De 2004 à 2011 : maire", "• Depuis 2011, députée".
_LEADING = frozenset(
    [":", "-", "–", "—", "•", "▪", "■", "●", "*", ",", "(", ")", "depuis", "de", "a", "à", "en", "puis", "nomme",
     "nommee", "elu", "elue", "devient", "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout",
     "septembre", "octobre", "novembre", "decembre"]
)  # fmt: skip
_JOINTS = frozenset(["et", ",", "puis"])


def adopt_boxed(
    lines: Sequence[Line], titles: Sequence[Title], held: Sequence[HeldTitle], people: Sequence[Identity], language: str
) -> list[HeldTitle]:
    """The titles at the heads of the lines of boxes that nobody holds yet, each with the person of its box."""
    boxes = list(_boxes(lines, language))
    if not boxes:
        return []
    named: dict[int, set[int]] = {}
    for number, identity in enumerate(people):
        for printing in identity.printings:
            if printing.line.kind != "byline":
                named.setdefault(printing.line.number, set()).add(number)
    taken = {id(holding.title) for holding in held}
    by_line: dict[int, list[Title]] = {}
    for title in titles:
        by_line.setdefault(title.line.number, []).append(title)
    found: list[HeldTitle] = []
    first = min(named, default=None)
    for box in boxes:
        person = _person_of(box, named, first)
        if person is not None:
            here = [title for line in box for title in by_line.get(line.number, ())]
            found += _held_in_box(here, person, people[person], taken)
    return found


def _held_in_box(titles: Sequence[Title], person: int, who: Identity, taken: set[int]) -> Iterator[HeldTitle]:
    last: Title | None = None
    for title in titles:
        is_other = title.noun.gender == "f" and who.gender == "m"
        if id(title) in taken or title.noun.is_plural or title.is_schooling or is_other:
            continue
        is_joined = last is not None and last.line is title.line and last.end + 1 == title.first
        is_joined = is_joined and title.line.fold_at(title.first - 1) in _JOINTS
        if title.opening == title.first and (is_joined or _opens_line(title)):
            last = title
            yield HeldTitle(title, person)


def _opens_line(title: Title) -> bool:
    """Whether nothing but a date stands before the title."""
    return all(f in _LEADING or f.isdigit() or _YEAR.fullmatch(f) for f in title.line.folds[: title.first])


def _boxes(lines: Sequence[Line], language: str) -> Iterator[list[Line]]:
    """The lines of each box: below its heading, or two or more that begin with a year."""
    box: list[Line] = []
    is_open = False
    for line in lines:
        if _is_heading(line, language):
            yield from _whole(box, is_open)
            box, is_open = [line], True
        elif _may_be_boxed(line) and len(box) < MAX_BOX_LINES and (is_open or _is_dated(line)):
            box.append(line)
        else:
            yield from _whole(box, is_open)
            box, is_open = [], False
    yield from _whole(box, is_open)


def _whole(box: list[Line], is_open: bool) -> Iterator[list[Line]]:
    if box and (is_open or len(box) >= MIN_DATED_LINES):
        yield box


def _is_heading(line: Line, language: str) -> bool:
    if not 0 < len(line) <= MAX_HEADING_WORDS or line.kind in ("headline", "question", "answer"):
        return False
    headings = _headings(language).get(line.folds[0], ())
    words = " ".join(line.folds) if headings else ""
    return any(words == heading or words.startswith(heading + " ") for heading in headings)


def _may_be_boxed(line: Line) -> bool:
    return len(line) <= MAX_LINE_WORDS and line.kind in ("paragraph", "subheading", "standfirst", "caption")


def _is_dated(line: Line) -> bool:
    return ":" in line.words[:8] and any(_YEAR.fullmatch(word) for word in line.words[:4])


def _person_of(box: Sequence[Line], named: Mapping[int, set[int]], first: int | None) -> int | None:
    """The one person named in the box, else the one of the first line of the article that names anybody, before it."""
    here: set[int] = set().union(*(named.get(line.number, ()) for line in box))
    if not here and first is not None and first < box[0].number:
        here = named[first]
    return next(iter(here)) if len(here) == 1 else None


@cache
def _headings(language: str) -> Mapping[str, tuple[str, ...]]:
    """The headings of boxes by their first word."""
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in load_table(language, "speech_words"):
        if kind == "box":
            folded = fold(words)
            first = folded.split()[0]
            found[first] = (*found.get(first, ()), folded)
    return found
