"""Logins that read the reports and nothing else: made, mended and checked; asking for a password is left to cli."""

from dataclasses import dataclass, field
from typing import LiteralString

import psycopg
from psycopg import sql
from sqlalchemy import URL, Connection, Engine, text

from newsdb.database.engine import describe_url, driver_errors
from newsdb.database.migrations import require_current
from newsdb.errors import DatabaseError

SCHEMA = "report"
TABLES = "newsdb"
LONGEST_NAME = 63
# What a session of the reader begins with. A session may change these, so that no promise rests on them alone.
SETTINGS: dict[LiteralString, str] = {
    "default_transaction_read_only": "on",
    "idle_in_transaction_session_timeout": "10min",
    "lock_timeout": "5s",
    "search_path": SCHEMA,
}
# Each is a SELECT of what the role may still do that a reader must not, in words.
OPEN_DOORS = """
    SELECT 'make temporary tables' WHERE has_database_privilege(:name, current_database(), 'TEMPORARY')
    UNION ALL
    SELECT 'make schemas' WHERE has_database_privilege(:name, current_database(), 'CREATE')
    UNION ALL
    SELECT 'make things in schema ' || nspname FROM pg_namespace WHERE has_schema_privilege(:name, oid, 'CREATE')
    UNION ALL
    SELECT 'write to ' || c.oid::regclass FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND has_schema_privilege(:name, n.oid, 'USAGE')
        AND has_table_privilege(:name, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
    UNION ALL
    SELECT 'act as ' || r.rolname FROM pg_roles AS r WHERE r.rolname <> :name AND pg_has_role(:name, r.oid, 'MEMBER')
    ORDER BY 1
"""
ROLE = """
    SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS is_powerful,
        EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid) AS is_member,
        EXISTS (SELECT FROM pg_shdepend WHERE refclassid = 'pg_authid'::regclass AND refobjid = r.oid AND deptype = 'o')
            AS is_owner
    FROM pg_roles AS r WHERE rolname = :name
"""
# Where else it has rights, which can only be taken away there.
OTHER_DATABASES = """
    SELECT DISTINCT d.datname::text FROM pg_shdepend AS s
    JOIN pg_roles AS r ON r.oid = s.refobjid AND s.refclassid = 'pg_authid'::regclass
    JOIN pg_database AS d ON d.oid = s.dbid
    WHERE r.rolname = :name AND d.datname <> current_database() ORDER BY 1
"""
# Large objects have no schema whose door could be shut; each of these makes or changes one.
LARGE_OBJECT_WRITERS = "lo_creat lo_create lo_from_bytea lo_put lowrite lo_truncate lo_truncate64 lo_unlink"
LARGE_OBJECTS = f"""
    SELECT p.oid::regprocedure::text FROM pg_proc AS p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace
        AND p.proname = ANY (string_to_array('{LARGE_OBJECT_WRITERS}', ' '))
        AND has_function_privilege(:name, p.oid, 'EXECUTE')
"""


@dataclass(frozen=True, slots=True)
class Reader:
    """A login that was granted the reports; `password` is the one set now, None where the old one was kept."""

    name: str
    is_new: bool
    password: str | None = field(repr=False)
    makes_large_objects: bool
    """Whether it could make large objects: only a superuser can forbid that. They are in no table and no report."""


def grant_reader(
    engine: Engine, name: str, password: str | None, *, with_tables: bool = False, timeout: int = 60
) -> Reader:
    """Make or mend a login that reads schema `report`, and with `with_tables` the tables of schema `newsdb`.

    A password of None keeps the old one. In one transaction: at its end the login can do nothing else, or nothing
    was changed and DatabaseError says what it still could. `timeout` is in seconds a statement.
    """
    where = describe_url(engine.url)
    with driver_errors(where), engine.begin() as connection:
        require_current(connection)
        is_new = _check_name(connection, name, where)
        _make_login(connection, name, password, is_new=is_new, timeout=timeout)
        _shut_doors(connection, name)
        _open_reports(connection, name, with_tables=with_tables)
        left = list(connection.execute(text(OPEN_DOORS), {"name": name}).scalars())
        if left:
            raise DatabaseError(
                f"{name} could still {', '.join(left)}",
                where=where,
                remedy="connect as the owner of the database, or take the right from PUBLIC; nothing was changed",
            )
        return Reader(name, is_new, password, _makes_large_objects(connection, name))


def drop_reader(engine: Engine, name: str) -> tuple[str, ...]:
    """Take a reader's rights in this database away, and the login with them unless other databases know it.

    Returns the names of these; DatabaseError where there is no reader of that name.
    """
    where = describe_url(engine.url)
    with driver_errors(where), engine.begin() as connection:
        if _check_name(connection, name, where):
            raise DatabaseError(f"there is no reader {name}", where=where, remedy="see the names with \\du in psql")
        # Who is no superuser drops what belongs to a role as one of its members.
        if not _is_superuser(connection):
            _run(connection, "GRANT {name} TO CURRENT_USER", name)
        _run(connection, "DROP OWNED BY {name}", name)
        elsewhere = tuple(connection.execute(text(OTHER_DATABASES), {"name": name}).scalars())
        if not elsewhere:
            _run(connection, "DROP ROLE {name}", name)
        elif not _is_superuser(connection):
            _run(connection, "REVOKE {name} FROM CURRENT_USER", name)
        return elsewhere


def reader_url(url: URL, name: str, password: str | None) -> URL:
    """The owner's URL for the reader: with its own name, and never with the owner's password."""
    return URL.create(url.drivername, name, password, url.host, url.port, url.database, url.query)


def is_login(engine: Engine, name: str) -> bool:
    """Whether there is a role of that name."""
    with driver_errors(describe_url(engine.url)), engine.connect() as connection:
        return connection.execute(text(ROLE), {"name": name}).first() is not None


def _check_name(connection: Connection, name: str, where: str) -> bool:
    """Whether the role is to be made; DatabaseError for a name that is none, or is of somebody with other rights."""
    remedy = "choose another name for the reader"
    if not 0 < len(name.encode()) <= LONGEST_NAME or name.startswith("pg_") or name in ("public", "none"):
        raise DatabaseError(f"{name!r} can be no name of a login", where=where, remedy=remedy)
    role = connection.execute(text(ROLE), {"name": name}).first()
    if role is None:
        return True
    if role.is_powerful or role.is_member or role.is_owner:
        what = "has rights of its own" if role.is_powerful or role.is_member else "owns something"
        raise DatabaseError(f"{name} is there already and {what}", where=where, remedy=remedy)
    return False


def _make_login(connection: Connection, name: str, password: str | None, *, is_new: bool, timeout: int) -> None:
    if is_new:
        _run(connection, "CREATE ROLE {name} LOGIN NOINHERIT", name)
        _run(connection, "COMMENT ON ROLE {name} IS 'Reads the reports of newsdb and nothing else.'", name)
    else:
        _run(connection, "ALTER ROLE {name} LOGIN NOINHERIT", name)
    if password is not None:
        # Hashed here, so that neither the log of the server nor who reads its traffic meets the password.
        verifier = _driver(connection).pgconn.encrypt_password(password.encode(), name.encode(), b"scram-sha-256")
        _run(connection, "ALTER ROLE {name} PASSWORD {value}", name, verifier.decode())
    for setting, value in {**SETTINGS, "statement_timeout": f"{timeout}s"}.items():
        _run(connection, f"ALTER ROLE {{name}} SET {setting} = {{value}}", name, value)


def _shut_doors(connection: Connection, name: str) -> None:
    """Take away what an earlier grant gave, and what PostgreSQL gives to everybody."""
    for schema in (SCHEMA, TABLES):
        _run(connection, f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {{name}}", name)
        _run(connection, f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA {schema} FROM {{name}}", name)
        _run(connection, f"REVOKE ALL ON SCHEMA {schema} FROM {{name}}", name)
        _run(connection, f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} REVOKE ALL ON TABLES FROM {{name}}", name)
        _run(connection, f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} REVOKE ALL ON FUNCTIONS FROM {{name}}", name)
    _run(connection, "REVOKE ALL ON DATABASE {database} FROM {name}", name)
    # Loading stages its rows in temporary tables: whoever can revoke this is the owner, who goes on loading.
    _run(connection, "REVOKE TEMPORARY, CREATE ON DATABASE {database} FROM PUBLIC", name)
    _run(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC", name)
    if _is_superuser(connection):
        for function in list(connection.execute(text(LARGE_OBJECTS), {"name": name}).scalars()):
            connection.exec_driver_sql(f"REVOKE EXECUTE ON FUNCTION {function} FROM PUBLIC")


def _open_reports(connection: Connection, name: str, *, with_tables: bool) -> None:
    _run(connection, "GRANT CONNECT ON DATABASE {database} TO {name}", name)
    for schema in (SCHEMA, TABLES) if with_tables else (SCHEMA,):
        _run(connection, f"GRANT USAGE ON SCHEMA {schema} TO {{name}}", name)
        _run(connection, f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {{name}}", name)
        # So that a migration that makes a view anew does not take it from the readers.
        _run(connection, f"ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT ON TABLES TO {{name}}", name)
    _run(connection, f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA {SCHEMA} TO {{name}}", name)
    _run(connection, f"ALTER DEFAULT PRIVILEGES IN SCHEMA {SCHEMA} GRANT EXECUTE ON FUNCTIONS TO {{name}}", name)


def _makes_large_objects(connection: Connection, name: str) -> bool:
    return connection.execute(text(LARGE_OBJECTS), {"name": name}).first() is not None


def _is_superuser(connection: Connection) -> bool:
    return bool(connection.exec_driver_sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").scalar_one())


def _run(connection: Connection, statement: LiteralString, name: str, value: str = "") -> None:
    """A statement on a role, whose names are quoted as names and whose value as a value."""
    driver = _driver(connection)
    database = sql.Identifier(driver.info.dbname)
    parts = {"name": sql.Identifier(name), "value": sql.Literal(value), "database": database}
    driver.execute(sql.SQL(statement).format(**parts))


def _driver(connection: Connection) -> "psycopg.Connection[object]":
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    return driver
