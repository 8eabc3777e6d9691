"""A correction wins over what is read, lasts through every reload and newer extractor, and leaves no trace undone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

import newsdb.loading.files
import newsdb.loading.writer
from newsdb.document import Document
from newsdb.errors import WrongDecision
from newsdb.extraction import extract_facts
from newsdb.facts import Facts
from newsdb.loading import correct, load, undo_correction
from newsdb.loading.overrides.correcting import alike
from newsdb.loading.overrides.corrections import Correction, effective, parse_day
from tests.loading.deciding import article_id, page, rows, state, states_of_reloads
from tests.seeds import forget_all

MARKET, PORT = "Le marché couvert ouvre ses portes", "Le quai du port sera prolongé"
QUOTE = "SELECT quote_id::text FROM report.quote WHERE words LIKE :words"
ROLE = "SELECT role_claim_id::text FROM report.role_timeline WHERE title LIKE :title"


def quote_id(engine: Engine) -> str:
    ((found,),) = rows(engine, QUOTE, words="Nous avons attendu%")
    return str(found)


def role_id(engine: Engine) -> str:
    ((found,),) = rows(engine, ROLE, title="présidente%")
    return str(found)


def of_article(field: str, value: str) -> Callable[[Engine], object]:
    return lambda engine: correct(engine, "article", article_id(engine, MARKET), field, value, reason="seen in print")


def of_quote(field: str, value: str) -> Callable[[Engine], object]:
    return lambda engine: correct(engine, "quote", quote_id(engine), field, value, reason="heard on tape", by="A. E.")


def of_role(field: str, value: str) -> Callable[[Engine], object]:
    return lambda engine: correct(engine, "role", role_id(engine), field, value, reason="in the bulletin")


ARTICLE_ROW = "SELECT {} FROM report.article WHERE headline LIKE 'Le marché%' OR headline LIKE 'Un marché%'"
QUOTE_ROW = (
    "SELECT speaker, speaker_kind, kind, method, confidence::float8, cue FROM report.quote WHERE words LIKE 'Nous%'"
)

# What is corrected, what then is in the reports, and the answer.
CORRECTIONS = {
    "headline": (of_article("headline", "Un marché de trop"), ARTICLE_ROW.format("headline"), ("Un marché de trop",)),
    "outlet": (of_article("outlet", "La Gazette"), ARTICLE_ROW.format("outlet"), ("La Gazette",)),
    "known outlet": (of_article("outlet", "L'Economiste"), ARTICLE_ROW.format("outlet"), ("L'Économiste",)),
    "no outlet": (of_article("outlet", "unknown"), ARTICLE_ROW.format("outlet"), (None,)),
    "month": (
        of_article("published_on", "2023-02"),
        ARTICLE_ROW.format("published_on, published_precision"),
        (date(2023, 2, 1), "month"),
    ),
    "no day": (
        of_article("published_on", "unknown"),
        ARTICLE_ROW.format("published_on, published_precision"),
        (None, None),
    ),
    "language": (of_article("language", "en"), ARTICLE_ROW.format("language"), ("en",)),
    "section": (of_article("section", "Villes"), ARTICLE_ROW.format("section"), ("Villes",)),
    "address": (
        of_article("canonical_url", "https://example.org/a"),
        ARTICLE_ROW.format("canonical_url"),
        ("https://example.org/a",),
    ),
    "authors": (
        of_article("authors", "Karim Naciri; La rédaction"),
        ARTICLE_ROW.format("authors"),
        ("Karim Naciri, La rédaction",),
    ),
    "speaker": (
        of_quote("speaker", "Hind Berrada"),
        QUOTE_ROW,
        ("Hind Berrada", "person", "direct", "corrected", 1.0, None),
    ),
    "speaking organisation": (
        of_quote("speaker", "organisation:Agence des ports du Sud"),
        QUOTE_ROW,
        ("Agence des ports du Sud", "organisation", "direct", "corrected", 1.0, None),
    ),
    "described speaker": (
        of_quote("speaker", "described:un habitant"),
        QUOTE_ROW,
        ("un habitant", "described", "direct", "corrected", 1.0, None),
    ),
    "no speaker": (of_quote("speaker", "unknown"), QUOTE_ROW, (None, "unknown", "direct", "corrected", 1.0, None)),
    "kind": (of_quote("kind", "fragment"), "SELECT kind FROM report.quote WHERE words LIKE 'Nous%'", ("fragment",)),
    "holder": (
        of_role("person", "Karim Naciri"),
        "SELECT person, organisation IS NOT NULL FROM report.role_timeline WHERE title LIKE 'prés%'",
        ("Karim Naciri", True),
    ),
    "place": (
        of_role("organisation", "Office des phares"),
        "SELECT person, organisation FROM report.role_timeline WHERE title LIKE 'prés%'",
        ("Salma Idrissi", "Office des phares"),
    ),
    "no place": (
        of_role("organisation", "unknown"),
        "SELECT person, organisation FROM report.role_timeline WHERE title LIKE 'prés%'",
        ("Salma Idrissi", None),
    ),
    "tenure": (
        of_role("valid_from", "2019"),
        "SELECT valid_from, valid_to, valid_precision FROM report.role_timeline WHERE title LIKE 'prés%'",
        (date(2019, 1, 1), None, "year"),
    ),
}


@pytest.mark.parametrize("name", CORRECTIONS)
def test_correction_holds_in_reports_and_after_every_reload_and_leaves_no_trace_undone(
    loaded: Engine, loaded_state: str, paths: list[Path], name: str
) -> None:
    """Each is reloaded in an order of its own, all of them together in several."""
    decide, query, answer = CORRECTIONS[name]
    decide(loaded)
    assert rows(loaded, query) == [answer]
    corrected = state(loaded)
    assert corrected != loaded_state
    assert states_of_reloads(loaded, paths, [list(CORRECTIONS).index(name)]) == {corrected}
    undo_correction(loaded, 1, reason="it was right")
    assert state(loaded) == loaded_state


def test_all_corrections_together_are_one_state_in_whatever_order_they_are_made(
    loaded: Engine, paths: list[Path]
) -> None:
    """Made on the same article one after the other; then the same data are loaded with all of them in force."""
    for name in ("tenure", "holder", "speaker", "outlet", "authors", "month", "kind", "headline"):
        decide, _, _ = CORRECTIONS[name]
        decide(loaded)
    # The role that was moved to another holder, by the id that it has now.
    of_role("organisation", "Office des phares")(loaded)
    corrected = state(loaded)
    assert states_of_reloads(loaded, paths, (0, 7, 23)) == {corrected}


def test_correction_finds_its_quote_in_a_capture_that_comes_later(engine: Engine, paths: list[Path]) -> None:
    short, *others = paths
    load(engine, [short])
    correct(engine, "quote", quote_id(engine), "speaker", "Hind Berrada", reason="heard on tape")
    load(engine, others)
    assert rows(engine, "SELECT speaker FROM report.quote WHERE words LIKE 'Nous%'") == [("Hind Berrada",)]
    later = state(engine)
    forget_all(engine)
    load(engine, paths)
    assert state(engine) == later


def test_days_of_a_role_are_as_exact_as_the_vaguer_of_them(loaded: Engine) -> None:
    of_role("valid_from", "2019")(loaded)
    of_role("valid_to", "2020-10-22")(loaded)
    assert rows(loaded, CORRECTIONS["tenure"][1]) == [(date(2019, 1, 1), date(2020, 10, 22), "year")]


def test_correction_leaves_a_quote_alone_that_is_less_than_half_of_the_words(engine: Engine, tmp_path: Path) -> None:
    said = "« Nous avons attendu ce marché pendant dix ans », a déclaré Karim Naciri à la presse."
    (tmp_path / "short.txt").write_text(page(MARKET, said.replace(" pendant dix ans", "")), encoding="utf-8")
    (tmp_path / "long.txt").write_text(page(MARKET, said, "Les commerçants s'installent."), encoding="utf-8")
    (tmp_path / "stub.txt").write_text(page(MARKET, said.replace(" ce marché pendant dix ans", "")), encoding="utf-8")
    load(engine, [tmp_path])
    correct(engine, "quote", quote_id(engine), "speaker", "Hind Berrada", reason="heard on tape")
    spoken = """
        SELECT q.words, n.name FROM newsdb.quote AS q JOIN newsdb.quote_attribution AS a ON a.quote_id = q.id
        JOIN newsdb.person_name AS n ON n.id = a.person_name_id ORDER BY char_length(q.words)
    """
    assert [speaker for _, speaker in rows(engine, spoken)] == ["Karim Naciri", "Hind Berrada", "Hind Berrada"]


def test_second_load_of_corrected_files_writes_nothing(loaded: Engine, paths: list[Path]) -> None:
    of_quote("speaker", "Hind Berrada")(loaded)
    report = load(loaded, paths)
    assert (report.unchanged, dict(report.rows)) == (4, {})


def of_older(document: Document) -> Facts:
    """Facts of an older extractor, which took one word less for a quote and knew no roles."""
    facts = extract_facts(document)
    cut = []
    for quote in facts.quotes:
        first = quote.occurrences[0]
        shorter = first.text.rpartition(" ")[0]
        occurrence = replace(first, text=shorter, end=first.start + len(shorter))
        cut.append(replace(quote, occurrences=(occurrence,)))
    people = tuple(replace(person, roles=()) for person in facts.people)
    return replace(facts, quotes=tuple(cut), people=people, extractor="rules 0")


def test_corrections_outlive_a_newer_extractor(
    engine: Engine, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(newsdb.loading.files, "EXTRACTOR", "rules 0")
        older.setattr(newsdb.loading.writer, "EXTRACTOR", "rules 0")
        older.setattr(newsdb.loading.files, "extract_facts", of_older)
        load(engine, paths)
        of_quote("speaker", "Hind Berrada")(engine)
        of_article("published_on", "2023-02")(engine)
    assert load(engine, paths).updated == 4
    assert rows(engine, "SELECT speaker FROM report.quote WHERE words LIKE 'Nous%'") == [("Hind Berrada",)]
    upgraded = state(engine)
    forget_all(engine)
    load(engine, paths)
    assert state(engine) == upgraded


def test_of_two_corrections_of_a_field_the_last_holds_and_the_first_cannot_be_undone(loaded: Engine) -> None:
    of_article("section", "Villes")(loaded)
    of_article("section", "Marchés")(loaded)
    assert rows(loaded, ARTICLE_ROW.format("section")) == [("Marchés",)]
    with pytest.raises(WrongDecision, match="no longer holds"):
        undo_correction(loaded, 1, reason="a slip")
    undo_correction(loaded, 2, reason="a slip")
    assert rows(loaded, ARTICLE_ROW.format("section")) == [(None,)]
    with pytest.raises(WrongDecision, match="no longer holds"):
        undo_correction(loaded, 3, reason="twice")


@pytest.mark.parametrize(
    ("subject", "field", "value", "sentence"),
    [
        ("article", "published_on", "2024-13-01", "2020-10-22, 2020-10 or 2020, or unknown"),
        ("article", "headline", "", "write the headline"),
        ("article", "headline", "unknown", None),
        ("article", "language", "French", "ISO 639"),
        ("article", "title", "x", "choose one of headline"),
        ("quote", "kind", "shouted", "direct, indirect"),
        ("quote", "speaker", "organisation:", "organisation:NAME"),
        ("role", "valid_to", "soon", "a day, month or year"),
    ],
)
def test_value_that_is_none_of_the_field_is_refused_and_nothing_is_recorded(
    loaded: Engine, subject: str, field: str, value: str, sentence: str | None
) -> None:
    which = {"article": article_id(loaded, MARKET), "quote": quote_id(loaded), "role": role_id(loaded)}[subject]
    if sentence is None:
        correct(loaded, subject, which, field, value, reason="a headline may be this word")  # type: ignore[arg-type]
        return
    with pytest.raises(WrongDecision, match=sentence):
        correct(loaded, subject, which, field, value, reason="why")  # type: ignore[arg-type]
    assert rows(loaded, "SELECT count(*) FROM newsdb.correction") == [(0,)]


@pytest.mark.parametrize("which", ["nothing", "00000000-0000-0000-0000-000000000000"])
@pytest.mark.parametrize("subject", ["article", "quote", "role"])
def test_what_is_not_there_cannot_be_corrected(loaded: Engine, subject: str, which: str) -> None:
    field, value = {"article": ("section", "x"), "quote": ("kind", "direct"), "role": ("person", "x y")}[subject]
    with pytest.raises(WrongDecision, match=f"no {subject} by that id"):
        correct(loaded, subject, which, field, value, reason="why")  # type: ignore[arg-type]


def test_corrected_author_is_linked_to_the_person_and_found_by_the_reports(loaded: Engine) -> None:
    of_article("authors", "Karim Naciri")(loaded)
    assert rows(
        loaded,
        "SELECT p.name, w.span_start FROM newsdb.article_author AS w JOIN newsdb.person_name AS n"
        " ON n.id = w.person_name_id JOIN newsdb.person AS p ON p.id = n.person_id LIMIT 1",
    ) == [("Karim Naciri", None)]


def test_page_of_another_day_keeps_its_own_day(engine: Engine, tmp_path: Path) -> None:
    """The correction is of one article; that of another day with the same headline is another."""
    (tmp_path / "other.txt").write_text(page(MARKET, "Un autre marché.", day="06 - 10 - 2024"), encoding="utf-8")
    (tmp_path / "one.txt").write_text(page(MARKET, "Le marché ouvre."), encoding="utf-8")
    load(engine, [tmp_path])
    ((first,),) = rows(engine, "SELECT id::text FROM newsdb.article WHERE published_on = '2024-10-05'")
    correct(engine, "article", str(first), "published_on", "2024-10-06", reason="misprint")
    assert rows(engine, "SELECT published_on, count(*) FROM report.article GROUP BY 1") == [(date(2024, 10, 6), 2)]


@given(st.dates())
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(day.isoformat()) == (day, "day")


WORDS = st.lists(st.sampled_from(["le", "quai", "sera", "long"]), min_size=1, max_size=6).map(" ".join)


@given(WORDS, WORDS)
def test_likeness_is_mutual_and_whole_for_the_same_words_alone(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
    assert (alike(one, other) == 1.0) == (one == other)


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from(["corrected", "undone"]))))
def test_of_each_field_the_last_decision_holds(decided: list[tuple[str, str, str]]) -> None:
    article = newsdb.models.key_id("article", "any")
    recorded = [(Correction("article", article, "", field, value), verdict) for field, value, verdict in decided]
    last = {field: (value, verdict) for field, value, verdict in decided}
    wanted = {(field, value) for field, (value, verdict) in last.items() if verdict == "corrected"}
    assert {(c.field, c.value) for c in effective(recorded)} == wanted
