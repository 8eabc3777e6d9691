"""Questions that have a name, and full-text search: what they ask, running them, and showing the rows."""

from newsdb.reports.catalogue import NamedReport, Parameter, find_report, list_reports
from newsdb.reports.rendering import FORMATS, Format, write_report
from newsdb.reports.runner import Report, run_report
from newsdb.reports.search import Fragment, SearchHit, search

__all__ = [
    "FORMATS",
    "Format",
    "Fragment",
    "NamedReport",
    "Parameter",
    "Report",
    "SearchHit",
    "find_report",
    "list_reports",
    "run_report",
    "search",
    "write_report",
]
