"""What a load reads does not grow with the archive: it asks for rows by key, however many there are."""

import time
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from benchmarks.methods import load_with_newsdb
from benchmarks.newspaper import make_rows
from tests.archive.conftest import ARTICLES, GROWING
from tests.conftest import engine_on, temporary_database

NEW = 5
READ = text(
    "SELECT t.relname, t.n_live_tup, t.seq_tup_read + coalesce((SELECT sum(i.idx_tup_read)"
    " FROM pg_stat_user_indexes AS i WHERE i.relid = t.relid), 0)"
    " FROM pg_stat_user_tables AS t WHERE t.schemaname = 'newsdb' AND t.relname = ANY(:tables)"
)


@pytest.fixture(scope="module")
def archive(administrator: Engine, archive_template: str) -> Iterator[Engine]:
    with temporary_database(administrator, archive_template) as name, engine_on(administrator, name) as engine:
        with engine.begin() as connection:
            # How many rows there are is counted anew in a clone.
            connection.exec_driver_sql(f"ANALYZE {', '.join(f'newsdb.{table}' for table in GROWING)}")
        yield engine


def rows_read(engine: Engine) -> dict[str, tuple[int, int]]:
    """By table, how many rows there are and how many have been read since it was made, by all sessions."""
    # A session tells what it has read when it ends.
    engine.dispose()
    time.sleep(0.2)
    with engine.connect() as connection:
        return {
            name: (int(live), int(read)) for name, live, read in connection.execute(READ, {"tables": list(GROWING)})
        }


def test_a_load_reads_a_few_rows_for_each_article_and_not_whole_tables(archive: Engine) -> None:
    before = rows_read(archive)
    load_with_newsdb(archive, list(make_rows(range(ARTICLES, ARTICLES + NEW))))
    after = rows_read(archive)
    read = {name: (after[name][1] - before[name][1]) / before[name][0] for name in GROWING}
    assert min(live for live, _ in before.values()) >= ARTICLES
    assert {name: share for name, share in read.items() if share > 0.2} == {}
    assert after["text_segment"][0] > before["text_segment"][0]
