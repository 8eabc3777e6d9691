"""A name that only people's decisions hold goes with its takedown, and no decision brings it back."""

from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb.errors import WrongDecision
from newsdb.integrity import verify
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
from tests.loading.deciding import article_id, page, rows, state, states_of_reloads
from tests.loading.test_takedowns import everything
from tests.seeds import forget_all

BRIDGE, TRAM = "Le pont de la ville rouvre", "Le tramway reprend son service"
OPENED = "« Le pont rouvre avec deux mois d'avance », a déclaré Omar Tazi, directeur général de la Banque Atlas."
RAILS = "« Le tramway roule à nouveau sur toute la ligne », a déclaré Hind Berrada, présidente de la Ligue des rails."
FOUND = {
    "article": "SELECT id::text FROM newsdb.article WHERE headline = 'Le pont de la ville rouvre'",
    "quote": "SELECT quote_id::text FROM report.quote WHERE words LIKE 'Le pont%'",
    "role": "SELECT r.id::text FROM newsdb.role_claim AS r JOIN newsdb.person_name AS n ON n.id = r.person_name_id"
    " WHERE n.name = 'Omar Tazi'",
}
# Wherever a correction can put a name: what is corrected, which field, and its value.
VALUES = [
    ("article", "headline", "Salma Idrissi parle du pont"),
    ("article", "outlet", "La Gazette de Salma Idrissi"),
    ("article", "authors", "Nadia Alami; IDRISSI Salma"),
    ("article", "section", "Salma Idrissi"),
    ("article", "canonical_url", "https://gazette.example/salma-idrissi-parle"),
    ("quote", "speaker", "Salma Idrissi"),
    ("quote", "speaker", "organisation:Fondation Salma Idrissi"),
    ("quote", "speaker", "described:la sœur de Salma Idrissi"),
    ("role", "person", "Salma Idrissi"),
    ("role", "organisation", "Fondation Salma Idrissi"),
]
by_value = pytest.mark.parametrize(("subject", "field", "value"), VALUES)


def write_press(folder: Path) -> list[Path]:
    for name, content in {"bridge.txt": page(BRIDGE, OPENED), "tram.txt": page(TRAM, RAILS)}.items():
        (folder / name).write_text(content, encoding="utf-8")
    return [folder / "bridge.txt", folder / "tram.txt"]


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    return write_press(tmp_path)


@pytest.fixture(scope="module")
def printed(
    administrator: Engine, template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """A database with the press, to be cloned for each test, and its state."""
    with temporary_database(administrator, template) as name:
        with engine_on(administrator, name) as engine:
            load(engine, write_press(tmp_path_factory.mktemp("press")))
            read = state(engine)
        yield name, read


@pytest.fixture
def press(administrator: Engine, printed: tuple[str, str]) -> Iterator[Engine]:
    with temporary_database(administrator, printed[0]) as name, engine_on(administrator, name) as engine:
        yield engine


@pytest.fixture
def read(printed: tuple[str, str]) -> str:
    """The state of the press as it was read, without any decision."""
    return printed[1]


def put_right(engine: Engine, subject: str, field: str, value: str, reason: str = "heard on tape") -> None:
    ((which,),) = rows(engine, FOUND[subject])
    correct(engine, subject, str(which), field, value, reason=reason)  # type: ignore[arg-type]


def exported(engine: Engine) -> str:
    with engine.connect() as connection:
        return export_decisions(connection)


def forget_decisions(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("TRUNCATE newsdb.correction, newsdb.suppression, newsdb.entity_judgement"))


@by_value
def test_correction_goes_with_the_takedown_of_whom_it_names_and_the_article_is_as_it_was_read(
    press: Engine, read: str, paths: list[Path], subject: str, field: str, value: str
) -> None:
    put_right(press, subject, field, value)
    done = suppress(press, "person", "Salma Idrissi", reason="request 7")
    assert (done.articles, done.files, done.decisions) == (0, 0, 1)
    assert "idrissi" not in everything(press).casefold()
    assert state(press) == read
    report = load(press, paths)
    assert (report.unchanged, report.rejected) == (2, 0)
    assert states_of_reloads(press, paths, [VALUES.index((subject, field, value)) % 2]) == {read}


@by_value
def test_correction_that_names_who_was_taken_down_is_refused(
    press: Engine, read: str, subject: str, field: str, value: str
) -> None:
    suppress(press, "person", "Salma Idrissi", reason="request 7")
    with pytest.raises(WrongDecision, match=r"somebody who was taken down.*newsdb unsuppress 1"):
        put_right(press, subject, field, value)
    assert "idrissi" not in everything(press).casefold()
    assert state(press) == read


def test_correction_is_taken_in_again_after_the_takedown_is_taken_back(press: Engine) -> None:
    put_right(press, "quote", "speaker", "Salma Idrissi")
    corrected, file = state(press), exported(press)
    (number,) = suppress(press, "person", "Salma Idrissi", reason="request 7").numbers
    unsuppress(press, number, reason="request withdrawn")
    assert import_decisions(press, file, name="decisions.jsonl").added == 1
    assert state(press) == corrected


@pytest.mark.parametrize("first", ["load", "import"])
@by_value
def test_file_that_holds_the_correction_and_the_takedown_gives_the_same_data_before_and_after_a_load(
    press: Engine, read: str, paths: list[Path], first: str, subject: str, field: str, value: str
) -> None:
    put_right(press, subject, field, value)
    correction = exported(press)
    suppress(press, "person", "Salma Idrissi", reason="request 7")
    both = exported(press) + correction
    forget_all(press)
    forget_decisions(press)
    for step in (first, *({"load", "import"} - {first})):
        if step == "load":
            load(press, paths)
        else:
            done = import_decisions(press, both, name="decisions.jsonl")
            assert (done.added, done.changed, done.unchanged, done.withheld) == (1, 0, 0, 1)
    assert state(press) == read
    assert "idrissi" not in everything(press).casefold()
    again = import_decisions(press, both, name="decisions.jsonl")
    assert (again.added, again.changed, again.unchanged, again.withheld) == (0, 0, 1, 1)


@pytest.mark.parametrize("order", list(permutations(("correction", "takedown", "load"))))
def test_files_with_one_decision_each_give_the_same_data_in_every_order(
    press: Engine, read: str, paths: list[Path], order: tuple[str, ...]
) -> None:
    put_right(press, "role", "person", "Salma Idrissi")
    files = {"correction": exported(press)}
    suppress(press, "person", "Salma Idrissi", reason="request 7")
    files["takedown"] = exported(press)
    forget_all(press)
    forget_decisions(press)
    for step in order:
        load(press, paths) if step == "load" else import_decisions(press, files[step], name=step)
    assert state(press) == read
    assert exported(press) == files["takedown"]


def test_of_several_decisions_about_one_field_the_last_decides_what_is_left(press: Engine) -> None:
    for name in ("Nadia Alami", "Salma Idrissi"):
        put_right(press, "article", "authors", name)
        put_right(press, "article", "section", "Salma Idrissi" if name == "Nadia Alami" else "Ponts")
    suppress(press, "person", "Salma Idrissi", reason="request 7")
    assert rows(press, "SELECT field, value FROM newsdb.correction") == [("section", "Ponts")]
    assert rows(press, "SELECT section FROM newsdb.article WHERE headline = :it", it=BRIDGE) == [("Ponts",)]
    state(press)


def test_correction_that_was_taken_back_does_not_return_where_the_reason_named_somebody(
    press: Engine, read: str
) -> None:
    put_right(press, "article", "section", "Ponts")
    undo_correction(press, 1, reason="Salma Idrissi says so")
    suppress(press, "person", "Salma Idrissi", reason="request 7")
    assert rows(press, "SELECT FROM newsdb.correction") == []
    assert state(press) == read


def test_judgement_goes_whose_reason_names_who_is_taken_down_and_its_names_are_read_anew(
    press: Engine, read: str
) -> None:
    judge(press, "same", "Omar Tazi", "Hind Berrada", reason="so says Salma Idrissi")
    assert state(press) != read
    file = exported(press)
    suppress(press, "person", "Salma Idrissi", reason="request 7")
    assert "idrissi" not in everything(press).casefold()
    assert state(press) == read
    assert import_decisions(press, file, name="decisions.jsonl").withheld == 1
    assert state(press) == read


DECIDE: dict[str, Callable[[Engine, str, str | None], object]] = {
    "correct": lambda engine, reason, by: correct(
        engine, "article", article_id(engine, BRIDGE), "section", "Ponts", reason=reason, by=by
    ),
    "undo": lambda engine, reason, by: undo_correction(engine, 1, reason=reason, by=by),
    "suppress": lambda engine, reason, by: suppress(engine, "file", "tram.txt", reason=reason, by=by),
    "unsuppress": lambda engine, reason, by: unsuppress(engine, 2, reason=reason, by=by),
}


@pytest.mark.parametrize("decision", DECIDE)
@pytest.mark.parametrize(("reason", "by"), [("Salma Idrissi phoned", None), ("why", "Salma Idrissi")])
def test_reason_and_author_of_a_decision_name_nobody_who_was_taken_down(
    press: Engine, decision: str, reason: str, by: str | None
) -> None:
    put_right(press, "article", "section", "Villes")
    suppress(press, "person", "Salma Idrissi", reason="request 7")
    suppress(press, "person", "Rachid Alaoui", reason="request 8")
    before = exported(press)
    with pytest.raises(WrongDecision, match="somebody who was taken down"):
        DECIDE[decision](press, reason, by)
    assert exported(press) == before


def test_reason_of_a_judgement_names_nobody_who_was_taken_down(press: Engine) -> None:
    suppress(press, "person", "Salma Idrissi", reason="request 7")
    with pytest.raises(WrongDecision, match="somebody who was taken down"):
        judge(press, "same", "Omar Tazi", "Hind Berrada", reason="so says Salma Idrissi")


def test_takedown_whose_own_reason_names_the_person_is_refused_and_nothing_is_taken_down(press: Engine) -> None:
    before = everything(press)
    with pytest.raises(WrongDecision, match=r"the reason.*name nobody"):
        suppress(press, "person", "Omar Tazi", reason="asked by Omar Tazi")
    assert everything(press) == before


def test_verify_finds_a_correction_that_names_who_was_taken_down(press: Engine) -> None:
    put_right(press, "article", "section", "Salma Idrissi")
    key, words = rows(press, "SELECT encode(sha256('idrissi salma'), 'hex'), 2")[0]
    with press.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO newsdb.suppression VALUES (newsdb.key_id('suppression', '1'), 1, 'person', :key, :words,"
                " 'suppressed', 'why', NULL, now())"
            ),
            {"key": key, "words": words},
        )
    with press.connect() as connection:
        found = verify(connection)
    # The article holds what it was corrected to.
    assert sorted(violation.table for violation in found) == ["correction", "source_file"]
    assert all(violation.promise == "decisions" and "taken down" in violation.what for violation in found)
