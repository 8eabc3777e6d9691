"""The embedded server on the real thing: started, attached to, stopped, killed, raced for."""

import contextlib
import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from newsdb.config import Settings
from newsdb.database import cluster, embedded
from newsdb.database.cluster import Cluster
from newsdb.errors import NoServer

START = (
    "import sys; from pathlib import Path; from newsdb.config import Settings; from newsdb.database import embedded; "
    "print(embedded.start(Settings(home=Path(sys.argv[1]))).pid)"
)


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """One folder for the tests that need no fresh one; each leaves its server in any state but broken."""
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    yield settings
    embedded.stop(settings)


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Settings]:
    settings = Settings(home=tmp_path / "home")
    yield settings
    embedded.stop(settings)


def ask(url: str, question: str) -> object:
    with psycopg.connect(url, autocommit=True) as connection:
        answer = connection.execute(question)
        row = answer.fetchone() if answer.description else None
        return row[0] if row else None


def test_a_started_server_says_what_it_is(settings: Settings) -> None:
    server = embedded.start(settings)
    assert ask(server.url, "SHOW server_version") == server.version
    assert ask(server.url, "SELECT current_database() || ' of ' || current_user") == "newsdb of newsdb"
    assert (server.binaries / "postgres").is_file()
    assert server.data_folder.is_relative_to(settings.home)
    assert embedded.status(settings) == server


def test_a_second_start_attaches_to_the_running_server(settings: Settings) -> None:
    assert embedded.start(settings) == embedded.start(settings)


def test_the_server_folds_accented_letters_and_sorts_by_code_point(settings: Settings) -> None:
    url = embedded.start(settings).url
    assert ask(url, "SELECT lower('ÉŒÇ')") == "éœç"
    assert ask(url, "SELECT string_agg(x, '' ORDER BY x) FROM unnest(ARRAY['é', 'z', 'Z', 'a']) AS x") == "Zazé"


def test_only_the_owner_may_read_the_password(settings: Settings) -> None:
    embedded.start(settings)
    file = Cluster.of(settings).password_file
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_the_password_is_not_shown_by_the_record(settings: Settings) -> None:
    assert Cluster.of(settings).password() not in repr(embedded.start(settings))


@pytest.mark.parametrize("role", ["newsdb", "postgres"])
def test_nobody_enters_without_the_password(settings: Settings, role: str) -> None:
    port = embedded.start(settings).port
    for password in ("", "wrong"):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(
                host="127.0.0.1", port=port, user=role, dbname="newsdb", password=password, passfile="/dev/null"
            )


def test_the_role_is_no_superuser(settings: Settings) -> None:
    url = embedded.start(settings).url
    assert ask(url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False


def test_large_objects_are_nobodys_to_make(settings: Settings) -> None:
    server = embedded.start(settings)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        ask(server.url, "SELECT lo_create(0)")


def test_down_and_up_keep_data_and_url(settings: Settings) -> None:
    before = embedded.start(settings)
    ask(before.url, "CREATE TABLE IF NOT EXISTS kept AS SELECT 'Rabat' AS town")
    assert embedded.stop(settings)
    assert embedded.status(settings) is None
    after = embedded.start(settings)
    assert after.url == before.url
    assert after.pid != before.pid
    assert ask(after.url, "SELECT town FROM kept") == "Rabat"


def test_stopping_what_does_not_run_says_so(settings: Settings, tmp_path: Path) -> None:
    embedded.stop(settings)
    assert embedded.stop(settings) is False
    assert embedded.stop(Settings(home=tmp_path)) is False
    assert embedded.status(Settings(home=tmp_path)) is None


def test_a_busy_session_does_not_keep_the_server_from_stopping(settings: Settings) -> None:
    with psycopg.connect(embedded.start(settings).url) as connection:
        connection.execute("SELECT 1")
        assert embedded.stop(settings)
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")


def test_a_full_server_still_counts_as_running(settings: Settings) -> None:
    server = embedded.start(settings)
    with contextlib.ExitStack() as connections:
        with pytest.raises(psycopg.OperationalError, match=r"connection slots|too many clients"):
            fill(server.url, connections)
        found = embedded.start(settings)
        assert (found.pid, found.url) == (server.pid, server.url)


def fill(url: str, connections: contextlib.ExitStack) -> None:
    for _ in range(120):
        connections.enter_context(contextlib.closing(psycopg.connect(url)))


def test_a_killed_server_loses_no_acknowledged_row(settings: Settings) -> None:
    server = embedded.start(settings)
    ask(server.url, "CREATE TABLE IF NOT EXISTS acknowledged (number integer)")
    ask(server.url, "TRUNCATE acknowledged")
    done = 0
    with psycopg.connect(server.url, autocommit=True) as connection, ThreadPoolExecutor(1) as killer:
        killed = None
        try:
            for number in range(100_000):
                connection.execute("INSERT INTO acknowledged VALUES (%s)", [number])
                done = number + 1
                if done == 100:
                    killed = killer.submit(os.kill, server.pid, signal.SIGKILL)
        except psycopg.OperationalError:
            pass
    assert killed is not None
    again = embedded.start(settings)
    assert again.pid != server.pid
    assert 100 <= done < 100_000
    # The last one may have been written without its acknowledgement having come through.
    assert ask(again.url, "SELECT count(*) FROM acknowledged") in (done, done + 1)
    assert ask(again.url, "SELECT count(*) - max(number) FROM acknowledged") == 1


def test_a_pid_file_that_names_a_stranger_does_not_keep_the_server_from_starting(settings: Settings) -> None:
    server = embedded.start(settings)
    file = Cluster.of(settings).data / "postmaster.pid"
    lines = file.read_text().split("\n")
    embedded.stop(settings)
    # As after a loss of power, when this number has gone to somebody else since.
    file.write_text("\n".join([str(os.getpid()), *lines[1:]]))
    assert embedded.status(settings) is None
    assert embedded.stop(settings) is False
    assert embedded.start(settings).port == server.port


def test_a_taken_port_is_left_alone_and_another_kept(settings: Settings) -> None:
    taken = embedded.start(settings).port
    embedded.stop(settings)
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", taken))
        other.listen()
        moved = embedded.start(settings).port
    assert moved != taken
    embedded.stop(settings)
    assert embedded.start(settings).port == moved


def test_a_lost_password_is_said(settings: Settings) -> None:
    embedded.start(settings)
    file = Cluster.of(settings).password_file
    password = file.read_text()
    file.unlink()
    with pytest.raises(NoServer, match=r"password: the password .* missing; put the file back"):
        embedded.start(settings)
    file.write_text(password)
    file.chmod(0o600)


def test_data_of_another_major_version_are_refused_with_the_way_out(settings: Settings) -> None:
    embedded.start(settings)
    embedded.stop(settings)
    file = Cluster.of(settings).data / "PG_VERSION"
    version = file.read_text()
    file.write_text("9\n")
    with pytest.raises(NoServer) as raised:
        embedded.start(settings)
    file.write_text(version)
    assert raised.value.where == str(file.parent)
    assert "made by PostgreSQL 9" in raised.value.what
    assert "NEWSDB_BINARIES" in raised.value.remedy
    assert "pg_dump" in raised.value.remedy


def test_eight_processes_racing_on_a_fresh_folder_get_one_server(fresh: Settings) -> None:
    command = [sys.executable, "-c", START, str(fresh.home)]
    racers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(8)]
    pids = {racer.communicate(timeout=600)[0].strip() for racer in racers}
    server = embedded.status(fresh)
    # It also outlived those who started it.
    assert server is not None
    assert pids == {str(server.pid)}


def test_a_deep_home_works_and_an_interrupted_initdb_is_begun_again(tmp_path: Path) -> None:
    # Three times as long as a Unix socket's path may be, with the signs that shells and options trip over.
    settings = Settings(home=tmp_path.joinpath(*['dossier d\'été "100 %" $HOME'] * 12))
    unfinished = Cluster.of(settings).folder / "data.unfinished"
    unfinished.mkdir(parents=True)
    (unfinished / "PG_VERSION").write_text("18\n")
    Cluster.of(settings).password_file.write_text("of the one that was interrupted\n")
    try:
        assert ask(embedded.start(settings).url, "SELECT 1") == 1
        assert not unfinished.exists()
    finally:
        embedded.stop(settings)


def test_a_failing_initdb_shows_the_end_of_its_log_and_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    script = "#!/bin/sh\necho 'postgres (PostgreSQL) 18.6'\n"
    for name in ("postgres", "pg_ctl"):
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)
    (folder / "initdb").write_text("#!/bin/sh\necho 'initdb: error: No space left on device' >&2\nexit 1\n")
    (folder / "initdb").chmod(0o755)
    settings = Settings(home=tmp_path / "home", binaries=folder)
    with pytest.raises(NoServer) as raised:
        embedded.start(settings)
    assert "initdb failed (initdb: error: No space left on device)" in raised.value.what
    assert raised.value.where == str(Cluster.of(settings).log)
    assert "free space" in raised.value.remedy
    assert not list(Cluster.of(settings).folder.glob("data*"))


def test_a_home_that_is_a_file_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("no folder")
    with pytest.raises(NoServer, match="NEWSDB_HOME"):
        embedded.start(Settings(home=home))


def test_windows_is_told_to_give_a_url(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(NoServer, match=r"Windows yet; give the URL"):
        embedded.start(Settings(home=tmp_path))


def test_variables_of_other_servers_do_not_disturb(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, tmp_path: Path
) -> None:
    embedded.stop(settings)
    monkeypatch.setenv("PGSSLMODE", "require")
    monkeypatch.setenv("PGDATA", str(tmp_path))
    monkeypatch.setenv("PGPORT", "1")
    assert ask(embedded.start(settings).url, "SELECT 1") == 1


def test_a_log_tail_is_one_line(tmp_path: Path) -> None:
    made = Cluster(tmp_path)
    made.log.write_text("".join(f"line {number}\n" for number in range(20)))
    assert cluster.log_tail(made) == "line 14 / line 15 / line 16 / line 17 / line 18 / line 19"


def test_a_log_tail_is_of_what_went_wrong_where_the_log_says_so(tmp_path: Path) -> None:
    made = Cluster(tmp_path)
    lines = ["LOG:  starting", "FATAL:  could not write: No space left on device", *["LOG:  shutting down"] * 9]
    made.log.write_text("\n".join(lines))
    assert cluster.log_tail(made) == "FATAL:  could not write: No space left on device"
