"""People who are called by one name, by what honours them or by a short name, and words that only look so."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people, surfaces


@pytest.mark.parametrize(
    ("lines", "name", "printed"),
    [
        (("Nadir Belkacemi a chanté.", "Cheikh Nadir a salué la foule."), "Nadir Belkacemi", "Cheikh Nadir"),
        (("Mina Tazi, que la ville appelait Lalla Mina, est morte.",), "Mina Tazi", "Lalla Mina"),
        (("Hier, Si Karim a ri.", "Karim Belkacemi dirige le club."), "Karim Belkacemi", "Si Karim"),
        (("Seifeddine Tazi joue à Safi.", "Seif est un enfant du club."), "Seifeddine Tazi", "Seif"),
    ],
)
def test_a_name_of_respect_or_a_short_name_is_that_of_the_one_person(
    lines: tuple[str, ...], name: str, printed: str
) -> None:
    cast = cast_of(*lines)
    assert people(cast) == [name]
    assert printed in surfaces(cast, name)


@pytest.mark.parametrize("name", ["Na Tassadit", "Nna Fatma", "Dda Belkacem", "Cheikh Nadir"])
def test_a_name_of_respect_alone_names_somebody(name: str) -> None:
    assert people(cast_of(f"Hier, {name} a souri.")) == [name]


def test_a_woman_is_not_called_by_the_beginning_of_a_mans_name() -> None:
    assert people(cast_of("Seifeddine Tazi est là.", "Le frère de Seifeddine a appelé Sihem."))[0] == "Seifeddine Tazi"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Battus sur un coup franc de Ndiaye, les visiteurs protestent.", ["Ndiaye"]),
        ("Un but de Traoré-Fall a suffi.", ["Traoré-Fall"]),
        ("Le penalty de Laâbidi a tout changé.", ["Laâbidi"]),
        ("Le portier Loubnani a sauvé les siens.", ["Loubnani"]),
        ("Un but de Sochaux a suffi.", []),
    ],
)
def test_players_are_called_by_their_surname(text: str, names: list[str]) -> None:
    cast = cast_of(text)
    assert people(cast) == names
    assert organisations(cast) == []


@pytest.mark.parametrize(
    "text",
    [
        "De Settat à Ben Ahmed, le blé lève.",
        "Une vieille dame de Miliana ouvre sa porte.",
        "Le froid est le talon d'Achille du secteur.",
    ],
)
def test_towns_and_sayings_name_nobody(text: str) -> None:
    assert people(cast_of(text)) == []


@pytest.mark.parametrize(
    "told", [", de son vrai nom Nasreddine Souidi,", " (de son vrai nom Nasreddine Souidi)", ", né Nasreddine Souidi,"]
)
def test_a_real_name_is_that_of_who_goes_by_another(told: str) -> None:
    cast = cast_of(f"Le chanteur Cheb Nasro{told} est attendu à Nador.", "Cheb Nasro a refusé.")
    assert people(cast) == ["Cheb Nasro"]
    assert "Nasreddine Souidi" in surfaces(cast, "Cheb Nasro")
