"""`newsdb formats`, `--map`, and records on the command line."""

import json
from pathlib import Path

from newsdb.reading import list_formats
from tests.cli.calls import run_command
from tests.reading.test_exports import as_csv
from tests.reading.test_feeds import item, rss
from tests.seeds import ROOT


def test_every_format_is_listed_with_how_it_is_recognised() -> None:
    printed = run_command("formats")
    assert printed.exit_code == 0
    for name, holds, told_by in list_formats():
        assert any(line.startswith(name) and holds in line and told_by in line for line in printed.stdout.splitlines())
    listed = json.loads(run_command("formats", "--json").stdout)
    assert len(listed) == len(list_formats())


def test_every_format_has_a_row_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme[readme.index("### What can be read") : readme.index("## The database")].lower()
    words = {
        "feed or sitemap": "feeds",
        "news message": "newsmessage",
        "crawled page": "crawls",
        "feed item": "feeds",
        "export": "news-please",
    }
    for name, _, _ in list_formats():
        for word in words.get(name, name.lower()).split(", "):
            assert word in table, name


def test_records_are_extracted_and_refused_with_their_places(tmp_path: Path) -> None:
    (tmp_path / "f.xml").write_bytes(rss(item(), "<item><link>https://phare.example/vide</link></item>"))
    printed = run_command("extract", str(tmp_path))
    assert printed.exit_code == 1
    [article] = map(json.loads, printed.stdout.splitlines())
    assert article["source"] == "f.xml#item 1"
    assert f"rejected {tmp_path}/f.xml#item 2: no headline and no body; " in printed.stderr


def test_columns_are_named_on_the_command_line(tmp_path: Path, database_url: str) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(as_csv({"T1": "La digue tient", "T2": "La digue tient bon, a dit Omar Zed."}))
    options = ("--map", "headline=T1", "--map", "body=T2")
    [article] = map(json.loads, run_command("extract", *options, str(table)).stdout.splitlines())
    assert article["article"]["headline"] == "La digue tient"
    assert "1 file: 1 new" in run_command("load", *options, str(table), "--url", database_url).stdout
    wrong = run_command("extract", "--map", "titre", str(table))
    assert wrong.exit_code == 2
    assert "--map titre: it is not field=column" in wrong.stderr
