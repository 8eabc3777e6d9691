"""Page dumps of the Maghress family: every part of the frame is told from the article."""

from datetime import date

import pytest

from newsdb.document import Document, OutletName
from newsdb.errors import NoArticle, TruncatedFile
from newsdb.reading import read_documents
from tests.reading.reading_pages import BODY, CLOSING, DATELINE, HEADLINE, NOTICE, TICKER, page_dump


def read(text: str) -> Document:
    (document,) = read_documents(text.encode(), "page.txt")
    return document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(segment.kind, document.text[segment.start : segment.end].strip()) for segment in document.segments]


def test_dump_is_read_part_by_part() -> None:
    document = read(page_dump())
    first, second = BODY.split("\n")
    assert kinds(document) == [
        ("navigation", TICKER.strip()),
        ("boilerplate", NOTICE),
        ("headline", HEADLINE),
        ("dateline", DATELINE),
        ("paragraph", first),
        ("paragraph", second),
        ("boilerplate", CLOSING),
    ]
    assert document.reader == "page dump"
    assert document.headline == HEADLINE
    assert document.language == "fr"
    assert (document.published_on, document.published_precision) == (date(2019, 6, 4), "day")
    assert not document.unknown


@pytest.mark.parametrize(
    ("printed", "outlet", "republisher"),
    [
        ("Le Soir d'Algérie", "Le Soir d'Algérie", "Djazairess"),
        ("LE SOIR D’ALGERIE", "Le Soir d'Algérie", "Djazairess"),
        ("La Presse de Tunisie", "La Presse de Tunisie", "Turess"),
        ("Libération", "Libération", "Maghress"),
    ],
)
def test_outlet_and_republisher_come_from_the_list(printed: str, outlet: str, republisher: str) -> None:
    document = read(page_dump(dateline=f"Publié dans {printed} le 04 - 06 - 2019"))
    assert document.outlet == OutletName(outlet, printed)
    assert document.republisher == OutletName(republisher, None)


def test_outlet_that_nobody_knows_stays_as_printed_without_republisher() -> None:
    document = read(page_dump(dateline="Publié dans La Lanterne du Détroit le 04 - 06 - 2019"))
    assert document.outlet == OutletName("La Lanterne du Détroit", "La Lanterne du Détroit")
    assert document.republisher is None


def test_paper_of_a_country_without_a_site_has_its_listed_name_and_no_republisher() -> None:
    document = read(page_dump(dateline="Publié dans LE MONDE le 04 - 06 - 2019"))
    assert document.outlet == OutletName("Le Monde", "LE MONDE")
    assert document.republisher is None


def test_impossible_day_is_unknown_with_its_reason() -> None:
    document = read(page_dump(dateline="Publié dans Al Bayane le 31 - 02 - 2019"))
    assert document.published_on is None
    assert "31 - 02 - 2019" in document.unknown["published_on"]


def test_headline_of_two_lines_is_one_headline() -> None:
    document = read(page_dump(headline="Pêche au thon :\nune saison maigre"))
    assert document.headline == "Pêche au thon : une saison maigre"
    assert [kind for kind, _ in kinds(document)].count("headline") == 1


def test_notice_in_another_wording_is_boilerplate() -> None:
    document = read(page_dump(notice="Image signalée, merci.\nElle sera retirée."))
    assert kinds(document)[1] == ("boilerplate", "Image signalée, merci.\nElle sera retirée.")
    assert document.headline == HEADLINE


@pytest.mark.parametrize("ticker", [TICKER, None])
def test_notice_may_be_absent(ticker: str | None) -> None:
    document = read(page_dump(ticker=ticker, notice=None))
    assert document.headline == HEADLINE
    assert ("navigation" in dict(kinds(document))) == (ticker is not None)


def test_dump_without_dateline_has_a_headline_and_no_outlet() -> None:
    document = read(page_dump(dateline=None))
    assert document.headline == HEADLINE
    assert document.outlet is None
    assert document.unknown.keys() == {"outlet", "published_on"}


def test_arabic_layout_is_read() -> None:
    text = (
        "شكرا على الإبلاغ!\nسيتم حجب هذه الصورة تلقائيا عندما يتم الإبلاغ عنها من طرف عدة أشخاص.\n\n"
        "موسم الصيد يبدأ متأخرا هذا العام\nنشر في المساء يوم 04 - 06 - 2019\n\n"
        "ينتظر الصيادون في الميناء منذ ثلاثة أسابيع مرور الأسماك التي تأخرت عن الظهور.\n\n"
        "انقر هنا لقراءة الخبر من مصدره."
    )
    document = read(text)
    assert document.headline == "موسم الصيد يبدأ متأخرا هذا العام"
    assert document.outlet == OutletName("Al Massae", "المساء")
    assert document.published_on == date(2019, 6, 4)
    assert document.language == "ar"


@pytest.mark.parametrize(
    "page",
    [
        page_dump(closing=None),
        page_dump(ticker=None, closing=None),
        page_dump(notice=None, closing=None),
        page_dump(dateline=None, closing=None),
        page_dump()[: -len(CLOSING) // 2],
        page_dump()[:-1],
        page_dump()[: len(TICKER)],
    ],
    ids=[
        "no closing",
        "notice and dateline",
        "ticker and dateline",
        "notice only",
        "half a closing",
        "one letter short",
        "ticker only",
    ],
)
def test_dump_without_its_end_is_truncated(page: str) -> None:
    with pytest.raises(TruncatedFile, match=r"page.txt:\d+: .*closing line"):
        read(page)


def test_truncated_dump_names_its_last_line() -> None:
    with pytest.raises(TruncatedFile, match=r"page\.txt:5:"):
        read(f"{NOTICE}\n{HEADLINE}\n{DATELINE}\nLes pêcheurs attendent")


def test_article_that_was_copied_with_its_dateline_is_a_plain_text() -> None:
    document = read(page_dump(ticker=None, notice=None, closing=None))
    assert document.reader == "plain text"
    assert document.headline == HEADLINE
    assert document.published_on == date(2019, 6, 4)
    assert document.outlet is not None
    assert [kind for kind, _ in kinds(document)] == ["headline", "dateline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "page",
    [
        page_dump(body=""),
        page_dump(body="Par Lamia Tounsi"),
        page_dump(headline="", ticker=None),
        f"{NOTICE}\n\n{CLOSING}",
    ],
    ids=["no body", "signature only", "no headline", "frame only"],
)
def test_frame_without_article_is_refused(page: str) -> None:
    with pytest.raises(NoArticle, match=r"page\.txt"):
        read(page)


def test_signature_under_the_body_is_its_author() -> None:
    document = read(page_dump(body=f"{BODY}\nLamia Tounsi / Al Bayane"))
    assert [author.name for author in document.authors] == ["Lamia Tounsi"]
    assert ("byline", "Lamia Tounsi / Al Bayane") in kinds(document)


def test_name_that_the_story_is_about_is_no_signature() -> None:
    document = read(page_dump(body=f"Rencontre avec Lamia Tounsi, patronne de pêche.\n{BODY}\nLamia Tounsi"))
    assert document.authors == ()


def test_initials_under_the_body_stand_for_the_author_above_it() -> None:
    document = read(page_dump(body=f"Par Lamia Tounsi\n{BODY}\nL. T."))
    assert [author.name for author in document.authors] == ["Lamia Tounsi"]


def test_byline_spans_cover_their_names() -> None:
    document = read(page_dump(body=f"Par Lamia Tounsi et Driss Ould Sidi\n{BODY}"))
    assert [author.name for author in document.authors] == ["Lamia Tounsi", "Driss Ould Sidi"]
    assert all(document.text[author.start : author.end] == author.name for author in document.authors)


def arabic_dump(body: str) -> str:
    return (
        "شكرا على الإبلاغ!\nسيتم حجب هذه الصورة تلقائيا عندما يتم الإبلاغ عنها من طرف عدة أشخاص.\n\n"
        f"موسم الصيد يبدأ متأخرا هذا العام\nنشر في الخبر يوم 04 - 06 - 2019\n\n{body}\n\nانقر هنا لقراءة الخبر "
        f"من مصدره."
    )


ARABIC_PARAGRAPH = "ينتظر الصيادون في الميناء منذ ثلاثة أسابيع مرور الأسماك التي تأخرت عن الظهور."


def test_arabic_signature_and_pointer_are_told_from_the_body() -> None:
    body = f"بقلم: سعيد بن جلون\n{ARABIC_PARAGRAPH}\nاقرأ أيضا: سفينة جديدة في الميناء\n{ARABIC_PARAGRAPH}"
    document = read(arabic_dump(body))
    assert [author.name for author in document.authors] == ["سعيد بن جلون"]
    assert [kind for kind, _ in kinds(document)][3:-1] == ["byline", "paragraph", "related", "paragraph"]
    assert document.republisher == OutletName("Djazairess")


def test_last_word_of_an_arabic_body_signs_nothing() -> None:
    document = read(arabic_dump(f"{ARABIC_PARAGRAPH}\nالرباط"))
    assert document.authors == ()
    assert ("paragraph", "الرباط") in kinds(document)
