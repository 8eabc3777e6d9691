"""Give a quote right behind the author's own question to the one whom the article asks; other quotes stay as they are.

A written-up interview prints "A-t-elle un regret ? « Aucun »" with no verb of speech: whoever answers elsewhere in
it behind a question answers here too.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdb.extraction.attributions import attribution_of
from newsdb.facts import Quote

_UNSURE = ("none", "continuation")
# The question stands on the same line, outside of marks.
_ASKED = re.compile(r"[^\n«»“”\"]\?\s*[«“\"]\s*$")
LONGEST_GAP = 8


def answer_own_questions(text: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The quotes, those behind a question and without a sure speaker given to the one person who answers others."""
    behind = [_is_behind_question(text, quote) for quote in quotes]
    answering = {
        quote.attribution.speaker
        for quote, is_behind in zip(quotes, behind, strict=True)
        if is_behind and quote.attribution.speaker_kind == "person" and quote.attribution.method not in _UNSURE
    }
    if len(answering) != 1:
        return tuple(quotes)
    found = attribution_of(answering.pop(), "person", "continuation")
    return tuple(
        replace(quote, attribution=found) if is_behind and quote.attribution.method in _UNSURE else quote
        for quote, is_behind in zip(quotes, behind, strict=True)
    )


def _is_behind_question(text: str, quote: Quote) -> bool:
    start = quote.occurrences[0].start
    return quote.kind == "direct" and _ASKED.search(text, max(0, start - LONGEST_GAP), start) is not None
