"""One hash of all data tables: equal digests mean equal data, whatever the order of loading and the server."""

import hashlib

from psycopg import sql
from sqlalchemy import Connection

from newsdb.models.base import SCHEMA, Base
from newsdb.models.catalogue import DATA_TABLES

# Contents are covered by the hash beside them, and the words of a search index by the text; only the text
# is the same on every version of PostgreSQL.
LEFT_OUT = {("source_file", "content"), ("article_text", "body"), ("article_version", "search_vector")}

SETTINGS = (
    "client_encoding = 'UTF8'",
    "DateStyle = 'ISO, YMD'",
    "TimeZone = 'UTC'",
    "bytea_output = 'hex'",
    "extra_float_digits = 1",
)


def digest(connection: Connection) -> str:
    """The SHA-256, in hex, over the rows of all data tables by table, key and column name; `load_*` is left out."""
    cursor = connection.connection.cursor()
    total = hashlib.sha256()
    for setting in SETTINGS:
        cursor.execute(f"SET LOCAL {setting}")
    for name in sorted(DATA_TABLES):
        total.update(name.encode())
        with cursor.copy(_select(name)) as copy:
            for data in copy:
                total.update(data)
    return total.hexdigest()


def _select(name: str) -> sql.Composed:
    table = Base.metadata.tables[f"{SCHEMA}.{name}"]
    columns = sorted(column.name for column in table.columns if (name, column.name) not in LEFT_OUT)
    return sql.SQL("COPY (SELECT {} FROM {} ORDER BY {}) TO STDOUT").format(
        sql.SQL(", ").join(map(sql.Identifier, columns)),
        sql.Identifier(SCHEMA, name),
        sql.SQL(", ").join(sql.Identifier(column.name) for column in table.primary_key.columns),
    )
