"""A page of a crawl is the page however it was sent, and what cannot be undone is refused in a sentence."""

import gzip
import io
import zlib

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newsdb.document import Document
from newsdb.errors import FileTooLarge, InputError, MalformedFile, TruncatedFile
from tests.reading.read_files import documents, read_file

HEADLINE = "Le quai de Safi rouvre"
PAGE = f"""<!DOCTYPE html><html lang="fr"><head><title>{HEADLINE}</title></head><body><article><h1>{HEADLINE}</h1>
<p>Les travaux du quai ont duré deux ans et ont coûté trois millions, selon la direction du port.</p>
<p>Les pêcheurs reprennent la mer dès lundi, et les camions passent de nouveau par la rocade.</p>
</article></body></html>""".encode()


def chunked(body: bytes) -> bytes:
    parts = [body[first : first + 100] for first in range(0, len(body), 100)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (*parts, b""))


def crawl(body: bytes, **headers: str) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False)
    sent = [
        ("Content-Type", "text/html; charset=utf-8"),
        *((name.replace("_", "-"), it) for name, it in headers.items()),
    ]
    record = writer.create_warc_record(
        "https://gazette.example/quai",
        "response",
        payload=io.BytesIO(body),
        http_headers=StatusAndHeaders("200 OK", sent, protocol="HTTP/1.1"),
    )
    writer.write_record(record)
    return stream.getvalue()


IN_BROTLI = brotli.compress(PAGE)
SENT = {
    "plain": crawl(PAGE),
    "gzip": crawl(gzip.compress(PAGE), Content_Encoding="gzip"),
    "deflate": crawl(zlib.compress(PAGE), Content_Encoding="deflate"),
    "br": crawl(IN_BROTLI, Content_Encoding="br"),
    "BR": crawl(IN_BROTLI, Content_Encoding="BR"),
    "chunks": crawl(chunked(PAGE), Transfer_Encoding="chunked"),
    "chunks of br": crawl(chunked(IN_BROTLI), Transfer_Encoding="chunked", Content_Encoding="br"),
    "unpacked gzip": crawl(PAGE, Content_Encoding="gzip"),
    "unpacked br": crawl(PAGE, Content_Encoding="br"),
}


@pytest.mark.parametrize("how", SENT)
def test_page_is_the_same_however_it_was_sent(how: str) -> None:
    (plain,), (document,) = documents(SENT["plain"], "a.warc"), documents(SENT[how], "a.warc")
    assert document.headline == HEADLINE
    assert isinstance(document, Document)
    assert document.text == plain.text


@pytest.mark.parametrize("chunk", [10, 5_000], ids=["at once", "later"])
def test_page_whose_gzip_is_damaged_is_refused_and_nothing_is_printed(
    chunk: int, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = bytearray(gzip.compress(b"".join(b"<p>%d</p>" % (number * 7919) for number in range(30_000))))
    packed[chunk * 10 : chunk * 10 + 99] = bytes(99)
    [refused] = read_file(crawl(bytes(packed), Content_Encoding="gzip"), "a.warc")
    assert isinstance(refused, MalformedFile)
    assert "compression" in refused.what
    assert capsys.readouterr() == ("", "")


def test_page_whose_gzip_is_cut_off_is_read_up_to_there() -> None:
    [document] = documents(crawl(gzip.compress(PAGE)[:-20], Content_Encoding="gzip"), "a.warc")
    assert document.headline == HEADLINE


@pytest.mark.parametrize(
    ("body", "error"),
    [
        (b"\x00\x01 no brotli " * 9, MalformedFile),
        (IN_BROTLI[:-9], TruncatedFile),
        (brotli.compress(b"<p>" * 7_000_000, quality=1), FileTooLarge),
    ],
)
def test_page_in_brotli_that_cannot_be_unpacked_is_refused(body: bytes, error: type[InputError]) -> None:
    (refused,) = read_file(crawl(body, Content_Encoding="br"), "a.warc")
    assert isinstance(refused, error)
    assert refused.where.startswith("a.warc#record at ")
