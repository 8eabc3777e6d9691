"""What holds for any text: spans equal their words, segments tile, and nothing comes from what is ignored."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdb.document import IGNORED_SEGMENT_KINDS, SEGMENT_KINDS, Document, Segment
from newsdb.extraction import extract_facts
from newsdb.extraction.extract import VERSION
from newsdb.facts import Facts
from tests.extraction.printed_article import printed

PIECES = [
    "Karim Alami", "la ministre", "Leïla Mansouri", "M. Alami", "K. A. :", "Le Journal :", "a déclaré", "a-t-elle dit",
    "que", "selon", "d’après", "pour", "«", "»", "“", "”", '"', "« Oui »", ",", ".", "?", ":", "…", "(", ")", "- ",
    "\n", "\n\n", "le pont tiendra", "Nous partons", "l'APC", "vous", "je", "à rouvrir", "en ajoutant", "\u00a0", "d'",
    "L’", "soulignant que", "Propos recueillis par", "Un habitant", "il", "elle", "appelle à", "dit", "ce qu'",
    "celui-ci", "l'une d'elles", "communiqué", "affirme", "et", "Alger",
]  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any text, and any segments that tile it."""
    words = st.one_of(st.sampled_from(PIECES), st.text(max_size=6))
    text = " ".join(draw(st.lists(words, max_size=40))).replace("\r", " ").replace("\0", " ")
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)) | {0, len(text)})
    spans = list(pairwise(cuts)) or [(0, 0)]
    segments = tuple(Segment(a, b, draw(st.sampled_from(SEGMENT_KINDS))) for a, b in spans)
    return Document("any.txt", text, segments, "", language="fr")


def _spans(facts: Facts) -> Iterator[tuple[int, int, str]]:
    for quote in facts.quotes:
        yield from ((o.start, o.end, o.text) for o in quote.occurrences)
    mentions = [*(person.mentions for person in facts.people), *(body.mentions for body in facts.organisations)]
    yield from ((m.start, m.end, m.surface) for printings in mentions for m in printings)


@settings(max_examples=300)
@given(documents())
def test_any_text_gives_facts_whose_spans_hold_their_words(document: Document) -> None:
    facts = extract_facts(document)
    assert all(document.text[start:end] == words and words.strip() for start, end, words in _spans(facts))
    for quote in facts.quotes:
        at = quote.attribution
        for start, end in ((at.cue_start, at.cue_end), (at.speaker_start, at.speaker_end)):
            assert (start is None) == (end is None)
            assert start is None or end is None or 0 <= start < end <= len(document.text)


@settings(max_examples=150)
@given(documents())
def test_segments_tile_any_text(document: Document) -> None:
    segments = extract_facts(document).segments
    assert segments[0].start == 0
    assert segments[-1].end == len(document.text)
    assert all(a.end == b.start for a, b in pairwise(segments))


@settings(max_examples=150)
@given(documents())
def test_no_quote_comes_from_an_ignored_segment_and_only_an_answer_runs_around_one(document: Document) -> None:
    ignored = [s for s in document.segments if s.kind in IGNORED_SEGMENT_KINDS]
    for quote in extract_facts(document).quotes:
        for occurrence in quote.occurrences:
            touched = [s for s in ignored if s.start < occurrence.end and occurrence.start < s.end]
            is_around = all(occurrence.start < s.start and s.end < occurrence.end for s in touched)
            assert not touched or (quote.kind == "answer" and is_around)


@settings(max_examples=60)
@given(documents())
def test_the_same_document_gives_the_same_facts(document: Document) -> None:
    assert extract_facts(document) == extract_facts(document)


def test_speakers_are_among_the_people_and_organisations() -> None:
    facts = extract_facts(
        printed("Le pont", "« Il tient », a dit Karim Alami. Selon le ministère de l'Eau, la route est sûre.")
    )
    named = {p.name for p in facts.people} | {o.name for o in facts.organisations}
    assert {q.attribution.speaker for q in facts.quotes} <= named


def test_related_stories_and_navigation_yield_no_quote() -> None:
    document = printed("Le pont", "!! Karim Alami : « Nous partons demain »", "~~ Selon Karim Alami, le pont tient.")
    assert extract_facts(document).quotes == ()


@pytest.mark.parametrize("language", ["de", "und"])
def test_a_language_without_a_pack_gives_segments_and_no_facts(language: str) -> None:
    document = printed("Die Brücke", "„Sie hält“, sagte Karim Alami.", language=language)
    facts = extract_facts(document)
    assert facts == Facts(document.segments, (), (), (), (), (), "none")


def test_the_extractor_says_its_name_and_version() -> None:
    assert extract_facts(printed("Le pont", "Rien.")).extractor == f"rules-fr {VERSION}"
