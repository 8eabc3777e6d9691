"""Bytes become clean text, or are refused with the place, the reason and the remedy."""

import unicodedata

import pytest

from newsdb.errors import EmptyFile, NotText, TruncatedFile, UnknownFormat, WrongEncoding
from newsdb.reading import read_documents
from newsdb.reading.text import decode_text

ARTICLE = "Élections : l'été commence\nLe scrutin aura lieu à la rentrée, a-t-on appris hier soir.\n"


@pytest.mark.parametrize("data", [b"", b" \n\t\n", "\u00a0\u200b\n\ufeff".encode(), b"\xef\xbb\xbf\n"])
def test_nothing_but_white_space_is_an_empty_file(data: bytes) -> None:
    with pytest.raises(EmptyFile, match=r"vide\.txt: .*white space"):
        decode_text(data, "vide.txt")


def test_invalid_utf8_is_refused_with_its_byte_and_place() -> None:
    data = "Été\n".encode() + "été".encode("cp1252") + b" fini\n"
    with pytest.raises(WrongEncoding) as refused:
        decode_text(data, "a.txt")
    assert refused.value.where == "a.txt@6"
    assert "0xe9" in refused.value.what
    assert "UTF-8" in refused.value.remedy


def test_invalid_byte_is_counted_from_the_start_of_the_file_with_its_byte_order_mark() -> None:
    with pytest.raises(WrongEncoding) as refused:
        decode_text(b"\xef\xbb\xbfab\xff cd", "a.txt")
    assert refused.value.where == "a.txt@5"


def test_character_cut_at_the_end_is_a_truncated_file() -> None:
    with pytest.raises(TruncatedFile, match=r"a\.txt@8"):
        decode_text("Titre : à".encode()[:-1], "a.txt")


def test_odd_utf16_is_a_truncated_file() -> None:
    with pytest.raises(TruncatedFile):
        decode_text(ARTICLE.encode("utf-16")[:-1], "a.txt")


def test_nul_is_refused_with_its_place() -> None:
    with pytest.raises(NotText, match=r"a\.txt@3: a NUL byte"):
        decode_text(b"abc\x00def", "a.txt")


def test_utf16_without_mark_is_named_as_such() -> None:
    with pytest.raises(NotText, match=r"UTF-16 without a byte order mark"):
        decode_text(ARTICLE.encode("utf-16-le"), "a.txt")


def test_nul_in_utf16_is_refused_too() -> None:
    with pytest.raises(NotText, match=r"a\.txt@8: control character U\+0000"):
        decode_text("abc\x00def".encode("utf-16"), "a.txt")


def test_control_character_is_refused_with_its_place_in_bytes() -> None:
    with pytest.raises(NotText, match=r"a.txt@4: control character U\+001B"):
        decode_text("éé\x1b[0m".encode(), "a.txt")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
    ],
)
def test_binary_content_is_named(data: bytes, what: str) -> None:
    with pytest.raises(NotText, match=what):
        read_documents(data, "a.bin")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"<archive><record>Bonjour</record></archive>", "markup of an unknown kind"),
        (b"<?xml version='1.0'?><TEI/>", "XML"),
        (b"{\\rtf1 Bonjour}", "RTF"),
    ],
)
def test_text_for_machines_is_refused_with_a_way_out(data: bytes, what: str) -> None:
    with pytest.raises(UnknownFormat, match=rf"a:1: the file is {what}.*plain text"):
        read_documents(data, "a")


def test_headline_with_a_bracket_is_no_json() -> None:
    assert read_documents(f"[Vidéo] {ARTICLE}".encode(), "a")[0].headline == "[Vidéo] Élections : l'été commence"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_give_the_same_text(codec: str) -> None:
    assert decode_text(ARTICLE.encode(codec), "a.txt") == ARTICLE


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0c"])
def test_line_ends_are_folded(line_end: str) -> None:
    assert decode_text(ARTICLE.replace("\n", line_end).encode(), "a.txt") == ARTICLE


def test_decomposed_letters_are_composed() -> None:
    assert decode_text(unicodedata.normalize("NFD", ARTICLE).encode(), "a.txt") == ARTICLE
