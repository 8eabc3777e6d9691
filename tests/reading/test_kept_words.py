"""All words in bytes are found, however they are escaped, and whatever is done to make that slow."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdb.reading.kept_words import kept_words
from tests.yardstick import run_within


@given(st.binary(max_size=300))
def test_no_bytes_are_refused(content: bytes) -> None:
    assert all(isinstance(reading, str) for reading in kept_words(content, "a file"))


@pytest.mark.parametrize(
    "written",
    [
        "Salma & Omar",
        "Salma &amp; Omar",
        "Salma&amp;nbsp;&#38;#32;Omar",
        "Salma\\u0020Omar",
        "Salma\\\\u0020Omar",
        "Salma\\nOmar",
        "Salma\\x20Omar",
        "Salma\\/Omar",
        "Salma%20Omar",
        "Salma%2520Omar",
        "<i>Salma</i><br>Omar",
        "Sal<b></b>ma Omar",
        "&lt;i&gt;Sal&lt;/i&gt;ma Omar",
        "&#83;alma &#x4f;mar",
    ],
)
def test_escapes_are_undone(written: str) -> None:
    readings = [reading.replace("\xa0", " ") for reading in kept_words(f'<p title="{written}">'.encode(), "a file")]
    wanted = [tuple(word for word in words(reading) if word[0] in "SO") == ("Salma", "Omar") for reading in readings]
    assert any(wanted)


def words(reading: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in reading).split()


@pytest.mark.parametrize(
    "hostile",
    ["\\", "\\u", "%", "%4", "&", "&#1", "&#", "<", "<a ", "&amp;", "\\u005c", "%25", "9", "&#9999999999", "\u200b"],
)
def test_megabyte_made_to_be_slow_is_not(hostile: str) -> None:
    content = (hostile * (1_000_000 // len(hostile))).encode()
    assert all(isinstance(reading, str) for reading in run_within(5, lambda: list(kept_words(content, "a file"))))


def test_number_of_thousands_of_digits_is_no_letter() -> None:
    assert any("Salma Omar" in reading for reading in kept_words(b"&#" + b"9" * 5000 + b"; Salma&#32;Omar", "a file"))
