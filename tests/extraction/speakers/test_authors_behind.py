"""Who is told as the author of words by the sentence behind them, by "comme l'a dit X", or beside another source."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, direct

CASES: list[tuple[str, Expected]] = [
    (
        "Le président et le procureur sont partis. « Ces accords ont été ratifiés par tous il y a vingt ans. » C'est"
        " ce qu'a rappelé Karim Alami, juge.",
        [("Karim Alami", "Ces accords ont été ratifiés par tous il y a vingt ans.")],
    ),
    (
        "La salle est pleine. « Rien ne sera vendu cette année dans la ville. » C'est en ces termes que Sonia Tazi a"
        " ouvert la séance.",
        [("Sonia Tazi", "Rien ne sera vendu cette année dans la ville.")],
    ),
    (
        "« Les secours ont sauvé 74 personnes au large. » C'est ce qu'a indiqué mercredi l'Agence nationale"
        " d'information.",
        [("Agence nationale d'information", "Les secours ont sauvé 74 personnes au large.")],
    ),
    (  # whose document it is, and not who passes it on; "ledit" is an article
        "Dans un communiqué du ministère de l'Intérieur publié en arabe par l'Agence nationale d'information, on peut"
        " lire : « Le bateau est parti il y a huit jours. » Selon ledit communiqué du ministère de l'Intérieur, « la"
        " justice a été invitée à enquêter ».",
        [("Ministère de l'Intérieur", None), ("Ministère de l'Intérieur", "la justice a été invitée à enquêter")],
    ),
    (  # a survivor is nobody who holds an office; "la source" is whoever spoke last
        "« Un navire a coulé », a indiqué Vincent Rochel, responsable de l'agence. « Je suis le seul à vivre », a"
        " déclaré le rescapé. Il a affirmé que ses amis sont morts. « On nous a bien traités », ajoute la source.",
        [("Vincent Rochel", None), (None, None), (None, "ses amis sont morts"), (None, "On nous a bien traités")],
    ),
    (  # his own title with where he is from
        "Le ministre du Tourisme, Karim Alami, a précisé que les hôtels sont pleins. « L'année sera belle », a indiqué"
        " le ministre tunisien.",
        [("Karim Alami", "les hôtels sont pleins"), ("Karim Alami", "L'année sera belle")],
    ),
    (  # who goes on is no president whom the text names only further on
        "« J'invite chacun à venir voir », a dit François Morel. « Ici tout est calme », a ajouté le président devant"
        " la presse. « Tout cela me réjouit », a réagi Ali Toumi, président de la fédération.",
        [("François Morel", None), ("François Morel", "Ici tout est calme"), ("Ali Toumi", None)],
    ),
    (  # "c'est" alone tells of no author
        "La salle est pleine. « Rien ne sera vendu cette année dans la ville. » C'est Sonia Tazi qui ouvre la séance.",
        [(None, "Rien ne sera vendu cette année dans la ville.")],
    ),
    (
        "Les prix montent, comme l'a constaté Ahmed Tazi, retraité, qui compare avant d'acheter : « On le sent bien."
        " On vit quand même. »",
        [("Ahmed Tazi", "On le sent bien. On vit quand même.")],
    ),
    (
        "Selon Karim Alami, ainsi que plusieurs élus, la rue est triste. D'après Sonia Tazi, comme pour ses voisins,"
        " la rue est belle.",
        [("Karim Alami", "la rue est triste"), ("Sonia Tazi", "la rue est belle")],
    ),
    (  # a name that comes only with the next paragraph is somebody else's
        "« On rouvre lundi, et pour longtemps », promet Karim Alami.\n« Je rouvre mardi, peut-être »,"
        " souligne-t-elle.\nSonia Tazi vend des fruits.",
        [("Karim Alami", None), (None, "Je rouvre mardi, peut-être")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_belong_to_whom_the_text_calls_their_author(text: str, expected: Expected) -> None:
    assert_told(text, expected)


def test_a_name_in_marks_behind_its_noun_is_no_quote() -> None:
    assert not direct("Karim Alami, chargé des dispositions de « la Charte pour la paix », a salué le public.")
