"""A page of a crawl of which only a part was kept is refused, and not for what is said of a page that is whole."""

import gzip

import pytest

from newsdb.document import Document
from newsdb.errors import InputError, MalformedFile, TruncatedFile
from newsdb.reading import read_record
from tests.reading.read_files import documents, read_file
from tests.reading.test_compressed_pages import HEADLINE, PAGE, chunked, crawl

OPEN = PAGE.replace(b"</html>", b"")
LAST_CHUNK = b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (chunked(OPEN)[:250], TruncatedFile),
        (chunked(OPEN)[:209], TruncatedFile),
        (chunked(OPEN).removesuffix(LAST_CHUNK), TruncatedFile),
        (b"100000\r\n" + chunked(PAGE), TruncatedFile),
        (b"f" * 16 + b"\r\n" + chunked(PAGE), TruncatedFile),
        (chunked(PAGE[:100])[:-5] + b"zz\r\n" + PAGE[100:], MalformedFile),
        (chunked(PAGE).replace(b"\r\n64\r\n", b"\r\n63\r\n"), MalformedFile),
    ],
    ids=["chunk", "header", "last chunk", "too long a chunk", "endless chunk", "wrong header", "wrong length"],
)
def test_page_with_damaged_chunks_is_refused(body: bytes, error: type[InputError]) -> None:
    [refused] = read_file(crawl(body, Transfer_Encoding="chunked"), "a.warc")
    assert isinstance(refused, error)


def test_page_shorter_than_its_server_said_is_refused() -> None:
    [refused] = read_file(crawl(OPEN, Content_Length=str(len(PAGE))), "a.warc")
    assert isinstance(refused, TruncatedFile)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, {"Content_Length": str(len(PAGE) + 99)}),
        (OPEN, {"Content_Length": str(len(PAGE)), "Content_Encoding": "gzip"}),
        (OPEN, {"Content_Length": str(len(PAGE)), "Transfer_Encoding": "chunked"}),
        (OPEN, {"Content_Length": "9" * 5_000}),
        (OPEN, {"Content_Length": "unknown"}),
        (chunked(PAGE).removesuffix(LAST_CHUNK), {"Transfer_Encoding": "chunked"}),
        (chunked(PAGE + b"\n<!-- in 0.3 s -->").removesuffix(LAST_CHUNK), {"Transfer_Encoding": "chunked"}),
        (
            chunked(gzip.compress(OPEN)).removesuffix(LAST_CHUNK),
            {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"},
        ),
    ],
)
def test_page_that_is_closed_or_was_unpacked_is_whole(body: bytes, headers: dict[str, str]) -> None:
    [document] = documents(crawl(body, **headers), "a.warc")
    assert document.headline == HEADLINE
    assert "passent de nouveau par la rocade." in document.text


def test_page_of_which_the_crawler_says_that_it_kept_a_part_is_refused() -> None:
    part = crawl(PAGE).replace(b"WARC-Type:", b"WARC-Truncated: length\r\nWARC-Type:")
    whole, refused = read_file(crawl(PAGE) + part, "a.warc")
    assert isinstance(whole, Document)
    assert isinstance(refused, TruncatedFile)
    assert "WARC-Truncated" in refused.what


def test_stored_answer_without_an_address_is_refused_in_a_sentence() -> None:
    with pytest.raises(MalformedFile, match="WARC-Target-URI"):
        read_record(crawl(PAGE).replace(b"WARC-Target-URI", b"X"), "a.warc#record at 0")
