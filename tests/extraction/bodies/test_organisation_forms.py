"""Organisations by their forms in print: firms without legal form, newspapers, clubs, ensembles, long names."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, surfaces


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Une juriste de chez Rempart Finance parle.", ["Rempart Finance"]),
        ("Le fonds Phare Ventures et le cabinet Ernwick & Cole ont signé.", ["Phare Ventures", "Ernwick & Cole"]),
        ("Elle a chanté au micro de Port FM.", ["Port FM"]),
        ("Le cabinet d'avocats Barzane & Associés conseille le port.", ["Barzane & Associés"]),
        ("L'entreprise de BTP Atlas Construction a signé.", ["Atlas Construction"]),
        ("Il dirige la société de nettoyage, Propreva Barzane.", ["Propreva Barzane"]),
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
        ("A Lyon, L'Hebdo des Trois Ponts consacre son dossier au blé.", "L'Hebdo des Trois Ponts"),
        ("L'Echo du Hoggar publie la lettre d'un berger.", "L'Echo du Hoggar"),
        ("Le Quotidien des Collines ouvre sur la neige.", "Le Quotidien des Collines"),
        ("Dans un entretien au Courrier de l'Est, il dénonce.", "Courrier de l'Est"),
        ("Elle répond aux questions de L'Atelier du Soir.", "L'Atelier du Soir"),
    ],
)
def test_newspapers_that_no_list_knows(text: str, name: str) -> None:
    assert organisations(cast_of(text)) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le gardien du Stade Nabeulien est suspendu.", "Stade Nabeulien"),
        ("Il a été formé au Croissant de Safi.", "Croissant de Safi"),
        ("L'orchestre Noujoum Al Bahdja accordait ses luths.", "Noujoum Al Bahdja"),
        ("La troupe Feux de bois a joué.", "Feux de bois"),
        ("C'est l'association d'alphabétisation Harf Bi Harf qui a enseigné.", "Harf Bi Harf"),
        ("L'association Semer au Nord a signé.", "Semer au Nord"),
        ("Le collectif Sœurs du plateau a signé.", "Sœurs du plateau"),
        ("La troupe Chemin du retour a joué.", "Chemin du retour"),
        ("L'ONG Femme au volant a signé.", "Femme au volant"),
        ("L'association Tiwizi du village a signé.", "Tiwizi"),
        ("L'ONG Terre d'Ifriqiya a signé.", "Terre d'Ifriqiya"),
        ("La chambre des jeunes notaires de Monastir proteste.", "Chambre des jeunes notaires de Monastir"),
        ("Il préside la Chambre des armateurs privés.", "Chambre des armateurs privés"),
        ("L'Observatoire d'études sur les dunes alerte.", "Observatoire d'études sur les dunes"),
        ("L'Observatoire des finances publiques écrit que tout va.", "Observatoire des finances publiques"),
        ("Le Département des Bouches-du-Rhône a voté.", "Département des Bouches-du-Rhône"),
        ("La sénatrice Lamia Fassi, du groupe de la Gauche unie, vote.", "Groupe de la Gauche unie"),
    ],
)
def test_clubs_ensembles_and_bodies_with_long_names(text: str, name: str) -> None:
    assert organisations(cast_of(text)) == [name]


@pytest.mark.parametrize(
    "lines",
    [
        ("LA RECETTE DU JOUR",),
        ("Elle jouera en mai au Théâtre Abdelkader Alloula d'Oran.",),
        ("A vingt ans, la Meknassie devient pilote.",),
        ("L'inspecteur d'académie Karim Tazi a parlé.",),
        ("Les obligations du Trésor montent.",),
        ("Le MASI recule.",),
        ("La secrétaire du Conseil de Surveillance, Lamia Fassi, a parlé.",),
        ("La chambre de Walid donne sur la cour.",),
    ],
)
def test_what_only_looks_like_an_organisation(lines: tuple[str, ...]) -> None:
    assert organisations(cast_of(*lines)) == []


def test_a_hospital_by_its_noun_is_the_one_named() -> None:
    cast = cast_of("Le CHU Abou Firas de Tahla manque de lits.", "Les médecins du CHU protestent.")
    assert surfaces(cast, "CHU Abou Firas de Tahla") == ["CHU Abou Firas de Tahla", "CHU"]


def test_an_acronym_may_pass_over_one_word() -> None:
    cast = cast_of("L'ARCQM a alerté.", "L'Agence régionale de contrôle de qualité des matériaux enquête.")
    assert len(organisations(cast)) == 1


def test_a_brigade_is_one_body() -> None:
    cast = cast_of("La brigade de gendarmerie de Safi enquête.")
    assert organisations(cast) == ["Brigade de gendarmerie de Safi"]
