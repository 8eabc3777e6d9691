"""Write the dataset of each view of schema report in Superset's export format, from the comments of the database.

`python -m bi.superset.datasets` writes assets/datasets anew after a change of the views; what the charts add to the
views (`ADDED`) is decided here, all else by the database. Needs newsdb[test].
"""

import uuid
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import Connection, text

import newsdb

ASSETS = Path(__file__).parent / "assets"
NAMESPACE = uuid.UUID("6c1f4f0e-8f0b-5d7e-9a53-0f8a4f5b7d11")
DATABASE = str(uuid.uuid5(NAMESPACE, "database/newsdb"))
# The number of the last migration is no report.
LEFT_OUT = ("revision",)
# Of several days in a view, the one that a filter of time means.
DAYS = ("published_on", "day", "month", "first_seen", "decided_at")
TYPES = {"numeric(3,2)": "NUMERIC(3, 2)"}
ADDED = {
    "quote": {
        "column_name": "speaks_for",
        "type": "TEXT",
        "expression": (
            "coalesce(role_organisation, CASE WHEN speaker_kind = 'organisation' THEN speaker END,"
            " 'No organisation told')"
        ),
        "description": "For whom the quote speaks: where its speaker holds a role, or the organisation itself.",
    }
}
VIEWS = """
    SELECT c.relname AS view, obj_description(c.oid, 'pg_class') AS description, a.attname AS column_name,
        format_type(a.atttypid, a.atttypmod) AS type, col_description(c.oid, a.attnum) AS comment
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'report'::regnamespace AND c.relkind IN ('v', 'm')
    ORDER BY c.relname, a.attnum
"""


def dataset_id(view: str) -> str:
    """The same in every Superset, so that an import finds again what an earlier one made."""
    return str(uuid.uuid5(NAMESPACE, f"dataset/{view}"))


def list_datasets(connection: Connection) -> dict[str, dict[str, Any]]:
    """Each view by its name, as Superset's importer takes it."""
    found: dict[str, dict[str, Any]] = {}
    for row in connection.execute(text(VIEWS)):
        if row.view not in LEFT_OUT:
            dataset = found.setdefault(row.view, empty_dataset(row.view, row.description))
            dataset["columns"].append(
                {
                    "column_name": row.column_name,
                    "type": TYPES.get(row.type, row.type.upper()),
                    "is_dttm": row.type == "date" or row.type.startswith("timestamp"),
                    "description": row.comment,
                }
            )
    for view, dataset in found.items():
        names = {column["column_name"] for column in dataset["columns"]}
        dataset["main_dttm_col"] = next((day for day in DAYS if day in names), None)
        if view in ADDED:
            dataset["columns"].append(ADDED[view])
    return found


def empty_dataset(view: str, description: str) -> dict[str, Any]:
    return {
        "table_name": view,
        "schema": "report",
        "description": description,
        "main_dttm_col": None,
        "uuid": dataset_id(view),
        "database_uuid": DATABASE,
        "version": "1.0.0",
        "metrics": [{"metric_name": "count", "verbose_name": "Rows", "metric_type": "count", "expression": "COUNT(*)"}],
        "columns": [],
    }


def write_datasets(connection: Connection, folder: Path) -> None:
    for view, dataset in list_datasets(connection).items():
        content = yaml.safe_dump(dataset, sort_keys=False, allow_unicode=True, width=120)
        (folder / f"{view}.yaml").write_text(content, encoding="utf-8")


if __name__ == "__main__":
    with newsdb.connect() as database, database.engine.connect() as connection:
        write_datasets(connection, ASSETS / "datasets" / "newsdb")
