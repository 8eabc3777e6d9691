"""Loaders in each other's way, and sessions with settings of their own: the same data, and no good file refused."""

import threading
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, text

import newsdb.loading.run
import newsdb.loading.writer
from newsdb.database.engine import make_engine
from newsdb.integrity import digest, verify
from newsdb.loading import LoadReport, load
from newsdb.loading.files import read_file
from newsdb.loading.merging.batch import BatchResult, load_batch
from newsdb.loading.paths import SourcePath
from newsdb.loading.rows.rows import FileRows
from newsdb.models.catalogue import DATA_TABLES
from tests.loading.test_captures import CLOSING, OPENING, QUOTE, page
from tests.loading.test_differing_captures import page as saved_page
from tests.seeds import SEEDS

ALONE = "Une réunion à Rabat\n\nLe directeur de l'ONZM a pris la parole hier. L'ONZM a présenté son plan à la presse.\n"
SPELT = "Un plan pour les zones\n\nL'Office national des zones maritimes (ONZM) a présenté son plan hier à Rabat.\n"

PAIRS = {
    "captures of an article that is known": (page(OPENING, QUOTE), page(OPENING, QUOTE, CLOSING)),
    "the same, the longer first": (page(OPENING, QUOTE, CLOSING), page(OPENING, QUOTE)),
    "an acronym and its long form": (ALONE, SPELT),
    "a long form and its acronym": (SPELT, ALONE),
}


def digest_of(engine: Engine) -> str:
    with engine.connect() as connection:
        return digest(connection)


def empty(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(
            text(f"TRUNCATE newsdb.load_run, {', '.join(f'newsdb.{name}' for name in DATA_TABLES)} CASCADE")
        )


def rows_of(path: Path) -> FileRows:
    rows = read_file(SourcePath(path, path.name))
    assert isinstance(rows, FileRows)
    return rows


def load_while_another_is_not_done(
    engine: Engine, first: Path, second: Path, *, by: Engine | None = None
) -> LoadReport:
    """Write the first file without committing, load the second until it waits, then commit."""
    reports: list[LoadReport] = []
    thread = threading.Thread(target=lambda: reports.append(load(by or engine, [second])))
    with engine.begin() as connection:
        load_batch(connection.connection.cursor(), [rows_of(first)])  # type: ignore[arg-type]
        thread.start()
        wait_until_blocked(engine, thread)
    thread.join()
    [report] = reports
    return report


def wait_until_blocked(engine: Engine, thread: threading.Thread) -> None:
    """Until a session waits for a lock, or there is nothing left to wait for."""
    query = text(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    while thread.is_alive():
        with engine.connect() as connection:
            if connection.execute(query).scalar_one():
                return
        time.sleep(0.02)


def test_prints_of_a_story_that_two_loaders_bring_at_once_are_linked(engine: Engine, tmp_path: Path) -> None:
    """They have no name, text or new outlet in common for which the second would wait."""
    (tmp_path / "known.txt").write_text(page(OPENING), encoding="utf-8")
    load(engine, [tmp_path])
    body = [f"le chantier {n} de la route {n + 40} sera fini en {n + 300} jours, selon le plan." for n in range(12)]
    pages = {
        "one.txt": ("Le chantier de la route avance cette année", "Le Matin"),
        "two.txt": ("La commune parle enfin de sa longue route", "Libération"),
    }
    for name, (headline, outlet) in pages.items():
        content = page(*body, headline=headline).replace("Le Matin", outlet)
        (tmp_path / name).write_text(content, encoding="utf-8")
    load_while_another_is_not_done(engine, tmp_path / "one.txt", tmp_path / "two.txt")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT prints FROM report.story ORDER BY 1")).scalars().all() == [1, 2]
        assert verify(connection) == ()


@pytest.mark.parametrize("pair", PAIRS)
def test_two_files_at_once_are_both_loaded(engine: Engine, tmp_path: Path, pair: str) -> None:
    before, first, second = (tmp_path / name for name in ("before.txt", "first.txt", "second.txt"))
    before.write_text(page(OPENING), encoding="utf-8")
    for path, content in zip((first, second), PAIRS[pair], strict=True):
        path.write_text(content, encoding="utf-8")
    load(engine, [before])
    report = load_while_another_is_not_done(engine, first, second)
    assert (report.inserted, report.rejections) == (1, ())
    together = digest_of(engine)
    empty(engine)
    load(engine, [before, first, second])
    assert digest_of(engine) == together


@pytest.mark.parametrize("known", [[], ["Le Journal du soir"]])
@pytest.mark.parametrize("order", [1, -1])
def test_of_two_captures_of_the_same_words_at_once_the_right_one_tells_them(
    engine: Engine, tmp_path: Path, known: list[str], order: int
) -> None:
    """Also where both take over from a third, and whichever commits first."""
    paths = []
    for outlet in ("Le Matin", "L'Economiste", *known):
        paths.append(tmp_path / f"{outlet}.html")
        paths[-1].write_text(saved_page("2024-03-05", outlet, OPENING, QUOTE), encoding="utf-8")
    paths.sort(key=lambda path: rows_of(path).source_file_id.bytes)
    first, second, *before = paths
    load(engine, before)
    load_while_another_is_not_done(engine, *(first, second)[::order])
    together = digest_of(engine)
    with engine.connect() as connection:
        assert verify(connection) == ()
    empty(engine)
    load(engine, paths)
    assert digest_of(engine) == together


def test_what_two_loaders_learn_of_a_name_adds_up(engine: Engine, tmp_path: Path) -> None:
    """One prints the name as a word, the other as an acronym alone; whoever commits last takes nothing back."""
    for name in ("before", "first", "second"):
        (tmp_path / f"{name}.txt").write_text(f"Le cas {name}\n\nLa société Ozmar a parlé hier à Rabat.\n", "utf-8")
    before, first, second = (rows_of(tmp_path / f"{name}.txt") for name in ("before", "first", "second"))
    told = {"before": ("other", False), "first": ("association", True), "second": ("company", False)}
    for rows in (before, first, second):
        add_organisation_name(rows, *told[Path(rows.name).stem])

    def write(files: Sequence[FileRows], reached: threading.Event, go_on: threading.Event) -> None:
        with engine.begin() as connection:
            load_batch(connection.connection.cursor(), files)  # type: ignore[arg-type]
            reached.set()
            go_on.wait(300)

    now = threading.Event()
    now.set()
    write([before], threading.Event(), now)
    reached, go_on = threading.Event(), threading.Event()
    one = threading.Thread(target=write, args=([first], reached, go_on))
    other = threading.Thread(target=write, args=([second], threading.Event(), now))
    one.start()
    reached.wait(300)
    other.start()
    wait_until_blocked(engine, other)
    go_on.set()
    one.join()
    other.join()
    with engine.connect() as connection:
        query = "SELECT kind, is_acronym FROM newsdb.organisation_name WHERE name_key = 'ozmarine'"
        assert connection.execute(text(query)).one() == ("association", True)


def add_organisation_name(rows: FileRows, kind: str, is_acronym: bool) -> None:
    """Put an organisation into the rows of a file, as an article of it might tell."""
    from newsdb.models import key_id

    organisation_id, name_id = key_id("organisation", "ozmarine"), key_id("organisation_name", "ozmarine")
    name = {"name": "Ozmarine", "name_key": "ozmarine", "kind": kind}
    rows.add("organisation", {"id": organisation_id, **name})
    rows.add(
        "organisation_name",
        {"id": name_id, "organisation_id": organisation_id, **name, "is_acronym": is_acronym, "joined_by": "name"},
    )


@pytest.mark.parametrize("sqlstate", ["23503", "23505", "40P01", "40001"])
def test_file_is_tried_again_where_another_loader_was_in_the_way(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, sqlstate: str
) -> None:
    """A row that another loader deletes or adds between two statements is met no second time."""
    tries: list[int] = []

    def in_the_way_once(cursor: psycopg.Cursor[tuple[object, ...]], files: Sequence[FileRows]) -> BatchResult:
        tries.append(len(files))
        if len(tries) == 1:
            cursor.execute(f"DO $$ BEGIN RAISE EXCEPTION 'in the way' USING ERRCODE = '{sqlstate}'; END $$")
        return load_batch(cursor, files)

    monkeypatch.setattr(newsdb.loading.writer, "load_batch", in_the_way_once)
    report = load(engine, [SEEDS])
    assert (report.inserted, report.rejections, tries) == (5, (), [5, 5])


@pytest.mark.parametrize("level", ["AUTOCOMMIT", "READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])
def test_isolation_of_the_callers_engine_does_not_matter(
    engine: Engine, database_url: str, tmp_path: Path, level: str
) -> None:
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(SPELT, encoding="utf-8")
    second.write_text(ALONE, encoding="utf-8")
    own = make_engine(database_url).execution_options(isolation_level=level)
    try:
        report = load_while_another_is_not_done(engine, first, second, by=own)
    finally:
        own.dispose()
    assert report.inserted == 1
    together = digest_of(engine)
    empty(engine)
    load(engine, [first, second])
    assert digest_of(engine) == together
