"""An article is shown as it is, to the last character, with every fact where it stands."""

import re
import uuid

import pytest
from sqlalchemy import Connection, text

from newsdb.errors import UnknownArticle
from newsdb.reports.annotated import AnnotatedArticle, annotate_article, find_article
from newsdb.reports.pages import render

HEADLINE = "Sur les traces de la France"


@pytest.fixture
def article(gold: Connection) -> AnnotatedArticle:
    return annotate_article(gold, HEADLINE, "fr")


def test_the_pieces_are_the_text(gold: Connection, article: AnnotatedArticle) -> None:
    pieces = [piece.text for passage in article.passages for run in passage.runs for piece in run.pieces]
    body = gold.execute(
        text(
            "SELECT t.body FROM newsdb.article_version AS v JOIN newsdb.article_text AS t ON t.id = v.article_text_id"
            " WHERE v.article_id = :id AND v.is_current"
        ),
        {"id": article.article_id},
    ).scalar_one()
    assert "".join(pieces) == body


def test_quotes_carry_their_words_speaker_and_method(gold: Connection, article: AnnotatedArticle) -> None:
    shown: dict[int, str] = {}
    for passage in article.passages:
        for run in passage.runs:
            if run.quote:
                shown[run.quote.number] = shown.get(run.quote.number, "") + "".join(p.text for p in run.pieces)
    quotes = {fact.number: fact for fact in article.facts if fact.kind == "quote"}
    wanted = gold.execute(
        text("SELECT speaker, words FROM report.quote WHERE article_id = :id"), {"id": article.article_id}
    )
    assert {(quotes[number].name, words) for number, words in shown.items()} == {tuple(row) for row in wanted}
    assert all(dict(fact.details)["method"] for fact in quotes.values())


def test_people_organisations_and_roles_stand_on_their_characters(article: AnnotatedArticle) -> None:
    found = {
        (fact.kind, piece.text)
        for passage in article.passages
        for run in passage.runs
        for piece in run.pieces
        for fact in piece.facts
    }
    assert ("organisation", "Systematic") in found
    assert ("person", "Sylvain Dorschner") in found
    assert {kind for kind, _ in found} == {"person", "organisation", "role"}


def test_no_fact_stands_in_an_ignored_part(article: AnnotatedArticle) -> None:
    ignored = [passage for passage in article.passages if not passage.is_story]
    assert ignored
    assert all(run.fact is None for passage in ignored for run in passage.runs)


def test_an_article_is_found_by_id_beginning_of_an_id_file_and_headline(gold: Connection) -> None:
    article_id = find_article(gold, HEADLINE.upper())
    assert find_article(gold, str(article_id)) == article_id
    assert find_article(gold, str(article_id)[:8]) == article_id
    assert find_article(gold, "001_3203b09941f86c8e.txt") == article_id


@pytest.mark.parametrize("words", ["", "  ", "nulle part", "%", str(uuid.UUID(int=0)), "…"])
def test_words_that_mean_no_article_are_refused(gold: Connection, words: str) -> None:
    with pytest.raises(UnknownArticle, match="there is no such article"):
        find_article(gold, words)


def test_words_that_mean_several_articles_name_them(gold: Connection) -> None:
    with pytest.raises(UnknownArticle, match="2 articles fit") as caught:
        find_article(gold, "maroc")
    assert HEADLINE in caught.value.remedy


def test_the_page_escapes_what_the_press_prints(article: AnnotatedArticle) -> None:
    page = render("article.html", "fr", title="<script>alert(1)</script>", article=article)
    assert "<script" not in page


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_place_leads_to_its_fact_and_back(gold: Connection, language: str) -> None:
    page = render("article.html", language, title="x", article=annotate_article(gold, HEADLINE, language))  # type: ignore[arg-type]

    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
