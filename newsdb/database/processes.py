"""See which of PostgreSQL's processes work in a data folder; what that means is decided in `embedded`."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Processes:
    """Numbers of processes: those that work in the folder, and those of which that cannot be told."""

    certain: frozenset[int]
    possible: frozenset[int]


def processes_in(folder: Path) -> Processes:
    """PostgreSQL's processes in that folder. A zombie works nowhere."""
    if not (PROC / "self" / "cwd").exists():
        return Processes(frozenset(), _named_in_pid_file(folder))
    certain: set[int] = set()
    possible: set[int] = set()
    for process in PROC.iterdir():
        # Processes that end while they are looked at do not count.
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            if process.name.isdigit() and _is_postgresql(process):
                seen = _works_in(process, folder)
                if seen is not False:
                    (possible if seen is None else certain).add(int(process.name))
    return Processes(frozenset(certain), frozenset(possible))


def _is_postgresql(process: Path) -> bool:
    """By name: a user's shell may stand in the folder too."""
    return (process / "comm").read_text().startswith("postgres")


def _works_in(process: Path, folder: Path) -> bool | None:
    try:
        return (process / "cwd").samefile(folder)
    except PermissionError:
        # Hidden, in some containers even from root; but the server of another user or group is not ours.
        theirs, ours = process.stat(), folder.stat()
        return None if (theirs.st_uid, theirs.st_gid) == (ours.st_uid, ours.st_gid) else False


def _named_in_pid_file(folder: Path) -> frozenset[int]:
    """All that can be known without /proc: whether the number that the server wrote is that of a living process."""
    try:
        pid = int((folder / "postmaster.pid").read_text().split("\n")[0])
        os.kill(pid, 0)
    except (OSError, ValueError):
        # No file, no such process, or a stranger's.
        return frozenset()
    return frozenset({pid})
