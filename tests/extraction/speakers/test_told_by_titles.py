"""Titles that mean somebody by another word: the accused, the player, the judge told again, the body by its seat."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, facts_of

CASES: list[tuple[str, Expected]] = [
    (  # a man who is prosecuted is "le prévenu"
        "Le tribunal a entendu Karim Tazi, ancien caissier, poursuivi pour vol. Le juge lui a lu l'acte. À la barre, le"
        " prévenu a tout nié. « Je n'ai rien pris dans la caisse », s'est-il défendu.",
        [("Karim Tazi", "Je n'ai rien pris dans la caisse")],
    ),
    (  # "le joueur" holds a post on the field, and trains nobody
        "Nabil Alami, arrière gauche du club, se tait. L'entraîneur du club, Karim Tazi, se frotte les mains. « C'est"
        " un bon choix », dit-il. En attendant, le joueur s'exerce seul. « Je suis serein ce soir », assure-t-il.",
        [("Karim Tazi", "C'est un bon choix"), ("Nabil Alami", "Je suis serein ce soir")],
    ),
    (  # her father's name makes her no man
        "La géographe Kadyata Malick Sarré refuse la fatalité. Selon elle, une route entretenue coûte moins.",
        [("Kadyata Malick Sarré", "une route entretenue coûte moins")],
    ),
    (  # where it sits tells no other body apart
        "La Banque mondiale a revu ses chiffres. L'institution de Washington estime que la demande repartira en mai.",
        [("Banque mondiale", "la demande repartira en mai")],
    ),
    (  # a body speaks by its organ
        "Le bureau local de l'Union nationale des pêcheurs demande à être reçu par le préfet.",
        [("Union nationale des pêcheurs", "être reçu par le préfet")],
    ),
    (  # an acronym behind the source that closes a clause
        "Le procureur, Karim Tazi, a soutenu que le vol dépasse dix millions, d'après les conclusions de la Cour des"
        " comptes (CDC).",
        [("Karim Tazi", "le vol dépasse dix millions")],
    ),
    (  # a person, and not the body that spoke last
        "Nabil Alami est rentré chez lui. L'Union nationale des pêcheurs souhaite que le port soit rouvert.\n« La mer"
        " ne ferme jamais », répétait le vieil homme.",
        [("Union nationale des pêcheurs", "le port soit rouvert"), ("Nabil Alami", "La mer ne ferme jamais")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_title_tells_who_speaks(text: str, expected: Expected) -> None:
    assert_told(text, expected)


def test_the_judge_is_called_by_another_word() -> None:
    facts = facts_of("Le juge a interrogé le comptable. « Où sont les factures de mars ? », a demandé le magistrat.")
    assert [quote.attribution.speaker for quote in facts.quotes] == ["Le juge"]
