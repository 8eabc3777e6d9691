"""Turn the bytes of files into records, and records into Documents; what they say is extracted elsewhere."""

import io
from collections.abc import Iterator
from typing import cast

from newsdb.document import Document
from newsdb.errors import InputError
from newsdb.reading.containers import Record, open_records
from newsdb.reading.formats import list_formats, read_record

__all__ = ["Record", "list_formats", "open_records", "read_documents", "read_record"]


def read_documents(data: bytes, name: str) -> list[Document]:
    """Every article of a file in memory, at least one. Raises the InputError of the first that cannot be read.

    For files of any size, and to go on after a bad record: `open_records`, and `read_record` for each.
    """
    return [read_record(record.content, record.name) for record in _records(data, name)]


def _records(data: bytes, name: str) -> Iterator[Record]:
    for found in open_records(io.BufferedReader(cast(io.RawIOBase, io.BytesIO(data))), name):
        if isinstance(found, InputError):
            raise found
        yield found
