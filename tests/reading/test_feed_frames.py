"""Frames of feeds: each item is kept with what its readers take of what stands around it, and with no more."""

import html

import pytest

from newsdb.errors import MalformedFile
from newsdb.reading import Record
from tests.reading.read_files import cut, documents, read_file
from tests.reading.test_feeds import item, rss
from tests.yardstick import run_within, seconds_for

AUTHOR = "<wp:author>" + "".join(f"<wp:author_{part}>lina</wp:author_{part}>" for part in "abcdef") + "</wp:author>"


def wordpress(posts: int, length: int, *, categories: int, tags: int) -> bytes:
    """An export of a blog: its categories and tags stand in the head, each of several elements."""
    head = "".join(
        f"<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename><![CDATA[c{number}]]></wp:category_nicename>"
        f"<wp:cat_name><![CDATA[Rubrique {number}]]></wp:cat_name></wp:category>"
        for number in range(categories)
    ) + "".join(
        f"<wp:tag><wp:term_id>{number}</wp:term_id><wp:tag_slug><![CDATA[{number}]]></wp:tag_slug>"
        f"<wp:tag_name><![CDATA[Mot de plus {number}]]></wp:tag_name></wp:tag>"
        for number in range(tags)
    )
    story = "<p>" + "La digue tient bon. " * (length // 20) + "</p>"
    items = (
        item(title=f"Brève {number}", content=story, extra="<category domain='post_tag'>Port</category>")
        for number in range(posts)
    )
    return rss(*items, head=head + AUTHOR * 10).replace(b"<rss ", b'<rss xmlns:wp="http://wordpress.org/export/1.2/" ')


def blogger(entries: int, length: int, *, labels: int) -> bytes:
    """A feed that names all labels of the blog before its title."""
    head = "".join(f"<category term='mot {number}'/>" for number in range(labels))
    story = "La digue tient bon. " * (length // 20)
    items = "".join(
        f"<entry><title>Brève {number}</title><link href='https://phare.example/{number}'/>"
        f"<category term='Port'/><content>{story}</content></entry>"
        for number in range(entries)
    )
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='fr-FR'><id>tag:blogger.com,1999:blog-1</id>"
        f"{head}<title>Le Phare du Littoral</title>{items}</feed>"
    ).encode()


@pytest.mark.parametrize(
    ("feed", "count"),
    [
        (wordpress(500, 3_000, categories=20, tags=50), 500),
        (wordpress(100, 5_500, categories=0, tags=100), 100),
        (wordpress(30, 3_000, categories=20, tags=3_000), 30),
        (wordpress(100, 1_500, categories=10, tags=10), 100),
        (blogger(150, 1_000, labels=500), 150),
        (blogger(30, 1_000, labels=3_000), 30),
    ],
    ids=["posts", "long posts", "tags", "short lists", "entries", "labels"],
)
def test_feed_that_lists_all_tags_of_a_blog_is_read_whole(feed: bytes, count: int) -> None:
    read = run_within(seconds_for(feed, records=count), lambda: documents(feed, "feed.xml"))
    assert [document.headline for document in read] == [f"Brève {number}" for number in range(count)]
    assert {document.outlet and document.outlet.name for document in read} == {"Le Phare du Littoral"}
    assert {(document.subjects, document.language) for document in read} == {(("Port",), "fr")}


# What a feed of headlines says of itself: some 35 elements in less than a kilobyte.
SHORT = (
    "<docs>a</docs><copyright>a</copyright><ttl>60</ttl><webMaster>a</webMaster><category>a</category>"
    "<image><url>a</url><title>a</title><link>a</link><width>88</width><height>31</height></image>"
    "<skipDays><day>Saturday</day><day>Sunday</day></skipDays>"
    f"<skipHours>{''.join(f'<hour>{hour}</hour>' for hour in range(12))}</skipHours>"
    "<owner><name>a</name><email>a</email></owner><explicit>no</explicit><rating>a</rating>"
)


@pytest.mark.parametrize("head", [SHORT, SHORT + f"<description>{'mot ' * 500}</description>"], ids=["short", "long"])
@pytest.mark.parametrize("count", [160, 400])
def test_headlines_are_read_whatever_the_length_of_the_head(head: str, count: int) -> None:
    headlines = (
        f"<item><title>Brève {number}</title><link>https://phare.example/{number}</link><pubDate>lundi</pubDate></item>"
        for number in range(count)
    )
    feed = rss(*headlines, head=head)
    read = run_within(seconds_for(feed, records=count), lambda: documents(feed, "feed.xml"))
    assert [document.headline for document in read] == [f"Brève {number}" for number in range(count)]


def test_item_is_the_same_record_whatever_the_feed_says_of_itself() -> None:
    heads = ["", SHORT, LONG, "<!-- lundi -->", "<lastBuildDate><![CDATA[lundi]]></lastBuildDate>", LONG + SHORT]
    records = [record for head in heads for record in cut(rss(item(), head=head), "f.xml")]
    assert len({record.content for record in records if isinstance(record, Record)}) == 1


def test_list_without_end_loses_nothing_of_the_feed() -> None:
    head = "<wp:tag>mot " * 500
    [document] = documents(rss(item(), head=head), "feed.xml")
    assert document.outlet is not None
    assert document.outlet.name == "Le Phare du Littoral"


def test_comments_between_items_are_of_none() -> None:
    whole = rss(*(item(title=f"Brève {number}", content=None) for number in range(1_000)))
    pieces = whole.split(b"<item>")
    commented = pieces[0] + b"<item>".join(
        [b"", *(piece + b"<!-- article %d: <b>%s -->" % (number, b"x" * 30) for number, piece in enumerate(pieces[1:]))]
    )
    expected = [record.content for record in cut(whole, "f.xml") if isinstance(record, Record)]
    assert len(expected) == 1_000
    found = [record.content for record in cut(commented, "f.xml") if isinstance(record, Record)]
    assert found == expected


def test_comment_in_quoted_text_between_items_is_text() -> None:
    note = "<![CDATA[Avant <!-- pas de commentaire --> après]]>"
    records = cut(rss(item(), note + item()), "f.xml")
    assert all(isinstance(record, Record) and note.encode() in record.content for record in records)


DESCRIPTION = html.escape(
    "<p>Chaque jour, la rédaction revient sur l'actualité.</p>"
    + "".join(f'<p>Sur <a href="https://{name}.example/?a=1&b=2">{name}</a></p>' for name in "abcdef")
)


def podcast(items: int) -> bytes:
    """Short items below what a broadcast says of itself, again for each program that plays it."""
    head = (
        f"<description>{DESCRIPTION}</description><itunes:summary>{DESCRIPTION}</itunes:summary>"
        f"<g:description>{DESCRIPTION}</g:description><image><url>a.png</url><title>Image</title></image>"
    )
    feed = rss(*[item(content=None)] * items, head=head)
    return feed.replace(b"<rss ", b'<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:g="a:g" ')


@pytest.mark.parametrize("items", [100, 1_000])
def test_short_items_below_long_descriptions_are_read(items: int) -> None:
    feed = podcast(items)
    read = run_within(seconds_for(feed, records=items), lambda: documents(feed, "feed.xml"))
    assert len(read) == items
    assert {(document.outlet and document.outlet.name, document.language) for document in read} == {
        ("Le Phare du Littoral", "fr")
    }


def topics(count: int) -> str:
    """What a feed of RSS 1.0 says of its subjects, behind its items or between them."""
    return "".join(
        f"<taxo:topic xmlns:taxo='a:t' rdf:about='t{number}'><rdf:type resource='x'/></taxo:topic>"
        for number in range(count)
    ).replace(" xmlns:taxo='a:t'", "")


def test_lists_behind_and_between_items_are_of_none() -> None:
    whole = rss(*[item(content=None)] * 30)
    listed = rss(*[topics(30) + item(content=None)] * 30).replace(b"</channel>", topics(150).encode() + b"</channel>")
    read = run_within(seconds_for(listed, records=30), lambda: documents(listed, "feed.xml"))
    assert [document.text for document in read] == [document.text for document in documents(whole, "feed.xml")]


LONG = f"<description>{DESCRIPTION * 3}</description>"


@pytest.mark.parametrize(
    ("kept", "dropped"),
    [
        ("<title>Le <b>Phare</b></title>", ""),
        ("<dc:language>fr</dc:language>", "<!-- <dc:language>de</dc:language> -->"),
        ("<x:page xmlns:x='a:b' href='c'/>", "<x:page href='c'/>"),
        ("<note>mot", "<note><![CDATA[</note>]]></note>"),
        ("", "<IMAGE><title>Image</title><url>a</IMAGE>"),
        ("mot", "<a><a/></a>\n<b/>"),
        ("</c>", "<a href='>'>mot</a>"),
    ],
)
def test_long_head_is_kept_without_what_no_item_needs(kept: str, dropped: str) -> None:
    [record] = cut(rss(item(), head=dropped + LONG + kept + dropped), "f.xml")
    assert isinstance(record, Record)
    head = f"<channel><title>Le Phare du Littoral</title><language>fr-FR</language>{kept}<item>"
    assert head.encode() in record.content


def test_title_behind_the_items_or_in_an_element_of_its_own_is_of_the_feed() -> None:
    title = "<title>Le Phare du Littoral</title>"
    feed = rss(item(), head=LONG).decode().replace(title, "", 1)
    for written in (
        feed.replace("</channel>", f"{LONG}{title}</channel>"),
        feed.replace("<language>", f"<about>{title}</about><language>", 1),
    ):
        [document] = documents(written.encode(), "f.xml")
        assert document.outlet is not None
        assert document.outlet.name == "Le Phare du Littoral"


def test_article_under_another_name_among_the_items_is_not_lost() -> None:
    entry = f"<list><entry><title>Marée haute</title>{LONG}</entry></list>"
    for feed in (rss(item(), head=entry), rss(item() + entry)):
        [refused] = read_file(feed, "f.xml")
        assert isinstance(refused, MalformedFile)
        assert "2 items" in refused.what


@pytest.mark.parametrize(
    "around",
    [
        "<b>" * 300_000,
        "</b>" * 300_000,
        "<b/>x" * 300_000,
        "<a><b></a>" * 100_000,
        "<a>" * 900 + "<b></c></b>" * 100_000,
    ],
    ids=["open", "closed", "empty", "crossed", "below"],
)
def test_frame_is_cut_in_its_time_whatever_is_open_in_it(around: str) -> None:
    for feed in (rss(item(), head=around), rss(item() + around)):
        run_within(seconds_for(feed), lambda data=feed: cut(data, "f.xml"))
