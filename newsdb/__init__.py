"""Press files into a PostgreSQL database of outlets, articles, people, organisations and quotes.

    import newsdb

    with newsdb.connect() as database:
        database.migrate()
        database.load("seeds/")
        for quote in database.quotes(speaker="Bensouda"):
            print(quote.published_on, quote.words)

`newsdb.models` holds the tables for people who write SQLAlchemy, `newsdb.errors` every error that is raised.
"""

import importlib
from typing import TYPE_CHECKING

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

    def __getattr__(name: str) -> object:
        """Import a public name when it is first asked for, so that the command line starts without the database."""
        home = next((home for home, names in _HOMES.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(importlib.import_module(home), name)


def __dir__() -> list[str]:
    return sorted(__all__)
