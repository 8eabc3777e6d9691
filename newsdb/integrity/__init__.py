"""Prove what is in the database: one hash over all data, and every promise checked on every row."""

from newsdb.integrity.digest import digest
from newsdb.integrity.verify import verify
from newsdb.integrity.violation import Violation

__all__ = ["Violation", "digest", "verify"]
