"""Every way the press ties words to who spoke them, in sentences of our own."""

import pytest

from tests.extraction.printed_article import Expected, assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », a-t-il dit. Et "
            "d'ajouter : « Nous avons pris notre temps ».",
            [("Karim Alami", "Le pont tiendra"), ("Karim Alami", "Nous avons pris notre temps")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », a-t-il dit. Et de "
            "conclure : « Nous avons pris notre temps ».",
            [("Karim Alami", None), ("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », a-t-il dit. Et "
            "d'ajouter que la route rouvrira lundi.",
            [("Karim Alami", None), ("Karim Alami", "la route rouvrira lundi")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », a-t-il dit, avant "
            "de lancer : « Venez voir par vous-mêmes ! »",
            [("Karim Alami", None), ("Karim Alami", "Venez voir par vous-mêmes !")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », a-t-il dit. Avant "
            "d'enfoncer le clou : « Venez voir par vous-mêmes ! »",
            [("Karim Alami", None), ("Karim Alami", "Venez voir par vous-mêmes !")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », a-t-il dit. Puis, "
            "plus grave : « Nous avons eu peur. »",
            [("Karim Alami", None), ("Karim Alami", "Nous avons eu peur.")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », a-t-il dit. Et à "
            "Leïla Mansouri, directrice de l'hôpital, de conclure : « Nous avons eu peur. »",
            [("Karim Alami", None), ("Leïla Mansouri", "Nous avons eu peur.")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », a-t-il dit. Et "
            "Leïla Mansouri de renchérir : « Nous avons eu très peur. »",
            [("Karim Alami", None), ("Leïla Mansouri", "Nous avons eu très peur.")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », a-t-il dit. « Nous "
            "avons pris notre temps », et de poursuivre : « La route suivra au printemps ».",
            [("Karim Alami", None), ("Karim Alami", None), ("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », dit-il. Réponse de "
            "Leïla Mansouri, directrice de l'hôpital : « Nous avons eu très peur. »",
            [("Karim Alami", None), ("Leïla Mansouri", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », dit-il. Réplique "
            "immédiate de Leïla Mansouri : « Nous avons eu très peur. »",
            [("Karim Alami", None), ("Leïla Mansouri", None)],
        ),
    ],
)
def test_et_and_an_infinitive_go_on_or_give_the_floor_to_another(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Le pont tiendra bon », dixit Karim Alami, maire de Sefrou.",
            [("Karim Alami", "Le pont tiendra bon")],
        ),
        (
            "« Le pont tiendra bon », foi de Karim Alami, maire de Sefrou.",
            [("Karim Alami", "Le pont tiendra bon")],
        ),
        (
            "« Le pont tiendra bon », c'est en ces termes que Karim Alami a ouvert la séance.",
            [("Karim Alami", "Le pont tiendra bon")],
        ),
        (
            "« Le pont tiendra bon. » C'est ce qu'a affirmé Karim Alami, maire de Sefrou, mardi à Fès.",
            [("Karim Alami", "Le pont tiendra bon.")],
        ),
        (
            "Le pont rouvrira lundi. C'est ce qu'a annoncé Karim Alami, maire de Sefrou.",
            [("Karim Alami", "Le pont rouvrira lundi")],
        ),
        (
            "Le pont rouvrira lundi, c'est du moins ce qu'a affirmé Karim Alami, maire de Sefrou.",
            [("Karim Alami", "Le pont rouvrira lundi")],
        ),
        (
            "C'est avec ces mots que Karim Alami a ouvert la séance : « Le pont tiendra bon ».",
            [("Karim Alami", "Le pont tiendra bon")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », dit-il. Un avis que "
            "ne partage pas Leïla Mansouri : « Nous manquons de lits ».",
            [("Karim Alami", None), ("Leïla Mansouri", "Nous manquons de lits")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », dit-il. Un constat "
            "partagé par Leïla Mansouri, directrice de l'hôpital. « Nous manquons de lits depuis dix "
            "ans. »",
            [("Karim Alami", None), ("Leïla Mansouri", None)],
        ),
        (
            "Interrogé par nos soins, Karim Alami reconnaît un retard. « Nous avons pris six mois dans la vue. »",
            [("Karim Alami", "Nous avons pris six mois dans la vue.")],
        ),
        (
            "Interrogé par nos soins, Karim Alami ne cache pas son agacement : « Nous avons pris six "
            "mois dans la vue. »",
            [("Karim Alami", None)],
        ),
        (
            "Contacté par téléphone, Karim Alami a botté en touche. « Je n'ai rien à ajouter. »",
            [("Karim Alami", None)],
        ),
        (
            "Joint par téléphone, le maire de Sefrou se veut rassurant. « Le pont tiendra bon. »"
            "\nKarim Alami connaît le dossier par cœur.",
            [(None, None)],
        ),
        (
            "Karim Alami, lui, estime que le pont tiendra.",
            [("Karim Alami", "le pont tiendra")],
        ),
        (
            "Karim Alami, maire de Sefrou, et Rachid Bennis, préfet de la province, étaient à la même "
            "table. Rachid Bennis, lui, n'y croit pas : « On nous promène depuis dix ans ».",
            [("Rachid Bennis", None)],
        ),
        (
            "Karim Alami, maire de Sefrou, et Rachid Bennis, préfet de la province, étaient à la même "
            "table. « Le pont est sûr », a dit Karim Alami. Rachid Bennis, lui, n'y croit pas. « On nous "
            "promène depuis dix ans. »",
            [("Karim Alami", None), ("Rachid Bennis", None)],
        ),
        (
            "Karim Alami, maire de Sefrou, et Rachid Bennis, préfet de la province, étaient à la même "
            "table. Pour sa part, Rachid Bennis a souligné que la route est coupée.",
            [("Rachid Bennis", "la route est coupée")],
        ),
        (
            "Karim Alami, maire de Sefrou, et Rachid Bennis, préfet de la province, étaient à la même "
            "table. De son côté, Rachid Bennis a assuré : « La route est coupée ».",
            [("Rachid Bennis", "La route est coupée")],
        ),
        (
            "Karim Alami, maire de Sefrou, et Rachid Bennis, préfet de la province, étaient à la même "
            "table. « La route est coupée », a, de son côté, expliqué Rachid Bennis.",
            [("Rachid Bennis", "La route est coupée")],
        ),
        (
            "Karim Alami, maire de Sefrou, et Rachid Bennis, préfet de la province, étaient à la même "
            "table. « La route est coupée », a pour sa part précisé M. Bennis.",
            [("Rachid Bennis", "La route est coupée")],
        ),
        (
            "Karim Alami, maire de Sefrou, et Rachid Bennis, préfet de la province, étaient à la même "
            "table. Rachid Bennis s'est voulu rassurant. « La route sera libre demain. » Karim Alami a "
            "préféré se taire.",
            [("Rachid Bennis", None)],
        ),
        (
            "« Le pont est sûr », lit-on dans le communiqué du ministère de l'Équipement.",
            [("Ministère de l'Équipement", None)],
        ),
        (
            "« Le pont est sûr », peut-on lire sur la page Facebook de la Société nationale des ponts.",
            [("Société nationale des ponts", None)],
        ),
        (
            "« Le pont est sûr », indique un communiqué du ministère de l'Équipement.",
            [("Ministère de l'Équipement", None)],
        ),
        (
            "Le pont rouvrira lundi, a-t-on appris auprès de la Protection civile.",
            [("Protection civile", "Le pont rouvrira lundi")],
        ),
        (
            "Le pont rouvrira lundi, apprend-on auprès de Karim Alami, maire de Sefrou.",
            [("Karim Alami", "Le pont rouvrira lundi")],
        ),
        (
            "Le pont rouvrira lundi, a appris la MAP auprès de Karim Alami, maire de Sefrou.",
            [("Karim Alami", "Le pont rouvrira lundi")],
        ),
        (
            "Dans une déclaration à la MAP, Karim Alami, maire de Sefrou, a souligné que le pont rouvrira lundi.",
            [("Karim Alami", "le pont rouvrira lundi")],
        ),
        (
            "Karim Alami, maire de Sefrou, a souligné, dans une déclaration à la MAP, que le pont rouvrira lundi.",
            [("Karim Alami", "le pont rouvrira lundi")],
        ),
        (
            "« Le pont rouvrira lundi », a déclaré à l'APS le directeur des travaux publics, Karim Alami.",
            [("Karim Alami", None)],
        ),
        (
            "« Le pont rouvrira lundi », a confié au micro de Radio Sefrou Leïla Mansouri, directrice de l'hôpital.",
            [("Leïla Mansouri", None)],
        ),
        (
            "« Le pont rouvrira lundi », nous a confié, sous couvert d'anonymat, un cadre de la wilaya.",
            [(None, None)],
        ),
        (
            "Le projet est gelé, une décision qualifiée de « coup de poignard dans le dos des riverains "
            "» par Leïla Mansouri.",
            [("Leïla Mansouri", "coup de poignard dans le dos des riverains")],
        ),
        (
            "Karim Alami a parlé d'« un coup de poignard dans le dos des riverains ».",
            [("Karim Alami", "un coup de poignard dans le dos des riverains")],
        ),
        (
            "Aux yeux de Karim Alami, « rien n'a été fait depuis dix ans ».",
            [("Karim Alami", "rien n'a été fait depuis dix ans")],
        ),
        (
            "De l'avis de Karim Alami, le pont tiendra encore dix ans.",
            [("Karim Alami", "le pont tiendra encore dix ans")],
        ),
        (
            "À en croire Karim Alami, le pont tiendra encore dix ans.",
            [("Karim Alami", "le pont tiendra encore dix ans")],
        ),
        (
            "De l'aveu même de Karim Alami, le pont a coûté trop cher.",
            [("Karim Alami", "le pont a coûté trop cher")],
        ),
        (
            "Selon les termes de Karim Alami, « rien n'a été fait depuis dix ans ».",
            [("Karim Alami", "rien n'a été fait depuis dix ans")],
        ),
        (
            "Pour reprendre les mots de Karim Alami, « rien n'a été fait depuis dix ans ».",
            [("Karim Alami", "rien n'a été fait depuis dix ans")],
        ),
        (
            "« Rien n'a été fait depuis dix ans » : le mot est de Karim Alami, maire de Sefrou.",
            [("Karim Alami", None)],
        ),
        (
            "« Rien n'a été fait depuis dix ans » : la phrase, lâchée par Karim Alami en plein conseil, "
            "a circulé dans le quartier.",
            [("Karim Alami", None)],
        ),
        (
            "« Rien n'a été fait depuis dix ans. » La voix de Leïla Mansouri tremble.",
            [("Leïla Mansouri", None)],
        ),
        (
            "« Rien n'a été fait depuis dix ans. » Leïla Mansouri, directrice de l'hôpital, ne décolère pas.",
            [("Leïla Mansouri", None)],
        ),
        (
            "« Rien n'a été fait depuis dix ans. » Assise derrière son bureau, Leïla Mansouri ne décolère pas.",
            [("Leïla Mansouri", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », dit-il."
            "\n« Rien n'a été fait depuis dix ans. » Assise derrière son bureau, Leïla Mansouri ne "
            "décolère pas.",
            [("Karim Alami", None), ("Leïla Mansouri", None)],
        ),
        (
            "« Rien n'a été fait », s'emporte-t-elle. Leïla Mansouri dirige l'hôpital depuis 2011.",
            [("Leïla Mansouri", None)],
        ),
    ],
)
def test_words_are_tied_to_their_speaker_by_any_turn_of_phrase(text: str, expected: Expected) -> None:
    assert_told(text, expected)
