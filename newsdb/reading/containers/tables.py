"""Cut CSV and Parquet tables into one JSON object a row, since a row cannot be read without its header."""

import csv
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BufferedReader, BytesIO, TextIOWrapper

from newsdb.errors import FileTooLarge, InputError, MalformedFile, NoArticle, UnknownFormat, WrongEncoding
from newsdb.reading.containers.json_records import rename_columns, render_object
from newsdb.reading.containers.record import LARGEST_RECORD, Found, Opener, Place, Record
from newsdb.reading.containers.streams import failure_of, read_whole
from newsdb.reading.records.columns import field_of

PARQUET_MAGIC = b"PAR1"
_DELIMITERS = (",", ";", "\t", "|")
_COLUMN = re.compile(r"[\w .()/#-]{0,60}")
_SURROGATE = re.compile("[\ud800-\udfff]")
# Rows of Parquet held at once; a row group is read column by column, so its size is checked before.
_BATCH_ROWS = 64
_LARGEST_ROW_GROUP = 1024**3
# A row is an article by one of these.
_WORDS = frozenset({"headline", "body", "html", "standfirst"})
_MOST_SHOWN = 20
_LONGEST_SHOWN = 60
# A header needs two of these to be no sentence with commas.
_TELLING = frozenset({"headline", "body", "html", "url", "published_on", "standfirst"})


def is_parquet(opening: bytes) -> bool:
    return opening.startswith(PARQUET_MAGIC)


def is_csv(opening: bytes) -> bool:
    """The first line is a header: at least two columns that newsdb knows, of which one is text or an address."""
    return _delimiter(opening) is not None


def _delimiter(opening: bytes) -> str | None:
    line, _, rest = opening.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").partition("\n")
    for delimiter in _DELIMITERS:
        cells = [cell.strip().strip('"') for cell in line.split(delimiter)]
        fields = {field_of(cell) for cell in cells} - {None}
        # Under a sentence with commas there is a blank line, or words with marks that no name of a column has.
        is_header = all(map(_COLUMN.fullmatch, cells)) and not rest.startswith(("\n", "\r"))
        if len(fields) >= 2 and fields & _TELLING and is_header:
            return delimiter
    return None


def cut_csv(stream: BufferedReader, place: Place, _: Opener) -> Iterator[Found]:
    """The rows below the header; a row that has more cells than the header is refused alone."""
    delimiter = _delimiter(stream.peek()) or _guess(stream.peek())
    # A global of the module: as large as any record.
    csv.field_size_limit(min(LARGEST_RECORD, sys.maxsize))
    failed = partial(failure_of, stream)
    text = TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    rows = csv.reader(_bounded_lines(text, place.name, failed), delimiter=delimiter, strict=True)
    try:
        header = [column.strip() for column in next(rows, [])]
        if any(map(_SURROGATE.search, header)):
            raise _not_utf_8(f"{place.name}:1")
        _require_columns(header, place)
        for number, row in enumerate(rows, start=1):
            if row:
                yield _row(header, row, f"{place.name}#row {number}", place)
    except csv.Error as error:
        raise MalformedFile(
            f"the table breaks the rules of CSV ({error}); the rows above were read",
            where=f"{place.name}:{rows.line_num}",
            remedy="close its quotation marks, or export it again",
        ) from error
    finally:
        text.detach()


def _guess(opening: bytes) -> str:
    line = opening.partition(b"\n")[0].decode("utf-8", "replace")
    return max(_DELIMITERS, key=line.count)


def _bounded_lines(text: TextIOWrapper, name: str, failed: Callable[[], InputError | None]) -> Iterator[str]:
    number = 0
    while line := text.readline(LARGEST_RECORD):
        number += 1
        if len(line) >= LARGEST_RECORD:
            raise FileTooLarge("a line without end", where=f"{name}:{number}", remedy="export the table again")
        if not line.endswith("\n") and (failure := failed()):
            raise failure
        yield line


def _row(header: list[str], row: list[str], name: str, place: Place) -> Found:
    if len(row) > len(header):
        return MalformedFile(
            f"{len(row)} cells below a header of {len(header)}", where=name, remedy="quote the cells with separators"
        )
    if any(map(_SURROGATE.search, row)):
        return _not_utf_8(name)
    values: dict[str, object] = dict(zip(header, row, strict=False))
    return Record(name, render_object(rename_columns(values, place.columns)))


def _not_utf_8(where: str) -> WrongEncoding:
    return WrongEncoding(
        "bytes that are not valid UTF-8",
        where=where,
        remedy="convert the table to UTF-8, for example with iconv -f WINDOWS-1252 -t UTF-8",
    )


def _require_columns(header: Sequence[str], place: Place) -> None:
    """Raise UnknownFormat where no row could be an article, with the columns that there are."""
    fields = {place.columns.get(column) or field_of(column) for column in header}
    if not fields & _WORDS:
        columns = [f"«{column[:_LONGEST_SHOWN]}»" for column in header[:_MOST_SHOWN]]
        columns += ["…"] if len(header) > _MOST_SHOWN else []
        raise UnknownFormat(
            f"a table in which no column is known for a headline or a body; its columns are {', '.join(columns)}",
            where=place.name,
            remedy="say which they are, for example --map headline=COLUMN --map body=COLUMN",
        )


def cut_parquet(stream: BufferedReader, place: Place, _: Opener) -> Iterator[Found]:
    """The rows in their order, a batch at a time."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise UnknownFormat(
            "a Parquet table, which needs pyarrow", where=place.name, remedy="pip install 'newsdb[parquet]'"
        ) from error
    try:
        seekable = stream if stream.seekable() else BytesIO(read_whole(stream, place.name))
        table = parquet.ParquetFile(seekable)
        groups = [table.metadata.row_group(at) for at in range(table.metadata.num_row_groups)]
        if any(group.total_byte_size > _LARGEST_ROW_GROUP for group in groups):
            raise FileTooLarge(
                "a row group that unpacks to more than 1 GB",
                where=place.name,
                remedy="write it with smaller row groups",
            )
        if not table.metadata.num_rows:
            raise NoArticle("a table without rows", where=place.name, remedy="export it again")
        _require_columns(table.schema_arrow.names, place)
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH_ROWS):
            for row in batch.to_pylist():
                number += 1
                yield Record(f"{place.name}#row {number}", render_object(rename_columns(row, place.columns)))
    except (ArrowException, OSError, ValueError) as error:
        raise _damaged(error, place) from error


def _damaged(error: Exception, place: Place) -> InputError:
    return MalformedFile(
        f"a damaged Parquet table ({str(error).splitlines()[0]})", where=place.name, remedy="export it again"
    )
