"""What ends a title or stands beside it: callings, occasions, postings; and whose a title is that others stand near."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people, roles, surfaces


@pytest.mark.parametrize("calling", ["de métier", "de profession", "de son état", "de carrière"])
def test_a_calling_is_no_word_of_the_title(calling: str) -> None:
    assert [r[:2] for r in roles(cast_of(f"Karim Tazi, comptable {calling}, se tait."))] == [
        ("Karim Tazi", "comptable")
    ]


@pytest.mark.parametrize("occasion", ["au cours d'un débat", "au micro d'une radio", "au sortir de la salle"])
def test_where_somebody_of_a_trade_speaks_is_no_word_of_the_title(occasion: str) -> None:
    assert [r[1] for r in roles(cast_of(f"Karim Tazi part. « On verra », dit le chirurgien {occasion}."))] == [
        "chirurgien"
    ]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("correspondante en Tunisie de Médecins sans frontières", "correspondante en Tunisie"),
        ("coordinatrice au Mali de Médecins sans frontières", "coordinatrice au Mali"),
    ],
)
def test_the_land_of_a_posting_may_stand_before_the_body(title: str, role: str) -> None:
    assert roles(cast_of(f"Lamia Fassi, {title}, se tait.")) == [("Lamia Fassi", role, "Médecins sans frontières")]


@pytest.mark.parametrize("noun", ["gouverneur", "wali", "ancien gouverneur"])
def test_the_prefecture_behind_who_rules_it_is_a_territory(noun: str) -> None:
    cast = cast_of(f"Karim Tazi, {noun} de la préfecture de Salé, se tait.")
    assert roles(cast) == [("Karim Tazi", f"{noun} de la préfecture de Salé", None)]
    assert organisations(cast) == []
    assert organisations(cast_of("La préfecture de Salé a fermé la route.")) == ["Préfecture de Salé"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Karim Tazi, que le Roi a bien voulu nommer wali de Safi, prête serment.", ("Karim Tazi", "wali de Safi")),
        ("Karim Tazi, que le conseil a élu président, se tait.", ("Karim Tazi", "président")),
        ("Lamia Fassi, que Karim Tazi avait nommée trésorière, part.", ("Lamia Fassi", "trésorière")),
        (
            "Karim Tazi, que le Roi Hassan II, que Dieu ait son âme, avait nommé pacha, est mort.",
            ("Karim Tazi", "pacha"),
        ),
        (
            "Dans une lettre à sa fille, Lamia Fassi, le maire de Safi, Karim Tazi, se tait.",
            ("Karim Tazi", "maire de Safi"),
        ),
        ("Jusqu'ici trésorier, Karim Tazi devient président.", ("Karim Tazi", "trésorier")),
    ],
)
def test_a_title_is_of_whom_the_clause_is_about(text: str, role: tuple[str, str]) -> None:
    found = [r[:2] for r in roles(cast_of(text))]
    assert role in found
    assert [r for r in found if r[1] == role[1]] == [role]


def test_a_title_in_front_is_not_of_somebody_behind_another_subject() -> None:
    text = "Candidate du Sud, l'ancienne nageuse l'emporte par dix voix sur son rival, Karim Tazi."
    assert roles(cast_of(text)) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Mehdi Berkane part. Jusqu'ici trésorier, Berkane se tait.", ["Mehdi Berkane", "Berkane"]),
        ("Mehdi Berkane part. « Oui », dit Berkane.", ["Mehdi Berkane", "Berkane"]),
        ("Mehdi Berkane part. Il dort à Berkane.", ["Mehdi Berkane"]),
        ("Mehdi Berkane part.\nBerkane (MAP) – Il pleut.", ["Mehdi Berkane"]),
    ],
)
def test_a_town_is_the_surname_of_whoever_acts(text: str, printed: list[str]) -> None:
    assert surfaces(cast_of(*text.split("\n")), "Mehdi Berkane") == printed


def test_a_surname_may_be_the_adjective_of_a_region() -> None:
    assert people(cast_of("Omar Doukkali Tazi part. Doukkali Tazi y avait joué.")) == ["Omar Doukkali Tazi"]
    assert surfaces(cast_of("Omar Doukkali Tazi part. Doukkali Tazi y jouait."), "Omar Doukkali Tazi")[1:] == [
        "Doukkali Tazi"
    ]


def test_the_number_of_a_king_ends_a_sentence() -> None:
    cast = cast_of("Il est à l'hôpital militaire d'instruction Mohammed V. Ses amis dorment.")
    assert (people(cast), organisations(cast)) == ([], ["Hôpital militaire d'instruction Mohammed V"])


def test_an_association_goes_by_its_hope_and_not_by_its_town() -> None:
    assert organisations(cast_of("L'association Espoir à Tiznit recrute.")) == ["Espoir"]
