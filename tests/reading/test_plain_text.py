"""Plain text: sections above, credits, subheadings and the tail of other articles are told from the article."""

from datetime import date

import pytest

from newsdb.document import Document, OutletName
from newsdb.errors import NoArticle
from newsdb.reading import read_documents
from tests.reading.reading_pages import BODY, LONG_PARAGRAPH

HEADLINE = "La criée rouvre ses portes"


def read(text: str) -> Document:
    (document,) = read_documents(text.encode(), "texte.txt")
    return document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(segment.kind, document.text[segment.start : segment.end].strip()) for segment in document.segments]


def kind_of(document: Document, line: str) -> str:
    at = document.text.index(line)
    return next(segment.kind for segment in document.segments if segment.start <= at < segment.end)


def test_first_line_is_the_headline_and_the_rest_the_body() -> None:
    document = read(f"{HEADLINE}\n{BODY}")
    first, second = BODY.split("\n")
    assert kinds(document) == [("headline", HEADLINE), ("paragraph", first), ("paragraph", second)]
    assert document.reader == "plain text"
    assert (document.outlet, document.published_on, document.section, document.authors) == (None, None, None, ())
    assert document.unknown.keys() == {"outlet", "published_on"}


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("EconomieUne", "Economie"),
        ("Société", "Société"),
        ("À la une", None),
        ("PolitiqueTransports", "Politique"),
        ("Accueil > Régions", "Régions"),
        ("Faits diversUne", "Faits divers"),
        ("FOOTBALLUNE", "FOOTBALL"),
        ("TRIBUNE", "TRIBUNE"),
        ("Arts - Livres", "Arts"),
    ],
)
def test_section_above_the_headline_is_navigation(line: str, section: str | None) -> None:
    document = read(f"{line}\n\n{HEADLINE}\n\n{BODY}")
    assert document.headline == HEADLINE
    assert document.section == section
    assert kinds(document)[0] == ("navigation", line)


@pytest.mark.parametrize("line", ["Artsport", "Cancan", "COMMUNE"])
def test_word_that_holds_names_of_sections_is_none(line: str) -> None:
    document = read(f"{line}\n\n{HEADLINE}\n\n{BODY}")
    assert (document.headline, document.section) == (HEADLINE, None)


def test_section_name_above_a_body_is_the_headline() -> None:
    assert read(f"Justice\n{LONG_PARAGRAPH}{LONG_PARAGRAPH}").headline == "Justice"


@pytest.mark.parametrize(
    "heading", ["Articles similaires", "SUR LE MÊME SUJET :", "Lire aussi", "A lire également", "EDITO"]
)
def test_tail_is_related_to_the_end(heading: str) -> None:
    tail = f"{heading}\n\nSportUne\n\nUn autre titre, d'un autre article\n\nCouverture"
    document = read(f"{HEADLINE}\n\n{LONG_PARAGRAPH}\n\n{tail}")
    assert kinds(document)[-1] == ("related", tail)


def test_tail_swallows_even_long_teasers() -> None:
    document = read(f"{HEADLINE}\n\n{BODY}\n\nArticles similaires\n\n{LONG_PARAGRAPH}")
    assert kind_of(document, LONG_PARAGRAPH) == "related"


def test_article_goes_on_after_a_pointer_amid_the_body() -> None:
    pointer = "Lire aussi : Le thon se fait attendre"
    document = read(f"{HEADLINE}\n{LONG_PARAGRAPH}\n{pointer}\nEt demain ?\n{BODY}")
    assert kind_of(document, pointer) == "related"
    assert kind_of(document, "Et demain ?") == "paragraph"
    assert kind_of(document, BODY.split("\n")[0]) == "paragraph"


def test_article_goes_on_after_a_list_of_pointers() -> None:
    document = read(f"{HEADLINE}\n{BODY}\nLire aussi\nLe thon se fait attendre\nUn autre titre\n{LONG_PARAGRAPH}")
    assert kind_of(document, "Un autre titre") == "related"
    assert kind_of(document, LONG_PARAGRAPH) == "paragraph"


def test_question_after_a_list_of_pointers_is_the_article_s() -> None:
    document = read(f"{HEADLINE}\n{BODY}\nLire aussi\nUn autre titre\nEt demain ?\n{LONG_PARAGRAPH}")
    assert kind_of(document, "Et demain ?") == "paragraph"


def test_subheading_like_a_tail_stays_while_the_article_goes_on() -> None:
    document = read(f"{HEADLINE}\n{BODY}\nCouverture\n{LONG_PARAGRAPH}")
    assert kind_of(document, "Couverture") == "subheading"


def test_short_line_between_paragraphs_is_a_subheading() -> None:
    document = read(f"{HEADLINE}\n{LONG_PARAGRAPH}\nUn hangar repeint\n{LONG_PARAGRAPH}")
    assert kind_of(document, "Un hangar repeint") == "subheading"


@pytest.mark.parametrize("line", ["Et la suite ?", "- premier point", "Il l'a dit.", "Elle répond «non»"])
def test_line_of_prose_is_no_subheading(line: str) -> None:
    document = read(f"{HEADLINE}\n{LONG_PARAGRAPH}\n{line}\n{LONG_PARAGRAPH}")
    assert kind_of(document, line) == "paragraph"


def test_credit_and_pull_quote_under_the_headline() -> None:
    document = read(f"{HEADLINE}\n\n© D.R\n\n«Les prix ont tenu jusqu'à midi».\n\n{LONG_PARAGRAPH}")
    assert [kind for kind, _ in kinds(document)] == ["headline", "caption", "standfirst", "paragraph"]


def test_buttons_are_boilerplate() -> None:
    document = read(f"{HEADLINE}\nPartager\nFacebook\n{BODY}\nMots-clés : pêche, criée")
    assert kind_of(document, "Facebook") == "boilerplate"
    assert kind_of(document, "Mots-clés") == "boilerplate"


@pytest.mark.parametrize(
    "line",
    ["Publié le 3 mai 2023 par Le Matin", "Le Matin, le 3 mai 2023 à 10h30", "Publié dans Le Matin le 03/05/2023"],
)
def test_dateline_names_outlet_and_day(line: str) -> None:
    document = read(f"{HEADLINE}\n{line}\n{BODY}")
    assert document.outlet is not None
    assert document.outlet.name == "Le Matin"
    assert document.published_on == date(2023, 5, 3)
    assert kind_of(document, line) == "dateline"
    assert not document.unknown


def test_dateline_of_an_update_is_no_day_of_publication() -> None:
    document = read(f"{HEADLINE}\nMis à jour le 3 mai 2023\n{BODY}")
    assert document.published_on is None
    assert "update" in document.unknown["published_on"]


def test_datelines_that_differ_name_no_day() -> None:
    document = read(f"{HEADLINE}\nLe 3 mai 2023\nLe 4 mai 2023\n{BODY}")
    assert document.published_on is None
    assert "several days" in document.unknown["published_on"]


def test_outlet_that_two_countries_share_is_not_chosen() -> None:
    document = read(f"{HEADLINE}\nPublié le 3 mai 2023 par Libération\n{BODY}")
    assert document.outlet is None or document.outlet.name == "Libération"
    assert document.published_on == date(2023, 5, 3)


def test_date_in_prose_is_no_dateline() -> None:
    document = read(f"{HEADLINE}\nLe 3 mai 2023, la criée avait fermé ses portes pour travaux.\n{BODY}")
    assert document.published_on is None
    assert document.unknown["published_on"] == "the text has no dateline"


def test_author_date_and_standfirst_stand_between_headline_and_body() -> None:
    standfirst = "Après un an de travaux, les mareyeurs retrouvent leurs quais."
    document = read(f"{HEADLINE}\n\n{standfirst}\n\nPar Lamia Tounsi\n3 mai 2023\n\n{BODY}")
    assert [kind for kind, _ in kinds(document)][:4] == ["headline", "standfirst", "byline", "dateline"]
    assert [author.name for author in document.authors] == ["Lamia Tounsi"]
    assert document.published_on == date(2023, 5, 3)


def test_correspondent_signs_above_the_body() -> None:
    document = read(f"{HEADLINE}\nDe notre correspondante à Oran, Lamia Tounsi\n{BODY}")
    assert [author.name for author in document.authors] == ["Lamia Tounsi"]


def test_author_of_a_box_signs_above_it() -> None:
    line = "Propos recueillis par Lamia Tounsi"
    document = read(f"{HEADLINE}\n{LONG_PARAGRAPH}\n{line}\nUn encadré\n{LONG_PARAGRAPH}")
    assert kind_of(document, line) == "byline"
    assert [author.name for author in document.authors] == ["Lamia Tounsi"]


def test_agency_opening_names_agency_and_day() -> None:
    document = read(f"{HEADLINE}\n\nAGADIR, 3 mai 2023 (MAP) - {LONG_PARAGRAPH}")
    assert document.outlet == OutletName("MAP", "MAP")
    assert document.published_on == date(2023, 5, 3)
    assert [kind for kind, _ in kinds(document)] == ["headline", "paragraph"]


@pytest.mark.parametrize("text", [HEADLINE, f"{HEADLINE}\n", f"{HEADLINE}\n© D.R\nPar Lamia Tounsi"])
def test_headline_without_body_is_no_article(text: str) -> None:
    with pytest.raises(NoArticle, match=r"texte.txt:1: a headline but no body"):
        read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Le pont est ouvert. « Il tiendra », dit le maire.",
        "Le pont de la vieille ville est ouvert depuis lundi matin, après deux ans de travaux que la commune a payés"
        " seule, sans un dirham de la région.\nLe maire s'en félicite.",
        "Le pont est ouvert. " * 20 + "\nLe maire s'en félicite.",
    ],
)
def test_a_text_that_begins_with_its_first_sentence_has_no_headline(text: str) -> None:
    document = read(text)
    assert document.headline is None
    assert document.unknown["headline"] == "the text begins with its first sentence"
    assert {segment.kind for segment in document.segments} == {"paragraph"}


def test_a_short_first_line_with_a_full_stop_is_a_headline() -> None:
    document = read("Le pont est ouvert.\nIl tiendra, dit le maire.")
    assert document.headline == "Le pont est ouvert."
