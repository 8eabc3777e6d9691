"""Prove what is in the database: one hash over all data, and every promise checked on every row."""

from typing import TYPE_CHECKING

from newsdb.lazy import importer

if TYPE_CHECKING:
    from newsdb.integrity.digesting import digest
    from newsdb.integrity.verifying import verify
    from newsdb.integrity.violation import Violation

__all__ = ["Violation", "digest", "verify"]

_HOMES = {
    "newsdb.integrity.digesting": ("digest",),
    "newsdb.integrity.verifying": ("verify",),
    "newsdb.integrity.violation": ("Violation",),
}


if not TYPE_CHECKING:
    # So that the record of a broken promise brings neither readers nor extractor.
    __getattr__ = importer(__name__, _HOMES)
