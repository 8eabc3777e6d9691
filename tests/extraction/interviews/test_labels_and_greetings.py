"""Labels of those who ask, greetings on the air, and words before a colon that are no label."""

import pytest

from tests.extraction.printed_article import turns

HEAD = (
    "Le barrage de Sidi Yakoub rouvre : l'échange intégral",
    "Radio Zéphyr publie l'entretien diffusé ce matin avec Mourad Tlili, directeur du barrage de Sidi Yakoub.",
)
ASKED = "RADIO ZÉPHYR : Les vannes sont-elles ouvertes ?"
TOLD = "MOURAD TLILI : Depuis hier soir. Nous avons attendu que la pluie cesse."
SECOND = ("RADIO ZÉPHYR : À moitié ?", "MOURAD TLILI : Au tiers. Je ne prends aucun risque avec la digue.")


FOUND = [
    ("Les vannes sont-elles ouvertes ?", "Depuis hier soir. Nous avons attendu que la pluie cesse."),
    ("À moitié ?", "Au tiers. Je ne prends aucun risque avec la digue."),
]


@pytest.mark.parametrize(
    ("welcome", "reply"),
    [
        ("Bonjour à tous, bonjour Mourad Tlili.", "Bonjour Salma, bonjour à ceux qui nous écoutent."),
        ("Mourad Tlili, bonsoir.", "Bonsoir."),
        ("Bonjour, merci d'être avec nous.", "Merci de m'inviter."),
        ("Bienvenue dans notre studio.", "Bonjour. Merci à vous."),
    ],
)
def test_greetings_that_open_a_transcript_are_no_turn(welcome: str, reply: str) -> None:
    found = turns(*HEAD, f"RADIO ZÉPHYR : {welcome}", f"MOURAD TLILI : {reply}", ASKED, TOLD, *SECOND)
    assert found == FOUND


def test_who_greets_and_tells_answers() -> None:
    told = "Bonjour. Le lac est plein, les vannes sont ouvertes et la route de la digue reste fermée jusqu'à lundi."
    found = turns(*HEAD, "RADIO ZÉPHYR : Bonjour Mourad Tlili.", f"MOURAD TLILI : {told}", ASKED, TOLD, *SECOND)
    assert found == [("Bonjour Mourad Tlili.", told), *FOUND]


def test_a_reply_to_closing_thanks_is_an_answer() -> None:
    found = turns(*HEAD, ASKED, TOLD, *SECOND, "RADIO ZÉPHYR : Merci, Mourad Tlili.", "MOURAD TLILI : Merci à vous.")
    assert found == [*FOUND, ("Merci, Mourad Tlili.", "Merci à vous.")]


def test_the_one_who_asks_never_answers() -> None:
    found = turns(*HEAD, ASKED, TOLD, *SECOND, "RADIO ZÉPHYR : Merci à vous. Le journal dans un instant.")
    assert found == FOUND


def test_what_an_answer_asks_itself_above_a_labelled_prompt_is_no_question() -> None:
    more = "La vallée a soif. Un fellah qui n'a rien semé, avec quoi paierait-il sa part ?"
    last = ("RADIO ZÉPHYR : La taxe de 20 %", "MOURAD TLILI : Elle baissera, je l'ai dit.")
    found = turns(*HEAD, *SECOND, ASKED, TOLD, more, *last)
    assert found[1:] == [(FOUND[0][0], f"{FOUND[0][1]}\n{more}"), ("La taxe de 20 %", "Elle baissera, je l'ai dit.")]


@pytest.mark.parametrize("topic", ["Ambition de l'année : la digue ou le port ?", "Une seule crainte : la boue ?"])
def test_words_before_a_colon_are_a_part_of_a_question_among_others_without_labels(topic: str) -> None:
    plain = (
        "Mourad Tlili : « Le lac est plein »",
        "Que ressentez-vous ?",
        "Du soulagement. J'ai mal dormi pendant un mois.",
        topic,
        "La digue, sans doute. Nous y travaillons depuis mars.",
        "Vous reste-t-il un rêve ?",
        "Le voir plein chaque année. Je ne demande rien de plus.",
    )
    assert turns(*plain)[1] == (topic, "La digue, sans doute. Nous y travaillons depuis mars.")


@pytest.mark.parametrize(
    ("prompt", "reply"),
    [
        ("Un bail, ce n'est pas une vente...", "Non, et personne ne le prétend. Il faudra relire la loi."),
        ("Le fonds reste vide.", "C'est vrai. Nous l'avons dit au conseil."),
    ],
)
def test_a_short_line_prompts_whoever_agrees_or_denies(prompt: str, reply: str) -> None:
    lines = (
        "ENTRETIEN CROISÉ. Nora Slimi préside la coopérative des Figuiers, Hédi Mabrouk dirige le marché de gros.",
        "Où partent les figues ?",
        "Nora Slimi : Au souk, pour la moitié. Le reste sèche sur nos toits.",
        "Hédi Mabrouk : Trop peu arrive chez nous. Je le regrette.",
        "L'an prochain, nous louerons deux camions et un hangar au bord de la route.",
        prompt,
        f"Nora Slimi : {reply}",
        "Et les prix ?",
        "Hédi Mabrouk : Ils montent. Je n'y peux rien.",
    )
    assert (prompt, reply) in turns(*lines)


def test_who_asks_may_say_us_in_a_request() -> None:
    asked = "Comment en vient-on à vendre ? Racontez-nous la journée où tout s'est joué."
    found = turns(
        "Nora Slimi : « Le figuier rend ce qu'on lui donne »",
        "Vous avez vendu ?",
        "Oui.",
        asked,
        "Prenez un matin de pluie. La route était coupée, et le courtier attendait depuis l'aube.",
        "Qu'en reste-t-il ?",
        "Deux arbres. Je les taille moi-même.",
    )
    assert [turn[0] for turn in found] == ["Vous avez vendu ?", asked, "Qu'en reste-t-il ?"]
