"""Tell which files the database knows, by their hashes."""

import hashlib
import uuid
from collections.abc import Iterator, Sequence

import psycopg

from newsdb.errors import InputError
from newsdb.extraction import EXTRACTOR
from newsdb.loading.paths import SourcePath, read_bytes
from newsdb.loading.rows.filerows import source_file_id

Cursor = psycopg.Cursor[tuple[object, ...]]


def unknown_sources(cursor: Cursor, sources: Sequence[SourcePath], limit: int) -> list[SourcePath]:
    """All but the files that this extractor has read under the names that they have."""
    hashes = dict(_hashes(sources, limit))
    names = known_names(cursor, list(hashes.values()))
    return [
        source
        for number, source in enumerate(sources)
        # What cannot be read is refused where it is read.
        if number not in hashes or source.name not in names.get(source_file_id(hashes[number]), ())
    ]


def _hashes(sources: Sequence[SourcePath], limit: int) -> Iterator[tuple[int, bytes]]:
    for number, source in enumerate(sources):
        try:
            yield number, hashlib.sha256(read_bytes(source, limit)).digest()
        except InputError:
            continue


def known_names(cursor: Cursor, sha256s: Sequence[bytes]) -> dict[uuid.UUID, frozenset[str]]:
    """For each of the files that this extractor has read, the names it is known by."""
    found = cursor.execute(
        "SELECT f.id, array_agg(n.name) FROM newsdb.source_file AS f"
        " JOIN newsdb.source_file_name AS n ON n.source_file_id = f.id"
        " WHERE f.sha256 = ANY(%s) AND f.extractor = %s GROUP BY f.id",
        [list(sha256s), EXTRACTOR],
    )
    return {uuid.UUID(str(file_id)): frozenset(names) for file_id, names in found}  # type: ignore[call-overload]
