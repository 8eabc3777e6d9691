"""`newsdb load` makes the tables of an empty database, says what changed, and fails when a file was refused."""

import json
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb.database.migrations import downgrade
from tests.cli.calls import run_command, run_process
from tests.seeds import SEEDS, seed_files


def test_an_empty_database_gets_its_tables_and_a_second_load_changes_nothing(empty_database_url: str) -> None:
    first = run_command("load", SEEDS, "--url", empty_database_url)
    assert first.exit_code == 0, first.output
    assert "5 files: 5 new, 0 read anew, 0 unchanged, 0 rejected" in first.stdout
    assert "5 articles" in first.stdout
    second = run_command("load", SEEDS, "--url", empty_database_url)
    assert second.exit_code == 0
    assert "5 files: 0 new, 0 read anew, 5 unchanged, 0 rejected" in second.stdout
    assert "Nothing changed." in second.stdout
    assert first.stdout.partition("In the database now")[2] == second.stdout.partition("In the database now")[2]


def test_another_revision_is_refused_with_the_command_that_mends_it(engine: Engine, database_url: str) -> None:
    downgrade(engine, "0006")
    refused = run_command("load", SEEDS, "--url", database_url)
    assert refused.exit_code == 1
    assert "newsdb migrate" in refused.stderr
    assert run_command("migrate", "--url", database_url).exit_code == 0
    assert run_command("load", SEEDS, "--url", database_url).exit_code == 0


def test_a_refused_file_is_named_on_stderr_and_the_others_load(database_url: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_bytes(seed_files()[0].read_bytes())
    loaded = run_command("load", tmp_path, "--url", database_url)
    assert loaded.exit_code == 1
    assert loaded.stderr.startswith(f"rejected {tmp_path / 'empty.txt'}: ")
    assert "1 new" in loaded.stdout
    assert "1 rejected" in loaded.stdout


def test_a_dry_run_writes_nothing(database_url: str, engine: Engine) -> None:
    tried = run_command("load", SEEDS, "--dry-run", "--json", "--url", database_url)
    outcome = json.loads(tried.stdout)
    assert (outcome["inserted"], outcome["dry_run"], outcome["rows"]["article"]) == (5, True, 5)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM newsdb.article")).scalar_one() == 0


def test_a_dry_run_makes_no_tables_in_an_empty_database(empty_database_url: str, empty_engine: Engine) -> None:
    refused = run_command("load", SEEDS, "--dry-run", "--url", empty_database_url)
    assert refused.exit_code == 1
    assert "newsdb migrate" in refused.stderr
    with empty_engine.connect() as connection:
        assert connection.execute(text("SELECT to_regnamespace('newsdb')")).scalar_one() is None


def test_json_counts_every_file_once(database_url: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    loaded = run_command("load", SEEDS, tmp_path, "--json", "--url", database_url)
    outcome = json.loads(loaded.stdout)
    kinds = ("inserted", "updated", "unchanged", "rejected")
    assert outcome["files"] == sum(outcome[kind] for kind in kinds) == 6
    assert outcome["rejections"][0]["error"] == "EmptyFile"


def test_a_process_without_a_terminal_shows_no_progress(database_url: str) -> None:
    loaded = run_process("load", str(SEEDS), "--url", database_url)
    assert (loaded.returncode, loaded.stderr) == (0, "")
    assert "\x1b" not in loaded.stdout


@pytest.mark.parametrize("url", ["postgresql://nobody@127.0.0.1:1/nothing", "mysql://localhost/x"])
def test_a_database_that_cannot_be_used_is_one_sentence_and_exit_1(url: str) -> None:
    refused = run_command("load", SEEDS, "--url", url)
    assert refused.exit_code == 1
    assert refused.stderr.startswith("newsdb: ")
    assert len(refused.stderr.splitlines()) == 1


def test_a_new_name_of_a_known_file_is_a_change(database_url: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_bytes(seed_files()[0].read_bytes())
    assert run_command("load", first, "--url", database_url).exit_code == 0
    first.rename(second)
    renamed = run_command("load", second, "--url", database_url)
    assert "1 file: 0 new, 0 read anew, 1 unchanged, 0 rejected" in renamed.stdout
    assert "1 row written." in renamed.stdout


@pytest.mark.parametrize("command", ["load", "extract"])
def test_an_empty_path_is_not_the_current_folder(command: str) -> None:
    refused = run_command(command, "")
    assert refused.exit_code == 2
    assert "it is empty; name a file or folder" in refused.stderr


def test_whether_a_path_may_be_read_is_asked_when_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    # A closed folder is a rejection like others; typer would refuse the whole command for it.
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    assert run_command("extract", seed_files()[0]).exit_code == 0


def test_an_interrupted_load_says_what_stays(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsdb.api.Database.load", interrupt)
    interrupted = run_command("load", SEEDS, "--url", database_url)
    assert interrupted.exit_code == 130
    assert "what was written before stays" in interrupted.stderr
