"""Pages say the same in both languages, hold what reports hold, and ask nothing of any network."""

import json
import re
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import Connection

from newsdb.reports import LANGUAGES, Language, Report, list_reports, overview_page, run_report
from newsdb.reports.overview import SECTIONS
from newsdb.reports.pages import cell_words, column_label, labels, report_page

LARGEST_PAGE = 2_000_000
NEEDED = {"article": "Maroc Numeric : Sur les traces de la France", "organisation": "MNC", "person": "Mehdi Kettani"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_report_and_column_has_words_in_both_languages(gold: Connection, language: Language) -> None:
    for report in list_reports():
        needed = {parameter.name: NEEDED[parameter.name] for parameter in report.parameters if parameter.is_required}
        missing = set(run_report(gold, report.name, needed).columns) - set(labels(language))
        assert missing == set(), report.name
        if report.name in labels(language):
            assert column_label(report.name, language)[0].isupper()


def test_both_languages_have_the_same_words() -> None:
    assert set(labels("en")) == set(labels("fr"))
    assert all(labels(language)[key] for language in LANGUAGES for key in labels("en"))


@pytest.mark.parametrize(
    ("cell", "english", "french"),
    [
        (date(2020, 10, 22), "22 October 2020", "22 octobre 2020"),
        (date(2021, 5, 1), "1 May 2021", "1er mai 2021"),
        (12345, "12,345", "12\u202f345"),
        (Decimal("0.90"), "0.90", "0,90"),
        (1234.5, "1,234.5", "1\u202f234,5"),
        (None, "", ""),
        ("1,234.5", "1,234.5", "1,234.5"),
        (True, "True", "True"),
    ],
)
def test_values_are_written_as_the_language_writes_them(cell: object, english: str, french: str) -> None:
    assert (cell_words(cell, "en"), cell_words(cell, "fr")) == (english, french)


def test_a_report_is_a_page_with_its_rows_escaped() -> None:
    page = report_page(Report("awkward", ("words",), (("<script>alert('x')</script> & «»",),)), "fr")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert '<html lang="fr">' in page
    assert 'name="viewport"' in page


def test_a_report_without_rows_says_so() -> None:
    assert "Il n’y a rien à montrer." in report_page(Report("x", ("a",), ()), "fr")


@pytest.fixture(scope="module", params=LANGUAGES)
def overview(request: pytest.FixtureRequest, gold_engine: object) -> str:
    with gold_engine.connect() as connection:  # type: ignore[attr-defined]
        return overview_page(connection, {}, request.param)


def charts(page: str) -> dict[str, dict[str, object]]:
    found = re.findall(r'<script type="application/json" data-chart="chart-(\w+)">(.*?)</script>', page, re.DOTALL)
    return {name: json.loads(chart) for name, chart in found}


def test_the_overview_has_its_charts_and_no_word_left_untranslated(overview: str) -> None:
    found = charts(overview)
    assert list(found) == list(SECTIONS)
    assert "@" not in "".join(json.dumps({**chart, "data": None}) for chart in found.values()).replace("@vega", "")


def test_the_overview_stands_by_itself(overview: str) -> None:
    assert len(overview.encode()) < LARGEST_PAGE
    markup = re.sub(r"<script.*?</script>", "", overview, flags=re.DOTALL)
    assert not re.search(r"(src|href)\s*=\s*[\"'](?!#)", markup)
    assert "default-src 'none'" in overview


def test_the_shares_of_quotes_add_up_to_all_of_them(gold: Connection, overview: str) -> None:
    counts = run_report(gold, "overview")
    data = charts(overview)["quotes_by_organisation"]["data"]
    assert isinstance(data, dict)
    everything = counts.rows[0][counts.columns.index("quotes")]
    assert sum(row["quotes"] for row in data["values"]) == everything
    assert sum(row["percent"] for row in data["values"]) == pytest.approx(100, abs=0.5)


def test_the_overview_of_a_period_is_of_that_period(gold: Connection) -> None:
    page = overview_page(gold, {"since": "2016-01-01", "until": "2021-01-01"}, "fr")
    assert "1er janvier 2016" in page
    data = charts(page)["articles_by_month"]["data"]
    assert isinstance(data, dict)
    assert [row["month"] for row in data["values"]] == ["2016-05-01", "2020-10-01"]


def test_the_overview_of_an_empty_period_has_no_chart(gold: Connection) -> None:
    page = overview_page(gold, {"since": "1990-01-01", "until": "1991-01-01"}, "en")
    assert charts(page) == {}
    assert page.count("There is nothing to show.") == len(SECTIONS)


def test_words_of_the_press_cannot_end_the_script_that_holds_them(gold: Connection) -> None:
    gold.exec_driver_sql(
        "UPDATE newsdb.person SET name = '</script><script>alert(1)</script>' WHERE name = 'Ihsane Himmi'"
    )
    page = overview_page(gold, {}, "en")
    assert "<script>alert(1)" not in page
    assert len(charts(page)) == len(SECTIONS)
