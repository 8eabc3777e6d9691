"""Titles that point back: to whom the text named before, in an older title or another word, and to nobody else."""

import pytest

from tests.extraction.printed_article import facts_of

QUOTE = "« La côte recule chaque hiver »"


def last_speaker(*lines: str) -> tuple[str | None, str]:
    attribution = facts_of(*lines).quotes[-1].attribution
    return attribution.speaker, attribution.speaker_kind


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("Ancien préfet, Karim Alami était hier l'hôte du village.", "l'ex-préfet de la région des Oasis"),
        ("Karim Alami, conseiller communal, a quitté son siège.", "le désormais ex-président"),
        ("Karim Alami, conseiller communal, a quitté son siège.", "le président démissionnaire"),
        ("Karim Alami, ex-inspecteur des mines, a écrit un livre.", "l'ancien inspecteur"),
        ("Le professeur Karim Alami a ouvert la clinique.", "le chirurgien"),
        ("Le président, Omar Tazi, a salué Karim Alami, son formateur.", "l'éducateur"),
    ],
)
def test_a_title_means_whom_the_text_named_by_another(opening: str, title: str) -> None:
    assert last_speaker(f"{opening} La salle est pleine. {QUOTE}, a dit {title}.") == ("Karim Alami", "person")


def test_a_title_in_another_word_does_not_mean_whom_the_text_names_further_on() -> None:
    lines = (
        "La secrétaire d'Etat, Salma Alami, a pris la parole.",
        f"{QUOTE}, a reconnu la responsable gouvernementale.",
        "La présidente du jury, Hajar Tazi, a lu la liste.",
    )
    assert last_speaker(*lines) == ("Salma Alami", "person")


def test_a_former_title_is_not_that_of_somebody_in_another_office() -> None:
    speaker, kind = last_speaker(f"Le directeur, Karim Alami, a visité le port. {QUOTE}, a dit l'ancien inspecteur.")
    assert (speaker, kind) == ("l'ancien inspecteur", "described")


def test_a_pronoun_after_somebody_without_a_name_means_no_body_named_before() -> None:
    lines = (
        "À la mairie de Tahla, on assure que chacun aura son badge.",
        f"L'intéressé n'y croit guère. Il nous montre une lettre : {QUOTE}.",
    )
    assert last_speaker(*lines) == ("L'intéressé", "described")


def test_a_family_is_not_the_one_whom_it_belongs_to() -> None:
    lines = (
        "Salma Alami est décédée hier, a-t-on appris auprès de sa famille.",
        f"Elle avait rejoint la radio. {QUOTE}, racontait-elle.",
    )
    assert last_speaker(*lines) == ("Salma Alami", "person")
