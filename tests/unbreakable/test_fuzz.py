"""Whatever the bytes: a Document whose segments tile and facts whose spans hold, or an error that helps."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdb.document import Document, Segment
from newsdb.errors import InputError
from newsdb.extraction import extract_facts
from newsdb.extraction.text.sentences import MAX_LINE, cut_line
from newsdb.facts import Facts
from newsdb.reading import read_documents
from tests.reading.read_files import read_file
from tests.seeds import ROOT, seed_files
from tests.unbreakable.damage import damaged_files
from tests.unbreakable.formats import ONE_OF_EACH
from tests.unbreakable.hostile import HEAD, TAIL

PIECES = (
    "Karim Naciri", "Samira Ben Alami", "M. ", "Mme ", "K. N. : ", "Naciri", "le ministre de l'Intérieur", "le maire",
    "la directrice générale de l'ONZM", "l'Office national des zones maritimes (ONZM)", "ONZM", "la Fédération",
    " a déclaré que ", ", a-t-il dit, ", ", a-t-elle ajouté", " selon ", " d'après ", " estime : ", "Et d'ajouter ",
    "« ", " »", "“", "”", '"', "‘", "’", "<<", ">>", "nous voulons", "je suis ", "vous ", "depuis 2019", "en mai 2020",
    "Question : ", "Réponse : ", "- ", "– ", "Pourquoi ?", "Par ", "Propos recueillis par ", "Publié le 5 octobre 2024",
    "\n", "\n\n", ". ", ", ", " ", "\u00a0", "\u202f", "\u200b", "\ufeff", "e\u0301", "é", "\u00ad", "😀", "ß", "İ",
    "1er ",
    "(", ")", "…", "...", "&", "%", "<p>", "</p>", "&amp;", "et ", "de ", "X", "Aa", "AFP", "(MAP)", "Lire aussi : ",
    "Accueil", "Le Matin", "président", "son président", "qui ", "que ", "le premier ", "ce dernier", "ils ",
)  # fmt: skip
PRINTED = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map("".join)
# Small steps of a run in CI; a long run has no limit on what it may try.
SHORT = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))


def read(data: bytes) -> list[Document]:
    """The documents, none where the file is refused with a reason."""
    try:
        return read_documents(data, "fuzz.txt")
    except InputError as error:
        refused = error
    assert refused.what
    assert refused.where.startswith("fuzz.txt")
    assert refused.remedy
    return []


def assert_tiles(segments: tuple[Segment, ...], text: str) -> None:
    assert segments[0].start == 0
    assert segments[-1].end == len(text)
    assert all(one.end == other.start for one, other in pairwise(segments))
    assert all(segment.start < segment.end for segment in segments)


def spans(facts: Facts) -> Iterator[tuple[int, int, str | None]]:
    """Every span of the facts with the words that it must hold, where they are printed beside it."""
    for named in (*facts.people, *facts.organisations):
        yield from ((m.start, m.end, m.surface) for m in named.mentions)
    yield from ((m.start, m.end, m.surface) for m in facts.ambiguous)
    yield from ((r.start, r.end, r.title) for person in facts.people for r in person.roles)
    for quote in facts.quotes:
        yield from ((o.start, o.end, o.text) for o in quote.occurrences)
        told = quote.attribution
        for start, end in (
            (told.cue_start, told.cue_end),
            (told.speaker_start, told.speaker_end),
            (quote.question_start, quote.question_end),
        ):
            if start is not None and end is not None:
                yield start, end, None


def assert_holds(document: Document) -> None:
    """What every reader and extractor promises of every text."""
    assert_tiles(document.segments, document.text)
    for author in document.authors:
        if author.start is not None and author.end is not None:
            assert document.text[author.start : author.end] == author.name
    facts = extract_facts(document)
    assert_tiles(facts.segments, document.text)
    for start, end, words in spans(facts):
        assert 0 <= start < end <= len(document.text)
        assert words is None or document.text[start:end] == words
    for names in ([p.name for p in facts.people], [o.name for o in facts.organisations]):
        assert len(names) == len(set(names))
    ignored = [s for s in document.segments if s.kind in ("navigation", "related", "boilerplate")]
    for start, end, _ in spans(facts):
        assert not any(start < segment.end and segment.start < end for segment in ignored)
    named = {p.name for p in facts.people} | {o.name for o in facts.organisations}
    for quote in facts.quotes:
        if quote.attribution.speaker_kind in ("person", "organisation"):
            assert quote.attribution.speaker in named
    assert extract_facts(document) == facts


def check_printed(body: str) -> None:
    for content in (HEAD + body + TAIL, "Un titre sur la ville\n\n" + body, body):
        for document in read(content.encode("utf-8", "surrogatepass")):
            assert_holds(replace(document, language="fr"))


def check_damaged(cut: int, place: int, inserted: bytes, which: int) -> None:
    """A seed article that lost bytes in one place and got others there."""
    data = seed_files()[which].read_bytes()
    place %= len(data)
    for document in read(data[:place] + inserted + data[place + cut :]):
        assert_holds(document)


def check_file(name: str, content: bytes) -> None:
    """What is left of the records of a damaged file; each is refused alone."""
    for outcome in read_file(content, name):
        if isinstance(outcome, Document):
            assert_holds(outcome)


@SHORT
@given(PRINTED)
def test_any_words_and_marks_of_the_press(body: str) -> None:
    check_printed(body)


@SHORT
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    for document in read(data):
        assert_holds(document)


@settings(SHORT, max_examples=60)
@given(st.integers(0, 3000), st.integers(0, 10**6), st.binary(max_size=12), st.integers(0, 4))
def test_any_damage_to_a_page(cut: int, place: int, inserted: bytes, which: int) -> None:
    check_damaged(cut, place, inserted, which)


@settings(SHORT, max_examples=150)
@given(damaged_files())
def test_any_damage_to_a_file_of_any_format(file: tuple[str, bytes]) -> None:
    check_file(*file)


@pytest.mark.long
@pytest.mark.timeout(3600)
@LONG
@given(damaged_files())
def test_much_damage_to_a_file_of_any_format(file: tuple[str, bytes]) -> None:
    check_file(*file)


@pytest.mark.long
@pytest.mark.timeout(3600)
@LONG
@given(PRINTED)
def test_many_words_and_marks_of_the_press(body: str) -> None:
    check_printed(body)


@pytest.mark.long
@pytest.mark.timeout(3600)
@settings(LONG, max_examples=2_000)
@given(st.integers(0, 3000), st.integers(0, 10**6), st.binary(max_size=12), st.integers(0, 4))
def test_much_damage_to_a_page(cut: int, place: int, inserted: bytes, which: int) -> None:
    check_damaged(cut, place, inserted, which)


@SHORT
@given(
    st.lists(st.sampled_from(("mot", " ", "mot. Mot", "« ", "a" * 500, ". B" * 400, "\u00a0")), max_size=60),
    st.integers(0, 50),
)
def test_pieces_of_an_endless_line_are_the_line(words: list[str], start: int) -> None:
    text = "-" * 50 + "".join(words)
    pieces = list(cut_line(text, start, len(text)))
    assert "".join(text[first:last] for first, last in pieces) == text[start:]
    assert all(0 < last - first <= MAX_LINE for first, last in pieces)


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_file_of_each_format_that_a_fuzzer_begins_with_is_read(name: str) -> None:
    documents = read_documents(ONE_OF_EACH[name], name)
    assert {document.headline for document in documents} == {"Le marché ouvre"}
    for document in documents:
        assert_holds(document)


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.skipif(find_spec("atheris") is None, reason="the optional extra newsdb[fuzz] is not installed")
def test_fuzzing_by_coverage_finds_nothing() -> None:
    command = [sys.executable, "-m", "tests.unbreakable.fuzz_readers", "-max_total_time=120"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    assert re.search(r"Done \d+ runs", done.stdout + done.stderr)
