"""The reports there are: a named SQL file each, whose opening comments say what it answers and what it asks for."""

import difflib
import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from newsdb.errors import UnknownReport

ParameterType = Literal["text", "date", "integer", "number"]

FOLDER = Path(__file__).parent / "sql"
# -- :limit (integer, default 20) how many rows
PARAMETER_LINE = re.compile(
    r"-- :(?P<name>\w+) \((?P<type>text|date|integer|number)(?:, (?P<how>optional|default (?P<default>\S+)))?\) "
    r"(?P<help>.+)"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a report asks for; `default` is written as on a command line."""

    name: str
    type: ParameterType
    help: str
    is_required: bool
    default: str | None = None


@dataclass(frozen=True, slots=True)
class NamedReport:
    """A report by name, with the statement that answers it."""

    name: str
    description: str
    parameters: tuple[Parameter, ...]
    statement: str


@functools.cache
def list_reports() -> tuple[NamedReport, ...]:
    """All reports, by name."""
    return tuple(parse_report(path.stem, path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.sql")))


def find_report(name: str) -> NamedReport:
    """The report of that name; hyphens do for underscores. UnknownReport with the nearest names, or all of them."""
    reports = {report.name: report for report in list_reports()}
    wanted = name.replace("-", "_")
    if wanted in reports:
        return reports[wanted]
    near = difflib.get_close_matches(wanted, reports, n=1)
    meant = f"did you mean {near[0]}? All reports: " if near else "choose one of "
    raise UnknownReport("there is no such report", where=f"report {name}", remedy=meant + ", ".join(reports))


def parse_report(name: str, statement: str) -> NamedReport:
    """The report of a file: a line that describes it, then a line for each parameter, then SQL."""
    first, *rest = statement.splitlines()
    lines = [PARAMETER_LINE.fullmatch(line) for line in rest if line.startswith("-- :")]
    if not first.startswith("-- ") or None in lines:
        raise ValueError(f"{name}.sql does not open with a description and well-formed parameters")
    return NamedReport(name, first.removeprefix("-- "), tuple(_parameter(line) for line in lines if line), statement)


def _parameter(line: re.Match[str]) -> Parameter:
    return Parameter(
        line["name"], cast(ParameterType, line["type"]), line["help"], line["how"] is None, line["default"]
    )
