"""Limits of feeds: what people have is read, and what no parser reads in its time is refused."""

import pytest

from newsdb.document import Document
from newsdb.errors import UnreadablePage
from tests.reading.read_files import documents, read_file
from tests.reading.test_feeds import SUMMARY, item, rss
from tests.yardstick import run_within, seconds_for

AUTHOR = "<dc:creator><![CDATA[Lina Bel]]></dc:creator><author>l@phare.example (Lina Bel)</author><author/>"


@pytest.mark.parametrize(
    "word",
    [
        "https://u1.ct.sendgrid.net/ls/click?upn=" + "u001.Ab-9" * 200,
        "<img src='data:image/png;base64," + "iVBORw0KGgo" * 500 + "'>",
        "-" * 1_000,
    ],
    ids=["address", "image", "rule"],
)
def test_long_word_beside_an_author_is_read(word: str) -> None:
    body = f"<p>{SUMMARY} La digue tient.</p><p>{word}</p><p>La mer monte.</p>"
    for extra in (AUTHOR, "<author><name>Lina Bel</name><uri>https://phare.example/</uri></author>"):
        [document] = documents(rss(item(content=body, extra=extra)), "feed.xml")
        assert [author.name for author in document.authors] == ["Lina Bel"]
        assert "La mer monte." in document.text


@pytest.mark.parametrize(
    "author",
    [
        "<author>{}</author>",
        "<author>{}",
        "<é:author xmlns:é='a:b'>{}</é:author>",
        "<managingEditor a='b'><![CDATA[</managingEditor>{}]]></managingEditor>",
        "<author><title>x</author></title>{}</author>",
        "<!-- <![CDATA[ --><dc:creator>{}</dc:creator>",
    ],
)
@pytest.mark.parametrize("letter", ["a", "&#97;", "&#x61;", "a<b/>", "a<![CDATA[b]]>"])
def test_endless_word_in_an_author_is_refused_however_it_is_written(author: str, letter: str) -> None:
    feed = rss(item(extra=author.format(letter * 5_000)))
    [refused] = run_within(seconds_for(feed, records=1), lambda: read_file(feed, "feed.xml"))
    assert isinstance(refused, UnreadablePage)
    assert "more than 64 letters in an author" in refused.what


def test_longest_word_of_an_author_is_read_in_its_time_however_often_it_stands_there() -> None:
    for words in ("a" * 64 + " ", "a" * 64 + "@" + "a." * 32 + " "):
        feed = rss(item(extra=f"<author>{words * 1_000}</author>"))
        [document] = run_within(seconds_for(feed, records=1), lambda data=feed: read_file(data, "feed.xml"))
        assert isinstance(document, Document)


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
