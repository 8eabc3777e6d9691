"""Tell how a line is set (bold, in capitals, at the head of a block …), so that what asks may be told from it."""

from collections.abc import Callable, Iterator, Sequence

from newsdb.extraction.interviews.forms import MAX_STATEMENT_WORDS, Layout
from newsdb.extraction.interviews.turns import presents_interview, says_i, starts_with_any

STOPS = frozenset('.…!?»”":;)')
# So many lines set alike make a style.
MIN_STYLED = 3

Style = Callable[[Layout, int], bool]


def opens_block(layout: Layout, i: int) -> bool:
    """A blank line above, none below."""
    return layout.opens_block(i)


def is_bold(layout: Layout, i: int) -> bool:
    """ "**C**": the mark of plain text for bold type."""
    return layout.text[layout.lines[i].line.start] in "*_"


def is_capital(layout: Layout, i: int) -> bool:
    """Set in capitals from end to end."""
    return layout.text[layout.lines[i].start : layout.lines[i].end].isupper()


def is_unstopped(layout: Layout, i: int) -> bool:
    """ "Le but encaissé": no stop at the end, as above a paragraph."""
    return layout.text[layout.lines[i].end - 1] not in STOPS


def is_subheading(layout: Layout, i: int) -> bool:
    """Read as a subheading."""
    return layout.lines[i].line.kind == "subheading"


def has_dash(layout: Layout, i: int) -> bool:
    """Behind a dash, a bullet or a number."""
    return layout.lines[i].has_dash


STYLES: tuple[Style, ...] = (opens_block, is_bold, is_capital, is_unstopped, is_subheading, has_dash)
# A question mark or an ellipsis is a stop too, and reports have subheadings.
LOOSE_STYLES: tuple[Style, ...] = (is_unstopped, is_subheading)
HARD_STYLES = tuple(style for style in STYLES if style not in LOOSE_STYLES)


def set_apart(layout: Layout, styles: Sequence[Style]) -> Iterator[list[int]]:
    """For each style, the short lines in it that stand each above a line without it; nothing where one says I."""
    for style in styles:
        styled = [i for i in layout.usable if style(layout, i) and _is_short(layout, i)]
        below = [i for i in styled if i + 1 in layout.taking and not style(layout, i + 1)]
        # What has no stop either is a subheading, however it is set.
        is_heading = style in HARD_STYLES and 4 * sum(is_unstopped(layout, i) for i in below) >= 3 * len(below)
        if (
            len(below) >= MIN_STYLED
            and not is_heading
            and not any(says_i(layout.lines[i], layout.lexicon) for i in below)
        ):
            yield below


def _is_short(layout: Layout, i: int) -> bool:
    """No paragraph, nor what presents or signs the interview."""
    turn, words = layout.lines[i], layout.lexicon.words
    if not 1 <= len(turn.words) <= MAX_STATEMENT_WORDS or turn.label or turn.is_quoted:
        return False
    if starts_with_any(turn, words["recorded"], layout.text) or starts_with_any(turn, words["box"], layout.text):
        return False
    return not presents_interview(layout.text[turn.start : turn.end].lower(), layout.lexicon)
