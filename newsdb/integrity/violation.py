"""The record of a broken promise, which every check returns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Violation:
    """A row that breaks a promise."""

    promise: str
    """constraint, evidence, ledger, search, resolution, decisions, reprints or reproducible."""
    table: str
    row: str
    """The row's id, or enough of it to find it."""
    what: str
