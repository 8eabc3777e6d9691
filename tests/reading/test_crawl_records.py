"""What of a crawl is a page and what lies beside the pages: logs, copies of their text, what is said to crawlers."""

import gzip

import pytest

from newsdb.errors import InputError, MalformedFile, NoArticle, UnknownFormat
from newsdb.reading import read_record
from tests.reading.read_files import documents, read_file
from tests.reading.test_compressed_pages import PAGE, chunked

TEXT = "Le phare rallumé\n\nLe phare a été rallumé dimanche par Nadia Berrahou.\n".encode()
ADDRESS = "https://phare.example/lampe"


def record(
    content: bytes, *, kind: str = "response", address: str = ADDRESS, media_type: str = "application/http"
) -> bytes:
    lines = [
        *("WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {address}", "WARC-Date: 2026-03-01T00:00:00Z"),
        *(f"Content-Type: {media_type}", f"Content-Length: {len(content)}"),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + content + b"\r\n\r\n"


def answer(body: bytes = PAGE, head: str = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8") -> bytes:
    return f"{head}\r\n\r\n".encode() + body


SOUND = record(answer())


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("metadata://gnu.org/software/wget/warc/wget.log", "resource"),
        ("urn:X-wpull:log", "resource"),
        (f"urn:text:{ADDRESS}", "resource"),
        (f"urn:text:{ADDRESS}", "conversion"),
        ("whois://whois.example/phare.example", "response"),
    ],
)
def test_texts_that_are_no_pages_of_the_web_are_passed_over(address: str, kind: str) -> None:
    beside = record(TEXT, kind=kind, address=address, media_type="text/plain")
    assert [document.canonical_url for document in documents(SOUND + beside, "c.warc")] == [ADDRESS]


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("file:///home/phare.html", "resource"),
        ("ftp://phare.example/a.html", "response"),
        ("HTTPS://Phare.Example/a", "resource"),
    ],
)
def test_page_from_elsewhere_than_the_web_is_read(address: str, kind: str) -> None:
    [document] = documents(record(PAGE, kind=kind, address=address, media_type="text/html"), "c.warc")
    assert document.headline == "Le quai de Safi rouvre"
    assert (document.canonical_url == address) is address.startswith("HTTPS")


@pytest.mark.parametrize(
    "content",
    [
        answer(head="HTTP/1.1 200OK\r\nContent-Type: text/html"),
        answer(head="HTTP/1.1 203 Non-Authoritative Information\r\nContent-Type: text/html"),
        answer(head="HTTP/1.1 200 OK\r\ncontent-type : Text/HTML"),
        answer(head="HTTP/1.1 200 OK\r\nServer: x"),
        answer(head="HTTP/1.1 200 OK\r\nContent-Type:\r\nServer: x"),
        answer(head="HTTP/1.1 200 OK").replace(b"\r\n", b"\n"),
        answer(chunked(PAGE), "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked"),
        answer(gzip.compress(PAGE), "HTTP/1.1 200 OK\r\nContent-Encoding: gzip"),
    ],
    ids=[
        "no space",
        "proxy",
        "capitals",
        "no type",
        "empty type",
        "no type, other line ends",
        "no type, chunks",
        "no type, gzip",
    ],
)
@pytest.mark.parametrize("media_type", ["application/http; msgtype=response", "Application/HTTP", ""])
def test_answer_with_a_page_is_read(content: bytes, media_type: str) -> None:
    [document] = documents(record(content, media_type=media_type), "c.warc")
    assert document.headline == "Le quai de Safi rouvre"


@pytest.mark.parametrize(
    "content",
    [
        answer(head="HTTP/1.1 204 No Content"),
        answer(head="HTTP/1.1 2000 OK"),
        answer(b"GIF89a", "HTTP/1.1 200 OK"),
        answer(b'{"a": 1}', "HTTP/1.1 200 OK"),
        answer(b"", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip"),
        answer(head="HTTP/1.1 200 OK\r\nContent-Type: image/png"),
        b"HTTP/1.1 200 OK",
    ],
)
def test_answer_without_a_page_is_passed_over(content: bytes) -> None:
    assert [document.canonical_url for document in documents(SOUND + record(content), "c.warc")] == [ADDRESS]


@pytest.mark.parametrize("kind", ["resource", "conversion"])
@pytest.mark.parametrize("address", [ADDRESS, f"<{ADDRESS}>", ADDRESS.replace("https", "HTTPS")])
def test_text_of_a_page_that_was_kept_instead_of_it_is_read(kind: str, address: str) -> None:
    [document] = documents(record(TEXT, kind=kind, address=address, media_type="text/plain"), "c.warc")
    assert document.headline == "Le phare rallumé"


def test_what_is_said_to_crawlers_is_passed_over_and_what_is_said_of_it_is_not() -> None:
    robots = answer(b"User-agent: *\nDisallow: /x\n", "HTTP/1.1 200 OK\r\nContent-Type: text/plain")
    for address in ("https://phare.example/robots.txt", "http://phare.example:80/robots.txt?x"):
        [nothing] = read_file(record(robots, address=address), "c.warc")
        assert isinstance(nothing, NoArticle)
    assert documents(record(answer(), address="https://phare.example/que-dit/robots.txt"), "c.warc")


@pytest.mark.parametrize("address", ["", "phare.example/lampe"])
def test_answer_from_no_address_of_the_web_is_counted(address: str) -> None:
    [refused] = read_file(record(answer(), address=address), "c.warc")
    assert isinstance(refused, MalformedFile)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_crawl_in_the_format_before_is_refused_by_its_name(pack: object) -> None:
    """However long it is: the addresses and lengths of its records are those of the description of ARC."""
    head = b"1 0 X\nURL IP-address Archive-date Content-type Archive-length\n"
    page = answer()
    crawl = b"filedesc://a.arc 0.0.0.0 20050301000000 text/plain %d\n%s\n" % (len(head), head)
    crawl += b"%s 192.0.2.1 20050301000000 text/html %d\n%s\n" % (ADDRESS.encode(), len(page), page)
    crawl += b"x" * 17_000_000
    [refused] = read_file(pack(crawl), "a.arc.gz")  # type: ignore[operator]
    assert isinstance(refused, UnknownFormat)
    assert "ARC" in refused.what
    assert "warcio recompress" in refused.remedy
    with pytest.raises(InputError):
        read_record(crawl, "a.arc")
