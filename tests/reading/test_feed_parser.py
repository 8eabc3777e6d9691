"""No author or tag costs more than its time, and no element that feedparser stumbles over costs its item."""

import feedparser
import pytest

from newsdb.document import Document
from tests.reading.read_files import documents, parts, read_file
from tests.reading.test_feeds import SUMMARY, item, rss
from tests.yardstick import run_within, seconds_for

NAMESPACES = (
    b'<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:gml="http://www.opengis.net/gml"'
    b' xmlns:georss="http://www.georss.org/georss" xmlns:psc="http://podlove.org/simple-chapters"'
    b' xmlns:media="http://search.yahoo.com/mrss/" xmlns:q="http://purl.org/dc/elements/1.1/"'
    b' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
)
SLUG = "la-digue-du-port-de-plaisance-rouvre-apres-trois-semaines-de-tempete-et-de-travaux"


def declared(feed: bytes) -> bytes:
    """The feed with the namespaces of what its items may hold."""
    return feed.replace(b"<rss ", NAMESPACES)


@pytest.mark.parametrize(
    "author",
    [
        "<author>{}</author>",
        "<author>{}",
        "<é:author xmlns:é='a:b'>{}</é:author>",
        "<q:creator>{}</q:creator>",
        "<itunes:owner><itunes:name>{}</itunes:name></itunes:owner>",
        "<author><name>{}</name></author><x><author></author></x>",
        "<publisher>{}</publisher></webMaster>",
        "<author><title>x</author></title>{}</author>",
        "<!-- <![CDATA[ --><dc:creator>{}</dc:creator>",
        "<author><![CDATA[<{}>]]></author>",
        "<author><![CDATA[<{}]]></author>",
        "<author><![CDATA[<x y='{}'>]]></author>",
        "<author y='/>'>{}</author>",
        "<author y='<'>{}</author>",
        "<author/x>{}</author>",
    ],
)
@pytest.mark.parametrize("word", ["a" * 20_000, "&#97;" * 4_000, "a@" * 10_000, "a" * 64 + "@" + "a." * 10_000])
def test_endless_word_in_an_author_is_read_in_its_time_however_it_is_written(author: str, word: str) -> None:
    feed = declared(rss(item(extra=author.format(word))))
    [outcome] = run_within(seconds_for(feed, records=1), lambda: read_file(feed, "feed.xml"))
    assert isinstance(outcome, Document)


@pytest.mark.parametrize(
    "words", ["a@" * 480 + " b ", "a" * 64 + "@" + "a." * 32 + " ", "a " * 15_000 + "@", "&lt;" * 15_000, "(" * 30_000]
)
def test_many_words_of_an_author_are_read_in_their_time(words: str) -> None:
    feed = rss(item(extra=f"<author>{words}</author>" * (40_000 // len(words))))
    [document] = run_within(seconds_for(feed, records=1), lambda: read_file(feed, "feed.xml"))
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("redaction@phare", "redaction@phare"),
        ("l@phare.ma", "l@phare.ma"),
        ("Lina Bel l@phare.example", "Lina Bel"),
        ("Lina Bel [l@phare.ma]", "Lina Bel"),
        ("l@phare.ma (Lina Bel (AFP))", "Lina Bel"),
        ("Lina Bel - {l@phare.ma}", "Lina Bel"),
        ("Lina Bel, &amp;lt;l@phare.ma&amp;gt;", "Lina Bel"),
        ("Lina O'Bel l.o'bel@phare.ma", "Lina O'Bel"),
        ('<![CDATA[<a href="mailto:l@phare.ma">Lina Bel</a>]]>', "Lina Bel"),
        ('<![CDATA[<a href="https://mastodon.social/@lina">Lina Bel</a>]]>', "Lina Bel"),
    ],
)
def test_address_beside_an_author_is_not_of_the_name(author: str, name: str) -> None:
    [document] = documents(rss(item(extra=f"<author>{author}</author>")), "feed.xml")
    assert [author.name for author in document.authors] == [name]


@pytest.mark.parametrize(
    "author", ["Lina Bel (via @agence)", "Lina Bel (@lina)", "@lina, @omar", "Sam@mer Radio", "M@rie"]
)
def test_what_is_no_address_of_mail_is_of_the_name(author: str) -> None:
    [document] = documents(rss(item(extra=f"<author>{author}</author>")), "feed.xml")
    assert [author.name for author in document.authors] == [author]


@pytest.mark.parametrize("between", ["; ", ", ", " et ", " and ", " (l@phare.ma) "])
def test_addresses_alone_are_authors(between: str) -> None:
    [document] = documents(rss(item(extra=f"<author>l@phare.ma{between}o@phare.ma</author>")), "feed.xml")
    assert [author.name for author in document.authors] == ["l@phare.ma", "o@phare.ma"]


@pytest.mark.parametrize(
    "author",
    [
        "<author><name>Lina Bel</name><uri>https://phare.example/auteurs/{}</uri></author>",
        "<author><!-- de la rédaction --><name>Lina Bel</name></author><link>https://phare.example/{}</link>",
        "<author><name>Lina Bel<b/></name></author><link>https://phare.example/{}</link>",
        "<author>Lina Bel</author><content:encoded><![CDATA[<p>{}</p>]]></content:encoded>",
    ],
)
def test_long_word_beside_an_author_is_read(author: str) -> None:
    [document] = documents(rss(item(extra=author.format(SLUG))), "feed.xml")
    assert [author.name for author in document.authors] == ["Lina Bel"]


def test_authors_of_an_export_are_no_authors_of_its_items() -> None:
    author = f"<wp:author><wp:author_id>1</wp:author_id><wp:author_login>{SLUG}</wp:author_login></wp:author>"
    [document] = documents(declared(rss(item(), head=author)), "feed.xml")
    assert document.authors == ()


@pytest.mark.parametrize(
    "authors",
    [
        "<authors>Lina Bel et Omar Zed</authors>",
        "<authors><author>Lina Bel</author><author>Omar Zed</author></authors>",
        "<authors><author><name>Lina Bel</name></author><author><name>Omar Zed</name></author></authors>",
        "<authors>Lina Bel</authors><author>Omar Zed</author>",
        "<authors><name>Lina Bel</name><name>Omar Zed</name></authors>",
        "<author><name>Lina Bel</name><uri>a</uri><name></name><name>Omar Zed</name><email>a</email></author>",
    ],
)
def test_authors_in_one_element_are_authors(authors: str) -> None:
    [document] = documents(rss(item(extra=authors)), "feed.xml")
    assert [author.name for author in document.authors] == ["Lina Bel", "Omar Zed"]


TERMS = [f"mot {number}" for number in range(12_000)]


@pytest.mark.parametrize(
    "tags",
    [
        f"<tags>{','.join(TERMS)}</tags>",
        f"<itunes:keywords>{','.join(TERMS)}</itunes:keywords>",
        "".join(f"<category>{term}</category>" for term in TERMS),
        "".join(f"<category domain='port'>{term}</category>" for term in TERMS),
        "".join(f"<category term='{term}'/>" for term in TERMS),
        f"<category>{TERMS[0]}</category>" * 3 + f"<tags>{','.join(TERMS + TERMS)}</tags>",
    ],
    ids=["tags", "keywords", "categories", "domain", "attributes", "twice"],
)
def test_each_of_thousands_of_tags_is_a_subject_once(tags: str) -> None:
    feed = declared(rss(item(extra=tags)))
    [document] = run_within(seconds_for(feed, records=1), lambda: documents(feed, "feed.xml"))
    assert list(document.subjects) == TERMS


UNFORESEEN = [
    "<title_detail>x</title_detail>",
    "<title_detail type='html'/>",
    "<summary_detail>x</summary_detail>",
    "<contributors>x</contributors><contributor><name>q</name></contributor>",
    "<gml:pos>45 3</gml:pos>",
    "<gml:Point><gml:pos>45 3</gml:pos></gml:Point>",
    "<psc:chapters><psc:chapter title='x'/></psc:chapters>",
    "<textInput><media:restriction>x</media:restriction></textInput>",
    "<links>x</links><link>https://phare.example/port</link>",
    "<enclosures>x</enclosures><enclosure url='https://phare.example/a.mp3'/>",
]


@pytest.mark.parametrize("broken", ["", "<a>&rien;"], ids=["whole", "broken"])
@pytest.mark.parametrize("element", UNFORESEEN)
def test_item_with_an_element_that_feedparser_has_not_foreseen_is_read(element: str, broken: str) -> None:
    after = "<dc:creator>Lina Bel</dc:creator><category>Port</category>"
    feed = declared(rss(item(extra=element + after + broken), head=element))
    [document] = documents(feed, "feed.xml")
    [plain] = documents(rss(item(extra=after)), "feed.xml")
    assert document.text == plain.text
    assert (document.subjects, document.authors) == (plain.subjects, plain.authors)


def test_element_left_out_in_a_text_leaves_the_text() -> None:
    content = f"<content type='xhtml'><p>{SUMMARY}</p><gml:pos>45 3</gml:pos><p>La mer monte.</p></content>"
    [document] = documents(declared(rss(item(content=None, extra=content))), "feed.xml")
    assert parts(document, "paragraph")[-1].endswith("La mer monte.")


def test_other_readers_of_feeds_in_the_process_keep_theirs() -> None:
    documents(rss(item()), "feed.xml")
    [entry] = feedparser.parse(rss(item(extra="<author>l@phare.com (Lina Bel)</author>"))).entries
    assert entry.author_detail == {"name": "Lina Bel", "email": "l@phare.com"}
    assert feedparser.api.PREFERRED_XML_PARSERS
