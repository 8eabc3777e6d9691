"""What the README shows is what the code prints: each of its console and Python blocks is run on the loaded seeds."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsdb.cli.app import app
from newsdb.reports import list_reports
from tests.cli.calls import run_command
from tests.documents import BLOCK, environment_of_a_reader, run_page
from tests.seeds import ROOT, SEEDS

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return [content for found, content in BLOCK.findall(README) if found == language]


@pytest.fixture
def reader(seeded_url: str) -> dict[str, str]:
    """The environment of somebody who follows the README: newsdb and psql on the path, the seeds loaded."""
    return environment_of_a_reader(seeded_url)


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.split("\n")[0])
def test_console_block_shows_what_is_printed(reader: dict[str, str], block: str) -> None:
    command, shown = block.removeprefix("$ ").split("\n", 1)
    done = subprocess.run(["bash", "-c", command], env=reader, cwd=ROOT, capture_output=True, text=True, check=True)
    printed = "\n".join(line.rstrip() for line in done.stdout.rstrip().split("\n"))
    assert printed == shown.rstrip()


@pytest.mark.parametrize("block", blocks("python"))
def test_python_block_runs(reader: dict[str, str], block: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", block], env=reader, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("0 5 0\n2011-02-09 ")


# Some twenty processes one after the other.
@pytest.mark.timeout(1800)
def test_tutorial_shows_what_is_printed_from_zero(
    empty_database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEWSDB_READER_PASSWORD", raising=False)
    (tmp_path / "seeds").symlink_to(SEEDS)
    page = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
    assert run_page(page, environment_of_a_reader(empty_database_url), tmp_path) == page
    drawn = {path.name: path.stat().st_size for path in tmp_path.iterdir() if path.is_file()}
    assert set(drawn) == {"article.html", "apercu.html", "quotes.svg"}
    assert all(drawn.values())


def test_page_of_dashboards_shows_what_is_printed_from_zero(empty_database_url: str, tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to(SEEDS)
    page = (ROOT / "docs" / "bi.md").read_text(encoding="utf-8")
    assert run_page(page, environment_of_a_reader(empty_database_url), tmp_path) == page


def test_reference_is_what_the_comments_say(database_url: str) -> None:
    page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert run_command("reference", "--url", database_url).stdout == page


def test_first_two_shell_blocks_are_one_line_each() -> None:
    shell = blocks("shell")
    assert len(shell) == 2
    assert all(block.count("\n") == 1 for block in shell)
    assert "newsdb load seeds/" in shell[0]
    assert "pytest" in shell[1]


def test_every_command_is_in_the_readme_and_has_an_example() -> None:
    for command in app.registered_commands:
        assert command.callback is not None
        assert re.search(rf"^\|.*`{command.callback.__name__}\b", README, re.MULTILINE), command.callback.__name__
        assert command.epilog is not None
        assert re.match(r"Example: .*\bnewsdb ", command.epilog)


def test_changelog_counts_the_reports() -> None:
    numbers = {18: "eighteen", 19: "nineteen", 20: "twenty", 21: "twenty-one", 22: "twenty-two"}
    assert f"{numbers[len(list_reports())]} reports" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [path for path in ROOT.rglob("*.md") if ".venv" not in path.parts], ids=str)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
