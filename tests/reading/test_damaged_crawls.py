"""A damaged crawl costs the pages that are damaged, and whoever reads it finds its own logging as it was."""

import io
import logging

import pytest

from newsdb.document import Document
from newsdb.errors import MalformedFile, NoArticle
from newsdb.reading import open_records
from newsdb.reading.containers.streams import buffered
from tests.reading.read_files import read_file
from tests.reading.test_archives import PAGES, make_warc


@pytest.mark.parametrize(
    ("sound", "damaged"),
    [
        (b"\r\n\r\nWARC/", b"un reste sans fin " * 9_000 + b"\r\n\r\nWARC/"),
        (b"https://phare.example/lampe", b"https://phare.example/la lampe"),
    ],
    ids=["remainder", "address"],
)
def test_damaged_crawl_is_read_and_nothing_is_printed(
    sound: bytes, damaged: bytes, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    crawl = make_warc(*PAGES).replace(sound, damaged)
    assert len([outcome for outcome in read_file(crawl, "c.warc") if isinstance(outcome, Document)]) == 2
    assert capsys.readouterr() == ("", "")
    assert not caplog.records


def test_answer_without_an_address_costs_only_itself() -> None:
    crawl = make_warc(*PAGES).replace(b"WARC-Target-URI: https://phare.example/lampe", b"X: y")
    refused, other = read_file(crawl, "c.warc")
    assert isinstance(refused, MalformedFile)
    assert "WARC-Target-URI" in refused.what
    assert isinstance(other, Document)


@pytest.mark.parametrize(
    ("page", "status"), [(PAGES[0], "404 Not Found"), (PAGES[1], "200 OK")], ids=["not found", "image"]
)
def test_answer_that_is_no_page_is_passed_over_without_an_address_too(
    page: tuple[str, bytes, str], status: str
) -> None:
    crawl = make_warc(page, status=status).replace(b"WARC-Target-URI: https://phare.example/", b"X: ")
    [outcome] = read_file(crawl, "c.warc")
    assert isinstance(outcome, NoArticle)


def test_host_keeps_the_warnings_of_its_own_use_of_warcio(caplog: pytest.LogCaptureFixture) -> None:
    damaged = make_warc(*PAGES).replace(b"https://phare.example/lampe", b"https://phare.example/la lampe")
    loggers = [logging.getLogger("warcio"), logging.getLogger("warcio.recordloader")]
    kept = [(logger.level, list(logger.filters)) for logger in loggers]
    for _ in open_records(buffered(io.BytesIO(damaged)), "c.warc"):
        loggers[1].warning("of the host")
    assert caplog.messages == ["of the host"] * 2
    assert [(logger.level, list(logger.filters)) for logger in loggers] == kept
