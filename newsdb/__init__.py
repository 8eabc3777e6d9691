"""Press files into a PostgreSQL database of outlets, articles, people, organisations and quotes.

    import newsdb

    with newsdb.connect() as database:
        database.migrate()
        database.load("seeds/")
        for quote in database.quotes(speaker="Bensouda"):
            print(quote.published_on, quote.words)

`newsdb.models` holds the tables for people who write SQLAlchemy, `newsdb.errors` every error that is raised.
"""

from typing import TYPE_CHECKING

from newsdb.lazy import importer

if TYPE_CHECKING:
    from newsdb.api import Database, connect
    from newsdb.errors import NewsdbError
    from newsdb.integrity import Violation
    from newsdb.loading import Imported, Judgement, LoadReport, Progress, RecordedCorrection, Rejection, Takedown
    from newsdb.reports import Fragment, Report, SearchHit
    from newsdb.reports.records import (
        ArticleRecord,
        MentionRecord,
        OrganisationRecord,
        PersonRecord,
        QuoteRecord,
        RoleRecord,
    )
    from newsdb.reports.streams import Records

__version__ = "0.1.0"

__all__ = [
    "ArticleRecord",
    "Database",
    "Fragment",
    "Imported",
    "Judgement",
    "LoadReport",
    "MentionRecord",
    "NewsdbError",
    "OrganisationRecord",
    "PersonRecord",
    "Progress",
    "QuoteRecord",
    "RecordedCorrection",
    "Records",
    "Rejection",
    "Report",
    "RoleRecord",
    "SearchHit",
    "Takedown",
    "Violation",
    "__version__",
    "connect",
]

_HOMES = {
    "newsdb.api": ("Database", "connect"),
    "newsdb.errors": ("NewsdbError",),
    "newsdb.integrity": ("Violation",),
    "newsdb.loading": (
        "Imported",
        "Judgement",
        "LoadReport",
        "Progress",
        "RecordedCorrection",
        "Rejection",
        "Takedown",
    ),
    "newsdb.reports": ("Fragment", "Report", "SearchHit"),
    "newsdb.reports.records": (
        "ArticleRecord",
        "MentionRecord",
        "OrganisationRecord",
        "PersonRecord",
        "QuoteRecord",
        "RoleRecord",
    ),
    "newsdb.reports.streams": ("Records",),
}


if not TYPE_CHECKING:
    # So that the command line starts without the database.
    __getattr__ = importer(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
