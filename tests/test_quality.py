"""No figure on the development set falls below what docs/quality.md says, and what it says is what is measured."""

import re

import pytest

from newsdb.evaluation import Report, evaluate
from tests.seeds import ROOT

GOLD = ROOT / "tests" / "gold" / "articles.json"
# | measure | gold | precision | recall | F1 | F1 of the test part |
ROW = re.compile(r"^\| ([^|]+?) \| (\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|", re.MULTILINE)
DOCUMENTED = {
    measure: (int(gold), float(precision), float(recall), float(f1))
    for measure, gold, precision, recall, f1 in ROW.findall((ROOT / "docs" / "quality.md").read_text(encoding="utf-8"))
}


@pytest.fixture(scope="module")
def measured() -> Report:
    return evaluate(GOLD, parts=["dev"])


def test_the_page_shows_every_measure(measured: Report) -> None:
    assert DOCUMENTED.keys() == {row.measure for row in measured.rows()}


@pytest.mark.parametrize("measure", DOCUMENTED)
def test_no_figure_falls_and_the_page_is_true(measured: Report, measure: str) -> None:
    [row] = [row for row in measured.rows() if row.measure == measure]
    shares = (row.precision, row.recall, row.f1)
    assert (row.gold, *(round(100 * (share or 0), 1) for share in shares)) == DOCUMENTED[measure]
