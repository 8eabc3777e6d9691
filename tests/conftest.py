"""The PostgreSQL server of the tests and a fresh, migrated database for each test that asks for one.

NEWSDB_TEST_URL names a server; without it a container is used where Docker answers, else the embedded server, so that
no test is ever skipped for want of one. NEWSDB_TEST_BACKEND=container or =embedded makes that choice hard.
"""

import contextlib
import functools
import gc
import os
import shutil
import signal
import tempfile
import time
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings
from psycopg import sql
from sqlalchemy import URL, Engine, text

from newsdb.config import Settings
from newsdb.database import embedded
from newsdb.database.engine import libpq_url, make_engine, normalise_url
from newsdb.database.migrations import upgrade
from newsdb.loading import load
from tests.seeds import SEEDS

IMAGE = "postgres:18"
BACKENDS = ("", "container", "embedded")
MEMORY = Path("/dev/shm")
# Eight times what a server of the tests takes.
MEMORY_WANTED = 1 << 30
END_SESSIONS = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name AND usename = current_user
"""

# How long one example takes says more of the machine than of the code; what must be fast has tests of its own.
settings.register_profile("newsdb", deadline=None)
settings.load_profile("newsdb")


@functools.cache
def chosen_backend() -> str:
    """ "url", "container" or "embedded"."""
    wanted = os.environ.get("NEWSDB_TEST_BACKEND", "")
    if wanted not in BACKENDS:
        raise pytest.UsageError(f"NEWSDB_TEST_BACKEND={wanted}: write container or embedded, or unset it")
    if wanted:
        return wanted
    if os.environ.get("NEWSDB_TEST_URL"):
        return "url"
    return "container" if docker_answers() else "embedded"


def docker_answers() -> bool:
    """Asked with a short patience: left to itself, testcontainers waits a minute for a daemon that hangs."""
    try:
        import docker

        client = docker.from_env(timeout=2)
        try:
            return bool(client.ping())
        finally:
            client.close()
    except Exception:
        # Whatever the reason, the answer is no.
        return False


def pytest_report_header() -> str:
    names = {
        "url": "the server of NEWSDB_TEST_URL",
        "container": f"a container of {IMAGE}",
        "embedded": "the embedded server",
    }
    return f"PostgreSQL: {names[chosen_backend()]}"


def pytest_collection_finish() -> None:
    """Keep the collector of garbage from looking through all tests, which live to the end, again and again."""
    # It took a sixth of the time of those that only read and extract.
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """A server on which the tests may make databases; one for each worker of pytest-xdist."""
    backend = chosen_backend()
    if backend == "url":
        yield normalise_url(os.environ["NEWSDB_TEST_URL"])
    elif backend == "container":
        yield from container_url(tmp_path_factory.mktemp("postgresql"))
    else:
        with folder_in_memory(tmp_path_factory) as folder:
            yield from embedded_url(folder)


@contextlib.contextmanager
def folder_in_memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A new folder for a server that is gone at the end: in memory where there is room, else where pytest has its own.

    A database is a thousand small files; on a disk, making and dropping them takes longer than what most tests do.
    """
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > MEMORY_WANTED:
        with tempfile.TemporaryDirectory(dir=MEMORY, prefix="newsdb_tests_") as folder:
            yield Path(folder)
    else:
        yield tmp_path_factory.mktemp("postgresql")


def container_url(folder: Path) -> Iterator[URL]:
    from testcontainers.community.postgres import PostgresContainer

    container = PostgresContainer(IMAGE, driver="psycopg").with_command("postgres -c fsync=off -c full_page_writes=off")
    try:
        container.start()
    except Exception as error:
        if os.environ.get("NEWSDB_TEST_BACKEND") == "container":
            raise
        warnings.warn(f"the embedded server stands in for the container: {error}", stacklevel=2)
        yield from embedded_url(folder)
        return
    try:
        yield normalise_url(container.get_connection_url())
    finally:
        container.stop()


def embedded_url(folder: Path) -> Iterator[URL]:
    settings = Settings(home=folder)
    server = embedded.start(settings)
    spare_the_disk(server.data_folder)
    url = normalise_url(server.url)
    shorten_logins(url)
    try:
        yield url
    finally:
        embedded.stop(settings)


def spare_the_disk(data_folder: Path) -> None:
    """Let the server wait for no disk: no test pulls the plug, and databases are made and dropped by the hundred."""
    with (data_folder / "postgresql.conf").open("a", encoding="utf-8") as configuration:
        configuration.write("fsync = off\nfull_page_writes = off\nmax_wal_size = 128MB\n")
    os.kill(int((data_folder / "postmaster.pid").read_text().split()[0]), signal.SIGHUP)


def shorten_logins(url: URL) -> None:
    """Let the password be proved by one round of hashing: 4,096 are most of what a client does to connect."""
    with psycopg.connect(libpq_url(url)) as connection:
        connection.execute("SET LOCAL scram_iterations = 1")
        connection.execute(sql.SQL("ALTER ROLE CURRENT_USER PASSWORD {}").format(url.password))


@pytest.fixture(scope="session")
def administrator(server_url: URL) -> Iterator[Engine]:
    """Makes and drops the tests' databases, so it works outside of transactions."""
    engine = make_engine(server_url, application_name="newsdb tests").execution_options(isolation_level="AUTOCOMMIT")
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def template(administrator: Engine) -> Iterator[str]:
    """A migrated database without data, cloned for each test: that is ten times as fast as migrating."""
    with temporary_database(administrator) as name:
        engine = make_engine(administrator.url.set(database=name))
        upgrade(engine)
        # A database that somebody is connected to cannot be cloned.
        engine.dispose()
        yield name


@pytest.fixture
def database_url(administrator: Engine, template: str) -> Iterator[str]:
    """The URL of a fresh, migrated database."""
    with temporary_database(administrator, template) as name:
        yield libpq_url(administrator.url.set(database=name))


@pytest.fixture(scope="session")
def seeded_template(administrator: Engine, template: str) -> Iterator[str]:
    """A database into which the seeds were loaded, cloned for tests that begin there: half a second less for each."""
    with temporary_database(administrator, template) as name:
        with engine_on(administrator, name) as engine:
            assert load(engine, [SEEDS]).inserted == 5
        yield name


@pytest.fixture
def seeded(seeded_url: str) -> Iterator[Engine]:
    """An engine on a database of the test's own that holds the seeds."""
    engine = make_engine(seeded_url, application_name="newsdb tests")
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def shared_seeds(administrator: Engine, seeded_template: str) -> Iterator[Engine]:
    """An engine on a database that holds the seeds, for all tests of a file; they must not write, or take it back."""
    with temporary_database(administrator, seeded_template) as name, engine_on(administrator, name) as engine:
        yield engine


@pytest.fixture
def seeded_url(administrator: Engine, seeded_template: str) -> Iterator[str]:
    """The URL of a database of its own that holds the seeds."""
    with temporary_database(administrator, seeded_template) as name:
        yield libpq_url(administrator.url.set(database=name))


@pytest.fixture
def empty_database_url(administrator: Engine) -> Iterator[str]:
    """The URL of a database that newsdb has never touched."""
    with temporary_database(administrator) as name:
        yield libpq_url(administrator.url.set(database=name))


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on a fresh, migrated database."""
    engine = make_engine(database_url, application_name="newsdb tests")
    yield engine
    engine.dispose()


@pytest.fixture
def empty_engine(empty_database_url: str) -> Iterator[Engine]:
    """An engine on a database that newsdb has never touched."""
    engine = make_engine(empty_database_url, application_name="newsdb tests")
    yield engine
    engine.dispose()


@contextlib.contextmanager
def engine_on(administrator: Engine, name: str) -> Iterator[Engine]:
    """An engine on a database of the tests' server; nobody is connected to it by that afterwards."""
    engine = make_engine(administrator.url.set(database=name), application_name="newsdb tests")
    yield engine
    engine.dispose()


@contextlib.contextmanager
def temporary_database(administrator: Engine, template: str = "template0") -> Iterator[str]:
    """The name of a new database, which is dropped at the end with whoever is still connected to it."""
    name = f"newsdb_test_{uuid.uuid4().hex[:12]}"
    with administrator.connect() as connection:
        # Where no disk is waited for, copying files is half the work of copying pages through the log.
        connection.execute(text(f"CREATE DATABASE {name} STRATEGY FILE_COPY TEMPLATE {template} ENCODING 'UTF8'"))
    try:
        yield name
    finally:
        with administrator.connect() as connection:
            # Not WITH (FORCE), which fails where the server itself is vacuuming there; and asked again until nobody is
            # left, for the server itself looks ten times a second whether a session has ended.
            while connection.execute(text(END_SESSIONS), {"name": name}).all():
                time.sleep(0.002)
            connection.execute(text(f"DROP DATABASE {name}"))
