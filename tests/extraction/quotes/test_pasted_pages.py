"""Quotes and clauses of pages where a space is lost, marks are turned round or other signs stand for them."""

import pytest

from tests.extraction.printed_article import Expected, assert_said, direct

CASES: list[tuple[str, Expected]] = [
    (  # the space between two sentences is lost behind the marks
        "Karim Alami a indiqué que la digue « tiendra bon ».« Personne ne sera oublié », a ajouté Lamia Fassi.",
        [("Karim Alami", "la digue « tiendra bon »"), ("Lamia Fassi", "Personne ne sera oublié")],
    ),
    (
        "Karim Alami a dit : « La digue tiendra encore dix ans. »Lamia Fassi estime que rien n'est sûr.",
        [("Karim Alami", "La digue tiendra encore dix ans."), ("Lamia Fassi", "rien n'est sûr")],
    ),
    (  # marks turned round behind a colon
        "Lamia Fassi a répondu : » le quai est prêt, il sera ouvert, et voilà tout ».",
        [("Lamia Fassi", "le quai est prêt, il sera ouvert, et voilà tout")],
    ),
    (
        "Lamia Fassi a ajouté : »Le quai sera ouvert demain matin ».",
        [("Lamia Fassi", "Le quai sera ouvert demain matin")],
    ),
    (  # a brackets' reference names a paper that says nothing
        "Karim Alami s'indigne. Le débat tourne en rond (cf. L'Economiste du 3 mars) : « La loi dort dans un tiroir ».",
        [("Karim Alami", "La loi dort dans un tiroir")],
    ),
    (  # all marks turned round
        "» C'est une légende, je l'ai vue jouer ici « , déclare Karim Alami. » Elle a donné sa vie au port « ,"
        " ajoute-t-il.",
        [("Karim Alami", "C'est une légende, je l'ai vue jouer ici"), ("Karim Alami", "Elle a donné sa vie au port")],
    ),
    (  # the hyphens of an inversion are forgotten
        "Karim Alami tisse des nattes. « On est prêt », m'explique t'il, un doigt levé. « C'est bientôt l'été »,"
        " ajoute-t’il.",
        [("Karim Alami", "On est prêt"), ("Karim Alami", "C'est bientôt l'été")],
    ),
    (
        "Karim Alami tisse des nattes. « On est prêt », a t-il lancé. Le jonc, a t’il précisé, vient du lac.",
        [("Karim Alami", "On est prêt"), ("Karim Alami", "Le jonc, a t’il précisé, vient du lac")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_slips_of_print_change_neither_words_nor_speakers(text: str, expected: Expected) -> None:
    assert_said(text, expected)


@pytest.mark.parametrize("marks", ["ʺʺ", "″″", "＂＂", "❝❞", "≪≫", "《》"])
def test_signs_that_stand_for_marks_hold_speech(marks: str) -> None:
    line = f"{marks[0]}On reviendra au printemps avec des filets neufs{marks[1]}, a promis Lamia Fassi."
    assert direct(line) == ["On reviendra au printemps avec des filets neufs"]


def test_seconds_and_inches_are_no_marks() -> None:
    assert direct("Le vainqueur finit en 12″ et le second en 13″ sur cette piste de sable.") == []
