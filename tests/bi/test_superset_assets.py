"""The assets fit each other and the views: what an import would stumble on is found in every run, without Superset."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import Connection, Engine

from bi.superset.datasets import list_datasets
from bi.superset.environment import REQUIREMENTS, pinned_version
from bi.superset.importing import ASSETS, DATABASE, MASK, bundle_assets, password_of_reader

Asset = dict[str, Any]


def read(folder: str) -> dict[str, Asset]:
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ASSETS / folder).glob("*.yaml")}


CHARTS, DATASETS = read("charts"), read("datasets/newsdb")
DASHBOARD = read("dashboards")["newsdb"]


@pytest.fixture
def owner(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        yield connection


def columns_asked(params: Asset) -> set[str]:
    """The columns that a chart names; expressions are for Superset itself to try."""
    axis = [params["x_axis"]] if isinstance(params.get("x_axis"), str) else []
    shown = [*axis, *params.get("groupby", []), *params.get("all_columns", [])]
    ordered = [json.loads(order)[0] for order in params.get("order_by_cols", [])]
    filtered = [given["subject"] for given in params["adhoc_filters"]]
    metrics = [*params.get("metrics", []), *([params["metric"]] if "metric" in params else [])]
    summed = [metric["column"]["column_name"] for metric in metrics if metric["expressionType"] == "SIMPLE"]
    return {*shown, *ordered, *filtered, *summed}


def test_datasets_are_the_views_with_their_comments(owner: Connection) -> None:
    # After a change of the views: python -m bi.superset.datasets
    assert list_datasets(owner) == DATASETS


def test_every_day_and_instant_is_temporal() -> None:
    for view, dataset in DATASETS.items():
        temporal = {c["column_name"] for c in dataset["columns"] if c.get("is_dttm")}
        dated = {c["column_name"] for c in dataset["columns"] if c["type"].startswith(("DATE", "TIMESTAMP"))}
        assert temporal == dated, view


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_asks_for_columns_of_its_dataset(name: str) -> None:
    chart = CHARTS[name]
    (dataset,) = (dataset for dataset in DATASETS.values() if dataset["uuid"] == chart["dataset_uuid"])
    assert columns_asked(chart["params"]) <= {column["column_name"] for column in dataset["columns"]}
    assert chart["viz_type"] == chart["params"]["viz_type"]


def test_the_dashboard_shows_every_chart_once_and_says_what_each_is() -> None:
    placed = [part["meta"]["uuid"] for part in DASHBOARD["position"].values() if part_type(part) == "CHART"]
    assert sorted(placed) == sorted(chart["uuid"] for chart in CHARTS.values())
    assert all(chart["slice_name"] and chart["description"] for chart in CHARTS.values())


def test_every_part_of_the_dashboard_hangs_where_it_says() -> None:
    position = {key: part for key, part in DASHBOARD["position"].items() if isinstance(part, dict)}
    for key, part in position.items():
        assert part["id"] == key
        for child in part.get("children", []):
            assert position[child]["parents"][-1] == key
    rows = [part for part in position.values() if part["type"] == "ROW"]
    # The grid has twelve columns.
    assert all(sum(position[child]["meta"]["width"] for child in row["children"]) == 12 for row in rows)


def part_type(part: object) -> str | None:
    return part["type"] if isinstance(part, dict) else None


def test_filters_are_of_columns_that_exist() -> None:
    targets = [target for given in DASHBOARD["metadata"]["native_filter_configuration"] for target in given["targets"]]
    for target in filter(None, targets):
        (dataset,) = (dataset for dataset in DATASETS.values() if dataset["uuid"] == target["datasetUuid"])
        assert target["column"]["name"] in {column["column_name"] for column in dataset["columns"]}


def test_no_id_stands_for_two_things() -> None:
    ids = [asset["uuid"] for asset in (*CHARTS.values(), *DATASETS.values(), *read("databases").values(), DASHBOARD)]
    assert len(set(ids)) == len(ids)


def test_the_assets_carry_no_password() -> None:
    (database,) = read("databases").values()
    assert re.fullmatch(r"postgresql\+psycopg2://\w+@localhost:5432/newsdb", database["sqlalchemy_uri"])
    for path in Path(ASSETS).rglob("*.yaml"):
        assert "password" not in path.read_text(encoding="utf-8").lower(), path.name


def test_what_is_imported_has_the_readers_address_and_its_password_beside_it() -> None:
    bundle = bundle_assets("postgresql://le%20lecteur:s%2Fcret@db.example:5433/presse?sslmode=require")
    with zipfile.ZipFile(io.BytesIO(bundle)) as opened:
        contents = {name: opened.read(name).decode() for name in opened.namelist()}
    database = yaml.safe_load(contents[f"newsdb/{DATABASE}"])
    assert database["sqlalchemy_uri"] == (
        f"postgresql+psycopg2://le%20lecteur:{MASK}@db.example:5433/presse?sslmode=require"
    )
    assert not any("s%2Fcret" in content or "s/cret" in content for content in contents.values())
    assert len(contents) == len(list(ASSETS.rglob("*.yaml")))


def test_the_password_is_in_the_url_or_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSDB_READER_PASSWORD", "100 %25")
    assert password_of_reader("postgresql://reader:s%2Fcret@localhost/newsdb") == "s/cret"
    assert password_of_reader("postgresql://reader@localhost/newsdb") == "100 %25"


def test_every_requirement_of_superset_is_pinned() -> None:
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in wanted)
    assert pinned_version() == "6.1.0"
