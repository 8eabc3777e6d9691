"""Limits of feeds: what people have is read, and what no parser reads in its time is refused."""

import pytest

from newsdb.document import Document
from newsdb.errors import FileTooLarge, UnreadablePage
from tests.reading.read_files import cut, read_file
from tests.reading.test_feeds import item, rss
from tests.yardstick import run_within, seconds_for


@pytest.mark.parametrize(
    "frame",
    [
        "<a " + " ".join(f"a{number}='b'" for number in range(200)) + ">",
        ("<a " + " ".join(f"a{number}=''" for number in range(12)) + ">") * 20,
    ],
    ids=["attributes", "elements"],
)
@pytest.mark.parametrize("items", [20, 200])
def test_feed_is_charged_for_each_item_with_what_its_frame_makes_slow(frame: str, items: int) -> None:
    feed = rss(*[item(content=None)] * items, head=frame)
    run_within(seconds_for(feed, records=len(cut(feed, "feed.xml"))), lambda: read_file(feed, "feed.xml"))


@pytest.mark.parametrize("attribute", ["a{}='>'", 'a{}=">"', "a{} = '\"'"])
def test_attributes_are_counted_whatever_is_in_them(attribute: str) -> None:
    many = " ".join(attribute.format(number) for number in range(3_000))
    [refused] = read_file(rss(item(extra=f"<a {many}/>")), "feed.xml")
    assert isinstance(refused, UnreadablePage)
    assert "200 attributes" in refused.what


@pytest.mark.parametrize("attribute", ["a{}=b", "a{}"])
def test_attributes_without_quotes_are_read_in_their_time(attribute: str) -> None:
    many = " ".join(attribute.format(number) for number in range(6_000))
    feed = rss(item(extra=f"<a {many}/>"))
    [document] = run_within(seconds_for(feed, records=1), lambda: read_file(feed, "feed.xml"))
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    ("feed", "what"),
    [
        (rss(*[item()] * 2, head="mot " * 20_000), "more than 64 kB around its items"),
        (rss(*[item(content=None)] * 200, head="mot " * 5_000), "200 items, with 20,"),
        (rss(item(extra="<a/>" * 20_000)), "where its length bears"),
        (b"<rss>" + b"<item></item>" * 100_001, "more than 100,000 items"),
    ],
    ids=["frame", "frames", "tags", "items"],
)
def test_refusal_says_which_limit_of_a_feed_it_is(feed: bytes, what: str) -> None:
    [refused] = cut(feed, "feed.xml")
    assert isinstance(refused, FileTooLarge)
    assert what in refused.what
