"""What `import newsdb` gives: the names, their signatures and docstrings, and a Database that does what they say."""

import dataclasses
import inspect
import subprocess
import sys
import tomllib
import typing
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Engine, select, text

import newsdb
from newsdb.errors import UnknownReport, WrongParameter, WrongRevision
from newsdb.lazy import OptionalLibrary
from newsdb.models import Article
from tests.seeds import ROOT, SEEDS

NAMES = {
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
}
METHODS = {
    "articles": "outlet since until language",
    "close": "",
    "correct": "subject which field value reason by",
    "digest": "",
    "export_decisions": "",
    "import_decisions": "content name",
    "judge": "verdict one other kind reason",
    "load": "paths jobs executor dry_run file_limit columns on_progress",
    "load_documents": "documents jobs dry_run on_progress",
    "mentions": "name kind outlet since until",
    "migrate": "",
    "organisations": "name kind",
    "page": "name language parameters",
    "people": "name",
    "quotes": "speaker kind min_confidence outlet since until",
    "report": "name parameters",
    "roles": "person organisation",
    "search": "words limit",
    "session": "",
    "suppress": "kind key reason by",
    "undo_correction": "number reason by",
    "unsuppress": "number reason by",
    "verify": "",
}


@pytest.fixture
def database(shared_seeds: Engine) -> newsdb.Database:
    """The seeds, loaded; tests must not write."""
    return newsdb.Database(shared_seeds)


def test_the_public_names_are_these() -> None:
    assert set(newsdb.__all__) == NAMES == set(dir(newsdb))
    for name in NAMES:
        assert getattr(newsdb, name) is not None
    with pytest.raises(AttributeError):
        _ = newsdb.nothing_of_that_name


def test_the_version_is_that_of_the_package() -> None:
    assert newsdb.__version__ == tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]


def test_the_methods_take_what_is_documented() -> None:
    found = {
        name: " ".join(list(inspect.signature(method).parameters)[1:])
        for name, method in inspect.getmembers(newsdb.Database, inspect.isfunction)
        if not name.startswith("_")
    }
    assert found == METHODS


def test_everything_public_has_a_docstring_and_types() -> None:
    for name in NAMES - {"__version__"}:
        thing = getattr(newsdb, name)
        assert thing.__doc__, name
        assert "Args:" not in thing.__doc__
    for name in METHODS:
        method = getattr(newsdb.Database, name)
        assert method.__doc__, name
        assert "return" in method.__annotations__, name


def test_records_are_frozen() -> None:
    for name in NAMES:
        thing = getattr(newsdb, name)
        if name.endswith("Record"):
            assert dataclasses.fields(thing)
            assert thing.__dataclass_params__.frozen


def test_connect_takes_a_url_and_keeps_the_password_out_of_sight(database_url: str) -> None:
    with newsdb.connect(database_url) as database:
        assert database.url == database_url
        assert "://" not in repr(database)
        assert list(database.articles()) == []


def test_a_database_without_tables_is_refused_with_the_remedy_until_it_is_migrated(empty_database_url: str) -> None:
    with newsdb.connect(empty_database_url) as database:
        for use in (database.articles, database.digest, database.verify, database.session):
            with pytest.raises(WrongRevision, match="newsdb migrate"):
                use()
        with pytest.raises(WrongRevision, match="newsdb migrate"):
            database.load(SEEDS)
        database.migrate()
        assert list(database.articles()) == []


def test_quotes_of_a_speaker_are_found_by_any_name(database: newsdb.Database) -> None:
    quotes = list(database.quotes(speaker="ahmed reda chami"))
    assert quotes == list(database.quotes(speaker="Chami"))
    assert {quote.speaker for quote in quotes} == {"Ahmed Réda Chami"}
    assert all(quote.words in quote.sentence and quote.published_on == date(2011, 2, 9) for quote in quotes)


def test_quotes_are_found_by_the_words_that_describe_a_speaker(database: newsdb.Database) -> None:
    described = {quote.speaker_kind for quote in database.quotes(speaker="Les responsables marocains")}
    assert described == {"group"}
    assert list(database.quotes(speaker="nobody of that name")) == []


def test_filters_narrow_the_quotes(database: newsdb.Database) -> None:
    everything = list(database.quotes())
    assert {quote.kind for quote in database.quotes(kind="answer")} == {"answer"}
    assert {quote.outlet for quote in database.quotes(outlet="Les ECO")} == {"Les Inspirations Éco"}
    later = list(database.quotes(since=date(2016, 1, 1), until=date(2021, 1, 1)))
    assert {quote.published_on for quote in later} == {date(2016, 5, 23), date(2020, 10, 22)}
    sure = list(database.quotes(min_confidence=0.9))
    assert all(quote.confidence >= 0.9 for quote in sure)
    assert 0 < len(sure) <= len(everything)


def test_day_and_number_may_be_written_as_on_the_command_line(database: newsdb.Database) -> None:
    written: dict[str, Any] = {"since": "2016-01-01", "until": "2021-01-01", "min_confidence": "0.9"}
    asked: dict[str, Any] = {"since": date(2016, 1, 1), "until": date(2021, 1, 1), "min_confidence": 0.9}
    assert list(database.quotes(**written)) == list(database.quotes(**asked)) != []


@pytest.mark.parametrize(
    ("name", "value", "remedy"),
    [
        ("since", "hier", "write a day as 2024-05-01"),
        ("until", "2020-99-99", "write a day as 2024-05-01"),
        ("since", 2020, "write a day as 2024-05-01"),
        ("min_confidence", "a", "write a number as 0.5"),
        ("speaker", 5, "write words"),
    ],
)
def test_filter_that_is_no_value_is_refused_in_a_sentence(
    database: newsdb.Database, name: str, value: object, remedy: str
) -> None:
    asked: dict[str, Any] = {name: value}
    with pytest.raises(WrongParameter, match=rf"^{name}: .* is no value for it; {remedy}"):
        database.quotes(**asked)


def test_articles_people_organisations_and_roles_are_records(database: newsdb.Database) -> None:
    assert [article.published_on for article in database.articles(outlet="les eco")] == [
        date(2011, 2, 9),
        date(2020, 10, 22),
    ]
    assert len(list(database.articles(language="fr"))) == 5
    (person,) = database.people(name="mokhtar tazi")
    assert (person.person, person.articles) == ("Mokhtar Tazi", 1)
    (cluster,) = database.organisations(name="MNC")
    assert (cluster.organisation, cluster.articles) == ("Maroc Numeric Cluster", 3)
    roles = list(database.roles(organisation="MNC", person="Mokhtar Tazi"))
    assert [role.title.lower() for role in roles] == ["directeur général"]
    assert all(role.title in role.sentence for role in roles)


def test_reports_and_search_answer(database: newsdb.Database) -> None:
    assert database.report("most_quoted", limit=1).rows[0][0] == "Ihsane Himmi"
    assert database.report("role_timeline", organisation="APEBI").rows
    assert [hit.published_on for hit in database.search('"plateforme open source"')] == [date(2020, 10, 22)]
    with pytest.raises(UnknownReport):
        database.report("nothing")
    with pytest.raises(WrongParameter):
        database.report("leaders")


def test_the_data_can_be_proved(database: newsdb.Database) -> None:
    assert len(database.digest()) == 64
    assert database.verify() == ()


def test_a_session_serves_the_models(database: newsdb.Database) -> None:
    with database.session() as session:
        headlines = session.scalars(select(Article.headline)).all()
    assert len(headlines) == 5


def test_progress_and_a_single_path_are_taken(engine: Engine) -> None:
    seen: list[newsdb.Progress] = []
    newsdb.Database(engine).load(str(SEEDS), on_progress=seen.append)
    assert (seen[-1].done, seen[-1].total) == (5, 5)


def test_an_engine_of_ones_own_stays_usable(engine: Engine) -> None:
    with newsdb.Database(engine) as database:
        report = database.load(SEEDS)
        assert (report.inserted, report.rejected) == (5, 0)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM report.article")).scalar_one() == 5


def test_records_are_fetched_as_they_are_asked_for(database: newsdb.Database) -> None:
    quotes = database.quotes()
    first = next(quotes)
    assert isinstance(first, newsdb.QuoteRecord)
    assert len(list(quotes)) > 20


def public_functions() -> Iterator[tuple[str, Any]]:
    """Every function and method that a user may call, by its name, and every class for its fields."""
    for name in sorted(NAMES - {"__version__"}):
        found = getattr(newsdb, name)
        yield name, found
        for member, value in vars(found).items() if inspect.isclass(found) else ():
            function = value.fget if isinstance(value, property) else value
            if inspect.isfunction(function) and (not member.startswith("_") or member == "__init__"):
                yield f"{name}.{member}", function


@pytest.mark.parametrize(("name", "found"), list(public_functions()))
def test_signature_can_be_resolved_by_whoever_asks_for_its_types(name: str, found: Any) -> None:
    hints = typing.get_type_hints(found)
    assert all(not isinstance(hint, str | typing.ForwardRef) for hint in hints.values())
    if inspect.isfunction(found) and not name.endswith("__init__"):
        assert "return" in hints


def test_frames_of_an_extra_that_is_not_installed_are_any() -> None:
    assert OptionalLibrary("no_such_library").DataFrame is Any
    assert OptionalLibrary("decimal").Decimal is Decimal


@pytest.mark.parametrize("module", ["newsdb", "newsdb.api"])
def test_public_face_brings_no_reader_no_extractor_and_no_library_of_frames(module: str) -> None:
    heavy = ("newsdb.reading", "newsdb.extraction", "alembic", "lxml", "pandas", "polars", "pyarrow")
    program = f"import sys, {module}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
