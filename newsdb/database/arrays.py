"""Arrays as PostgreSQL receives them; psycopg, which packs element by element, takes several times as long.

One dimension without NULLs, the type of the elements, how many there are from 1 on, and of each its length in bytes and
itself. Source: array_recv in src/backend/utils/adt/arrayfuncs.c.
"""

import struct
import uuid
from collections.abc import Iterable, Sequence
from operator import attrgetter

import psycopg
from psycopg.pq import Format

INTEGER_OID = 23
UUID_OID = 2950
UUID_ARRAY_OID = 2951
_UUID_LENGTH = struct.pack(">i", 16)


class Ids(list[uuid.UUID]):
    """Ids that are passed to a statement as an array."""


class _IdsDumper(psycopg.adapt.Dumper):
    format = Format.BINARY
    oid = UUID_ARRAY_OID

    def dump(self, obj: Ids) -> bytes:
        return _header(UUID_OID, len(obj)) + b"".join([_UUID_LENGTH + id_.bytes for id_ in obj])


psycopg.adapters.register_dumper(Ids, _IdsDumper)


def sort_ids(ids: Iterable[uuid.UUID]) -> Ids:
    """Ids in PostgreSQL's order, by their numbers: Python's own comparison of them takes several times as long."""
    return Ids(sorted(ids, key=attrgetter("int")))


def pack_integers(numbers: Sequence[int]) -> bytes:
    """An array of integers."""
    packed = [4] * (2 * len(numbers))
    packed[1::2] = numbers
    return _header(INTEGER_OID, len(numbers)) + struct.pack(f">{len(packed)}i", *packed)


def _header(element_oid: int, count: int) -> bytes:
    return struct.pack(">5i", 1, 0, element_oid, count, 1) if count else struct.pack(">3i", 0, 0, element_oid)
