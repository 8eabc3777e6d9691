"""Names of bodies in full: what joins two or one, clubs of another land, villages, common nouns with a place."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, roles


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("L'Agence du bois et du CRX de Safi recrutent.", ["Agence du bois", "CRX"]),
        ("Il dépend du Fonds d'appui et du Fonds bleu pour le lac.", ["Fonds d'appui", "Fonds bleu pour le lac"]),
        ("L'Agence forestière et de protection de Safi recrute.", ["Agence forestière et de protection de Safi"]),
        ("Le Mouvement citoyen pour la lagune appelle au vote.", ["Mouvement citoyen pour la lagune"]),
        ("Il joue au club saoudien d'Al-Nakhil.", ["Al-Nakhil"]),
        ("Elle travaille chez Tissages de l'Atlas depuis mars.", ["Tissages de l'Atlas"]),
        ("Le comité de village de Tafraout a signé.", ["Comité de village de Tafraout"]),
        ("L'APC d'Aït Ourir a signé.", ["APC d'Aït Ourir"]),
        ("Elle dirige la coopérative Tafraout.", ["Coopérative Tafraout"]),
        ("Elle dirige la coopérative Zorvita.", ["Zorvita"]),
        ("L'établissement public hospitalier Omar Tazi recrute.", ["Établissement public hospitalier Omar Tazi"]),
    ],
)  # fmt: skip
def test_a_body_is_named_with_all_that_is_its_own(text: str, names: list[str]) -> None:
    assert organisations(cast_of(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "Le décret a paru au Journal officiel.",
        "Mouvement judiciaire : cent magistrats mutés.",
        "Le Mouvement diplomatique attendu a eu lieu.",
    ],
)
def test_a_gazette_and_a_round_of_postings_are_no_bodies(text: str) -> None:
    assert organisations(cast_of(text)) == []


def test_who_presides_a_borough_holds_the_office_in_it() -> None:
    cast = cast_of("Le président de l'arrondissement de Zorva, Karim Tazi, se tait.")
    assert roles(cast) == [("Karim Tazi", "président", "Arrondissement de Zorva")]
    assert organisations(cast_of("Il habite l'arrondissement de Zorva.")) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Karim Tazi, ambassadeur de Sa Majesté le Roi au Canada, part.", "ambassadeur de Sa Majesté le Roi au Canada"),
        ("L'ambassadrice de SM le Roi en Espagne, Lamia Fassi, part.", "ambassadrice de SM le Roi en Espagne"),
        ("Fondateur de Zorva et créateur de « Fikra », le jeune Karim Tazi part.", "Fondateur"),
        ("Élue députée du Mouvement Nour à l'Assemblée nationale en 2011, Lamia Fassi part.", "députée"),
    ],
)
def test_a_title_goes_as_far_as_it_is_printed(text: str, title: str) -> None:
    assert roles(cast_of(text))[0][1] == title
