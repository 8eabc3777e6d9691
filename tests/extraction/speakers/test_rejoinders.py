"""A quote right behind the author's own question is spoken by whoever answers such questions elsewhere."""

import pytest

from tests.extraction.printed_article import told

ANSWERED = "A-t-elle peur ? « Je compte les secondes », répond Rokia Zerdoumi."


@pytest.mark.parametrize(
    "rejoinder",
    [
        "Et quand la nuit tombe ? « J'allume une bougie et je chante tout bas »",
        "Un rêve ? “Revoir un jour le port de Dellys.”",
        'Que devrait décider la ville ? "Planter des arbres partout au plus vite."',
    ],
)
def test_who_answers_one_question_answers_the_next(rejoinder: str) -> None:
    warned = "Une collègue avait prévenu : « Avec elle, comptez sur des phrases courtes »."
    *_, last = told(f"{ANSWERED} {warned} {rejoinder}")
    assert last[0] == "Rokia Zerdoumi"


def test_nobody_is_given_the_floor_where_several_answer() -> None:
    others = "Et le maire ? « Nous comptons les jours », répond Omar Talbi."
    *_, last = told(f"{ANSWERED} {others} Et ensuite ? « On verra bien demain matin »")
    assert last[0] == "Omar Talbi"
