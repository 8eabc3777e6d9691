"""Bring the assets into a Superset, with a database of newsdb behind them that is read as its reader.

`python -m bi.superset.importing` wants NEWSDB_READER_URL (and NEWSDB_READER_PASSWORD, where the URL has none) and
SUPERSET_ADMIN_PASSWORD from the environment, and nothing but the standard library. Imported again, the assets replace
what is there of them.
"""

import argparse
import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from bi.superset.client import Superset, SupersetError

ASSETS = Path(__file__).parent / "assets"
DATABASE = "databases/newsdb.yaml"
# Superset takes the password apart and asks for it where this stands.
MASK = "XXXXXXXXXX"
WANTED = {
    "NEWSDB_READER_URL": "newsdb grant reader prints it",
    "SUPERSET_ADMIN_PASSWORD": "it is that of the user in Superset",
}
ADDRESS = re.compile(r"^sqlalchemy_uri: .*$", re.MULTILINE)


def driver_uri(reader: SplitResult, password: str) -> str:
    """Where the database is, and as whom to read it, in the words of SQLAlchemy 1.4; with a password, or a mask."""
    query = f"?{reader.query}" if reader.query else ""
    login, _, host = reader.netloc.rpartition("@")
    return f"postgresql+psycopg2://{login.partition(':')[0]}:{password}@{host}{reader.path}{query}"


def bundle_assets(reader_url: str) -> bytes:
    """The assets as Superset exports them, a ZIP file, with the reader's address put in."""
    uri = driver_uri(urlsplit(reader_url), MASK)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as bundle:
        for path in sorted(ASSETS.rglob("*.yaml")):
            name = path.relative_to(ASSETS).as_posix()
            content = path.read_text(encoding="utf-8")
            if name == DATABASE:
                content = ADDRESS.sub(lambda _: f"sqlalchemy_uri: {json.dumps(uri)}", content)
            bundle.writestr(f"newsdb/{name}", content)
    return written.getvalue()


def import_assets(superset: Superset, reader_url: str, password: str) -> None:
    """SupersetError where Superset finds no database at the address, or takes an asset for none."""
    # An import is taken without a look at the database; its charts alone would fail.
    uri = driver_uri(urlsplit(reader_url), quote(password, safe=""))
    superset.post("database/test_connection/", {"database_name": "newsdb", "sqlalchemy_uri": uri})
    fields = {"passwords": json.dumps({DATABASE: password})}
    superset.upload("assets/import/", bundle_assets(reader_url), fields)


def password_of_reader(reader_url: str) -> str:
    """The one in the URL, else that of the environment, which needs no quoting."""
    given = urlsplit(reader_url).password
    return os.environ.get("NEWSDB_READER_PASSWORD", "") if given is None else unquote(given)


def list_faults(superset: str, environment: Mapping[str, str]) -> list[str]:
    """What is missing or cannot be meant, each with what to do; in words that never hold a password."""
    faults = [f"{name} is not set: export it first; {it}" for name, it in WANTED.items() if not environment.get(name)]
    if fault := fault_of_address(superset, ("http", "https")):
        faults.append(f"--superset {fault}; write it as http://127.0.0.1:8088")
    reader_url = environment.get("NEWSDB_READER_URL")
    if reader_url and (fault := fault_of_address(reader_url, ("postgresql", "postgres")) or fault_of_login(reader_url)):
        faults.append(f"NEWSDB_READER_URL {fault}; newsdb grant reader prints one that is whole")
    return faults


def fault_of_address(address: str, schemes: tuple[str, ...]) -> str | None:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        # Not in the words of the error, which may be a piece of the password.
        return "cannot be read: its port is no number, or its password has a / that is not written %2F"
    if parts.scheme not in schemes:
        return f"does not begin with {schemes[0]}://"
    # PostgreSQL's socket is told by an option.
    return None if host or "host" in parse_qs(parts.query) else "names no host"


def fault_of_login(address: str) -> str | None:
    return None if urlsplit(address).username else "names no user"


def main() -> int:
    parser = argparse.ArgumentParser(description="Bring the newsdb dashboard into a Superset.")
    parser.add_argument("--superset", default="http://127.0.0.1:8088", help="its address (%(default)s)")
    parser.add_argument("--user", default="admin", help="who imports (%(default)s)")
    options = parser.parse_args()
    if faults := list_faults(options.superset, os.environ):
        print(*faults, sep="\n", file=sys.stderr)
        return 2
    reader_url = os.environ["NEWSDB_READER_URL"]
    try:
        superset = Superset(options.superset, options.user, os.environ["SUPERSET_ADMIN_PASSWORD"])
        import_assets(superset, reader_url, password_of_reader(reader_url))
    except SupersetError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The dashboard is at {options.superset.rstrip('/')}/superset/dashboard/newsdb/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
