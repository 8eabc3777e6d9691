"""Decide who answers in an interview: whoever the label names, else the one person whom its head presents."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from newsdb.document import Document
from newsdb.extraction.attribution import CONFIDENCE
from newsdb.extraction.cast import Label
from newsdb.extraction.castindex import CastIndex, Named
from newsdb.extraction.interviews import Interview, Turn
from newsdb.facts import Attribution, AttributionMethod, Occurrence, Quote


def answer_quotes(document: Document, interview: Interview, index: CastIndex) -> list[Quote]:
    """Every answer as a quote with its question."""
    presented = find_interviewee(document, interview, index)
    return [_quote(document.text, turn, _speaker(turn.label, presented, index)) for turn in interview.turns]


def find_interviewee(document: Document, interview: Interview, index: CastIndex) -> str | None:
    """The one person interviewed, or None where there is no interview or several people answer."""
    if not interview.turns:
        return None
    labelled = {name for turn in interview.turns if turn.label and (name := _labelled_person(turn.label, index))}
    if labelled:
        return labelled.pop() if len(labelled) == 1 else None
    return _presented_person(document, interview, index)


def _presented_person(document: Document, interview: Interview, index: CastIndex) -> str | None:
    """Named most often before the first question, the headline counting for more, and no author."""
    start = min(s.start for s in document.segments if s.kind not in ("navigation", "related", "boilerplate"))
    authors = {author.name for author in document.authors}
    counts: Counter[str] = Counter()
    for named in index.between(start, interview.turns[0].question_start):
        if named.person is not None and named.person.person.name not in authors:
            counts[named.person.person.name] += (
                3 if _in_headline(document, named) else 2 if named.person.person.roles else 1
            )
    if not counts:
        return None
    (best, count), *others = counts.most_common(2)
    return None if others and others[0][1] == count else best


def _in_headline(document: Document, named: Named) -> bool:
    return any(s.kind == "headline" and s.start <= named.start < s.end for s in document.segments)


def _labelled_person(label: Label, index: CastIndex) -> str | None:
    for named in index.between(label.start, label.end):
        if named.person is not None:
            return named.person.person.name
    return None


def _speaker(label: Label | None, presented: str | None, index: CastIndex) -> Attribution:
    if label is not None:
        name = _labelled_person(label, index)
        if name is not None:
            method: AttributionMethod = "initials" if _is_initials(label.surface) else "interview"
            return Attribution(
                name,
                "person",
                method,
                CONFIDENCE[method],
                speaker_start=label.start,
                speaker_end=label.end,
            )
    if presented is None:
        return Attribution(
            None, "unknown", "none", CONFIDENCE["none"], reason="nobody is presented as the one interviewed"
        )
    return Attribution(presented, "person", "interview", CONFIDENCE["interview"])


def _is_initials(surface: str) -> bool:
    letters = [word for word in surface.replace("-", ".").replace(" ", ".").split(".") if word]
    return all(len(word) == 1 for word in letters)


def _quote(text: str, turn: Turn, attribution: Attribution) -> Quote:
    words = text[turn.answer_start : turn.answer_end]
    occurrence = Occurrence(turn.answer_start, turn.answer_end, words, "answer")
    return Quote("answer", (occurrence,), attribution, turn.question_start, turn.question_end)


def speaks_for_interviewee(quotes: Sequence[Quote], interviewee: str | None) -> tuple[Quote, ...]:
    """Headline and pull-quotes of an interview are the interviewee's where nothing else names their speaker."""
    if interviewee is None:
        return tuple(quotes)
    found = Attribution(interviewee, "person", "interview", CONFIDENCE["interview"])
    return tuple(
        replace(quote, attribution=found) if quote.attribution.speaker is None and quote.kind == "direct" else quote
        for quote in quotes
    )
