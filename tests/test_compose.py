"""docker-compose.yml gives a server that is healthy, lasting, and open to nobody else."""

import functools
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

FILE = Path(__file__).parents[1] / "docker-compose.yml"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def server(compose: dict[str, Any]) -> dict[str, Any]:
    return compose["services"]["postgres"]


def test_the_password_must_come_from_the_environment(server: dict[str, Any]) -> None:
    assert re.fullmatch(r"\$\{NEWSDB_PASSWORD:\?.+\}", server["environment"]["POSTGRES_PASSWORD"])


def test_the_port_is_open_on_this_machine_only(server: dict[str, Any]) -> None:
    assert server["ports"]
    assert all(port.startswith("127.0.0.1:") for port in server["ports"])


def test_the_data_are_in_a_named_volume_where_the_image_keeps_them(
    compose: dict[str, Any], server: dict[str, Any]
) -> None:
    major = int(server["image"].split(":")[1].split(".")[0])
    # The image moved its volume in version 18; mounted at the old place, the data would go with the container.
    place = "/var/lib/postgresql" if major >= 18 else "/var/lib/postgresql/data"
    assert [volume.split(":") for volume in server["volumes"]] == [["newsdb-data", place]]
    assert "newsdb-data" in compose["volumes"]


def test_the_health_check_asks_the_database_that_is_made(server: dict[str, Any]) -> None:
    program, *options = server["healthcheck"]["test"][1:]
    made = server["environment"]
    assert program == "pg_isready"
    assert {f"--username={made['POSTGRES_USER']}", f"--dbname={made['POSTGRES_DB']}"} <= set(options)


def test_the_server_sorts_and_folds_as_the_embedded_one(server: dict[str, Any]) -> None:
    assert "--builtin-locale=C.UTF-8" in server["environment"]["POSTGRES_INITDB_ARGS"]


@functools.cache
def compose_command() -> list[str]:
    """`docker compose`, else the older `docker-compose`; both read the file without an engine. Without one, a skip."""
    for command in (["docker", "compose"], ["docker-compose"]):
        if shutil.which(command[0]) and not subprocess.run([*command, "version"], capture_output=True).returncode:
            return command
    pytest.skip("no compose client here to read the file")


def test_compose_reads_the_file_and_insists_on_a_password() -> None:
    command = [*compose_command(), "--file", str(FILE), "config", "--quiet"]
    plain = {name: value for name, value in os.environ.items() if not name.startswith("NEWSDB_")}
    without = subprocess.run(command, env=plain, capture_output=True, text=True, check=False)
    assert without.returncode != 0
    assert "NEWSDB_PASSWORD" in without.stderr
    chosen = subprocess.run(command, env=plain | {"NEWSDB_PASSWORD": "chosen"}, check=False)
    assert chosen.returncode == 0
