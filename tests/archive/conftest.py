"""An archive large enough for the planner to show what it does with one, made once for all that is claimed of it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from benchmarks.fill import fill
from tests.conftest import engine_on, temporary_database

ARTICLES = 1500
# Tables of several rows an article. Those of one are small here, and PostgreSQL rightly reads them whole.
GROWING = (
    "mention",
    "organisation_appearance",
    "person_appearance",
    "quote",
    "quote_attribution",
    "quote_occurrence",
    "role_claim",
    "text_segment",
)


@pytest.fixture(scope="session")
def archive_template(administrator: Engine, template: str) -> Iterator[str]:
    """The articles of these numbers from 0 on, to be cloned: a clone takes a hundredth of filling it."""
    with temporary_database(administrator, template) as name:
        with engine_on(administrator, name) as engine:
            fill(engine, 0, ARTICLES)
        yield name
