"""Several corrections of one article: what they make of it is the same in whatever order they were made."""

from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb.errors import WrongDecision
from newsdb.loading import correct, export_decisions, import_decisions, judge, load, undo_correction
from tests.loading.deciding import page, rows, state
from tests.seeds import forget_all

OPENING = "La directrice du port a présenté hier les travaux du quai devant la presse et les habitants."
QUAY = "« Le quai sera prolongé de cent mètres », a déclaré Salma Idrissi, présidente de l'Agence des ports du Sud."
LAMP = "« Le phare sera éteint pendant deux ans », a déclaré Nadia Alami, présidente de l'Office des phares."
NOISE = "« Le bruit des travaux nous inquiète », a déclaré Karim Naciri à la presse."
SPOKEN = "SELECT words, speaker FROM report.quote ORDER BY words"
HELD = "SELECT person, organisation FROM report.role_timeline WHERE title = 'présidente' ORDER BY organisation"


@pytest.fixture
def press(engine: Engine, tmp_path: Path) -> Engine:
    (tmp_path / "quay.txt").write_text(page("Le quai sera prolongé et le phare éteint", OPENING, QUAY, LAMP, NOISE))
    load(engine, [tmp_path])
    assert rows(engine, HELD) == [
        ("Salma Idrissi", "Agence des ports du Sud"),
        ("Nadia Alami", "Office des phares"),
    ]
    return engine


def speaks(engine: Engine, words: str, speaker: str) -> int:
    ((quote,),) = rows(engine, "SELECT quote_id::text FROM report.quote WHERE words LIKE :words", words=f"{words}%")
    return correct(engine, "quote", str(quote), "speaker", speaker, reason="heard on tape").number


def holds(engine: Engine, place: str, field: str, value: str) -> int:
    """Correct the role that is held there now."""
    query = "SELECT role_claim_id::text FROM report.role_timeline WHERE organisation = :place"
    ((role,),) = rows(engine, query, place=place)
    return correct(engine, "role", str(role), field, value, reason="in the bulletin").number


def taken_in_by_a_fresh_database(engine: Engine, folder: Path) -> str:
    """The state that a load makes of the same files after an import of the same decisions."""
    with engine.connect() as connection:
        decisions = export_decisions(connection)
    forget_all(engine)
    with engine.begin() as connection:
        connection.execute(text("TRUNCATE newsdb.correction"))
    import_decisions(engine, decisions, name="decisions.jsonl")
    load(engine, [folder])
    return state(engine)


SPEAKERS = (("Le quai", "Hind Berrada"), ("Le phare", "Berrada"), ("Le bruit", "Berrada"))


@pytest.mark.parametrize("order", list(permutations(SPEAKERS))[::2])
def test_surname_means_whom_another_correction_names_in_full(
    press: Engine, tmp_path: Path, order: tuple[tuple[str, str], ...]
) -> None:
    for words, speaker in order:
        speaks(press, words, speaker)
    assert [speaker for _, speaker in rows(press, SPOKEN)] == ["Hind Berrada"] * 3
    corrected = state(press)
    assert taken_in_by_a_fresh_database(press, tmp_path) == corrected


def test_two_roles_change_their_holders(press: Engine, tmp_path: Path) -> None:
    """Both are found by whom the page gives them to, though the one has the holder of the other by then."""
    holds(press, "Agence des ports du Sud", "person", "Nadia Alami")
    holds(press, "Office des phares", "person", "Salma Idrissi")
    assert rows(press, HELD) == [
        ("Nadia Alami", "Agence des ports du Sud"),
        ("Salma Idrissi", "Office des phares"),
    ]
    corrected = state(press)
    assert taken_in_by_a_fresh_database(press, tmp_path) == corrected


@pytest.mark.parametrize(
    ("place", "others"),
    [("Agence des ports du Sud", "Office des phares"), ("Office des phares", "Agence des ports du Sud")],
)
def test_of_two_roles_that_one_now_holds_each_is_corrected_alone(press: Engine, place: str, others: str) -> None:
    holds(press, "Agence des ports du Sud", "person", "Nadia Alami")
    holds(press, place, "organisation", "Office des sémaphores")
    assert sorted(rows(press, HELD)) == [("Nadia Alami", name) for name in sorted((others, "Office des sémaphores"))]


def test_correction_of_a_holder_that_was_taken_back_misleads_no_later_one(press: Engine) -> None:
    number = holds(press, "Agence des ports du Sud", "person", "Nadia Alami")
    undo_correction(press, number, reason="it was right")
    holds(press, "Office des phares", "organisation", "Office des sémaphores")
    assert rows(press, HELD) == [
        ("Salma Idrissi", "Agence des ports du Sud"),
        ("Nadia Alami", "Office des sémaphores"),
    ]


def test_role_stays_with_whom_a_correction_confirms(press: Engine) -> None:
    before = rows(press, HELD)
    holds(press, "Agence des ports du Sud", "person", "Salma Idrissi")
    assert rows(press, HELD) == before
    state(press)


def test_role_that_two_share_is_held_once_by_whom_a_correction_names(engine: Engine, tmp_path: Path) -> None:
    shared = "Les présidents Karim Naciri et Salma Idrissi ont signé hier la convention."
    (tmp_path / "quay.txt").write_text(page("Le quai sera prolongé et le phare éteint", shared), encoding="utf-8")
    load(engine, [tmp_path])
    held = "SELECT person FROM report.role_timeline ORDER BY person"
    assert rows(engine, held) == [("Karim Naciri",), ("Salma Idrissi",)]
    query = "SELECT role_claim_id::text FROM report.role_timeline WHERE person = 'Karim Naciri'"
    ((role,),) = rows(engine, query)
    correct(engine, "role", str(role), "person", "Salma Idrissi", reason="in the bulletin")
    assert rows(engine, held) == [("Salma Idrissi",)]
    state(engine)


def test_surname_of_two_is_nobody_of_them(engine: Engine, tmp_path: Path) -> None:
    also = "« Le phare sera éteint », a déclaré Salma Naciri, présidente de l'Office des phares."
    (tmp_path / "quay.txt").write_text(page("Le quai sera prolongé et le phare éteint", NOISE, also), encoding="utf-8")
    load(engine, [tmp_path])
    speaks(engine, "Le phare", "Naciri")
    assert rows(engine, SPOKEN) == [
        ("Le bruit des travaux nous inquiète", "Karim Naciri"),
        ("Le phare sera éteint", "Naciri"),
    ]
    state(engine)


def test_person_whom_a_correction_brings_can_be_told_apart_from_a_namesake(press: Engine, tmp_path: Path) -> None:
    other = page("Une fête au port", "« La fête sera belle », a déclaré Hind Berrada, directrice du port.")
    (tmp_path / "other.txt").write_text(other, encoding="utf-8")
    load(press, [tmp_path])
    speaks(press, "Le bruit", "Hind Berrada")
    named = "SELECT count(*) FROM newsdb.person WHERE name = 'Hind Berrada'"
    assert rows(press, named) == [(1,)]
    ((article,),) = rows(press, "SELECT article_id::text FROM report.quote WHERE words LIKE 'Le bruit%'")
    judge(press, "different", "Hind Berrada", f"Hind Berrada@{article}")
    assert rows(press, named) == [(2,)]
    state(press)


def test_acronym_in_a_correction_is_of_the_body_that_the_article_spells_out(engine: Engine, tmp_path: Path) -> None:
    for name, body in {
        "one": "L'Agence des ports du Sud (APS)",
        "two": "L'Association des pêcheurs du Souss (APS)",
    }.items():
        content = page(f"Le quai numéro {name} sera prolongé", f"{body} a présenté son plan.", NOISE)
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
    load(engine, [tmp_path])
    query = "SELECT quote_id::text FROM report.quote WHERE headline LIKE '%one%'"
    ((quote,),) = rows(engine, query)
    correct(engine, "quote", str(quote), "speaker", "organisation:APS", reason="heard on tape")
    assert rows(engine, "SELECT speaker FROM report.quote WHERE headline LIKE '%one%'") == [
        ("Agence des ports du Sud",)
    ]
    state(engine)


def test_role_that_was_moved_by_a_surname_is_found_for_the_next_correction(press: Engine, tmp_path: Path) -> None:
    holds(press, "Agence des ports du Sud", "person", "Naciri")
    holds(press, "Agence des ports du Sud", "valid_from", "2020")
    since = "SELECT extract(year FROM valid_from)::integer FROM newsdb.role_claim WHERE valid_from IS NOT NULL"
    assert rows(press, since) == [(2020,)]
    corrected = state(press)
    assert taken_in_by_a_fresh_database(press, tmp_path) == corrected


def test_two_who_share_a_title_change_places_and_both_keep_it(engine: Engine, tmp_path: Path) -> None:
    shared = "Les présidents Karim Naciri et Salma Idrissi ont signé hier la convention."
    (tmp_path / "quay.txt").write_text(page("Le quai sera prolongé et le phare éteint", shared), encoding="utf-8")
    load(engine, [tmp_path])
    roles = dict(rows(engine, "SELECT person, role_claim_id::text FROM report.role_timeline"))
    correct(engine, "role", str(roles["Karim Naciri"]), "person", "Hind Berrada", reason="in the bulletin")
    correct(engine, "role", str(roles["Salma Idrissi"]), "person", "Karim Naciri", reason="in the bulletin")
    held = [person for (person,) in rows(engine, "SELECT person FROM report.role_timeline ORDER BY person")]
    assert held == ["Hind Berrada", "Karim Naciri"]
    corrected = state(engine)
    assert taken_in_by_a_fresh_database(engine, tmp_path) == corrected


@pytest.mark.parametrize("authors", ["Berrada", "Hind Berrada", "Berrada; Idrissi; Salmi"])
def test_author_is_the_person_whom_another_correction_brings(press: Engine, authors: str) -> None:
    ((article,),) = rows(press, "SELECT article_id::text FROM report.article")
    correct(press, "article", str(article), "authors", authors, reason="on the cover")
    speaks(press, "Le quai", "Hind Berrada")
    signed = "SELECT p.name FROM newsdb.article_author AS a JOIN newsdb.person_name AS p ON p.id = a.person_name_id"
    assert ("Hind Berrada",) in rows(press, signed)
    state(press)


def quay_role(engine: Engine) -> str:
    query = "SELECT role_claim_id::text FROM report.role_timeline WHERE person = 'Salma Idrissi'"
    ((role,),) = rows(engine, query)
    return str(role)


def test_role_that_would_end_before_it_begins_is_refused_with_what_is_in_the_way(press: Engine) -> None:
    correct(press, "role", quay_role(press), "valid_from", "2020", reason="on record")
    with pytest.raises(WrongDecision, match=r"its valid_from is 2020-01-01; correct its valid_from first"):
        correct(press, "role", quay_role(press), "valid_to", "2019-12", reason="on record")
    correct(press, "role", quay_role(press), "valid_from", "unknown", reason="on record")
    assert correct(press, "role", quay_role(press), "valid_to", "2019-12", reason="on record").number == 3


def test_tenure_turned_around_by_decisions_of_two_files_keeps_no_article_out(press: Engine, tmp_path: Path) -> None:
    """Each is right where it was made; here the end, which is put in last, leaves no beginning."""
    content = {}
    for field, year in (("valid_from", "2020"), ("valid_to", "2019")):
        number = correct(press, "role", quay_role(press), field, year, reason="on record").number
        with press.connect() as connection:
            content[field] = export_decisions(connection)
        undo_correction(press, number, reason="elsewhere")
    states = set()
    for order in permutations(content):
        forget_all(press)
        with press.begin() as connection:
            connection.execute(text("TRUNCATE newsdb.correction"))
        for field in order:
            import_decisions(press, content[field].splitlines()[-1], name=f"{field}.jsonl")
        assert load(press, [tmp_path]).rejected == 0
        tenure = "SELECT valid_from, valid_to, valid_precision FROM newsdb.role_claim WHERE id = :id"
        assert rows(press, tenure, id=quay_role(press)) == [(None, date(2019, 1, 1), "year")]
        states.add(state(press))
    assert len(states) == 1
