"""Find the day a page was published: what its data say, read as the day that the page prints; no day is guessed.

An instant in the data is a day only somewhere: half past two at night in UTC is the evening before in Casablanca's
winters of old and in New York. Where the page prints one of the days that the instant may be, that day it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cache

from lxml import html

from newsdb.document import DatePrecision
from newsdb.language.dates import find_dates, read_date
from newsdb.language.pack import load_table
from newsdb.reading.html.claims import Claim, Claims
from newsdb.reading.html.rendering import PageLine
from newsdb.reading.html.signatures import LANGUAGES
from newsdb.reading.lines import fold_line

_SURE = frozenset(
    {
        "JSON-LD datePublished",
        *(f'<meta "{name}">' for name in ("article:published_time", "og:article:published_time", "datepublished")),
    }
)
_LONGEST_LINE = 160
_FIRST_DAY, _LAST_DAY = datetime(1990, 1, 1), datetime(2199, 12, 31)
_EARLIEST, _LATEST = timedelta(hours=-12), timedelta(hours=14)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d{2})(?:([/-])(\d{1,2}|[a-z]{3})\2(\d{1,2})|(\d{2})(\d{2}))(?=\D|$)", re.IGNORECASE
)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?(?:[.,]\d+)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?")
# As JavaScript prints a date.
_SCRIPT_DATE = re.compile(r"[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{4} \d{2}:\d{2}:\d{2} GMT[+-]\d{4}")


@dataclass(frozen=True, slots=True)
class PublishedDay:
    """The day, or why there is none; the lines that print it, and where it was found."""

    day: date | None
    precision: DatePrecision | None = None
    source: str | None = None
    reason: str | None = None
    lines: frozenset[PageLine] = frozenset()


@dataclass(frozen=True, slots=True)
class _Machine:
    """What a value of the data says: the day as it is written, and every day that it is somewhere."""

    day: date
    somewhere: frozenset[date]
    claim: Claim


def find_day(root: html.HtmlElement, claims: Claims, around: Sequence[PageLine], language: str) -> PublishedDay:
    """The day of publication. `around` are the lines from above the headline to the first of the story."""
    printed = dict(_printed(around, language))
    machines = [machine for claim in claims.published if (machine := _read_machine(claim, language))]
    # Where a name that means publication is given, "date" may be the day of anything.
    machines = [machine for machine in machines if machine.claim.source in _SURE] or machines
    machines = machines or [machine for claim in _times(around) if (machine := _read_machine(claim, language))]
    if machines:
        return _agree(machines, printed, _day_in_address(claims.url))
    days = {day: lines for day, lines in printed.items() if day}
    if len(days) == 1:
        (day,) = days
        return PublishedDay(day, "day", f"the line «{days[day][0].line.text}»", lines=frozenset(days[day]))
    address = _day_in_address(claims.url)
    if address and (not days or address in days):
        return PublishedDay(address, "day", "the address", lines=frozenset(days.get(address, ())))
    if days:
        return PublishedDay(None, reason=f"the page prints several days: {', '.join(map(str, sorted(days)))}")
    return _fall_back(root, printed, language)


def _times(around: Sequence[PageLine]) -> Iterator[Claim]:
    """The values of the <time> elements about the headline; words like "two days ago" may be all that they print."""
    seen = set()
    for line in around:
        for element in line.element.iter("time"):
            value = (element.get("datetime") or "").strip()
            marks = fold_line(f"{line.line.text[:_LONGEST_LINE]} {element.get('class') or ''}")
            if value and element not in seen and not any(word in marks for word in _update_words()):
                seen.add(element)
                yield Claim(value, "<time datetime>")


def _agree(
    machines: Sequence[_Machine], printed: dict[date | None, list[PageLine]], address: date | None
) -> PublishedDay:
    """The day on which data and page agree; the data alone where the page prints none of its days."""
    for machine in machines:
        day = _printed_day(machine, printed)
        if day:
            return PublishedDay(day, "day", _source(machine, day), lines=frozenset(printed[day]))
    first = machines[0]
    agreeing = [machine for machine in machines if machine.somewhere & first.somewhere]
    if len(agreeing) < len(machines) and 2 * len(agreeing) <= len(machines) and address not in first.somewhere:
        said = ", ".join(f"{machine.claim.source} {machine.day}" for machine in machines)
        return PublishedDay(None, reason=f"the data of the page contradict each other: {said}")
    day = address if address in first.somewhere else first.day
    return PublishedDay(day, "day", _source(first, day))


def _printed_day(machine: _Machine, printed: dict[date | None, list[PageLine]]) -> date | None:
    if machine.day in printed:
        return machine.day
    local = [day for day in machine.somewhere if day in printed]
    return local[0] if len(local) == 1 else None


def _source(machine: _Machine, day: date) -> str:
    said = f"{machine.claim.source} «{machine.claim.value}»"
    return said if day == machine.day else f"{said}, which is {day} where the page is read"


def _printed(around: Sequence[PageLine], language: str) -> Iterator[tuple[date | None, list[PageLine]]]:
    """The days that short lines print, those of updates left out; None for lines whose date is no certain day."""
    found: dict[date | None, list[PageLine]] = {}
    for line in around:
        if line.line.length > _LONGEST_LINE:
            continue
        end = 0
        for one in find_dates(line.line.text, language):
            before = fold_line(line.line.text[end : one.start])
            end = one.end
            if one.precision in ("day", None) and not any(word in before for word in _update_words()):
                found.setdefault(one.day, []).append(line)
    yield from found.items()


def _read_machine(claim: Claim, language: str) -> _Machine | None:
    value = claim.value.strip()
    instant = _read_instant(value)
    # Sites write the year 1 where they know no day.
    if instant is not None and 1700 <= instant.year <= 2199:
        somewhere = {(instant + shift).date() for shift in (_EARLIEST, timedelta(0), _LATEST)}
        written = _ISO.match(value)
        day = date.fromisoformat(written[1]) if written else instant.date()
        return _Machine(day, frozenset({day, *somewhere}), claim)
    if compact := _COMPACT.fullmatch(value):
        value = "-".join(compact.groups()[:3])
    # Data are written for machines: their numbers are not those of the language of the page.
    found = read_date(value, "en") if not re.search(r"[^\W\d_]", value) else next(find_dates(value, language), None)
    if found is None or found.day is None or found.precision != "day":
        return None
    return _Machine(found.day, frozenset({found.day}), claim)


def _read_instant(value: str) -> datetime | None:
    """The instant in UTC; a time without a zone is taken for UTC, as most sites mean it."""
    try:
        if match := _ISO.match(value):
            zone = (match[3] or "+00:00").replace("Z", "+00:00").replace("UTC", "+00:00")
            return datetime.fromisoformat(f"{match[1]}T{match[2]}:00{zone}").astimezone(UTC)
        if _SCRIPT_DATE.match(value):
            return datetime.strptime(value[:33], "%a %b %d %Y %H:%M:%S GMT%z").astimezone(UTC)
        parsed = parsedate_to_datetime(value) if value[:3].isalpha() and "," in value[:5] else None
    except (ValueError, OverflowError):
        return None
    if parsed is None:
        return None
    return parsed.replace(tzinfo=UTC) if parsed.tzinfo is None else parsed.astimezone(UTC)


def _day_in_address(url: str | None) -> date | None:
    match = _IN_ADDRESS.search(url or "")
    if match is None:
        return None
    year, month, day = match[1], match[3] or match[5], match[4] or match[6]
    printed = f"{day} {month} {year}" if month.isalpha() else f"{year}-{month}-{day}"
    return read_date(printed).day


def _fall_back(root: html.HtmlElement, printed: dict[date | None, list[PageLine]], language: str) -> PublishedDay:
    """What htmldate finds in the markup; it does not search the text, where it would guess."""
    # Loading takes 0.2 s, and few pages need it.
    from htmldate import find_date

    if None in printed:
        reasons = (one.reason for one in find_dates(printed[None][0].line.text, language) if one.reason)
        return PublishedDay(None, reason=next(reasons, "the page prints no certain day"))
    # Its own limits are those of the clock, and what a file says must not change with the day it is read on.
    found = find_date(root, extensive_search=False, original_date=True, min_date=_FIRST_DAY, max_date=_LAST_DAY)
    if found:
        return PublishedDay(date.fromisoformat(found), "day", "htmldate")
    return PublishedDay(None, reason="neither the data of the page nor the lines around its headline name a day")


@cache
def _update_words() -> frozenset[str]:
    rows = (row for language in LANGUAGES for row in load_table(language, "dateline_words"))
    return frozenset(fold_line(words) for kind, words in rows if kind == "update")
