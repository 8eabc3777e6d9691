"""Apache Superset itself, from PyPI, connected as the reader: its datasets, the imported dashboard, and how it looks.

`pytest -m superset tests/bi` runs them and wants Chromium; `--picture docs/superset-dashboard.png` keeps how it looks.
"""

import json
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from selenium import webdriver
from sqlalchemy import URL, Engine, text

from bi.superset.client import Superset, SupersetError
from bi.superset.datasets import LEFT_OUT, list_datasets
from bi.superset.environment import make_environment
from bi.superset.importing import ASSETS
from newsdb.database.engine import libpq_url
from tests.bi import reflecting
from tests.bi.dashboard_page import asked_queries, chromium, errors_of_page, log_in, number_of, open_dashboard, picture
from tests.bi.recorded import QUERIES, statements
from tests.bi.superset_server import Server, free_port, run_import, running_superset
from tests.seeds import ROOT

# Its environment is made the first time, which takes minutes.
pytestmark = [pytest.mark.superset, pytest.mark.timeout(1800)]
CHARTS = len(list((ASSETS / "charts").iterdir()))
PICTURE = ROOT / "docs" / "superset-dashboard.png"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_superset(tmp_path_factory.mktemp("superset")) as server:
        yield server


@pytest.fixture(scope="module")
def superset(server: Server) -> Superset:
    return Superset(server.address, "admin", server.password)


@pytest.fixture(scope="module")
def made_by_hand(superset: Superset, address_of_reader: URL) -> dict[str, dict[str, Any]]:
    """A dataset of each view of the reports, as Superset makes it from the database before anything is imported."""
    connection = {"database_name": "newsdb", "sqlalchemy_uri": driver_url(address_of_reader)}
    number = superset.post("database/", connection)["id"]
    made = {}
    for table in superset.get(f"database/{number}/tables/?q=(schema_name:report)")["result"]:
        view = {"database": number, "schema": "report", "table_name": table["value"]}
        made[table["value"]] = superset.get(f"dataset/{superset.post('dataset/', view)['id']}")["result"]
    return made


@pytest.fixture(scope="module")
def imported(
    superset: Superset, server: Server, address_of_reader: URL, made_by_hand: dict[str, dict[str, Any]]
) -> Superset:
    """With the assets, beside what was made by hand, and brought there twice, as somebody does who upgrades them."""
    assert made_by_hand
    for _ in range(2):
        done = run_import(server.address, wanted_by_import(address_of_reader, server.password))
        assert done.stdout == f"The dashboard is at {server.address}/superset/dashboard/newsdb/\n", done.stderr
    return superset


@pytest.fixture(scope="module")
def browser(server: Server) -> Iterator[webdriver.Chrome]:
    with chromium() as browser:
        log_in(browser, server)
        yield browser


def wanted_by_import(address: URL, admin_password: str) -> dict[str, str]:
    """What the program that imports takes from its environment."""
    return {"NEWSDB_READER_URL": libpq_url(address), "SUPERSET_ADMIN_PASSWORD": admin_password}


def driver_url(address: URL) -> str:
    """As SQLAlchemy 1.4 takes it, with its password."""
    return address.set(drivername="postgresql+psycopg2").render_as_string(hide_password=False)


def every(superset: Superset, path: str) -> list[dict[str, Any]]:
    return list(superset.get(f"{path}/?q=(page_size:100)")["result"])


def test_datasets_made_from_the_views_have_their_columns_types_and_comments(
    made_by_hand: dict[str, dict[str, Any]], seeded: Engine
) -> None:
    with seeded.connect() as session:
        wanted = list_datasets(session)
    assert set(made_by_hand) == {*wanted, *LEFT_OUT}
    for view, dataset in wanted.items():
        kept = ("column_name", "type", "is_dttm", "description")
        columns = {
            column["column_name"]: {key: column[key] for key in kept} for column in made_by_hand[view]["columns"]
        }
        assert columns == {c["column_name"]: c for c in dataset["columns"] if "expression" not in c}, view


def test_import_brings_the_whole_dashboard_once_beside_what_was_made_by_hand(
    imported: Superset, made_by_hand: dict[str, dict[str, Any]]
) -> None:
    (dashboard,) = every(imported, "dashboard")
    assert dashboard["slug"] == "newsdb"
    assert len(imported.get("dashboard/newsdb/charts")["result"]) == CHARTS
    assert len(every(imported, "chart")) == CHARTS
    assert sorted(dataset["table_name"] for dataset in every(imported, "dataset")) == sorted(made_by_hand)
    assert len(every(imported, "database")) == 1


def test_a_wrong_password_of_superset_is_refused_with_what_to_do(server: Server, address_of_reader: URL) -> None:
    done = run_import(server.address, wanted_by_import(address_of_reader, "no such word"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"POST {server.address}/api/v1/security/login: the answer is 401: ")
    assert done.stderr.endswith("; check the user and the password\n")


def test_a_database_that_superset_does_not_reach_is_refused_with_what_to_do(
    server: Server, address_of_reader: URL
) -> None:
    done = run_import(server.address, wanted_by_import(address_of_reader.set(port=free_port()), server.password))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"POST {server.address}/api/v1/database/test_connection/: the answer is 400: ")
    assert done.stderr.endswith(
        "; check the address and the password of the database, which Superset itself must reach\n"
    )
    assert str(address_of_reader.password) not in done.stderr


def test_superset_shows_nobody_the_password_of_the_reader(imported: Superset, address_of_reader: URL) -> None:
    (number,) = (entry["id"] for entry in every(imported, "database"))
    shown = json.dumps(imported.get(f"database/{number}/connection"))
    assert str(address_of_reader.username) in shown
    assert json.dumps(address_of_reader.password)[1:-1] not in shown
    assert "XXXXXXXXXX" in shown


def test_superset_reads_and_writes_nothing(imported: Superset, seeded: Engine) -> None:
    (number,) = (entry["id"] for entry in every(imported, "database"))
    query = {"database_id": number, "schema": "report", "sql": "SELECT count(*) AS quotes FROM quote"}
    with seeded.connect() as session:
        quotes = session.execute(text("SELECT count(*) FROM newsdb.quote")).scalar_one()
    assert imported.post("sqllab/execute/", query)["data"] == [{"quotes": quotes}]
    with pytest.raises(SupersetError):
        imported.post("sqllab/execute/", {**query, "sql": "DELETE FROM revision"})


def test_every_chart_of_the_dashboard_is_drawn_and_answers_with_rows(
    imported: Superset, browser: webdriver.Chrome, server: Server
) -> None:
    open_dashboard(browser, server, CHARTS)
    queries = asked_queries(browser)
    charts = {chart["id"]: chart["slice_name"] for chart in imported.get("dashboard/newsdb/charts")["result"]}
    assert set(queries) == set(charts)
    for number, query in queries.items():
        for answer in imported.post("chart/data", query)["result"]:
            assert answer["error"] is None, charts[number]
            assert answer["rowcount"] > 0, charts[number]
    assert errors_of_page(browser) == []


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("outlet", "filters:!((col:outlet,op:IN,val:!('Finances News Hebdo')))"),
        ("period", "time_range:'2016-05-01 : 2016-06-01'"),
    ],
)
def test_a_filter_reaches_the_charts_that_it_can_and_spoils_none(
    browser: webdriver.Chrome, server: Server, name: str, chosen: str
) -> None:
    filtered = f"NATIVE_FILTER-{name}"
    state = f"({filtered}:(extraFormData:({chosen}),filterState:(),id:{filtered},ownState:()))"
    open_dashboard(browser, server, CHARTS, query=f"native_filters={quote(state)}")
    assert number_of(browser, "Articles") == "1"
    assert number_of(browser, "Broken promises") == "0"


@pytest.mark.usefixtures("imported")
def test_the_dashboard_is_as_large_as_its_picture_in_the_documents(
    browser: webdriver.Chrome, server: Server, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    open_dashboard(browser, server, CHARTS)
    kept = request.config.getoption("--picture", default=None)
    path = Path(kept) if kept else tmp_path / "superset-dashboard.png"
    path.write_bytes(picture(browser))
    assert size_of_png(path) == size_of_png(PICTURE)


def size_of_png(path: Path) -> tuple[int, int]:
    """Width and height, which stand behind the signature and the name of the first chunk."""
    width, height = struct.unpack(">2I", path.read_bytes()[16:24])
    return width, height


def test_sqlalchemy_of_superset_reflects_every_view_and_asks_what_is_recorded(
    address_of_reader: URL, seeded: Engine
) -> None:
    command = [make_environment() / "python", reflecting.__file__, driver_url(address_of_reader)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer = json.loads(done.stdout)
    assert answer["version"].startswith("1.4.")
    calls = answer["calls"]
    with seeded.connect() as session:
        wanted = list_datasets(session)
    for view, dataset in wanted.items():
        found = {column["name"]: column["comment"] for column in calls["get_columns"]["found"][view]}
        assert found == {c["column_name"]: c["description"] for c in dataset["columns"] if "expression" not in c}
        assert calls["get_table_comment"]["found"][view] == {"text": dataset["description"]}
    recorded = {path.stem: path for path in (QUERIES / f"sqlalchemy-{answer['version']}").glob("*.sql")}
    assert set(recorded) == set(calls)
    for method, path in recorded.items():
        asked = [" ".join(statement.split()) for statement in calls[method]["asked"]]
        assert asked == [" ".join(statement.split()) for statement in statements(path)], method
