"""A damaged member of a ZIP costs only itself, whatever it is packed with and wherever the list says it lies."""

import re
import struct
import zipfile
from pathlib import Path

import pytest

from newsdb.document import Document
from newsdb.errors import FileTooLarge, MalformedFile
from newsdb.reading import Record, open_records
from tests.reading.read_files import documents, read_file
from tests.reading.test_archives import make_zip, read_traced
from tests.yardstick import run_within, seconds_for

MEMBERS = {
    f"{port}.txt": f"Le port de {port}\n\nUne phrase assez longue du port de {port}.\n".encode() * 5
    for port in ("Safi", "Asilah")
}


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damage_is_told_by_every_way_of_packing(method: int) -> None:
    content = bytearray(make_zip(MEMBERS, method))
    content[60] ^= 0xFF
    damaged, sound = read_file(bytes(content), "a.zip")
    assert isinstance(damaged, MalformedFile)
    assert damaged.where == "a.zip!/Safi.txt"
    assert isinstance(sound, Document)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_bomb_in_any_way_of_packing_takes_bounded_time_and_memory(method: int) -> None:
    """Zeros become a millionth in bzip2, so that all of them may come out of the first piece of a member."""
    bomb = make_zip({"a.txt": bytes(300_000_000), **MEMBERS}, method)
    (outcomes, peak) = run_within(seconds_for(bomb, records=3), lambda: read_traced(bomb, "a.zip"))
    assert [type(outcome) for outcome in outcomes] == [FileTooLarge, Document, Document]
    assert peak < 100_000_000


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_member_with_another_sum_than_the_archive_says_is_damaged(method: int) -> None:
    content = bytearray(make_zip(MEMBERS, method))
    content[content.index(b"PK\x01\x02") + 16] ^= 0xFF
    damaged, sound = read_file(bytes(content), "a.zip")
    assert isinstance(damaged, MalformedFile)
    assert isinstance(sound, Document)


def test_lzma_without_the_mark_of_its_end_is_read() -> None:
    """Other programs write none: here it is taken off by what the list of members says of the packed length."""
    content = bytearray(make_zip(MEMBERS, zipfile.ZIP_LZMA))
    for entry in (match.start() for match in re.finditer(b"PK\x01\x02", content)):
        content[entry + 20] -= 5
        content[entry + 8] &= ~0x2
    assert [document.source for document in documents(bytes(content), "a.zip")] == [
        *("a.zip!/Safi.txt", "a.zip!/Asilah.txt")
    ]


def test_lzma_that_asks_for_more_memory_than_its_text_is_long_is_read() -> None:
    content = bytearray(make_zip(MEMBERS, zipfile.ZIP_LZMA))
    dictionary = content.index(b"Safi.txt") + len("Safi.txt") + 5
    content[dictionary : dictionary + 4] = b"\xff" * 4
    assert [type(outcome) for outcome in read_file(bytes(content), "a.zip")] == [Document, Document]


def test_zip_that_lacks_bytes_in_its_middle_gives_the_members_behind_them(tmp_path: Path) -> None:
    """The list of members then points before the first byte, which a file tells otherwise than memory."""
    content = make_zip(MEMBERS, zipfile.ZIP_STORED)
    kept = tmp_path / "a.zip"
    kept.write_bytes(content[:100] + content[200:])
    with kept.open("rb") as stream:
        damaged, sound = open_records(stream, "a.zip")
    assert isinstance(damaged, MalformedFile)
    assert isinstance(sound, Record)
    assert [type(outcome) for outcome in read_file(kept.read_bytes(), "a.zip")] == [MalformedFile, Document]


def test_member_said_to_lie_behind_the_end_of_any_file_costs_only_itself() -> None:
    """In the list of members, its place is said to stand in the extra field of ZIP64 (APPNOTE 4.5.3)."""
    content = make_zip(MEMBERS)
    start = content.index(b"PK\x01\x02")
    behind_name = start + 46 + len("Safi.txt")
    far = struct.pack("<HHQ", 1, 8, 2**64 - 1)
    entry = bytearray(content[start:behind_name] + far)
    struct.pack_into("<H", entry, 30, len(far))
    struct.pack_into("<L", entry, 42, 2**32 - 1)
    end = bytearray(content[behind_name:])
    at = end.index(b"PK\x05\x06")
    struct.pack_into("<L", end, at + 12, len(entry) + at)
    damaged, sound = read_file(content[:start] + bytes(entry + end), "a.zip")
    assert isinstance(damaged, MalformedFile)
    assert isinstance(sound, Document)
