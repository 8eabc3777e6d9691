"""Reflect schema report with whichever SQLAlchemy runs this, and print as JSON what was found and asked of the server.

Run by the Python of Superset's environment, which has SQLAlchemy 1.4; so it imports nothing of newsdb.
`python tests/bi/reflecting.py URL` prints {"version": …, "calls": {method: {"found": …, "asked": [SQL, …]}}}.
"""

import json
import sys
from typing import Any

import sqlalchemy
from sqlalchemy import create_engine, event, inspect

SCHEMA = "report"
# One view stands for all in what is recorded; of the others only the columns are wanted.
VIEW = "quote"
OF_VIEW = ("get_columns", "get_pk_constraint", "get_foreign_keys", "get_indexes", "get_table_comment")
OF_SCHEMA = ("get_table_names", "get_view_names")


def reflect(url: str) -> dict[str, Any]:
    engine = create_engine(url)
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    calls: dict[str, Any] = {}

    def call(method: str, **named: str) -> Any:
        asked.clear()
        # Anew for each call, for an inspector remembers what it has asked.
        found = getattr(inspect(engine), method)(**named)
        calls.setdefault(method, {"found": {}, "asked": list(asked)})
        return found

    calls_of_schema = {"get_schema_names": call("get_schema_names")}
    for method in OF_SCHEMA:
        calls_of_schema[method] = call(method, schema=SCHEMA)
    for method, found in calls_of_schema.items():
        calls[method]["found"] = found
    for view in (VIEW, *(name for name in calls_of_schema["get_view_names"] if name != VIEW)):
        for method in OF_VIEW:
            calls[method]["found"][view] = readable(call(method, table_name=view, schema=SCHEMA))
    return {"version": sqlalchemy.__version__, "calls": calls}


def readable(found: Any) -> Any:
    """What was reflected, with types as their names."""
    if isinstance(found, list):
        return [readable(entry) for entry in found]
    if isinstance(found, dict):
        return {key: str(value) if key == "type" else value for key, value in found.items()}
    return found


if __name__ == "__main__":
    json.dump(reflect(sys.argv[1]), sys.stdout)
