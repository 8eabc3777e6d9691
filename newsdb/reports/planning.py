"""Have each question planned for the very keys that it asks for; what is asked is for the other modules to say."""

import contextlib
import uuid
from collections.abc import Iterator, Mapping

import psycopg
from sqlalchemy import Connection

# The functions that say whom a name means, by the parameter that holds it.
FUNCTIONS: Mapping[str, str] = {
    "person": "people_named",
    "organisation": "organisations_named",
    "outlet": "outlets_named",
}


def ids_of_names(connection: Connection, given: Mapping[str, object]) -> dict[str, list[uuid.UUID] | None]:
    """Whom the names among these parameters mean: `person_ids` for `person`; None for nobody.

    Asked before the question itself, so that the planner sees ids and knows how many rows they have.
    """
    asked = [name for name in FUNCTIONS if given.get(name) is not None]
    found: dict[str, list[uuid.UUID] | None] = {f"{name}_ids": None for name in FUNCTIONS if name in given}
    if asked:
        columns = ", ".join(f"report.{FUNCTIONS[name]}(%({name})s::text)" for name in asked)
        row = connection.exec_driver_sql(f"SELECT {columns}", {name: given[name] for name in asked}).one()
        found |= {f"{name}_ids": ids for name, ids in zip(asked, row, strict=True)}
    return found


@contextlib.contextmanager
def planned_anew(connection: Connection) -> Iterator[None]:
    """No statement within is prepared: the server's one plan for all keys is that of a frequent key or of a rare one.

    For a session it would be plan_cache_mode, but checks of foreign keys would be planned anew with it.
    """
    driver = connection.connection.driver_connection
    if not isinstance(driver, psycopg.Connection):
        # Of a caller whose driver prepares nothing of itself.
        yield
        return
    before = driver.prepare_threshold
    driver.prepare_threshold = None
    try:
        yield
    finally:
        driver.prepare_threshold = before
