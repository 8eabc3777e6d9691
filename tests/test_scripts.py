"""What programs do with newsdb: on connections of their own, in their own transactions, with frames, from memory."""

import errno
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg.rows import dict_row, namedtuple_row
from sqlalchemy import Engine, create_engine, text

import newsdb
from newsdb.database.engine import make_engine
from newsdb.errors import DatabaseError, UnreadablePath, WrongRevision
from tests.seeds import SEEDS

SEED_FILES = sorted(SEEDS.glob("*.txt"))
Lent = Callable[[], Any]


@pytest.fixture
def database(seeded_url: str) -> Iterator[newsdb.Database]:
    """The seeds, loaded."""
    with newsdb.connect(seeded_url) as database:
        yield database


@contextmanager
def connection_of(library: str, url: str) -> Iterator[Any]:
    """A connection of a program; what it has not committed is gone at the end."""
    if library == "psycopg":
        with psycopg.connect(url) as connection:
            yield connection
            connection.rollback()
    else:
        engine = make_engine(url)
        with engine.connect() as connection:
            yield connection
        engine.dispose()


@pytest.fixture(params=["psycopg", "sqlalchemy"])
def lent(request: pytest.FixtureRequest, database_url: str) -> Iterator[Any]:
    """A connection of a program that newsdb may use, to a database without data."""
    with connection_of(request.param, database_url) as connection:
        yield connection


@pytest.fixture(params=["psycopg", "sqlalchemy"])
def lent_with_seeds(request: pytest.FixtureRequest, seeded_url: str) -> Iterator[Any]:
    """A connection of a program that newsdb may use, to the database of `database`."""
    with connection_of(request.param, seeded_url) as connection:
        yield connection


def run(connection: Any, statement: str) -> Any:
    """A statement of the program itself."""
    asked = text(statement) if not isinstance(connection, psycopg.Connection) else statement
    return connection.execute(asked)


def articles_seen_by_others(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM newsdb.article")).scalar_one())


def test_a_load_on_a_lent_connection_is_the_callers_to_commit(engine: Engine, lent: Any) -> None:
    database = newsdb.Database(lent)
    assert database.load(SEEDS).inserted == 5
    assert len(list(database.articles())) == 5
    assert articles_seen_by_others(engine) == 0
    lent.commit()
    assert articles_seen_by_others(engine) == 5


def test_a_load_on_a_lent_connection_is_the_callers_to_take_back(engine: Engine, lent: Any) -> None:
    newsdb.Database(lent).load(SEEDS)
    lent.rollback()
    assert articles_seen_by_others(engine) == 0
    assert newsdb.Database(lent).load(SEEDS).inserted == 5


def test_a_dry_run_on_a_lent_connection_leaves_the_callers_rows(lent: Any) -> None:
    run(lent, "CREATE TEMPORARY TABLE mine AS SELECT 1 AS one")
    assert newsdb.Database(lent).load(SEEDS, dry_run=True).inserted == 5
    assert run(lent, "SELECT count(*) FROM newsdb.article").fetchone()[0] == 0
    assert run(lent, "SELECT count(*) FROM mine").fetchone()[0] == 1


def test_a_refused_file_costs_a_lent_transaction_nothing_else(lent: Any, tmp_path: Path) -> None:
    run(lent, "CREATE TEMPORARY TABLE mine AS SELECT 1 AS one")
    # Two files of a batch, of which the database refuses one: no search vector holds as many words.
    huge = tmp_path / "huge.txt"
    huge.write_text(
        "Un titre de presse\n\n" + " ".join(f"mot{number:07d}" for number in range(200_000)), encoding="utf-8"
    )
    report = newsdb.Database(lent).load([SEED_FILES[0], huge])
    assert (report.inserted, report.rejected) == (1, 1)
    assert run(lent, "SELECT count(*) FROM mine").fetchone()[0] == 1


def test_reading_leaves_what_the_caller_writes_meanwhile(lent: Any) -> None:
    database = newsdb.Database(lent)
    database.load(SEEDS)
    quotes = database.quotes()
    next(quotes)
    run(lent, "CREATE TEMPORARY TABLE mine AS SELECT 1 AS one")
    quotes.close()
    assert database.report("most_quoted", limit=1).rows
    assert database.search("numérique")
    assert len(database.digest()) == 64
    assert database.verify() == ()
    assert run(lent, "SELECT count(*) FROM mine").fetchone()[0] == 1


def test_a_lent_connection_is_not_closed(lent: Any) -> None:
    with newsdb.Database(lent) as database:
        assert list(database.articles()) == []
    assert run(lent, "SELECT 1").fetchone()[0] == 1


def test_a_connection_in_autocommit_keeps_what_is_loaded(engine: Engine, database_url: str) -> None:
    with psycopg.connect(database_url, autocommit=True) as connection:
        database = newsdb.Database(connection)
        assert database.load(SEEDS).inserted == 5
        assert articles_seen_by_others(engine) == 5
        assert len(list(database.quotes())) > 20


def test_a_lent_connection_to_a_database_without_tables_is_refused(empty_database_url: str) -> None:
    with psycopg.connect(empty_database_url) as connection:
        database = newsdb.Database(connection)
        with pytest.raises(WrongRevision, match="newsdb migrate"):
            database.articles()
        database.migrate()
        assert list(database.articles()) == []
        connection.rollback()
        with pytest.raises(WrongRevision):
            newsdb.Database(connection).articles()


def test_what_is_no_connection_of_psycopg_is_refused() -> None:
    with create_engine("sqlite://").connect() as other, pytest.raises(DatabaseError, match="lend a connection"):
        newsdb.Database(other)


def test_a_connection_whose_rows_are_no_tuples_is_refused_before_it_is_used(empty_database_url: str) -> None:
    with psycopg.connect(empty_database_url, row_factory=dict_row) as connection:
        with pytest.raises(DatabaseError, match="rows that are no tuples; set its row_factory"):
            newsdb.Database(connection)
        connection.row_factory = namedtuple_row  # type: ignore[assignment]
        newsdb.Database(connection).migrate()


def test_a_judgement_in_a_lent_transaction_can_be_taken_back(database: newsdb.Database, lent_with_seeds: Any) -> None:
    before = database.digest()
    newsdb.Database(lent_with_seeds).judge("same", "Mehdi Kettani", "Mokhtar Tazi")
    lent_with_seeds.rollback()
    assert database.digest() == before


@pytest.mark.parametrize("method", ["articles", "quotes", "people", "organisations", "roles", "mentions"])
def test_records_are_the_same_by_adbc_and_by_records(
    database: newsdb.Database, lent_with_seeds: Any, method: str
) -> None:
    by_adbc = getattr(database, method)().to_arrow()
    by_records = getattr(newsdb.Database(lent_with_seeds), method)().to_arrow()
    assert by_adbc.num_rows > 0
    assert by_adbc.schema.equals(by_records.schema, check_metadata=True)
    assert by_adbc.equals(by_records)


def test_filters_hold_for_frames_too(database: newsdb.Database) -> None:
    frame = database.quotes(speaker="d'APEBI' ; -- %s", since=date(2011, 1, 1)).to_pandas()
    assert frame.empty
    assert "words" in frame.columns
    chami = database.quotes(speaker="Chami", min_confidence=0.9).to_polars()
    assert chami["speaker"].unique().to_list() == ["Ahmed Réda Chami"]
    assert len(chami) == len(list(database.quotes(speaker="Chami", min_confidence=0.9)))


def test_mentions_are_found_by_name_kind_outlet_and_day(database: newsdb.Database) -> None:
    cluster = list(database.mentions(name="MNC"))
    assert {mention.name for mention in cluster} == {"Maroc Numeric Cluster"}
    assert {mention.surface for mention in cluster} >= {"MNC", "Maroc Numeric Cluster"}
    people = list(database.mentions(kind="person", outlet="Les ECO", since=date(2020, 1, 1)))
    assert {mention.published_on for mention in people} == {date(2020, 10, 22)}
    assert list(database.mentions(name="personne de ce nom")) == []


def test_a_stream_holds_few_rows_at_a_time(database: newsdb.Database) -> None:
    quotes = database.quotes()
    assert len(list(islice(quotes, 3))) == 3
    with database.engine.connect() as connection:
        cursors = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_stat_activity WHERE query ILIKE '%%FETCH FORWARD%%'"
        )
        assert cursors.scalar_one() >= 1
    quotes.close()
    assert list(quotes) == []


def test_documents_in_memory_are_the_same_data_as_files(database: newsdb.Database, empty_database_url: str) -> None:
    with newsdb.connect(empty_database_url) as other:
        other.migrate()
        loaded = other.load_documents((path.name, path.read_bytes()) for path in SEED_FILES)
        assert (loaded.inserted, loaded.rejected) == (5, 0)
        assert other.digest() == database.digest()
        assert other.load(SEEDS).unchanged == 5
    again = database.load_documents([(path.name, path.read_text(encoding="utf-8")) for path in SEED_FILES])
    assert (again.unchanged, dict(again.rows)) == (5, {})


def test_a_bad_document_is_refused_alone_under_its_name(engine: Engine) -> None:
    seen: list[newsdb.Progress] = []
    good = SEED_FILES[0].read_text(encoding="utf-8")
    documents = [("vide.txt", ""), ("https://exemple.ma/a/b.txt", good), ("moitié.txt", "Un titre\n\nUn \ud800.")]
    report = newsdb.Database(engine).load_documents(documents, on_progress=seen.append)
    assert report.inserted == 1
    assert sorted(rejection.name for rejection in report.rejections) == ["moitié.txt", "vide.txt"]
    assert sorted(rejection.where.partition("@")[0] for rejection in report.rejections) == ["moitié.txt", "vide.txt"]
    assert (seen[-1].done, seen[-1].total) == (3, 3)
    with engine.connect() as connection:
        names = connection.execute(text("SELECT name FROM newsdb.source_file_name")).scalars()
        assert list(names) == ["b.txt"]


@pytest.mark.parametrize("name", ["", "/", "..", "x" * 300 + ".txt", "a\0b"])
def test_a_name_that_no_file_can_have_is_refused(engine: Engine, name: str) -> None:
    with pytest.raises(UnreadablePath, match="no file can have this name"):
        newsdb.Database(engine).load_documents([(name, "Un titre\n\nUn texte.")])


@pytest.mark.parametrize("what", ["missing", "full"])
def test_documents_for_which_there_is_no_room_are_no_wrong_names(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def refuse(path: Path, _: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    if what == "missing":
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    else:
        monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(UnreadablePath, match=r"cannot be put into a temporary folder.*TMPDIR"):
        newsdb.Database(engine).load_documents([("a.txt", "Un titre\n\nUn texte.")])


def test_pages_are_made_in_scripts(database: newsdb.Database) -> None:
    assert "vegaEmbed" in database.page("overview", language="fr", since=date(2011, 1, 1))
    assert "Ihsane Himmi" in database.page("most_quoted", limit=3)


def test_what_records_and_folders_give_can_be_corrected_and_taken_down(database: newsdb.Database) -> None:
    role = next(iter(database.roles()))
    assert database.correct("role", role.role_claim_id, "valid_from", "2009", reason="on record").number == 1
    assert database.correct("article", role.article_id, "section", "Tech", reason="on record").number == 2
    assert database.suppress("article", role.article_id, reason="asked for").articles == 1
    assert database.suppress("file", SEED_FILES[0], reason="asked for").files == 1
