"""Firms, troupes and associations whose names are phrases, or could be those of people or of places."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people, roles


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Le parquet vise l'entreprise publique Jbel Chantiers.", "Jbel Chantiers"),
        ("Le bureau d'ingénierie Halden Études suivra le chantier.", "Halden Études"),
        ("La place de marché Dukkan a perdu des clients.", "Dukkan"),
        ("L'ensemble Nagham Zarzis donnera deux concerts.", "Nagham Zarzis"),
        ("Le maître dirige l'ensemble vocal Anouar.", "Anouar"),
        ("Le comité de quartier El Feth écrit au maire.", "Comité de quartier El Feth"),
        ("L'amicale des locataires En Nour refuse.", "Amicale des locataires En Nour"),
        ("Le lot revient à la société Graviers & Sables du Nord.", "Graviers & Sables du Nord"),
        ("L'entreprise Travaux du Souss conteste.", "Travaux du Souss"),
        ("L'association Une École pour Demain publie un rapport.", "Une École pour Demain"),
    ],
)
def test_the_name_is_read_to_its_end(text: str, body: str) -> None:
    cast = cast_of(text)
    assert organisations(cast) == [body]
    assert people(cast) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("La fondatrice de Salma Karam, Nadia Berrada, recrute.", ("Nadia Berrada", "fondatrice", "Salma Karam")),
        ("Directrice de Noor Zahra, Salima Tahri fait le point.", ("Salima Tahri", "Directrice", "Noor Zahra")),
        ("Le directeur général de Nadir West, Sami Tahri, signe.", ("Sami Tahri", "directeur général", "Nadir West")),
        ("Salima Tahri, patronne de Nour Atlantique, signe.", ("Salima Tahri", "patronne", "Nour Atlantique")),
        ("Salima Tahri, gérante du centre d'appels Allo Rif, signe.", ("Salima Tahri", "gérante", "Allo Rif")),
        ("Le directeur général de Tanger Med Quais, Sami Tahri, signe.",
         ("Sami Tahri", "directeur général", "Tanger Med Quais")),
    ],
)  # fmt: skip
def test_what_somebody_leads_is_nobody(text: str, role: tuple[str, str, str]) -> None:
    cast = cast_of(text)
    assert roles(cast) == [role]
    assert people(cast) == [role[0]]


@pytest.mark.parametrize(
    "text",
    [
        "Le directeur de cabinet de Karim Tahri a démissionné.",
        "L'avocat de Karim Tahri plaide la relaxe.",
        "On a vu ensemble Karim Tahri et sa sœur.",
        "Le PDG Karim Tahri est revenu.",
        "Le fondateur de la troupe, Karim Tahri, est mort.",
    ],
)
def test_people_stay_people(text: str) -> None:
    cast = cast_of(text)
    assert people(cast) == ["Karim Tahri"]
    assert organisations(cast) == []


def test_a_site_is_no_part_of_a_firm() -> None:
    assert organisations(cast_of("L'usine Sotubois de Sfax recrute, le comité de quartier attend.")) == ["Sotubois"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Sara Tahri dirige la plateforme de livraison Tawsil.ma depuis un an.", "Tawsil.ma"),
        ("Constituée partie civile, la commune de Sidi Amar réclame un pont.", "Commune de Sidi Amar"),
        ("Sollicitée, la wilaya de Tiaret n'a pas souhaité répondre.", "Wilaya de Tiaret"),
        ("L'arrière l'a confié à Tribune du Stade.", "Tribune du Stade"),
        ("L'association « Amal » signe.", "Amal"),
    ],
)
def test_names_that_marks_stops_or_places_hold(text: str, body: str) -> None:
    assert organisations(cast_of(text)) == [body]


@pytest.mark.parametrize(
    "text",
    [
        "Le CW 41 est coupé et la RN 7 rouvre.",
        "La police « Gelée Plus » coûte cher.",
        "La commune de Tiaret n'a pas de route.",
    ],
)
def test_roads_contracts_and_places_are_none(text: str) -> None:
    assert organisations(cast_of(text)) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("L'ancien chef du service comptable, Mourad Tahri, témoigne.",
         ("Mourad Tahri", "ancien chef du service comptable", None)),
        ("Oumar Tahri, médecin volontaire, soigne.", ("Oumar Tahri", "médecin volontaire", None)),
        ("Le chanteur chaâbi Larbi Tahri est mort.", ("Larbi Tahri", "chanteur chaâbi", None)),
    ],
)  # fmt: skip
def test_the_adjective_belongs_to_the_title(text: str, role: tuple[str, str, None]) -> None:
    assert roles(cast_of(text)) == [role]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Le collectif Jeunes Greffiers de Sousse se réunit.", "Jeunes Greffiers de Sousse"),
        ("La fanfare Cuivres de Jerba défile.", "Cuivres de Jerba"),
        ("La compagnie L'Arche Bleue joue ce soir.", "L'Arche Bleue"),
        ("Le groupe scolaire Karim Tahri rouvre.", "Groupe scolaire Karim Tahri"),
        ("Le bloc Al Wifaq wal Karama vote contre.", "Al Wifaq wal Karama"),
    ],
)
def test_troupes_schools_and_blocs(text: str, body: str) -> None:
    cast = cast_of(text)
    assert organisations(cast) == [body]
    assert people(cast) == []


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("La marque de vêtements Zina Couture ouvre une boutique.", "Zina Couture"),
        ("Elle a lancé sa start-up, Zlabia Connect, à Sfax.", "Zlabia Connect"),
        ("Sa boutique en ligne, Dar Laymoun, livre partout.", "Dar Laymoun"),
    ],
)
def test_whose_firm_is_named_behind(text: str, body: str) -> None:
    cast = cast_of(text)
    assert organisations(cast) == [body]
    assert people(cast) == []
