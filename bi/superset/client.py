"""Superset's REST API for programs: log in, get, post, upload; what is asked for is left to others.

With nothing but the standard library, so that it runs in any Python that somebody has beside their Superset.
"""

import json
import uuid
from http.client import HTTPException
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, Request, build_opener

PATIENCE = 120
# Of an answer that is shown: a page in HTML would push the next step out of sight.
SHOWN = 500
NO_SUPERSET = "check the address, a Superset of version 6 should answer there"
NO_DATABASE = "check the address and the password of the database, which Superset itself must reach"
NEXT_STEPS = {
    400: NO_DATABASE,
    401: "check the user and the password",
    403: "log in as a user who may do this, such as an administrator",
    404: NO_SUPERSET,
    422: NO_DATABASE,
}


class SupersetError(Exception):
    """Superset refused a request or did not answer: which request, what came back, and what to do next."""

    def __init__(self, request: str, answer: str, next_step: str) -> None:
        super().__init__(f"{request}: {answer}; {next_step}")


class Superset:
    """A session of one user. Answers come as the JSON that Superset's documentation of its API describes."""

    def __init__(self, address: str, username: str, password: str) -> None:
        self.address = address.rstrip("/")
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self._headers = {"Referer": self.address}
        login = {"username": username, "password": password, "provider": "db", "refresh": False}
        token = self.post("security/login", login).get("access_token")
        if token is None:
            raise SupersetError(f"log in at {self.address}", "the answer has no token", NO_SUPERSET)
        self._headers["Authorization"] = f"Bearer {token}"
        self._headers["X-CSRFToken"] = self.get("security/csrf_token/")["result"]

    def get(self, path: str) -> dict[str, Any]:
        """What is at a path below /api/v1."""
        return self._send("GET", path, None, {})

    def post(self, path: str, body: object) -> dict[str, Any]:
        """Send a JSON body."""
        return self._send("POST", path, json.dumps(body).encode(), {"Content-Type": "application/json"})

    def upload(self, path: str, file: bytes, fields: dict[str, str]) -> dict[str, Any]:
        """Send a ZIP file as the field `bundle`, with fields beside it, as a form."""
        boundary = uuid.uuid4().hex
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        opening = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="bundle"; filename="bundle.zip"\r\n'
            "Content-Type: application/zip\r\n\r\n"
        )
        body = b"".join([*parts, opening.encode(), file, f"\r\n--{boundary}--\r\n".encode()])
        return self._send("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})

    def _send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> dict[str, Any]:
        address = f"{self.address}/api/v1/{path}"
        asked = f"{method} {address}"
        try:
            status, content = self._exchange(Request(address, body, {**self._headers, **headers}, method=method))
        # An address that cannot be one is a ValueError here.
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "reason", error)
            raise SupersetError(asked, f"no answer: {reason}", "start Superset, or correct its address") from error
        said = content.decode(errors="replace")[:SHOWN]
        if status >= 400:
            next_step = NEXT_STEPS.get(status, "the log of Superset says more")
            raise SupersetError(asked, f"the answer is {status}: {said}", next_step)
        answer = read_object(content)
        if answer is None:
            raise SupersetError(asked, f"the answer is none of Superset's: {said!r}", NO_SUPERSET)
        return answer

    def _exchange(self, request: Request) -> tuple[int, bytes]:
        """The status and the content of the answer, refusals included."""
        try:
            answer = self._opener.open(request, timeout=PATIENCE)
        except HTTPError as error:
            answer = error
        with answer:
            return answer.status, answer.read()


def read_object(content: bytes) -> dict[str, Any] | None:
    """The JSON object that the content is; None where it is something else, such as a page."""
    try:
        answer = json.loads(content)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None
