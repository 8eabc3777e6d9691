"""Decompress and cut into lines without holding more than a record; what the bytes are, the formats decide."""

import bz2
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import Protocol

from newsdb.errors import FileTooLarge, InputError, MalformedFile, TruncatedFile
from newsdb.reading.containers.record import LARGEST_RECORD, LARGEST_WHOLE, too_large

# Text of the press shrinks to a third or a tenth, tables of it to a thirtieth; zeros to a thousandth.
LARGEST_RATIO = 100
BUFFER = 256 * 1024


class Source(Protocol):
    """What compressed or packed bytes are read from."""

    def read1(self, size: int, /) -> bytes:
        """At most so many bytes, as they come; none at the end. An error loses nothing that came before."""


class Budget:
    """How many bytes may come out of what was compressed: LARGEST_RATIO times as many as went in, and LARGEST_WHOLE."""

    def __init__(self, name: str, compressed: int = 0) -> None:
        self.name = name
        self.compressed = compressed
        self.spent = 0

    def spend(self, count: int) -> None:
        """Count bytes that came out. Raises FileTooLarge when they are too many."""
        self.spent += count
        if self.spent > LARGEST_WHOLE + LARGEST_RATIO * self.compressed:
            raise FileTooLarge(
                f"it unpacks to more than {LARGEST_RATIO} times its size, as a bomb does",
                where=self.name,
                remedy="leave it out, or unpack it yourself if you trust it",
            )


class _Counted(io.RawIOBase):
    """Compressed bytes, counted in the budget as they are taken."""

    def __init__(self, stream: Source, budget: Budget) -> None:
        self.stream = stream
        self.budget = budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self.stream.read1(len(buffer))
        buffer[: len(data)] = data
        self.budget.compressed += len(data)
        return len(data)


class Inflated(io.RawIOBase):
    """What comes out of a stream, within its budget.

    Where it is damaged it ends, and `failure` says why: an error in the middle of a read would lose what was read.
    """

    def __init__(self, stream: Source, name: str, budget: Budget) -> None:
        self.stream = stream
        self.name = name
        self.budget = budget
        self.failure: InputError | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer unless the stream ends, so that an opening can be looked at in one go."""
        filled = 0
        while filled < len(buffer) and not self.failure:
            try:
                data = self.stream.read1(len(buffer) - filled)
            except (EOFError, OSError, zlib.error) as error:
                self.failure = damage(error, self.name)
                break
            if not data:
                break
            buffer[filled : filled + len(data)] = data
            filled += len(data)
        self.budget.spend(filled)
        return filled


def inflate_gzip(stream: Source, name: str) -> io.BufferedReader:
    """What is in a gzip stream, of any number of members."""
    budget = Budget(name)
    counted = io.BufferedReader(_Counted(stream, budget), BUFFER)
    return buffered(Inflated(gzip.GzipFile(fileobj=counted), name, budget))


def inflate_bzip2(stream: Source, name: str) -> io.BufferedReader:
    """What is in a bzip2 stream."""
    budget = Budget(name)
    counted = io.BufferedReader(_Counted(stream, budget), BUFFER)
    return buffered(Inflated(bz2.BZ2File(counted), name, budget))


def buffered(raw: io.RawIOBase) -> io.BufferedReader:
    """A stream that can be looked into and read by lines."""
    return io.BufferedReader(raw, BUFFER)


def failure_of(stream: io.BufferedReader) -> InputError | None:
    """Why the stream ended where it did, if it is one that was damaged."""
    return stream.raw.failure if isinstance(stream.raw, Inflated) else None


def read_whole(stream: io.BufferedReader, name: str, limit: int = LARGEST_WHOLE) -> bytes:
    """The rest of the stream. Raises FileTooLarge above the limit, and the failure of a damaged stream."""
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise too_large(name, limit)
    if failure := failure_of(stream):
        raise failure
    return content


def damage(error: Exception, name: str) -> InputError:
    """What it means that a decompressor gave up."""
    if isinstance(error, EOFError) or "ended before" in str(error):
        return TruncatedFile(
            "the compressed data end too early; what came before was read", where=name, remedy="fetch the file again"
        )
    return MalformedFile(f"the compressed data are damaged ({error})", where=name, remedy="fetch the file again")


def read_lines(stream: io.BufferedReader, name: str) -> Iterator[tuple[int, bytes | InputError]]:
    """Lines with their numbers from 1; one above LARGEST_RECORD is an error, and the next line is read.

    Raises the failure of a damaged stream in the place of the line that it cuts.
    """
    number = 0
    while line := stream.readline(LARGEST_RECORD + 1):
        number += 1
        if not line.endswith(b"\n") and (failure := failure_of(stream)):
            raise failure
        if len(line) <= LARGEST_RECORD:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(BUFFER)
        yield number, too_large(f"{name}#line {number}")
