"""`newsdb extract --explain` says which reader took a file, what it found where and why a field is empty."""

from pathlib import Path

from tests.cli.calls import run_command
from tests.reading.saved_pages import HEADLINE, linked_data, saved_page
from tests.reading.test_archives import make_zip
from tests.reading.test_feeds import item, rss
from tests.seeds import seed_files


def explain(path: Path, page: str) -> str:
    file = path / "page.html"
    file.write_text(page, encoding="utf-8")
    return str(run_command("extract", "--explain", file).stdout)


def test_each_field_of_a_page_names_its_source(tmp_path: Path) -> None:
    head = linked_data(datePublished="2024-03-12T00:30:00Z", author=[{"name": "Nawal Aït Sidi"}])
    printed = explain(tmp_path, saved_page(head=head, above="<p>11 mars 2024</p>"))
    assert "reader        HTML page" in printed
    assert f"{HEADLINE}  (<h1>)" in printed
    assert "2024-03-11  (JSON-LD datePublished «2024-03-12T00:30:00Z», which is 2024-03-11" in printed
    assert "Nawal Aït Sidi  (JSON-LD author; not printed)" in printed


def test_empty_field_says_why(tmp_path: Path) -> None:
    printed = explain(tmp_path, saved_page(above="<p>12 mars 2024</p><p>14 mars 2024</p>"))
    assert "published_on  –  (the page prints several days: 2024-03-12, 2024-03-14)" in printed


def test_field_of_a_page_dump_names_the_part_of_the_text() -> None:
    printed = run_command("extract", "--explain", seed_files()[0]).stdout
    assert "reader        page dump" in printed
    assert "(dateline at " in printed


def test_every_record_of_a_file_is_explained_or_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(make_zip({"page.html": saved_page().encode(), "vide.txt": b"", "f.xml": rss(item(title=""))}))
    outcome = run_command("extract", "--explain", file)
    assert outcome.exit_code == 1
    assert "a.zip!/vide.txt" in outcome.stderr
    page, feed = outcome.stdout.split("a.zip!/f.xml#item 1")
    assert "a.zip!/page.html\n  reader        HTML page" in page
    assert "headline      –  (the record gives no headline)" in feed


def test_file_that_cannot_be_read_is_rejected_with_its_reason(tmp_path: Path) -> None:
    file = tmp_path / "empty.html"
    file.write_text("<html><body></body></html>", encoding="utf-8")
    outcome = run_command("extract", "--explain", file)
    assert outcome.exit_code == 1
    assert "no headline" in outcome.stderr or "no story" in outcome.stderr
