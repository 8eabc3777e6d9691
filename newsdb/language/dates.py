"""Read dates as pages print them in French, Arabic, English and Spanish; where on a page the date of publication stands
is decided elsewhere.

Names of months and weekdays come from `calendar.csv` of each language; no name means another month in another language,
so that all are read everywhere. Numbers have the day first, but in English, where the month may come first: there two
numbers up to 12 are no date. What is impossible, contradicts itself or could be read in two ways is no date, and the
reason says why.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from newsdb.document import DatePrecision
from newsdb.language.pack import load_table

_LANGUAGES = ("fr", "ar", "en", "es")
_MONTH_MAY_COME_FIRST = "en"
_FIRST_YEAR, _LAST_YEAR = 1700, 2199
# Pages in Arabic print marks of direction beside their numbers.
_GAP = r"[\s\u200e\u200f]{1,3}"
_OPEN = r"[\s\u200e\u200f]{0,3}"
_NUMERIC = (
    rf"(?P<d>\d{{1,2}}){_OPEN}(?P<sep>[-/.]){_OPEN}(?P<m>\d{{1,2}}){_OPEN}(?P=sep){_OPEN}(?P<y>\d{{4}}|\d{{2}})(?!\d)"
)
_YEAR_FIRST = r"(?P<iy>\d{4})(?P<isep>[-/.])(?P<im>\d{1,2})(?P=isep)(?P<id>\d{1,2})"
_YEAR = re.compile(r"\d{4}")
_HIJRI = re.compile(rf"{_OPEN}هـ?(?!\w)")


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


def read_date(printed: str, language: str = "fr") -> PrintedDate:
    """The date that is all of `printed` (white space, "le", a weekday and a time of day aside)."""
    found = list(find_dates(printed, language))
    if not found and _YEAR.fullmatch(printed.strip()):
        return _checked(printed, 0, len(printed), year=int(printed), month=None, day=None)
    if len(found) == 1 and _around().fullmatch(printed[: found[0].start] + "\n" + printed[found[0].end :]):
        return found[0]
    if len(found) > 1:
        return PrintedDate(0, len(printed), printed, None, reason=f"«{printed.strip()}» holds several dates")
    return PrintedDate(0, len(printed), printed, None, reason=f"«{printed.strip()}» is not a date with a year")


def find_dates(text: str, language: str = "fr") -> Iterator[PrintedDate]:
    """Every date with a year printed in the text, impossible ones included, from left to right."""
    for match in _pattern().finditer(text):
        if not _HIJRI.match(text, match.end()):
            found = _read_match(match, language)
            yield _checked_by_weekday(text, found) if found.precision == "day" else found


def is_weekday(word: str) -> bool:
    """Whether the word is a day of the week in one of the languages."""
    return word.lower() in _names("weekday")


def _read_match(match: re.Match[str], language: str) -> PrintedDate:
    found = {name: value for name, value in match.groupdict().items() if value}
    printed, start, end = match.group(), match.start(), match.end()
    if "iy" in found:
        return _checked(printed, start, end, year=int(found["iy"]), month=int(found["im"]), day=int(found["id"]))
    if "y" in found:
        first, second, year = int(found["d"]), int(found["m"]), found["y"]
        if len(year) == 2:
            reason = f"«{printed}» has a year of two digits, which does not name the century"
            return PrintedDate(start, end, printed, None, reason=reason)
        if language == _MONTH_MAY_COME_FIRST:
            if first != second and max(first, second) <= 12:
                reason = f"«{printed}» may have the day or the month first"
                return PrintedDate(start, end, printed, None, reason=reason)
            first, second = (first, second) if second <= 12 else (second, first)
        return _checked(printed, start, end, year=int(year), month=second, day=first)
    months = {_names("month")[found[name].lower()] for name in ("wm", "other", "fm") if name in found}
    if len(months) > 1:
        return PrintedDate(start, end, printed, None, reason=f"«{printed}» names two months")
    day = found.get("wd") or found.get("fd")
    year_of = int(found.get("wy") or found["fy"])
    return _checked(printed, start, end, year=year_of, month=months.pop(), day=int(day) if day else None)


def _checked(printed: str, start: int, end: int, *, year: int, month: int | None, day: int | None) -> PrintedDate:
    try:
        value = date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return PrintedDate(start, end, printed, None, reason=f"«{printed}» is not a day of the calendar")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return PrintedDate(start, end, printed, None, reason=f"the year of «{printed}» is not that of a press article")
    precision: DatePrecision = "year" if month is None else "month" if day is None else "day"
    return PrintedDate(start, end, printed, value, precision)


def _checked_by_weekday(text: str, found: PrintedDate) -> PrintedDate:
    match = _weekday_before().search(text, max(0, found.start - 20), found.start)
    if match is None or found.day is None or _names("weekday")[match[1].lower()] == found.day.isoweekday():
        return found
    reason = f"«{text[match.start() : found.end]}» is no such day of the week"
    return PrintedDate(found.start, found.end, found.printed, None, reason=reason)


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, _names("month")), key=len, reverse=True))
    other = rf"(?:{_OPEN}[/(]{_OPEN}(?P<other>{months}){_OPEN}\)?)?"
    day_first = (
        rf"(?:(?P<wd>\d{{1,2}})(?:\s?er|\s?ᵉʳ|st|nd|rd|th|\.)?(?:{_GAP}(?:de|of))?{_GAP})?"
        rf"\b(?P<wm>{months})\b\.?{other}(?:,|{_GAP}(?:del?|من))?{_GAP}(?P<wy>\d{{4}})"
    )
    month_first = rf"\b(?P<fm>{months})\b\.?{_GAP}(?P<fd>\d{{1,2}})(?:st|nd|rd|th)?(?:,{_GAP}|{_GAP}|,)(?P<fy>\d{{4}})"
    forms = "|".join((_YEAR_FIRST, _NUMERIC, month_first, day_first))
    return re.compile(rf"(?<![\d/.,-])(?:{forms})(?![\d/-]|[.,]\d)", re.IGNORECASE)


@cache
def _weekday_before() -> re.Pattern[str]:
    weekdays = "|".join(sorted(map(re.escape, _names("weekday")), key=len, reverse=True))
    return re.compile(rf"\b({weekdays})\b\.?,?{_GAP}(?:(?:le|the){_GAP})?$", re.IGNORECASE)


@cache
def _around() -> re.Pattern[str]:
    """What may stand around a lone date, which is folded to \\n: "le", a weekday, a time of day."""
    weekdays = "|".join(map(re.escape, _names("weekday")))
    time = r"(?:(?:à|-|,|\|)?\s*\d{1,2}\s?[hH:]\s?\d{2})?"
    opening = rf"{_OPEN}(?:(?:le|the|el|يوم){_GAP})?(?:(?:{weekdays})\.?[,،]?{_GAP})?"
    return re.compile(rf"{opening}\n[\s\u200e\u200f,.]*{time}[\s\u200e\u200f.]*", re.IGNORECASE)


@cache
def _names(kind: str) -> dict[str, int]:
    rows = (row for language in _LANGUAGES for row in load_table(language, "calendar"))
    return {name: int(number) for row_kind, name, number in rows if row_kind == kind}
