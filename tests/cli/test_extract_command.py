"""`newsdb extract` prints articles in the shape that is promised, without a database."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsdb.document import Document
from newsdb.extraction import extract_facts
from newsdb.facts import Facts
from tests.cli.calls import run_command
from tests.seeds import GOLD, SEEDS, gold, seed_files

SHAPE = {
    "source": str,
    "text": str,
    "article": {
        *("headline", "outlet", "outlet_as_printed", "republisher", "republisher_as_printed", "published_on"),
        *("published_precision", "authors", "author_spans", "language", "section", "subjects", "canonical_url"),
        "unknown",
    },
    "segments": {"start", "end", "kind"},
    "quotes": {"start", "end", "kind", "text", "speaker", "speaker_kind", "cue", "question"},
    "people": {"name", "mentions", "spans", "roles"},
    "organisations": {"name", "acronym", "mentions", "spans"},
}


def test_each_article_is_one_line_in_the_promised_shape() -> None:
    printed = run_command("extract", SEEDS)
    assert printed.exit_code == 0, printed.output
    articles = [json.loads(line) for line in printed.stdout.splitlines()]
    assert [article["source"] for article in articles] == [path.name for path in seed_files()]
    for article in articles:
        assert list(article) == list(SHAPE)
        assert set(article["article"]) == SHAPE["article"]
        for part in ("segments", "quotes", "people", "organisations"):
            assert article[part]
            assert all(set(entry) == SHAPE[part] for entry in article[part])


def test_offsets_count_code_points_of_the_text() -> None:
    for line in run_command("extract", SEEDS).stdout.splitlines():
        article = json.loads(line)
        assert article["text"] == (SEEDS / article["source"]).read_text(encoding="utf-8")
        for quote in article["quotes"]:
            assert article["text"][quote["start"] : quote["end"]] == quote["text"]
        for entity in (*article["people"], *article["organisations"]):
            surfaces = {article["text"][start:end] for start, end in entity["spans"]}
            assert sorted(surfaces) == entity["mentions"]


def test_letters_are_printed_as_they_are() -> None:
    assert "Réda" in run_command("extract", SEEDS).stdout


def test_a_plain_text_article_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "plain.txt"
    file.write_text("Le quai prolongé\n\nLe quai sera prolongé, a annoncé la directrice du port, Nadia Berrahou.\n")
    article = json.loads(run_command("extract", file).stdout)
    assert article["article"]["headline"] == "Le quai prolongé"
    assert (article["article"]["outlet"], article["article"]["published_on"]) == (None, None)


def test_a_refused_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a_empty.txt").write_bytes(b"")
    (tmp_path / "b_good.txt").write_bytes(seed_files()[0].read_bytes())
    printed = run_command("extract", tmp_path)
    assert printed.exit_code == 1
    assert printed.stderr.startswith(f"rejected {tmp_path / 'a_empty.txt'}: ")
    assert json.loads(printed.stdout)["source"] == "b_good.txt"


@pytest.mark.parametrize("how", [[], ["--explain"]])
def test_a_fault_of_a_rule_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: list[str]) -> None:
    def explain_or_fail(document: Document) -> list[str]:
        fail_at_the_first(document)
        return [document.source]

    def extract_or_fail(document: Document) -> Facts:
        fail_at_the_first(document)
        return extract_facts(document)

    def fail_at_the_first(document: Document) -> None:
        if document.source == "a_faulty.txt":
            raise IndexError("string index out of range")

    monkeypatch.setattr("newsdb.extraction.extract_facts", extract_or_fail)
    monkeypatch.setattr("newsdb.cli.explanation.explain_document", explain_or_fail)
    for name in ("a_faulty.txt", "b_good.txt"):
        (tmp_path / name).write_bytes(seed_files()[0].read_bytes())
    printed = run_command("extract", *how, tmp_path)
    assert printed.exit_code == 1
    assert printed.stderr.startswith(f"rejected {tmp_path / 'a_faulty.txt'}: reading it failed with IndexError(")
    assert "please report this file" in printed.stderr
    assert "b_good.txt" in printed.stdout


def test_evaluate_prints_the_figures_and_on_demand_the_errors() -> None:
    table = run_command("evaluate", GOLD, "--texts", SEEDS)
    assert table.exit_code == 0, table.output
    assert "direct quotes and answers" in table.stdout
    measured = json.loads(run_command("evaluate", GOLD, "--texts", SEEDS, "--json", "--errors").stdout)
    assert measured["articles"] == len(gold())
    assert {"measure", "gold", "found", "right", "precision", "recall", "f1"} == set(measured["measures"][0])
    assert isinstance(measured["errors"], list)


def test_a_missing_gold_is_one_sentence(tmp_path: Path) -> None:
    refused = run_command("evaluate", tmp_path / "none.json")
    assert refused.exit_code == 1
    assert refused.stderr.startswith("newsdb: ")


@pytest.mark.parametrize("how", [[], ["--explain"]])
def test_extraction_starts_without_the_database(how: list[str], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    program = """
import sys
from newsdb.cli import app
app(sys.argv[1:], standalone_mode=False)
print([name for name in ("sqlalchemy", "psycopg", "alembic", "newsdb.models") if name in sys.modules])
"""
    command = [sys.executable, "-c", program, "extract", str(seed_files()[0]), str(tmp_path), *how]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "rejected" in done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
