"""Dates as pages of four languages print them; what is impossible or ambiguous is no date, and says why."""

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


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("12 ماي 2021", date(2021, 5, 12)),
        ("3 يوليوز 2019", date(2019, 7, 3)),
        ("15 غشت 2018", date(2018, 8, 15)),
        ("09 شتنبر 2020", date(2020, 9, 9)),
        ("28 نونبر 2022", date(2022, 11, 28)),
        ("الجمعة 31 دجنبر 2021", date(2021, 12, 31)),
        ("4 جانفي 2017", date(2017, 1, 4)),
        ("20 فيفري 2011", date(2011, 2, 20)),
        ("11 أفريل 2019", date(2019, 4, 11)),
        ("5 جويلية 1962", date(1962, 7, 5)),
        ("6 اوت 2020", date(2020, 8, 6)),
        ("17 كانون الأول 2010", date(2010, 12, 17)),
        ("1 تشرين الثاني / نوفمبر 2016", date(2016, 11, 1)),
        ("\u200f٢٢ أكتوبر ٢٠٢٠", date(2020, 10, 22)),
        ("يوم 04 - 06 - 2019", date(2019, 6, 4)),
        ("14/03/2020", date(2020, 3, 14)),
    ],
)
def test_arabic_day_is_read_by_any_of_its_calendars(printed: str, day: date) -> None:
    assert read_date(printed, "ar").day == day


@pytest.mark.parametrize(
    ("printed", "language", "day"),
    [
        ("November 18, 2019", "en", date(2019, 11, 18)),
        ("Nov. 18th 2019", "en", date(2019, 11, 18)),
        ("Monday, 18 November 2019", "en", date(2019, 11, 18)),
        ("the 2nd of May 2016", "en", date(2016, 5, 2)),
        ("11/18/2019", "en", date(2019, 11, 18)),
        ("18/11/2019", "en", date(2019, 11, 18)),
        ("22 de octubre de 2020", "es", date(2020, 10, 22)),
        ("jueves 22 de octubre del 2020", "es", date(2020, 10, 22)),
        ("3 ago 2019", "es", date(2019, 8, 3)),
        ("2016.12.01", "en", date(2016, 12, 1)),
    ],
)
def test_english_and_spanish_days_are_read(printed: str, language: str, day: date) -> None:
    assert next(find_dates(printed, language)).day == day


@pytest.mark.parametrize(
    ("printed", "language", "reason"),
    [
        ("05/10/2024", "en", "the day or the month first"),
        ("lundi 22 octobre 2020", "fr", "no such day of the week"),
        ("الاثنين 22 أكتوبر 2020", "ar", "no such day of the week"),
        ("22 كانون الأول / يناير 2020", "ar", "names two months"),
        ("31 de febrero de 2020", "es", "not a day of the calendar"),
    ],
)
def test_what_contradicts_itself_or_reads_two_ways_is_unknown(printed: str, language: str, reason: str) -> None:
    found = next(find_dates(printed, language))
    assert found.day is None
    assert found.reason is not None
    assert reason in found.reason


def test_same_numbers_in_both_places_are_certain_even_where_the_month_may_come_first() -> None:
    assert read_date("05/05/2024", "en").day == date(2024, 5, 5)


def test_year_of_the_hijri_calendar_is_no_date_and_the_other_beside_it_is() -> None:
    text = "الخميس 13/3/1429 هـ - الموافق 20/3/2008 م"
    assert [found.day for found in find_dates(text, "ar")] == [date(2008, 3, 20)]
