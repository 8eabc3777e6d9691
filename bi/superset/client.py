"""Superset's REST API for programs: log in, get, post, upload; what is asked for is left to others.

With nothing but the standard library, so that it runs in any Python that somebody has beside their Superset.
"""

import json
import uuid
from http.cookiejar import CookieJar
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, Request, build_opener

PATIENCE = 120


class SupersetError(Exception):
    """Superset refused a request: which, and what it said."""

    def __init__(self, request: str, status: int, answer: str) -> None:
        super().__init__(f"{request}: Superset answers {status}: {answer}")
        self.status = status
        self.answer = answer


class Superset:
    """A session of one user. Answers come as the JSON that Superset's documentation of its API describes."""

    def __init__(self, address: str, username: str, password: str) -> None:
        self.address = address.rstrip("/")
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self._headers = {"Referer": self.address}
        login = {"username": username, "password": password, "provider": "db", "refresh": False}
        self._headers["Authorization"] = f"Bearer {self.post('security/login', login)['access_token']}"
        self._headers["X-CSRFToken"] = self.get("security/csrf_token/")["result"]

    def get(self, path: str) -> Any:
        """What is at a path below /api/v1."""
        return self._send(Request(self._url(path), headers=self._headers))

    def post(self, path: str, body: object) -> Any:
        """Send a JSON body."""
        headers = {**self._headers, "Content-Type": "application/json"}
        return self._send(Request(self._url(path), json.dumps(body).encode(), headers, method="POST"))

    def upload(self, path: str, file: bytes, fields: dict[str, str]) -> Any:
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
        headers = {**self._headers, "Content-Type": f"multipart/form-data; boundary={boundary}"}
        return self._send(Request(self._url(path), body, headers, method="POST"))

    def _url(self, path: str) -> str:
        return f"{self.address}/api/v1/{path}"

    def _send(self, request: Request) -> Any:
        try:
            with self._opener.open(request, timeout=PATIENCE) as answer:
                return json.load(answer)
        except HTTPError as error:
            said = error.read().decode(errors="replace")
            raise SupersetError(f"{request.get_method()} {request.full_url}", error.code, said) from error
