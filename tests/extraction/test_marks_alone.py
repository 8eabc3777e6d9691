"""A soft hyphen or an accent that stands alone is no word, in a text or in the name of its outlet."""

from dataclasses import replace

import pytest

from newsdb.document import Document, OutletName
from newsdb.extraction import extract_facts
from newsdb.extraction.text.words import read_lines, split_phrase
from tests.extraction.printed_article import printed

MARKS = ("\u00ad", "\u0301", "\u00a8", "\uff9e")


@pytest.mark.parametrize("mark", MARKS)
def test_phrase_has_no_word_of_a_mark_alone(mark: str) -> None:
    assert split_phrase(f"{mark} Le {mark} Matin {mark}") == ("le", "matin")


@pytest.mark.parametrize("mark", MARKS)
def test_line_has_no_word_of_a_mark_alone(mark: str) -> None:
    document = printed(f"Le {mark} maire {mark}parle.")
    words = [word for line in read_lines(document.text, document.segments) for word in line.words]
    assert [word.strip(mark) for word in words][-4:] == ["Le", "maire", "parle", "."]


@pytest.mark.parametrize("name", [form for mark in MARKS for form in (f"{mark}Le Matin", f"Le {mark} Matin", mark)])
def test_outlet_with_a_mark_alone_in_its_name_has_its_facts(name: str) -> None:
    text = "« Nous avons attendu dix ans », a déclaré Karim Naciri au Matin."
    plain = printed(text)
    assert extract_facts(with_outlet(plain, name)).quotes == extract_facts(plain).quotes != ()


def with_outlet(document: Document, name: str) -> Document:
    return replace(document, outlet=OutletName(name, name))
