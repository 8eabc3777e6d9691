"""Who speaks where other words stand between: a medium that cites, a circumstance, a sentence without a verb."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, facts_of


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Selon une source médicale citée par l'AFP, le patient est sorti du coma.", "une source médicale"),
        (
            "D'après une source proche du dossier, citée par Reuters, la vente est gelée.",
            "une source proche du dossier",
        ),
        ("Selon une source syndicale contactée par l'APS, la grève est suspendue.", "une source syndicale"),
        ("Selon une source sécuritaire interrogée par Reuters, deux hommes ont été arrêtés.", "une source sécuritaire"),
        ("La route est, selon une source locale jointe par la MAP, coupée depuis lundi.", "une source locale"),
    ],
)
def test_a_medium_that_cites_a_source_is_not_the_source(text: str, source: str) -> None:
    (quote,) = facts_of(text).quotes
    assert (quote.attribution.speaker, quote.attribution.speaker_kind) == (source, "described")


def test_a_medium_still_has_its_own_sources() -> None:
    assert_told(
        "Selon un communiqué diffusé par l'AFP, la grève est suspendue.",
        [("AFP", "la grève est suspendue")],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« La mer est montée d'un coup », a raconté, une couverture sur les épaules, Omar Talbi.",
            [("Omar Talbi", "La mer est montée d'un coup")],
        ),
        (
            "« La mer est montée d'un coup », lance, en refermant sa porte, Omar Talbi.",
            [("Omar Talbi", "La mer est montée d'un coup")],
        ),
        (
            "« La mer est montée d'un coup », soupire, les yeux rougis par la fumée, la boulangère Nadia Cherif.",
            [("Nadia Cherif", "La mer est montée d'un coup")],
        ),
        (
            "« La mer est montée d'un coup », explique, son casque à la main, Nadia Cherif, ingénieure.",
            [("Nadia Cherif", "La mer est montée d'un coup")],
        ),
        (
            "« La mer est montée d'un coup », a déclaré, un brin amusé, le maire, Omar Talbi.",
            [("Omar Talbi", "La mer est montée d'un coup")],
        ),
    ],
)
def test_a_circumstance_between_commas_parts_verb_and_subject(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize("opening", ["A", "À"])
def test_a_sentence_without_a_verb_presents_whom_it_names(opening: str) -> None:
    assert_told(
        f"Au président, Karim Alami, les bonnes nouvelles. « L'année fut belle », s'est-il réjoui. "
        f"{opening} son directeur, Omar Talbi, le reste. « La filiale souffre depuis deux ans », a-t-il reconnu.",
        [("Karim Alami", "L'année fut belle"), ("Omar Talbi", "La filiale souffre depuis deux ans")],
    )


@pytest.mark.parametrize(
    "how",
    [
        "en refermant son carnet",
        "en souriant",
        "la main sur le cœur",
        "les larmes aux yeux",
        "d'une voix lasse",
        "sans détour",
    ],
)
def test_an_incise_between_the_marks_may_say_how_it_is_told(how: str) -> None:
    text = f"« Mes enfants, insiste Hamid Ouali {how}, ne toucheront jamais un rabot. »"
    assert_told(text, [("Hamid Ouali", None)])


@pytest.mark.parametrize("between", [" ", "\n", ", maire de Sefrou. "])
def test_who_is_named_between_the_marks_is_the_one_who_adds(between: str) -> None:
    stop = "" if between.startswith(",") else "."
    text = (
        f"« Nous avons perdu trois mois, raconte Nadia Ferhat{stop}{between}Le chantier était fermé », ajoute-t-elle."
    )
    assert_told(text, [("Nadia Ferhat", None)])
