"""Score the quotes of an article and who is said to have spoken them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdb.evaluation.gold import GoldArticle, GoldEntity, GoldQuote, Span
from newsdb.evaluation.matching import fold_name, fold_person, intersection_over_union, match_spans
from newsdb.evaluation.report import Count
from newsdb.evaluation.tally import Extracted, Tally
from newsdb.facts import Attribution, Quote, QuoteKind

_LEAST_OVERLAP_DIRECT = 0.8
_LEAST_OVERLAP_INDIRECT = 0.5
_LEAST_OVERLAP_FRAGMENT = 0.5
_SPOKEN: tuple[QuoteKind, ...] = ("direct", "answer")
_LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Cast:
    """The gold's entities, and for each name found the one it stands for."""

    gold: Sequence[GoldEntity]
    people: Mapping[str, GoldEntity]
    organisations: Mapping[str, GoldEntity]


@dataclass(frozen=True, slots=True)
class _Found:
    """One printing of a quote that was extracted."""

    span: Span
    quote: Quote


def score_quotes(article: GoldArticle, extracted: Extracted, cast: Cast, tally: Tally) -> None:
    """Count spans and speakers. A quote printed twice counts twice, as in the gold."""
    text = extracted.document.text
    direct = [quote for quote in article.quotes if quote.kind in _SPOKEN]
    found = _without_fragments(article, _printings(extracted, _SPOKEN))
    matched = _score_kind("direct quotes and answers", direct, found, _LEAST_OVERLAP_DIRECT, text, tally)
    right = _score_speakers("… with the right speaker", direct, found, matched, cast, text, tally)
    _score_answers(direct, found, matched, right, text, tally)
    indirect = [quote for quote in article.quotes if quote.kind == "indirect"]
    reported = _printings(extracted, ("indirect",))
    matched = _score_kind("indirect speech", indirect, reported, _LEAST_OVERLAP_INDIRECT, text, tally)
    _score_speakers("… indirect, with the right speaker", indirect, reported, matched, cast, text, tally)


def is_right_speaker(gold: GoldQuote, attribution: Attribution, cast: Cast) -> bool:
    """Whether the speaker found is the gold's.

    Where the gold names nobody (described, a group, unknown), naming nobody or the same words is right.
    """
    found = attribution.speaker
    if gold.speaker_kind in ("person", "organisation"):
        if found is None or gold.speaker is None:
            return False
        meant = (cast.people if attribution.speaker_kind == "person" else cast.organisations).get(found)
        return fold_person(meant.name if meant else found) == fold_person(gold.speaker)
    if found is None:
        return True
    return gold.speaker is not None and _are_same_words(gold.speaker, found)


def _are_same_words(gold: str, found: str) -> bool:
    """Whether one is printed in the other: descriptions may take in more or less of the sentence."""
    one, other = f" {fold_name(gold)} ", f" {fold_name(found)} "
    return one in other or other in one


def _printings(extracted: Extracted, kinds: Sequence[QuoteKind]) -> list[_Found]:
    return [
        _Found((occurrence.start, occurrence.end), quote)
        for quote in extracted.facts.quotes
        if quote.kind in kinds
        for occurrence in quote.occurrences
    ]


def _without_fragments(article: GoldArticle, found: Sequence[_Found]) -> list[_Found]:
    """What was found, without the spans that the gold calls fragments: they are neither for nor against."""
    fragments = [(quote.start, quote.end) for quote in article.quotes if quote.kind == "fragment"]
    return [
        one
        for one in found
        if all(intersection_over_union(one.span, fragment) < _LEAST_OVERLAP_FRAGMENT for fragment in fragments)
    ]


def _score_kind(
    measure: str, gold: Sequence[GoldQuote], found: Sequence[_Found], least: float, text: str, tally: Tally
) -> dict[int, int]:
    matched = match_spans([(quote.start, quote.end) for quote in gold], [one.span for one in found], least)
    tally.add(measure, Count(len(gold), len(found), len(matched)))
    for at, quote in enumerate(gold):
        if at not in matched:
            tally.miss(f"{quote.kind} missed", _shown(text, (quote.start, quote.end)))
    for at, one in enumerate(found):
        if at not in matched.values():
            tally.extra(f"{one.quote.kind} too many", _shown(text, one.span))
    return matched


def _score_speakers(
    measure: str,
    gold: Sequence[GoldQuote],
    found: Sequence[_Found],
    matched: Mapping[int, int],
    cast: Cast,
    text: str,
    tally: Tally,
) -> set[int]:
    """Count the matched quotes whose speaker is right, and return their indexes in the gold."""
    right = set()
    for gold_at, found_at in matched.items():
        quote, attribution = gold[gold_at], found[found_at].quote.attribution
        if is_right_speaker(quote, attribution, cast):
            right.add(gold_at)
            continue
        expected = f"{quote.speaker} ({quote.speaker_kind}): {_shown(text, (quote.start, quote.end))}"
        tally.confuse(f"{quote.kind} speaker", expected, f"{attribution.speaker} ({attribution.method})")
    tally.add(measure, Count(len(gold), len(found), len(right)))
    return right


def _score_answers(
    gold: Sequence[GoldQuote],
    found: Sequence[_Found],
    matched: Mapping[int, int],
    right: set[int],
    text: str,
    tally: Tally,
) -> None:
    """An answer is right with its span, its speaker and a question that begins as the gold's does."""
    answers = [at for at, quote in enumerate(gold) if quote.kind == "answer"]
    correct = 0
    for at in answers:
        if at not in right:
            continue
        question = _question(found[matched[at]].quote, text)
        if fold_name(question).startswith(fold_name(gold[at].question or "")):
            correct += 1
        else:
            tally.confuse("answer question", gold[at].question or "", question[:_LONGEST_SHOWN])
    total = sum(1 for one in found if one.quote.kind == "answer")
    tally.add("answers with question and speaker", Count(len(answers), total, correct))


def _question(quote: Quote, text: str) -> str:
    if quote.question_start is None or quote.question_end is None:
        return ""
    return text[quote.question_start : quote.question_end]


def _shown(text: str, span: Span) -> str:
    words = " ".join(text[span[0] : span[1]].split())
    shown = words if len(words) <= _LONGEST_SHOWN else words[:_LONGEST_SHOWN] + "…"
    return f"[{span[0]}, {span[1]}) {shown}"
