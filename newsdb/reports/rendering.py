"""Show the rows of a report as a table for people, as CSV, JSON, a page or Parquet; pages are laid out in `pages`."""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TextIO, get_args

from newsdb.reports import frames, pages
from newsdb.reports.runner import Report

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

Format = Literal["table", "csv", "json", "html", "parquet"]
FORMATS: tuple[Format, ...] = get_args(Format)

# Up to this width a table is shown side by side where there is no terminal to measure.
PIPE_WIDTH = 160
NARROWEST_PROSE = 30
# Wider than any line, so that a pipe's lines are left whole.
LONGEST_LINE = 1_000_000


def write_report(report: Report, how: Format, stream: TextIO) -> None:
    """Write the report; only a table on a terminal wraps its cells, and nothing ever cuts them."""
    writers: dict[Format, Callable[[Report, TextIO], None]] = {
        "table": write_table,
        "csv": write_csv,
        "json": write_json,
        "html": write_html,
        "parquet": write_parquet,
    }
    writers[how](report, stream)


def write_csv(report: Report, stream: TextIO) -> None:
    """RFC 4180: a header, CRLF at line ends, quotes where needed; what is unknown is an empty field."""
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(report.columns)
    writer.writerows([[cell_text(cell) for cell in row] for row in report.rows])


def write_json(report: Report, stream: TextIO) -> None:
    """One array with an object a row; what is unknown is null, days are ISO 8601."""
    stream.write(json.dumps(json_rows(report), ensure_ascii=False, indent=2) + "\n")


def write_html(report: Report, stream: TextIO) -> None:
    """A page that stands by itself, in English; `pages` has other languages."""
    stream.write(pages.report_page(report, "en") + "\n")


def write_parquet(report: Report, stream: TextIO) -> None:
    """Bytes, below the text of the stream."""
    stream.flush()
    frames.write_parquet(report.to_arrow(), stream.buffer)


def json_rows(report: Report) -> list[dict[str, object]]:
    """The rows as objects of JSON values."""
    return [dict(zip(report.columns, map(json_value, row), strict=True)) for row in report.rows]


def write_table(report: Report, stream: TextIO) -> None:
    """A table where its columns fit side by side, else each row on lines of its own.

    In a pipe nothing is wrapped, coloured or padded at the end of a line.
    """
    from rich.console import Console

    terminal = Console(file=stream, highlight=False)
    width = terminal.width if terminal.is_terminal else PIPE_WIDTH
    layout = _side_by_side(report) if _width_needed(report) <= width else _one_below_another(report)
    if terminal.is_terminal:
        terminal.print(layout)
    else:
        plain = Console(file=io.StringIO(), highlight=False, width=LONGEST_LINE)
        with plain.capture() as captured:
            plain.print(layout)
        stream.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())
    if not report.rows:
        stream.write("(no rows)\n")


def _width_needed(report: Report) -> int:
    """Columns that it takes when long cells are wrapped, but not to shreds."""
    widths = (
        max(len(name), *(len(cell_text(row[column])) for row in report.rows), 0)
        for column, name in enumerate(report.columns)
    )
    return sum(min(width, NARROWEST_PROSE) + 2 for width in widths)


def _side_by_side(report: Report) -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, header_style="bold", pad_edge=False)
    for column, name in enumerate(report.columns):
        is_number = any(isinstance(row[column], int | float | Decimal) for row in report.rows)
        table.add_column(name, justify="right" if is_number else "left", overflow="fold")
    for row in report.rows:
        table.add_row(*map(_cell, row))
    return table


def _one_below_another(report: Report) -> "Table":
    from rich.table import Table

    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for row in report.rows:
        for name, cell in zip(report.columns, row, strict=True):
            if cell is not None:
                table.add_row(name, _cell(cell))
        table.add_row()
    return table


def _cell(cell: object) -> "Text":
    """As text, since rich reads [brackets] in a string as markup; on one line."""
    from rich.text import Text

    return Text(" ".join(cell_text(cell).split()))


def cell_text(cell: object) -> str:
    """A value as people write it; nothing for NULL."""
    return "" if cell is None else str(cell)


def json_value(cell: object) -> object:
    """A value as JSON knows it."""
    if cell is None or isinstance(cell, bool | int | float | str):
        return cell
    if isinstance(cell, Decimal):
        return float(cell)
    return cell.isoformat() if isinstance(cell, date) else str(cell)
