"""What a reporter sees below the last answer is no part of it."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import printed

LINES = (
    "Salah Brahmi : « Un filet se lit comme un livre »",
    "Ramendeur à Ghar El Melh, Salah Brahmi nous reçoit sur le quai.",
    "Depuis quand réparez-vous des filets ?",
    "Depuis mes neuf ans. Je n'ai pas choisi, j'ai suivi mon père.",
    "Qui prendra la suite ?",
    "Personne. Je ne le regrette pas.",
)


def last_answer(below: str) -> str:
    """The last answer, with a paragraph below it."""
    return [q.occurrences[0].text for q in extract_facts(printed(*LINES, below)).quotes if q.kind == "answer"][-1]


@pytest.mark.parametrize(
    "below",
    [
        "Il se lève, plie son filet, salue deux gamins. Au loin, une sirène retentit.",
        "La nuit tombe sur le port. Le vieux ramendeur range ses aiguilles dans une boîte de thon.",
        "Elle sourit, hausse les épaules et referme la porte.",
        "Le téléphone sonne. Il assure que la barque partira sans lui.",
        "Son apprenti rit. Le patron lui tend une aiguille et s'éloigne.",
    ],
)
def test_a_scene_is_no_part_of_the_last_answer(below: str) -> None:
    assert last_answer(below) == LINES[-1]


@pytest.mark.parametrize(
    "below",
    [
        "Le prix du fil descend pourtant. Une bobine coûtait trente dinars l'an dernier.",
        "Il sort de l'école de pêche dix élèves par an. Aucun n'achète de barque.",
        "Mon fils rentre le soir, pose ses gants, allume la télé. Il ne regarde pas la mer.",
        "La barque repart à l'aube, rentre à midi, se vide en une heure. Vous voyez le métier.",
    ],
)
def test_what_the_one_who_answers_tells_stays(below: str) -> None:
    assert last_answer(below) == f"{LINES[-1]}\n{below}"
