"""Records as a stream from the server, and the same rows as Arrow tables and frames; the records are in `records`."""

import importlib.util
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

import psycopg
from sqlalchemy import Connection

from newsdb.errors import WrongParameter
from newsdb.lazy import OptionalLibrary
from newsdb.reports import frames
from newsdb.reports.planning import ids_of_names, planned_anew
from newsdb.reports.records import EXPRESSIONS, SOURCES, column_types, where
from newsdb.reports.runner import EXAMPLES, PARSERS

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
else:
    # Whoever asks for the signatures of a program must get them, also where an extra is not installed.
    pandas, polars, pyarrow = map(OptionalLibrary, ("pandas", "polars", "pyarrow"))

Record = TypeVar("Record")
Connecting = Callable[[], AbstractContextManager[Connection]]

# Rows fetched at a time, so that a million quotes need no memory.
PAGE = 500
# Casts that give Arrow from the server the types that it has from records.
SERVER_TYPES = {"text": "text", "integer": "int8", "number": "float8", "date": "date", "boolean": "bool"}


# Filters that are no texts: how they are written, and of what type they are.
TYPED_FILTERS: Mapping[str, tuple[str, tuple[type, ...]]] = {
    "since": ("date", (date,)),
    "until": ("date", (date,)),
    "min_confidence": ("number", (int, float, Decimal)),
}


def read_filters(filters: Mapping[str, object]) -> dict[str, object]:
    """The filters that are given; a day or number may be written as on a command line. Raises WrongParameter."""
    return {name: _read_filter(name, given) for name, given in filters.items() if given is not None}


def _read_filter(name: str, given: object) -> object:
    written, types = TYPED_FILTERS.get(name, ("text", (str,)))
    try:
        value = PARSERS[written](given) if isinstance(given, str) else given
        if not isinstance(value, types):
            raise ValueError(given)
    except ValueError as error:
        what = f"{given!r} is no value for it"
        raise WrongParameter(what, where=name, remedy=f"write {EXAMPLES[written]}") from error
    return value


@dataclass(frozen=True, slots=True)
class Question(Generic[Record]):
    """Which records are asked for: their kind and the filters."""

    kind: type[Record]
    filters: Mapping[str, object]

    def statement(self, connection: Connection, columns: str) -> tuple[str, dict[str, object]]:
        """The SELECT of these columns, with its parameters."""
        view, order = SOURCES[self.kind]
        values = {**self.filters, **ids_of_names(connection, self.filters)}
        return f"SELECT {columns} FROM report.{view}{where(connection, self.filters)} ORDER BY {order}", values


class Records(Iterator[Record]):
    """Records one after another, fetched from the server as they are asked for; once read through they are spent.

    `to_arrow`, `to_pandas` and `to_polars` ask for the same rows anew, all at once.
    """

    def __init__(self, question: Question[Record], connecting: Connecting, url: str | None) -> None:
        self._question = question
        self._connecting = connecting
        self._url = url
        self._rows = self._stream()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Record:
        return next(self._rows)

    def close(self) -> None:
        """Give the connection back before the last record."""
        self._rows.close()

    def to_arrow(self) -> "pyarrow.Table":
        """The rows as an Arrow table, ids as text. Needs newsdb[arrow], else MissingExtra.

        Through ADBC where that is installed and no connection was lent: then no row is ever a Python object.
        """
        if self._url is not None and importlib.util.find_spec("adbc_driver_postgresql") is not None:
            return self._from_server(self._url)
        with self._connecting() as connection:
            types = column_types(self._question.kind)
            rows = self._execute(connection, _columns(self._question.kind), {})
            return frames.arrow_table(list(types), list(types.values()), rows)

    def to_pandas(self) -> "pandas.DataFrame":
        """The rows as a pandas frame. Needs newsdb[pandas], else MissingExtra."""
        return frames.to_pandas(self.to_arrow())

    def to_polars(self) -> "polars.DataFrame":
        """The rows as a polars frame. Needs newsdb[polars], else MissingExtra."""
        return frames.to_polars(self.to_arrow())

    def _stream(self) -> Generator[Record, None, None]:
        with self._connecting() as connection:
            driver = connection.connection.driver_connection
            # Without a transaction there is no cursor on the server to fetch from.
            is_paged = not getattr(driver, "autocommit", False)
            make: Callable[..., Record] = self._question.kind
            for row in self._execute(connection, _columns(make), {"yield_per": PAGE} if is_paged else {}):
                yield make(*row)

    def _execute(self, connection: Connection, columns: str, options: Mapping[str, Any]) -> Any:
        statement, given = self._question.statement(connection, columns)
        with planned_anew(connection):
            return connection.exec_driver_sql(statement, given, execution_options=dict(options))

    def _from_server(self, url: str) -> "pyarrow.Table":
        dbapi = frames.require("adbc_driver_postgresql.dbapi", extra="arrow")
        with self._connecting() as connection:
            columns = ", ".join(
                f"{name}::{SERVER_TYPES[type_]} AS {name}" for name, type_ in column_types(self._question.kind).items()
            )
            driver = connection.connection.driver_connection
            assert isinstance(driver, psycopg.Connection)
            # ADBC numbers its parameters; psycopg writes them into the statement, quoted as the server wants it.
            statement = psycopg.ClientCursor(driver).mogrify(*self._question.statement(connection, columns))
        with dbapi.connect(url) as connection, connection.cursor() as cursor:
            cursor.execute(statement)
            table = cursor.fetch_arrow_table()
        # Without what ADBC notes of PostgreSQL's types.
        return frames.require("pyarrow", extra="arrow").table(table.columns, names=table.column_names)


def _columns(kind: Any) -> str:
    return ", ".join(EXPRESSIONS.get(field.name, field.name) for field in fields(kind))
