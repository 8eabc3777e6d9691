"""Rows as Arrow tables, pandas and polars frames, and Parquet files; the libraries are optional extras."""

import importlib
import uuid
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from newsdb.errors import MissingExtra

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

ColumnType = Literal["text", "integer", "number", "boolean", "date", "instant"]


def arrow_table(
    columns: Sequence[str], types: Sequence[ColumnType], rows: Iterable[Sequence[object]]
) -> "pyarrow.Table":
    """The rows as a table of these columns; without types, of those that the values have."""
    arrow = require("pyarrow", extra="arrow")
    kinds: Sequence[ColumnType | None] = types or [None] * len(columns)
    values: Sequence[Sequence[object]] = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [
        arrow.array(map(_value, column), _arrow_type(arrow, kind)) for column, kind in zip(values, kinds, strict=True)
    ]
    return arrow.table(arrays, names=list(columns))


def to_pandas(table: "pyarrow.Table") -> "pandas.DataFrame":
    """A frame whose days are datetimes, so that it can be resampled and drawn."""
    require("pandas", extra="pandas")
    frame: pandas.DataFrame = table.to_pandas(date_as_object=False)
    return frame


def to_polars(table: "pyarrow.Table") -> "polars.DataFrame":
    """A polars frame."""
    frame: polars.DataFrame = require("polars", extra="polars").from_arrow(table)
    return frame


def write_parquet(table: "pyarrow.Table", stream: BinaryIO) -> None:
    """Apache Parquet, as DuckDB, Spark, pandas and polars read it."""
    require("pyarrow.parquet", extra="arrow").write_table(table, stream)


def require(module: str, *, extra: str) -> Any:
    """The module of an optional extra; MissingExtra, with the command that installs it, where it is not there."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        raise MissingExtra(
            f"{library} is not installed", where=f"newsdb[{extra}]", remedy=f"run pip install 'newsdb[{extra}]'"
        ) from error


def _value(value: object) -> object:
    # Shares and confidences are for reckoning with.
    return float(value) if isinstance(value, Decimal) else str(value) if isinstance(value, uuid.UUID) else value


def _arrow_type(arrow: Any, kind: ColumnType | None) -> Any:
    types = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
        "instant": arrow.timestamp("us", tz="UTC"),
    }
    return types[kind] if kind else None
