"""Keep a load and its server on some cores of the machine, to see what a core more is good for (Linux)."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Engine, text


def core_count() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def on_cores(engine: Engine, count: int) -> Iterator[bool]:
    """In this block this process, the server of the engine and what both start share `count` cores.

    False where that cannot be had: on other systems than Linux, with a server elsewhere or of another user.
    """
    try:
        server = _server_process(engine)
        own = os.sched_getaffinity(0)
        servers = os.sched_getaffinity(server)
        _keep_on(server, set(sorted(own)[:count]))
    except (AttributeError, OSError):
        yield False
        return
    try:
        yield True
    finally:
        _keep_on(server, servers)
        os.sched_setaffinity(0, own)


def _keep_on(server: int, cores: set[int]) -> None:
    for process in (server, *_children(server), os.getpid()):
        with contextlib.suppress(ProcessLookupError):
            os.sched_setaffinity(process, cores)


def _server_process(engine: Engine) -> int:
    """The process that starts the sessions of the server; OSError where it is not one of this machine."""
    with engine.connect() as connection:
        session = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    if not Path(f"/proc/{session}/cmdline").read_bytes().startswith(b"postgres"):
        raise ProcessLookupError(f"process {session} is no session of a server")
    return _parent(session)


def _children(process: int) -> list[int]:
    children = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if entry.name.isdigit() and _parent(int(entry.name)) == process:
                children.append(int(entry.name))
    return children


def _parent(process: int) -> int:
    # What stands before the last parenthesis is the name, which may hold spaces.
    return int(Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[1])
