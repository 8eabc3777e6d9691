"""Which titles people hold, in what, and whom a title without a name means."""

import pytest

from tests.extraction.cast_of import cast_of, designation, roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Lamia Fassi, directrice générale d'Ora Bank, est là.",
            ("Lamia Fassi", "directrice générale", "Ora Bank"),
        ),
        (
            "La directrice générale de l'Office des ports (ODP), Lamia Fassi, est là.",
            ("Lamia Fassi", "directrice générale", "Office des ports"),
        ),
        ("Le président Lamine Diallo est là.", ("Lamine Diallo", "président", None)),
        ("Lamia Fassi. Directrice générale d'Ora Bank", ("Lamia Fassi", "Directrice générale", "Ora Bank")),
        ("« On avance » : Karim Tazi, Président d'Ora Bank", ("Karim Tazi", "Président", "Ora Bank")),
        ("Ora Bank, dont le directeur général, Karim Tazi, est là.", ("Karim Tazi", "directeur général", "Ora Bank")),
        ("L'ancien maire de Safi Karim Tazi est là.", ("Karim Tazi", "ancien maire de Safi", None)),
        ("Karim Tazi, 58 ans, potier à Safi, est là.", ("Karim Tazi", "potier", None)),
        ("Le coach français Luc Bernard est là.", ("Luc Bernard", "coach français", None)),
        ("Karim Tazi est professeur de droit à Rabat.", ("Karim Tazi", "professeur de droit", None)),
    ],
)
def test_a_title_beside_a_name_is_a_role(text: str, role: tuple[str, str, str | None]) -> None:
    assert roles(cast_of(text)) == [role]


def test_coordinated_titles_are_two_roles() -> None:
    cast = cast_of("Karim Tazi, vice-président du CNPX et président de l'OMDX, a parlé.")
    assert roles(cast) == [("Karim Tazi", "vice-président", "CNPX"), ("Karim Tazi", "président", "OMDX")]


def test_the_first_of_two_joined_titles_takes_the_body_of_the_second() -> None:
    cast = cast_of("Lamia Fassi, cofondatrice et directrice générale d'Ora Bank, a parlé.")
    assert roles(cast) == [
        ("Lamia Fassi", "cofondatrice", "Ora Bank"),
        ("Lamia Fassi", "directrice générale", "Ora Bank"),
    ]


def test_a_minister_keeps_the_portfolio_and_is_of_its_ministry() -> None:
    cast = cast_of("Karim Tazi, ministre de la Pêche, du tourisme et des petites entreprises, a parlé.")
    (role,) = roles(cast)
    assert role[1:] == (
        "ministre de la Pêche, du tourisme et des petites entreprises",
        "Ministère de la Pêche, du tourisme et des petites entreprises",
    )


def test_the_ministry_is_called_as_the_article_calls_it() -> None:
    cast = cast_of(
        "Le ministère de la Jeunesse et de la Famille agit.", "Karim Tazi, ministre de la Jeunesse, approuve."
    )
    assert roles(cast) == [("Karim Tazi", "ministre de la Jeunesse", "Ministère de la Jeunesse et de la Famille")]


def test_a_title_repeated_is_one_role_in_its_fullest_form() -> None:
    cast = cast_of("Le ministre Karim Tazi arrive.", "Karim Tazi, ministre de la Jeunesse, repart.")
    assert [title for _, title, _ in roles(cast)] == ["ministre de la Jeunesse"]


def test_the_span_of_a_role_covers_its_title() -> None:
    text = "Lamia Fassi, directrice générale d'Ora Bank, est là."
    (role,) = cast_of(text).people[0].person.roles
    assert text[role.start : role.end] == role.title == "directrice générale"


def test_kinship_is_no_role() -> None:
    assert roles(cast_of("Son frère, Karim Tazi, et sa voisine, Lamia Fassi, sont là.")) == []


def test_a_title_alone_means_its_one_holder() -> None:
    cast = cast_of("Karim Tazi, ministre de la Pêche, arrive.", "Le ministre sourit.")
    assert designation(cast, "Le ministre").person == "Karim Tazi"


def test_gender_parts_two_ministers() -> None:
    cast = cast_of("Karim Tazi, ministre de la Pêche, et Lamia Fassi, ministre de l'Eau, arrivent. La ministre sourit.")
    assert designation(cast, "La ministre").person == "Lamia Fassi"


def test_the_portfolio_parts_two_ministers() -> None:
    cast = cast_of(
        "Karim Tazi, ministre de la Pêche, et Omar Sbaï, ministre de l'Eau, arrivent.", "Le ministre de l'Eau sourit."
    )
    assert designation(cast, "Le ministre de l'Eau").person == "Omar Sbaï"


def test_two_possible_holders_leave_a_title_unresolved() -> None:
    cast = cast_of(
        "Karim Tazi, ministre de la Pêche, et Omar Sbaï, ministre de l'Eau, arrivent.", "Le ministre sourit."
    )
    found = designation(cast, "Le ministre")
    assert (found.person, found.reason) == (None, "could be Karim Tazi, Omar Sbaï")


def test_another_body_s_title_is_not_the_holder_s() -> None:
    cast = cast_of("Karim Tazi, président du CNPX, arrive.", "Le président de l'OMDX est absent.")
    assert designation(cast, "Le président de l'OMDX").person is None


def test_other_words_behind_the_noun_mean_another_holder() -> None:
    cast = cast_of("Omar Sbaï, sélectionneur du Gabon, arrive.", "Le sélectionneur national sourit.")
    assert designation(cast, "Le sélectionneur national").person is None


def test_a_title_that_follows_a_name_becomes_that_person_s_role() -> None:
    cast = cast_of("Ivana Moretta négocie seule. L'importatrice italienne vient chaque automne.")
    assert roles(cast) == [("Ivana Moretta", "importatrice", None)]


def test_a_title_of_nobody_says_so() -> None:
    found = designation(cast_of("La ministre a souri."), "La ministre")
    assert (found.person, found.reason) == (None, "nobody in the article is given this title")


def test_several_people_are_plural() -> None:
    found = designation(cast_of("Les ministres ont souri."), "Les ministres")
    assert found.is_plural
    assert found.person is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("L'ex-directeur de l'Office des ports, Karim Tazi, est là.", ("ex-directeur", "Office des ports")),
        ("Karim Tazi (chef de zone par intérim de la BERD) est là.", ("chef de zone par intérim", "BERD")),
        (
            "Karim Tazi, directeur commercial Maghreb d'Ora Bank, est là.",
            ("directeur commercial Maghreb", "Ora Bank"),
        ),
        ("L'adjointe à la culture, Lamia Fassi, est là.", ("adjointe à la culture", None)),
        ("Un exportateur de Gabès, Karim Tazi, est là.", ("exportateur", None)),
        ("Le député Karim Tazi (Horizon Rural) est là.", ("député", "Horizon Rural")),
        ("Me Karim Tazi, avocat de la défense, est là.", ("avocat de la défense", None)),
        ("Karim Tazi arrive. Sollicité hier soir, le sculpteur a ri.", ("sculpteur", None)),
        ("Karim Tazi arrive. Pour cet analyste, tout va bien.", ("analyste", None)),
    ],
)
def test_titles_in_the_forms_of_the_press(text: str, role: tuple[str, str | None]) -> None:
    assert [found[1:] for found in roles(cast_of(text))] == [role]


def test_a_body_called_by_its_noun_is_that_body() -> None:
    cast = cast_of("Le Syndicat des tisserands du Souss proteste.", "Karim Tazi, secrétaire général du syndicat, agit.")
    assert roles(cast) == [("Karim Tazi", "secrétaire général", "Syndicat des tisserands du Souss")]


def test_titles_with_a_place_between_are_one_person_s() -> None:
    cast = cast_of("Karim Tazi, potier à Safi et président de la Ligue des ruches, est là.")
    assert [title for _, title, _ in roles(cast)] == ["potier", "président"]


def test_the_ministry_in_other_words_is_the_same() -> None:
    cast = cast_of(
        "Le ministère de la formation professionnelle et de la recherche scientifique agit.",
        "Lamia Fassi, ministre de la Formation professionnelle et de la Recherche, approuve.",
    )
    (role,) = roles(cast)
    assert role[2] == "Ministère de la formation professionnelle et de la recherche scientifique"


def test_the_words_that_report_are_no_part_of_a_title() -> None:
    cast = cast_of("Et le ministre de la Pêche d'ajouter que tout va bien.")
    assert designation(cast, "le ministre de la Pêche").head == "ministre"


def test_a_title_quoted_or_held_under_somebody_is_nobody_s_role() -> None:
    assert roles(cast_of("Karim Tazi sourit. « Le maire, on l'écoute. »")) == []
    assert roles(cast_of("Karim Tazi sourit, comme Omar Sbaï. L'ancien adjoint de Luc Bernard se tait.")) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Directrice du Festival des arts de Tahla depuis 2019, Sonia Kallel prépare l'édition.",
            ("Sonia Kallel", "Directrice du Festival des arts de Tahla"),
        ),
        ("Élue maire de Safi en 2021, Nadia Tahri a démissionné.", ("Nadia Tahri", "maire de Safi")),
        (
            "L'ambassadeur de France en Algérie, Karim Tazi, a été rappelé.",
            ("Karim Tazi", "ambassadeur de France en Algérie"),
        ),
        (
            "Karim Tazi, membre du comité chargé des jeunes, a parlé.",
            ("Karim Tazi", "membre du comité chargé des jeunes"),
        ),
        ("Nadia Tahri, directrice adjointe de l'établissement, dira non.", ("Nadia Tahri", "directrice adjointe")),
        ("Le lieutenant Karim Tazi pilote l'appareil.", ("Karim Tazi", "lieutenant")),
        ("L'imam de la mosquée, cheikh Karim Tazi, appelle au calme.", ("Karim Tazi", "imam de la mosquée")),
    ],
)
def test_titles_in_other_orders(text: str, role: tuple[str, str]) -> None:
    assert [found[:2] for found in roles(cast_of(text))] == [role]


def test_a_prosecutor_sits_beside_a_court() -> None:
    cast = cast_of("Le procureur de la République près le tribunal de Safi, Karim Tazi, a requis dix ans.")
    assert roles(cast) == [("Karim Tazi", "procureur de la République", "Tribunal de Safi")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("L'un des notaires de la famille, Me Karim Tazi, proteste.", ("Karim Tazi", "notaires de la famille", None)),
        ("L'avocat de la veuve, Me Karim Tazi, proteste.", ("Karim Tazi", "avocat", None)),
        ("Hier Karim Tazi coordinateur de l'OMDX a parlé.", ("Karim Tazi", "coordinateur", "OMDX")),
        ("Hier Karim Tazi Directeur Général d'Ora Bank a parlé.", ("Karim Tazi", "Directeur Général", "Ora Bank")),
        ("Karim Tazi, l'autre cofondateur d'Ora Bank, a parlé.", ("Karim Tazi", "cofondateur", "Ora Bank")),
        ("Votre navigatrice, Lamia Fassi, parle au moteur.", ("Lamia Fassi", "navigatrice", None)),
        ("Au marché, Lamia, marchande de dattes, attend.", ("Lamia", "marchande de dattes", None)),
        ("Karim Tazi est là. Le patron d'Ora Bank reconnaît que tout va.", ("Karim Tazi", "patron", "Ora Bank")),
        ("Karim Tazi est là. Pour le fondateur d'Ora Bank, tout va.", ("Karim Tazi", "fondateur", "Ora Bank")),
        (
            "Lamia Fassi, vice-présidente de l'OMDX chargée des petits ports, a parlé.",
            ("Lamia Fassi", "vice-présidente de l'OMDX chargée des petits ports", "OMDX"),
        ),
    ],
)
def test_titles_told_by_the_words_around_them(text: str, role: tuple[str, str, str | None]) -> None:
    assert roles(cast_of(text)) == [role]


def test_a_title_said_of_whom_another_describes_is_that_person_s() -> None:
    cast = cast_of("Karim Tazi, ancien directeur d'Ora Bank, est le nouveau président.")
    assert roles(cast) == [("Karim Tazi", "ancien directeur", "Ora Bank"), ("Karim Tazi", "président", None)]


def test_titles_joined_before_the_name_are_both_its_holder_s() -> None:
    cast = cast_of("Ancien préfet et militant associatif, Karim Tazi est là.")
    assert roles(cast) == [("Karim Tazi", "Ancien préfet", None), ("Karim Tazi", "militant associatif", None)]


def test_a_firm_described_by_its_trade_is_no_person() -> None:
    assert cast_of("Ora Bank a acheté Daman Rapide, courtier digital lancé hier.").people == ()


def test_a_surname_that_is_a_title_stays_in_the_name() -> None:
    assert [entry.person.name for entry in cast_of("Hier Rachid Ali Pacha a parlé.").people] == ["Rachid Ali Pacha"]


def test_a_woman_s_title_behind_a_man_s_name_is_not_his() -> None:
    assert roles(cast_of("Commentant le départ de Karim Tazi, la présidente d'Ora Bank se réjouit.")) == []


def test_the_noun_of_a_body_that_is_not_told_belongs_to_the_title() -> None:
    assert roles(cast_of("Karim Tazi, porte-parole du mouvement, a parlé.")) == [
        ("Karim Tazi", "porte-parole du mouvement", None)
    ]
