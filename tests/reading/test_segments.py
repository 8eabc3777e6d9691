"""Whatever the bytes: an InputError, or documents whose segments tile the text and whose spans are right."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdb.document import SEGMENT_KINDS, Document
from newsdb.errors import InputError
from newsdb.reading import read_documents
from tests.reading.reading_pages import BODY, CLOSING, DATELINE, LONG_PARAGRAPH, NOTICE, TICKER, page_dump
from tests.yardstick import run_within

LINES = st.one_of(
    st.sampled_from(
        [
            *BODY.split("\n"),
            *NOTICE.split("\n"),
            TICKER,
            DATELINE,
            CLOSING,
            LONG_PARAGRAPH,
            "EconomieUne",
            "© D.R",
            "Lire aussi",
            "Articles similaires",
            "Couverture",
            "Par Lamia Tounsi",
            "L. T.",
            "Publié le 3 mai 2023 par Le Matin",
            "AGADIR, 3 mai 2023 (MAP) - Bonjour",
            "",
            "   ",
            "\u00a0",
        ]
    ),
    st.text(max_size=40),
)


def assert_document_is_sound(data: bytes) -> None:
    documents: list[Document] = []
    refused: InputError | None = None
    try:
        documents = read_documents(data, "n")
    except InputError as error:
        refused = error
    assert bool(documents) == (refused is None)
    assert refused is None or (refused.where.startswith("n") and refused.what and refused.remedy)
    for document in documents:
        assert (document.headline is None) == ("headline" in document.unknown)
        assert document.headline is None or document.headline.strip()
        assert unicodedata.is_normalized("NFC", document.text)
        edges = [0, *(segment.end for segment in document.segments)]
        assert [segment.start for segment in document.segments] == edges[:-1]
        assert edges[-1] == len(document.text)
        assert all(document.text[segment.start : segment.end].strip() for segment in document.segments)
        assert {segment.kind for segment in document.segments} <= set(SEGMENT_KINDS)
        assert all(document.text[author.start : author.end] == author.name for author in document.authors)
        assert (document.outlet is None) == ("outlet" in document.unknown)
        assert (document.published_on is None) == ("published_on" in document.unknown)


@given(st.text())
def test_any_text_is_tiled_or_refused(text: str) -> None:
    assert_document_is_sound(text.encode("utf-8", errors="surrogatepass"))


@given(st.lists(LINES, max_size=12))
def test_any_page_is_tiled_or_refused(lines: list[str]) -> None:
    assert_document_is_sound("\n".join(lines).encode("utf-8", errors="surrogatepass"))


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert_document_is_sound(data)


@given(st.integers(min_value=0))
def test_any_cut_of_a_dump_is_refused(length: int) -> None:
    data = page_dump().encode()
    with pytest.raises(InputError):
        read_documents(data[: length % len(data)], "n")


def test_white_space_belongs_to_the_block_before_it() -> None:
    (document,) = read_documents(b"\n  Titre\n\n\n  Le corps.\n\n", "n")
    assert [document.text[segment.start : segment.end] for segment in document.segments] == [
        "\n  Titre\n\n\n  ",
        "Le corps.\n\n",
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"Titre\n" + b"Bonjour le monde. " * 500_000,
        b"a" + b" " * 5_000_000 + b"\nb c.",
        b"Titre\n" + "« (".encode() * 2_000_000,
        b"Titre\n" + b"Lire aussi\n" * 200_000,
    ],
    ids=["words", "spaces", "marks", "pointers"],
)
def test_large_file_takes_time_in_proportion(data: bytes) -> None:
    # A quadratic step would take minutes here.
    run_within(20, lambda: assert_document_is_sound(data))
