"""What a report gives of one day, outlet or measure of confidence is all that there is of it, and nothing else."""

import pytest
from sqlalchemy import Connection

from newsdb.reports import list_reports, run_report

# Of each report what is added up (or its rows), and the same counted without it: x is the view that has day and outlet.
COUNTED = {
    "articles": (None, "SELECT count(*) FROM report.article AS x WHERE {}"),
    "quotes": (None, "SELECT count(*) FROM report.quote AS x WHERE {}"),
    "most_quoted": (
        "quotes",
        "SELECT count(*) FROM report.quote AS x WHERE {} AND speaker_kind IN ('person', 'organisation')",
    ),
    "quotes_by_organisation": ("quotes", "SELECT count(*) FROM report.quote AS x WHERE {}"),
    "people": ("mentions", "SELECT count(*) FROM report.mention AS x WHERE {} AND person_id IS NOT NULL"),
    "organisations": ("mentions", "SELECT count(*) FROM report.mention AS x WHERE {} AND organisation_id IS NOT NULL"),
    "mentions_by_day": ("mentions", "SELECT count(*) FROM report.mention AS x WHERE {} AND published_on IS NOT NULL"),
    "organisations_together": (
        "articles",
        "SELECT count(DISTINCT (x.article_id, x.organisation_id, y.organisation_id)) FROM report.mention AS x"
        " JOIN report.mention AS y ON y.article_id = x.article_id AND y.organisation_id > x.organisation_id WHERE {}",
    ),
    "outlets_by_month": ("articles", "SELECT count(*) FROM report.article AS x WHERE {}"),
    "overview": ("quotes", "SELECT count(*) FROM report.quote AS x WHERE {}"),
    "unknown": (None, "SELECT count(*) FROM report.unknown AS u JOIN report.article AS x USING (article_id) WHERE {}"),
    "role_timeline": (None, "SELECT count(*) FROM report.role_timeline WHERE '{day}' BETWEEN first_seen AND last_seen"),
}
DATED = {"since", "until"}


def taking(names: set[str]) -> list[str]:
    return [r.name for r in list_reports() if names <= {p.name for p in r.parameters} and r.name in COUNTED]


def total(connection: Connection, name: str, **filters: object) -> int:
    given = filters if name in ("outlets_by_month", "overview") else {"limit": 100_000, **filters}
    report = run_report(connection, name, given)
    column = COUNTED[name][0]
    return len(report.rows) if column is None else sum(int(row[report.columns.index(column)]) for row in report.rows)  # type: ignore[call-overload]


def counted(connection: Connection, name: str, condition: str, day: object = None) -> int:
    return int(connection.exec_driver_sql(COUNTED[name][1].format(condition, day=day)).scalar_one())


@pytest.mark.parametrize("name", taking(DATED))
def test_a_period_of_a_day_is_that_day_with_both_its_ends(gold: Connection, name: str) -> None:
    days = gold.exec_driver_sql("SELECT DISTINCT published_on FROM report.article WHERE published_on IS NOT NULL")
    found = {day: total(gold, name, since=str(day), until=str(day)) for day in days.scalars()}
    assert found == {day: counted(gold, name, f"x.published_on = '{day}'", day) for day in found}
    assert sum(found.values()) > 0


@pytest.mark.parametrize("name", taking({"outlet"}))
def test_outlet_has_what_its_articles_have(gold: Connection, name: str) -> None:
    outlets = gold.exec_driver_sql("SELECT DISTINCT outlet FROM report.article WHERE outlet IS NOT NULL").scalars()
    found = {outlet: total(gold, name, outlet=outlet) for outlet in outlets}
    quoted = {outlet: outlet.replace("'", "''") for outlet in found}
    assert found == {outlet: counted(gold, name, f"x.outlet = '{quoted[outlet]}'") for outlet in found}
    assert len(found) > 1


@pytest.mark.parametrize("name", taking({"min_confidence"}))
def test_least_confidence_is_itself_enough(gold: Connection, name: str) -> None:
    gold.exec_driver_sql(
        "UPDATE newsdb.quote_attribution AS a SET confidence = 0.5 FROM newsdb.quote AS q"
        " WHERE q.id = a.quote_id AND mod(q.ordinal, 2) = 0"
    )
    found = {least: total(gold, name, min_confidence=least) for least in (0, 0.5, 0.51, 1)}
    assert found == {least: counted(gold, name, f"confidence >= {least}") for least in found}
    assert found[0.5] > found[0.51] > 0


def test_quotes_of_a_person_are_all_of_the_day_and_outlet_that_are_as_sure(gold: Connection) -> None:
    gold.exec_driver_sql("UPDATE newsdb.quote_attribution SET confidence = 0.5")
    said = gold.exec_driver_sql(
        "SELECT speaker, outlet, published_on, count(*) FROM report.quote WHERE person_id IS NOT NULL GROUP BY 1, 2, 3"
    ).all()
    for person, outlet, day, quotes in said:
        filters = {"person": person, **({"outlet": outlet} if outlet else {})}
        filters |= {"since": day, "until": day} if day else {}
        for least, wanted in ((0, quotes), (0.5, quotes), (0.51, 0)):
            assert len(run_report(gold, "quotes_of_person", {**filters, "min_confidence": least}).rows) == wanted
    assert len(said) > 3


def test_mentions_of_one_in_one_outlet_are_counted_there_alone(gold: Connection) -> None:
    named = gold.exec_driver_sql(
        "SELECT organisation, outlet, count(*) FROM report.mention JOIN report.organisation USING (organisation_id)"
        " WHERE organisation_id IS NOT NULL AND published_on IS NOT NULL AND outlet IS NOT NULL GROUP BY 1, 2"
    ).all()
    found = [total(gold, "mentions_by_day", organisation=body, outlet=outlet) for body, outlet, _ in named]
    assert found == [count for _, _, count in named]
    assert len({body for body, _, _ in named}) < len(named)
