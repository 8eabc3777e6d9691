"""`newsdb correct`, `suppress`, `unsuppress` and `decisions` do what they print, and status lists what holds."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.cli.calls import run_command
from tests.seeds import SEEDS

Run = Callable[..., Result]
WHY = ("--reason", "seen in print")


@pytest.fixture
def run(seeded_url: str) -> Run:
    """Calls a command on the seeds, in a database of the test's own."""
    return lambda *arguments: run_command(*arguments, "--url", seeded_url)


def articles(run: Run) -> list[dict[str, str]]:
    return json.loads(run("report", "articles", "--format", "json").stdout)


def decisions(run: Run) -> list[dict[str, str]]:
    return json.loads(run("status", "--json").stdout)["decisions"]


def test_a_correction_is_made_listed_and_taken_back(run: Run) -> None:
    which = articles(run)[0]["article_id"]
    made = run("correct", "article", which, "section", "Villes", *WHY, "--by", "A. Editor")
    assert (made.exit_code, made.stdout) == (0, "Correction 1: the section of the article is Villes.\n")
    (listed,) = decisions(run)
    assert (listed["field"], listed["value"], listed["reason"], listed["decided_by"]) == (
        "section",
        "Villes",
        "seen in print",
        "A. Editor",
    )
    assert "Villes" in run("status").stdout
    undone = run("correct", "--undo", "1", "--reason", "a slip")
    assert "is as it was read" in undone.stdout
    assert decisions(run) == []


def test_a_takedown_is_made_listed_and_taken_back(run: Run) -> None:
    done = run("suppress", "person", "Ihsane Himmi", "--reason", "request 7")
    assert (done.exit_code, done.stdout) == (0, "Takedown 1: 1 article and 1 file are gone.\n")
    assert "Himmi" not in run("report", "people").stdout
    nothing = run("suppress", "person", "Nobody Atall", "--reason", "request 8").stdout
    assert "Nothing of it was in the database" in nothing
    assert run("unsuppress", "2", "--reason", "a slip").exit_code == 0
    assert "Himmi" not in run("search", "numérique").stdout
    again = run("load", str(SEEDS))
    assert again.exit_code == 1
    assert "it names somebody who was taken down" in again.stderr
    (listed,) = decisions(run)
    assert (listed["decision"], listed["subject"], listed["number"]) == ("takedown", "person", 1)
    back = run("unsuppress", "1", "--reason", "withdrawn")
    assert back.exit_code == 0
    assert "load the files again" in back.stdout
    assert "import a file of them" in back.stdout
    assert run("load", str(SEEDS)).exit_code == 0
    assert len(articles(run)) == 5


def test_undo_takes_nothing_beside_its_number(run: Run) -> None:
    which = articles(run)[0]["article_id"]
    run("correct", "article", which, "section", "Villes", *WHY)
    refused = run("correct", "article", which, "section", "Ports", "--undo", "1", *WHY)
    assert (refused.exit_code, "nothing beside it" in refused.stderr) == (2, True)
    assert [decision["value"] for decision in decisions(run)] == ["Villes"]


@pytest.mark.parametrize(("content", "why"), [(None, "No such file"), (b"\xff\xfe\xe9", "no text in UTF-8")])
def test_file_of_decisions_that_cannot_be_read_is_refused_with_the_reason(
    run: Run, tmp_path: Path, content: bytes | None, why: str
) -> None:
    path = tmp_path / "decisions.jsonl"
    if content is not None:
        path.write_bytes(content)
    refused = run("decisions", "import", str(path))
    assert (refused.exit_code, why in refused.stderr) == (1, True)


def test_decisions_go_through_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    run("correct", "article", articles(run)[0]["article_id"], "section", "Villes", *WHY)
    assert run("decisions", "export", str(path)).exit_code == 0
    assert run("decisions", "export", "-").stdout == path.read_text(encoding="utf-8")
    taken = run("decisions", "import", str(path))
    assert taken.stdout == "0 new, 0 changed, 1 unchanged; 0 taken down.\n"


def test_a_name_that_was_taken_down_is_refused_in_a_correction_and_withheld_by_an_import(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "decisions.jsonl"
    correction = ("correct", "article", articles(run)[0]["article_id"], "section", "Carnets de Nadia Alami", *WHY)
    assert run(*correction).exit_code == 0
    run("decisions", "export", str(path))
    gone = run("suppress", "person", "Nadia Alami", "--reason", "request 7")
    assert gone.stdout.splitlines() == [
        "Takedown 1: 0 articles and 0 files are gone.",
        "1 correction or judgement went with them.",
    ]
    assert [decision["decision"] for decision in decisions(run)] == ["takedown"]
    refused = run(*correction)
    assert refused.exit_code != 0
    assert "names somebody who was taken down" in refused.stderr
    assert "newsdb unsuppress 1" in refused.stderr
    first, second, remedy = run("decisions", "import", str(path)).stdout.splitlines()
    assert first == "0 new, 0 changed, 0 unchanged; 0 taken down."
    assert second == "1 withheld: they are about what was taken down, or name somebody who was."
    assert "after `newsdb unsuppress`" in remedy
    run("unsuppress", "1", "--reason", "withdrawn")
    assert run("decisions", "import", str(path)).stdout == "1 new, 0 changed, 0 unchanged; 0 taken down.\n"


@pytest.mark.parametrize("place", ["nowhere/decisions.jsonl", "."])
def test_decisions_that_cannot_be_written_are_one_sentence(run: Run, tmp_path: Path, place: str) -> None:
    refused = run("decisions", "export", str(tmp_path / place))
    assert refused.exit_code == 1
    assert "the file cannot be written" in refused.stderr
    assert "give a file in a folder that is there" in refused.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("correct", "article", "1", *WHY), "or --undo NUMBER"),
        (("correct", "article", "1", "section", "x", *WHY), "no article by that id"),
        (("correct", "article", "1", "title", "x", *WHY), "choose one of headline"),
        (("suppress", "person", "Himmi", *WHY), "full name"),
        (("decisions", "import", "nowhere.jsonl"), "check the path"),
        (("unsuppress", "1", *WHY), "no such takedown"),
    ],
)
def test_a_wrong_decision_is_one_sentence(run: Run, arguments: tuple[str, ...], sentence: str) -> None:
    refused = run(*arguments)
    assert refused.exit_code != 0
    assert sentence in refused.stderr
