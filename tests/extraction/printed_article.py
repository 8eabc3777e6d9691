"""A French article from its lines, headline first; `## ` opens a subheading, `// ` a byline, `~~ ` a related story."""

from newsdb.document import Document, Segment, SegmentKind
from newsdb.extraction import extract_facts
from newsdb.facts import Facts, Quote

_PREFIXES: dict[str, SegmentKind] = {"## ": "subheading", "// ": "byline", "~~ ": "related", "!! ": "navigation"}


def printed(*lines: str, language: str = "fr") -> Document:
    """A Document whose segments are the lines."""
    text = ""
    segments: list[Segment] = []
    for number, line in enumerate(lines):
        kind: SegmentKind = "paragraph" if number else "headline"
        if line[:3] in _PREFIXES:
            kind, line = _PREFIXES[line[:3]], line[3:]
        start = len(text)
        text += line + ("\n" if number + 1 < len(lines) else "")
        segments.append(Segment(start, len(text), kind))
    return Document("test.txt", text, tuple(segments), lines[0], language=language)


def facts_of(*lines: str) -> Facts:
    """The facts of an article with these lines below a plain headline."""
    return extract_facts(printed("Une journée ordinaire", *lines))


def direct(*lines: str) -> list[str]:
    """The words of the direct quotes, in text order."""
    return _words(facts_of(*lines), "direct")


def fragments(*lines: str) -> list[str]:
    """The words of the fragments."""
    return _words(facts_of(*lines), "fragment")


def indirect(*lines: str) -> list[str]:
    """The clauses of indirect speech."""
    return _words(facts_of(*lines), "indirect")


def speakers(*lines: str) -> list[str | None]:
    """Who spoke each direct quote and clause, in text order."""
    return [q.attribution.speaker for q in facts_of(*lines).quotes if q.kind in ("direct", "indirect")]


def told(*lines: str) -> list[tuple[str | None, str]]:
    """Who spoke each answer, direct quote and clause, None where no person or body is named, and the words."""
    return told_below("Une journée ordinaire", "\n".join(lines))


def only_quote(*lines: str) -> Quote:
    """The one quote of the article."""
    (quote,) = facts_of(*lines).quotes
    return quote


def _words(facts: Facts, kind: str) -> list[str]:
    return [quote.occurrences[0].text for quote in facts.quotes if quote.kind == kind]


# Each case: the paragraphs, and for each quote or clause who spoke it (None: nobody named) and, where given, its words.
Expected = list[tuple[str | None, str | None]]


def assert_told(text: str, expected: Expected) -> None:
    """Each quote and clause of the paragraphs is told of the speaker expected."""
    found = told(*text.split("\n"))
    assert [speaker for speaker, _ in found] == [speaker for speaker, _ in expected]
    assert all(words in (None, printed) for (_, printed), (_, words) in zip(found, expected, strict=True))


def told_below(headline: str, text: str) -> list[tuple[str | None, str]]:
    """As `told`, of an article with this headline; its paragraphs are the lines of the text."""
    quotes = [q for q in extract_facts(printed(headline, *text.split("\n"))).quotes if q.kind != "fragment"]
    named = ("person", "organisation")
    return [
        (q.attribution.speaker if q.attribution.speaker_kind in named else None, q.occurrences[0].text) for q in quotes
    ]


def assert_said(text: str, expected: Expected) -> None:
    """As `assert_told`, of speakers as they are given: the words that describe whoever has no name count too."""
    quotes = [quote for quote in facts_of(*text.split("\n")).quotes if quote.kind != "fragment"]
    assert [quote.attribution.speaker for quote in quotes] == [speaker for speaker, _ in expected]
    assert all(words in (None, q.occurrences[0].text) for q, (_, words) in zip(quotes, expected, strict=True))


def turns(*lines: str) -> list[tuple[str, str]]:
    """The questions and the answers of what is printed."""
    document = printed(*lines)
    return [
        (document.text[q.question_start : q.question_end], q.occurrences[0].text)
        for q in extract_facts(document).quotes
        if q.kind == "answer"
    ]
