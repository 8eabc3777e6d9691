"""The benchmark of loading runs from end to end, and its articles are what it takes them for."""

import os
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from benchmarks import loading
from benchmarks.cores import core_count, on_cores
from benchmarks.fill import fill
from benchmarks.methods import load_with_newsdb
from benchmarks.newspaper import EXTRACTOR, make_rows, write_article, write_files
from newsdb.extraction import extract_facts
from newsdb.integrity import digest, verify
from newsdb.reading import read_documents
from tests.loading.test_promises import digest_of


# It makes eleven databases, one of them after the other.
@pytest.mark.timeout(600)
def test_every_part_of_the_table_is_measured(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    sizes = ["--articles", "8", "--batch", "4", "--dlt-articles", "4", "--files", "12", "--processes", "1"]
    sizes += ["--memory", "3", "--large", "9000", "--growth", "5", "10", "--new", "4"]
    loading.main(["--url", database_url, *sizes])
    printed = capsys.readouterr().out
    for part in ("Database side", "From files", "Memory", "Growth"):
        assert f"**{part}**" in printed
    assert "| unchanged: row versions in data tables | 0 | ≤ 0 | yes |" in printed
    assert "| unchanged files: row versions in data tables | 0 | ≤ 0 | yes |" in printed


@pytest.mark.skipif(sys.platform != "linux" or core_count() == 1, reason="cores are chosen on Linux, of two or more")
def test_loader_and_its_server_are_kept_on_one_core_and_let_go_of(engine: Engine) -> None:
    with engine.connect() as connection:
        session = Path("/proc", str(connection.execute(text("SELECT pg_backend_pid()")).scalar_one()))
        is_here = session.exists() and (session / "cmdline").read_bytes().startswith(b"postgres")
        is_ours = is_here and os.geteuid() in (0, session.stat().st_uid)

    def cores() -> tuple[set[int], set[int]]:
        with engine.connect() as connection:
            session = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
        return os.sched_getaffinity(0), os.sched_getaffinity(session)

    before = cores() if is_ours else None
    with on_cores(engine, 1) as is_so:
        assert is_so == is_ours
        if not is_ours:
            return
        assert [len(few) for few in cores()] == [1, 1]
        engine.dispose()
        assert [len(few) for few in cores()] == [1, 1], "a session that begins on it stays on it"
    engine.dispose()
    assert cores() == before


def test_article_has_six_quotes_and_fifteen_mentions_and_is_always_the_same() -> None:
    document, facts = write_article(7)
    assert write_article(7) == (document, facts)
    assert write_article(8)[0].text != document.text
    named = [mention for entity in (*facts.people, *facts.organisations) for mention in entity.mentions]
    assert (len(facts.quotes), len(named)) == (6, 15)
    assert all(document.text[mention.start : mention.end] == mention.surface for mention in named)
    assert "".join(document.text[s.start : s.end] for s in document.segments) == document.text


def test_extraction_finds_in_an_article_what_its_writer_put_there() -> None:
    document, written = write_article(3)
    [read] = read_documents(document.text.encode(), document.source)
    found = extract_facts(read)
    assert (read.headline, read.published_on) == (document.headline, document.published_on)
    assert {person.name for person in written.people} <= {person.name for person in found.people}
    assert len(found.quotes) >= 5


def test_ready_rows_keep_every_promise(engine: Engine) -> None:
    load_with_newsdb(engine, list(make_rows(range(20))))
    with engine.connect() as connection:
        assert verify(connection, reread=False) == ()


def test_filled_database_holds_what_a_load_would_write(engine: Engine) -> None:
    """Also the constraints and indexes that were put aside; names that share an acronym are left to a load."""
    with engine.connect() as connection:
        before = connection.execute(text("SELECT count(*) FROM pg_indexes WHERE schemaname = 'newsdb'")).scalar_one()
        checks = connection.execute(text("SELECT count(*) FROM pg_constraint WHERE contype IN ('c', 'f')")).scalar_one()
    fill(engine, 0, 30, processes=1)
    filled = digest_of(engine)
    load_with_newsdb(engine, list(make_rows(range(30))))
    with engine.connect() as connection:
        assert digest(connection) == filled
        assert verify(connection, reread=False) == ()
        after = connection.execute(text("SELECT count(*) FROM pg_indexes WHERE schemaname = 'newsdb'")).scalar_one()
        kept = connection.execute(text("SELECT count(*) FROM pg_constraint WHERE contype IN ('c', 'f')")).scalar_one()
        extractors = connection.execute(text("SELECT DISTINCT extractor FROM newsdb.source_file")).scalars().all()
    assert (after, kept, extractors) == (before, checks, [EXTRACTOR])


def test_files_are_the_articles(tmp_path: Path) -> None:
    write_files(tmp_path, range(3))
    written = sorted(tmp_path.rglob("*.txt"))
    assert [path.read_text("utf-8") for path in written] == [write_article(number)[0].text for number in range(3)]
