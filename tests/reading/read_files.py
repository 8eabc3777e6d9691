"""Read files from memory as a load would: a Document or an InputError for each record, in order."""

import io

from newsdb.document import Document, Segment
from newsdb.errors import InputError
from newsdb.reading import Record, open_records, read_record
from newsdb.reading.containers.streams import buffered

OUTCOME = Document | InputError


def cut(content: bytes, name: str, columns: dict[str, str] | None = None) -> list[Record | InputError]:
    """What the file is cut into."""
    return list(open_records(buffered(io.BytesIO(content)), name, columns or {}))


def read_file(content: bytes, name: str, columns: dict[str, str] | None = None) -> list[OUTCOME]:
    """What becomes of each record."""
    return [found if isinstance(found, InputError) else read_one(found) for found in cut(content, name, columns)]


def read_one(record: Record) -> OUTCOME:
    try:
        return read_record(record.content, record.name)
    except InputError as error:
        return error


def documents(content: bytes, name: str, columns: dict[str, str] | None = None) -> list[Document]:
    """The Documents; a record that is refused fails the test."""
    outcomes = read_file(content, name, columns)
    refused = [outcome for outcome in outcomes if isinstance(outcome, InputError)]
    assert not refused, refused
    return [outcome for outcome in outcomes if isinstance(outcome, Document)]


def parts(document: Document, kind: str) -> list[str]:
    """The words of the segments of a kind."""

    def words(segment: Segment) -> str:
        return document.text[segment.start : segment.end].strip()

    return [words(segment) for segment in document.segments if segment.kind == kind]


def assert_tiled(document: Document) -> None:
    """Segments tile the text, and every author with a place is printed there."""
    ends = [0, *(segment.end for segment in document.segments)]
    assert [segment.start for segment in document.segments] == ends[:-1]
    assert ends[-1] == len(document.text)
    for author in document.authors:
        if author.start is not None:
            assert document.text[author.start : author.end] == author.name
