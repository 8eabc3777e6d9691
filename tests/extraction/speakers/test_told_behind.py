"""Who spoke is told behind a translation, by whom something is qualified, or by a first name in the sentence."""

import pytest

from tests.extraction.printed_article import Expected, assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nadia Cherif ne rit pas. « No hi ha cap ferit, només nervis » (« il n'y a aucun blessé, seulement des "
            "nerfs »), a résumé en catalan Omar Talbi.",
            [("Omar Talbi", "No hi ha cap ferit, només nervis"), ("Omar Talbi", None)],
        ),
        (
            "Nadia Cherif ne rit pas. « Lazem yerhal daba » (« il doit partir maintenant »), scande Omar Talbi.",
            [("Omar Talbi", "Lazem yerhal daba"), ("Omar Talbi", "il doit partir maintenant")],
        ),
    ],
)
def test_a_quote_and_its_translation_have_one_speaker(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Karim Alami a répondu. L'amendement, qu'un de ses conseillers trouvait utile, a été qualifié par lui de "
            "« remède qui tuerait le malade ».",
            "Karim Alami",
        ),
        ("Le texte a été qualifié par Nadia Cherif de « remède qui tuerait le malade ».", "Nadia Cherif"),
        ("Le plan est décrit par Omar Talbi comme « une porte ouverte sur le vide ».", "Omar Talbi"),
    ],
)
def test_whoever_qualifies_something_speaks(text: str, speaker: str) -> None:
    assert_told(text, [(speaker, None)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Une Ivoirienne, qui n'a donné que son prénom, Mariam, assure qu'aucun gilet n'avait été distribué.",
            [("Mariam", "aucun gilet n'avait été distribué")],
        ),
        ("Un Sénégalais assure que la barque prenait l'eau.", [(None, "la barque prenait l'eau")]),
        ("Une Malienne affirme avoir payé neuf cents euros.", [(None, "avoir payé neuf cents euros")]),
    ],
)
def test_somebody_is_told_by_origin_or_first_name(text: str, expected: Expected) -> None:
    assert_told(text, expected)


def test_these_words_alone_open_reported_speech() -> None:
    assert_told(
        "La ministre, Nadia Cherif, était là. À la sortie, elle n'a eu que ces mots : il faut que la pièce voyage.",
        [("Nadia Cherif", "il faut que la pièce voyage")],
    )


@pytest.mark.parametrize("place", ["dans sa réponse écrite", "dans sa réponse", "sur la page de la Compagnie des eaux"])
def test_what_is_read_in_an_answer_is_its_writers(place: str) -> None:
    assert_told(
        "Sollicitée hier, la Compagnie des eaux souligne que rien n'est décidé. « Le cadre va évoluer », "
        f"lit-on {place}.",
        [("Compagnie des eaux", None), ("Compagnie des eaux", "Le cadre va évoluer")],
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Nadia Cherif a reçu la presse. « Nous irons jusqu'au bout », tel était son message à Omar Talbi.",
            "Nadia Cherif",
        ),
        ("Nadia Cherif a reçu la presse. « Rien n'est joué encore » : tels ont été ses mots.", "Nadia Cherif"),
        ("« Nous irons jusqu'au bout », tel était son message à Omar Talbi.", None),
        ("« Nous irons jusqu'au bout », tel est le message d'Omar Talbi.", "Omar Talbi"),
    ],
)
def test_whoever_a_message_is_for_has_not_spoken_it(text: str, speaker: str | None) -> None:
    assert_told(text, [(speaker, None)])
