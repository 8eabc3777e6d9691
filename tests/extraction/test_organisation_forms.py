"""Organisations by their forms in print: firms without legal form, newspapers, clubs, ensembles, long names."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, surfaces


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Un analyste de chez Médina Capital parle.", ["Médina Capital"]),
        ("Le fonds Kasbah Ventures et le cabinet Ernwick & Cole ont signé.", ["Kasbah Ventures", "Ernwick & Cole"]),
        ("Il a parlé au micro de Stade 2M.", ["Stade 2M"]),
        ("Le cabinet d'avocats Barzane & Associés conseille le port.", ["Barzane & Associés"]),
        ("L'entreprise de BTP Atlas Construction a signé.", ["Atlas Construction"]),
        ("J'ai appelé la société de gestion, Gestimmo Barzane.", ["Gestimmo Barzane"]),
        ("Une ancienne de Lumex Afrique du Nord, filiale de Lumex, arrive.", ["Lumex Afrique du Nord"]),
        ("Il a quitté la banque Zitan pour le groupe Holvar.", ["Zitan", "Holvar"]),
        ("La patronne de Confection du Détroit est là.", ["Confection du Détroit"]),
        ("Le groupe Holvar et Zitan sont cités.", ["Holvar", "Zitan"]),
        ("Avocats sans frontières suivra le procès.", ["Avocats sans frontières"]),
        ("Il a cofondé Route Verte en mai.", ["Route Verte"]),
        ("Le livre paraît aux éditions du Môle.", ["Éditions du Môle"]),
    ],
)
def test_firms_without_legal_form(text: str, names: list[str]) -> None:
    assert organisations(cast_of(text)) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« Le pain », titre Le Courrier des Hauts, qui enquête.", "Le Courrier des Hauts"),
        ("A Paris, enfin, L'Hebdo des Deux Rives consacre sa une au blé.", "L'Hebdo des Deux Rives"),
        ("L'Echo des Aurès donne la parole aux éleveurs.", "L'Echo des Aurès"),
        ("Le Quotidien du Littoral titre sur le mouton.", "Le Quotidien du Littoral"),
        ("Dans un entretien au Courrier de l'Est, il dénonce.", "Courrier de l'Est"),
        ("Elle répond aux questions de L'Économie du Jour.", "L'Économie du Jour"),
    ],
)
def test_newspapers_that_no_list_knows(text: str, name: str) -> None:
    assert organisations(cast_of(text)) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le joueur du Stade Bizertin est blessé.", "Stade Bizertin"),
        ("Il a été formé au Croissant de Safi.", "Croissant de Safi"),
        ("L'orchestre Nassim Al Andalous entamait son air.", "Nassim Al Andalous"),
        ("La troupe Feux de bois a joué.", "Feux de bois"),
        ("C'est l'association de microfinance Yed Fi Yed qui a prêté.", "Yed Fi Yed"),
        ("L'association Lire au Sud a signé.", "Lire au Sud"),
        ("Le collectif Mères du rivage a signé.", "Mères du rivage"),
        ("L'ONG Terre d'Ifriqiya a signé.", "Terre d'Ifriqiya"),
        ("La chambre des femmes entrepreneures de Bizerte proteste.", "Chambre des femmes entrepreneures de Bizerte"),
        ("Il préside la Chambre des grossistes répartiteurs.", "Chambre des grossistes répartiteurs"),
        ("Le Centre de recherche sur les régions arides alerte.", "Centre de recherche sur les régions arides"),
        ("L'Institut des politiques publiques écrit que tout va.", "Institut des politiques publiques"),
        ("Le Département des Bouches-du-Rhône a voté.", "Département des Bouches-du-Rhône"),
        ("La députée Lamia Fassi, du groupe de l'Alternative verte, vote.", "Groupe de l'Alternative verte"),
    ],
)
def test_clubs_ensembles_and_bodies_with_long_names(text: str, name: str) -> None:
    assert organisations(cast_of(text)) == [name]


@pytest.mark.parametrize(
    "lines",
    [
        ("LE QUESTIONNAIRE EXPRESS",),
        ("Il sera samedi au Théâtre Mohammed V de Rabat.",),
        ("A vingt ans, la Meknassie devient pilote.",),
        ("L'inspecteur d'académie Karim Tazi a parlé.",),
        ("Les obligations du Trésor montent.",),
        ("Le MASI recule.",),
        ("La présidente du Conseil d'Administration, Lamia Fassi, a parlé.",),
        ("La chambre de Walid donne sur la cour.",),
    ],
)
def test_what_only_looks_like_an_organisation(lines: tuple[str, ...]) -> None:
    assert organisations(cast_of(*lines)) == []


def test_a_hospital_by_its_noun_is_the_one_named() -> None:
    cast = cast_of("Le CHU Ibn Zohr de Safi manque de lits.", "Les médecins du CHU protestent.")
    assert surfaces(cast, "CHU Ibn Zohr de Safi") == ["CHU Ibn Zohr de Safi", "CHU"]


def test_an_acronym_may_pass_over_one_word() -> None:
    cast = cast_of("L'ORSPA a alerté.", "L'Office régional de sécurité sanitaire des produits animaux enquête.")
    assert len(organisations(cast)) == 1


def test_a_brigade_is_one_body() -> None:
    cast = cast_of("La brigade de gendarmerie de Safi enquête.")
    assert organisations(cast) == ["Brigade de gendarmerie de Safi"]
