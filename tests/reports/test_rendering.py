"""Rows come out as a table for people, or as CSV and JSON from which the same rows can be read again."""

import csv
import io
import json
import sys
from datetime import date
from decimal import Decimal

import pyarrow.parquet
import pytest
from sqlalchemy import Connection

from newsdb.errors import MissingExtra
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


def test_parquet_keeps_numbers_days_and_what_is_unknown(gold: Connection) -> None:
    written = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    write_report(run_report(gold, "quotes"), "parquet", written)
    table = pyarrow.parquet.read_table(io.BytesIO(written.buffer.getvalue()))  # type: ignore[attr-defined]
    kinds = {field.name: str(field.type) for field in table.schema}
    assert kinds["published_on"] == "date32[day]"
    assert (kinds["confidence"], kinds["article_id"]) == ("double", "string")
    assert table.column("words").to_pylist()[-1]
    assert None in table.column("published_on").to_pylist()


def test_columns_without_rows_keep_their_types(gold: Connection) -> None:
    table = run_report(gold, "quotes", {"since": "2090-01-01"}).to_arrow()
    assert (table.num_rows, str(table.schema.field("published_on").type)) == (0, "date32[day]")


def test_a_report_is_a_frame_of_pandas_and_of_polars(gold: Connection) -> None:
    report = run_report(gold, "most_quoted")
    pandas_frame, polars_frame = report.to_pandas(), report.to_polars()
    assert list(pandas_frame["quotes"]) == polars_frame["quotes"].to_list() == [row[2] for row in report.rows]
    assert str(pandas_frame["first_seen"].dtype).startswith("datetime64")


def test_rows_of_no_database_have_the_types_of_their_values() -> None:
    assert [str(field.type) for field in AWKWARD.to_arrow().schema] == ["date32[day]", "string", "double", "null"]


def test_a_missing_extra_names_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtra, match=r"pip install 'newsdb\[polars\]'"):
        AWKWARD.to_polars()
