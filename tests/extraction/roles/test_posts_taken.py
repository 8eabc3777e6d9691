"""Who takes a post: words between the parts of the verb, and titles behind "comme", "au poste de", "en qualité d'"."""

import pytest

from tests.extraction.cast_of import cast_of, people, roles


@pytest.mark.parametrize(
    "text",
    [
        "Karim Tazi a, quant à lui, été nommé directeur régional.",
        "Karim Tazi est, pour sa part, devenu directeur régional.",
        "Karim Tazi, de son côté, a été promu directeur régional.",
        "Karim Tazi, lui, a été désigné directeur régional.",
        "Karim Tazi en devient directeur régional.",
        "Karim Tazi en est directeur régional.",
        "Karim Tazi a été installé dans ses nouvelles fonctions de directeur régional.",
        "Karim Tazi est maintenu au poste de directeur régional.",
    ],
)
def test_what_stands_inside_the_verb_parts_no_subject_from_the_title(text: str) -> None:
    assert roles(cast_of(text)) == [("Karim Tazi", "directeur régional", None)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Karim Tazi est nommé directeur des achats ; et Lamia Fassi, au poste de trésorière.",
            [("Karim Tazi", "directeur des achats"), ("Lamia Fassi", "trésorière")],
        ),
        ("Karim Tazi reste wali, et Lamia Fassi est reconduite comme doyenne.", [("Lamia Fassi", "doyenne")]),
        (
            "Salma Rahmouni part, et Lamia Fassi a été recrutée en qualité d'intendante.",
            [("Lamia Fassi", "intendante")],
        ),
        ("Le club accueille Karim Tazi en qualité d'entraîneur.", [("Karim Tazi", "entraîneur")]),
        ("Lamia Fassi succède à Karim Tazi au poste d'intendante.", []),
    ],
)
def test_a_title_behind_as_is_the_subject_of_its_clause(text: str, held: list[tuple[str, str]]) -> None:
    assert set(held) <= {role[:2] for role in roles(cast_of(text))}
    assert held or roles(cast_of(text)) == []


@pytest.mark.parametrize("title", ["directrice", "PDG", "fondatrice et PDG"])
def test_the_firm_that_a_title_names_holds_no_title_itself(title: str) -> None:
    cast = cast_of(f"Pour Lamia Fassi, {title} de Zorvato, le commerçant de quartier attend.")
    assert people(cast) == ["Lamia Fassi"]
