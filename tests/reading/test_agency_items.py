"""Items of agencies in NITF, NewsML 1 and NewsML-G2: news is read whole, everything else is named and refused."""

from datetime import date

import pytest

from newsdb.document import Document
from newsdb.errors import FileTooLarge, InputError, MalformedFile, NoArticle, UnsafeFile
from newsdb.reading import Record
from tests.reading.read_files import OUTCOME, assert_tiled, cut, documents, parts, read_file
from tests.yardstick import run_within, seconds_for

NITF_BODY = """<body><body.head><hedline><hl1>Le barrage
 est plein</hl1><hl2>Une première depuis dix ans</hl2></hedline>
<byline>Par <person>Salma Idrissi</person> et <person>Jo Martel</person>, <byttl>envoyés spéciaux</byttl></byline>
<dateline><location>RABAT</location>, 7 oct</dateline>
<abstract><p>Les pluies ont rempli la retenue.</p></abstract></body.head>
<body.content><block><p>Le barrage est plein, a annoncé <org>l'Office des eaux</org> lundi.</p>
<hl2>Dix ans d'attente</hl2><p>« Nous respirons », a dit sa directrice,&#160;Hind Alaoui.</p></block>
<media media-type="image"><media-reference source="a.jpg"/><media-caption>La retenue, lundi.</media-caption></media>
<ul><li>12 m de haut</li><li>3 vannes</li></ul>
<table><tr><td>2023</td><td>40 %</td></tr></table></body.content>
<body.end><tagline>si/jm</tagline></body.end></body>"""
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
<nitf xml:lang="fr"><head><title>barrage</title>
<tobject><tobject.subject tobject.subject.type="environnement" tobject.subject.matter="eau"/></tobject>
<docdata><date.issue norm="20241007T233000-0500"/><key-list><keyword key="barrage"/></key-list></docdata>
<pubdata name="Agence des Rivières" position.section="Régions"/></head>{NITF_BODY}</nitf>"""


def g2(content: str, *, item_class: str = "ninat:text", meta: str = "", provider: str = "<name>ADR</name>") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="2" standard="NewsML-G2" xml:lang="fr-FR">
<itemMeta><itemClass qcode="{item_class}"/><provider qcode="p:1">{provider}</provider>
<versionCreated>2024-10-09T08:00:00Z</versionCreated><firstCreated>2024-10-07T23:30:00-05:00</firstCreated></itemMeta>
<contentMeta><creator><name>Salma Idrissi</name></creator><contributor><name>Jo Martel</name></contributor>
<subject qcode="m:1"><name>environnement</name></subject><subject qcode="m:2"><name>eau</name></subject>
<headline>Le barrage est plein</headline>{meta}</contentMeta><contentSet>{content}</contentSet></newsItem>"""


XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>x</title></head><body><h1>Le barrage est plein</h1><p>Le barrage est <b>plein</b>, a dit l'Office.</p>
<p>Il pleut.</p></body></html></inlineXML>"""
PLAIN = '<inlineData contenttype="text/plain">Le barrage est plein, a dit l\'Office.\nIl pleut.</inlineData>'

NEWSML_1 = """<?xml version="1.0" encoding="iso-8859-1"?>
<NewsML Version="1.2"><Catalog/><NewsEnvelope><DateAndTime>20241007T235500+0100</DateAndTime></NewsEnvelope>
{items}</NewsML>"""
NEWS_ITEM = """<NewsItem><Identification><NewsIdentifier><ProviderId>adr.example</ProviderId>
<DateId>20241007</DateId><NewsItemId>x1</NewsItemId></NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20241007T233000+0100</FirstCreated>
<ThisRevisionCreated>20241008T080000+0100</ThisRevisionCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>L'été du barrage</HeadLine><ByLine>Par Salma Idrissi et Jo Martel</ByLine>
<DateLine>RABAT, 7 oct 2024 (ADR)</DateLine><KeywordLine>eau</KeywordLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="ADR"/></Provider></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="fr"/><SubjectCode><Subject FormalName="06000000"/></SubjectCode>
</DescriptiveMetadata>
<NewsComponent><ContentItem><MediaType FormalName="Text"/><Format FormalName="bcNITF2.5"/><DataContent>{data}
</DataContent></ContentItem></NewsComponent>
<NewsComponent><ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem></NewsComponent>
</NewsComponent></NewsItem>"""


def one(outcomes: list[OUTCOME]) -> OUTCOME:
    [outcome] = outcomes
    return outcome


def test_nitf_is_read_whole() -> None:
    [document] = documents(NITF.encode(), "a.xml")
    assert_tiled(document)
    assert (document.headline, document.section) == ("Le barrage est plein", "Régions")
    assert document.outlet is not None
    assert (document.outlet.name, document.published_on) == ("Agence des Rivières", date(2024, 10, 7))
    assert [author.name for author in document.authors] == ["Salma Idrissi", "Jo Martel"]
    assert document.subjects == ("environnement", "eau", "barrage")
    assert parts(document, "standfirst") == ["Les pluies ont rempli la retenue."]
    assert parts(document, "subheading") == ["Dix ans d'attente"]
    assert parts(document, "caption") == ["La retenue, lundi."]
    assert parts(document, "paragraph") == [
        "Le barrage est plein, a annoncé l'Office des eaux lundi.",
        "« Nous respirons », a dit sa directrice, Hind Alaoui.",
        *("12 m de haut", "3 vannes", "2023 | 40 %"),
    ]
    assert any("RABAT, 7 oct" in line for line in parts(document, "dateline"))
    assert document.language == "fr"


@pytest.mark.parametrize(
    "content",
    [XHTML, PLAIN, f'<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">{NITF_BODY}</nitf></inlineXML>'],
    ids=["xhtml", "plain", "nitf"],
)
def test_news_item_is_read_whole_in_every_form(content: str) -> None:
    [document] = documents(g2(content).encode(), "a.xml")
    assert_tiled(document)
    assert (document.headline, document.published_on) == ("Le barrage est plein", date(2024, 10, 7))
    assert [author.name for author in document.authors] == ["Salma Idrissi", "Jo Martel"]
    assert (document.section, document.subjects) == ("environnement", ("environnement", "eau"))
    assert parts(document, "paragraph")[0].startswith("Le barrage est plein, a ")
    assert parts(document, "headline") == ["Le barrage est plein"]
    assert document.outlet is not None
    assert document.outlet.name == "ADR"


def test_provider_that_is_only_a_code_is_no_outlet() -> None:
    [document] = documents(g2(PLAIN, provider="").encode(), "a.xml")
    assert document.outlet is None
    assert "not by name" in document.unknown["outlet"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Ann Low and Ben High", ["Ann Low", "Ben High"]),
        ("Por Ana Ruiz y Luis Gil", ["Ana Ruiz", "Luis Gil"]),
        ("Par Salma Idrissi, Jo Martel", ["Salma Idrissi", "Jo Martel"]),
        ("Salma Idrissi", ["Salma Idrissi"]),
    ],
)
def test_bylines_of_several_languages_name_every_author(line: str, authors: list[str]) -> None:
    [document] = documents(g2(PLAIN, meta=f"<by>{line}</by>").encode(), "a.xml")
    assert [author.name for author in document.authors] == authors
    assert all(author.start is not None for author in document.authors)


@pytest.mark.parametrize(
    "data", [f"<nitf>{NITF_BODY}</nitf>", "<p>Le barrage est plein, a dit l'Office.</p><p>Il pleut.</p>"]
)
def test_newsml_1_is_read_whole(data: str) -> None:
    xml = NEWSML_1.format(items=NEWS_ITEM.format(data=data)).encode("latin-1", "xmlcharrefreplace")
    [document] = documents(xml, "a.xml")
    assert_tiled(document)
    assert (document.headline, document.published_on) == ("L'été du barrage", date(2024, 10, 7))
    assert [author.name for author in document.authors] == ["Salma Idrissi", "Jo Martel"]
    assert (document.subjects, document.language) == (("eau",), "fr")
    assert document.outlet is not None
    assert (document.outlet.name, document.source) == ("ADR", "a.xml")
    assert len(parts(document, "paragraph")) >= 2


@pytest.mark.parametrize(
    "root", ["packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem", "contentMeta"]
)
def test_other_items_are_no_articles(root: str) -> None:
    xml = f'<{root} xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x"><itemMeta/></{root}>'
    outcome = one(read_file(xml.encode(), "a.xml"))
    assert isinstance(outcome, NoArticle)
    assert "not an article" in outcome.what


@pytest.mark.parametrize(
    "item_class", ["ninat:picture", "ninat:video", "http://cv.iptc.org/newscodes/ninature/graphic"]
)
def test_pictures_and_videos_are_no_articles(item_class: str) -> None:
    outcome = one(read_file(g2(PLAIN, item_class=item_class).encode(), "a.xml"))
    assert isinstance(outcome, NoArticle)
    assert item_class.replace("/", ":").rpartition(":")[2] in outcome.what


def test_scores_and_items_without_words_are_no_articles() -> None:
    scores = (
        '<inlineXML contenttype="application/sportsml+xml"><sports-content><team>3</team></sports-content></inlineXML>'
    )
    for content in (scores, "<inlineXML/>", '<remoteContent href="a.mp4"/>'):
        assert isinstance(one(read_file(g2(content).encode(), "a.xml")), NoArticle)


def message() -> bytes:
    bare = g2(PLAIN).partition("?>")[2]
    package = "<packageItem/>"
    return (
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/>'
        f"<itemSet>{package}{bare}{bare.replace('est plein', 'est vide')}</itemSet></newsMessage>"
    ).encode()


def test_items_of_a_message_are_records_of_their_own() -> None:
    outcomes = read_file(message(), "m.xml")
    assert [type(outcome) for outcome in outcomes] == [NoArticle, Document, Document]
    assert [o.where if isinstance(o, InputError) else o.source for o in outcomes] == [
        *("m.xml#item 1", "m.xml#item 2", "m.xml#item 3")
    ]
    two = NEWSML_1.format(items=NEWS_ITEM.format(data="<p>Un texte.</p>") * 2).encode("latin-1", "xmlcharrefreplace")
    assert [document.source for document in documents(two, "n.xml")] == ["n.xml#item 1", "n.xml#item 2"]


def test_item_in_a_namespace_without_an_absolute_address_is_refused_alone() -> None:
    damaged = message().replace(b"<newsItem ", b"<newsItem xmlns:a='a' ", 1)
    refused, read = (outcome for outcome in read_file(damaged, "m.xml") if not isinstance(outcome, NoArticle))
    assert isinstance(refused, MalformedFile)
    assert isinstance(read, Document)


def test_namespace_with_a_brace_in_it_is_no_fault_of_the_reader() -> None:
    """libxml2 refuses such a namespace, unless one that is only doubtful stands behind it."""
    damaged = b"<newsMessage xmlns='http://a.b{}/x'><itemSet><newsItem xmlns='u'/></itemSet></newsMessage>"
    [refused] = read_file(damaged, "m.xml")
    assert isinstance(refused, MalformedFile)
    assert refused.where == "m.xml#item 1"


def test_message_of_hardly_anything_but_namespaces_is_refused_at_once() -> None:
    spaces = " ".join(f"xmlns:a{number}='urn:{number}'" for number in range(3_000)).encode()
    hostile = message().replace(b"<newsMessage ", b"<newsMessage " + spaces + b" ")
    [refused] = run_within(seconds_for(hostile), lambda: read_file(hostile, "m.xml"))
    assert isinstance(refused, FileTooLarge)


def test_record_of_a_message_is_cut_into_itself() -> None:
    for content in (message(), NEWSML_1.format(items=NEWS_ITEM.format(data="<p>Un.</p>") * 2).encode("latin-1")):
        for record in cut(content, "m.xml"):
            assert isinstance(record, Record)
            assert [again.content for again in cut(record.content, "r") if isinstance(again, Record)] == [
                record.content
            ]


def test_named_letters_of_a_dtd_that_is_not_read_are_kept() -> None:
    [document] = documents(NITF.replace("Il pleut", "x").replace("lundi.</p>", "l&eacute;ger.</p>").encode(), "a.xml")
    assert "léger." in document.text


BOMB = (
    '<!DOCTYPE nitf [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(12))
    + "]><nitf><body><body.head><hedline><hl1>&a11;</hl1></hedline></body.head></body></nitf>"
)
HOSTILE = {
    "bomb": (BOMB.encode(), UnsafeFile),
    "external": (b'<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf>&x;</nitf>', UnsafeFile),
    "deep": (b"<nitf>" + b"<p>" * 1_000_000, MalformedFile),
    "deep and large": (b"<nitf>" + b"<p>" * 10_000_000, InputError),
    "prologue": (b"<!--a-->" * 400 + b"<nitf>", MalformedFile),
    "cut": (NITF.encode()[:900], MalformedFile),
    "wrong charset": (NITF.encode().replace(b"UTF-8", b"UTF-16"), MalformedFile),
    "no charset": (NITF.encode().replace(b"UTF-8", b"no-such-one"), MalformedFile),
    "bomb in UTF-16": (("\ufeff" + BOMB).encode("utf-16-le"), InputError),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_xml_is_one_reject(what: str) -> None:
    content, kind = HOSTILE[what]
    assert isinstance(one(run_within(seconds_for(content), lambda: read_file(content, "a.xml"))), kind)
