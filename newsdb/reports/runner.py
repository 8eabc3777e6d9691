"""Run a named report with its parameters; how the rows are shown is decided in `rendering`."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from newsdb.errors import WrongParameter
from newsdb.reports.catalogue import NamedReport, Parameter, find_report

PARSERS: Mapping[str, Callable[[str], object]] = {
    "text": str,
    "date": date.fromisoformat,
    "integer": int,
    "number": float,
}
# A count of rows; PostgreSQL's integer goes no further.
LARGEST = 2**31 - 1
EXAMPLES = {"text": "words", "date": "a day as 2024-05-01", "integer": "a whole number", "number": "a number as 0.5"}


@dataclass(frozen=True, slots=True)
class Report:
    """The answer to a report: names of the columns, and rows in the same order."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def run_report(connection: Connection, name: str, parameters: Mapping[str, object] | None = None) -> Report:
    """The rows of a report; values may be written as on a command line. UnknownReport, WrongParameter."""
    report = find_report(name)
    result = connection.exec_driver_sql(report.statement, bind_parameters(report, parameters or {}))
    return Report(report.name, tuple(result.keys()), tuple(tuple(row) for row in result))


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
