"""Indirect speech: the clause alone, within its sentence, and what is none."""

import pytest

from tests.extraction.printed_article import indirect, speakers


@pytest.mark.parametrize(
    ("line", "clause"),
    [
        ("Karim Alami a déclaré que le pont rouvrira lundi.", "le pont rouvrira lundi"),
        ("Karim Alami a déclaré, jeudi à Fès, que le pont rouvrira lundi.", "le pont rouvrira lundi"),
        ("Karim Alami a tenu à rappeler que le pont rouvrira lundi.", "le pont rouvrira lundi"),
        ("Karim Alami fait savoir que le pont rouvrira lundi.", "le pont rouvrira lundi"),
        ("Karim Alami a insisté sur le fait que le pont rouvrira lundi.", "le pont rouvrira lundi"),
        ("Selon Karim Alami, le pont rouvrira lundi.", "le pont rouvrira lundi"),
        ("D’après Karim Alami, maire de Sefrou, le pont rouvrira lundi.", "le pont rouvrira lundi"),
        ("Pour Karim Alami, le pont rouvrira lundi.", "le pont rouvrira lundi"),
        ("Le pont rouvrira lundi, a indiqué Karim Alami.", "Le pont rouvrira lundi"),
        ("Le pont rouvrira lundi, selon Karim Alami.", "Le pont rouvrira lundi"),
        ("Mais le pont rouvrira lundi, explique Karim Alami.", "le pont rouvrira lundi"),
        ("Karim Alami appelle les élus à rouvrir le pont.", "rouvrir le pont"),
        ("Karim Alami a promis de rouvrir le pont.", "rouvrir le pont"),
        ("Karim Alami affirme ne pas craindre la crue.", "ne pas craindre la crue"),
        ("Karim Alami est formel et ajoute que le pont rouvrira lundi.", "le pont rouvrira lundi"),
    ],
)
def test_the_span_is_the_clause_alone(line: str, clause: str) -> None:
    assert indirect(line) == [clause]
    assert speakers(line) == ["Karim Alami"]


def test_an_incise_in_the_middle_stays_in_the_clause() -> None:
    words = "Le pont, a-t-il précisé, ne rouvrira que lundi"
    assert indirect(f"Karim Alami est maire. {words}.") == [words]


def test_each_participle_of_the_speaker_opens_a_clause_of_its_own() -> None:
    line = (
        "Karim Alami a dit que le pont rouvrira, ajoutant que la route est sûre, avant de rappeler que la crue finit."
    )
    assert indirect(line) == ["le pont rouvrira", "la route est sûre", "la crue finit"]
    assert set(speakers(line)) == {"Karim Alami"}


def test_a_report_within_a_report_is_not_listed() -> None:
    line = "Karim Alami a dit que le préfet avait annoncé que le pont rouvrirait."
    assert indirect(line) == ["le préfet avait annoncé que le pont rouvrirait"]


@pytest.mark.parametrize(
    "line",
    [
        "Karim Alami a promis le gel des tarifs.",
        "Il faut dire que le pont est vieux.",
        "Le pont est vieux, rappelle-t-on.",
        "On estime que le pont est vieux.",
        "Karim Alami a présenté le projet que la région attendait.",
        "Karim Alami n'annonce que des retards depuis mai.",
        "Selon les cas, le pont ferme une heure ou deux.",
        "Il a été décidé que le pont fermerait.",
        "Pour la saison, le pont ferme une heure.",
    ],
)
def test_noun_phrases_and_nobody_report_nothing(line: str) -> None:
    assert indirect(line) == []


def test_a_clause_wholly_in_marks_is_direct_speech() -> None:
    assert indirect("Karim Alami a déclaré que « le pont rouvrira lundi ».") == []


def test_nothing_is_reported_inside_marks() -> None:
    assert indirect("« Le préfet dit que le pont rouvrira », s'amuse Karim Alami.") == []
