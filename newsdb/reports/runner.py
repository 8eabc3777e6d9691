"""Run a named report with its parameters; how the rows are shown is decided in `rendering`."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from newsdb.errors import WrongParameter
from newsdb.lazy import OptionalLibrary
from newsdb.reports import frames
from newsdb.reports.catalogue import NamedReport, Parameter, find_report
from newsdb.reports.frames import ColumnType
from newsdb.reports.planning import ids_of_names, planned_anew

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
else:
    # Whoever asks for the signatures of a program must get them, also where an extra is not installed.
    pandas, polars, pyarrow = map(OptionalLibrary, ("pandas", "polars", "pyarrow"))

PARSERS: Mapping[str, Callable[[str], object]] = {
    "text": str,
    "date": date.fromisoformat,
    "integer": int,
    "number": float,
}
# PostgreSQL's numbers of the types that reports have; all else is text, ids too.
TYPES: Mapping[object, ColumnType] = {
    16: "boolean",
    20: "integer",
    21: "integer",
    23: "integer",
    701: "number",
    1082: "date",
    1184: "instant",
    1700: "number",
}
# A count of rows; PostgreSQL's integer goes no further.
LARGEST = 2**31 - 1
EXAMPLES = {
    "text": "words",
    "date": "a day as 2024-05-01",
    "integer": "a whole number, 0 or more",
    "number": "a number as 0.5",
}


@dataclass(frozen=True, slots=True)
class Report:
    """The answer to a report: names of the columns, and rows in the same order."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    types: tuple[ColumnType, ...] = ()
    """What each column holds, where the database said so: known of a column without rows too."""

    def to_arrow(self) -> "pyarrow.Table":
        """The rows as an Arrow table; ids are text. Needs newsdb[arrow], else MissingExtra."""
        return frames.arrow_table(self.columns, self.types, self.rows)

    def to_pandas(self) -> "pandas.DataFrame":
        """The rows as a pandas frame. Needs newsdb[pandas], else MissingExtra."""
        return frames.to_pandas(self.to_arrow())

    def to_polars(self) -> "polars.DataFrame":
        """The rows as a polars frame. Needs newsdb[polars], else MissingExtra."""
        return frames.to_polars(self.to_arrow())


def run_report(connection: Connection, name: str, parameters: Mapping[str, object] | None = None) -> Report:
    """The rows of a report; values may be written as on a command line. UnknownReport, WrongParameter."""
    report = find_report(name)
    asked = bind_parameters(report, parameters or {})
    with planned_anew(connection):
        result = connection.exec_driver_sql(report.statement, {**asked, **ids_of_names(connection, asked)})
    codes = [column[1] for column in result.cursor.description or ()]
    types = tuple(TYPES.get(code, "text") for code in codes)
    return Report(report.name, tuple(result.keys()), tuple(tuple(row) for row in result), types)


def bind_parameters(report: NamedReport, given: Mapping[str, object]) -> dict[str, object]:
    """A value for every parameter of the report; WrongParameter for one that is unknown, missing or no such value."""
    names = [parameter.name for parameter in report.parameters]
    for name in given:
        if name not in names:
            raise _not_taken(report, name, names)
    return {parameter.name: _value(report, parameter, given.get(parameter.name)) for parameter in report.parameters}


def _value(report: NamedReport, parameter: Parameter, given: object) -> object:
    if given is None and parameter.is_required:
        raise WrongParameter(
            f"the report needs --{parameter.name} ({parameter.help})",
            where=f"report {report.name}",
            remedy=f"give it as --{parameter.name}, or {parameter.name}= in Python",
        )
    value = parameter.default if given is None else given
    try:
        parsed = PARSERS[parameter.type](value) if isinstance(value, str) else value
        if isinstance(parsed, int) and not 0 <= parsed <= LARGEST:
            raise ValueError(value)
        return parsed
    except ValueError as error:
        raise WrongParameter(
            f"{value!r} is no value for --{parameter.name}",
            where=f"report {report.name}",
            remedy=f"write {EXAMPLES[parameter.type]}",
        ) from error


def _not_taken(report: NamedReport, name: str, names: list[str]) -> WrongParameter:
    near = difflib.get_close_matches(name, names, n=1)
    takes = ", ".join(f"--{known}" for known in names) or "no parameters"
    return WrongParameter(
        f"the report takes no --{name}",
        where=f"report {report.name}",
        remedy=f"did you mean --{near[0]}?" if near else f"it takes {takes}",
    )
