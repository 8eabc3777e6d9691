"""What the program that brings the dashboard into a Superset says where it cannot: what, where, and what to do next."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bi.superset.client import Superset, SupersetError
from tests.bi.superset_server import free_port, run_import

READER_URL = "postgresql://reader:s%2Fcret@127.0.0.1:5432/newsdb"
ALL = {"NEWSDB_READER_URL": READER_URL, "SUPERSET_ADMIN_PASSWORD": "chosen"}
NOWHERE = "http://127.0.0.1:9"
ANSWERS = {
    "page": (200, b"<!doctype html>Welcome"),
    "json": (200, b"{}"),
    "list": (200, b"[]"),
    "gone": (404, b"?"),
}


class OtherPage(BaseHTTPRequestHandler):
    """Some other program at the address of Superset: each path answers what its address begins with."""

    def do_POST(self) -> None:
        status, content = ANSWERS[self.path.split("/")[1]]
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def other_program() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), OtherPage) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("localhost:8088", "does not begin with http://"),
        ("ftp://localhost:8088", "does not begin with http://"),
        ("http://", "names no host"),
        ("http://:8088", "names no host"),
        ("http://localhost:port", "cannot be read"),
        ("http://[::1", "cannot be read"),
    ],
)
def test_an_address_that_is_none_is_refused_before_anything_is_sent(address: str, fault: str) -> None:
    done = run_import(address, ALL)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"--superset {fault}")
    assert done.stderr.endswith("; write it as http://127.0.0.1:8088\n")


@pytest.mark.parametrize(
    ("reader_url", "fault"),
    [
        ("reader@localhost/newsdb", "does not begin with postgresql://"),
        ("postgresql://reader@/newsdb", "names no host"),
        ("postgresql://localhost/newsdb", "names no user"),
        ("postgresql://reader:s/cret@localhost/newsdb", "cannot be read"),
    ],
)
def test_a_reader_that_is_none_is_refused_without_telling_its_password(reader_url: str, fault: str) -> None:
    done = run_import(NOWHERE, {**ALL, "NEWSDB_READER_URL": reader_url})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"NEWSDB_READER_URL {fault}")
    assert done.stderr.endswith("; newsdb grant reader prints one that is whole\n")
    assert "cret" not in done.stderr


def test_a_reader_by_the_servers_socket_is_taken() -> None:
    done = run_import(NOWHERE, {**ALL, "NEWSDB_READER_URL": "postgresql://reader@/newsdb?host=/run/postgresql"})
    assert "NEWSDB_READER_URL" not in done.stderr


@pytest.mark.parametrize("missing", ALL)
def test_what_is_not_set_or_empty_is_named(missing: str) -> None:
    without = {name: value for name, value in ALL.items() if name != missing}
    for given in (without, {**without, missing: ""}):
        done = run_import(NOWHERE, given)
        assert done.returncode == 2
        assert done.stderr.startswith(f"{missing} is not set: export it first; ")


def test_a_superset_that_is_stopped_is_named_with_what_to_do() -> None:
    address = f"http://127.0.0.1:{free_port()}"
    done = run_import(address, ALL)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"POST {address}/api/v1/security/login: no answer: ")
    assert done.stderr.endswith("; start Superset, or correct its address\n")


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("page", "the answer is none of Superset's: '<!doctype html>Welcome'"),
        ("list", "the answer is none of Superset's: '[]'"),
        ("json", "the answer has no token"),
        ("gone", "the answer is 404: ?"),
    ],
)
def test_another_program_at_the_address_is_not_taken_for_superset(other_program: str, path: str, answer: str) -> None:
    done = run_import(f"{other_program}/{path}", ALL)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{other_program}/{path}" in done.stderr
    assert done.stderr.endswith(f": {answer}; check the address, a Superset of version 6 should answer there\n")


def test_an_address_that_no_request_can_have_is_an_error_of_superset() -> None:
    with pytest.raises(SupersetError, match=r"^POST localhost:8088/api/v1/security/login: no answer: "):
        Superset("localhost:8088", "admin", "chosen")
