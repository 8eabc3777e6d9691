"""The loader: files in, rows in PostgreSQL and a LoadReport out; judgements, corrections and takedowns besides."""

from typing import TYPE_CHECKING

from newsdb.lazy import importer

if TYPE_CHECKING:
    from newsdb.loading.decided import Imported, Judgement, RecordedCorrection, Takedown
    from newsdb.loading.decisions.exchange import export_decisions, import_decisions
    from newsdb.loading.decisions.judging import judge
    from newsdb.loading.decisions.revising import correct, undo_correction
    from newsdb.loading.decisions.takedowns import suppress, unsuppress
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
    "newsdb.loading.decided": (
        "Imported",
        "Judgement",
        "RecordedCorrection",
        "Takedown",
    ),
    "newsdb.loading.decisions.exchange": (
        "export_decisions",
        "import_decisions",
    ),
    "newsdb.loading.decisions.judging": ("judge",),
    "newsdb.loading.decisions.revising": (
        "correct",
        "undo_correction",
    ),
    "newsdb.loading.decisions.takedowns": (
        "suppress",
        "unsuppress",
    ),
    "newsdb.loading.documents": ("load_documents",),
    "newsdb.loading.report": (
        "LoadReport",
        "Progress",
        "Rejection",
    ),
    "newsdb.loading.run": ("load",),
}


if not TYPE_CHECKING:
    # So that asking the database imports no reader and no extractor.
    __getattr__ = importer(__name__, _HOMES)
