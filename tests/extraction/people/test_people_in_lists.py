"""People told by what they stand among: plural civilities, lists of scorers, the name of a people, inner particles."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people, person


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le match est dirigé par MM. Sellam et Gourari.", ["Sellam", "Gourari"]),
        ("Arbitres : MM. Sellam, Gourari et Zemmour.", ["Sellam", "Gourari", "Zemmour"]),
        ("Mmes Sellam et Gourari siègent au jury.", ["Sellam", "Gourari"]),
        ("Les Mes Sellam et Gourari ont plaidé.", ["Sellam", "Gourari"]),
        ("Buts : Sellam (12e), Gourari (71e, 90e) et Zemmour (45'+1).", ["Sellam", "Gourari", "Zemmour"]),
        ("Avertissements : Sellam (33e) pour le club local.", ["Sellam"]),
        ("Il a invité le Sénégalais Mbagnick Ndoumbé.", ["Mbagnick Ndoumbé"]),
        ("Le prix revient à l'Ivoirienne Gbagra Zouzoua.", ["Gbagra Zouzoua"]),
        ("Ittou Nait Ali reçoit dans son atelier.", ["Ittou Nait Ali"]),
    ],
)
def test_people_among_others(text: str, names: list[str]) -> None:
    assert people(cast_of(text)) == names


def test_a_plural_civility_tells_the_gender_of_all() -> None:
    cast = cast_of("Mmes Sellam et Gourari siègent au jury.")
    assert [person(cast, name).gender for name in ("Sellam", "Gourari")] == ["f", "f"]


@pytest.mark.parametrize(
    "text",
    [
        "Au classement, Berkane (4e) précède Oujda (5e).",
        "Il vit à Lyon (3e) depuis dix ans.",
        "Mes Solutions et Services en ligne ont changé.",
        "Le sénégalais Baobab Énergie investit.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert people(cast_of(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Les ministres de l'Habitat et des Transports aux côtés des députés ont voté.",
        "Neuf commandes sur dix sont livrées à temps.",
        "L'usine est implantée à Tanger Automotive City.",
        "Il parle dans les allées du Gitex Africa.",
    ],
)
def test_no_body_is_named(text: str) -> None:
    assert organisations(cast_of(text)) == []


def test_an_orchestra_bears_its_adjective() -> None:
    assert organisations(cast_of("Le concert de l'Orchestre andalou de Tétouan est complet.")) == [
        "Orchestre andalou de Tétouan"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zemmour a ouvert le score avant la pause.", "Zemmour"),
        ("Sur penalty, Gourari trompe le gardien.", "Gourari"),
        ("Le club menait avant que Belkeddar n'égalise.", "Belkeddar"),
        ("Un but signé Nekkachi libère le stade.", "Nekkachi"),
    ],
)
def test_who_scores_is_a_player(text: str, name: str) -> None:
    assert people(cast_of(text)) == [name]


@pytest.mark.parametrize(
    "text", ["Le Chabab ouvre le score.", "Berkane a réduit l'écart.", "La Tazbi double la mise sur le solaire."]
)
def test_clubs_and_firms_score_as_well(text: str) -> None:
    assert people(cast_of(text)) == []


def test_a_shorter_form_is_of_whom_the_text_has_named() -> None:
    cast = cast_of(
        "Le peintre Ali Kacem Tahri est mort.", "Kacem Tahri avait cent ans.", "Sa fille, Salma Kacem Tahri, se tait."
    )
    assert people(cast) == ["Ali Kacem Tahri", "Salma Kacem Tahri"]


def test_the_noun_of_a_council_stands_for_the_one_that_is_named() -> None:
    cast = cast_of("Le président de l'APC de Mila signe.", "L'APC votera.")
    assert [(o.name, o.acronym, len(o.mentions)) for o in cast.organisations] == [("APC de Mila", None, 2)]


@pytest.mark.parametrize("name", ["Hapsatou Sy Sow Diallo", "Ndiémé Kane Ba"])
def test_an_unknown_given_name_before_known_surnames(name: str) -> None:
    cast = cast_of(f"{name} emploie dix personnes.")
    assert (people(cast), organisations(cast)) == ([name], [])
