"""Bodies that go on behind a known name, that are called by less of theirs, and words that only look like bodies."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, surfaces


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le tour de table est mené par Al Mada Ventures.", ["Al Mada Ventures"]),
        ("BNP Paribas Asset Management se retire.", ["BNP Paribas Asset Management"]),
        ("Elle enseigne au CRMEF de Fès.", ["CRMEF de Fès"]),
        ("Le CFPA de Bouira forme des soudeurs.", ["CFPA de Bouira"]),
        ("Le président du Cercle des rameurs du lac proteste.", ["Cercle des rameurs du lac"]),
        ("Son essai paraît aux Presses du Détroit.", ["Presses du Détroit"]),
        (
            "La Fédération nationale du livre – Lumière (FNL-Lumière) proteste.",
            ["Fédération nationale du livre – Lumière"],
        ),
        ("L'élue du groupe Agir pour Safi proteste.", ["Agir pour Safi"]),
        ("Lamia Fassi (Watto) : « Rien n'est joué pour nous »", ["Watto"]),
        ("Diplômée de l'Isadac, elle joue.", ["Isadac"]),
        ("La commune de Safi a confié les travaux à une régie.", ["Commune de Safi"]),
        ("Elle est cheffe du service des eaux à la Commune de Safi.", ["Commune de Safi"]),
    ],
)
def test_a_body_is_named_as_far_as_its_name_goes(text: str, names: list[str]) -> None:
    assert organisations(cast_of(text)) == names


@pytest.mark.parametrize(
    ("lines", "name", "printed"),
    [
        (("L'Etoile de Radès a gagné.", "Avec l'ER, il a tout connu."), "Etoile de Radès", "ER"),
        (("Le Widad de Boufarik remonte.", "Le WB est troisième."), "Widad de Boufarik", "WB"),
        (("Il entraîne l'Etoile sportive de Radès.", "L'Etoile a payé."), "Etoile sportive de Radès", "Etoile"),
        (("La start-up Watto lève des fonds.", "Watto Tech recrute."), "Watto Tech", "Watto"),
    ],
)
def test_a_body_is_called_by_less_of_its_name(lines: tuple[str, ...], name: str, printed: str) -> None:
    cast = cast_of(*lines)
    assert organisations(cast) == [name]
    assert printed in surfaces(cast, name)


@pytest.mark.parametrize(
    "text",
    [
        "Crédit aux artisans : les banques hésitent.",
        "Conseil municipal : la piscine fermera deux ans.",
        "C'est le Google de la santé.",
        "On l'appelle la Netflix africaine.",
        "La Deglet Nour n'a pas souffert des pluies.",
        "La commune de Safi a connu un orage.",
        "Il vit dans la commune de Safi.",
    ],
)
def test_what_is_no_body(text: str) -> None:
    assert organisations(cast_of(text)) == []


def test_a_paper_heads_its_part_of_a_press_review_by_its_name_alone() -> None:
    lines = ("L'Economiste :", "Les ports souffrent.", "Al Massae :", "Un pont cède.", "Libération :", "Le bac tient.")
    assert organisations(cast_of("Revue de presse", *lines)) == ["L'Economiste", "Al Massae", "Libération"]


def test_a_common_word_with_a_colon_is_no_paper() -> None:
    assert organisations(cast_of("Réactions", "Libération :", "Le bac tient.", "Sanctions :", "Un pont cède.")) == []
