"""Link quotes printed twice: a headline or pull-quote and the same words in the body; who spoke comes from the body."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdb.extraction.attributions import CONFIDENCE
from newsdb.facts import Attribution, Occurrence, Quote

_WORD = re.compile(r"[^\W_]+")
# Of the words of a headline or pull-quote, the share that the body must hold for the speaker to be taken from it.
MIN_SHARED = 0.7
MIN_SHARED_WORDS = 4
_HEADINGS = frozenset({"headline", "subheading", "standfirst", "caption"})


@dataclass(frozen=True, slots=True)
class _Printed:
    """A quote and its folded words."""

    quote: Quote
    words: tuple[str, ...]


def link_repetitions(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """One quote where the same words are printed twice; a speaker for those whose words the body repeats."""
    printed = [_Printed(quote, _fold(quote.occurrences[0].text)) for quote in quotes]
    named = [_name_speaker(one, printed) for one in printed]
    return tuple(_join(named))


def _fold(words: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(words))


def _name_speaker(one: _Printed, printed: Sequence[_Printed]) -> _Printed:
    quote = one.quote
    if quote.kind != "direct":
        return one
    is_open = quote.attribution.method in ("none", "continuation")
    for other in printed:
        if other is one or other.quote.attribution.method in ("none", "continuation"):
            continue
        if not (_repeats(one.words, other.words) if is_open else _heads(one, other)):
            continue
        found = replace(
            other.quote.attribution, method="repetition", confidence=CONFIDENCE["repetition"], cue_start=None,
            cue_end=None, reason=None,
        )  # fmt: skip
        return _Printed(replace(quote, attribution=found), one.words)
    return one


def _heads(one: _Printed, other: _Printed) -> bool:
    """Whether a heading prints the very words of the body, which knows better who spoke them."""
    places = one.quote.occurrences[0].place, other.quote.occurrences[0].place
    is_headed = places[0] in _HEADINGS and places[1] not in _HEADINGS
    return is_headed and one.words == other.words and one.quote.attribution.speaker != other.quote.attribution.speaker


def _repeats(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one of the two holds a run of words that makes most of the shorter."""
    shorter, longer = sorted((words, other), key=len)
    needed = max(MIN_SHARED_WORDS, int(MIN_SHARED * len(shorter)))
    if len(shorter) < needed:
        return False
    runs = {longer[i : i + needed] for i in range(len(longer) - needed + 1)}
    return any(shorter[i : i + needed] in runs for i in range(len(shorter) - needed + 1))


def _join(printed: Sequence[_Printed]) -> list[Quote]:
    """Quotes of one speaker in the same words become one, the body's printing first."""
    joined: list[Quote] = []
    places: dict[tuple[tuple[str, ...], str | None], int] = {}
    for one in printed:
        quote = one.quote
        key = (one.words, quote.attribution.speaker)
        if quote.kind != "direct" or key not in places:
            if quote.kind == "direct":
                places[key] = len(joined)
            joined.append(quote)
            continue
        joined[places[key]] = _with_occurrence(joined[places[key]], quote)
    return joined


def _with_occurrence(first: Quote, second: Quote) -> Quote:
    occurrences: list[Occurrence] = [*first.occurrences, *second.occurrences]
    occurrences.sort(key=lambda o: (o.place in _HEADINGS, o.start))
    attribution = _surer(first.attribution, second.attribution)
    return replace(first, occurrences=tuple(occurrences), attribution=attribution)


def _surer(first: Attribution, second: Attribution) -> Attribution:
    return second if second.confidence > first.confidence and first.method == "repetition" else first
