"""Pages that hold no article, and pages made to take time or memory: one refusal with its reason, soon."""

import contextlib
import functools
import json

import pytest

from newsdb.errors import InputError, NoArticle, UnreadablePage
from newsdb.reading import read_documents
from tests.reading.read_files import read_file
from tests.reading.saved_pages import HEADLINE, STORY, linked_data, saved_page
from tests.yardstick import run_within, seconds_for

PARAGRAPH = f"<p>{STORY[0]}</p>"
TEASER = "<p>Les premiers camions de légumes sont entrés mardi à l'aube au marché de gros.</p>"


def refusal(page: str) -> InputError:
    with pytest.raises(InputError) as refused:
        read_documents(page.encode(), "page.html")
    return refused.value


def test_front_page_is_an_index() -> None:
    teasers = "".join(
        f"<h2><a href='/{number}'>La commune numéro {number} vote enfin son budget</a></h2><p>Après trois "
        f"heures de débat, "
        f"le conseil a voté le budget de l'année {number}.</p>"
        for number in range(1, 25)
    )
    page = saved_page(
        headline=None,
        title="La Gazette du Détroit",
        above="",
        story=teasers,
        head="<meta property='og:type' content='website'>",
    )
    refused = refusal(page)
    assert isinstance(refused, NoArticle)
    assert "index" in refused.what
    assert "pages of the articles" in refused.remedy


@pytest.mark.parametrize(
    "appeal",
    [
        "Cet article est réservé aux abonnés. Abonnez-vous pour 1 € par mois.",
        "Subscribe to continue reading this article.",
        "هذا المقال مخصص للمشتركين",
        "Contenido exclusivo para suscriptores",
    ],
)
def test_teaser_before_an_appeal_to_subscribe_is_a_stub(appeal: str) -> None:
    page = saved_page(head=linked_data(isAccessibleForFree=False), story=TEASER + f"<div class='wall'>{appeal}</div>")
    refused = refusal(page)
    assert isinstance(refused, NoArticle)
    assert "stub" in refused.what
    assert "subscriber" in refused.remedy


def test_whole_article_for_subscribers_is_an_article() -> None:
    page = saved_page(head=linked_data(isAccessibleForFree=False), below="<p>Déjà abonné ? Connectez-vous</p>")
    assert read_documents(page.encode(), "page.html")[0].headline == HEADLINE


def test_brief_on_a_page_whose_foot_asks_to_subscribe_is_an_article() -> None:
    foot = "<ul>" + "<li>La météo de demain</li>" * 40 + "</ul><p>Déjà abonné ? Connectez-vous</p>"
    (document,) = read_documents(saved_page(story=PARAGRAPH, below=foot).encode(), "page.html")
    assert document.headline == HEADLINE


@pytest.mark.parametrize(
    "page", ["<html></html>", "<!DOCTYPE html>", "<p></p>", "<html><head><title>Titre</title></head></html>"]
)
def test_page_without_a_story_is_no_article(page: str) -> None:
    assert isinstance(refusal(page), NoArticle)


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "boum"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    page = saved_page(story=PARAGRAPH * 3 + "<p>Voici &b; et &f; dans la page.</p>").replace("<!DOCTYPE html>", bomb)
    (document,) = read_documents(page.encode(), "page.html")
    assert "boum" not in document.text.split(HEADLINE)[1]
    assert "Voici &b; et &f; dans la page." in document.text


@pytest.mark.parametrize(
    ("story", "what"),
    [
        (PARAGRAPH + "<b>x" * 30_000 + "</b>" * 30_000, "256 deep"),
        (PARAGRAPH + f"<script>{'x' * 12_000_000}</script>", "10 million characters"),
        ("<p>mot</p>" * 100_000, "60,000 elements"),
        ("<p " + " ".join(f"a{number}" for number in range(20_000)) + ">", "attributes"),
        (PARAGRAPH + "<br>" * 20_000, "elements, up to 7 deep, in "),
        (("<ul><li>mot" * 60 + "</ul>" * 60) * 60, "elements, up to 125 deep, in "),
    ],
    ids=["deep", "long", "many", "attributes", "tags", "lists"],
)
def test_page_that_no_one_reads_is_refused_with_the_limit_it_breaks(story: str, what: str) -> None:
    refused = refusal(saved_page(story=story))
    assert isinstance(refused, UnreadablePage)
    assert what in refused.what


WORDS_OF_A_SCAN = "".join(f"<p>{'<span>mot</span> ' * 50}</p>" for _ in range(60))


@pytest.mark.parametrize(
    "story",
    [
        "<div>" * 12 + WORDS_OF_A_SCAN + "</div>" * 12,
        f"<table>{'<tr>' + '<td>12</td>' * 8 + '</tr>'}</table>" * 250,
        f"<table>{'<tr><td>Le port</td><td>1200</td><td>3,4 %</td><td>oui</td></tr>' * 1_500}</table>",
        "<div class=comment><b>Nadia</b><p>Bravo !</p><a href=#>Répondre</a></div>" * 800,
    ],
    ids=["a span around each word", "tables of results", "one long table", "comments"],
)
def test_page_of_many_small_elements_is_read(story: str) -> None:
    [document] = read_documents(saved_page(story=PARAGRAPH * 3 + story).encode(), "page.html")
    assert STORY[0] in document.text


def read_or_refuse(page: bytes) -> None:
    with contextlib.suppress(InputError):
        read_documents(page, "page.html")


@pytest.mark.parametrize(
    "story",
    [
        "<div>" * 2_000_000,
        "<" * 1_000_000,
        "&" * 1_000_000,
        "<!--" * 300_000,
        "<p>" + "mot " * 500_000 + "</p>",
        "<script type='application/ld+json'>" + "[" * 500_000 + "</script>",
        "".join(f"<p>Le conseil numéro {number} a voté hier son budget.</p>" for number in range(10_000)),
        "<h1>" + "La ville et le port et la mer<br>" * 15_000,
        "<p class=author>" + "Nawal Aït Sidi et la ville<br>" * 15_000,
        f"<div class={'x' * 300_000}>" + "<p>La ville et le port et la mer</p>" * 10_000,
        linked_data(author=[{"name": f"Nawal {number}"} for number in range(20_000)]),
        linked_data(alternativeHeadline=[f"Le port {number}" for number in range(20_000)]),
        "<script type='application/ld+json'>[" + "[]," * 300_000 + "[]]</script>",
        "".join(
            f"<meta name=author content='{', '.join(map(chr, range(first, first + 90)))}'>" for first in (192, 282)
        ),
    ],
    ids=[
        *("nesting", "brackets", "ampersands", "comments", "one line", "deep data", "many paragraphs"),
        *("heading of lines", "signature of lines", "long class", "authors", "titles", "data", "names"),
    ],
)
def test_hostile_page_takes_no_longer_than_its_size_allows(story: str) -> None:
    page = saved_page(story=PARAGRAPH * 3 + story).encode()
    run_within(seconds_for(page, records=1), lambda: read_or_refuse(page))


@pytest.mark.parametrize("attribute", [" a{}", "/a{}", ' a{}=">"', "\na{}='<'", 'a{}="1"'])
def test_element_of_endless_attributes_is_refused_in_a_page_and_in_a_field(attribute: str) -> None:
    element = f"<p {''.join(map(attribute.format, range(70_000)))}>{STORY[0]}</p>"
    record = json.dumps({"title": HEADLINE, "text": element})
    for name, content in (("page.html", saved_page(story=element)), ("export.jsonl", record)):
        data = content.encode()
        [refused] = run_within(seconds_for(data, records=1), functools.partial(read_file, data, name))
        assert isinstance(refused, InputError)


def test_long_value_of_an_attribute_is_no_list_of_attributes() -> None:
    read_documents(saved_page(story=f"<p data-words='{'mot ' * 20_000}'>{STORY[0]}</p>").encode(), "page.html")
