"""`verify` finds nothing in a healthy database, and the row, table and promise of whatever is broken in it."""

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

import newsdb.integrity.reread
import newsdb.loading.files
from newsdb.database.engine import make_engine
from newsdb.database.migrations import upgrade
from newsdb.document import Document
from newsdb.facts import Facts
from newsdb.integrity import Violation, verify
from newsdb.integrity.verifying import REPEATING
from newsdb.loading import load
from tests.conftest import temporary_database

# How to break a promise behind the database's back, and the promise and table that verify must name.
DAMAGE = {
    "a mention's characters": (
        "UPDATE newsdb.mention SET surface = 'x' WHERE ctid = (SELECT min(ctid) FROM newsdb.mention)",
        ("evidence", "mention"),
    ),
    "a gap between segments": (
        "DELETE FROM newsdb.text_segment WHERE span_start = 0",
        ("evidence", "text_segment"),
    ),
    "a fact in the navigation": (
        "UPDATE newsdb.text_segment SET kind = 'navigation' WHERE kind = 'paragraph'",
        ("evidence", "mention"),
    ),
    "a flipped byte of a file": (
        "ALTER TABLE newsdb.source_file DROP CONSTRAINT source_file_sha256_check;"
        "UPDATE newsdb.source_file SET content = set_byte(content, 100, get_byte(content, 100) # 1)",
        ("reproducible", "article_text"),
    ),
    "a quote that was deleted": (
        "DELETE FROM newsdb.quote_attribution; DELETE FROM newsdb.quote_occurrence; DELETE FROM newsdb.quote",
        ("reproducible", "quote"),
    ),
    "a role that no file tells": (
        "UPDATE newsdb.role_claim SET valid_from = '2020-01-01', valid_precision = 'year'",
        ("reproducible", "role_claim"),
    ),
    "the words of a search": (
        "UPDATE newsdb.article_version SET search_vector = 'nothing'",
        ("search", "article_version"),
    ),
    "no current version": (
        "UPDATE newsdb.article_version SET is_current = false",
        ("current version", "article"),
    ),
    **{
        f"{column} of {table}": (f"UPDATE newsdb.{table} SET {column} = {value}", ("repeated columns", table))
        for table, column, value in (
            ("person_appearance", "mentions", "mentions + 1"),
            ("person_appearance", "as_of", "as_of + 1"),
            ("organisation_appearance", "quotes", "quotes + 1"),
            ("organisation_appearance", "outlet_id", "NULL"),
            ("quote_attribution", "as_of", "as_of + 1"),
            ("quote_attribution", "role_claim_id", "NULL"),
            ("article", "quotes", "quotes + 1"),
        )
    },
    **{
        f"{table} of another article": (
            f"ALTER TABLE newsdb.{table} DISABLE TRIGGER USER; UPDATE newsdb.{table} AS e SET article_id ="
            " (SELECT id FROM newsdb.article AS a WHERE a.id <> e.article_id LIMIT 1)",
            ("repeated columns", table),
        )
        for table in REPEATING
    },
    "a count of the ledger": ("UPDATE newsdb.load_run SET inserted = inserted + 1", ("ledger", "load_run")),
    "a reject of the ledger": ("UPDATE newsdb.load_run SET rejected = rejected + 1", ("ledger", "load_run")),
    "an author whom no file tells": (
        "INSERT INTO newsdb.article_author (id, article_version_id, article_id, ordinal, name)"
        " SELECT newsdb.key_id('article_author', id::text, '99'), id, article_id, 99, 'X' FROM newsdb.article_version",
        ("reproducible", "article_author"),
    ),
    "a section that no file tells": ("UPDATE newsdb.article SET section = 'X'", ("reproducible", "article")),
    "the article of another file": (
        "UPDATE newsdb.article_source SET article_version_id = v.id, article_id = v.article_id"
        " FROM (SELECT id, article_id FROM newsdb.article_version ORDER BY id LIMIT 1) AS v",
        ("reproducible", "article_source"),
    ),
    "a file without articles": ("DELETE FROM newsdb.article_source", ("ledger", "source_file")),
    "an acronym that means nobody's name": (
        "UPDATE newsdb.organisation_name SET organisation_id = (SELECT max(id::text)::uuid FROM newsdb.organisation)",
        ("resolution", "organisation_name"),
    ),
    "a person without a name": (
        "INSERT INTO newsdb.person VALUES (newsdb.key_id('person', 'x y', ''), 'X Y', 'x y', '')",
        ("resolution", "person"),
    ),
    "an organisation without a name": (
        "INSERT INTO newsdb.organisation (id, name, name_key, kind)"
        " VALUES (newsdb.key_id('organisation', 'x y'), 'X Y', 'x y', 'other')",
        ("resolution", "organisation"),
    ),
    "a link to a reprint that is none": (
        "INSERT INTO newsdb.article_reprint"
        " SELECT newsdb.key_id('article_reprint', a.id::text, b.id::text), a.id, b.id, 1"
        " FROM newsdb.article AS a JOIN newsdb.article AS b ON a.id < b.id LIMIT 1",
        ("reprints", "article"),
    ),
    "a story that nothing joins": (
        "INSERT INTO newsdb.article_story SELECT id, id FROM newsdb.article LIMIT 1",
        ("reprints", "article"),
    ),
    "a check that a restore skipped": (
        "ALTER TABLE newsdb.article DROP CONSTRAINT article_headline_check;"
        "UPDATE newsdb.article SET headline = '';"
        "ALTER TABLE newsdb.article ADD CONSTRAINT article_headline_check CHECK (headline <> '') NOT VALID",
        ("constraint", "newsdb.article"),
    ),
    "a reference that a restore skipped": (
        "ALTER TABLE newsdb.person_name DROP CONSTRAINT person_name_person_id_fkey;"
        "UPDATE newsdb.person_name SET person_id = gen_random_uuid()",
        ("constraint", "person_name"),
    ),
}

NO_ROLES = "UPDATE newsdb.quote_attribution SET role_claim_id = NULL; DELETE FROM newsdb.role_claim"


@pytest.fixture
def database_url(seeded_url: str) -> str:
    """The seeds are loaded already."""
    return seeded_url


def violations(engine: Engine) -> tuple[Violation, ...]:
    with engine.connect() as connection:
        return verify(connection)


def test_healthy_database_has_no_violation(shared_seeds: Engine) -> None:
    assert violations(shared_seeds) == ()


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found(shared_seeds: Engine, damage: str) -> None:
    statements, (promise, table) = DAMAGE[damage]
    with shared_seeds.connect() as connection:
        # A replica applies rows without triggers and references; so does a careless restore.
        connection.execute(text("ALTER TABLE newsdb.mention DISABLE TRIGGER USER"))
        connection.execute(text("ALTER TABLE newsdb.text_segment DISABLE TRIGGER USER"))
        for statement in statements.split(";"):
            connection.execute(text(statement))
        # Seen from within the transaction, and taken back with it.
        found = verify(connection)
    assert (promise, table) in {(violation.promise, violation.table) for violation in found}
    assert all(violation.row and violation.what for violation in found)


def test_without_rereading_the_files_only_the_rows_are_checked(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text(NO_ROLES))
    with engine.connect() as connection:
        assert verify(connection, reread=False) == ()
        assert {violation.table for violation in verify(connection)} == {"role_claim"}


def test_files_of_every_page_are_read(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(newsdb.integrity.reread, "BATCH_FILES", 2)
    with engine.begin() as connection:
        connection.execute(text("UPDATE newsdb.article SET section = 'X'"))
    assert len({violation.row for violation in violations(engine) if violation.table == "article"}) == 5


def test_fault_of_a_rule_is_found_and_the_other_files_are_checked(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract = newsdb.loading.files.extract_facts
    with engine.begin() as connection:
        connection.execute(text(NO_ROLES))

    def fail_once(document: Document) -> Facts:
        monkeypatch.setattr(newsdb.loading.files, "extract_facts", extract)
        raise KeyError("a fault", document.source)

    monkeypatch.setattr(newsdb.loading.files, "extract_facts", fail_once)
    found = violations(engine)
    assert {violation.table for violation in found} == {"source_file", "role_claim"}
    assert any("a fault" in violation.what for violation in found)


def test_healthy_database_of_any_locale_has_no_violation(administrator: Engine, tmp_path: Path) -> None:
    """A no-break space ends a paragraph; whether that is white space differs between locales."""
    article = tmp_path / "article.txt"
    words = "Le maire a parlé hier devant la presse de la ville et les habitants.\N{NO-BREAK SPACE}\n"
    article.write_text(f"Un titre sur la ville\n\n{words}\N{NO-BREAK SPACE}\n{words}", encoding="utf-8")
    with temporary_database(administrator, "template0 LC_CTYPE 'C' LC_COLLATE 'C'") as name:
        engine = make_engine(administrator.url.set(database=name))
        upgrade(engine)
        load(engine, [article])
        assert violations(engine) == ()
        engine.dispose()
