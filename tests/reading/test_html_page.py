"""Saved HTML pages: the text is what the page prints, every part of it is told, and nothing is invented."""

from datetime import date

import pytest

from newsdb.document import Document, OutletName
from newsdb.reading import read_documents
from tests.reading.saved_pages import BYLINE, DATELINE, HEADLINE, STORY, linked_data, saved_page


def read(page: str) -> Document:
    (document,) = read_documents(page.encode(), "page.html")
    return document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(segment.kind, document.text[segment.start : segment.end].strip()) for segment in document.segments]


def test_page_is_read_part_by_part() -> None:
    document = read(saved_page())
    assert kinds(document) == [
        ("navigation", "Économie\nSport"),
        ("headline", HEADLINE),
        ("byline", "Par Nawal Aït Sidi"),
        ("dateline", "Publié le 12 mars 2024 à 09h15"),
        *(("paragraph", text) for text in STORY),
        ("related", "Sur le même sujet\nLa pêche reprend à Martil"),
        ("navigation", "Tous droits réservés"),
    ]
    assert document.reader == "HTML page"
    assert document.headline == HEADLINE
    assert document.outlet == OutletName("La Gazette du Détroit", "La Gazette du Détroit")
    assert (document.published_on, document.published_precision) == (date(2024, 3, 12), "day")
    assert document.language == "fr"
    assert not document.unknown


def test_segments_tile_the_text_and_authors_stand_where_they_say() -> None:
    document = read(saved_page())
    ends = [0, *(segment.end for segment in document.segments)]
    assert [segment.start for segment in document.segments] == ends[:-1]
    assert ends[-1] == len(document.text)
    (author,) = document.authors
    assert author.name == document.text[author.start : author.end] == "Nawal Aït Sidi"


@pytest.mark.parametrize(
    ("head", "headline", "expected"),
    [
        ("", f"<span>Tétouan</span><br>{HEADLINE}", HEADLINE),
        (linked_data(headline="Trois mois de travaux au marché de gros"), HEADLINE, HEADLINE),
        ("", None, HEADLINE),
        ("", f"<em>{HEADLINE}</em>", HEADLINE),
    ],
    ids=["kicker on its own line", "data say another", "no heading", "markup inside"],
)
def test_headline_is_what_the_page_prints(head: str, headline: str | None, expected: str) -> None:
    assert read(saved_page(head=head, headline=headline)).headline == expected


def test_site_in_a_heading_of_its_own_is_no_headline() -> None:
    page = saved_page().replace("<header>", "<header><h1>La Gazette du Détroit</h1>")
    assert read(page).headline == HEADLINE


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<p>Par Nawal Aït Sidi et Driss Benmeryem</p>", ["Nawal Aït Sidi", "Driss Benmeryem"]),
        ("<p class='author'><a rel='author' href='/n'>Nawal Aït Sidi</a>, journaliste</p>", ["Nawal Aït Sidi"]),
        ("<p>By Nawal Aït Sidi on Tuesday, March 12, 2024</p>", ["Nawal Aït Sidi"]),
        ("<p>Par La Gazette du Détroit</p>", []),
        ("<p>Le regard de Nawal Aït Sidi</p>", ["Nawal Aït Sidi"]),
        ("<p>Le regard de Rabat</p>", []),
        ("<p>Le mot de Casablanca Finance</p>", []),
        ("<p>بقلم: نوال آيت سيدي</p>", ["نوال آيت سيدي"]),
        ("<p>Par Nawal Aït Sidi (n.aitsidi@example.org)</p>", ["Nawal Aït Sidi"]),
        ("", []),
    ],
)
def test_all_authors_are_taken_from_the_lines_around(byline: str, authors: list[str]) -> None:
    assert [author.name for author in read(saved_page(above=byline)).authors] == authors


def test_author_of_the_data_alone_has_no_span_and_says_its_source() -> None:
    head = linked_data(author=[{"@type": "Person", "name": "Nawal Aït Sidi"}, {"@type": "Person", "name": "D. Benm"}])
    document = read(saved_page(head=head, above=DATELINE))
    assert [(author.name, author.start) for author in document.authors] == [("Nawal Aït Sidi", None), ("D. Benm", None)]
    assert document.found["authors"] == "JSON-LD author"


def test_site_that_signs_its_own_data_is_no_author() -> None:
    head = linked_data(author={"@type": "Organization", "name": "La Gazette du Détroit"})
    assert [author.name for author in read(saved_page(head=head)).authors] == ["Nawal Aït Sidi"]


@pytest.mark.parametrize(
    ("published", "printed", "day"),
    [
        ("2024-03-12T09:15:00+00:00", "Publié le 12 mars 2024", date(2024, 3, 12)),
        ("2024-03-12T00:30:00Z", "Le 11 mars 2024, 23h30", date(2024, 3, 11)),
        ("2024-03-12", "Mis à jour le 15 mars 2024", date(2024, 3, 12)),
        ("2024-03-12T09:15:00+01:00", "", date(2024, 3, 12)),
        ("Tue Mar 12 2024 09:15:00 GMT+0000", "", date(2024, 3, 12)),
        ("0001-01-01T00:00:00Z", "12 mars 2024", date(2024, 3, 12)),
    ],
)
def test_day_is_that_of_the_data_as_the_page_prints_it(published: str, printed: str, day: date) -> None:
    document = read(saved_page(head=linked_data(datePublished=published), above=f"<p>{printed}</p>"))
    assert document.published_on == day
    assert document.found["published_on"]


def test_time_element_that_prints_no_date_names_the_day() -> None:
    document = read(saved_page(above="<p><time datetime='2024-03-12T09:15:00+01:00'>il y a deux jours</time></p>"))
    assert document.published_on == date(2024, 3, 12)
    assert "<time datetime>" in document.found["published_on"]


def test_day_that_only_the_markup_of_the_page_names_is_found_by_htmldate() -> None:
    document = read(
        saved_page(
            above="<span class='posted' title='2024-03-12'></span>", head="<meta name='created' content='2024-03-12'>"
        )
    )
    assert document.published_on == date(2024, 3, 12)
    assert document.found["published_on"] == "htmldate"


def test_data_that_contradict_each_other_give_no_day() -> None:
    head = linked_data(datePublished="2024-03-12") + "<meta property='article:published_time' content='2021-07-01'>"
    document = read(saved_page(head=head, above=""))
    assert document.published_on is None
    assert "contradict" in document.unknown["published_on"]


def test_date_of_anything_does_not_contradict_the_date_of_publication() -> None:
    head = linked_data(datePublished="2024-03-12") + "<meta name='date' content='2024-05-30'>"
    assert read(saved_page(head=head, above="")).published_on == date(2024, 3, 12)


def test_page_that_prints_several_days_names_none() -> None:
    document = read(saved_page(above="<p>12 mars 2024</p><p>14 mars 2024</p>"))
    assert document.published_on is None
    assert "several days" in document.unknown["published_on"]


def test_numbers_that_read_two_ways_on_an_english_page_are_no_day() -> None:
    story = "".join(
        f"<p>The wholesale market opened again on Tuesday after {number} months of work that the town and its region "
        "have paid for, and the first lorries of vegetables came in before dawn.</p>"
        for number in ("three", "nine", "ten")
    )
    page = saved_page(headline="Market opens again", title="Market opens again", above="<p>03/04/2024</p>", story=story)
    document = read(page)
    assert document.language == "en"
    assert document.published_on is None
    assert "the day or the month first" in document.unknown["published_on"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<p>Lire aussi : La pêche reprend à Martil</p>", "related"),
        ("<p><a href='/x'>La pêche reprend à Martil après les tempêtes</a></p>", "related"),
        ("<figure><img src='a.jpg'><figcaption>Le marché, mardi.</figcaption></figure>", "caption"),
        ("<p>Partager sur Facebook</p>", "boilerplate"),
        ("<p>Nous utilisons des cookies pour mesurer l'audience de ce site.</p>", "boilerplate"),
        ("<p>اقرأ أيضا: الصيد يعود إلى الميناء</p>", "related"),
        ("<h2>Un second pavillon</h2>", "subheading"),
    ],
)
def test_lines_of_the_page_inside_the_story_are_segments_of_their_own(line: str, kind: str) -> None:
    first, second, third = (f"<p>{text}</p>" for text in STORY)
    document = read(saved_page(story=first + line + second + third))
    text = next(
        text
        for text in ("Lire aussi", "La pêche", "Le marché, mardi", "Partager", "cookies", "الصيد", "Un second")
        if text in line
    )
    assert next(found for found, printed in kinds(document) if text in printed) == kind
    assert [printed for found, printed in kinds(document) if found == "paragraph"] == list(STORY)


def test_address_of_the_page_is_kept_and_that_of_the_site_is_not() -> None:
    article = read(saved_page(head="<link rel='canonical' href='https://gazette.example/eco/marche-1234'>"))
    assert article.canonical_url == "https://gazette.example/eco/marche-1234"
    front = linked_data() + "<link rel='canonical' href='https://gazette.example/'>"
    assert read(saved_page(head=front)).canonical_url is None


def test_outlet_of_a_known_address_is_known() -> None:
    page = saved_page(head="<link rel='canonical' href='https://www.leconomiste.com/article/1'>")
    page = page.replace("<meta property='og:site_name' content='La Gazette du Détroit'>", "")
    assert read(page).outlet == OutletName("L'Économiste", None)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://autre.bj/1/marche", "L'Économiste (autre.bj)"),
        ("https://www.leconomiste.bj/1/marche", "L'Économiste (leconomiste.bj)"),
        ("https://www.gazette.example/1/marche", "L'Économiste (gazette.example)"),
        ("https://presse.example.ma/1/marche", "L'Économiste"),
        ("https://premium.leconomiste.com/1/marche", "L'Économiste"),
        ("https://leconomiste.info/1/marche", "L'Économiste"),
        ("https://web.archive.org/web/2019/https://premium.leconomiste.com/1/marche", "L'Économiste"),
    ],
)
def test_name_of_a_listed_outlet_on_a_site_abroad_is_a_homonym(address: str, name: str) -> None:
    page = saved_page(head=f"<link rel='canonical' href='{address}'>").replace(
        "La Gazette du Détroit", "L&#39;Economiste"
    )
    assert read(page).outlet == OutletName(name, "L'Economiste")


def test_arabic_page_is_read_and_its_language_told() -> None:
    headline = "سوق الجملة يفتح أبوابه بعد ثلاثة أشهر من الأشغال"
    story = "".join(
        f"<p>دخلت أولى شاحنات الخضر فجر الثلاثاء إلى سوق الجملة الذي أغلق منذ {number} بسبب أشغال كلفت الجماعة "
        f"والجهة اثني "
        "عشر مليون درهم، وقال أحد التجار إنه فقد موسما كاملا ويأمل أن تعيد إليه المخازن الجديدة زبناءه في الساحل.</p>"
        for number in ("ثلاثة أشهر", "أسابيع")
    )
    above = "<p>بقلم: نوال آيت سيدي</p><p>الثلاثاء 12 مارس 2024</p>"
    document = read(saved_page(headline=headline, title=headline, story=story, above=above, language="ar"))
    assert document.headline == headline
    assert document.language == "ar"
    assert document.published_on == date(2024, 3, 12)
    assert [author.name for author in document.authors] == ["نوال آيت سيدي"]


def test_entities_tags_and_odd_spaces_are_not_in_the_text() -> None:
    story = (
        "<p>Le&nbsp;marché   d&#39;Oued\n Laou &amp; la <b>côte</b>\x00\x07 : trois mois de travaux ont "
        "suffi aux maçons.</p>"
    )
    document = read(saved_page(story=story * 3 + "".join(f"<p>{text}</p>" for text in STORY)))
    line = "Le\u00a0marché d'Oued Laou & la côte : trois mois de travaux ont suffi aux maçons."
    assert line in document.text.split("\n")


NOTICE = (
    "<div>Merci d'avoir signalé!</div><div>Cette image sera automatiquement bloquée après qu'elle soit signalée par "
    "plusieurs personnes.</div>"
)


@pytest.mark.parametrize("notice", [NOTICE, "<ul><li>Accueil</li><li>Régions</li><li>Contact</li></ul>"])
def test_page_dump_saved_as_html_is_read_as_a_page_dump(notice: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY)
    page = (
        f"<html><body><ul><li><a href='/1'>La pêche reprend</a></li></ul>{notice}"
        f"<h2>{HEADLINE}</h2><div>Publié dans <a href='/m'>Le Soir d'Algérie</a> le 12 - 03 - 2024</div>{paragraphs}"
        "<div><a href='/s'>Cliquez ici</a> pour lire l'article depuis sa source.</div><div>Contact</div></body></html>"
    )
    document = read(page)
    assert document.reader == "page dump"
    assert document.headline == HEADLINE
    assert document.outlet == OutletName("Le Soir d'Algérie", "Le Soir d'Algérie")
    assert document.republisher == OutletName("Djazairess")
    assert document.published_on == date(2024, 3, 12)
    assert [text for kind, text in kinds(document) if kind == "paragraph"] == list(STORY)


def test_byline_below_the_headline_does_not_hide_the_dateline() -> None:
    document = read(saved_page(above=f"<div>{BYLINE}<span>12/03/2024</span></div>"))
    assert document.published_on == date(2024, 3, 12)


@pytest.mark.parametrize(
    "opening", ["<noscript><img src=a.png></noscript>", '<?xml version="1.0"?>\n<?xml-stylesheet href="a.css"?>\n']
)
def test_page_is_told_by_whatever_its_server_puts_first(opening: str) -> None:
    [document] = read_documents((opening + saved_page()).encode(), "page.html")
    assert document.headline == HEADLINE
