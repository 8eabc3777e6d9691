"""The loader: files in, rows in PostgreSQL and a LoadReport out; and decisions about who is who."""

from newsdb.loading.decisions import Judgement, judge
from newsdb.loading.paths import FILE_LIMIT
from newsdb.loading.report import LoadReport, Progress, Rejection
from newsdb.loading.run import load

__all__ = ["FILE_LIMIT", "Judgement", "LoadReport", "Progress", "Rejection", "judge", "load"]
