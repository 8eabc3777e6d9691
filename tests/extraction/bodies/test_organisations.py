"""What is an organisation, and which names are one."""

import pytest

from tests.extraction.cast_of import cast_of, organisation, organisations, surfaces


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le ministère de la Santé a réagi.", "Ministère de la Santé"),
        ("Le ministère de la jeunesse et des loisirs a réagi.", "Ministère de la jeunesse et des loisirs"),
        ("L'Agence urbaine de Safi a tranché.", "Agence urbaine de Safi"),
        ("Il enseigne à l'université Abdelmalek Essaâdi de Tétouan.", "Université Abdelmalek Essaâdi de Tétouan"),
        ("Chez Vortexia, on recrute.", "Vortexia"),
        ("Le groupe marocain Sandal a grandi.", "Sandal"),
        ("Karim Bouzidi est DG de Nectaria.", "Nectaria"),
        ("Ribat Holding a racheté la ferme.", "Ribat Holding"),
        (
            "Le tribunal de première instance de Sidi Bennour a tranché.",
            "Tribunal de première instance de Sidi Bennour",
        ),
        ("L'association « Mains ouvertes » distribue des repas.", "Mains ouvertes"),
        ("Selon Reuters, les cours montent.", "Reuters"),
    ],
)
def test_a_body_is_named_by_its_words_or_its_company(text: str, name: str) -> None:
    assert organisations(cast_of(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "L'intelligence artificielle (IA) change tout. L'IA inquiète.",
        "Les petites et moyennes entreprises (PME) souffrent.",
        "Le Plan Maroc Azur avance. Le programme Villages verts aussi.",
        "Le Salon de l'amande ouvre vendredi. La Coupe du Trône reprend.",
        "Le Maroc, l'Algérie et la Tunisie se rencontrent à Rabat.",
        "La place des Nations libres est fermée, comme la rue de la Banque.",
        "Une agence de la ville, deux associations et un syndicat étaient là.",
        "La « Freelance Act » vient d'être votée.",
        "Le conseil d'administration s'est réuni.",
    ],
)
def test_concepts_events_programmes_and_places_are_none(text: str) -> None:
    assert organisations(cast_of(text)) == []


def test_long_form_and_acronym_are_one_organisation() -> None:
    cast = cast_of("L'Office régional des barrages du Loukkos (ORBL) investit.", "L'ORBL prévoit trois stations.")
    found = organisation(cast, "Office régional des barrages du Loukkos")
    assert found.acronym == "ORBL"
    assert surfaces(cast, found.name) == ["Office régional des barrages du Loukkos", "ORBL", "ORBL"]


def test_an_acronym_joins_the_long_form_that_it_shortens_without_brackets() -> None:
    cast = cast_of("La Direction générale des pêches maritimes s'inquiète.", "La DGPM attend.")
    assert organisations(cast) == ["Direction générale des pêches maritimes"]


def test_a_shortened_name_joins_the_long_one() -> None:
    cast = cast_of("Le patron de Soltana Foods est serein.", "Pour le patron de Soltana, tout va bien.")
    assert surfaces(cast, "Soltana Foods") == ["Soltana Foods", "Soltana"]


def test_a_generic_noun_is_dropped_where_the_name_stands_alone() -> None:
    cast = cast_of("L'Association Bled Vert est née.", "Bled Vert a planté mille arbres.")
    assert organisations(cast) == ["Bled Vert"]


def test_hyphens_of_the_printed_line_do_not_part_a_name() -> None:
    cast = cast_of("L'Office national des aéro-ports investit.", "L'Office national des aéroports embauche.")
    assert len(organisations(cast)) == 1


def test_curly_and_straight_apostrophes_are_one() -> None:
    cast = cast_of("L’Office de l’artisanat paie.", "L'Office de l'artisanat embauche.")
    assert len(organisations(cast)) == 1


def test_a_name_coordinated_with_a_body_is_one_too() -> None:
    assert organisations(cast_of("Ils ont rencontré la CGEM, Vortexia et Nectaria.")) == [
        "CGEM",
        "Vortexia",
        "Nectaria",
    ]


def test_kinds_are_told_by_the_head() -> None:
    cast = cast_of("Le ministère de la Pêche et l'Université de Sfax signent. La Cour des comptes veille.")
    assert [found.kind for found in cast.organisations] == ["ministry", "university", "court"]


def test_a_noun_stands_for_the_one_body_that_has_it() -> None:
    cast = cast_of("La Fédération des minotiers du Souss alerte.", "Selon la fédération, le blé manque.")
    (noun,) = cast.designations
    assert (noun.surface, noun.organisation) == ("la fédération", "Fédération des minotiers du Souss")
