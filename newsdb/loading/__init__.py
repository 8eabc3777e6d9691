"""The loader: files in, rows in PostgreSQL and a LoadReport out; judgements, corrections and takedowns besides."""

from newsdb.loading.decisions import Judgement, judge
from newsdb.loading.documents import load_documents
from newsdb.loading.exchange import Imported, export_decisions, import_decisions
from newsdb.loading.paths import FILE_LIMIT
from newsdb.loading.report import LoadReport, Progress, Rejection
from newsdb.loading.revising import RecordedCorrection, correct, undo_correction
from newsdb.loading.run import load
from newsdb.loading.takedowns import Takedown, suppress, unsuppress

__all__ = [
    "FILE_LIMIT",
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
