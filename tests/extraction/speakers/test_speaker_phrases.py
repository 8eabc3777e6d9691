"""Appositions, clauses, titles and common nouns that present a speaker, and speakers that alternate."""

import pytest

from tests.extraction.printed_article import Expected, assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Le pont est sûr », a déclaré le ministre de l'Équipement, de l'Eau et de la Logistique, "
            "Karim Alami, lors d'un point de presse.",
            [("Karim Alami", None)],
        ),
        (
            "Karim Alami, ingénieur de formation, président de l'Association des riverains, ancien maire "
            "de Sefrou, a déclaré que le pont est sûr.",
            [("Karim Alami", "le pont est sûr")],
        ),
        (
            "Karim Alami, qui préside l'association depuis 2011 et qui connaît chaque pierre du pont, "
            "assure que le pont est sûr.",
            [("Karim Alami", "le pont est sûr")],
        ),
        (
            "Karim Alami, dont la famille habite la rive depuis trois générations, n'en démord pas : « "
            "Le pont est sûr ».",
            [("Karim Alami", None)],
        ),
        (
            "Présent lors de la cérémonie aux côtés de Leïla Mansouri, Karim Alami a déclaré que le pont est sûr.",
            [("Karim Alami", "le pont est sûr")],
        ),
        (
            "S'exprimant lors d'une rencontre organisée par l'Ordre des ingénieurs, Karim Alami a "
            "affirmé que le pont est sûr.",
            [("Karim Alami", "le pont est sûr")],
        ),
        (
            "Intervenant à cette occasion, le président du conseil régional, Karim Alami, a mis l'accent "
            "sur la sécurité. « Le pont est sûr », a-t-il assuré.",
            [("Karim Alami", None)],
        ),
        (
            "Recevant mardi Leïla Mansouri, directrice de l'hôpital, Karim Alami a affirmé que le pont est sûr.",
            [("Karim Alami", "le pont est sûr")],
        ),
        (
            "Lors de son entretien avec Karim Alami, la ministre de la Santé, Leïla Mansouri, a affirmé "
            "que l'hôpital ouvrira.",
            [("Leïla Mansouri", "l'hôpital ouvrira")],
        ),
        (
            "Interrogée par le député Karim Alami, la ministre de la Santé, Leïla Mansouri, a répondu "
            "que l'hôpital ouvrira.",
            [("Leïla Mansouri", "l'hôpital ouvrira")],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme celui qui "
            "est aussi ingénieur.",
            [("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme l'ancien ingénieur.",
            [("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme l'élu.",
            [("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme l'édile.",
            [("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme le premier "
            "magistrat de la ville.",
            [("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme notre interlocuteur.",
            [("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme le quinquagénaire.",
            [("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme ce père de trois enfants.",
            [("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme l'intéressé.",
            [("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme le responsable.",
            [("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme le même responsable.",
            [("Karim Alami", None)],
        ),
        (
            "Le maire de Sefrou, Karim Alami, a visité le pont. « Le pont est sûr », affirme le jeune homme.",
            [("Karim Alami", None)],
        ),
        (
            "La directrice de l'hôpital, Leïla Mansouri, a reçu la presse. « Les lits manquent », "
            "soupire la jeune femme.",
            [("Leïla Mansouri", None)],
        ),
        (
            "La directrice de l'hôpital, Leïla Mansouri, a reçu la presse. « Les lits manquent », "
            "soupire la quadragénaire.",
            [("Leïla Mansouri", None)],
        ),
        (
            "La directrice de l'hôpital, Leïla Mansouri, a reçu la presse. « Les lits manquent », "
            "soupire la praticienne.",
            [("Leïla Mansouri", None)],
        ),
        (
            "La directrice de l'hôpital, Leïla Mansouri, a reçu la presse. « Les lits manquent », soupire la médecin.",
            [("Leïla Mansouri", None)],
        ),
        (
            "La directrice de l'hôpital, Leïla Mansouri, a reçu la presse. « Les lits manquent », "
            "soupire-t-elle. Son adjoint acquiesce : « C'est intenable ».",
            [("Leïla Mansouri", None), (None, None)],
        ),
        (
            "La directrice de l'hôpital, Leïla Mansouri, a reçu la presse. « Les lits manquent », "
            "soupire son adjoint, Karim Alami.",
            [("Karim Alami", None)],
        ),
        (
            "La directrice de l'hôpital, Leïla Mansouri, a reçu la presse. « Les lits manquent », soupire son mari.",
            [(None, None)],
        ),
        (
            "La directrice de l'hôpital, Leïla Mansouri, a reçu la presse. « Elle n'a rien signé », plaide son avocat.",
            [(None, None)],
        ),
        (
            "La directrice de l'hôpital, Leïla Mansouri, a reçu la presse. « Elle n'a rien signé », "
            "plaide son avocat, Me Karim Alami.",
            [("Karim Alami", None)],
        ),
        (
            "La directrice de l'hôpital, Leïla Mansouri, a reçu la presse. « Elle n'a rien signé », "
            "plaide Me Alami, son avocat. Karim Alami est avocat à Fès.",
            [("Karim Alami", None)],
        ),
    ],
)
def test_a_speaker_is_found_behind_appositions_and_common_nouns(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karim Alami, maire de Sefrou, et Rachid Bennis, préfet de la province, étaient à la même "
            "table. « Le pont tiendra », a dit Karim Alami. « Il tombera bientôt », a répondu Rachid "
            "Bennis. « Vous n'y connaissez rien », a coupé le premier. « J'ai fait les calculs », a "
            "rétorqué le second.",
            [("Karim Alami", None), ("Rachid Bennis", None), ("Karim Alami", None), ("Rachid Bennis", None)],
        ),
        (
            "Karim Alami, maire de Sefrou, et Rachid Bennis, préfet de la province, étaient à la même "
            "table. « Le pont tiendra », a dit Karim Alami. « Il tombera bientôt », a répondu Rachid "
            "Bennis. « Jamais de la vie », a-t-il repris.",
            [("Karim Alami", None), ("Rachid Bennis", None), ("Rachid Bennis", None)],
        ),
        (
            "Karim Alami, maire de Sefrou, et Rachid Bennis, préfet de la province, étaient à la même "
            "table. « Le pont tiendra », a-t-il dit.",
            [(None, None)],
        ),
        (
            "Karim Alami a reçu Leïla Mansouri. « Le pont tiendra », a-t-elle dit. « Nous verrons bien "
            "», a-t-il répondu.",
            [("Leïla Mansouri", None), ("Karim Alami", None)],
        ),
        (
            "Karim Alami a rencontré Rachid Bennis à Fès. « Le pont tiendra », a-t-il dit.",
            [("Karim Alami", None)],
        ),
        (
            "Karim Alami a parlé du pont avec Rachid Bennis. Il a assuré que le pont tiendra.",
            [("Karim Alami", None)],
        ),
        (
            "À la barre, Karim Alami nie tout. « Je dormais chez moi », répète-t-il. La procureure, "
            "Leïla Mansouri, n'y croit pas. « Vous mentez depuis le début. »",
            [("Karim Alami", None), ("Leïla Mansouri", None)],
        ),
    ],
)
def test_speakers_that_alternate_are_told_apart_or_left_open(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Nous voulons du travail », scandent les manifestants.",
            [(None, None)],
        ),
        (
            "« Nous voulons du travail », disent-ils en chœur. Les ouvriers sont venus de loin.",
            [(None, None)],
        ),
        (
            "Les syndicats ont dénoncé « un passage en force inacceptable du gouvernement ».",
            [(None, None)],
        ),
        (
            "Le groupe a annoncé une perte. « Nous avons sous-estimé la concurrence », reconnaît l'entreprise.",
            [(None, None)],
        ),
        (
            "« On ne voit plus de touristes », confie un commerçant de la médina. « Même en été », "
            "renchérit sa voisine.",
            [(None, None), (None, None)],
        ),
        (
            "« On ne voit plus de touristes », confie Hassan, commerçant de la médina. « Même en été », "
            "renchérit Fatima, sa voisine.",
            [("Hassan", None), ("Fatima", None)],
        ),
        (
            "« On ne voit plus de touristes », confie Hassan, 54 ans, vendeur de tapis.",
            [("Hassan", None)],
        ),
        (
            "Selon des témoins, le pont a cédé vers midi.",
            [(None, "le pont a cédé vers midi")],
        ),
        (
            "Selon nos informations, le pont a cédé vers midi.",
            [],
        ),
        (
            "D'après plusieurs médias locaux, le pont a cédé vers midi.",
            [(None, "le pont a cédé vers midi")],
        ),
        (
            "Un habitant raconte que le pont a cédé vers midi. « J'ai entendu un bruit énorme », dit-il.",
            [(None, None), (None, None)],
        ),
        (
            "Plusieurs habitants affirment que le pont a cédé vers midi.",
            [(None, None)],
        ),
        (
            "De sources concordantes, le pont a cédé vers midi.",
            [(None, "le pont a cédé vers midi")],
        ),
        (
            "De source sécuritaire, le pont a cédé vers midi.",
            [(None, "le pont a cédé vers midi")],
        ),
        (
            "Rabat a réagi jeudi. « Le Maroc ne cédera pas », a martelé le chef de la diplomatie.",
            [(None, None)],
        ),
    ],
)
def test_groups_and_the_unnamed_are_not_given_a_name(text: str, expected: Expected) -> None:
    assert_told(text, expected)
