"""Keep one PostgreSQL server running for this user: start, stop, status; its folder is made in `cluster`.

The server outlives the command that started it. Which process may start or stop it is settled by a lock on a file.
"""

import contextlib
import os
import random
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from newsdb.config import Settings
from newsdb.database.binaries import Binaries, find_binaries
from newsdb.database.cluster import DATABASE, ROLE, Cluster, log_tail, make_cluster, make_folder, run
from newsdb.database.processes import processes_in
from newsdb.errors import NoServer

ADDRESS = "127.0.0.1"
# Below the range from which systems lend ports to outgoing connections, so that ours is still free next time.
PORTS = range(20000, 32000)
READY_SECONDS = 60
ORPHAN_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Server:
    """A running embedded server; `url` holds the password, so it is left out of the repr."""

    url: str = field(repr=False)
    data_folder: Path
    port: int
    version: str
    binaries: Path
    pid: int


def start(settings: Settings) -> Server:
    """The running server, started (and its folder made) when there is none; NoServer if it cannot be had."""
    if sys.platform == "win32":
        raise NoServer(
            "the embedded server does not run on Windows yet",
            where="embedded server",
            remedy="give the URL of a PostgreSQL server with --url or NEWSDB_URL",
        )
    running = status(settings)
    if running is not None:
        return running
    cluster = Cluster.of(settings)
    with _os_errors(cluster), _locked(cluster):
        # Another process may have started it while this one waited for the lock.
        return status(settings) or _start(cluster, settings)


def stop(settings: Settings) -> bool:
    """Stop the server; False when none was running. Sessions are ended first gently, then not."""
    cluster = Cluster.of(settings)
    if not cluster.data.exists():
        return False
    with _os_errors(cluster), _locked(cluster):
        pid = _postmaster(cluster)
        if pid is None:
            return False
        for how, patience in ((signal.SIGINT, 20.0), (signal.SIGQUIT, 10.0)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, how)
            if _wait_until(lambda: _postmaster(cluster) is None, patience):
                return True
    raise NoServer(f"process {pid} does not stop", where=str(cluster.data), remedy=f"run `kill -9 {pid}`")


def status(settings: Settings) -> Server | None:
    """The server if it runs and takes our password, else None."""
    cluster = Cluster.of(settings)
    with _os_errors(cluster):
        written = _pid_and_port(cluster)
        if written is None:
            return None
        pid, port = written
        # Without TLS, whatever PGSSLMODE says for the user's other servers: nothing leaves this machine.
        url = f"postgresql://{ROLE}:{cluster.password()}@{ADDRESS}:{port}/{DATABASE}?sslmode=disable"
        version = _version_behind(url, cluster)
        if version is None:
            return None
        return Server(url, cluster.data, port, version, _binaries_in_use(cluster), pid)


def _pid_and_port(cluster: Cluster) -> tuple[int, int] | None:
    """What the server wrote when it started; it may have died since."""
    try:
        lines = (cluster.data / "postmaster.pid").read_text().splitlines()
        return int(lines[0]), int(lines[3])
    except (FileNotFoundError, ValueError, IndexError):
        return None


def _version_behind(url: str, cluster: Cluster) -> str | None:
    """The version of the server that takes this URL. No other server would: the password is random."""
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            return (connection.info.parameter_status("server_version") or "").split(" ")[0]
    except psycopg.OperationalError as error:
        # Full, and so running; the first message is for all, the second for those who are not superusers.
        if "too many clients" in str(error) or "connection slots" in str(error):
            return str(cluster.major())
        return None


def _binaries_in_use(cluster: Cluster) -> Path:
    """The folder of the program that runs, from the command line that it wrote down."""
    command = (cluster.data / "postmaster.opts").read_text()
    return Path(command.split(' "')[0]).parent


def _start(cluster: Cluster, settings: Settings) -> Server:
    if _postmaster(cluster) is None:
        binaries = _fitting_binaries(cluster, settings)
        if cluster.major() is None:
            make_cluster(cluster, binaries)
        _clear_after_crash(cluster)
        _launch(cluster, binaries)
    # Else it is there without answering: it comes up, or recovers from the loss of one of its processes.
    if _wait_until(lambda: status(settings) is not None, READY_SECONDS):
        server = status(settings)
        if server is not None:
            return server
    raise NoServer(
        f"the server runs without answering after {READY_SECONDS} s ({log_tail(cluster)})",
        where=str(cluster.log),
        remedy="wait for its recovery and try again, or run `newsdb down`",
    )


def _fitting_binaries(cluster: Cluster, settings: Settings) -> Binaries:
    """Binaries for the data folder as it is: PostgreSQL reads no data of another major version."""
    major = cluster.major()
    if major is None:
        return find_binaries(settings)
    try:
        return find_binaries(settings, major)
    except NoServer as error:
        raise NoServer(
            f"this folder was made by PostgreSQL {major}, and there are {error.what}",
            where=str(cluster.data),
            remedy=f"name the bin folder of PostgreSQL {major} in NEWSDB_BINARIES; to change to another version, "
            f'dump with it (pg_dump "$(newsdb url)" > newsdb.sql), run `newsdb down`, move {cluster.folder} away, '
            "unset NEWSDB_BINARIES, run `newsdb up` and restore with psql",
        ) from error


def _launch(cluster: Cluster, binaries: Binaries) -> None:
    """pg_ctl start on the port used before, or another where that is taken, even between choice and start."""
    for attempts_left in (2, 1, 0):
        port = _choose_port(cluster)
        options = ["-w", "-t", str(READY_SECONDS), "-o", f"-p {port}"]
        try:
            run(cluster, cluster.data, [binaries.folder / "pg_ctl", "start", "-D", ".", *options])
        except NoServer:
            if attempts_left == 0 or _is_free(port):
                raise
        else:
            cluster.port_file.write_text(f"{port}\n")
            return


def _choose_port(cluster: Cluster) -> int:
    with contextlib.suppress(FileNotFoundError, ValueError):
        kept = int(cluster.port_file.read_text())
        if _is_free(kept):
            return kept
    shuffled = random.SystemRandom().sample(PORTS, 200)
    return next((port for port in shuffled if _is_free(port)), PORTS[0])


def _is_free(port: int) -> bool:
    with socket.socket() as listener:
        # As PostgreSQL does: connections that linger after their end do not count.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def _clear_after_crash(cluster: Cluster) -> None:
    """Make way after a killed server: wait for what is left of it, then remove its pid file.

    PostgreSQL refuses to start while any process has the number in that file, be it a stranger's or a zombie's.
    """
    if not _wait_until(lambda: not processes_in(cluster.data).certain, ORPHAN_SECONDS):
        numbers = " ".join(str(pid) for pid in processes_in(cluster.data).certain)
        raise NoServer(
            "sessions of a server that was killed still work in its folder",
            where=str(cluster.data),
            remedy=f"wait for their end or run `kill -QUIT {numbers}`, then try again",
        )
    if not processes_in(cluster.data).possible:
        (cluster.data / "postmaster.pid").unlink(missing_ok=True)


def _postmaster(cluster: Cluster) -> int | None:
    """The number of the living server process; whether it answers is another question."""
    written = _pid_and_port(cluster)
    if written is None:
        return None
    pid, _port = written
    found = processes_in(cluster.data)
    return pid if pid in found.certain or pid in found.possible else None


def _wait_until(holds: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


@contextlib.contextmanager
def _locked(cluster: Cluster) -> Iterator[None]:
    """Alone among the processes that start or stop this server; the lock goes with the process that holds it."""
    import fcntl  # not on Windows, where `start` has refused before

    make_folder(cluster)
    with cluster.lock_file.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def _os_errors(cluster: Cluster) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NoServer(
            f"the folder of the embedded server cannot be used: {error}",
            where=str(cluster.folder),
            remedy="choose another folder with NEWSDB_HOME, or give the URL of a server with --url or NEWSDB_URL",
        ) from error
