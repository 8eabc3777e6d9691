"""No file takes a reader longer than a start, a millisecond a record and 5 seconds per megabyte, whatever its shape.

Of the extraction this is claimed in `test_time`, with exceptions; a reader has none.
"""

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings

from newsdb.errors import InputError
from tests.reading.read_files import cut, read_file
from tests.unbreakable.endless import EndlessFile, endless_files
from tests.unbreakable.formats import ONE_OF_EACH
from tests.unbreakable.hostile import SHAPES, press, published
from tests.yardstick import run_within, seconds_for

SHORT_FILE = 40_000
MEGABYTES = (0.3, 1, 3)
# What is slow is not made smaller: each step would be timed anew, and an endless file is told by its piece.
UNSHRUNK = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def check(content: bytes, name: str, *, what: str) -> None:
    """Reading keeps within the limit, and whatever is refused is refused with place, reason and remedy."""
    allowed = seconds_for(content, records=len(cut(content, name)))
    outcomes = run_within(allowed, lambda: read_file(content, name), name=f"reading {what}")
    for outcome in outcomes:
        if isinstance(outcome, InputError):
            assert outcome.what
            assert outcome.where.startswith(name)
            assert outcome.remedy


def check_shape(shape: str, length: int) -> None:
    for form, text in press(shape, length).items():
        check(text.encode(), "hostile.txt", what=f"{shape} as {form}")
    for name, text in published(shape, length).items():
        check(text.encode(), name, what=f"{shape} in {name}")


@pytest.fixture(autouse=True, scope="module")
def _warm() -> None:
    """Libraries and word lists are loaded once and belong to no file."""
    for name, content in ONE_OF_EACH.items():
        read_file(content, name)


@settings(UNSHRUNK, max_examples=40, derandomize=True)
@given(endless_files(SHORT_FILE))
# The frame of a feed around each of its items; many lines in one block; labels of questions that nobody asks.
@example(EndlessFile("feed.xml", b"<item></item><b>mot</b>", ONE_OF_EACH["feed.xml"].index(b"<item>"), SHORT_FILE))
@example(EndlessFile("page.html", b"&#" + b"<br>" * 50, ONE_OF_EACH["page.html"].index(b"</h1>"), SHORT_FILE))
@example(EndlessFile("plain.txt", b"dix ans \xc2\xbb, a dit M. Naci : ", 128, 300_000))
def test_file_in_which_a_piece_repeats_is_read_in_its_time(file: EndlessFile) -> None:
    check(file.content, file.name, what=str(file))


@pytest.mark.long
@pytest.mark.timeout(7200)
@settings(UNSHRUNK, max_examples=5_000)
@given(endless_files(100_000, 300_000, 1_000_000))
# Many paragraphs, each compared with all others; many lines between them.
@example(EndlessFile("page.html", b"abcd efgh ijkl mnop<p>", ONE_OF_EACH["page.html"].index(b"</h1>"), 650_000))
@example(EndlessFile("page.html", b"mot mot mot mot<p>a</p>", ONE_OF_EACH["page.html"].index(b"</h1>"), 420_000))
def test_large_file_in_which_a_piece_repeats_is_read_in_its_time(file: EndlessFile) -> None:
    check(file.content, file.name, what=str(file))


@pytest.mark.parametrize("shape", SHAPES)
def test_hostile_text_is_read_in_its_time(shape: str) -> None:
    check_shape(shape, SHORT_FILE)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("megabytes", MEGABYTES)
@pytest.mark.parametrize("shape", SHAPES)
def test_megabytes_of_hostile_text_are_read_in_their_time(shape: str, megabytes: float) -> None:
    check_shape(shape, int(megabytes * 1_000_000))
