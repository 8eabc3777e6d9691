"""Feeds and sitemaps: each item is an article of its own, a teaser is called one, and a bad item costs only itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdb.document import Document, OutletName
from newsdb.errors import FileTooLarge, InputError, NoArticle, TruncatedFile, UnreadablePage
from newsdb.reading import Record
from tests.reading.read_files import assert_tiled, cut, documents, parts, read_file
from tests.yardstick import run_within, seconds_for

BODY = (
    "<p>Le port a rouvert lundi, après trois semaines de tempête.</p><h2>Un chantier long</h2>"
    "<p>« Nous avons tenu bon », a déclaré la capitaine du port, Lina Berrada.</p>"
    "<figure><img src='a.jpg'><figcaption>Le quai nord, lundi.</figcaption></figure><script>track()</script>"
)
SUMMARY = "Le port a rouvert lundi, après trois semaines de tempête."


def item(
    *,
    title: str = "Le port rouvre",
    content: str | None = BODY,
    extra: str = "",
    published: str | None = "Mon, 07 Oct 2024 23:30:00 -0500",
) -> str:
    body = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    stamp = f"<pubDate>{published}</pubDate>" if published else ""
    return (
        f"<item><title>{title}</title><link>https://phare.example/port</link>{stamp}"
        f"<description>{SUMMARY}</description>{body}{extra}</item>"
    )


def rss(*items: str, head: str = "<lastBuildDate>Tue, 08 Oct 2024 00:00:00 GMT</lastBuildDate>") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Le Phare du Littoral</title>'
        f"<link>https://phare.example/</link><language>fr-FR</language>{head}{''.join(items)}</channel></rss>"
    ).encode()


ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>La Dépêche des Dunes</title>
<updated>2024-02-02T00:00:00Z</updated>
<entry><title type="html">L&amp;#39;oasis reverdit</title><link href="https://dunes.example/oasis"/>
<author><name>Nour Saïdi</name></author><author><name>Idir Kaci</name></author>
{dates}<summary>Les palmiers repoussent.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Les palmiers repoussent depuis l'hiver.</p>
<p>La source coule de nouveau, dit le gardien.</p></div></content></entry></feed>"""


def test_item_with_its_content_is_an_article() -> None:
    [document] = documents(rss(item(extra="<category>Économie</category><category>Ports</category>")), "f.xml")
    assert_tiled(document)
    assert (document.headline, document.outlet and document.outlet.name) == ("Le port rouvre", "Le Phare du Littoral")
    assert document.canonical_url == "https://phare.example/port"
    assert (document.section, document.subjects) == ("Économie", ("Économie", "Ports"))
    assert parts(document, "paragraph") == [
        "Le port a rouvert lundi, après trois semaines de tempête.",
        "« Nous avons tenu bon », a déclaré la capitaine du port, Lina Berrada.",
    ]
    assert parts(document, "subheading") == ["Un chantier long"]
    assert parts(document, "caption") == ["Le quai nord, lundi."]
    assert parts(document, "teaser") == []
    assert "track()" not in document.text


def test_day_is_the_one_printed_and_not_that_of_utc() -> None:
    [document] = documents(rss(item(published="Mon, 07 Oct 2024 23:30:00 -0500")), "f.xml")
    assert document.published_on == date(2024, 10, 7)
    [document] = documents(ATOM.format(dates="<published>2024-02-01T00:10:00+01:00</published>").encode(), "f.xml")
    assert document.published_on == date(2024, 2, 1)


def test_day_of_an_update_is_not_the_day_of_publication() -> None:
    [document] = documents(ATOM.format(dates="<updated>2024-02-01T10:00:00Z</updated>").encode(), "f.xml")
    assert document.published_on is None
    assert "only the day of an update" in document.unknown["published_on"]


@pytest.mark.parametrize(
    "extra",
    [
        "<dc:creator>Lina Bel</dc:creator><dc:creator>Omar Zed</dc:creator>",
        "<author>redaction@phare.example (Lina Bel)</author><dc:creator>Omar Zed</dc:creator>",
        "<dc:creator>Lina Bel et Omar Zed</dc:creator>",
        "<dc:creator>Par Lina Bel, Omar Zed</dc:creator>",
        "<author>lina@phare.com (Lina Bel)</author><dc:creator>Omar Zed &lt;omar@phare.example&gt;</dc:creator>",
    ],
)
def test_every_author_is_kept(extra: str) -> None:
    [document] = documents(rss(item(extra=extra)), "f.xml")
    assert {author.name for author in document.authors} == {"Lina Bel", "Omar Zed"}
    assert all(author.start is not None for author in document.authors)
    [document] = documents(ATOM.format(dates="").encode(), "f.xml")
    assert [author.name for author in document.authors] == ["Nour Saïdi", "Idir Kaci"]
    assert document.headline == "L'oasis reverdit"


@pytest.mark.parametrize("content", [None, "<p>Le port a rouvert lundi, après trois se…</p>"])
def test_summary_and_cut_content_are_teasers(content: str | None) -> None:
    [document] = documents(rss(item(content=content)), "f.xml")
    assert len(parts(document, "teaser")) == 1
    assert parts(document, "paragraph") == []


def test_item_names_the_source_that_its_feed_takes_over() -> None:
    [document] = documents(rss(item(extra="<source url='https://x.example/'>L'Écho du Cap</source>")), "f.xml")
    assert document.outlet is not None
    assert document.republisher is not None
    assert (document.outlet.name, document.republisher.name) == ("L'Écho du Cap", "Le Phare du Littoral")


def test_bad_item_costs_only_itself() -> None:
    empty = "<item><link>https://phare.example/vide</link></item>"
    outcomes = read_file(rss(item(), empty, item(title="Marée &nbsp; haute & basse")), "f.xml")
    assert [type(outcome) for outcome in outcomes] == [Document, NoArticle, Document]
    assert isinstance(outcomes[1], InputError)
    assert outcomes[1].where == "f.xml#item 2"
    assert isinstance(outcomes[2], Document)
    assert outcomes[2].headline == "Marée haute & basse"


def test_item_without_a_title_has_no_headline_and_says_why() -> None:
    [document] = documents(rss(item(title="")), "f.xml")
    assert_tiled(document)
    assert (document.headline, document.unknown["headline"]) == (None, "the record gives no headline")
    assert parts(document, "headline") == []
    assert len(parts(document, "paragraph")) == 2


def test_section_of_a_known_outlet_is_the_outlet_of_its_address() -> None:
    feed = rss(item()).replace(b"https://phare.example/port", b"https://www.leconomiste.com/port")
    [document] = documents(feed, "f.xml")
    assert document.outlet == OutletName("L'Économiste")
    assert "Le Phare du Littoral" in document.text


def test_truncated_feed_gives_what_is_whole_and_one_reject() -> None:
    whole = rss(item(), item(title="Marée haute"))
    outcomes = read_file(whole[: whole.rindex(b"haute") + 40], "f.xml")
    assert [type(outcome) for outcome in outcomes] == [Document, TruncatedFile]


def test_same_item_in_a_later_feed_is_the_same_record() -> None:
    today = cut(rss(item()), "f.xml")
    tomorrow = rss(
        item(title="Du nouveau"), item(), head="<lastBuildDate>Wed, 09 Oct 2024 00:00:00 GMT</lastBuildDate>"
    )
    assert isinstance(today[0], Record)
    assert today[0].content in [record.content for record in cut(tomorrow, "f.xml") if isinstance(record, Record)]


def test_record_is_cut_into_itself() -> None:
    [record] = cut(rss(item()), "f.xml")
    assert isinstance(record, Record)
    [again] = cut(record.content, "g.xml")
    assert isinstance(again, Record)
    assert again.content == record.content


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_encodings_are_read(codec: str) -> None:
    text = rss(item()).decode().replace("UTF-8", codec)
    assert documents(text.encode(codec), "f.xml")[0].headline == "Le port rouvre"


def test_declared_encoding_is_used() -> None:
    latin = rss(item(title="Été à l'île")).decode().replace("UTF-8", "ISO-8859-1").encode("latin-1")
    assert documents(latin, "f.xml")[0].headline == "Été à l'île"


def test_news_sitemap_gives_articles_whose_words_are_elsewhere() -> None:
    sitemap = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://phare.example/a?b=1&amp;c=2</loc><news:news><news:publication><news:name>Le Phare</news:name>
<news:language>fr</news:language></news:publication><news:publication_date>2024-10-07T23:30:00-05:00</news:publication_date>
<news:title>Le port rouvre &amp; s'agrandit</news:title><news:keywords>port, tempête</news:keywords></news:news></url>
<url><loc>https://phare.example/about</loc></url></urlset>""".encode()
    [document, refused] = read_file(sitemap, "news.xml")
    assert isinstance(document, Document)
    assert (document.headline, document.published_on) == ("Le port rouvre & s'agrandit", date(2024, 10, 7))
    assert document.canonical_url == "https://phare.example/a?b=1&c=2"
    assert {segment.kind for segment in document.segments} == {"navigation", "headline", "dateline"}
    assert isinstance(refused, NoArticle)
    assert refused.where == "news.xml#item 2"


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(12))
    + ']><rss version="2.0"><channel><title>t</title><item><title>&a11;</title><link>https://a.example/</link>'
    "</item></channel></rss>"
)
EXTERNAL = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>'
    "<title>t</title><item><title>Un titre &x;</title><link>https://a.example/</link></item></channel></rss>"
)


@pytest.mark.parametrize("feed", [BOMB, EXTERNAL], ids=["bomb", "external"])
def test_entities_are_not_expanded(feed: str) -> None:
    for outcome in run_within(seconds_for(feed.encode()), lambda: read_file(feed.encode(), "f.xml")):
        said = outcome.text if isinstance(outcome, Document) else outcome.what
        assert "haha" not in said
        assert "root:" not in said


@pytest.mark.parametrize(
    "hostile",
    [
        b"<rss><channel>" + b"<item " * 1_000_000,
        b"<rss><channel>" + b"<item>" * 200_000,
        b"<rss><channel>" + b"<updated>" * 200_000 + b"<item></item>",
        b"<rss><channel><item><title>a</title><description>" + b"<div>" * 400_000 + b"</description></item>",
        b"<rss><channel>" + b"<!--" * 1_000_000,
        b"<!--a-->" * 400 + b"<rss><channel><item>",
        b"<rss><channel>" + b"".join(b"<b%d>mot</b>" % name for name in range(2_000)) + b"<item></item>" * 2_000,
        b"<rss><channel><" + b"a" * 60_000 + b"<item></item>",
        b"<rss><channel>" + b"<item></item>mot" * 3_000,
        b"<rss><channel><item>" + b"<a/>" * 200_000 + b"</item>",
    ],
    ids=["open tags", "items", "frame", "deep", "comments", "prologue", "frames", "name", "gaps", "tags"],
)
def test_hostile_feed_takes_bounded_time_and_one_reject(hostile: bytes) -> None:
    outcomes = run_within(min(20, seconds_for(hostile)), lambda: read_file(hostile, "f.xml"))
    assert [type(outcome) for outcome in outcomes] in ([FileTooLarge], [NoArticle], [TruncatedFile], [UnreadablePage])


@pytest.mark.parametrize("count", [1, 100, 1_000])
def test_feed_that_says_much_of_itself_around_many_short_items_is_read(count: int) -> None:
    head = "<image><url>https://phare.example/phare.png</url><title>Le Phare</title></image>"
    topics = "".join(f"<category>rubrique {number}</category>" for number in range(12))
    items = (item(title=f"Brève {number}", content=None) for number in range(count))
    outcomes = cut(rss(*items, head=head + topics), "feed.xml")
    assert len(outcomes) == count
    assert all(isinstance(outcome, Record) for outcome in outcomes)


def test_item_that_no_parser_reads_in_time_is_refused_alone_at_once() -> None:
    attributes = " ".join(f"a{number}='b'" for number in range(6_000))
    feed = rss(item(extra=f"<a {attributes}/>"), item())
    refused, read = run_within(seconds_for(feed, records=2), lambda: read_file(feed, "feed.xml"))
    assert isinstance(refused, UnreadablePage)
    assert "200 attributes" in refused.what
    assert isinstance(read, Document)


def test_item_whose_elements_are_never_closed_is_read_and_one_nested_without_end_is_refused_at_once() -> None:
    printed = "<description>" + "La digue tient.<br>" * 500 + "</description>"
    [document] = documents(rss(item(content=None, extra=printed)), "f.xml")
    assert "La digue tient." in document.text
    endless = rss(item(extra="<description>" + "<div>La digue tient." * 100_000 + "</description>"))
    [refused] = run_within(2, lambda: read_file(endless, "f.xml"))
    assert isinstance(refused, UnreadablePage)


@given(st.binary(max_size=300))
def test_no_bytes_between_items_lose_the_last(noise: bytes) -> None:
    if b"<" in noise:
        return
    outcomes = read_file(rss(item()).replace(b"</channel>", noise + item(title="Fin").encode() + b"</channel>"), "f")
    assert len(outcomes) == 2


@pytest.mark.parametrize("number", ["x110000", "X110000", "99999999999999999999", "xD800", "9" * 5000, "0" * 5000])
def test_reference_to_no_character_is_marked_and_the_item_read(number: str) -> None:
    feed = rss(item(content=None, extra="").replace(SUMMARY, f"Avant. &#{number}; Après."), item())
    broken, whole = documents(feed, "feed.xml")
    assert "Avant. \ufffd Après." in broken.text
    assert "\ufffd" not in whole.text


def test_item_in_a_namespace_of_several_words_is_refused_alone() -> None:
    feed = (
        '<rdf:RDF xmlns:rdf="\u00ed\u00a0\u20achttp://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        f"<channel><title>Le Phare</title></channel><item><title>Le port</title><description>{SUMMARY}</description>"
        "</item></rdf:RDF>"
    )
    [refused] = read_file(feed.encode(), "f.xml")
    assert isinstance(refused, InputError)
    assert "namespaces" in refused.remedy
