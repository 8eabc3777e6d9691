"""Recognise pages that hold no article to read: indexes of others, and stubs whose story only subscribers get."""

from collections.abc import Sequence
from functools import cache

from newsdb.errors import NoArticle
from newsdb.language.pack import load_table
from newsdb.reading.html.claims import Claims
from newsdb.reading.html.rendering import HEADINGS, Rendering
from newsdb.reading.html.signatures import LANGUAGES
from newsdb.reading.html.story import SURE_PARAGRAPH, is_pointer
from newsdb.reading.lines import fold_line

_LONGEST_APPEAL = 200
_LINES_OF_APPEAL = 20
# A teaser is a paragraph or two; who was let in has the whole story.
_FEWEST_WORDS_OF_STORY = 100
# An article has other articles beside it, but seldom this many headings that are links.
_FEWEST_HEADINGS = 8
_FEWEST_DECLARED = 4
# By whether the page calls itself an index.
_FEWEST_POINTERS = {False: 15, True: 5}
_LONGEST_BUTTON = 3


def refuse_index(claims: Claims, rendering: Rendering, story: Sequence[int], name: str) -> None:
    """Raise NoArticle for a page of teasers: it does not call itself an article, and points to many."""
    if claims.has_article:
        return
    pointers = [line for line in rendering.lines if is_pointer(line) and len(line.line.text.split()) > _LONGEST_BUTTON]
    headings = sum(1 for line in pointers if line.inside & HEADINGS)
    sure = sum(1 for at in story if rendering.lines[at].line.length >= SURE_PARAGRAPH)
    declared = claims.is_index and (headings >= _FEWEST_DECLARED or sure < 2)
    if (declared or not sure or headings >= _FEWEST_HEADINGS) and len(pointers) >= _FEWEST_POINTERS[declared]:
        raise NoArticle(
            f"the page is an index of {len(pointers)} other pages, no article",
            where=f"{name}:1",
            remedy="save the pages of the articles it points to",
        )


def refuse_stub(claims: Claims, rendering: Rendering, story: Sequence[int], name: str) -> None:
    """Raise NoArticle for a page that prints but a teaser and asks its reader to subscribe."""
    words = _count_words(rendering, story)
    if words >= _FEWEST_WORDS_OF_STORY:
        return
    appeal = _appeal(rendering, story)
    if appeal and (not claims.is_free or words < _FEWEST_WORDS_OF_STORY // 2):
        raise NoArticle(
            f"the page is a stub of {words} words: «{appeal}»",
            where=f"{name}:1",
            remedy="save the page while logged in as a subscriber",
        )


def _appeal(rendering: Rendering, story: Sequence[int]) -> str | None:
    """The line in the story or soon below it that asks to subscribe; the one at the foot of a page asks everybody."""
    for line in rendering.lines[story[0] : story[-1] + _LINES_OF_APPEAL]:
        if line.line.length <= _LONGEST_APPEAL and line.line.folded.startswith(_appeals()):
            return line.line.text
    return None


def _count_words(rendering: Rendering, story: Sequence[int]) -> int:
    return sum(len(rendering.lines[at].line.text.split()) for at in story)


@cache
def _appeals() -> tuple[str, ...]:
    rows = (row for language in LANGUAGES for row in load_table(language, "page_lines"))
    return tuple(sorted({fold_line(line) for kind, line in rows if kind == "paywall"}))
