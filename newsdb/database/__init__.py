"""The door to PostgreSQL: a URL that was given, or else the embedded server, and the engine on it."""

from dataclasses import dataclass, field
from typing import Literal

from sqlalchemy import Engine

from newsdb.config import Settings
from newsdb.database import embedded
from newsdb.database.embedded import Server
from newsdb.database.engine import check_server, describe_url, libpq_url, make_engine, normalise_url

Origin = Literal["--url", "NEWSDB_URL", "embedded"]

__all__ = ["OpenDatabase", "Origin", "Server", "open_database"]


@dataclass(frozen=True, slots=True)
class OpenDatabase:
    """An engine on a server that answered; `url` is for psql and BI tools and holds the password."""

    engine: Engine
    origin: Origin
    url: str = field(repr=False)
    server: Server | None = None
    """The embedded server, where it is the one used."""

    def describe(self) -> str:
        """Which server was used and why, for people: no password."""
        where = describe_url(self.engine.url)
        if self.server is None:
            return f"{where} (from {self.origin})"
        return f"{where} (embedded PostgreSQL {self.server.version} in {self.server.data_folder})"


def open_database(url: str | None, settings: Settings) -> OpenDatabase:
    """Open `url`, else the URL of the settings, else the embedded server, which is started if need be.

    A URL that does not work is NoServer, never a reason to use another server. The schema is not looked at:
    see `migrations.require_current`.
    """
    if url is not None:
        return _open(url, "--url")
    if settings.url is not None:
        return _open(settings.url, "NEWSDB_URL")
    server = embedded.start(settings)
    return _open(server.url, "embedded", server)


def _open(url: str, origin: Origin, server: Server | None = None) -> OpenDatabase:
    engine = make_engine(normalise_url(url))
    check_server(engine)
    return OpenDatabase(engine, origin, libpq_url(url), server)
