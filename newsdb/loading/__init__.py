"""The loader: files in, rows in PostgreSQL and a LoadReport out; judgements, corrections and takedowns besides."""

from typing import TYPE_CHECKING

from newsdb.lazy import importer

if TYPE_CHECKING:
    from newsdb.loading.decisions.exchange import Imported, export_decisions, import_decisions
    from newsdb.loading.decisions.judging import Judgement, judge
    from newsdb.loading.decisions.revising import RecordedCorrection, correct, undo_correction
    from newsdb.loading.decisions.takedowns import Takedown, suppress, unsuppress
    from newsdb.loading.documents import load_documents
    from newsdb.loading.report import LoadReport, Progress, Rejection
    from newsdb.loading.run import load

__all__ = [
    "Imported",
    "Judgement",
    "LoadReport",
    "Progress",
    "RecordedCorrection",
    "Rejection",
    "Takedown",
    "correct",
    "export_decisions",
    "import_decisions",
    "judge",
    "load",
    "load_documents",
    "suppress",
    "undo_correction",
    "unsuppress",
]

_HOMES = {
    "newsdb.loading.decisions.judging": (
        "Judgement",
        "judge",
    ),
    "newsdb.loading.documents": ("load_documents",),
    "newsdb.loading.decisions.exchange": (
        "Imported",
        "export_decisions",
        "import_decisions",
    ),
    "newsdb.loading.report": (
        "LoadReport",
        "Progress",
        "Rejection",
    ),
    "newsdb.loading.decisions.revising": (
        "RecordedCorrection",
        "correct",
        "undo_correction",
    ),
    "newsdb.loading.run": ("load",),
    "newsdb.loading.decisions.takedowns": (
        "Takedown",
        "suppress",
        "unsuppress",
    ),
}


if not TYPE_CHECKING:
    # So that asking the database imports no reader and no extractor.
    __getattr__ = importer(__name__, _HOMES)
