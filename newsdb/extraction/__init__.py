"""Extraction: a Document in, Facts out; see extract.py for the way through."""

from newsdb.extraction.extract import EXTRACTOR, extract_facts, require_extractor

__all__ = ["EXTRACTOR", "extract_facts", "require_extractor"]
