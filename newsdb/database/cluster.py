"""The folder of the embedded server: where its files are, how it is made, and how its programs are run in it."""

import contextlib
import os
import re
import secrets
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from newsdb.config import Settings
from newsdb.database.binaries import Binaries
from newsdb.errors import NoServer

ROLE = "newsdb"
DATABASE = "newsdb"
ROOTLESS = (sys.executable, "-I", "-S", str(Path(__file__).with_name("rootless.py")))
TAIL_LINES = 6
# What a program writes before a fault that ends it; what it says of its end after that explains nothing.
FAULT = re.compile(r"\b(?:FATAL|PANIC|error):")

CONFIGURATION = """
# Written by newsdb. TCP on this machine only: a BI tool can connect, and no path can be too long for a socket.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
password_encryption = 'scram-sha-256'
timezone = 'UTC'
log_timezone = 'UTC'
# Counts over an archive sort and hash in memory, of which each person's own machine has more than the server thinks.
work_mem = '32MB'
"""
# Everybody may make large objects, and only the superuser can forbid it; newsdb has none, and its readers none to make.
SHUT = "".join(
    f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC\n"
    for function in (
        "lo_creat(integer)",
        "lo_create(oid)",
        "lo_from_bytea(oid, bytea)",
        "lo_put(oid, bigint, bytea)",
        "lowrite(integer, bytea)",
        "lo_truncate(integer, integer)",
        "lo_truncate64(integer, bigint)",
        "lo_unlink(oid)",
    )
)
ACCESS = "# Written by newsdb.\nhost all all 127.0.0.1/32 scram-sha-256\n"


@dataclass(frozen=True, slots=True)
class Cluster:
    """The files of one embedded server, below `home/server`."""

    folder: Path

    @classmethod
    def of(cls, settings: Settings) -> "Cluster":
        return cls(settings.home / "server")

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def password_file(self) -> Path:
        return self.folder / "password"

    @property
    def port_file(self) -> Path:
        return self.folder / "port"

    @property
    def lock_file(self) -> Path:
        return self.folder / "lock"

    def major(self) -> int | None:
        """The major version of the PostgreSQL that made the data folder; None when there is none yet."""
        try:
            return int((self.data / "PG_VERSION").read_text().split(".")[0])
        except FileNotFoundError:
            return None

    def password(self) -> str:
        try:
            return self.password_file.read_text().strip()
        except FileNotFoundError as error:
            raise NoServer(
                "the password of the embedded server is missing",
                where=str(self.password_file),
                remedy=f"put the file back, or move {self.folder} away to begin with an empty server",
            ) from error


def make_folder(cluster: Cluster) -> None:
    """The folder above the data, for its owner alone."""
    cluster.folder.mkdir(parents=True, exist_ok=True)
    cluster.folder.chmod(0o700)


def make_cluster(cluster: Cluster, binaries: Binaries) -> None:
    """Make the data folder with role, password and database; under its own name only once it is whole."""
    unfinished = cluster.folder / "data.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    password = _write_password(cluster)
    _initialise(cluster, binaries, unfinished)
    with (unfinished / "postgresql.conf").open("a") as configuration:
        configuration.write(CONFIGURATION)
    (unfinished / "pg_hba.conf").write_text(ACCESS)
    _make_role_and_database(cluster, binaries, unfinished, password)
    unfinished.rename(cluster.data)


def run(
    cluster: Cluster, folder: Path, command: Sequence[str | Path], *, typed: str = "", timeout: float = 120
) -> None:
    """Run one program in a data folder, its output appended to the log; NoServer with the log's tail if it fails.

    The output goes to a file because a server that inherits a pipe would keep its reader waiting for ever. The folder
    is "." to the program because pg_ctl gives its name to a shell, which takes quotes and dollars for its own.
    """
    words = [str(word) for word in command]
    before = cluster.log.stat().st_size if cluster.log.exists() else 0
    if os.geteuid() == 0:
        words = [*ROOTLESS, *words]
    with cluster.log.open("ab") as log:
        try:
            subprocess.run(
                words,
                cwd=folder,
                env=_environment(),
                input=typed.encode(),
                stdout=log,
                stderr=log,
                timeout=timeout,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise _failed(cluster, Path(command[0]), since=before) from error


def _environment() -> dict[str, str]:
    # PGDATA, PGPORT and the like belong to the user's other servers.
    return {name: value for name, value in os.environ.items() if not name.startswith("PG")}


def _write_password(cluster: Cluster) -> str:
    password = secrets.token_urlsafe(24)
    with contextlib.suppress(FileNotFoundError):
        cluster.password_file.unlink()
    descriptor = os.open(cluster.password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(f"{password}\n")
    return password


def _initialise(cluster: Cluster, binaries: Binaries, folder: Path) -> None:
    """initdb in UTF-8, sorted by code point, with the case folding of C.UTF-8 (É, Œ) as far as the version has it."""
    # A C library without C.UTF-8 is rare, and telling beforehand costs as much as the second try.
    for character_type in ("C.UTF-8", "C"):
        folder.mkdir(mode=0o700)
        options = ["--encoding=UTF8", "--locale=C", f"--lc-ctype={character_type}"]
        if binaries.major >= 17:
            options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        options += ["--username=postgres", "--auth=trust", "--no-instructions"]
        try:
            return run(cluster, folder, [binaries.folder / "initdb", "-D", ".", *options])
        except NoServer:
            shutil.rmtree(folder, ignore_errors=True)
            if character_type == "C":
                raise
    return None


def _make_role_and_database(cluster: Cluster, binaries: Binaries, folder: Path, password: str) -> None:
    """By a lone process without a server; the superuser gets no password, so nobody can log in as that one."""
    run(
        cluster,
        folder,
        # In the template, so that the database is made with what is forbidden there.
        [binaries.folder / "postgres", "--single", "-D", ".", "-c", "exit_on_error=on", "template1"],
        typed=f"{SHUT}CREATE ROLE {ROLE} LOGIN CREATEDB CREATEROLE PASSWORD '{password}'\n"
        f"CREATE DATABASE {DATABASE} OWNER {ROLE}\n",
    )


def _failed(cluster: Cluster, program: Path, *, since: int) -> NoServer:
    return NoServer(
        f"{program.name} failed ({log_tail(cluster, since=since)})",
        where=str(cluster.log),
        remedy=f"mend what the log says (free space, permissions of {cluster.folder} and of {program}), choose "
        "another folder with NEWSDB_HOME, or give the URL of a server with --url or NEWSDB_URL",
    )


def log_tail(cluster: Cluster, *, since: int = 0) -> str:
    """The last lines that were logged after the byte `since`, in one line; of errors, where there are any."""
    with cluster.log.open("rb") as log:
        log.seek(since)
        lines = [line.strip() for line in log.read().decode(errors="replace").split("\n") if line.strip()]
    errors = [line for line in lines if FAULT.search(line)]
    return " / ".join((errors or lines)[-TAIL_LINES:]) or "nothing logged"
