"""The benchmark of questions asks each report in every way that it takes, and says what it measured."""

import pytest
from sqlalchemy import Engine

from benchmarks import questions
from benchmarks.fill import fill
from newsdb.reports import list_reports


@pytest.fixture
def database(engine: Engine) -> Engine:
    fill(engine, 0, 12, processes=1)
    return engine


def test_every_report_is_asked_and_has_a_line(
    database: Engine, database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name = database.url.database
    assert name is not None
    questions.main(["--url", database_url, "--database", name, "--times", "2"])
    printed = capsys.readouterr().out
    assert "12 articles, 72 quotes" in printed
    for report in list_reports():
        assert f"\n| {report.name}, " in printed
    for way in ("most_quoted, whole", "quotes, by person", "leaders, by organisation", "search, two words, rare"):
        assert f"\n| {way} | " in printed
    assert "no answer" not in printed


def test_a_question_that_is_not_answered_in_time_is_not_met(database: Engine) -> None:
    slow = questions.Question("slow", 100, (lambda connection: connection.exec_driver_sql("SELECT pg_sleep(9)"),))
    answer = questions.ask(database, slow, patience=1)
    assert not answer.is_met
    assert "| slow | 0 | 0 | no answer | no answer | < 100 | **no** |" in questions.render([answer])


def test_keys_are_frequent_and_rare_by_turns() -> None:
    drawn = questions.interleave(range(3), range(100, 200), 8)
    assert [key < 100 for key in drawn] == [True, False] * 4
    assert questions.interleave((), (1, 2), 3) in ([1, 2, 1], [2, 1, 2])


def test_percentile_is_a_value_that_was_measured() -> None:
    assert questions.percentile(range(1, 101), 0.95) == 95
    assert questions.percentile([7.0], 0.95) == 7
