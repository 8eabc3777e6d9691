"""The outcome of an evaluation: how much was wanted, found and right, measure by measure, and every single error."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """How many were in the gold, how many were found, and how many of these are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """Right among found; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Right among wanted; None where nothing was wanted."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing was wanted or found."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else None

    def __add__(self, other: "Count") -> "Count":
        return Count(self.gold + other.gold, self.found + other.found, self.right + other.right)


@dataclass(frozen=True, slots=True)
class ScoreError:
    """One thing that is wrong: `expected` is None for what should not have been found, `found` for what is missing."""

    article: str
    kind: str
    expected: str | None
    found: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; the three figures are shares of 1, None where they have no meaning."""

    measure: str
    gold: int
    found: int
    right: int
    precision: float | None
    recall: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """The counts of every measure, in the order of the table, and the errors, article by article."""

    counts: Mapping[str, Count]
    errors: tuple[ScoreError, ...]
    articles: int

    def rows(self) -> list[Row]:
        """The table, one row a measure."""
        return [
            Row(measure, count.gold, count.found, count.right, count.precision, count.recall, count.f1)
            for measure, count in self.counts.items()
        ]
