"""Decisions travel in a file: sorted, the same from equal databases, taken in once, and all or nothing."""

import json
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb.errors import WrongDecision
from newsdb.loading import (
    correct,
    export_decisions,
    import_decisions,
    judge,
    load,
    suppress,
    undo_correction,
    unsuppress,
)
from tests.conftest import engine_on, temporary_database
from tests.loading.deciding import article_id, page, rows, state, write_pages
from tests.seeds import forget_all

MARKET, PORT, BOTH = (
    "Le marché couvert ouvre ses portes",
    "Le quai du port sera prolongé",
    "La ville et le port signent",
)
DECIDED = ("newsdb.correction", "newsdb.suppression", "newsdb.entity_judgement")


def write_press(folder: Path) -> list[Path]:
    extra = page("Une fête au port", "« La fête sera belle », a déclaré Mme Salma El Idrissi, directrice du port.")
    (folder / "extra.txt").write_text(extra, encoding="utf-8")
    return [*write_pages(folder), folder / "extra.txt"]


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    return write_press(tmp_path)


def decide(engine: Engine) -> None:
    """Decisions of every kind, some of them taken back or made otherwise later."""
    ((quote,),) = rows(engine, "SELECT quote_id::text FROM report.quote WHERE words LIKE 'Le quai%'")
    correct(engine, "quote", str(quote), "speaker", "Hind Berrada", reason="heard on tape", by="A. Editor")
    correct(engine, "article", article_id(engine, PORT), "published_on", "unknown", reason="no day is printed")
    correct(engine, "article", article_id(engine, PORT), "section", "Ports", reason="a slip")
    undo_correction(engine, 3, reason="it was right")
    judge(engine, "different", "Salma Idrissi", "Salma El Idrissi", reason="two offices")
    judge(engine, "same", "Salma Idrissi", "Salma El Idrissi", reason="one signature")
    suppress(engine, "article", article_id(engine, BOTH), reason="court order 12")
    (number,) = suppress(engine, "person", "Nobody Atall", reason="request 7").numbers
    unsuppress(engine, number, reason="withdrawn")


@pytest.fixture(scope="module")
def decided_template(administrator: Engine, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A loaded database with decisions, cloned for each test."""
    with temporary_database(administrator, template) as name:
        with engine_on(administrator, name) as engine:
            load(engine, write_press(tmp_path_factory.mktemp("press")))
            decide(engine)
        yield name


@pytest.fixture
def decided(administrator: Engine, decided_template: str) -> Iterator[Engine]:
    with temporary_database(administrator, decided_template) as name, engine_on(administrator, name) as engine:
        yield engine


def exported(engine: Engine) -> str:
    with engine.connect() as connection:
        return export_decisions(connection)


def forget_decisions(engine: Engine) -> None:
    connection = engine.raw_connection()
    try:
        connection.cursor().execute(f"TRUNCATE {', '.join(DECIDED)}")
        connection.commit()
    finally:
        connection.close()


def test_file_is_sorted_has_the_last_decision_of_each_key_a_line_and_no_numbers(decided: Engine) -> None:
    lines = exported(decided).splitlines()
    assert lines == sorted(lines)
    decisions = [json.loads(line) for line in lines]
    assert all("number" not in decision for decision in decisions)
    last = [(decision["decision"], decision["verdict"]) for decision in decisions]
    assert last == [
        ("correction", "corrected"),
        ("correction", "undone"),
        ("correction", "corrected"),
        ("judgement", "same"),
        ("takedown", "suppressed"),
        ("takedown", "undone"),
    ]


@pytest.mark.parametrize("order", list(permutations(("load", "import"))))
def test_import_before_and_after_the_load_give_the_same_data_and_the_same_file(
    decided: Engine, paths: list[Path], order: tuple[str, ...]
) -> None:
    content, wanted = exported(decided), state(decided)
    forget_all(decided)
    forget_decisions(decided)
    for step in order:
        if step == "load":
            load(decided, paths)
        else:
            done = import_decisions(decided, content, name="decisions.jsonl")
            assert (done.added, done.changed, done.unchanged) == (6, 0, 0)
    assert state(decided) == wanted
    assert exported(decided) == content


def test_second_import_changes_nothing(decided: Engine) -> None:
    before, counts = state(decided), [rows(decided, f"SELECT count(*) FROM {table}") for table in DECIDED]
    done = import_decisions(decided, exported(decided), name="decisions.jsonl")
    assert (done.added, done.changed, done.unchanged, done.articles) == (0, 0, 6, 0)
    assert [rows(decided, f"SELECT count(*) FROM {table}") for table in DECIDED] == counts
    assert state(decided) == before


def test_what_the_file_decides_otherwise_replaces_what_held(decided: Engine) -> None:
    content = exported(decided).replace("Hind Berrada", "Nadia Alami")
    done = import_decisions(decided, content, name="decisions.jsonl")
    assert (done.added, done.changed, done.unchanged) == (0, 1, 5)
    assert rows(decided, "SELECT speaker FROM report.quote WHERE words LIKE 'Le quai%'") == [("Nadia Alami",)]
    state(decided)


CORRECTION = {
    "decision": "correction",
    "subject": "article",
    "article": "00000000-0000-0000-0000-00000000000a",
    "anchor": "",
    "field": "section",
    "verdict": "corrected",
    "value": "Ports",
    "reason": "a",
    "by": None,
    "at": "2024-01-01T00:00:00Z",
}
JUDGEMENT = {
    "decision": "judgement",
    "kind": "person",
    "names": ["a b", "c d"],
    "verdict": "same",
    "reason": None,
    "at": "2024-01-01T00:00:00Z",
}
TAKEDOWN = {
    "decision": "takedown",
    "kind": "person",
    "key": "0a" * 32,
    "words": 2,
    "verdict": "suppressed",
    "reason": "a",
    "by": None,
    "at": "2024-01-01T00:00:00Z",
}


def test_lines_by_hand_that_an_export_could_have_written_are_taken_in(decided: Engine) -> None:
    content = "".join(f"{json.dumps(entry)}\n" for entry in (CORRECTION, JUDGEMENT, TAKEDOWN))
    assert import_decisions(decided, content, name="decisions.jsonl").added == 3


def test_takedown_of_an_article_that_is_not_loaded_takes_its_corrections(decided: Engine) -> None:
    before = rows(decided, "SELECT number FROM newsdb.correction ORDER BY number")
    import_decisions(decided, json.dumps(CORRECTION), name="decisions.jsonl")
    assert suppress(decided, "article", str(CORRECTION["article"]), reason="court order 13").decisions == 1
    assert rows(decided, "SELECT number FROM newsdb.correction ORDER BY number") == before


def test_import_counts_what_takedowns_withhold(decided: Engine) -> None:
    """Whatever part of a decision names somebody, or if it is about an article that is gone."""
    suppress(decided, "person", "Omar Tazi", reason="request 8")
    ((gone,),) = rows(decided, "SELECT key FROM newsdb.suppression WHERE kind = 'article'")
    withheld = [
        *({**CORRECTION, **named} for named in ({"value": "Omar Tazi"}, {"field": "authors", "by": "Omar Tazi"})),
        {**CORRECTION, "field": "language", "value": "fr", "reason": "so says Tazi Omar"},
        {**CORRECTION, "subject": "quote", "field": "speaker", "anchor": "omar tazi est ici"},
        {**CORRECTION, "article": gone},
        {**JUDGEMENT, "names": ["karim naciri", "omar tazi"]},
        {**JUDGEMENT, "names": ["karim naciri", f"omar tazi@{gone}"]},
        {**JUDGEMENT, "reason": "Omar Tazi says so"},
    ]
    content = "".join(f"{json.dumps(entry)}\n" for entry in withheld)
    before = [rows(decided, f"SELECT count(*) FROM {table}") for table in DECIDED]
    done = import_decisions(decided, content, name="decisions.jsonl")
    assert (done.added, done.withheld) == (0, len(withheld))
    assert [rows(decided, f"SELECT count(*) FROM {table}") for table in DECIDED] == before


@pytest.mark.parametrize(
    "line",
    [
        "not JSON",
        "[]",
        '{"decision": "opinion"}',
        *(
            json.dumps({**entry, **edited})
            for entry, edits in (
                (
                    CORRECTION,
                    [
                        {"field": "published_on", "value": "soon"},
                        {"field": "headline", "value": None},
                        {"value": "unknown"},
                        {"field": "title", "verdict": "undone", "value": None},
                        {"verdict": "undone"},
                        {"article": CORRECTION["article"].upper()},
                        {"anchor": "of a quote"},
                        {"subject": "quote", "field": "kind", "value": "direct"},
                        {"subject": "quote", "field": "kind", "value": "direct", "anchor": 5},
                    ],
                ),
                (
                    JUDGEMENT,
                    [
                        {"names": [1, 2]},
                        {"names": ["c d", "a b"]},
                        {"names": ["", "a b"]},
                        {"names": ["a b", "c d", "e f"]},
                        {"kind": "outlet"},
                    ],
                ),
                (
                    TAKEDOWN,
                    [
                        {"key": "xyz"},
                        {"key": "0a" * 31},
                        {"words": None},
                        {"words": 1},
                        {"words": "2"},
                        {"kind": "file"},
                        {"kind": "outlet", "words": None},
                        {"kind": "article", "words": None},
                    ],
                ),
            )
            for edited in edits
        ),
    ],
)
def test_line_that_is_no_decision_is_named_and_nothing_is_taken_in(decided: Engine, line: str) -> None:
    before = [rows(decided, f"SELECT count(*) FROM {table}") for table in DECIDED]
    with pytest.raises(WrongDecision, match=r"decisions\.jsonl:7"):
        import_decisions(decided, f"{exported(decided)}{line}\n", name="decisions.jsonl")
    assert [rows(decided, f"SELECT count(*) FROM {table}") for table in DECIDED] == before


def test_takedown_of_a_file_and_a_correction_of_its_article_are_taken_in_together_wherever(
    decided: Engine, paths: list[Path]
) -> None:
    """A correction that somebody imported after the takedown, in a database that holds the article still."""
    correction = next(line for line in exported(decided).splitlines() if '"published_on"' in line)
    suppress(decided, "file", str(paths[2]), reason="request 8")
    assert import_decisions(decided, correction, name="older.jsonl").added == 1
    content = exported(decided)
    forget_all(decided)
    forget_decisions(decided)
    load(decided, paths)
    done = import_decisions(decided, content, name="decisions.jsonl")
    assert (done.added, done.articles) == (len(content.splitlines()), 2)
    assert exported(decided) == content
    again = import_decisions(decided, content, name="decisions.jsonl")
    assert (again.added, again.changed, again.unchanged) == (0, 0, len(content.splitlines()))


def test_correction_from_before_the_takedown_of_a_file_holds_for_another_capture_whenever_that_comes(
    engine: Engine, paths: list[Path]
) -> None:
    short, long = paths[:2]
    load(engine, [short])
    correct(engine, "article", article_id(engine, MARKET), "section", "Villes", reason="misprint")
    content = exported(engine)
    assert suppress(engine, "file", str(short), reason="not ours to keep").decisions == 1
    states = set()
    for order in permutations(("load", "import")):
        for step in order:
            if step == "load":
                assert load(engine, [short, long]).inserted == 1
            else:
                assert import_decisions(engine, content, name="older.jsonl").added == 1
        assert rows(engine, "SELECT section FROM newsdb.article") == [("Villes",)]
        states.add(state(engine))
        forget_all(engine)
        with engine.begin() as connection:
            connection.execute(text("TRUNCATE newsdb.correction"))
    assert len(states) == 1


@pytest.mark.parametrize("end_of_line", ["\u0085", "\u2028", "\u2029", "\v", "\f", "\r\n"])
def test_reason_with_what_ends_lines_elsewhere_is_exported_and_imported(decided: Engine, end_of_line: str) -> None:
    reason = f"seen in print{end_of_line}on page 3"
    judge(decided, "same", "Karim Naciri", "Salma Idrissi", reason=reason)
    content = exported(decided)
    forget_decisions(decided)
    assert import_decisions(decided, content, name="decisions.jsonl").added == 7
    assert exported(decided) == content


@pytest.mark.parametrize(("before", "end"), [("\ufeff", "\n"), ("", "\r\n"), ("\n", "\n\n")])
def test_file_that_an_editor_has_saved_its_own_way_says_the_same(decided: Engine, before: str, end: str) -> None:
    content = before + exported(decided).replace("\n", end)
    assert import_decisions(decided, content, name="decisions.jsonl").unchanged == 6


def test_line_that_stands_twice_is_one_decision(decided: Engine) -> None:
    content = exported(decided)
    forget_decisions(decided)
    later = content.splitlines()[0].replace('"at": "20', '"at": "19')
    assert import_decisions(decided, f"{content}{later}\n", name="decisions.jsonl").added == 6
    assert exported(decided) == content
