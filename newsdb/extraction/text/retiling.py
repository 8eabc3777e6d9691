"""Lay new segments over those that tile a text, so that they still tile it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from newsdb.document import Segment


def lay_over(segments: Sequence[Segment], pieces: Iterable[Segment], text: str) -> tuple[Segment, ...]:
    """`segments` with `pieces` (disjoint) in place of what they cover; white space stays with the segment before it."""
    laid = sorted(pieces, key=lambda piece: piece.start)
    ends = [piece.end for piece in laid]
    cut: list[Segment] = []
    for segment in segments:
        first = bisect_right(ends, segment.start)
        last = bisect_left(laid, segment.end, key=lambda piece: piece.start)
        cut.extend(_subtract(segment, laid[first:last]))
    tiles = sorted([*cut, *laid], key=lambda tile: tile.start)
    return tuple(_absorb_space(tiles, text))


def cut_around(pieces: Iterable[Segment], holes: Sequence[Segment]) -> list[Segment]:
    """The pieces without what `holes` (in order, disjoint) cover."""
    cut: list[Segment] = []
    for piece in pieces:
        first = bisect_right(holes, piece.start, key=lambda hole: hole.end)
        last = bisect_left(holes, piece.end, key=lambda hole: hole.start)
        cut.extend(_subtract(piece, holes[first:last]))
    return cut


def _subtract(segment: Segment, pieces: Sequence[Segment]) -> Iterable[Segment]:
    start = segment.start
    for piece in pieces:
        if piece.start > start:
            yield Segment(start, piece.start, segment.kind)
        start = max(start, piece.end)
    if start < segment.end or segment.start == segment.end:
        yield Segment(start, segment.end, segment.kind)


def _absorb_space(tiles: Sequence[Segment], text: str) -> Iterable[Segment]:
    held: Segment | None = None
    for tile in tiles:
        if held is not None and not text[tile.start : tile.end].strip():
            held = Segment(held.start, tile.end, held.kind)
            continue
        if held is not None:
            yield held
        held = tile
    if held is not None:
        yield held
