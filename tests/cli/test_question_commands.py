"""Reports, search, digest, verify and status on the loaded seeds, and what they say when they are asked wrongly."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb.cli import app
from newsdb.database.engine import make_engine
from newsdb.reports import NamedReport, list_reports
from tests.cli.calls import Call, run_command, run_process
from tests.seeds import ROOT, SEEDS


def test_without_a_name_every_report_is_listed_with_its_parameters() -> None:
    listed = run_command("report").stdout
    for report in list_reports():
        assert report.name in listed
        assert report.description in listed
    assert "--organisation TEXT" in listed


def test_the_list_of_reports_is_printed_in_every_format() -> None:
    names = [report.name for report in list_reports()]
    listed = json.loads(run_command("report", "--format", "json").stdout)
    assert [row["report"] for row in listed] == names
    rows = list(csv.DictReader(io.StringIO(run_command("report", "--format", "csv").stdout)))
    assert [row["report"] for row in rows] == names


def test_parameters_may_stand_before_the_name(newsdb: Call) -> None:
    before = newsdb("report", "--limit", "2", "most_quoted", "--format", "csv")
    assert before.exit_code == 0, before.output
    assert before.stdout == newsdb("report", "most_quoted", "--limit=2", "--format", "csv").stdout


@pytest.mark.parametrize("report", list_reports(), ids=lambda report: report.name)
def test_every_report_prints_csv(newsdb: Call, report: NamedReport) -> None:
    required = [f"--{parameter.name}=Maroc Numeric Cluster" for parameter in report.parameters if parameter.is_required]
    printed = newsdb("report", report.name, *required, "--format", "csv")
    assert printed.exit_code == 0, printed.output
    rows = list(csv.reader(io.StringIO(printed.stdout)))
    assert len({len(row) for row in rows}) == 1


def test_the_leaders_of_an_organisation_come_with_their_words(newsdb: Call) -> None:
    printed = newsdb("report", "leaders", "--organisation", "maroc numéric cluster", "--format", "json")
    people = {row["person"] for row in json.loads(printed.stdout)}
    assert {"Mehdi Kettani", "Mokhtar Tazi", "Ihsane Himmi"} <= people


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("most_quotted",), "did you mean most_quoted"),
        (("leaders",), "needs --organisation"),
        (("most_quoted", "--limit", "many"), "write a whole number"),
        (("most_quoted", "--limit"), "--limit needs a value"),
        (("most_quoted", "stray"), "stray is not expected here"),
        (("--limit", "2"), "name the report"),
        (("most_quoted", "--format", "xml"), "xml"),
    ],
)
def test_a_wrong_question_is_a_usage_error(newsdb: Call, arguments: tuple[str, ...], sentence: str) -> None:
    # The URL first, so that an option without a value stays the last word.
    url = newsdb("url").stdout.strip()
    refused = run_command("report", "--url", url, *arguments)
    assert refused.exit_code == 2
    assert sentence in refused.stderr


def test_search_marks_the_words_as_printed(newsdb: Call) -> None:
    found = newsdb("search", "CYBERSECURITE")
    assert found.exit_code == 0
    assert "*cybersécurité*" in found.stdout
    assert "outlet unknown, day unknown" in found.stdout


def test_search_takes_phrases_and_exclusions(newsdb: Call) -> None:
    hits = json.loads(newsdb("search", '"plateforme open source"', "--json").stdout)
    assert [hit["published_on"] for hit in hits] == ["2020-10-22"]
    (fragment, *_) = hits[0]["fragments"]
    (start, end) = fragment["highlights"][0]
    assert fragment["text"][start:end] == "plateforme"


def test_search_excludes_words_with_a_minus(newsdb: Call) -> None:
    everything = json.loads(newsdb("search", "numérique", "--json").stdout)
    without = json.loads(newsdb("search", "numérique", "-cybersécurité", "--json").stdout)
    assert len(everything) - len(without) == 1


def test_search_refuses_an_option_that_it_does_not_have(newsdb: Call) -> None:
    refused = newsdb("search", "numérique", "--limt", "1")
    assert refused.exit_code == 2
    assert "No such option: --limt" in refused.stderr


def test_words_that_are_no_utf_8_are_words_that_are_not_found(newsdb: Call) -> None:
    not_utf_8 = os.fsdecode(b"zz\xff")
    assert newsdb("search", not_utf_8).stdout == "Nothing was found.\n"
    asked = newsdb("report", "quotes_of_person", "--person", not_utf_8, "--format", "json")
    assert json.loads(asked.stdout) == []


def test_digest_is_one_hash(newsdb: Call) -> None:
    printed = newsdb("digest").stdout.strip()
    assert len(printed) == 64
    assert newsdb("digest").stdout.strip() == printed


def test_verify_is_content_with_the_seeds(newsdb: Call) -> None:
    verified = newsdb("verify")
    assert (verified.exit_code, verified.stdout) == (0, "Every promise holds.\n")
    assert json.loads(newsdb("verify", "--json").stdout) == []


def test_verify_prints_the_rows_that_break_a_promise(seeded_url: str, seeded: Engine) -> None:
    with seeded.begin() as connection:
        connection.execute(text("DELETE FROM newsdb.text_segment"))
    verified = run_command("verify", "--url", seeded_url)
    assert verified.exit_code == 1
    assert "segments" in verified.stdout


def test_status_counts_rows_and_tells_the_last_load(newsdb: Call) -> None:
    state = json.loads(newsdb("status", "--json").stdout)
    assert state["revision"] == state["head"]
    assert state["rows"]["article"] == 5
    assert state["loads"][0]["inserted"] == 5
    assert state["rejects"] == []
    assert "Last loads" in newsdb("status").stdout


def test_status_of_an_empty_database_names_the_remedy(empty_database_url: str) -> None:
    state = run_command("status", "--url", empty_database_url)
    assert state.exit_code == 0
    assert "run `newsdb migrate`" in state.stdout


def test_status_of_a_later_revision_does_not_advise_a_migration(database_url: str, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE newsdb.alembic_version SET version_num = '9999'"))
    state = run_command("status", "--url", database_url)
    assert "9999; upgrade with" in state.stdout
    assert "newsdb migrate" not in state.stdout
    assert "upgrade" in json.loads(run_command("status", "--json", "--url", database_url).stdout)["remedy"]


def test_status_of_a_database_that_lacks_a_table_is_one_sentence(database_url: str, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE newsdb.load_item"))
    refused = run_command("status", "--url", database_url)
    assert refused.exit_code == 1
    assert refused.stderr.startswith("newsdb: ")


def test_the_url_is_one_that_connects(newsdb: Call) -> None:
    url = newsdb("url").stdout.strip()
    assert url.startswith("postgresql://")
    engine = make_engine(url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM report.article")).scalar_one() == 5
    engine.dispose()


def test_every_command_has_help_with_an_example() -> None:
    for command in app.registered_commands:
        name = command.callback.__name__ if command.callback else ""
        text_of_help = run_command(name, "--help").stdout
        assert "Example: newsdb" in text_of_help or 'psql "$(newsdb url)"' in text_of_help, name


def test_a_reader_who_stops_early_sees_no_error() -> None:
    command = [sys.executable, "-m", "newsdb", "extract", str(SEEDS)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stderr is not None
        # The seeds are more than a pipe holds, so the writer meets the closed end.
        writer.stdout.read(10)
        writer.stdout.close()
        assert writer.stderr.read() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "newsdb", "formats"]
        written = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert written.returncode == 1
    assert written.stderr.startswith("newsdb: the output: no space left")
    assert len(written.stderr.splitlines()) == 1


def test_output_is_utf_8_in_every_locale() -> None:
    plain = {**os.environ, "LC_ALL": "POSIX", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "newsdb", "formats"]
    printed = subprocess.run(command, cwd=ROOT, env=plain, capture_output=True, check=False)
    assert printed.returncode == 0, printed.stderr
    assert "────" in printed.stdout.decode("utf-8")


def test_help_starts_without_the_database() -> None:
    assert run_process("--help").returncode == 0
    heavy = "import sys, newsdb.cli; print([m for m in ('sqlalchemy', 'psycopg', 'rich.table') if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", heavy], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_questions_start_without_readers_extractor_and_migrations(seeds_url: str) -> None:
    """Their import takes as long as all else that a question does."""
    ask = f"""
import sys, newsdb
with newsdb.connect({seeds_url!r}) as database:
    assert database.report("most_quoted").rows and list(database.quotes()) and database.search("numérique")
print([m for m in ("newsdb.reading", "newsdb.extraction", "newsdb.loading.run", "alembic") if m in sys.modules])
"""
    loaded = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"


def test_reports_come_as_pages_in_both_languages_and_as_parquet(newsdb: Call) -> None:
    page = newsdb("report", "most_quoted", "--format", "html", "--lang", "fr").stdout
    assert '<th scope="col">Citations</th>' in page
    overview = newsdb("report", "overview", "--format", "html", "--since", "2016-01-01").stdout
    assert "vegaEmbed" in overview
    assert "1 January 2016" in overview
    assert newsdb("report", "most_quoted", "--format", "parquet").stdout_bytes.startswith(b"PAR1")


def test_an_article_is_shown_with_its_speakers(newsdb: Call) -> None:
    shown = newsdb("show", "traces", "de la france")
    assert shown.exit_code == 0, shown.output
    assert "[1] Ahmed Réda Chami, ministre de l'Industrie" in shown.stdout
    assert "Direct quote; Full name beside the cue; 0.99" in shown.stdout
    assert "\n| Cliquez ici" in shown.stdout
    assert "Citation directe" in newsdb("show", "traces de la france", "--lang", "fr").stdout
    assert '<a href="#fact-1" class="quote"' in newsdb("show", "traces de la france", "--html").stdout


def test_an_article_that_is_not_there_is_a_usage_error(newsdb: Call) -> None:
    refused = newsdb("show", "nulle part")
    assert (refused.exit_code, "there is no such article" in refused.stderr) == (2, True)
