"""Bodies in the forms of wires and regional news: lower case, courts, groups, houses, councils, companies of a land."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people, surfaces


def _printed(text: str) -> list[str]:
    """The first printing of each organisation."""
    cast = cast_of(text)
    return [surfaces(cast, name)[0] for name in organisations(cast)]


@pytest.mark.parametrize(
    "body",
    [
        "l'ordre national des vétérinaires",
        "la caisse marocaine des retraites",
        "le conseil supérieur de la magistrature",
        "la direction générale des impôts",
        "l'institut national de la statistique",
        "la fédération tunisienne de voile",
        "le centre cinématographique marocain",
        "la direction du commerce de Tlemcen",
        "l'agence marocaine pour l'efficacité énergétique",
        "le parti de la justice et du développement",
        "l'union européenne",
    ],
)
def test_one_body_of_its_kind_is_named_in_lower_case(body: str) -> None:
    name = body.partition(" ")[2] if body[1:2] != "'" else body[2:]
    assert _printed(f"Selon {body}, la situation s'améliore.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Le conseil national du parti se réunit et la direction générale de l'entreprise attend.",
        "Le bureau national du syndicat a tranché, le comité central aussi.",
        "Le réseau national de distribution d'eau est vétuste.",
        "La filiale marocaine de la banque recrute.",
        "L'équipe nationale de football a gagné.",
        "La wilaya de Mila recense les dégâts.",
        "La direction régionale a refusé de répondre.",
        "Lundi, l'Intérieur a démenti et la Défense a demandé le renvoi.",
    ],
)
def test_organs_and_common_nouns_are_none(text: str) -> None:
    assert _printed(text) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Les juges de la chambre sociale près la Cour d'appel de Gafsa délibèrent.",
         "chambre sociale près la Cour d'appel de Gafsa"),
        ("Le Groupe libéral à la Chambre des représentants dit non.",
         "Groupe libéral à la Chambre des représentants"),
        ("Il a été condamné par la cour d'Alger.", "cour d'Alger"),
        ("Le trésorier de la Chambre de pêche de la wilaya est là.", "Chambre de pêche de la wilaya"),
        ("Le secrétariat d'État chargé de la Pêche maritime a réagi.",
         "secrétariat d'État chargé de la Pêche maritime"),
        ("Le ministère des Affaires étrangères et des Tunisiens résidant à l'étranger se tait.",
         "ministère des Affaires étrangères et des Tunisiens résidant à l'étranger"),
        ("La Région Occitanie a voté son budget.", "Région Occitanie"),
        ("La municipalité de La Marsa a fermé la plage.", "municipalité de La Marsa"),
        ("L'Instance de lutte contre la corruption enquête.", "Instance de lutte contre la corruption"),
        ("Si le Théâtre El Kawthar rouvre, je joue.", "Théâtre El Kawthar"),
        ("L'association Rives vivantes rassure.", "association Rives vivantes"),
        ("Le club de Brest Bretagne Handball s'est incliné.", "Brest Bretagne Handball"),
        ("Zolvik, spécialisée dans la logistique, a levé des fonds.", "Zolvik"),
        ("La note de Pneus Maroc a fuité.", "Pneus Maroc"),
        ("L'attaquant du Mouloudia est absent.", "Mouloudia"),
    ],
)  # fmt: skip
def test_whole_names(text: str, first: str) -> None:
    assert _printed(text)[:1] == [first]


@pytest.mark.parametrize(
    "text",
    [
        "La pièce sera jouée au Théâtre régional de Béjaïa.",
        "Il a plu dans la Région Occitanie.",
        "La Renault Clio se vend bien.",
        "Le Salon du livre de Tahla (SLT) ouvre. Le SLT attend du monde.",
        "La vision Tunisie 2035 est lancée.",
        "En marge de Gitex Africa, on discute.",
    ],
)
def test_places_products_and_events_are_none(text: str) -> None:
    assert _printed(text) == []


def test_where_something_is_signed_is_no_part_of_a_name() -> None:
    assert _printed("Une convention a été signée avec la Fondation Amal pour la solidarité à Rabat.") == [
        "Fondation Amal pour la solidarité"
    ]


def test_a_body_with_de_behind_another_is_one_too() -> None:
    assert _printed("Les travailleurs de l'ENIEM et de Cotaliv protestent.") == ["ENIEM", "Cotaliv"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ursula von der Leyen a rencontré Wim van den Berg.", ["Ursula von der Leyen", "Wim van den Berg"]),
        ("Al-Mahdi Al-Majri a comparu.", ["Al-Mahdi Al-Majri"]),
        ("Dakhlet El Janoub : « La route se fera. »", []),
        ("Les habitants de Sidi Moumen attendent.", []),
        ("Ould Kablia et Ben Salah ont été reçus.", ["Ould Kablia", "Ben Salah"]),
        ("Le roman Nuits de Karim Tazi est réédité.", ["Karim Tazi"]),
        ("La députée, Marine Tazi, cite Aimé Tahri.", ["Marine Tazi", "Aimé Tahri"]),
        ("Sur Facebook, l'humoriste Karim Tazi répond.", ["Karim Tazi"]),
    ],
)
def test_people_and_places_of_like_shape(text: str, named: list[str]) -> None:
    assert people(cast_of(text)) == named


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("La librairie Kalila wa Tahla ouvre.", ["Kalila wa Tahla"]),
        ("Dix lauréats, dont Salma Tahri (Green Watt), sont là.", ["Green Watt"]),
        ("Le directeur de l'EPH Ali-Tahri parle. L'hôpital Ali-Tahri est saturé.", ["EPH Ali-Tahri"]),
        ("La direction de la culture de la wilaya a nié.", ["direction de la culture de la wilaya"]),
        ("La Société nationale des autoroutes du Maroc recrute.", ["Société nationale des autoroutes du Maroc"]),
        ("Il signe une tribune dans Leaders.", ["Leaders"]),
    ],
)
def test_houses_and_services(text: str, printed: list[str]) -> None:
    assert _printed(text) == printed


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("L'envoyé personnel Wladek de Mistral est à Tindouf.", ["Wladek de Mistral"]),
        ("Benkirane n'a jamais reconnu sa défaite.", ["Benkirane"]),
    ],
)
def test_people_told_by_a_title_or_a_verb(text: str, named: list[str]) -> None:
    assert people(cast_of(text)) == named
