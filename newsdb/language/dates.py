"""Read French dates as pages print them; where on a page a date of publication stands is decided elsewhere.

Month names come from `fr/calendar.csv`. The day comes first, as French pages print it; what is impossible or could be
read in two ways is no date, and the reason says why.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from newsdb.document import DatePrecision
from newsdb.language.pack import load_table

_FIRST_YEAR, _LAST_YEAR = 1700, 2199
_NUMERIC = r"(?P<d>\d{1,2})\s{0,3}(?P<sep>[-/.])\s{0,3}(?P<m>\d{1,2})\s{0,3}(?P=sep)\s{0,3}(?P<y>\d{2}|\d{4})"
_ISO = r"(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed at [start, end) of the text it was found in.

    `day` is None where the words are no date, and then `reason` says why; for a month or a year it is the first day.
    """

    start: int
    end: int
    printed: str
    day: date | None
    precision: DatePrecision | None = None
    reason: str | None = None


def read_date(printed: str) -> PrintedDate:
    """The date that is all of `printed` (white space, "le", a weekday and a time of day aside)."""
    found = list(find_dates(printed))
    if not found and _YEAR.fullmatch(printed.strip()):
        return _checked(printed, 0, len(printed), year=int(printed), month=None, day=None)
    if len(found) == 1 and _around().fullmatch(printed[: found[0].start] + "\n" + printed[found[0].end :]):
        return found[0]
    if len(found) > 1:
        return PrintedDate(0, len(printed), printed, None, reason=f"«{printed.strip()}» holds several dates")
    return PrintedDate(0, len(printed), printed, None, reason=f"«{printed.strip()}» is not a date with a year")


def find_dates(text: str) -> Iterator[PrintedDate]:
    """Every date with a year printed in the text, impossible ones included, from left to right."""
    for match in _pattern().finditer(text):
        found = match.groupdict()
        if found["iy"]:
            year, month, day = found["iy"], int(found["im"]), found["id"]
        elif found["y"]:
            year, month, day = found["y"], int(found["m"]), found["d"]
        else:
            year, month, day = found["wy"], _names("month")[found["wm"].lower().rstrip(".")], found["wd"]
        if len(year) == 2:
            reason = f"«{match.group()}» has a year of two digits, which does not name the century"
            yield PrintedDate(match.start(), match.end(), match.group(), None, reason=reason)
        else:
            yield _checked(
                match.group(), match.start(), match.end(), year=int(year), month=month, day=int(day) if day else None
            )


def _checked(printed: str, start: int, end: int, *, year: int, month: int | None, day: int | None) -> PrintedDate:
    try:
        value = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return PrintedDate(start, end, printed, None, reason=f"«{printed}» is not a day of the calendar")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return PrintedDate(start, end, printed, None, reason=f"the year of «{printed}» is not that of a press article")
    precision: DatePrecision = "year" if month is None else "month" if day is None else "day"
    return PrintedDate(start, end, printed, value, precision)


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _names("month")), key=len, reverse=True))
    words = rf"(?:(?P<wd>\d{{1,2}})(?:\s?er|\s?ᵉʳ)?\s{{1,3}})?\b(?P<wm>{months})\.?\s{{1,3}}(?P<wy>\d{{4}})"
    return re.compile(rf"(?<![\d/.,-])(?:{_ISO}|{_NUMERIC}|{words})(?![\d/-]|[.,]\d)", re.IGNORECASE)


@cache
def _around() -> re.Pattern[str]:
    """What may stand around a lone date, which is folded to \\n: "le", a weekday, a time of day."""
    weekdays = "|".join(_names("weekday"))
    time = r"(?:(?:à|-|,|\|)?\s*\d{1,2}\s?[hH:]\s?\d{2})?"
    return re.compile(rf"\s*(?:le\s+)?(?:(?:{weekdays})\.?,?\s+)?\n[\s,.]*{time}[\s.]*", re.IGNORECASE)


@cache
def _names(kind: str) -> dict[str, int]:
    return {name: int(number) for row_kind, name, number in load_table("fr", "calendar") if row_kind == kind}
