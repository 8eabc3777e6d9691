"""A Superset of its own for the tests: its environment made, started by bi/superset/start, filled, and stopped."""

import contextlib
import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from bi.superset.environment import make_environment
from tests.seeds import ROOT

START = ROOT / "bi" / "superset" / "start"
PATIENCE = 240


@dataclass(frozen=True)
class Server:
    """Where Superset is, and the password of its user `admin`."""

    address: str
    password: str


@contextlib.contextmanager
def running_superset(folder: Path) -> Iterator[Server]:
    """One with its own database in the folder, on a free port; its log is server.log there."""
    server = Server(f"http://127.0.0.1:{free_port()}", secrets.token_urlsafe())
    environment = {
        **os.environ,
        "PATH": f"{make_environment()}{os.pathsep}{os.environ['PATH']}",
        "SUPERSET_HOME": str(folder),
        "SUPERSET_SECRET_KEY": secrets.token_urlsafe(42),
        "SUPERSET_ADMIN_PASSWORD": server.password,
        "SUPERSET_BIND": server.address.removeprefix("http://"),
    }
    # The tests' own modules are of no use to it.
    environment.pop("PYTHONPATH", None)
    with (folder / "server.log").open("w") as log:
        process = subprocess.Popen([START], env=environment, stdout=log, stderr=log)
    try:
        await_health(server, process, folder / "server.log")
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def await_health(server: Server, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Until it answers; AssertionError with the end of its log where it never does."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError), urlopen(f"{server.address}/health", timeout=5) as answer:
            if answer.read() == b"OK":
                return
        time.sleep(1)
    raise AssertionError(f"Superset did not start:\n{log.read_text()[-3000:]}")


def run_import(superset: str, given: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    """The program that brings the assets there; of newsdb and Superset its environment has what is given alone."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSDB_", "SUPERSET_"))}
    command = [sys.executable, "-m", "bi.superset.importing", "--superset", superset]
    return subprocess.run(command, env={**plain, **given}, cwd=ROOT, capture_output=True, text=True)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
