"""The profiles of docker-compose.yml: BI tools of known versions, open to nobody else, behind a reader made for them.

No engine is wanted: the script that makes the reader is run here to its end, those of Superset and Grafana to where
they refuse to start, and the client, where there is one, reads the file.
"""

import os
import re
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import URL

import newsdb
from newsdb.database.engine import libpq_url, make_engine
from newsdb.database.readers import drop_reader, reader_url
from tests.bi.conftest import PASSWORD
from tests.bi.test_grafana import provisioned
from tests.seeds import ROOT
from tests.test_compose import FILE, compose_command

SERVICES: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["services"]
TOOLS = ("superset", "grafana", "metabase")
ONE_SHOTS = ("reader", "superset-assets")


def script_of(service: str) -> str:
    """What its shell runs, with the dollars as the container gets them."""
    assert SERVICES[service]["entrypoint"] == ["sh", "-ec"]
    (script,) = SERVICES[service]["command"]
    return str(script).replace("$$", "$")


def run_script(script: str, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    plain = {name: os.environ[name] for name in ("HOME", "LD_LIBRARY_PATH", "PYTHONPATH") if name in os.environ}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    command = ["sh", "-ec", script]
    return subprocess.run(command, env={**plain, "PATH": path, **environment}, capture_output=True, text=True)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_runs_only_with_its_profile_and_after_the_reader_was_made(tool: str) -> None:
    assert SERVICES[tool]["profiles"] == [tool]
    assert tool in SERVICES["reader"]["profiles"]
    assert SERVICES[tool]["depends_on"] == {"reader": {"condition": "service_completed_successfully"}}
    assert SERVICES["reader"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}


@pytest.mark.parametrize("service", SERVICES)
def test_ports_are_open_on_this_machine_only(service: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[service].get("ports", []))


@pytest.mark.parametrize("service", SERVICES)
def test_every_image_has_at_least_a_major_version(service: str) -> None:
    image = SERVICES[service].get("image")
    assert image or SERVICES[service]["build"]
    assert image is None or re.fullmatch(r"[\w/.-]+:v?\d[\d.]*", image)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_is_pinned_to_one_release(tool: str) -> None:
    # PostgreSQL and Python get the fixes of their branch; a tool's release is the one that the files were made for.
    assert re.fullmatch(r"[\w/.-]+:v?\d+\.\d+\.\d+", SERVICES[tool]["image"])


def test_an_image_is_built_for_one_service_and_never_pulled_for_another() -> None:
    built = [service["build"] for service in SERVICES.values() if "build" in service]
    assert len(set(built)) == len(built)
    assert SERVICES["superset-assets"]["image"] == SERVICES["superset"]["image"]
    assert SERVICES["superset-assets"]["pull_policy"] == "never"
    assert SERVICES["superset-assets"]["depends_on"] == {"superset": {"condition": "service_healthy"}}


@pytest.mark.parametrize("dockerfile", ["Dockerfile", "bi/superset/Dockerfile"])
def test_what_is_built_is_of_a_known_minor_version_of_python_and_copies_what_is_there(dockerfile: str) -> None:
    path = ROOT / dockerfile
    instructions = [line.split() for line in path.read_text(encoding="utf-8").splitlines()]
    (base,) = (words[1] for words in instructions if words[:1] == ["FROM"])
    assert re.fullmatch(r"python:3\.11-slim-\w+", base)
    ignored = (path.parent / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for words in instructions:
        if words[:1] == ["COPY"]:
            assert all((path.parent / source).exists() and f"!{source}" in ignored for source in words[1:-1])


@pytest.mark.parametrize("service", [name for name in SERVICES if name not in ONE_SHOTS])
def test_what_goes_on_running_says_how_it_is(service: str) -> None:
    assert SERVICES[service]["healthcheck"]["test"][0] == "CMD"
    assert SERVICES[service]["restart"] == "unless-stopped"


@pytest.mark.parametrize("service", SERVICES)
def test_secrets_come_from_the_environment(service: str) -> None:
    given = SERVICES[service].get("environment", {})
    secrets = {name: value for name, value in given.items() if re.search("PASS|SECRET", name)}
    assert all(re.fullmatch(r"\$\{\w+:(-|\?.+)\}", value) for value in secrets.values())
    assert not any(re.search(r"://[^/]*:[^/]*@", str(value)) for value in given.values())


@pytest.mark.parametrize("service", SERVICES)
def test_folders_that_are_mounted_are_there_and_cannot_be_written_to(service: str) -> None:
    for volume in SERVICES[service].get("volumes", []):
        source, _, mode = volume.split(":") if volume.count(":") == 2 else (*volume.split(":"), "")
        if source.startswith("."):
            assert (ROOT / source).is_dir()
            assert mode == "ro"


@pytest.mark.parametrize(
    ("script", "wanted"),
    [
        (script_of("reader"), "NEWSDB_READER_PASSWORD"),
        (script_of("grafana"), "GRAFANA_ADMIN_PASSWORD"),
    ],
)
def test_a_container_without_its_password_says_which_and_ends(script: str, wanted: str) -> None:
    done = run_script(script, {})
    assert done.returncode != 0
    assert wanted in done.stderr


@pytest.mark.parametrize("missing", ["SUPERSET_HOME", "SUPERSET_SECRET_KEY", "SUPERSET_ADMIN_PASSWORD"])
def test_superset_insists_on_its_secrets(missing: str) -> None:
    chosen = {"SUPERSET_HOME": "x", "SUPERSET_SECRET_KEY": "x", "SUPERSET_ADMIN_PASSWORD": "x", missing: ""}
    done = run_script(f"exec {ROOT / 'bi' / 'superset' / 'start'}", chosen)
    assert done.returncode != 0
    assert f"{missing}: " in done.stderr


@pytest.fixture
def reader(empty_database_url: str) -> Iterator[URL]:
    """The reader that the container makes, in a database that newsdb has never touched."""
    name = f"reader_{uuid.uuid4().hex[:12]}"
    owner = make_engine(empty_database_url)
    # As in the file, the owner's password is beside the URL, where it needs no quoting.
    address = libpq_url(reader_url(owner.url, str(owner.url.username), None))
    given = {"NEWSDB_URL": address, "PGPASSWORD": str(owner.url.password), "NEWSDB_READER_PASSWORD": PASSWORD}
    script = script_of("reader").replace("grant reader reader", f"grant reader {name}")
    for _ in range(2):
        done = run_script(script, given)
        assert done.returncode == 0, done.stderr
    yield reader_url(owner.url, name, PASSWORD)
    drop_reader(owner, name)
    owner.dispose()


def test_the_reader_that_the_container_makes_reads_the_reports(reader: URL) -> None:
    with newsdb.connect(libpq_url(reader)) as database:
        assert database.report("most_quoted").rows == ()


def test_grafana_gets_all_that_its_files_ask_of_the_environment() -> None:
    asked = re.findall(r"\$(NEWSDB_\w+)", yaml.dump([provisioned("datasources"), provisioned("dashboards")]))
    given = SERVICES["grafana"]["environment"]
    assert set(asked) <= set(given)
    assert f"./bi/grafana/dashboards:{given['NEWSDB_DASHBOARDS']}:ro" in SERVICES["grafana"]["volumes"]


@pytest.mark.parametrize("profile", TOOLS)
def test_compose_reads_the_file_with_a_profile(profile: str) -> None:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("NEWSDB_")}
    command = [*compose_command(), "--file", str(FILE), "--profile", profile, "config"]
    environment = plain | {"NEWSDB_PASSWORD": "chosen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert profile in yaml.safe_load(done.stdout)["services"]
