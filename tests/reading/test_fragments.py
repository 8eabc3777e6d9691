"""HTML within records, and the tags that no parser reads in its time, however they are hidden."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from newsdb.document import Document
from newsdb.errors import UnreadablePage
from newsdb.reading.markup import has_endless_tag
from tests.reading.read_files import documents, read_file
from tests.reading.saved_pages import saved_page
from tests.reading.test_feeds import item, rss
from tests.yardstick import run_within, seconds_for

ENDLESS = "<p " + " ".join(f"a{number:x}" for number in range(5_100)) + ">mot</p>"
PARAGRAPHS = "".join(
    f'<p class="par" id="p{number}">Le plan de la région {number} est prêt.</p><div class="ad" data-slot="s"></div>'
    for number in range(1_300)
)
# What opens and closes the parts of a page in which a tag is none.
HIDING = (
    *("<!--", "-->", "--!>", "<!-->", "<!--->", "<script>", "</script>", "<script-x>", "<style:x>", "<script/>"),
    *(
        "<script ",
        "</script ",
        '</script a="',
        "</scripts ",
        "<!--<script>",
        "</titlex ",
        "a=/>",
        "/>",
        "-",
        "--",
        "--->",
    ),
    *("<style>", "</style>", "<title>", "</title>", "<textarea>", "</textarea>", "<xmp>", "</xmp>", "<iframe>"),
    *("</iframe>", "<svg>", "<noscript>", "</noscript>", "<?x ", "<!doctype html '", "<![CDATA[", "]]>", "<b ", "</b "),
    *('<a title="', "<a title='", '">', "'>", '<p x="a" "', ">", '"', "'", "=", "a=", "</", "<", "/", "x", "é"),
    *(" ", "\x0b", "\f", "\xa0"),
)


def exported(body: str) -> bytes:
    return json.dumps({"title": "Le port rouvre", "url": "https://phare.example/1", "body": body}).encode()


@pytest.mark.parametrize(
    "link", ['<a href="/x"" target="_blank">x</a>', '<a title="l"eau">x</a>', "<a title='l'eau'>x</a>"]
)
def test_quote_too_many_is_no_tag_without_end(link: str) -> None:
    page = saved_page(story=link + PARAGRAPHS)
    for content, name in (
        (page.encode(), "page.html"),
        (exported(link + PARAGRAPHS), "export.json"),
        (rss(item(content=link + PARAGRAPHS)), "feed.xml"),
    ):
        [document] = documents(content, name)
        assert "Le plan de la région 1299 est prêt." in document.text


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(HIDING), max_size=8).map("".join))
def test_tag_that_the_parser_would_find_is_found_behind_whatever_may_hide_it(before: str) -> None:
    markup = f"<html><body><div>mot{before}{ENDLESS}"
    if not has_endless_tag(markup):
        elements = html.document_fromstring(markup).iter()
        assert all(len(element.attrib) < 5_000 for element in elements if isinstance(element.tag, str))


@pytest.mark.parametrize(
    "before", ["<script-x>", '<a title="<!--">x</a>', "<!-- x --!>", '<script></scripts a="></script>']
)
def test_tag_without_end_is_refused_in_its_time_behind_whatever_may_hide_it(before: str) -> None:
    tag = "<p " + " ".join(f"a{number:x}" for number in range(56_000)) + ">mot</p>"
    for content, name in (
        (f"<html><body>{before}{tag}".encode(), "page.html"),
        (exported(f"<p>mot</p>{before}{tag}"), "export.json"),
    ):
        [refused] = run_within(seconds_for(content), lambda page=content, name=name: read_file(page, name))
        assert isinstance(refused, UnreadablePage)
        assert "attributes" in refused.what


@pytest.mark.parametrize("tag", ["div", "span", "font", "b", "p"])
def test_body_whose_elements_are_never_closed_is_read_whole(tag: str) -> None:
    body = "".join(f"<p>Le plan de la région {number} est prêt.<{tag}></p>" for number in range(600))
    for content, name in ((exported(body), "export.json"), (rss(item(content=body)), "feed.xml")):
        [document] = documents(content, name)
        assert all(f"Le plan de la région {number} est prêt." in document.text for number in range(600))


def test_long_text_in_a_body_cuts_nothing_off() -> None:
    body = f"<p>Avant.</p><script>{'x' * 11_000_000}</script><p>Après.</p>"
    [document] = documents(exported(body), "export.json")
    assert "Après." in document.text


def test_body_that_no_parser_reads_to_its_end_is_refused_and_not_cut() -> None:
    body = "".join(f"<div>Le plan de la région {number} est prêt." for number in range(2_500))
    content = exported(body)
    [refused] = run_within(seconds_for(content), lambda: read_file(content, "export.json"))
    assert isinstance(refused, UnreadablePage)
    assert refused.where == "export.json#line 1"
    whole = exported(body[: len(body) // 2])
    assert isinstance(read_file(whole, "export.json")[0], Document)
