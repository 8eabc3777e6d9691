"""What is staged for each data table: its own columns, and those that the merge decides and computes with."""

from functools import cache

from sqlalchemy import Table

from newsdb.models import Base
from newsdb.models.base import SCHEMA
from newsdb.models.catalogue import DATA_TABLES

# What hangs on a version and is written and replaced with it, children first.
FACT_TABLES = (
    "quote_attribution",
    "quote_occurrence",
    "quote",
    "role_claim",
    "mention",
    "organisation_appearance",
    "person_appearance",
    "article_author",
    "text_segment",
    "story_sketch",
    "outlet_appearance",
)

# What several files may tell of: the merge finds out what of it is new.
SHARED_TABLES = tuple(name for name in DATA_TABLES if name not in FACT_TABLES)

# Filled by the merge, from what is staged beside the columns of the table itself.
COMPUTED_COLUMNS = {"article_version": ("is_current", "search_vector")}
# Staged for the merge to decide and compute with: all of PostgreSQL's type text, but for ids. Headline and story of a
# version are those that are searched, their accents folded.
EXTRA_STAGED = {
    "article": {"version_id": "uuid"},
    "article_version": dict.fromkeys(("language", "headline", "story"), "text"),
}


def table(name: str) -> Table:
    """The model's table of that name."""
    return Base.metadata.tables[f"{SCHEMA}.{name}"]


@cache
def data_columns(name: str) -> tuple[str, ...]:
    """The columns of the table that come from the rows as they are; not those that PostgreSQL computes itself."""
    computed = COMPUTED_COLUMNS.get(name, ())
    own = (column for column in table(name).columns if column.computed is None)
    return tuple(column.name for column in own if column.name not in computed)


@cache
def staged_columns(name: str) -> tuple[str, ...]:
    """The columns of the stage: those of the data and those that the merge needs besides."""
    return data_columns(name) + tuple(EXTRA_STAGED.get(name, ()))


@cache
def key_columns(name: str) -> tuple[str, ...]:
    """The primary key."""
    return tuple(column.name for column in table(name).primary_key.columns)
