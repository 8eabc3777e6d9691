"""Link quotes printed twice: a headline or pull-quote and the same words in the body; who spoke comes from the body."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import takewhile

from newsdb.extraction.attributions import CONFIDENCE, attribution_of
from newsdb.facts import Attribution, Quote

_WORD = re.compile(r"[^\W_]+")
# Of the words of a headline or pull-quote, the share that the body must hold for the speaker to be taken from it.
MIN_SHARED = 0.7
MIN_SHARED_WORDS = 4
# Among several speakers the one of whom a headline is says so much.
MIN_TOLD = 2
# With so many quotes at most one is compared, those that are printed first.
MAX_COMPARED = 50
_UNSURE = ("none", "continuation")
_HEADINGS = frozenset({"headline", "subheading", "standfirst", "caption"})


@dataclass(frozen=True, slots=True)
class _Printed:
    """A quote and its folded words."""

    quote: Quote
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The quotes whose speaker is known: by all their words, and by every run that makes a repetition, numbered."""

    same: dict[tuple[str, ...], list[_Printed]]
    by_run: dict[tuple[str, ...], list[tuple[int, _Printed]]]


def link_repetitions(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """One quote where the same words are printed twice; a speaker for those whose words the body repeats."""
    printed = [_Printed(quote, _fold(quote.occurrences[0].text)) for quote in quotes]
    spoken = _by_words(one for one in printed if one.quote.attribution.method not in _UNSURE)
    named = [_name_speaker(one, spoken) for one in printed]
    main = _main_speaker(quotes)
    return tuple(_join([_head_with(one, main) for one in named]))


def _main_speaker(quotes: Sequence[Quote]) -> Attribution | None:
    """Who speaks first below the headings, where nobody speaks there more often, and it is somebody by name."""
    told = [quote.attribution for quote in quotes if quote.occurrences[0].place not in _HEADINGS]
    counts = Counter(attribution.speaker for attribution in told if attribution.speaker_kind == "person")
    first = next((attribution for attribution in told if attribution.speaker_kind == "person"), None)
    if first is None or any(quote.kind == "answer" for quote in quotes):
        return None
    others = [count for speaker, count in counts.items() if speaker != first.speaker]
    is_main = counts[first.speaker] >= max((MIN_TOLD, *others)) if others else True
    return attribution_of(first.speaker, "person", "continuation") if is_main else None


def _head_with(one: _Printed, main: Attribution | None) -> _Printed:
    """A quote over the article whose words the body does not print, and that names nobody: of who speaks most."""
    quote = one.quote
    is_heading = quote.kind == "direct" and quote.occurrences[0].place in ("headline", "standfirst")
    if main is None or not is_heading or quote.attribution.method != "none":
        return one
    return replace(one, quote=replace(quote, attribution=main))


def _by_words(printed: Iterable[_Printed]) -> _Spoken:
    spoken = _Spoken({}, {})
    for number, one in enumerate(printed):
        spoken.same.setdefault(one.words, []).append(one)
        for run in set(_runs(one.words)):
            spoken.by_run.setdefault(run, []).append((number, one))
    return spoken


def _runs(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[i : i + MIN_SHARED_WORDS] for i in range(len(words) - MIN_SHARED_WORDS + 1)]


def _fold(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(words.lower()))


def _near(one: _Printed, spoken: _Spoken) -> Iterable[_Printed]:
    """The quotes that share a run of words with this one, those printed first."""
    near = {number: other for run in _runs(one.words) for number, other in spoken.by_run.get(run, ())[:MAX_COMPARED]}
    return [near[number] for number in sorted(near)[:MAX_COMPARED]]


def _name_speaker(one: _Printed, spoken: _Spoken) -> _Printed:
    quote = one.quote
    if quote.kind != "direct":
        return one
    is_described = _is_described_heading(quote)
    is_open = quote.attribution.method in _UNSURE or is_described
    for other in _near(one, spoken) if is_open else spoken.same.get(one.words, ())[:MAX_COMPARED]:
        if is_described and not _is_surer(other.quote, quote):
            continue
        if not (_repeats(one.words, other.words) if is_open else _heads(one, other)):
            continue
        found = replace(
            other.quote.attribution, method="repetition", confidence=CONFIDENCE["repetition"], cue_start=None,
            cue_end=None, reason=None,
        )  # fmt: skip
        return _Printed(replace(quote, attribution=found), one.words)
    return one


def _is_described_heading(quote: Quote) -> bool:
    """ "« C », assure le patron", "La banque : « C »": whom a heading does not name, the body may."""
    is_described = quote.attribution.speaker_kind in ("described", "group", "organisation")
    return is_described and quote.occurrences[0].place in _HEADINGS


def _is_surer(body: Quote, heading: Quote) -> bool:
    """Whether the body names somebody, and a person where the heading names an organisation."""
    kinds = ("person",) if heading.attribution.speaker_kind == "organisation" else ("person", "organisation")
    return body.attribution.speaker_kind in kinds


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
    # Every run that is long enough holds the middle of the shorter, so that alone is looked for.
    slack = len(shorter) - needed
    middle = shorter[slack:needed]
    for at in range(len(longer) - len(middle) + 1):
        if longer[at] == middle[0] and longer[at : at + len(middle)] == middle:
            before = _count_equal(reversed(longer[max(0, at - slack) : at]), reversed(shorter[:slack]))
            behind = _count_equal(longer[at + len(middle) : at + needed], shorter[needed:])
            if before + len(middle) + behind >= needed:
                return True
    return False


def _count_equal(one: Iterable[str], other: Iterable[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _join(printed: Sequence[_Printed]) -> list[Quote]:
    """Quotes of one speaker in the same words become one, the body's printing first."""
    joined: list[list[Quote]] = []
    places: dict[tuple[tuple[str, ...], str | None], list[Quote]] = {}
    for one in printed:
        key = (one.words, one.quote.attribution.speaker)
        same = places.get(key) if one.quote.kind == "direct" else None
        if same is not None:
            same.append(one.quote)
            continue
        joined.append([one.quote])
        if one.quote.kind == "direct":
            places[key] = joined[-1]
    return [_as_one(quotes) for quotes in joined]


def _as_one(quotes: Sequence[Quote]) -> Quote:
    occurrences = sorted(
        (occurrence for quote in quotes for occurrence in quote.occurrences),
        key=lambda o: (o.place in _HEADINGS, o.start),
    )
    attribution = reduce(_surer, (quote.attribution for quote in quotes))
    return replace(quotes[0], occurrences=tuple(occurrences), attribution=attribution)


def _surer(first: Attribution, second: Attribution) -> Attribution:
    return second if second.confidence > first.confidence and first.method == "repetition" else first
