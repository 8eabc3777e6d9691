"""What Grafana is given: files that it can read, and SQL that answers the reader once its macros are put in.

Grafana itself is in no registry that the tests use, so that its macros are expanded here, as its documentation of the
PostgreSQL data source has them.
"""

import json
import re
from datetime import date
from typing import Any

import psycopg
import pytest
import yaml
from psycopg.rows import dict_row
from sqlalchemy import Connection, Engine

from tests.seeds import ROOT

GRAFANA = ROOT / "bi" / "grafana"
DASHBOARD = json.loads((GRAFANA / "dashboards" / "newsdb.json").read_text(encoding="utf-8"))
PANELS = {panel["title"]: panel for panel in DASHBOARD["panels"] if "targets" in panel}
ALWAYS = ("2000-01-01T00:00:00Z", "2030-01-01T00:00:00Z")
# The day of one seed, as Grafana's picker gives it: from an hour of it to another.
ONE_DAY = ("2020-10-22T06:00:00Z", "2020-10-22T18:00:00Z")


def provisioned(kind: str) -> dict[str, Any]:
    (path,) = (GRAFANA / "provisioning" / kind).iterdir()
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def expand(sql: str, period: tuple[str, str], outlets: list[str]) -> str:
    """As Grafana does before it sends a query."""
    assert outlets, "with nothing to choose from, Grafana would send IN (), which PostgreSQL refuses"
    since, until = period
    quoted = ", ".join("'" + outlet.replace("'", "''") + "'" for outlet in outlets)
    sql = sql.replace("${outlet:sqlstring}", quoted)
    sql = re.sub(r"\$__timeFilter\(([^)]+)\)", rf"\1 BETWEEN '{since}' AND '{until}'", sql)
    sql = sql.replace("$__timeFrom()", f"'{since}'").replace("$__timeTo()", f"'{until}'")
    assert "$" not in sql, f"a macro that is not expanded here: {sql}"
    return sql


def ask(connection: Connection, sql: str) -> list[dict[str, Any]]:
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    with driver.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql.encode()).fetchall()


@pytest.fixture(scope="module")
def outlets(reading: Connection) -> list[str]:
    """Those that the dashboard's list of outlets offers."""
    return offered_outlets(reading)


def offered_outlets(connection: Connection) -> list[str]:
    (variable,) = DASHBOARD["templating"]["list"]
    return [str(value) for row in ask(connection, variable["query"]) for value in row.values()]


def queries() -> list[tuple[str, dict[str, Any]]]:
    return [(title, target) for title, panel in PANELS.items() for target in panel["targets"]]


@pytest.mark.parametrize(("title", "target"), queries(), ids=list(PANELS))
def test_every_panel_answers_the_reader_with_rows(
    reading: Connection, outlets: list[str], title: str, target: dict[str, Any]
) -> None:
    rows = ask(reading, expand(target["rawSql"], ALWAYS, outlets))
    assert rows, title
    if target["format"] == "time_series":
        # Wanted by Grafana: a time in order, and a number for each series.
        assert set(rows[0]) == {"time", "metric", PANELS[title]["title"].split()[0].lower()}
        days = [row["time"] for row in rows]
        assert days == sorted(days)
        assert all(isinstance(day, date) for day in days)


def test_numbers_are_those_of_the_period_and_the_outlets(reading: Connection, outlets: list[str]) -> None:
    def shown(title: str, period: tuple[str, str], chosen: list[str]) -> int:
        ((number,),) = (row.values() for row in ask(reading, expand(sql(title), period, chosen)))
        return int(number)

    assert shown("Articles", ALWAYS, outlets) == 4
    assert shown("Articles without a day", ALWAYS, outlets) == 1
    # A day belongs to a period that begins or ends in it.
    assert shown("Articles", ONE_DAY, outlets) == 1
    assert shown("Articles", ALWAYS, ["L'Opinion"]) == 1
    dated = "SELECT count(*) AS quotes FROM report.quote WHERE published_on IS NOT NULL"
    assert [{"quotes": shown("Quotes", ALWAYS, outlets)}] == ask(reading, dated)
    assert shown("Broken promises", ALWAYS, outlets) == 0


def test_every_panel_answers_before_any_article_is_loaded(engine: Engine) -> None:
    with engine.connect() as connection:
        outlets = offered_outlets(connection)
        for title, target in queries():
            rows = ask(connection, expand(target["rawSql"], ALWAYS, outlets))
            assert {value for row in rows for value in row.values()} <= {0}, title


def sql(title: str) -> str:
    return str(PANELS[title]["targets"][0]["rawSql"])


def test_the_list_of_outlets_offers_every_outlet_and_those_without(outlets: list[str]) -> None:
    assert outlets == ["Finances News Hebdo", "L'Opinion", "Les Inspirations Éco", "not told"]


def test_days_are_shown_as_the_days_that_they_are() -> None:
    # A date is sent as midnight in UTC, which is the day before west of Greenwich.
    assert DASHBOARD["timezone"] == "utc"


def test_every_panel_asks_the_provisioned_data_source() -> None:
    (source,) = provisioned("datasources")["datasources"]
    asked = {"type": source["type"], "uid": source["uid"]}
    (variable,) = DASHBOARD["templating"]["list"]
    assert variable["datasource"] == asked
    for title, target in queries():
        assert PANELS[title]["datasource"] == target["datasource"] == asked


def test_panels_have_a_number_and_a_place_of_their_own() -> None:
    panels = DASHBOARD["panels"]
    assert len({panel["id"] for panel in panels}) == len(panels)
    taken = [cell for panel in panels for cell in cells(panel["gridPos"])]
    assert len(set(taken)) == len(taken)
    # The grid has 24 columns.
    assert max(column for column, _ in taken) == 23


def cells(place: dict[str, int]) -> list[tuple[int, int]]:
    columns = range(place["x"], place["x"] + place["w"])
    return [(column, row) for column in columns for row in range(place["y"], place["y"] + place["h"])]


def test_every_panel_says_what_it_shows() -> None:
    assert all(panel["title"] and panel["description"] for panel in PANELS.values())


def test_the_data_source_carries_no_login_of_its_own() -> None:
    (source,) = provisioned("datasources")["datasources"]
    given = (source["url"], source["user"], source["jsonData"]["database"], source["secureJsonData"]["password"])
    assert all(re.fullmatch(r"\$NEWSDB_\w+(:\$NEWSDB_\w+)?", value) for value in given)
