"""`newsdb up`, `url`, `status` and `down` on an embedded server in a folder of the test's own."""

import os
from pathlib import Path

import pytest

from tests.cli.calls import run_process


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NEWSDB_")}
    return {**kept, "NEWSDB_HOME": str(tmp_path)}


def test_the_embedded_server_starts_tells_its_url_and_stops(environment: dict[str, str]) -> None:
    assert "not running" in run_process("status", environment=environment).stdout
    try:
        assert run_process("up", environment=environment).returncode == 0
        url = run_process("url", environment=environment).stdout.strip()
        assert url.startswith("postgresql://")
        assert "newsdb migrate" in run_process("status", environment=environment).stdout
        migrated = run_process("migrate", environment=environment)
        assert migrated.returncode == 0
        assert url.rpartition("@")[0].rpartition(":")[2] not in migrated.stdout, "the password is nobody's to see"
    finally:
        stopped = run_process("down", environment=environment)
    assert "has stopped" in stopped.stdout
    assert "was not running" in run_process("down", environment=environment).stdout
