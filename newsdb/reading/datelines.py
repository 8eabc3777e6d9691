"""Read the line of a page that says when, and perhaps where and by whom, an article was published.

A line is a dateline only if nothing is left of it besides dates, times, the words of `dateline_words.csv`, an outlet,
an author and a place; prose never is.
"""

import re
from dataclasses import dataclass
from functools import cache

from newsdb.document import Byline
from newsdb.language.dates import PrintedDate, find_dates, read_date
from newsdb.language.outlets import is_outlet_name
from newsdb.language.pack import load_table
from newsdb.reading.bylines import (
    has_byline_prefix,
    holds_press_word,
    is_author_name,
    is_press_name,
    names_desk,
    read_byline,
)
from newsdb.reading.lines import Line, fold_line

_LANGUAGE = "fr"
_LONGEST = 160
_TIME = re.compile(r"\b\d{1,2}\s?[hH:]\s?(?:\d{2}(?::\d{2})?)?(?!\w)")
_SEPARATOR = re.compile(r"[|,;•·–—\n()\[\]]+|\s-\s|(?<!\w)(?=(?:par|Par|PAR)\s)")
# "La Gazette du Détroit": an article and two words or more; a place such as "La Marsa" has one.
_TITLE_OF_PAPER = re.compile(r"(?:L[ae]s?\s|L['’])[^\W\d_a-zà-ÿ][\w'’-]*(?:\s[\w'’-]+){1,4}")
# "RABAT, 3 mai 2023 (MAP) – ": how an agency opens its first paragraph.
_WIRE_OPENING = re.compile(
    r"(?:(?P<place>[^\W\d_a-zà-ÿ][\w'’ -]{1,40}?)(?:,\s(?P<date>[^()]{4,30}?))?|(?P<day>\d[^()]{4,30}?))\s?"
    r"(?:\((?P<agency>[^()/]{2,40}?)(?:\s?/[^()]{2,60})?\)\s?)?[-–—:]+\s"
)
# "(Le Courrier du Rif, 21/05/2025) – "
_BRACKETED_OPENING = re.compile(r"\((?P<dateline>[^()\n]{6,80})\)\s?[-–—:]+\s")
# "Edition N°:5516", "Lecture : 5 minutes"
_NUMBER = re.compile(r"(?:n[°ºo]\.?\s*:?\s*)?[\d\s]+", re.IGNORECASE)
_PLACE = re.compile(r"(?:[^\W\d_a-z][\w'’-]*\s?){1,3}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `published.day` is None, with a reason, where it names no certain day of publication."""

    published: PrintedDate
    outlet: str | None = None
    """As printed; known from the list of outlets, or introduced as one ("Publié dans …")."""
    authors: tuple[Byline, ...] = ()


def read_dateline(text: str, line: Line) -> Dateline | None:
    """What the line says if the whole of it is a dateline; None if it is not."""
    if line.length > _LONGEST:
        return None
    dates = list(find_dates(line.text))
    if not dates:
        return None
    outlet: str | None = None
    authors: tuple[Byline, ...] = ()
    for start, end in _fragments(line.text, dates):
        fragment = line.text[start:end]
        rest, introduced = _without_words(fragment)
        if rest.startswith("pour ") and is_press_name(rest.removeprefix("pour ")):
            # "Salma Idrissi, pour Jeune Afrique"
            rest, introduced = rest.removeprefix("pour "), True
        if not rest or _NUMBER.fullmatch(rest) or rest.startswith("@") or names_desk(fragment):
            continue
        # "L'Expression du 25 février 2018"
        fragment = fragment.removesuffix(" du")
        named = fragment if _TITLE_OF_PAPER.fullmatch(fragment) else _bare_name(rest)
        byline = read_byline(text, line.start + start, line.start + end)
        if introduced or is_outlet_name(named) or _TITLE_OF_PAPER.fullmatch(named) or holds_press_word(named):
            outlet = named
        elif byline and (has_byline_prefix(text, line.start + start, line.start + end) or is_author_name(fragment)):
            authors += byline
        elif not _PLACE.fullmatch(rest):
            return None
    return Dateline(_published(line.text, dates), outlet, authors)


def read_wire_opening(line: Line) -> Dateline | None:
    """What the first words of a paragraph say if they open an agency's despatch: place, date or agency, dash.

    Or a dateline in brackets and a dash.
    """
    if bracketed := _BRACKETED_OPENING.match(line.text):
        inside = Line(*bracketed.span("dateline"), bracketed["dateline"], after_blank=False)
        return read_dateline(line.text, inside)
    match = _WIRE_OPENING.match(line.text)
    if match is None or not (match["date"] or match["agency"]):
        # "13 mai – ": a day without agency opens any sentence.
        return None
    agency = match["agency"] if is_press_name(match["agency"] or "") else None
    published = read_date(match["date"] or match["day"] or "")
    if published.day is None and not agency:
        return None
    return Dateline(published, agency)


def _fragments(printed: str, dates: list[PrintedDate]) -> list[tuple[int, int]]:
    """Spans of what is left of the line once its dates and times are taken out, cut at separators."""
    blanked = printed
    for found in dates:
        blanked = blanked[: found.start] + "\n" * (found.end - found.start) + blanked[found.end :]
    blanked = _TIME.sub(lambda match: "\n" * len(match.group()), blanked)
    spans = []
    begin = 0
    for match in [*_SEPARATOR.finditer(blanked), None]:
        end = match.start() if match else len(blanked)
        piece = blanked[begin:end].strip().strip(":").strip()
        if any(map(str.isalnum, piece)):
            start = begin + blanked[begin:end].index(piece)
            spans.append((start, start + len(piece)))
        begin = match.end() if match else end
    return spans


def _without_words(fragment: str) -> tuple[str, bool]:
    """The fragment without empty words at its ends, and whether what is left is introduced as an outlet."""
    rest = fragment.strip()
    introduced = False
    while True:
        head = _first_of(rest)
        if head is None:
            break
        introduced = introduced or head[0] == "outlet"
        rest = rest[head[1] :].strip(" :\u00a0")
        if introduced:
            break
    while (match := _tail_word().search(rest)) is not None:
        rest = rest[: match.start()].rstrip()
    return rest, introduced and bool(rest)


def _first_of(rest: str) -> tuple[str, int] | None:
    if is_outlet_name(rest):
        # "Le Matin" begins with a word that says nothing in "Le 3 mai".
        return None
    match = _head_word().match(rest)
    if match is None:
        return None
    return ("outlet" if fold_line(match.group()) in _words("outlet") else "word"), match.end()


def _bare_name(rest: str) -> str:
    return re.sub(r"^par\s+", "", rest, flags=re.IGNORECASE)


def _published(printed: str, dates: list[PrintedDate]) -> PrintedDate:
    """The one date that is not said to be that of an update."""
    begins = [0, *(found.end for found in dates)]
    first = [
        found
        for begin, found in zip(begins, dates, strict=False)
        if not any(words in fold_line(printed[begin : found.start]) for words in _words("update"))
    ]
    if len({found.day for found in first}) == 1:
        return first[0]
    reason = f"«{printed}» names several days" if first else f"«{printed}» names only the day of an update"
    return PrintedDate(0, len(printed), printed, None, reason=reason)


@cache
def _words(kind: str) -> frozenset[str]:
    rows = load_table(_LANGUAGE, "dateline_words")
    return frozenset(fold_line(words) for row_kind, words in rows if row_kind == kind)


@cache
def _alternatives() -> str:
    rows = [words for _, words in load_table(_LANGUAGE, "dateline_words")]
    return "|".join(sorted((re.escape(words) for words in rows), key=len, reverse=True))


@cache
def _head_word() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives()})(?!\w)", re.IGNORECASE)


@cache
def _tail_word() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives()})$", re.IGNORECASE)
