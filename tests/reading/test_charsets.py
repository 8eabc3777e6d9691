"""Encodings of saved pages: mark, UTF-8, declaration, then what the letters say; a wrong declaration does no harm."""

import pytest

from newsdb.errors import WrongEncoding
from newsdb.reading.text import decode_text

FRENCH = "Les élèves ont été reçus à l'hôtel de ville, où l'évêque a célébré la fête, d'après le préfet."
ARABIC = "أعلن وزير الفلاحة اليوم الأربعاء بالرباط عن برنامج جديد لدعم الفلاحين في المناطق الجبلية."


def page(words: str, declared: str) -> str:
    return f"<html><head><meta charset='{declared}'></head><body><p>{words}</p></body></html>"


@pytest.mark.parametrize(
    ("words", "encoding", "declared"),
    [
        (FRENCH, "utf-8", "utf-8"),
        (FRENCH, "cp1252", "iso-8859-1"),
        (FRENCH, "cp1252", "windows-1252"),
        (ARABIC, "cp1256", "windows-1256"),
        (FRENCH, "utf-16", "utf-8"),
        (FRENCH, "utf-8-sig", "iso-8859-1"),
    ],
)
def test_declared_encoding_is_read(words: str, encoding: str, declared: str) -> None:
    assert decode_text(page(words, declared).encode(encoding), "a.html") == page(words, declared)


@pytest.mark.parametrize(
    ("words", "encoding", "declared"),
    [
        (FRENCH, "utf-8", "iso-8859-1"),
        (FRENCH, "cp1252", "utf-8"),
        (FRENCH, "cp1252", "x-nobody-knows"),
        (FRENCH, "cp1252", "base64"),
        (ARABIC, "utf-8", "windows-1252"),
        (ARABIC, "cp1256", "utf-8"),
        (ARABIC, "cp1256", "iso-8859-1"),
    ],
)
def test_wrong_declaration_is_not_believed(words: str, encoding: str, declared: str) -> None:
    assert decode_text(page(words, declared).encode(encoding), "a.html") == page(words, declared)


def test_one_broken_letter_costs_only_itself() -> None:
    data = page(FRENCH * 3, "utf-8").encode() + b"<p>Publicit\xe9</p>"
    text = decode_text(data, "a.html")
    assert FRENCH in text
    assert "Publicit\ufffd" in text


def test_letters_of_no_encoding_are_refused_with_their_place() -> None:
    with pytest.raises(WrongEncoding, match=r"a\.html@\d+: .*UTF-8"):
        decode_text(b"<html><body><p>" + bytes(range(0x80, 0x100)) * 40, "a.html")
