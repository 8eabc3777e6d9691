"""French dates as pages print them; what is impossible or ambiguous is no date, and says why."""

from datetime import date

import pytest

from newsdb.language.dates import find_dates, read_date


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("le 22 - 10 - 2020", date(2020, 10, 22)),
        ("05 - 10 - 2024", date(2024, 10, 5)),
        ("22/10/2020", date(2020, 10, 22)),
        ("22.10.2020", date(2020, 10, 22)),
        ("2020-10-22", date(2020, 10, 22)),
        ("22 octobre 2020", date(2020, 10, 22)),
        ("1er mars 2011", date(2011, 3, 1)),
        ("Lundi 3 Août 2015", date(2015, 8, 3)),
        ("mercredi 3 fevrier 2021 à 10h30", date(2021, 2, 3)),
        ("4 déc. 2022", date(2022, 12, 4)),
        ("29 février 2024", date(2024, 2, 29)),
    ],
)
def test_day_is_read(printed: str, day: date) -> None:
    found = read_date(printed)
    assert (found.day, found.precision, found.reason) == (day, "day", None)


@pytest.mark.parametrize(
    ("printed", "day", "precision"),
    [("octobre 2020", date(2020, 10, 1), "month"), ("2020", date(2020, 1, 1), "year")],
)
def test_coarser_dates_say_so(printed: str, day: date, precision: str) -> None:
    found = read_date(printed)
    assert (found.day, found.precision) == (day, precision)


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("31 - 02 - 2020", "not a day of the calendar"),
        ("10/24/2020", "not a day of the calendar"),
        ("00 - 00 - 0000", "not a day of the calendar"),
        ("29 février 2023", "not a day of the calendar"),
        ("05-10-24", "two digits"),
        ("3 mai", "not a date with a year"),
        ("hier", "not a date with a year"),
        ("3 mai 2023, 4 mai 2023", "several dates"),
        ("3 mai 0823", "not that of a press article"),
    ],
)
def test_what_is_no_certain_day_is_none_with_the_reason(printed: str, reason: str) -> None:
    found = read_date(printed)
    assert found.day is None
    assert found.precision is None
    assert found.reason is not None
    assert reason in found.reason


def test_spans_cover_the_dates_as_printed() -> None:
    text = "Publié le 3 mai 2023, mis à jour le 04/05/2023 à 9h"
    assert [(text[found.start : found.end], found.day) for found in find_dates(text)] == [
        ("3 mai 2023", date(2023, 5, 3)),
        ("04/05/2023", date(2023, 5, 4)),
    ]


@pytest.mark.parametrize("text", ["06-12-34-56-78", "192.168.10.2020.1", "n° 12/2020", "version 1.2.3"])
def test_other_numbers_are_no_dates(text: str) -> None:
    assert [found for found in find_dates(text) if found.day] == []
