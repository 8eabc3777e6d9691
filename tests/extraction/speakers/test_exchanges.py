"""Who speaks in turns, who reacts, and who is named elsewhere: behind the words, or in the body of the article."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, told_below


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« J'ai donné l'heure du départ », lâche Omar Talbi. La présidente, Nadia Cherif, l'observe.\n"
            "« À qui l'avez-vous donnée ? », demande-t-elle.\n"
            "« À quelqu'un qui me faisait peur. »\n"
            "« Ce n'est pas un nom, ça. »\n"
            "« Je ne dirai rien de plus. »",
            [
                ("Omar Talbi", None),
                ("Nadia Cherif", None),
                ("Omar Talbi", "À quelqu'un qui me faisait peur."),
                ("Nadia Cherif", "Ce n'est pas un nom, ça."),
                ("Omar Talbi", "Je ne dirai rien de plus."),
            ],
        ),
        (
            "« J'ai donné l'heure du départ », lâche Omar Talbi.\n"
            "« Ce n'est pas une réponse à ma question », tranche Nadia Cherif.\n"
            "« Vous étiez trois dans ce camion. »",
            [("Omar Talbi", None), ("Nadia Cherif", None), ("Nadia Cherif", None)],
        ),
    ],
)
def test_quotes_alone_on_their_lines_answer_a_question_in_turns(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "La formule fait bondir sa consœur.",
        "Le mot a fait sursauter sa collègue.",
        "La remarque fait tiquer Salma Idrissi.",
    ],
)
def test_whoever_is_made_to_react_speaks(sentence: str) -> None:
    assert_told(
        "« Le four était éteint à minuit », plaide Salma Idrissi. « Il n'y a pas de fumée sans assurance », glisse "
        f"Houda Berrada. {sentence} « On ne requiert pas avec des journaux ! »",
        [("Salma Idrissi", None), ("Houda Berrada", None), ("Salma Idrissi", "On ne requiert pas avec des journaux !")],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pour l'avocat général, ce silence a un prix. « Vous protégez un homme », a tonné Karim Alami.",
            [("Karim Alami", "ce silence a un prix"), ("Karim Alami", "Vous protégez un homme")],
        ),
        (
            "Selon le maire, le pont est sûr. « Nous l'avons vérifié deux fois », insiste Omar Talbi.",
            [("Omar Talbi", "le pont est sûr"), ("Omar Talbi", None)],
        ),
        (
            "Selon le maire, le pont est sûr. « Nous passons la peur au ventre », répond Omar Talbi, chauffeur.",
            [(None, "le pont est sûr"), ("Omar Talbi", None)],
        ),
    ],
)
def test_the_next_sentence_names_the_holder_of_a_title(text: str, expected: Expected) -> None:
    assert_told(text, expected)


def test_a_body_is_meant_over_several_sentences() -> None:
    assert_told(
        "Le préfet, Karim Alami, n'a pas répondu. Le Collectif Eau libre a choisi la voie judiciaire. Il attaque le "
        "contrat. Il soutient que l'étude est fausse.",
        [("Collectif Eau libre", "l'étude est fausse")],
    )


def test_a_heading_that_names_the_body_takes_the_person_from_the_article() -> None:
    found = told_below(
        "Crédit Atlas : « Nous ne vendons pas la filiale, nous la soignons »",
        "Le directeur, Omar Talbi, a parlé. « La filiale souffre. Nous ne vendons pas la filiale, nous la soignons », "
        "a-t-il déclaré.",
    )
    assert [speaker for speaker, _ in found] == ["Omar Talbi", "Omar Talbi"]


def test_a_document_is_that_of_the_subject() -> None:
    assert_told(
        "La Société nationale des eaux « se réserve le droit de poursuivre les auteurs », indique un communiqué.",
        [("Société nationale des eaux", "se réserve le droit de poursuivre les auteurs")],
    )


def test_a_body_is_looked_for_over_few_sentences_of_any_number() -> None:
    assert_told(
        "Le Collectif Eau libre a porté plainte. "
        + "Il attaque le contrat. " * 3000
        + "Il soutient que tout est faux.",
        [(None, "tout est faux")],
    )
