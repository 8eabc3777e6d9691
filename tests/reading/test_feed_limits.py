"""Limits of feeds: what people have is read, and what no parser reads in its time is refused."""

import pytest

from newsdb.document import Document
from newsdb.errors import FileTooLarge, UnreadablePage
from newsdb.reading import Record
from tests.reading.read_files import cut, documents, read_file
from tests.reading.test_feeds import item, rss
from tests.yardstick import run_within, seconds_for


@pytest.mark.parametrize(
    "frame",
    [
        "<managingEditor>" + "a" * 20_000 + "</managingEditor>",
        "<author>" + ("a" * 64 + "@" + "a." * 31 + "- ") * 150 + "</author>",
        "<a " + " ".join(f"a{number}='b'" for number in range(200)) + ">",
        ("<a " + " ".join(f"a{number}=''" for number in range(12)) + ">") * 20,
    ],
    ids=["word", "domains", "attributes", "elements"],
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
    return rss(*items, head=f"<wp:author><wp:author_login>lina</wp:author_login></wp:author>{head}").replace(
        b"<rss ", b'<rss xmlns:wp="http://wordpress.org/export/1.2/" '
    )


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
        (blogger(150, 1_000, labels=500), 150),
        (blogger(30, 1_000, labels=3_000), 30),
    ],
    ids=["posts", "long posts", "tags", "entries", "labels"],
)
def test_feed_that_lists_all_tags_of_a_blog_is_read_whole(feed: bytes, count: int) -> None:
    read = run_within(seconds_for(feed, records=count), lambda: documents(feed, "feed.xml"))
    assert [document.headline for document in read] == [f"Brève {number}" for number in range(count)]
    assert {document.outlet and document.outlet.name for document in read} == {"Le Phare du Littoral"}
    assert {(document.subjects, document.language) for document in read} == {(("Port",), "fr")}


def test_head_of_a_few_tags_stays_as_it_is_printed() -> None:
    topics = "".join(f"<category>rubrique {number}</category>" for number in range(20))
    [record] = cut(rss(item(), head=topics), "feed.xml")
    assert isinstance(record, Record)
    assert topics.encode() in record.content


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
    note = "<note><![CDATA[Avant <!-- pas de commentaire --> après]]></note>"
    records = cut(rss(item(), note + item()), "f.xml")
    assert all(isinstance(record, Record) and note.encode() in record.content for record in records)


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
