"""A page of a crawl is the page however it was sent, and what cannot be undone is refused in a sentence."""

import gzip
import io
import zlib

import brotli
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newsdb.document import Document
from newsdb.errors import EmptyFile, FileTooLarge, InputError, MalformedFile, TruncatedFile, UnsafeFile
from tests.reading.read_files import documents, read_file
from tests.yardstick import run_within, seconds_for

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


def deflated(page: bytes, wbits: int) -> bytes:
    packer = zlib.compressobj(wbits=wbits)
    return packer.compress(page) + packer.flush()


IN_BROTLI = brotli.compress(PAGE)
TWO_MEMBERS = gzip.compress(PAGE[:300]) + gzip.compress(PAGE[300:])
PACKED = {"gzip": gzip.compress(PAGE), "deflate": zlib.compress(PAGE), "br": IN_BROTLI}
SENT = {
    "plain": crawl(PAGE),
    "gzip": crawl(gzip.compress(PAGE), Content_Encoding="gzip"),
    "deflate": crawl(zlib.compress(PAGE), Content_Encoding="deflate"),
    "br": crawl(IN_BROTLI, Content_Encoding="br"),
    "BR": crawl(IN_BROTLI, Content_Encoding="BR"),
    "chunks": crawl(chunked(PAGE), Transfer_Encoding="chunked"),
    "chunks in capitals": crawl(chunked(PAGE), Transfer_Encoding="Chunked"),
    "chunks and trailers": crawl(chunked(PAGE)[:-2] + b"Expires: 0\r\n\r\n", Transfer_Encoding="chunked"),
    "chunks with remarks": crawl(chunked(PAGE).replace(b"64\r\n", b"0064 ;a=b\r\n"), Transfer_Encoding="chunked"),
    "chunks of a gzip": crawl(chunked(gzip.compress(PAGE)), Transfer_Encoding="gzip, chunked"),
    "chunks that were joined": crawl(PAGE, Transfer_Encoding="chunked"),
    "chunks of br": crawl(chunked(IN_BROTLI), Transfer_Encoding="chunked", Content_Encoding="br"),
    "unpacked gzip": crawl(PAGE, Content_Encoding="gzip"),
    "unpacked br": crawl(PAGE, Content_Encoding="br"),
    "raw deflate": crawl(deflated(PAGE, -zlib.MAX_WBITS), Content_Encoding="deflate"),
    "two members": crawl(TWO_MEMBERS, Content_Encoding="gzip"),
    "zeros behind gzip": crawl(gzip.compress(PAGE) + bytes(512), Content_Encoding="gzip"),
    "x-gzip": crawl(gzip.compress(PAGE), Content_Encoding="x-gzip"),
    "gzip twice": crawl(gzip.compress(gzip.compress(PAGE)), Content_Encoding="gzip, gzip"),
    "gzip said twice": crawl(gzip.compress(PAGE), Content_Encoding="gzip,gzip"),
    "gzip and nothing": crawl(gzip.compress(PAGE), Content_Encoding="gzip, identity"),
    "deflate, then br": crawl(brotli.compress(zlib.compress(PAGE)), Content_Encoding="deflate, br"),
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


@pytest.mark.parametrize(
    ("coding", "missing"), [("gzip", 9), ("deflate", 5), ("br", 1)] + [(each, 20) for each in PACKED]
)
def test_page_that_is_cut_off_is_refused_rather_than_read_up_to_there(coding: str, missing: int) -> None:
    [refused] = read_file(crawl(PACKED[coding][:-missing], Content_Encoding=coding), "a.warc")
    assert isinstance(refused, TruncatedFile)


@pytest.mark.parametrize(
    ("coding", "missing"), [("gzip", missing) for missing in range(1, 9)] + [("deflate", 1), ("deflate", 4)]
)
@pytest.mark.parametrize("page", [PAGE, PAGE + b" " * 90_000], ids=["short", "long"])
def test_page_that_lacks_only_the_sum_behind_its_text_is_read(coding: str, missing: int, page: bytes) -> None:
    packed = gzip.compress(page) if coding == "gzip" else zlib.compress(page)
    [document] = documents(crawl(packed[:-missing], Content_Encoding=coding), "a.warc")
    assert document.headline == HEADLINE


def test_second_member_of_gzip_may_lack_its_sum_and_the_sum_must_be_its_own() -> None:
    [document] = documents(crawl(TWO_MEMBERS[:-8], Content_Encoding="gzip"), "a.warc")
    assert document.headline == HEADLINE
    wrong = TWO_MEMBERS[:-8] + b"\xff" * 4
    [refused] = read_file(crawl(wrong, Content_Encoding="gzip"), "a.warc")
    assert isinstance(refused, MalformedFile)


def test_page_whose_second_member_of_gzip_is_cut_off_is_refused() -> None:
    [refused] = read_file(crawl(TWO_MEMBERS[:-20], Content_Encoding="gzip"), "a.warc")
    assert isinstance(refused, TruncatedFile)


@pytest.mark.parametrize("wbits", [zlib.MAX_WBITS, -zlib.MAX_WBITS], ids=["zlib", "raw"])
def test_page_whose_deflate_is_damaged_is_refused_as_that(wbits: int) -> None:
    packed = bytearray(deflated(PAGE, wbits))
    packed[:40] = bytes(40)
    [refused] = read_file(crawl(bytes(packed), Content_Encoding="deflate"), "a.warc")
    assert isinstance(refused, MalformedFile)
    assert "compression" in refused.what


def test_page_without_a_byte_is_empty_and_not_cut_off() -> None:
    [refused] = read_file(crawl(b"", Content_Encoding="gzip"), "a.warc")
    assert isinstance(refused, EmptyFile)


def test_page_compressed_more_often_than_pages_are_is_refused() -> None:
    [refused] = read_file(crawl(PAGE, Content_Encoding="gzip, gzip, x-gzip"), "a.warc")
    assert isinstance(refused, UnsafeFile)


def test_page_in_as_many_members_as_fit_is_read_within_the_limit() -> None:
    packed = crawl(gzip.compress(PAGE) + gzip.compress(b"") * 50_000, Content_Encoding="gzip")
    [document] = run_within(seconds_for(packed), lambda: documents(packed, "a.warc"))
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


@pytest.mark.parametrize("first", ["Le", "Un", "« Le", "À", "123", "H2", "[Safi]", "!", "x"])
@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_plain_text_that_a_crawler_unpacked_is_read_though_its_header_says_otherwise(coding: str, first: str) -> None:
    """Whatever it begins with: "Le" could open what is compressed in Brotli, and would end too early."""
    text = f"{first} quai de Safi\n\nLes travaux ont duré.\n".encode()
    [document] = documents(crawl(text, Content_Encoding=coding), "a.warc")
    assert document.headline == f"{first} quai de Safi"


@pytest.mark.parametrize("before", ["<noscript>x</noscript>", "Warning: undefined index in page.php\n"])
@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_page_that_a_crawler_unpacked_is_what_it_is_whatever_its_server_wrote_before_it(
    coding: str, before: str
) -> None:
    page = before.encode() + PAGE
    (alone,), (outcome,) = (
        read_file(crawl(page, **headers), "a.warc") for headers in ({}, {"Content_Encoding": coding})
    )
    assert str(outcome) == str(alone)
