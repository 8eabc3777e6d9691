"""The five seed articles as they are: what their pages say of themselves, and what of them is no article."""

from pathlib import Path

import pytest

from newsdb.document import IGNORED_SEGMENT_KINDS, Document
from newsdb.reading import read_documents
from tests.seeds import ROOT, seed_files

SEEDS = seed_files()


def read(path: Path) -> Document:
    (document,) = read_documents(path.read_bytes(), path.name)
    return document


def ignored(document: Document) -> str:
    parts = (segment for segment in document.segments if segment.kind in IGNORED_SEGMENT_KINDS)
    return "\n".join(document.text[segment.start : segment.end] for segment in parts)


def test_there_are_five_seeds() -> None:
    assert len(SEEDS) == 5


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_text_is_the_file(path: Path) -> None:
    assert read(path).text == path.read_text(encoding="utf-8")


def test_pages_say_where_and_when_they_were_published() -> None:
    said = [
        (
            found.outlet.name if found.outlet else None,
            found.republisher and found.republisher.name,
            str(found.published_on),
        )
        for found in map(read, SEEDS)
    ]
    assert said == [
        ("Les Inspirations Éco", "Maghress", "2020-10-22"),
        ("Les Inspirations Éco", "Maghress", "2011-02-09"),
        ("Finances News Hebdo", "Maghress", "2016-05-23"),
        ("L'Opinion", "Maghress", "2024-10-05"),
        (None, None, "None"),
    ]


def test_page_that_names_no_outlet_says_why() -> None:
    assert read(SEEDS[4]).unknown.keys() == {"outlet", "published_on"}
    assert read(SEEDS[4]).section == "Economie"


def test_only_the_first_seed_is_signed() -> None:
    assert [[author.name for author in read(path).authors] for path in SEEDS] == [["Mariama Ndoye"], [], [], [], []]


def test_ticker_and_tail_are_ignored() -> None:
    assert "Crash aérien de Washington" in ignored(read(SEEDS[0]))
    assert "ONMT" in ignored(read(SEEDS[4]))


def test_article_itself_is_not_ignored() -> None:
    for path in SEEDS:
        document = read(path)
        assert document.headline not in ignored(document)
        assert document.language == "fr"


def test_seeds_are_described_by_no_data_file() -> None:
    """The language data speak of the press in general: no headline of a seed stands in them."""
    data = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "newsdb").rglob("*.csv"))
    assert not [document.headline for document in map(read, SEEDS) if document.headline in data]
