"""The loader: files in, rows in PostgreSQL and a LoadReport out."""

from newsdb.loading.report import LoadReport, Progress, Rejection
from newsdb.loading.run import load

__all__ = ["LoadReport", "Progress", "Rejection", "load"]
