"""Questions that have a name, and full-text search: what they ask, running them, and showing the rows."""

from newsdb.reports.catalogue import NamedReport, Parameter, find_report, list_reports
from newsdb.reports.overview import OVERVIEW, overview_page
from newsdb.reports.pages import LANGUAGES, Language, report_page
from newsdb.reports.rendering import FORMATS, Format, write_report
from newsdb.reports.runner import Report, run_report
from newsdb.reports.search import Fragment, SearchHit, search

__all__ = [
    "FORMATS",
    "LANGUAGES",
    "OVERVIEW",
    "Format",
    "Fragment",
    "Language",
    "NamedReport",
    "Parameter",
    "Report",
    "SearchHit",
    "find_report",
    "list_reports",
    "overview_page",
    "report_page",
    "run_report",
    "search",
    "write_report",
]
