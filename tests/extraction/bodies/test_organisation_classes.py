"""Every way in which the press prints organisations, class by class, and what looks like one and is none."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, surfaces


def _printed(text: str) -> list[str]:
    """The first printing of each organisation."""
    cast = cast_of(text)
    return [surfaces(cast, name)[0] for name in organisations(cast)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("La Banque du littoral a relevé ses taux et Amena Bank hésite.", ["Banque du littoral", "Amena Bank"]),
        ("Le groupe Zarkoun prend le contrôle du Crédit du Souss.", ["Zarkoun", "Crédit du Souss"]),
        ("Chez AtlasMutua, on mise sur le digital.", ["AtlasMutua"]),
        ("Zarkoun Capital Bourse a été rachetée par BioTamda.", ["Zarkoun Capital Bourse", "BioTamda"]),
        ("L'assureur VGA Assurances a indemnisé les sinistrés.", ["VGA Assurances"]),
        ("L'Entreprise portuaire de Béjaïa a recruté.", ["Entreprise portuaire de Béjaïa"]),
        ("Le Port autonome de Ndiago est fermé.", ["Port autonome de Ndiago"]),
        ("La compagnie Sky Sahara est clouée au sol.", ["compagnie Sky Sahara"]),
        ("Les salariés de Transit Oriental sont en grève.", ["Transit Oriental"]),
        ("L'allemand Klebnor emploie 300 personnes.", ["Klebnor"]),
        ("Le câblier Zolvik ferme un site.", ["Zolvik"]),
        ("Le producteur d'œufs Avidor recule.", ["Avidor"]),
        ("Sa start-up, baptisée Kifoya, vise l'Afrique.", ["Kifoya"]),
        ("Sopralim, filiale de Zarkoun, importe des voitures.", ["Sopralim", "Zarkoun"]),
        ("Le patron de 4Genova espère une levée de fonds.", ["4Genova"]),
        ("Lafarge Algérie suspend sa ligne.", ["Lafarge Algérie"]),
        ("Les bureaux du cabinet Vandel et Associés sont fermés.", ["Vandel et Associés"]),
        ("La Compagnie minière de Tizert a publié ses comptes.", ["Compagnie minière de Tizert"]),
        ("Un accord lie Marsa Maroc à la Zamour Shipping.", ["Marsa Maroc", "Zamour Shipping"]),
    ],
)
def test_companies(text: str, printed: list[str]) -> None:
    assert _printed(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Le WR Msila reçoit le CS Bouira vendredi.", ["WR Msila", "CS Bouira"]),
        ("Face au Kawkab, le Chabab Tiflet n'a pas tremblé.", ["Kawkab", "Chabab Tiflet"]),
        ("Le nageur de l'Espérance de Tala Lotfi Ben Fraj est là.", ["Espérance de Tala"]),
        ("Formé à Fès, il a rejoint l'Olympique de Sefrou.", ["Olympique de Sefrou"]),
        ("La Fédération tunisienne de cerf-volant proteste.", ["Fédération tunisienne de cerf-volant"]),
        ("Le Éclair Club de Tahla a gagné.", ["Éclair Club de Tahla"]),
        ("Le Wydad de Sefrou affronte le Stade gabésien.", ["Wydad de Sefrou", "Stade gabésien"]),
    ],
)
def test_clubs(text: str, printed: list[str]) -> None:
    assert _printed(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("La CGEM et l'UMT ont signé.", ["CGEM", "UMT"]),
        (
            "Le Parti des tisserands de Louisa Hamdi boycotte le scrutin.",
            ["Parti des tisserands"],
        ),
        ("Le Rassemblement des forces rurales (RFR) se divise.", ["Rassemblement des forces rurales"]),
        ("Le député Karim Tazi (Aube Nouvelle) a protesté.", ["Aube Nouvelle"]),
        ("La plainte vient du Syndicat des gardiens de Jendouba.", ["Syndicat des gardiens de Jendouba"]),
    ],
)
def test_parties_and_unions(text: str, printed: list[str]) -> None:
    assert _printed(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Le tribunal de Bir Mourad Raïs a tranché.", ["tribunal de Bir Mourad Raïs"]),
        (
            "La Brigade nationale des ports (BNDP) a auditionné le maire.",
            ["Brigade nationale des ports"],
        ),
        ("Le pôle pénal de Bab Jedid s'en saisit.", ["pôle pénal de Bab Jedid"]),
        ("La gendarmerie de Médéa enquête.", ["gendarmerie de Médéa"]),
        ("La Marine royale a secouru huit hommes.", ["Marine royale"]),
        (
            "La Délégation générale à la pêche côtière et à la formation a réagi.",
            ["Délégation générale à la pêche côtière et à la formation"],
        ),
        (
            "L'Agence pour la promotion et le développement du Sud finance la route.",
            ["Agence pour la promotion et le développement du Sud"],
        ),
        (
            "La Chambre de commerce, d'industrie et de services de Safi organise une rencontre.",
            ["Chambre de commerce, d'industrie et de services de Safi"],
        ),
        ("La Direction générale de la sûreté nationale dément.", ["Direction générale de la sûreté nationale"]),
        ("L'Instance régulatrice de la presse écrite a tranché.", ["Instance régulatrice de la presse écrite"]),
        ("Le conseil départemental du Var subventionne le collège.", ["conseil départemental du Var"]),
        ("La municipalité de Sidi Bou Saïd l'interdit.", ["municipalité de Sidi Bou Saïd"]),
        ("L'APC de Tichy a fermé la plage.", ["APC de Tichy"]),
        ("Le département de la Santé rassure.", ["département de la Santé"]),
        ("Le ministère français des Affaires étrangères réagit.", ["ministère français des Affaires étrangères"]),
        ("Le secrétariat d'État à la Pêche a réagi.", ["secrétariat d'État à la Pêche"]),
    ],
)
def test_public_bodies(text: str, printed: list[str]) -> None:
    assert _printed(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("L'association Bayoti accueille 40 enfants.", ["association Bayoti"]),
        ("La coopérative féminine Targuine vend de l'amlou.", ["coopérative féminine Targuine"]),
        ("La coopérative Tigmi n Tafraout vend de l'amlou.", ["coopérative Tigmi n Tafraout"]),
        ("L'ONG Racines sans frontières distribue des kits.", ["Racines sans frontières"]),
        ("Le collectif Manich Nassi a défilé.", ["collectif Manich Nassi"]),
        ("Le Forum tunisien pour les droits ruraux alerte.", ["Forum tunisien pour les droits ruraux"]),
        (
            "Le Groupement d'intérêt économique Argan Sous regroupe 17 coopératives.",
            ["Groupement d'intérêt économique Argan Sous"],
        ),
        ("Le CHU Ibn-Tofaïl accueille les blessés.", ["CHU Ibn-Tofaïl"]),
        ("La polyclinique Ibn Jazzar a fermé ses urgences.", ["polyclinique Ibn Jazzar"]),
        ("La Faculté des langues de Bizerte ouvre un master.", ["Faculté des langues de Bizerte"]),
        ("L'École Hassania des travaux publics recrute.", ["École Hassania des travaux publics"]),
    ],
)
def test_associations_hospitals_and_schools(text: str, printed: list[str]) -> None:
    assert _printed(text) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Dans un entretien au Figaro, il se défend.", ["Figaro"]),
        ("L'hebdomadaire Le Temps du Sud titre sur la pluie.", ["Le Temps du Sud"]),
        ("Sur Radio Tafsut, il a nié.", ["Radio Tafsut"]),
        ("Source : Le Quotidien d'Oran", ["Le Quotidien d'Oran"]),
        ("Le FMI et la Banque mondiale saluent la réforme.", ["FMI", "Banque mondiale"]),
        ("Le Programme alimentaire mondial manque de fonds.", ["Programme alimentaire mondial"]),
        ("L'Union européenne versera 500 millions.", ["Union européenne"]),
    ],
)
def test_media_and_international_bodies(text: str, printed: list[str]) -> None:
    assert _printed(text) == printed


@pytest.mark.parametrize(
    "text",
    [
        "La wilaya de Mila recense les maisons. La commune de Tazarka manque d'eau.",
        "L'école Mohamed Khattabi et la crèche Ibn Arabi sont fermées.",
        "Il habite Cité El Yasmine, près de Bab El Had.",
        "Il a été jugé à Taghazout, puis à Aïn Taya. Les habitants d'Aïn Taya attendent.",
        "La Ligue des champions reprend.",
        "Le Boeing 737 et l'Airbus A320 restent au sol.",
        "Le TGV Al Boraq et la RN12 seront prolongés.",
        "Le programme Villages Verts avance. Villages Verts coûte cher.",
        "Un cadre du ministère de tutelle dément. Le ministère public requiert cinq ans.",
        "Les Fassis, les Oujdis et les Européens attendent. La Kabyle sourit.",
        "L'Aïd El Fitr approche. Le Ramadan finit.",
        "Dossiers déposés au titre du PNEX, dans le cadre de la RSX.",
        "ENTRELIGNES",
        "[...] Le reste attend. Celui-ci a assuré que non. Dis-moi tout.",
        "Il a tout vu sur WhatsApp et sur sa page Facebook.",
        "La visite de Zvonk Drelvic est attendue.",
        "Chez les Verts, on y croit encore.",
        "Le Nord manque d'eau, le Sud de routes.",
        "Une banque centrale et un ministère sont créés.",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert organisations(cast_of(text)) == []


def test_a_noun_aside_is_printed_with_the_name_and_no_part_of_it() -> None:
    assert organisations(cast_of("L'association Bayoti accueille 40 enfants.")) == ["Bayoti"]


def test_of_two_spellings_the_more_frequent_is_the_name() -> None:
    cast = cast_of("Le pôle Zentrics est né.", "Le pôle Zentric grandit. Zentric recrute.")
    assert organisations(cast) == ["Zentric"]


def test_a_dateline_names_its_agency_but_not_the_paper_that_printed_it() -> None:
    assert organisations(cast_of("MAP - Rabat, le 3 mai 2020", kind="dateline")) == ["MAP"]
    assert organisations(cast_of("Publié dans Le Matin le 03 - 05 - 2020", kind="dateline")) == []
