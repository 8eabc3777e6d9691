"""Read the date of a machine's stamp (RFC 3339, ISO 8601, RFC 5322): the day as printed, never that of another zone."""

import re
from datetime import date

from newsdb.document import DatePrecision
from newsdb.language.dates import PrintedDate, read_date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?", re.DOTALL)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4}.*)?", re.DOTALL)
_MAIL = re.compile(r"(?:[A-Za-z]{3,9}\.?,?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})\b.*", re.DOTALL)
# asctime, and what people write in English.
_ENGLISH = re.compile(
    r"(?:[A-Za-z]{3,9}\.?,?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:\s+[\d:]{5,8}(?:\s+[A-Z]{1,5})?|,)?\s+(\d{4})\b.*",
    re.DOTALL,
)
_NUMERIC = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*\d{4}\b")
_CLOCK = re.compile(r"\d{9,19}(?:\.\d+)?")
_FIRST_YEAR, _LAST_YEAR = 1700, 2199


def read_stamp(printed: str, *, day_first: bool = True) -> PrintedDate:
    """The day of a stamp; None with the reason where it is none, or without `day_first` could be one of two days."""
    words = printed.strip()
    if match := _ISO.fullmatch(words) or _BASIC.fullmatch(words):
        return _checked(words, *match.groups())
    if (match := _MAIL.fullmatch(words)) and (month := _month(match[2])):
        return _checked(words, match[3], str(month), match[1])
    if (match := _ENGLISH.fullmatch(words)) and (month := _month(match[1])):
        return _checked(words, match[3], str(month), match[2])
    if _CLOCK.fullmatch(words):
        return _unknown(words, f"«{words}» counts seconds, which name no day without a time zone")
    numeric = _NUMERIC.match(words)
    if numeric and not day_first and numeric[1] != numeric[2] and max(int(numeric[1]), int(numeric[2])) <= 12:
        return _unknown(words, f"«{words[:100]}» may be one of two days: the day or the month may come first")
    return read_date(words[:200])


def _month(word: str) -> int | None:
    """The number of an English month; French ones are read with the other dates of pages."""
    short = word[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS and word.isascii() else None


def _checked(printed: str, year: str, month: str | None, day: str | None) -> PrintedDate:
    try:
        value = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return _unknown(printed, f"«{printed[:100]}» is not a day of the calendar")
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        return _unknown(printed, f"the year of «{printed[:100]}» is not that of a press article")
    precision: DatePrecision = "day" if day else "month" if month else "year"
    return PrintedDate(0, len(printed), printed, value, precision)


def _unknown(printed: str, reason: str) -> PrintedDate:
    return PrintedDate(0, len(printed), printed, None, reason=reason)
