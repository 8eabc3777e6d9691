"""`newsdb up`, `url`, `status` and `down` on an embedded server in a folder of the test's own."""

import os
from pathlib import Path

import pytest

from tests.cli.calls import run_command, run_process


@pytest.fixture(autouse=True)
def _home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("NEWSDB_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("NEWSDB_HOME", str(tmp_path))


def test_the_embedded_server_starts_tells_its_url_and_stops() -> None:
    assert "not running" in run_command("status").stdout
    try:
        # A process of its own, which the server outlives.
        assert run_process("up").returncode == 0
        url = run_command("url").stdout.strip()
        assert url.startswith("postgresql://")
        assert "newsdb migrate" in run_command("status").stdout
        migrated = run_command("migrate")
        assert migrated.exit_code == 0
        assert url.rpartition("@")[0].rpartition(":")[2] not in migrated.stdout, "the password is nobody's to see"
    finally:
        stopped = run_command("down")
    assert "has stopped" in stopped.stdout
    assert "was not running" in run_command("down").stdout
