"""Cut JSON lines, arrays and lone objects into one object a record; what its fields mean is read elsewhere."""

import json
import re
from collections.abc import Iterator, Mapping
from io import BufferedReader

from newsdb.errors import InputError, MalformedFile, NoArticle
from newsdb.reading.containers.record import LARGEST_RECORD, Found, Opener, Place, Record
from newsdb.reading.containers.streams import read_lines, read_whole
from newsdb.reading.records.json_errors import explain_json_error

_BOM = b"\xef\xbb\xbf"
_OBJECT = re.compile(rb"\{\s*[\"}]")
_JSON = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*(?:[\[{\]]|\"[^\"\n]*\"\s*[,\]]))")


def is_json(opening: bytes) -> bool:
    """An object or an array opens it; "[Vidéo] Un titre" and RTF do not."""
    return _JSON.match(opening.removeprefix(_BOM)) is not None


def cut_json(stream: BufferedReader, place: Place, _: Opener) -> Iterator[Found]:
    """One object a line; else the elements of an array, or the one object that the file is."""
    opening = stream.peek(2).removeprefix(_BOM).lstrip()
    if opening.startswith(b"["):
        yield from _elements(read_whole(stream, place.name), place)
    elif _is_lines(stream):
        yield from _lines(stream, place)
    else:
        content = read_whole(stream, place.name, LARGEST_RECORD)
        yield _render(_parse(content, place.name), place.name, place.columns, content)


def _is_lines(stream: BufferedReader) -> bool:
    """Whether the first line is a value by itself with more below, or so long that it is no line of a pretty print."""
    opening = stream.peek().removeprefix(_BOM)
    first, end, rest = opening.lstrip().partition(b"\n")
    if not end:
        return len(opening) >= 65536
    try:
        return isinstance(json.loads(first), dict) or bool(rest.strip())
    except (ValueError, RecursionError):
        # One bad line is no reason to take what follows for one object over several lines.
        return rest.startswith(b"{") and len(first) > 2


def _lines(stream: BufferedReader, place: Place) -> Iterator[Found]:
    for number, line in read_lines(stream, place.name):
        name = f"{place.name}#line {number}"
        if isinstance(line, InputError):
            yield line
        elif content := line.removeprefix(_BOM).strip():
            try:
                if not _OBJECT.match(content):
                    raise MalformedFile("the line is no JSON object", where=name, remedy="give one object an article")
                # Parsed only where something must be renamed: a known line is passed over by its hash.
                value = _parse(content, name) if place.columns else {}
                yield _render(value, name, place.columns, content)
            except InputError as error:
                yield error


def _elements(content: bytes, place: Place) -> Iterator[Found]:
    elements = _parse(content, place.name)
    if not isinstance(elements, list) or not elements:
        raise NoArticle("a JSON array without objects", where=place.name, remedy="give one object an article")
    for number, element in enumerate(elements, start=1):
        name = f"{place.name}#item {number}"
        try:
            yield _render(element, name, place.columns)
        except InputError as error:
            yield error


def _parse(content: bytes, name: str) -> object:
    try:
        return json.loads(content.removeprefix(_BOM))
    except UnicodeDecodeError as error:
        raise MalformedFile(
            f"JSON that is not UTF-8 ({error.reason})", where=f"{name}@{error.start}", remedy="convert it to UTF-8"
        ) from error
    except (ValueError, RecursionError) as error:
        reason = explain_json_error(error)
        raise MalformedFile(reason, where=name, remedy="write it again, or leave it out") from error


def _render(value: object, name: str, columns: Mapping[str, str], content: bytes | None = None) -> Record:
    """The record of an object: its own bytes; those of its values where columns are renamed or it was an element."""
    if not isinstance(value, dict):
        raise MalformedFile("JSON that is no object", where=name, remedy="give one object an article")
    if content is not None and not columns:
        return Record(name, content)
    return Record(name, render_object(rename_columns(value, columns)))


def rename_columns(row: Mapping[str, object], columns: Mapping[str, str]) -> dict[str, object]:
    """The row with the columns that the user named under the names of their fields, whatever had these before."""
    kept = {column: value for column, value in row.items() if column not in columns and column not in columns.values()}
    return {**kept, **{field: row[column] for column, field in columns.items() if column in row}}


def render_object(row: Mapping[str, object]) -> bytes:
    """The one form of a row: sorted names, no white space, letters as they are."""
    rendered = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return rendered.encode("utf-8", "replace")
