"""Archives, compressed files and crawls: every member is read, damage costs what is damaged, and bombs cost nothing."""

import bz2
import functools
import gzip
import io
import struct
import tarfile
import tracemalloc
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newsdb.document import Document
from newsdb.errors import FileTooLarge, InputError, MalformedFile, NoArticle, TruncatedFile, UnknownFormat, UnsafeFile
from newsdb.extraction import extract_facts
from newsdb.reading import Record, read_record
from newsdb.reading.containers.streams import LARGEST_RATIO
from tests.reading.read_files import cut, documents, read_file
from tests.reading.reading_pages import page_dump
from tests.reading.saved_pages import saved_page
from tests.reading.test_feeds import item, rss
from tests.yardstick import run_within

TEXT = (
    "Le phare rallumé\n\nLe phare a été rallumé dimanche par Nadia Berrahou, qui en garde la lampe depuis vingt ans.\n"
)
MEMBERS = {
    "a/phare.txt": TEXT.encode(),
    "b/page.txt": page_dump().encode(),
    "b/flux.xml": rss(item(), item(title="Marée haute")),
}


def make_zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def make_tar(members: dict[str, bytes], mode: str = "w") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return target.getvalue()


def make_warc(*pages: tuple[str, bytes, str], is_gzip: bool = False, status: str = "200 OK") -> bytes:
    target = io.BytesIO()
    writer = WARCWriter(target, gzip=is_gzip)
    writer.write_record(writer.create_warcinfo_record("crawl.warc", {"software": "a test"}))
    for url, content, media_type in pages:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        request = StatusAndHeaders("GET / HTTP/1.1", [("Host", "x")], is_http_request=True)
        writer.write_record(writer.create_warc_record(url, "request", http_headers=request))
        writer.write_record(
            writer.create_warc_record(url, "response", payload=io.BytesIO(content), http_headers=headers)
        )
    return target.getvalue()


PAGES = [
    ("https://phare.example/lampe", TEXT.encode(), "text/plain; charset=utf-8"),
    ("https://phare.example/logo.png", b"\x89PNG\r\n\x1a\n", "image/png"),
    ("https://phare.example/ete", TEXT.replace("phare", "été").encode("cp1252"), "text/plain; charset=windows-1252"),
]


@pytest.mark.parametrize("make", [make_zip, make_tar, lambda members: make_tar(members, "w:gz")])
def test_members_are_read_under_their_places(make: object) -> None:
    content = make(MEMBERS)  # type: ignore[operator]
    found = documents(content, "a.bin")
    assert [document.source for document in found] == [
        "a.bin!/a/phare.txt",
        "a.bin!/b/page.txt",
        "a.bin!/b/flux.xml#item 1",
        "a.bin!/b/flux.xml#item 2",
    ]
    assert [document.reader for document in found] == ["plain text", "page dump", "feed item", "feed item"]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress])
def test_compressed_file_is_the_file(compress: object) -> None:
    assert cut(compress(TEXT.encode()), "a.txt.gz") == [Record("a.txt.gz", TEXT.encode())]  # type: ignore[operator]


@pytest.mark.parametrize("is_gzip", [False, True])
def test_pages_of_a_crawl_are_read_and_the_rest_is_passed_over(is_gzip: bool) -> None:
    found = documents(make_warc(*PAGES, is_gzip=is_gzip), "c.warc.gz")
    assert [document.canonical_url for document in found] == [PAGES[0][0], PAGES[2][0]]
    assert [document.headline for document in found] == ["Le phare rallumé", "Le été rallumé"]
    assert all(document.source.startswith("c.warc.gz#record at ") for document in found)


def test_crawl_is_the_same_records_however_it_is_compressed() -> None:
    plain = make_warc(*PAGES)
    assert (
        cut(plain, "c")
        == cut(gzip.compress(plain), "c")
        == cut(gzip.compress(plain[:900]) + gzip.compress(plain[900:]), "c")
    )


def test_record_of_a_crawl_is_cut_into_itself() -> None:
    for record in cut(make_warc(*PAGES), "c.warc"):
        assert isinstance(record, Record)
        assert [again.content for again in cut(record.content, "r") if isinstance(again, Record)] == [record.content]


def test_errors_of_servers_are_no_articles() -> None:
    [refused] = read_file(make_warc(PAGES[0], status="404 Not Found"), "c.warc")
    assert isinstance(refused, NoArticle)


@pytest.mark.parametrize("cut_at", [0.3, 0.6, 0.95])
@pytest.mark.parametrize("is_gzip", [False, True])
def test_truncated_crawl_gives_what_is_whole_and_one_reject(is_gzip: bool, cut_at: float) -> None:
    pages = [(f"https://x.example/{n}", TEXT.encode() + b"%d" % n, "text/plain") for n in range(10)]
    whole = make_warc(*pages, is_gzip=is_gzip)
    outcomes = read_file(whole[: int(len(whole) * cut_at)], "c.warc.gz")
    *read, last = outcomes
    assert isinstance(last, TruncatedFile | MalformedFile)
    assert last.where.startswith("c.warc.gz")
    assert [type(outcome) for outcome in read] == [Document] * len(read)
    assert abs(len(read) - 10 * cut_at) <= 1.5


def test_wacz_gives_its_crawls_and_not_its_indexes() -> None:
    content = make_zip(
        {
            "datapackage.json": b'{"profile": "data-package"}',
            "pages/pages.jsonl": b'{"format": "json-pages-1.0", "title": "Un titre", "text": "x"}\n',
            "archive/data.warc.gz": make_warc(*PAGES, is_gzip=True),
        },
        zipfile.ZIP_STORED,
    )
    assert [document.source.split("#")[0] for document in documents(content, "c.wacz")] == [
        "c.wacz!/archive/data.warc.gz"
    ] * 2


def test_truncated_tar_and_gzip_give_what_is_whole_and_one_reject() -> None:
    tar = make_tar({f"{n}.txt": TEXT.encode() * (n + 1) for n in range(5)})
    for content in (tar[:3300], gzip.compress(tar)[:200]):
        *read, last = read_file(content, "a.tar.gz")
        assert isinstance(last, TruncatedFile | MalformedFile)
        assert all(isinstance(outcome, Document) for outcome in read)
    lines = b"".join(b'{"title": "Titre %d", "text": "Un texte assez long."}\n' % n for n in range(20_000))
    *read, last = cut(gzip.compress(lines)[:-5000], "l.jsonl.gz")
    assert isinstance(last, TruncatedFile)
    assert len(read) > 1000


def test_truncated_zip_is_one_reject() -> None:
    [refused] = read_file(make_zip(MEMBERS)[:-30], "a.zip")
    assert isinstance(refused, TruncatedFile)


def test_damaged_member_costs_only_itself() -> None:
    content = bytearray(make_zip(MEMBERS, zipfile.ZIP_STORED))
    content[content.index(b"Nadia")] = 0x40
    outcomes = read_file(bytes(content), "a.zip")
    assert [type(outcome) for outcome in outcomes] == [MalformedFile, Document, Document, Document]


@pytest.mark.parametrize("name", ["../../etc/cron.d/x", "/etc/passwd", "a/../../b.txt", "C:/x.txt", "..\\x.txt"])
@pytest.mark.parametrize("make", [make_zip, make_tar])
def test_path_that_leaves_the_archive_is_refused_alone(make: object, name: str) -> None:
    outcomes = read_file(make({name: TEXT.encode(), "b.txt": TEXT.encode()}), "a")  # type: ignore[operator]
    assert [type(outcome) for outcome in outcomes] == [UnsafeFile, Document]


@pytest.mark.parametrize(("of_member", "of_list", "value"), [(8, 10, 93), (4, 6, 90)], ids=["a method", "a version"])
def test_zip_of_another_way_of_packing_is_no_damage(of_member: int, of_list: int, value: int) -> None:
    """The offsets are those of the header of a member and of its entry in the list of members (APPNOTE 4.3)."""
    content = bytearray(make_zip({"a.txt": TEXT.encode()}))
    content[of_member] = content[content.index(b"PK\x01\x02") + of_list] = value
    [refused] = read_file(bytes(content), "a.zip")
    assert isinstance(refused, UnknownFormat)
    assert refused.remedy == "unpack the archive, then load its files"


def test_office_document_and_encrypted_member_are_named() -> None:
    [office] = read_file(make_zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>"}), "a.docx")
    assert isinstance(office, UnknownFormat)
    content = bytearray(make_zip({"a.txt": TEXT.encode()}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    [secret] = read_file(bytes(content), "a.zip")
    assert isinstance(secret, UnsafeFile)
    assert "encrypted" in secret.what


def test_hidden_members_and_documentation_are_passed_over() -> None:
    members = {"__MACOSX/._a.txt": b"\0\0", ".git/config": b"x", "README.md": TEXT.encode(), "a.txt": TEXT.encode()}
    assert [document.source for document in documents(make_zip(members), "a.zip")] == ["a.zip!/a.txt"]
    [empty] = read_file(make_zip({}), "a.zip")
    assert isinstance(empty, NoArticle)


def nested(depth: int) -> bytes:
    content = TEXT.encode()
    for _ in range(depth):
        content = make_zip({"a": content})
    return content


def test_archives_in_archives_are_opened_to_a_depth() -> None:
    assert len(documents(nested(3), "a.zip")) == 1
    [refused] = read_file(nested(40), "a.zip")
    assert isinstance(refused, UnsafeFile)
    assert len(refused.where) < 100


ZEROS = b"\0" * 1024**2


@functools.cache
def zeros(megabytes: int) -> bytes:
    target = io.BytesIO()
    with gzip.GzipFile(fileobj=target, mode="w", compresslevel=1) as stream:
        for _ in range(megabytes):
            stream.write(ZEROS)
    return target.getvalue()


def overlapping_zip() -> bytes:
    """A bomb whose thousand members share one content."""
    content = make_zip({"a": ZEROS * 8})
    start = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    entry = content[start:end]
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1000, 1000, len(entry) * 1000, start, 0)
    return content[:start] + entry * 1000 + tail


def read_traced(content: bytes, name: str) -> tuple[list[Document | InputError], int]:
    """What comes of the file, and the most memory that it took."""
    tracemalloc.start()
    outcomes = read_file(content, name)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return outcomes, peak


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda: zeros(1024), "zeros.gz"),
        (lambda: gzip.compress(zeros(1024)), "twice.gz"),
        (lambda: make_zip({"a.txt": ZEROS * 200}), "zeros.zip"),
        (lambda: make_zip({f"{n}.txt": b"a" + ZEROS * 60 for n in range(5)}), "many.zip"),
        (lambda: make_tar({"a.txt": ZEROS * 200}, "w:gz"), "zeros.tar.gz"),
        (overlapping_zip, "overlap.zip"),
    ],
)
def test_bomb_takes_bounded_time_and_memory(make: object, name: str) -> None:
    content = make()  # type: ignore[operator]
    outcomes, peak = run_within(20, lambda: read_traced(content, name))
    assert peak < 400 * 1024**2
    assert all(isinstance(outcome, InputError) for outcome in outcomes)
    assert any(isinstance(outcome, FileTooLarge | MalformedFile) for outcome in outcomes)
    assert LARGEST_RATIO >= 30


def test_compressed_page_of_a_crawl_is_undone_and_its_bomb_is_not() -> None:
    for content, expected in ((gzip.compress(TEXT.encode()), "Le phare rallumé"), (zeros(100), None)):
        target = io.BytesIO()
        writer = WARCWriter(target, gzip=False)
        headers = StatusAndHeaders(
            "200 OK", [("Content-Type", "text/plain"), ("Content-Encoding", "gzip")], protocol="HTTP/1.1"
        )
        writer.write_record(
            writer.create_warc_record(
                "https://x.example/", "response", payload=io.BytesIO(content), http_headers=headers
            )
        )
        [outcome] = read_file(target.getvalue(), "c.warc")
        if expected:
            assert isinstance(outcome, Document)
            assert outcome.headline == expected
        else:
            assert isinstance(outcome, FileTooLarge)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["zip", "tar", "warc", "gz"]), st.data())
def test_no_damage_is_more_than_a_rejection(kind: str, data: st.DataObject) -> None:
    made = {
        "zip": lambda: make_zip(MEMBERS),
        "tar": lambda: make_tar(MEMBERS),
        "warc": lambda: make_warc(*PAGES),
        "gz": lambda: gzip.compress(TEXT.encode()),
    }
    content = bytearray(made[kind]())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut_at = data.draw(st.integers(0, len(content)))
    assert read_file(bytes(content[:cut_at]), "a") is not None


def test_record_is_read_alone() -> None:
    for content in (make_zip(MEMBERS), make_warc(*PAGES)):
        for record in cut(content, "a"):
            assert isinstance(record, Record)
            assert read_record(record.content, "another name").headline


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_saved_page_is_the_same_article_alone_and_in_archives(encoding: str) -> None:
    head = "<link rel='canonical' href='https://detroit.example/marche'>"
    page = saved_page(head=head).replace("charset='utf-8'", f"charset='{encoding}'").encode(encoding)
    [alone] = documents(page, "page.html")
    assert alone.reader == "HTML page"
    crawl = make_warc(("https://detroit.example/marche?x=1", page, "text/html"), is_gzip=True)
    packed = make_zip({"a/page.html": page, "b.warc.gz": crawl})
    found = documents(packed, "a.zip")
    assert found[0].source == "a.zip!/a/page.html"
    assert [replace(document, source="") for document in found] == [replace(alone, source="")] * 2
    assert [extract_facts(document) for document in found] == [extract_facts(alone)] * 2
