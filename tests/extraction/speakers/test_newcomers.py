"""Who was just elected, appointed or won, who lost, and which of two an ordinal means."""

import pytest

from tests.extraction.printed_article import Expected, assert_told

CASES: list[tuple[str, Expected]] = [
    (  # elected under other titles, and told by the new one
        "Les membres ont porté à leur tête Samira Oukaci, psychologue et fondatrice d'une crèche. « Nous avancerons"
        " ensemble », a expliqué Mme Oukaci. La nouvelle présidente a annoncé que le siège sera transféré. Elle a"
        " aussi promis que les comptes seront publiés.",
        [
            ("Samira Oukaci", "Nous avancerons ensemble"),
            ("Samira Oukaci", "le siège sera transféré"),
            ("Samira Oukaci", "les comptes seront publiés"),
        ],
    ),
    (  # whom a body appointed is the man, and not whom he follows
        "Le conseil d'administration a désigné Farid Kerkouche directeur par intérim, après le départ de Slim Hachani."
        " « Ma mission est d'assurer la suite », a-t-il écrit. Le nouveau directeur assure que rien ne changera.",
        [("Farid Kerkouche", "Ma mission est d'assurer la suite"), ("Farid Kerkouche", "rien ne changera")],
    ),
    (  # the winner, and the other one
        "Driss Lahbabi a été réélu président du club devant Adil Rami, son trésorier. « La barque tient bon », a"
        " lancé le vainqueur. Son adversaire, lui, compte encore les bulletins. « Il en manque onze », a-t-il juré.",
        [("Driss Lahbabi", "La barque tient bon"), ("Adil Rami", "Il en manque onze")],
    ),
    (  # nobody is appointed: the new director has no name
        "Driss Lahbabi a quitté l'office lundi, sans un mot. Le nouveau directeur assure que rien ne changera.",
        [(None, "rien ne changera")],
    ),
    (  # who leaves the room stays in office
        "Driss Lahbabi, nouveau directeur du port, a quitté hier la salle. « Rien ne changera », a dit le nouveau"
        " directeur.",
        [("Driss Lahbabi", "Rien ne changera")],
    ),
    (  # told of before, and nobody new, among other women
        "« Mes essais sont concluants », a dit Dorra Mansour.\nLe comité a élu Amina Cherif trésorière. L'intéressée a"
        " obtenu 15 voix contre 9 à Karim Slimi. Elle a promis que les comptes seront justes.",
        [("Dorra Mansour", "Mes essais sont concluants"), ("Amina Cherif", "les comptes seront justes")],
    ),
    (  # a man and a woman of one sentence, others near
        "Malik Tounkara, expert malien, et Greta Lindqvist ont raconté leurs essais devant Karim Slimi. Mme Saïdi"
        " s'est tue. « Chez nous, tout se paie au comptant », a expliqué le premier.",
        [("Malik Tounkara", "Chez nous, tout se paie au comptant")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whoever_came_to_office_or_won_is_meant_by_that(text: str, expected: Expected) -> None:
    assert_told(text, expected)
