"""What is on record already: rewritten only where it says something else, the same in every order, by one at a time."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb.extraction import extract_facts
from newsdb.facts import OrganisationKind
from newsdb.integrity import digest, verify
from newsdb.loading import load, suppress
from newsdb.loading.merging.batch import load_batch
from newsdb.loading.rows.rows import FileRows, file_rows
from newsdb.models.catalogue import DATA_TABLES
from newsdb.reading import read_record
from tests.loading.deciding import rows
from tests.loading.test_captures import CLOSING, OPENING, page
from tests.loading.test_promises import digest_of
from tests.seeds import forget_all

SAYS = "« Le marché ouvrira lundi », a déclaré Karim Naciri, président de l'Union des ports libres (UPL), à la presse."
OUTLETS = "SELECT name, kind, country, website FROM newsdb.outlet ORDER BY id"
SPELLINGS = """
    SELECT name FROM newsdb.person_name WHERE name LIKE '% Idrissi'
    UNION SELECT name FROM newsdb.organisation_name WHERE NOT is_acronym ORDER BY 1
"""
MEANT = """
    SELECT o.name FROM newsdb.organisation_name AS n JOIN newsdb.organisation AS o ON o.id = n.organisation_id
    WHERE n.is_acronym
"""
UPDATED = text("SELECT relname, n_tup_upd FROM pg_stat_user_tables WHERE schemaname = 'newsdb' AND n_tup_upd > 0")


def updated_rows(engine: Engine) -> dict[str, int]:
    """By table of data, how many rows have been written anew."""
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_stat_force_next_flush()"))
        connection.commit()
        return {name: count for name, count in connection.execute(UPDATED) if name in DATA_TABLES}


def write(folder: Path, name: str, content: str) -> Path:
    (folder / name).write_text(content, encoding="utf-8")
    return folder / name


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return write(tmp_path, "article.txt", page(OPENING, SAYS, CLOSING))


def test_article_and_capture_that_say_nothing_new_of_what_is_known_rewrite_no_row(
    engine: Engine, article: Path, tmp_path: Path
) -> None:
    """P1 beyond a second load: outlet, names and article are on record, and say what they said."""
    load(engine, [article])
    before = updated_rows(engine)
    other = write(tmp_path, "other.txt", page(OPENING, SAYS, headline="Le port de la ville rouvre demain matin"))
    shorter = write(tmp_path, "shorter.txt", page(OPENING, SAYS))
    assert [load(engine, [path]).inserted for path in (other, shorter)] == [1, 1]
    assert updated_rows(engine) == before


def test_outlet_of_which_an_older_list_knew_less_is_what_the_list_says_after_the_next_article(
    engine: Engine, article: Path, tmp_path: Path
) -> None:
    load(engine, [article])
    known = rows(engine, OUTLETS)
    with engine.begin() as connection:
        connection.execute(text("UPDATE newsdb.outlet SET country = NULL, website = NULL, kind = 'publisher'"))
    assert rows(engine, OUTLETS) != known
    load(engine, [write(tmp_path, "copy.txt", f"{article.read_text('utf-8')}\n")])
    assert rows(engine, OUTLETS) == known


def rows_of(path: Path, kind: OrganisationKind) -> FileRows:
    """The rows of a file whose organisations are said to be of that kind."""
    content = path.read_bytes()
    document = read_record(content, path.name)
    facts = extract_facts(document)
    bodies = tuple(replace(body, kind=kind) for body in facts.organisations)
    assert bodies
    return file_rows(path.name, content, document, replace(facts, organisations=bodies), extractor=facts.extractor)


def test_kind_of_which_articles_tell_differently_is_the_same_in_every_order(
    engine: Engine, article: Path, tmp_path: Path
) -> None:
    other = write(tmp_path, "other.txt", page(OPENING, SAYS, headline="Le port de la ville rouvre demain matin"))
    third = write(tmp_path, "third.txt", page(OPENING, SAYS, headline="La ville attend ses commerçants du marché"))
    files = [rows_of(article, "company"), rows_of(other, "association"), rows_of(third, "other")]
    digests = set()
    for order in permutations(files):
        with engine.connect() as connection:
            for file in order:
                load_batch(connection.connection.cursor(), [file])  # type: ignore[arg-type]
            digests.add(digest(connection))
    assert len(digests) == 1


def test_of_two_captures_of_one_length_the_same_is_current_in_every_order(engine: Engine, tmp_path: Path) -> None:
    pages = [write(tmp_path, f"{word}.txt", page(OPENING, SAYS.replace("lundi", word))) for word in ("lundi", "jeudi")]
    digests = set()
    for order in ([pages[0], pages[1]], [pages[1], pages[0]], [tmp_path]):
        forget_all(engine)
        for path in order:
            load(engine, [path])
        with engine.connect() as connection:
            assert verify(connection) == ()
            digests.add(digest(connection))
    assert len(digests) == 1


def test_names_are_spelt_as_what_is_left_prints_them_when_the_better_spelling_goes(
    engine: Engine, tmp_path: Path
) -> None:
    """A hyphen comes after a space, and of two spellings of a body the longer is the better."""
    plain = SAYS.replace("Karim Naciri", "Fatima Zahra Idrissi").replace("des ports", "de ports")
    write(tmp_path, "plain.txt", page(plain, CLOSING))
    load(engine, [tmp_path])
    left = digest_of(engine)
    better = plain.replace("Fatima Zahra", "Fatima-Zahra").replace("de ports", "des ports")
    load(engine, [write(tmp_path, "better.txt", page(better, CLOSING, headline="Le port de la ville rouvre demain"))])
    assert rows(engine, SPELLINGS) == [("Fatima-Zahra Idrissi",), ("Union des ports libres",)]
    suppress(engine, "file", "better.txt", reason="why")
    assert rows(engine, SPELLINGS) == [("Fatima Zahra Idrissi",), ("Union de ports libres",)]
    assert digest_of(engine) == left


def test_acronym_means_the_body_that_is_left_when_the_other_that_shares_it_goes(engine: Engine, tmp_path: Path) -> None:
    alone = "La UPL a présenté son plan hier à Rabat devant les élus et les habitants de la ville."
    other = SAYS.replace("ports libres", "radios locales")
    write(tmp_path, "alone.txt", page(alone, CLOSING, headline="Un plan pour la ville et ses habitants demain"))
    write(tmp_path, "other.txt", page(other, CLOSING))
    load(engine, [tmp_path])
    left = digest_of(engine)
    assert rows(engine, MEANT) == [("Union des radios locales",)]
    load(engine, [write(tmp_path, "shares.txt", page(SAYS, headline="Le port de la ville rouvre demain matin"))])
    assert rows(engine, MEANT) == [("UPL",)]
    suppress(engine, "file", "shares.txt", reason="why")
    assert digest_of(engine) == left


@pytest.fixture
def held_lock(engine: Engine, request: pytest.FixtureRequest) -> Iterator[threading.Event]:
    """Somebody is at work until the event is set."""
    leave = threading.Event()
    with engine.connect() as connection:
        connection.execute(text(f"SELECT pg_advisory_xact_lock(hashtextextended('newsdb.{request.param}', 0))"))

        def let_go() -> None:
            leave.wait(600)
            connection.rollback()

        thread = threading.Thread(target=let_go)
        thread.start()
        yield leave
        leave.set()
        thread.join()


WAITING = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'")


@pytest.mark.parametrize("held_lock", ["decisions", "versions", "resolution", "reprints"], indirect=True)
def test_load_waits_for_whoever_decides_takes_back_resolves_or_links(
    engine: Engine, article: Path, held_lock: threading.Event
) -> None:
    """What each of them reads must stand still until it has committed."""
    inserted: list[int] = []
    loader = threading.Thread(target=lambda: inserted.append(load(engine, [article]).inserted))
    loader.start()
    is_waiting = False
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        while loader.is_alive() and not is_waiting:
            time.sleep(0.02)
            is_waiting = connection.execute(WAITING).scalar_one() == 1
    held_lock.set()
    loader.join()
    assert (is_waiting, inserted) == (True, [1])
