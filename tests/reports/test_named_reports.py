"""Every named report runs, takes names in any spelling, and says what is wrong when it cannot."""

from datetime import date

import pytest
from sqlalchemy import Connection

from newsdb.errors import UnknownReport, WrongParameter
from newsdb.reports import Report, list_reports, run_report
from newsdb.reports.planning import ids_of_names
from newsdb.reports.runner import bind_parameters

REQUIRED = {
    "article": "Maroc Numeric : Sur les traces de la France",
    "organisation": "Maroc Numeric Cluster",
    "person": "Mehdi Kettani",
}


def column(report: Report, name: str) -> list[object]:
    return [row[report.columns.index(name)] for row in report.rows]


@pytest.mark.parametrize("name", [report.name for report in list_reports()])
def test_every_report_runs_and_describes_itself(gold: Connection, name: str) -> None:
    (named,) = (report for report in list_reports() if report.name == name)
    needed = {parameter.name: REQUIRED[parameter.name] for parameter in named.parameters if parameter.is_required}
    report = run_report(gold, name, needed)
    assert named.description.endswith(".")
    # Nothing is wrong with the gold, and nobody has judged.
    assert bool(report.rows) != (name in ("data_quality", "decisions", "judgements", "stories"))


@pytest.mark.parametrize("name", [report.name for report in list_reports()])
def test_every_optional_parameter_may_be_given(gold: Connection, name: str) -> None:
    (named,) = (report for report in list_reports() if report.name == name)
    samples = {"text": "APEBI", "date": "2015-01-01", "integer": "3", "number": "0.5"}
    run_report(gold, name, {parameter.name: samples[parameter.type] for parameter in named.parameters})


def test_the_most_quoted_come_first(gold: Connection) -> None:
    report = run_report(gold, "most_quoted", {"limit": 3})
    assert list(zip(column(report, "speaker"), column(report, "quotes"), strict=True)) == [
        ("Ihsane Himmi", 9),
        ("Mehdi Kettani", 5),
        ("Redouane El Haloui", 5),
    ]


def test_leaders_lists_who_led_when_and_what_they_said(gold: Connection) -> None:
    report = run_report(gold, "leaders", {"organisation": "Maroc Numeric Cluster"})
    said = {}
    for person in column(report, "person"):
        said[person] = said.get(person, 0) + 1
    assert said == {"Ahmed Lakhlifi": 1, "Mehdi Kettani": 5, "Mokhtar Tazi": 4, "Ihsane Himmi": 9}
    for words, sentence in zip(column(report, "words"), column(report, "quote_sentence"), strict=True):
        assert str(words) in str(sentence)
    for title, sentence in zip(column(report, "title"), column(report, "role_sentence"), strict=True):
        assert str(title) in str(sentence)


def test_the_presidents_of_a_federation_are_found_by_its_acronym(gold: Connection) -> None:
    report = run_report(gold, "role_timeline", {"organisation": "APEBI"})
    assert list(zip(column(report, "person"), column(report, "first_seen"), strict=True)) == [
        ("Ahmed Lakhlifi", date(2011, 2, 9)),
        ("Redouane El Haloui", date(2024, 10, 5)),
    ]


@pytest.mark.parametrize("name", ["Ahmed Réda Chami", "ahmed reda CHAMI", "Ahmed-Réda Chami", "chami"])
def test_a_person_is_found_in_any_spelling_and_by_part_of_the_name(gold: Connection, name: str) -> None:
    assert len(run_report(gold, "quotes_of_person", {"person": name}).rows) == 3


@pytest.mark.parametrize("name", ["Maroc Numeric Cluster", "maroc numéric cluster", "MNC", "M.N.C.", "mnc"])
def test_an_organisation_is_found_by_name_and_acronym(gold: Connection, name: str) -> None:
    assert set(column(run_report(gold, "role_timeline", {"organisation": name}), "organisation")) == {
        "Maroc Numeric Cluster"
    }


def test_a_part_of_a_word_is_no_name(gold: Connection) -> None:
    assert run_report(gold, "quotes_of_person", {"person": "cham"}).rows == ()


def test_the_organisation_asked_for_stands_first_in_each_pair(gold: Connection) -> None:
    report = run_report(gold, "organisations_together", {"organisation": "Lydec", "limit": 100})
    assert set(column(report, "organisation")) == {"Lydec"}
    assert len(report.rows) == 5


def test_articles_of_an_outlet_are_found_by_any_of_its_names(gold: Connection) -> None:
    report = run_report(gold, "articles", {"outlet": "les eco", "since": "2015-01-01"})
    assert column(report, "published_on") == [date(2020, 10, 22)]


def test_an_unknown_report_names_the_near_one_and_all_others(gold: Connection) -> None:
    with pytest.raises(UnknownReport, match="did you mean most_quoted") as caught:
        run_report(gold, "most_quotted")
    assert "role_timeline" in caught.value.remedy


@pytest.mark.parametrize(
    ("name", "parameters", "sentence"),
    [
        ("leaders", {}, "the report needs --organisation"),
        ("most_quoted", {"limit": "many"}, "'many' is no value for --limit; write a whole number"),
        ("articles", {"since": "01/05/2024"}, "write a day as 2024-05-01"),
        ("most_quoted", {"limt": "3"}, "did you mean --limit"),
        ("data_quality", {"since": "2024-05-01"}, "it takes --limit"),
        ("judgements", {"since": "2024-05-01"}, "it takes no parameters"),
    ],
)
def test_a_wrong_parameter_is_named_with_its_remedy(
    gold: Connection, name: str, parameters: dict[str, object], sentence: str
) -> None:
    with pytest.raises(WrongParameter, match=sentence):
        run_report(gold, name, parameters)


def test_a_filter_on_an_organisation_reaches_the_claims_before_they_are_grouped(gold: Connection) -> None:
    gold.exec_driver_sql("SET LOCAL enable_seqscan = off")
    (named,) = (report for report in list_reports() if report.name == "role_timeline")
    asked = bind_parameters(named, {"organisation": "APEBI"})
    asked |= ids_of_names(gold, asked)
    plan = "\n".join(row[0] for row in gold.exec_driver_sql("EXPLAIN " + named.statement, asked))
    below_grouping = plan[plan.index("GroupAggregate") :]
    assert "role_claim_organisation_name_id_as_of_idx" in below_grouping


@pytest.mark.parametrize("limit", [-3, "-3", 99999999999999999999, "99999999999999999999"])
def test_limit_that_counts_no_rows_is_refused(gold: Connection, limit: object) -> None:
    with pytest.raises(WrongParameter, match="whole number"):
        run_report(gold, "most_quoted", {"limit": limit})


def test_filters_narrow_the_reports(gold: Connection) -> None:
    period = {"since": "2016-01-01", "until": "2021-01-01"}
    assert set(column(run_report(gold, "most_quoted", period), "speaker")) == {"Mokhtar Tazi", "Ihsane Himmi"}
    assert set(column(run_report(gold, "most_quoted", {"outlet": "L'Opinion"}), "speaker")) == {"Redouane El Haloui"}
    assert set(column(run_report(gold, "people", period), "quotes")) <= {9, 4, 0}
    assert len(run_report(gold, "people", period).rows) < len(run_report(gold, "people").rows)
    assert len(run_report(gold, "organisations", period).rows) < len(run_report(gold, "organisations").rows)
    assert column(run_report(gold, "outlets_by_month", period), "month") == [date(2016, 5, 1), date(2020, 10, 1)]
    assert set(column(run_report(gold, "mentions_by_day", period), "published_on")) == {
        date(2016, 5, 23),
        date(2020, 10, 22),
    }
    assert {str(day)[:4] for day in column(run_report(gold, "quotes", period), "published_on")} == {"2016", "2020"}
    assert column(run_report(gold, "articles", {"person": "Mehdi Kettani"}), "published_on") == [date(2011, 2, 9)]
    assert len(run_report(gold, "articles", {"organisation": "MNC"}).rows) == 3


def test_quotes_of_an_organisation_are_those_of_its_people_too(gold: Connection) -> None:
    speakers = set(column(run_report(gold, "quotes", {"organisation": "MNC"}), "speaker"))
    assert speakers == {"Ahmed Lakhlifi", "Mehdi Kettani", "Mokhtar Tazi", "Ihsane Himmi"}


def test_reports_with_and_without_a_filter_agree_with_the_views(gold: Connection) -> None:
    for name, view, keys in (
        ("most_quoted", "most_quoted", "speaker, quotes, articles, outlets"),
        ("people", "person", "person, articles, mentions, quotes"),
        ("organisations", "organisation", "organisation, articles, mentions, quotes"),
    ):
        report = run_report(gold, name, {"limit": 1000})
        places = [report.columns.index(key) for key in keys.split(", ")]
        found = sorted([tuple(str(row[place]) for place in places) for row in report.rows])
        wanted = gold.exec_driver_sql(f"SELECT {keys} FROM report.{view}")
        assert found == sorted(tuple(map(str, row)) for row in wanted)


def test_pairs_of_organisations_are_those_of_the_view(gold: Connection) -> None:
    pairs = {
        (frozenset(map(str, row[:2])), row[2])
        for row in run_report(gold, "organisations_together", {"limit": 9999}).rows
    }
    view = gold.exec_driver_sql("SELECT organisation, other, articles FROM report.co_mention")
    assert pairs == {(frozenset(map(str, row[:2])), row[2]) for row in view}


def test_what_is_unknown_is_limited_to_the_latest_articles(gold: Connection) -> None:
    everything = run_report(gold, "unknown", {"limit": 1000})
    assert run_report(gold, "unknown", {"limit": 2}).rows == everything.rows[:2]
    assert set(column(run_report(gold, "unknown", {"column": "author"}), "column_name")) == {"author"}
    count = gold.exec_driver_sql("SELECT count(*) FROM report.unknown").scalar_one()
    assert len(everything.rows) == count
