"""Gold files: what is read, where the texts are looked for, and what is refused."""

import json
from pathlib import Path

import pytest

from newsdb.errors import GoldError
from newsdb.evaluation import evaluate, find_text, read_gold

ENTRY = {
    "meta": {"title": "La criée rouvre", "published": None, "outlet": None, "authors": []},
    "people": [{"name": "Lamia Tounsi", "mentions": ["Tounsi"], "spans": [[3, 9]], "roles": [{"title": "patronne"}]}],
    "organisations": [{"name": "CRI", "acronym": "CRI", "mentions": ["CRI"], "spans": [[20, 23]]}],
    "quotes": [{"kind": "direct", "start": 4, "end": 9, "speaker": None, "speaker_kind": "unknown", "question": None}],
    "not_quotes": ["Mer ouverte"],
    "not_entities": [],
    "part": "dev",
}


def write_gold(folder: Path, entries: object, name: str = "or.json") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(entries), encoding="utf-8")
    return path


def test_entry_is_read_whole(tmp_path: Path) -> None:
    (article,) = read_gold(write_gold(tmp_path, {"a.txt": ENTRY})).articles
    assert (article.name, article.part) == ("a.txt", "dev")
    assert article.people[0].roles[0].title == "patronne"
    assert article.organisations[0].acronym == "CRI"
    assert article.people[0].spans == ((3, 9),)
    assert (article.quotes[0].start, article.quotes[0].speaker_kind) == (4, "unknown")
    assert article.not_quotes == ("Mer ouverte",)


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        ([], "no JSON object"),
        ({"a.txt": {"people": [{}]}}, "KeyError: 'name'"),
        ({"a.txt": {"quotes": [{**ENTRY["quotes"][0], "kind": "reported"}]}}, "reported"),  # type: ignore[index]
        ({"a.txt": []}, "format of a gold"),
    ],
)
def test_what_is_no_gold_is_refused(tmp_path: Path, entries: object, what: str) -> None:
    with pytest.raises(GoldError, match=what):
        read_gold(write_gold(tmp_path, entries))


def test_gold_that_cannot_be_read_is_refused_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"absent\.json"):
        read_gold(tmp_path / "absent.json")


@pytest.mark.parametrize("place", ["gold", "gold/or", "or", "gold/articles", "articles"])
def test_text_is_found_beside_the_gold(tmp_path: Path, place: str) -> None:
    gold = write_gold(tmp_path / "gold", {})
    (tmp_path / place).mkdir(exist_ok=True)
    text = tmp_path / place / "a.txt"
    text.write_text("Titre\nCorps.")
    assert find_text(gold, "a.txt") == text


def test_folder_that_is_named_is_the_only_one(tmp_path: Path) -> None:
    gold = write_gold(tmp_path, {})
    (tmp_path / "a.txt").write_text("Titre\nCorps.")
    with pytest.raises(GoldError, match="ailleurs"):
        find_text(gold, "a.txt", tmp_path / "ailleurs")


def test_missing_text_names_the_places_tried(tmp_path: Path) -> None:
    with pytest.raises(GoldError) as refused:
        find_text(write_gold(tmp_path / "gold", {}), "a.txt")
    assert all(place in str(refused.value) for place in ("gold/a.txt", "gold/or/a.txt", "articles/a.txt"))


def test_evaluation_reads_the_texts_and_scores_them(tmp_path: Path) -> None:
    gold = write_gold(tmp_path, {"a.txt": {"meta": ENTRY["meta"]}, "b.txt": {"meta": ENTRY["meta"], "part": "test"}})
    (tmp_path / "a.txt").write_text("La criée rouvre\nLes mareyeurs sont revenus lundi sur les quais du port.\n")
    report = evaluate(gold, parts={None})  # type: ignore[arg-type]
    assert report.articles == 1
    assert report.counts["headline"].f1 == 1.0


@pytest.mark.parametrize(
    ("entries", "parts", "what"),
    [
        ({}, None, "is empty"),
        ({"a.txt": {"part": "dev"}}, ["test"], "no article of part test; choose one of dev"),
        ({"a.txt": {}}, ["test"], 'no article of part test; give its entries a "part"'),
    ],
    ids=["empty", "unknown part", "no parts"],
)
def test_nothing_to_score_is_refused(tmp_path: Path, entries: object, parts: list[str] | None, what: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(entries), encoding="utf-8")
    with pytest.raises(GoldError, match=what):
        evaluate(path, parts=parts)
