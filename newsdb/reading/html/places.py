"""Look paragraphs up in the lines of a page, in time that grows with the page alone; who asks knows what they are.

Lines and paragraphs come without white space. First come the paragraphs that can be but at one place, as far as they
stand in the order of the page; the others are looked for between these.
"""

import bisect
from collections.abc import Iterator, Sequence

# Shorter paragraphs stand at too many places of a page to say where the story is.
_SHORTEST_ANCHOR = 25
# Letters that may be looked through for paragraphs that are no line of their own. A page of a newspaper takes less than
# a hundredth; without a limit the time would grow with the square of a page that is made for it.
_MOST_LETTERS = 100_000_000


def locate(lines: Sequence[str], paragraphs: Sequence[str]) -> tuple[bytearray, str]:
    """Which letters of the lines are of paragraphs (1), and the long paragraphs that stand nowhere as they are."""
    page = "".join(lines)
    covered = bytearray(len(page))
    lost = []
    for paragraph, places in _places(page, lines, paragraphs):
        for start, end in places:
            covered[start:end] = b"\x01" * (end - start)
        if not places and len(paragraph) > 4 * _SHORTEST_ANCHOR:
            lost.append(paragraph)
    missing = "\n".join(lost)
    return covered, missing if len(missing) * len(lines) <= _MOST_LETTERS else ""


def _places(
    page: str, lines: Sequence[str], paragraphs: Sequence[str]
) -> Iterator[tuple[str, Sequence[tuple[int, int]]]]:
    """Every paragraph with the spans of the page that it covers."""
    anchors = _anchors(lines, paragraphs)
    order = sorted(anchors)
    letters = _MOST_LETTERS
    for at, paragraph in enumerate(paragraphs):
        if at in anchors:
            yield paragraph, [(anchors[at], anchors[at] + len(paragraph))]
            continue
        place = bisect.bisect(order, at)
        low = anchors[order[place - 1]] + len(paragraphs[order[place - 1]]) if place else 0
        high = anchors[order[place]] if place < len(order) else len(page)
        letters -= high - low
        # Above the first sure paragraph the nearest place is the last.
        yield paragraph, _find_between(page, paragraph, low, high, from_end=place == 0) if letters > 0 else ()


def _find_between(page: str, paragraph: str, low: int, high: int, *, from_end: bool) -> Sequence[tuple[int, int]]:
    """The span of a paragraph in page[low:high], its middle aside where the page prints something in between."""
    start = page.rfind(paragraph, low, high) if from_end else page.find(paragraph, low, high)
    if start >= 0:
        return [(start, start + len(paragraph))]
    if len(paragraph) < 2 * _SHORTEST_ANCHOR:
        return ()
    head, tail = paragraph[:_SHORTEST_ANCHOR], paragraph[-_SHORTEST_ANCHOR:]
    first = page.find(head, low, high)
    last = page.find(tail, first, high) if first >= 0 else -1
    end = last + len(tail)
    return [(first, end)] if last >= 0 and end - first < 2 * len(paragraph) else ()


def _anchors(lines: Sequence[str], paragraphs: Sequence[str]) -> dict[int, int]:
    """The places of paragraphs that are one line of the page and no other, as far as they follow its order."""
    place_of: dict[str, int] = {}
    start = 0
    for line in lines:
        place_of[line] = -1 if line in place_of else start
        start += len(line)
    found = [
        (at, place_of[paragraph])
        for at, paragraph in enumerate(paragraphs)
        if len(paragraph) >= _SHORTEST_ANCHOR and place_of.get(paragraph, -1) >= 0
    ]
    return dict(_longest_rising(found))


def _longest_rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of places that rise as their paragraphs do."""
    tails: list[int] = []
    last_of: list[int] = []
    before: list[int] = []
    for index, (_, start) in enumerate(places):
        length = bisect.bisect_left(tails, start)
        before.append(last_of[length - 1] if length else -1)
        tails[length : length + 1] = [start]
        last_of[length : length + 1] = [index]
    run = []
    index = last_of[-1] if last_of else -1
    while index >= 0:
        run.append(places[index])
        index = before[index]
    return run[::-1]
