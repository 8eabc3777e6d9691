"""Cut files that hold several articles into records, whatever they are packed in; records are read elsewhere.

A record is bytes that can be read without the container, so that it can be stored, known again by its hash and read
anew by a later extractor; its name says where it was: `feed.xml#item 3`, `a.zip!/b/c.warc.gz#record at 1234`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BufferedReader

from newsdb.errors import InputError, NoArticle, UnsafeFile
from newsdb.reading.containers import archives, feeds, json_records, news_messages, streams, tables, warc
from newsdb.reading.containers.record import (
    LARGEST_RECORD,
    NO_COLUMNS,
    OPENING,
    Found,
    Opener,
    Place,
    Record,
    too_large,
)
from newsdb.reading.text import binary_kind

__all__ = ["CONTAINERS", "LARGEST_RECORD", "Container", "Found", "Record", "is_container", "open_records", "too_large"]

_COMPRESSED = re.compile(r"\.(?:gz|bz2)$")
# A crawl in a WACZ in a ZIP, compressed: more is made by machines to hurt machines.
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Container:
    """A format that packs articles: how it is told by its first bytes, and how it is cut."""

    name: str
    told_by: str
    recognises: Callable[[bytes], bool]
    cut: Callable[[BufferedReader, Place, Opener], Iterator[Found]]
    endings: tuple[str, ...] = ()
    """How the name of a file ends that can be nothing else, where its first bytes are no other format."""


def _cut_gzip(stream: BufferedReader, place: Place, open_inner: Opener) -> Iterator[Found]:
    return open_inner(streams.inflate_gzip(stream, place.name), place.inside(place.name))


def _cut_bzip2(stream: BufferedReader, place: Place, open_inner: Opener) -> Iterator[Found]:
    return open_inner(streams.inflate_bzip2(stream, place.name), place.inside(place.name))


CONTAINERS = (
    Container("gzip", "its first bytes, 1F 8B", lambda opening: opening.startswith(b"\x1f\x8b"), _cut_gzip),
    Container("bzip2", "its first bytes, BZh", lambda opening: opening.startswith(b"BZh"), _cut_bzip2),
    Container("ZIP, WACZ", "its first bytes, PK", archives.is_zip, archives.cut_zip),
    Container("tar", "the word ustar at byte 257", archives.is_tar, archives.cut_tar),
    Container("WARC", "its first line, WARC/1", warc.is_warc, warc.cut_warc),
    Container("Parquet", "its first bytes, PAR1", tables.is_parquet, tables.cut_parquet),
    Container("feed or sitemap", "a root rss, feed, rdf:RDF or urlset", feeds.is_feed, feeds.cut_feed),
    Container("news message", "a root newsMessage or NewsML", news_messages.is_message, news_messages.cut_message),
    Container(
        "JSON",
        "an object or array that opens it",
        json_records.is_json,
        json_records.cut_json,
        ("json", "jsonl", "ndjson"),
    ),
    Container("CSV", "a first line that names columns of articles", tables.is_csv, tables.cut_csv, ("csv", "tsv")),
)


def is_container(opening: bytes, name: str = "", columns: Mapping[str, str] = NO_COLUMNS) -> bool:
    """Whether a file that begins so is cut into records rather than read as one."""
    return _container_of(opening, Place(name, columns)) is not None


def open_records(stream: BufferedReader, name: str, columns: Mapping[str, str] = NO_COLUMNS) -> Iterator[Found]:
    """The records of a file one by one, with an InputError in the place of each that cannot be cut out.

    A file that is no container is its own only record. `columns` says of columns of tables which field they are.
    No more than a record is held in memory, except of formats that must be read whole (feeds, messages, JSON arrays).
    """
    try:
        yield from _open(stream, Place(name, columns))
    except InputError as error:
        yield error


def _open(stream: BufferedReader, place: Place) -> Iterator[Found]:
    container = _container_of(_peek(stream), place)
    if container is None:
        yield Record(place.name, streams.read_whole(stream, place.name, LARGEST_RECORD))
        return
    if place.depth >= _DEEPEST:
        raise UnsafeFile(
            f"containers in containers, {_DEEPEST} deep", where=place.name, remedy="unpack the outer ones first"
        )
    is_empty = True
    for found in container.cut(stream, place, _open_inner):
        is_empty = False
        yield found
    if is_empty:
        raise NoArticle(f"the {container.name} holds no article", where=place.name, remedy="check what is in it")


def _open_inner(stream: BufferedReader, place: Place) -> Iterator[Found]:
    """What is wrong with a member costs the member; what is wrong with what it came from, the rest.

    Of a stream that is damaged in the middle, what comes before is read and there is one error: of the record that was
    cut, else of the stream.
    """
    found: Found | None = None
    try:
        for found in _open(stream, place):
            yield found
    except InputError as error:
        if not error.where.startswith(place.name):
            raise
        found = error
        yield error
    failure = streams.failure_of(stream)
    if failure and not isinstance(found, InputError):
        yield failure


def _peek(stream: BufferedReader) -> bytes:
    return stream.peek(OPENING)[:OPENING]


def _container_of(opening: bytes, place: Place) -> Container | None:
    for container in CONTAINERS:
        if container.recognises(opening):
            return container
    return _container_named(place.name) if _may_be_named(opening) else None


def _container_named(name: str) -> Container | None:
    """What a file of that name is, whose content says nothing: refused as that, rather than read as a plain text."""
    ending = _COMPRESSED.sub("", name.lower()).rpartition(".")[2]
    return next((container for container in CONTAINERS if ending in container.endings), None)


def _may_be_named(opening: bytes) -> bool:
    """Whether it is text, and no markup; what is neither says itself what it is."""
    return bool(opening.strip()) and not opening.lstrip().startswith(b"<") and binary_kind(opening) is None
