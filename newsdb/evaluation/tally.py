"""Collect counts and errors while articles are scored, under the names of the measures that the table shows."""

from dataclasses import dataclass, field

from newsdb.document import Document
from newsdb.evaluation.report import Count, ScoreError
from newsdb.facts import Facts

# In the order of the table.
MEASURES = (
    "direct quotes and answers",
    "… with the right speaker",
    "answers with question and speaker",
    "indirect speech",
    "… indirect, with the right speaker",
    "people",
    "people: mention spans",
    "organisations",
    "organisations: mention spans",
    "roles",
    "headline",
    "outlet",
    "date",
    "authors",
    "not quotes",
    "not entities",
)


@dataclass(frozen=True, slots=True)
class Extracted:
    """An article as read, and what was extracted from it."""

    document: Document
    facts: Facts


@dataclass(slots=True)
class Tally:
    """Counts by measure and errors so far; `article` is the one being scored."""

    article: str = ""
    counts: dict[str, Count] = field(default_factory=dict)
    errors: list[ScoreError] = field(default_factory=list)

    def add(self, measure: str, count: Count) -> None:
        """Count for a measure."""
        self.counts[measure] = self.counts.get(measure, Count()) + count

    def judge(self, measure: str, is_right: bool, expected: str | None, found: str | None) -> None:
        """Count one answer that was wanted and given, right or wrong."""
        self.add(measure, Count(1, 1, int(is_right)))
        if not is_right:
            self.errors.append(ScoreError(self.article, measure, expected, found))

    def miss(self, kind: str, expected: str) -> None:
        """Record what should have been found."""
        self.errors.append(ScoreError(self.article, kind, expected, None))

    def extra(self, kind: str, found: str) -> None:
        """Record what should not have been found."""
        self.errors.append(ScoreError(self.article, kind, None, found))

    def confuse(self, kind: str, expected: str, found: str) -> None:
        """Record one thing taken for another."""
        self.errors.append(ScoreError(self.article, kind, expected, found))
