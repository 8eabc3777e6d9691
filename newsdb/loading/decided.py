"""What a decision did: the values that come back to whoever decided."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision about who is who as it was recorded: the names by their keys."""

    number: int
    kind: Literal["person", "organisation"]
    names: tuple[str, str]
    verdict: Literal["same", "different", "undone"]


@dataclass(frozen=True, slots=True)
class RecordedCorrection:
    """A correction as it was recorded, by which number it can be taken back."""

    number: int
    subject: str
    field: str
    value: str | None
    """None for what is unknown."""
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class Takedown:
    """What a takedown did: by which numbers it is recorded, and what went."""

    numbers: tuple[int, ...]
    kind: Literal["article", "file", "person"]
    articles: int
    """Articles that are gone."""
    files: int
    """Files that are gone with their bytes."""
    decisions: int = 0
    """Corrections and judgements that are gone, for they were about these articles or named the person."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import changed: decisions that were new, that differ from what held, and that held already."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    articles: int = 0
    """Articles that takedowns of the file deleted."""
    withheld: int = 0
    """Decisions that were not taken in, for they are about an article, or name a person, that was taken down."""
