"""No question with a key reads a whole table of facts: the planner's own choice, on a copy large enough to show it."""

from collections.abc import Iterator, Mapping

import pytest
from sqlalchemy import Connection, Engine, event, text

from newsdb.reports import list_reports, run_report, search
from tests.archive.conftest import GROWING
from tests.conftest import engine_on, temporary_database

FACTS = frozenset(("article_text", "article_version", *GROWING))
# Of versions that are not current, which are few.
SMALL = ("article_version_old_idx",)
WAYS = {"person": {"person"}, "organisation": {"organisation"}, "outlet": {"outlet"}, "article": {"article"}}
DAYS = {"days": {"since", "until"}}
# A role is of a period by its first and its last claim, which may both lie outside: all claims are grouped.
GROUPED = ("role_timeline", "days")
ASKED = [
    (report.name, way)
    for report in list_reports()
    for way, names in {**WAYS, **DAYS}.items()
    if names <= {parameter.name for parameter in report.parameters}
    and {parameter.name for parameter in report.parameters if parameter.is_required} <= names
    and (report.name, way) != GROUPED
]
# An outlet of few articles, which the generator has not.
RARE_OUTLET = """
    WITH made AS (
        INSERT INTO newsdb.outlet (id, name, name_key, kind)
        VALUES (newsdb.key_id('outlet', 'la feuille rare'), 'La Feuille rare', 'la feuille rare', 'publisher')
        RETURNING id
    )
    UPDATE newsdb.article SET outlet_id = made.id FROM made
    WHERE article.id IN (SELECT id FROM newsdb.article ORDER BY id LIMIT 4)
"""
# Speakers whom their articles do not present, of whom the generator has none.
UNPRESENTED = """
    UPDATE newsdb.quote_attribution SET role_claim_id = NULL
    WHERE article_id IN (SELECT id FROM newsdb.article ORDER BY id LIMIT 500)
"""
SELDOM = """
    SELECT e.name FROM newsdb.{0} AS e JOIN newsdb.{0}_name AS n ON n.{0}_id = e.id
    JOIN newsdb.mention AS m ON m.{0}_name_id = n.id GROUP BY e.id ORDER BY abs(count(*) - 6), e.id LIMIT 1
"""


@pytest.fixture(scope="module")
def filled(administrator: Engine, archive_template: str) -> Iterator[Engine]:
    with temporary_database(administrator, archive_template) as name, engine_on(administrator, name) as engine:
        with engine.begin() as connection:
            connection.execute(text(RARE_OUTLET))
            connection.execute(text(UNPRESENTED))
            connection.exec_driver_sql("ANALYZE newsdb.article, newsdb.quote_attribution")
        yield engine


@pytest.fixture(scope="module")
def keys(filled: Engine) -> dict[str, Mapping[str, str]]:
    with filled.connect() as connection:
        names = {
            kind: connection.execute(text(SELDOM.format(kind))).scalar_one() for kind in ("person", "organisation")
        }
        article = connection.execute(text("SELECT id::text FROM newsdb.article ORDER BY id LIMIT 1")).scalar_one()
    keys = {**names, "outlet": "La Feuille rare", "article": article}
    return {**{name: {name: key} for name, key in keys.items()}, "days": {"since": "2015-03-01", "until": "2015-03-07"}}


def whole_tables(connection: Connection, statement: str, values: object) -> set[str]:
    """The tables of facts that the plan of the statement reads from end to end, by themselves or by an index."""
    [[[plan]]] = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", values)  # type: ignore[arg-type]
    return {
        node["Relation Name"]
        for node in nodes(plan["Plan"])
        if node.get("Relation Name") in FACTS and (node["Node Type"] == "Seq Scan" or is_whole_index(node))
    }


def is_whole_index(node: dict[str, str]) -> bool:
    return node["Node Type"].startswith("Index") and "Index Cond" not in node and node["Index Name"] not in SMALL


def nodes(plan: dict[str, object]) -> Iterator[dict[str, str]]:
    yield plan  # type: ignore[misc]
    for child in plan.get("Plans", ()):  # type: ignore[attr-defined]
        yield from nodes(child)


def asked_of(engine: Engine, ask: object) -> set[str]:
    """What any statement reads whole that is sent while this is asked."""
    found: set[str] = set()
    with engine.connect() as connection, engine.connect() as other:
        # As for solid disks; and a page of so small a table is no dearer by an index than one of a large table.
        other.exec_driver_sql("SET random_page_cost = 1.1")

        def explain(_: object, __: object, statement: str, values: object, *___: object) -> None:
            found.update(whole_tables(other, statement, values))

        event.listen(connection, "before_cursor_execute", explain)
        ask(connection)  # type: ignore[operator]
    return found


@pytest.mark.parametrize(("report", "way"), ASKED)
def test_a_report_by_key_reads_no_table_of_facts_whole(
    filled: Engine, keys: dict[str, Mapping[str, str]], report: str, way: str
) -> None:
    assert asked_of(filled, lambda connection: run_report(connection, report, keys[way])) == set()


@pytest.mark.parametrize("words", ["tunnel", "Zouarine", "tunnel Zouarine", '"port de" or -rare'])
def test_a_search_reads_no_table_of_facts_whole(filled: Engine, words: str) -> None:
    assert asked_of(filled, lambda connection: search(connection, words)) == set()


def test_a_question_without_key_is_seen_to_read_whole_tables(filled: Engine) -> None:
    """Else nothing above would mean anything."""
    assert "person_appearance" in asked_of(filled, lambda connection: run_report(connection, "most_quoted"))


def test_a_question_asked_often_keeps_its_plan(filled: Engine, keys: dict[str, Mapping[str, str]]) -> None:
    """The driver would prepare it, and the server then plan it for any key at all."""
    with filled.connect() as connection:
        for _ in range(20):
            run_report(connection, "quotes", keys["person"])
        prepared = connection.exec_driver_sql("SELECT count(*) FROM pg_prepared_statements").scalar_one()
    assert prepared == 0
