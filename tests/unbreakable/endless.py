"""Files in which a few marks or stretches repeat without end; `damage` strikes but a few times."""

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.unbreakable.damage import ANY, MARKS
from tests.unbreakable.formats import ONE_OF_EACH

_MOST_PIECES = 4
_LONGEST_STRETCH = 300


@dataclass(frozen=True, slots=True)
class EndlessFile:
    """What repeats, and where in the small file of a format; the bytes are made when needed, and not printed."""

    name: str
    piece: bytes
    place: int
    length: int

    @property
    def content(self) -> bytes:
        small = ONE_OF_EACH[self.name]
        return small[: self.place] + self.piece * (self.length // len(self.piece) + 1) + small[self.place :]


@st.composite
def endless_files(draw: st.DrawFn, *lengths: int) -> EndlessFile:
    """One to four marks of a format, or stretches of its file, repeated to one of the lengths at any place."""
    name = draw(st.sampled_from(sorted(ONE_OF_EACH)))
    small = ONE_OF_EACH[name]
    marks = st.sampled_from((*ANY, *MARKS[name]))
    pieces = draw(st.lists(st.one_of(marks, marks, marks, _stretches(small)), min_size=1, max_size=_MOST_PIECES))
    return EndlessFile(name, b"".join(pieces), draw(st.integers(0, len(small))), draw(st.sampled_from(lengths)))


def _stretches(small: bytes) -> st.SearchStrategy[bytes]:
    starts = st.integers(0, len(small) - 1)
    lengths = st.integers(1, _LONGEST_STRETCH)
    return st.builds(lambda start, length: small[start : start + length], starts, lengths)
