"""Marks of every family, nested, mixed and unbalanced, quotes that run on, and marks that quote nobody."""

import pytest

from tests.extraction.printed_article import Expected, assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Il m'a dit : “Le pont est fini”, et je "
            "l'ai cru », raconte-t-il.",
            [("Karim Alami", "Il m'a dit : “Le pont est fini”, et je l'ai cru")],
        ),
        (
            'Le maire de Sefrou, Karim Alami, a visité le pont. « Il m\'a dit : "Le pont est fini", et je '
            "l'ai cru », raconte-t-il.",
            [("Karim Alami", "Il m'a dit : \"Le pont est fini\", et je l'ai cru")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Il m'a dit : « Le pont est fini », et "
            "je l'ai cru », raconte-t-il.",
            [("Karim Alami", "Il m'a dit : « Le pont est fini », et je l'ai cru")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. “Le pont […] tiendra (…) dix ans”, raconte-t-il.",
            [("Karim Alami", "Le pont […] tiendra (…) dix ans")],
        ),
        (
            'Le maire de Sefrou, Karim Alami, a visité le pont. "Le pont tiendra", dit-il. "La route '
            'aussi", ajoute-t-il.',
            [("Karim Alami", "Le pont tiendra"), ("Karim Alami", "La route aussi")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. «Le pont tiendra.» dit-il.",
            [("Karim Alami", "Le pont tiendra.")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra bon dix ans. », dit-il.",
            [("Karim Alami", "Le pont tiendra bon dix ans.")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra bon dix ans !, dit-il. "
            "Et la route suivra. »",
            [("Karim Alami", "Le pont tiendra bon dix ans !, dit-il. Et la route suivra.")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra bon, dit-il. La route suivra.",
            [("Karim Alami", "Le pont tiendra bon")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. ‘‘Le pont tiendra bon dix ans’’, dit-il.",
            [("Karim Alami", "Le pont tiendra bon dix ans")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. „Le pont tiendra bon dix ans”, dit-il.",
            [("Karim Alami", "Le pont tiendra bon dix ans")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. << Le pont tiendra bon dix ans >>, dit-il.",
            [("Karim Alami", "Le pont tiendra bon dix ans")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont, assure-t-il, tiendra dix ans ».",
            [("Karim Alami", "Le pont, assure-t-il, tiendra dix ans")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont », assure-t-il, « tiendra dix ans ».",
            [("Karim Alami", "tiendra dix ans")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra, a-t-il expliqué. (…) "
            "La route suivra. »",
            [("Karim Alami", "Le pont tiendra, a-t-il expliqué. (…) La route suivra.")],
        ),
        (
            'Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra dix ans", dit-il.',
            [("Karim Alami", "Le pont tiendra dix ans")],
        ),
    ],
)
def test_marks_are_paired_whatever_their_shape(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra », a-t-il assuré. « "
            "Nous avons posé six capteurs. »"
            "\n« Et nous en poserons d'autres. Le budget est voté », a-t-il poursuivi.",
            [("Karim Alami", None), ("Karim Alami", None), ("Karim Alami", None)],
        ),
        (
            "« La nuit, le pont tremble."
            "\n« On entend craquer les câbles."
            "\n« Un jour, il tombera », raconte Salima Haddad, riveraine.",
            [("Salima Haddad", "La nuit, le pont tremble.\n« On entend craquer les câbles.\n« Un jour, il tombera")],
        ),
        (
            "« La nuit, le pont tremble."
            "\nOn entend craquer les câbles."
            "\nUn jour, il tombera », raconte Salima Haddad, riveraine.",
            [("Salima Haddad", "La nuit, le pont tremble.\nOn entend craquer les câbles.\nUn jour, il tombera")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont tiendra. » Karim Alami en est "
            "sûr. « Nous avons posé six capteurs. »",
            [("Karim Alami", None), ("Karim Alami", None)],
        ),
        (
            "La directrice de l'hôpital, Leïla Mansouri, a reçu la presse. Elle énumère les manques. « "
            "Pas de scanner. Pas de réanimateur. » Elle soupire. « On fait avec. »",
            [("Leïla Mansouri", None), ("Leïla Mansouri", None)],
        ),
        (
            "Karim Alami dirige le chantier. À 54 ans, il a vu passer quatre crues. « Celle-ci était la pire. »",
            [("Karim Alami", None)],
        ),
        (
            "Karim Alami dirige le chantier. Les travaux ont commencé en mai. Ils devaient finir en "
            "août. « On a perdu six mois. »",
            [("Karim Alami", None)],
        ),
    ],
)
def test_quotes_run_on_over_sentences_and_paragraphs(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le film « Les hirondelles ne meurent jamais » sort mercredi.",
            [],
        ),
        (
            "La chanson « On n'oublie rien » passe à la radio.",
            [],
        ),
        (
            "L'exposition « Ce que la mer nous rend » ouvre ses portes à Tunis.",
            [],
        ),
        (
            "Le programme « Tous à l'école » sera lancé en mai.",
            [],
        ),
        (
            "C'est le fameux « on verra bien » des administrations.",
            [],
        ),
        (
            "Comme dit le proverbe, « qui va doucement va loin ».",
            [],
        ),
        (
            "Le label « Made in Morocco » séduit.",
            [],
        ),
        (
            "Un mur porte l'inscription « Défense d'afficher ».",
            [],
        ),
        (
            "La loi dite « anti-casse » sera votée.",
            [],
        ),
        (
            "Ils attendent leur « permis de vivre » depuis dix ans.",
            [],
        ),
    ],
)
def test_titles_terms_and_sayings_are_no_quotes(text: str, expected: Expected) -> None:
    assert_told(text, expected)
