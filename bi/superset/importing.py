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
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from bi.superset.client import Superset, SupersetError

ASSETS = Path(__file__).parent / "assets"
DATABASE = "databases/newsdb.yaml"
# Superset takes the password apart and asks for it where this stands.
MASK = "XXXXXXXXXX"
ADDRESS = re.compile(r"^sqlalchemy_uri: .*$", re.MULTILINE)


def masked_uri(reader: SplitResult) -> str:
    """Where the database is, and as whom to read it, in the words of SQLAlchemy 1.4 and without the password."""
    query = f"?{reader.query}" if reader.query else ""
    login, _, host = reader.netloc.rpartition("@")
    return f"postgresql+psycopg2://{login.partition(':')[0]}:{MASK}@{host}{reader.path}{query}"


def bundle_assets(reader_url: str) -> bytes:
    """The assets as Superset exports them, a ZIP file, with the reader's address put in."""
    uri = masked_uri(urlsplit(reader_url))
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
    """SupersetError where Superset takes an asset for none, or finds no database at the address."""
    fields = {"passwords": json.dumps({DATABASE: password})}
    superset.upload("assets/import/", bundle_assets(reader_url), fields)


def password_of_reader(reader_url: str) -> str:
    """The one in the URL, else that of the environment, which needs no quoting."""
    given = urlsplit(reader_url).password
    return os.environ.get("NEWSDB_READER_PASSWORD", "") if given is None else unquote(given)


def main() -> int:
    parser = argparse.ArgumentParser(description="Bring the newsdb dashboard into a Superset.")
    parser.add_argument("--superset", default="http://127.0.0.1:8088", help="its address (%(default)s)")
    parser.add_argument("--user", default="admin", help="who imports (%(default)s)")
    options = parser.parse_args()
    try:
        reader_url, admin_password = os.environ["NEWSDB_READER_URL"], os.environ["SUPERSET_ADMIN_PASSWORD"]
    except KeyError as missing:
        print(f"{missing.args[0]} is not set: export it first; newsdb grant reader prints the URL", file=sys.stderr)
        return 2
    try:
        superset = Superset(options.superset, options.user, admin_password)
        import_assets(superset, reader_url, password_of_reader(reader_url))
    except (SupersetError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The dashboard is at {options.superset.rstrip('/')}/superset/dashboard/newsdb/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
