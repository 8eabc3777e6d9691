"""Right after a closing mark and a comma any verb reports, whether or not the list of reporting verbs holds it."""

import pytest

from tests.extraction.printed_article import told

SCENE = "Le maire de Sefrou, Karim Alami, et le préfet Rachid Bennis ont visité le pont."
WORDS = "La crue nous a tous surpris"
VERBS = [
    "sourit", "s'emporte", "tempère", "lâche", "tonne", "résume", "se félicite", "ironise", "abonde", "renchérit",
    "martèle", "nuance", "balaie", "souffle", "grince", "s'étrangle", "s'agace", "s'interroge", "plaide", "tranche",
    "cingle", "assène", "embraye", "s'insurge", "se désole", "s'enthousiasme", "se lamente", "fulmine", "maugrée",
    "met en garde", "fait valoir", "tient à préciser", "croit savoir", "veut croire", "botte en touche", "persifle",
    "s'esclaffe", "compatit", "élude", "théorise", "temporise", "dédramatise", "vilipende", "éructe", "claironne",
    "s'enorgueillit", "bégaie", "grommelle", "s'épanche", "se remémore", "lançait", "regrettait", "conclura",
]  # fmt: skip


@pytest.mark.parametrize("verb", VERBS)
def test_a_name_after_the_verb_speaks(verb: str) -> None:
    assert told(f"{SCENE} « {WORDS} », {verb} Rachid Bennis.") == [("Rachid Bennis", WORDS)]


@pytest.mark.parametrize("verb", VERBS)
def test_a_title_after_the_verb_speaks(verb: str) -> None:
    assert told(f"{SCENE} « {WORDS}. », {verb} le maire.") == [("Karim Alami", f"{WORDS}.")]


@pytest.mark.parametrize("verb", ["sourit", "s'emporte", "grommelle", "renchérit", "soupire"])
def test_a_stranger_after_the_verb_is_not_given_a_name(verb: str) -> None:
    assert told(f"{SCENE} « {WORDS} », {verb} un vieux pêcheur, assis devant sa barque.") == [(None, WORDS)]


def test_a_form_of_a_name_that_the_article_prints_nowhere_else_means_the_one_it_fits() -> None:
    lines = "Mohamed Tahar Ziani est imam. Karim Alami est maire. « Nous restons ici », tranche Tahar Ziani."
    assert told(lines) == [("Mohamed Tahar Ziani", "Nous restons ici")]
