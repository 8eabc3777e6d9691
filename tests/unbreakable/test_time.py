"""No input takes longer than half a second and 5 seconds per megabyte to read and to extract, whatever its shape."""

import contextlib
import functools
from dataclasses import replace

import pytest

from newsdb.errors import InputError
from newsdb.extraction import extract_facts
from newsdb.reading import read_documents
from tests.unbreakable.hostile import SHAPES, press
from tests.yardstick import run_within

SECONDS_PER_MEGABYTE = 5
# For what a text costs beside its length: lines, of which the shapes have up to 13,000 in 40,000 characters.
START = 0.5


def read_and_extract(data: bytes) -> None:
    """The facts of the text; French, whatever it looks like."""
    # A refusal with place, reason and remedy is an answer too.
    with contextlib.suppress(InputError):
        for document in read_documents(data, "hostile.txt"):
            extract_facts(replace(document, language="fr"))


def check(shape: str, length: int) -> None:
    for form, content in press(shape, length).items():
        data = content.encode()
        allowed = START + SECONDS_PER_MEGABYTE * len(data) / 1_000_000
        run_within(allowed, functools.partial(read_and_extract, data), name=f"{shape} as {form}")


@pytest.fixture(autouse=True, scope="module")
def _warm() -> None:
    """Word lists are read once and belong to no shape."""
    read_and_extract(press("sentences", 2_000)["page dump"].encode())


@pytest.mark.parametrize("shape", SHAPES)
def test_hostile_text_takes_no_longer_than_its_length_allows(shape: str) -> None:
    check(shape, 40_000)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("megabytes", [0.3, 1, 3])
@pytest.mark.parametrize("shape", SHAPES)
def test_megabytes_of_hostile_text_take_no_longer_than_their_length_allows(shape: str, megabytes: float) -> None:
    check(shape, int(megabytes * 1_000_000))
