"""Rows come out as a table for people, or as CSV and JSON from which the same rows can be read again."""

import csv
import io
import json
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection

from newsdb.reports import Format, Report, run_report, write_report

AWKWARD = Report(
    "awkward",
    ("day", "words", "confidence", "missing"),
    ((date(2024, 5, 1), 'Il a dit : "oui",\net [non] ; é', Decimal("0.90"), None),),
)


def written(report: Report, how: Format) -> str:
    stream = io.StringIO(newline="")
    write_report(report, how, stream)
    return stream.getvalue()


def test_csv_is_read_back_as_it_was() -> None:
    assert list(csv.reader(io.StringIO(written(AWKWARD, "csv"), newline=""))) == [
        ["day", "words", "confidence", "missing"],
        ["2024-05-01", 'Il a dit : "oui",\net [non] ; é', "0.90", ""],
    ]


def test_csv_lines_end_as_the_standard_says() -> None:
    assert written(AWKWARD, "csv").startswith("day,words,confidence,missing\r\n")
    assert written(AWKWARD, "csv").endswith("\r\n")


def test_json_is_read_back_with_numbers_and_nulls() -> None:
    assert json.loads(written(AWKWARD, "json")) == [
        {"day": "2024-05-01", "words": 'Il a dit : "oui",\net [non] ; é', "confidence": 0.9, "missing": None}
    ]
    assert "é" in written(AWKWARD, "json")


def test_a_report_survives_csv_and_json(gold: Connection) -> None:
    report = run_report(gold, "leaders", {"organisation": "MNC"})
    from_csv = list(csv.DictReader(io.StringIO(written(report, "csv"), newline="")))
    from_json = json.loads(written(report, "json"))
    assert [row["words"] for row in from_csv] == [row["words"] for row in from_json] == [row[9] for row in report.rows]


def test_a_table_in_a_pipe_is_plain_and_whole(gold: Connection) -> None:
    report = run_report(gold, "leaders", {"organisation": "MNC"})
    table = written(report, "table")
    assert "\x1b" not in table
    for row in report.rows:
        assert " ".join(str(row[9]).split()) in table
    assert all(line == line.rstrip() for line in table.splitlines())


def test_brackets_are_no_markup() -> None:
    assert "[non]" in written(AWKWARD, "table")


def test_a_narrow_report_is_a_row_a_line() -> None:
    report = Report("small", ("speaker", "quotes"), (("Nadia Berrahou", 3), ("Une autre", 12)))
    lines = written(report, "table").splitlines()
    assert len(lines) == 4
    assert lines[3].split() == ["Une", "autre", "12"]


def test_an_empty_report_says_so() -> None:
    assert "(no rows)" in written(Report("empty", ("a", "b"), ()), "table")
