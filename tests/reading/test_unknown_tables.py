"""What is named a table or JSON is read as that or refused as that, and never as a plain text with its marks."""

import gzip
import io

import pytest

from newsdb.document import Document
from newsdb.errors import EmptyFile, InputError, MalformedFile, NotText, UnknownFormat, WrongEncoding
from tests.reading.read_files import documents, read_file

ARTICLE = b'{"headline": "Le stade rouvre", "body": "Le stade de la ville rouvre lundi."}\n'


def parquet(**columns: list[object]) -> bytes:
    import pyarrow
    import pyarrow.parquet

    stream = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(columns), stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", b"foo,bar\n1,2\n"),
        ("t.csv", b"foo;bar\n1;2\n"),
        ("T.CSV", b'"foo","bar"\r\n"1","2"\r\n'),
        ("t.csv", b"foo,bar\n"),
        ("t.tsv", b"foo\tbar\n1\t2\n"),
        ("t.csv", b"\xef\xbb\xbffoo,bar\n1,2\n"),
        ("t.parquet", parquet(foo=[1, 2, 3], bar=["a", "b", "c"])),
    ],
)
def test_table_without_known_columns_is_refused_once_with_its_columns_and_the_remedy(name: str, content: bytes) -> None:
    (refused,) = read_file(content, name)
    assert isinstance(refused, UnknownFormat)
    assert refused.where == name
    assert "«foo», «bar»" in refused.what
    assert "--map headline=COLUMN" in refused.remedy
    named = documents(content, name, {"foo": "headline", "bar": "body"}) if b"1" in content else []
    assert all(document.headline for document in named)


def test_compressed_table_and_one_with_addresses_alone_are_refused_too() -> None:
    (refused,) = read_file(gzip.compress(b"foo,bar\n1,2\n"), "t.csv.gz")
    assert isinstance(refused, UnknownFormat)
    (refused,) = read_file(b"url,date\nhttps://gazette.example/a,2024-05-01\n", "t.csv")
    assert isinstance(refused, UnknownFormat)


def test_columns_that_were_named_and_are_not_there_are_told_of_those_that_are() -> None:
    (refused,) = read_file(b"foo,bar\n1,2\n", "t.csv", {"fooo": "headline"})
    assert isinstance(refused, UnknownFormat)
    assert "«foo», «bar»" in refused.what


def test_of_many_columns_and_long_ones_only_the_first_are_shown() -> None:
    header = ",".join([f"column{number}" for number in range(100)] + ["x" * 10_000])
    (refused,) = read_file(header.encode() + b"\n", "t.csv")
    assert isinstance(refused, UnknownFormat)
    assert refused.what.endswith("«column19», …")


def test_one_known_column_is_enough_in_a_file_that_is_named_a_table() -> None:
    (document,) = documents(b"number,body\n1,Le stade de la ville rouvre ses portes lundi.\n", "t.csv")
    assert document.text == "Le stade de la ville rouvre ses portes lundi."


@pytest.mark.parametrize("opening", [b"null\n", b"1\n", b"true\n", b'"words"\n', b"words\n"])
def test_line_that_is_no_object_costs_itself_in_a_file_of_json_lines(opening: bytes) -> None:
    refused, article = read_file(opening + ARTICLE, "t.jsonl")
    assert isinstance(refused, MalformedFile)
    assert refused.where == "t.jsonl#line 1"
    assert isinstance(article, Document)
    assert article.headline == "Le stade rouvre"


@pytest.mark.parametrize("content", [b"null", b"true", b'"words"\n', b"words"])
def test_json_that_is_no_object_is_refused_as_json(content: bytes) -> None:
    (refused,) = read_file(content, "t.json")
    assert isinstance(refused, MalformedFile)
    assert "JSON" in refused.what


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("t.csv", b"", EmptyFile),
        ("t.csv", b"%PDF-1.4", NotText),
        ("t.csv", "intitulé,numéro\n1,2\n".encode("latin-1"), WrongEncoding),
        ("t.csv", "foo,bar\n1,2\n".encode("utf-16"), WrongEncoding),
    ],
)
def test_name_of_a_table_hides_nothing_that_is_worse(name: str, content: bytes, error: type[InputError]) -> None:
    (refused,) = read_file(content, name)
    assert isinstance(refused, error)


def test_page_is_a_page_whatever_its_name() -> None:
    story = "Le stade de la ville rouvre ses portes lundi, après deux ans de travaux et de retards."
    page = f"<!DOCTYPE html><html><body><article><h1>Le stade rouvre</h1><p>{story}</p></article></body></html>"
    for name in ("t.json", "t.csv"):
        (document,) = documents(page.encode(), name)
        assert document.headline == "Le stade rouvre"


def test_text_with_commas_is_a_text_where_its_name_says_nothing() -> None:
    (document,) = documents("Un stade, une ville\nLe stade, fermé, rouvre lundi.\n".encode(), "t.txt")
    assert document.headline == "Un stade, une ville"
