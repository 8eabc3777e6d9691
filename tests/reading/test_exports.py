"""JSON, CSV and Parquet exports: common names of columns, --map, bad rows alone, and newsdb's own export whole."""

import csv
import io
import json
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdb.cli.article_json import article_json
from newsdb.document import Document
from newsdb.errors import (
    FileTooLarge,
    InputError,
    MalformedFile,
    NoArticle,
    UnreadablePage,
    WrongEncoding,
    WrongParameter,
)
from newsdb.extraction import extract_facts
from newsdb.reading import Record, read_documents
from newsdb.reading.records.columns import read_mapping
from tests.reading.read_files import assert_tiled, cut, documents, parts, read_file
from tests.reading.reading_pages import page_dump
from tests.seeds import seed_files
from tests.yardstick import run_within, seconds_for

BODY = "La digue tient depuis lundi.\n« Elle tiendra », a promis Nadia Berrahou.\nLes pêcheurs ressortent en mer."
NEWS_PLEASE = {
    "authors": ["Lina Bel", "Omar Zed"],
    "date_download": "2024-10-09 10:00:00",
    "date_modify": None,
    "date_publish": "2024-10-07 23:30:00",
    "description": "Une digue neuve.",
    "filename": "x.json",
    "image_url": "https://phare.example/a.jpg",
    "language": "fr",
    "localpath": None,
    "maintext": BODY,
    "source_domain": "phare.example",
    "title": "La digue tient",
    "title_page": None,
    "title_rss": None,
    "url": "https://phare.example/digue",
}
MEDIA_CLOUD = {
    "id": "1",
    "indexed_date": "2024-10-08",
    "language": "fr",
    "media_name": "phare.example",
    "media_url": "phare.example",
    "publish_date": "2024-10-07",
    "title": "La digue tient",
    "url": "https://phare.example/digue",
}


def as_csv(*rows: dict[str, object], delimiter: str = ",") -> bytes:
    target = io.StringIO()
    writer = csv.DictWriter(target, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue().encode()


def as_lines(*rows: object) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def as_parquet(*rows: dict[str, object]) -> bytes:
    import pyarrow
    from pyarrow import parquet

    target = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(list(rows)), target)
    return target.getvalue()


@pytest.mark.parametrize(
    "make",
    [
        as_lines,
        as_csv,
        lambda row: as_csv(row, delimiter=";"),
        as_parquet,
        lambda row: json.dumps([row]).encode(),
        lambda row: json.dumps(row, indent=2).encode(),
        lambda row: b"\xef\xbb\xbf" + as_lines(row),
    ],
    ids=["lines", "csv", "semicolons", "parquet", "array", "object", "bom"],
)
def test_news_please_is_read_in_every_form(make: Callable[[dict[str, object]], bytes]) -> None:
    [document] = documents(make(NEWS_PLEASE), "e")
    assert_tiled(document)
    assert (document.headline, document.published_on) == ("La digue tient", date(2024, 10, 7))
    assert [author.name for author in document.authors] == ["Lina Bel", "Omar Zed"]
    assert document.outlet is not None
    assert (document.outlet.name, document.canonical_url) == ("phare.example", "https://phare.example/digue")
    assert parts(document, "paragraph") == BODY.split("\n")
    assert parts(document, "standfirst") == ["Une digue neuve."]
    assert document.language == "fr"


def test_media_cloud_gives_articles_whose_words_are_elsewhere() -> None:
    [document] = documents(as_csv(MEDIA_CLOUD), "mc.csv")
    assert (document.headline, document.published_on) == ("La digue tient", date(2024, 10, 7))
    assert parts(document, "paragraph") == []


@pytest.mark.parametrize(
    "authors", [["Lina Bel", "Omar Zed"], "['Lina Bel', 'Omar Zed']", "Lina Bel; Omar Zed", "Lina Bel, Omar Zed"]
)
def test_authors_are_kept_however_they_are_listed(authors: object) -> None:
    [document] = documents(as_lines({"title": "La digue", "text": BODY, "byline": authors}), "x")
    assert [author.name for author in document.authors] == ["Lina Bel", "Omar Zed"]


def test_row_with_a_summary_alone_is_a_teaser() -> None:
    [document] = documents(as_lines({"title": "La digue", "summary": "La digue tient depuis lundi."}), "x")
    assert parts(document, "teaser") == ["La digue tient depuis lundi."]


def test_columns_are_what_the_user_says() -> None:
    row: dict[str, object] = {"T1": "La digue tient", "T2": BODY, "Titre": "non", "T3": "07/10/2024"}
    columns = read_mapping(["headline=T1", "body=T2", "published_on=T3"])
    for content, name in ((as_csv(row), "x.csv"), (as_lines(row), "x.jsonl"), (as_parquet(row), "x.parquet")):
        [document] = documents(content, name, columns)
        assert document.headline == "La digue tient"
        assert document.published_on == date(2024, 10, 7)
    with pytest.raises(WrongParameter, match="the fields are headline, body"):
        read_mapping(["titel=T1"])


def test_html_under_the_name_of_a_text_is_no_words() -> None:
    [document] = documents(as_lines({"title": "La digue", "content": "<p>Un.</p><p>Deux &amp; trois.</p>"}), "x")
    assert parts(document, "paragraph") == ["Un.", "Deux & trois."]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2024-10-07T23:30:00-05:00", date(2024, 10, 7)),
        ("2024-10-07T00:10:00Z", date(2024, 10, 7)),
        ("20241007T233000+0200", date(2024, 10, 7)),
        ("Mon, 07 Oct 2024 23:30:00 GMT", date(2024, 10, 7)),
        ("October 7, 2024", date(2024, 10, 7)),
        ("7 octobre 2024", date(2024, 10, 7)),
        ("25/12/2024", date(2024, 12, 25)),
        ("1728340200", None),
        ("2024-02-30", None),
        ("hier", None),
    ],
)
def test_day_is_read_as_printed_or_not_at_all(printed: str, expected: date | None) -> None:
    [document] = documents(as_lines({"title": "La digue", "text": BODY, "date": printed}), "x")
    assert document.published_on == expected
    assert (document.published_on is None) == ("published_on" in document.unknown)


def test_numbers_that_are_two_days_are_none_in_a_language_that_is_not_known() -> None:
    [document] = documents(as_lines({"title": "Dijk", "text": "Kort.", "date": "05/10/2024"}), "x")
    assert document.published_on is None
    assert "one of two days" in document.unknown["published_on"]


def test_bad_row_costs_only_itself() -> None:
    good = json.dumps({"title": "La digue", "text": BODY})
    lines = [good, "{not json", "[1]", "", '{"title": "Seul"}', "[" * 100_000, good, '{"title": "\xe9']
    outcomes = read_file("\n".join(lines).encode("latin-1", "replace"), "x.jsonl")
    kinds = [type(outcome) for outcome in outcomes]
    assert kinds == [Document, MalformedFile, MalformedFile, NoArticle, MalformedFile, Document, MalformedFile]
    assert [error.where for error in outcomes if isinstance(error, InputError)] == [
        *("x.jsonl#line 2", "x.jsonl#line 3", "x.jsonl#line 5", "x.jsonl#line 6", "x.jsonl#line 8")
    ]
    table = "title,text\nA,Un texte.\nB,b,c,d\nC,\xe9\nD,Un autre.\n".encode("latin-1")
    assert [type(outcome) for outcome in read_file(table, "x.csv")] == [
        *(Document, MalformedFile, WrongEncoding, Document)
    ]


def test_table_with_an_open_quotation_gives_the_rows_above() -> None:
    outcomes = read_file(b'title,text\nA,Un texte.\nB,"Un autre\n' + b"x\n" * 1000, "x.csv")
    assert [type(outcome) for outcome in outcomes] == [Document, MalformedFile]


def test_line_without_end_is_refused_in_bounded_memory() -> None:
    good = as_lines({"title": "La digue", "text": BODY})
    endless = b'{"title": "' + b"a" * (80 * 1024**2) + b'"}\n'
    tracemalloc.start()
    outcomes = read_file(good + endless + good, "x.jsonl")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [type(outcome) for outcome in outcomes] == [Document, FileTooLarge, Document]
    assert peak < 250 * 1024**2


@pytest.mark.parametrize("hostile", [b"[" * 10_000_000, b'{"a":' * 10_000_000, b'{"title": ' + b"9" * 5_000_000 + b"}"])
def test_deep_and_long_json_is_one_reject(hostile: bytes) -> None:
    [refused] = run_within(min(10, seconds_for(hostile)), lambda: read_file(hostile, "x.json"))
    assert isinstance(refused, InputError)


@pytest.mark.parametrize("body", ["<p>x</p>" * 1_000_000, "<div>" * 1_000_000 + "x", "Un mot. " * 400_000])
def test_body_that_no_article_has_is_refused_in_bounded_time(body: str) -> None:
    lines = as_lines({"title": "Titre", "html": body})
    [refused] = run_within(min(20, seconds_for(lines)), lambda: read_file(lines, "x"))
    assert isinstance(refused, FileTooLarge | UnreadablePage)


def test_many_lines_take_the_memory_of_one() -> None:
    line = as_lines({"title": "La digue", "text": "x" * 5000})
    from newsdb.reading import open_records
    from newsdb.reading.containers.streams import buffered

    stream = buffered(io.FileIO(io_file(line * 10_000)))
    tracemalloc.start()
    count = sum(1 for _ in open_records(stream, "x.jsonl"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 10_000
    assert peak < 5 * 1024**2


def io_file(content: bytes) -> int:
    """A descriptor of a file in memory with the content."""
    import os

    descriptor = os.memfd_create("lines")
    os.write(descriptor, content)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


def test_damaged_parquet_is_one_reject() -> None:
    content = as_parquet(NEWS_PLEASE)
    for broken in (content[:-20], content[:200], content[:100] + b"x" * 50 + content[150:]):
        outcomes = read_file(broken, "x.parquet")
        assert any(isinstance(outcome, MalformedFile) for outcome in outcomes)


@pytest.mark.parametrize("path", seed_files(), ids=lambda path: path.name)
def test_own_export_is_read_as_it_was(path: Path) -> None:
    assert_round_trip(read_documents(path.read_bytes(), path.name)[0])


def test_own_export_of_other_formats_is_read_as_it_was() -> None:
    assert_round_trip(documents(as_lines(NEWS_PLEASE), "x")[0])
    assert_round_trip(documents(page_dump(dateline=None).encode(), "x")[0])
    [untitled] = documents(as_lines({key: value for key, value in NEWS_PLEASE.items() if key != "title"}), "x")
    assert untitled.headline is None
    assert_round_trip(untitled)


def assert_round_trip(document: Document) -> None:
    facts = extract_facts(document)
    exported = json.dumps(article_json(document, facts), ensure_ascii=False)
    [again] = documents(exported.encode(), "export.jsonl")
    assert extract_facts(again) == facts
    for name in ("text", "headline", "outlet", "republisher", "published_on", "published_precision", "authors"):
        assert getattr(again, name) == getattr(document, name)
    assert dict(again.unknown).items() >= dict(document.unknown).items()
    for name in ("language", "section", "subjects", "canonical_url"):
        assert getattr(again, name) == getattr(document, name)


@pytest.mark.parametrize("spans", [[[]], [[0]], [["a", 1]], [5], 5])
def test_export_whose_authors_have_no_place_is_refused(spans: object) -> None:
    document = documents(as_lines(NEWS_PLEASE), "x")[0]
    exported = article_json(document, extract_facts(document))
    exported["article"] |= {"authors": ["Karim Naciri"], "author_spans": spans}
    [refused] = read_file(json.dumps(exported).encode(), "export.jsonl")
    assert isinstance(refused, MalformedFile)


@given(st.data())
def test_changed_export_is_refused_or_tiled(data: st.DataObject) -> None:
    document = documents(as_lines(NEWS_PLEASE), "x")[0]
    exported = article_json(document, extract_facts(document))
    key = data.draw(st.sampled_from(["text", "segments", "article"]))
    exported[key] = data.draw(
        st.none() | st.text() | st.lists(st.dictionaries(st.sampled_from(["start", "end", "kind"]), st.integers(-2, 9)))
    )
    [outcome] = read_file(json.dumps(exported).encode(), "x.json")
    if isinstance(outcome, Document):
        assert_tiled(outcome)
    else:
        assert isinstance(outcome, MalformedFile)


@given(
    st.dictionaries(
        st.sampled_from([*NEWS_PLEASE, "html"]), st.recursive(st.text() | st.floats() | st.none(), st.lists)
    )
)
def test_no_values_break_the_reader(row: dict[str, object]) -> None:
    for outcome in read_file(as_lines(row), "x.jsonl") if row else []:
        if isinstance(outcome, Document):
            assert_tiled(outcome)


def test_rows_are_records_that_can_be_read_alone() -> None:
    [record] = cut(as_csv(NEWS_PLEASE), "x.csv")
    assert isinstance(record, Record)
    assert [again.content for again in cut(record.content, "y") if isinstance(again, Record)] == [record.content]


def test_sentence_with_commas_is_no_table() -> None:
    text = "Date, titre, heure : tout change au port\n\nLe port ouvrira plus tôt, a dit la capitaine Lina Berrada.\n"
    assert documents(text.encode(), "x.txt")[0].reader == "plain text"


@pytest.mark.parametrize("frame", ["{}", "[{}]"])
def test_number_of_thousands_of_digits_is_refused_without_advice_on_python(frame: str) -> None:
    article = '{"headline": "Le quai rouvre", "body": "Une phrase.", "id": ' + "9" * 5000 + "}"
    [refused] = read_file(frame.replace("{}", article).encode(), "export.json")
    assert isinstance(refused, MalformedFile)
    assert refused.what == "JSON with a number of thousands of digits"


@pytest.mark.parametrize("number", ["x110000", "99999999999999999999", "xD800", "9" * 5000])
def test_reference_to_no_character_is_marked(number: str) -> None:
    line = json.dumps({"title": f"Avant &#{number}; et après", "text": "Le marché ouvre lundi."}).encode()
    (document,) = documents(line, "export.jsonl")
    assert document.headline == "Avant \ufffd et après"
