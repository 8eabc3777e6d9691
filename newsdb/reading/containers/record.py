"""What a container is cut into, how large a record may be, and the place that is given with every message."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BufferedReader
from types import MappingProxyType
from typing import TypeAlias

from newsdb.errors import FileTooLarge, InputError

# A hundred times the longest pages of the press.
LARGEST_RECORD = 16 * 1024 * 1024
# Of a container that can only be read whole: a feed, a message, an array, a table in an archive.
LARGEST_WHOLE = 128 * 1024 * 1024
# What is looked at to tell a container; the magic of a tar stands at 257.
OPENING = 4096
NO_COLUMNS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Record:
    """Bytes that can be read without the container they were cut from, and the name with the place in it."""

    name: str
    content: bytes


# A record, or why there is none at a place; what comes after it is not touched.
Found: TypeAlias = Record | InputError
Opener: TypeAlias = Callable[[BufferedReader, "Place"], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which file we are, and what the user said of its columns."""

    name: str
    columns: Mapping[str, str] = field(default_factory=lambda: NO_COLUMNS)
    """Column → field, from `--map`."""
    depth: int = 0
    """How many containers it lies in."""

    def inside(self, name: str) -> "Place":
        """A place in this container."""
        return Place(name, self.columns, self.depth + 1)


def too_large(name: str, limit: int = LARGEST_RECORD) -> FileTooLarge:
    """The error of a record, or of a container that is read whole, above its limit."""
    return FileTooLarge(
        f"more than the {limit // 1024**2} MB that are read at once",
        where=name,
        remedy="give its articles as smaller files",
    )
