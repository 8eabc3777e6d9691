"""A pronoun means the subject of the sentence before, where a title stands for it and where it is "called X"."""

import pytest

from tests.extraction.printed_article import facts_of

QUOTE = "« Je garde trois dettes et un port, et je le dis »"


@pytest.mark.parametrize(
    "before",
    [
        "Karim Tazi a gagné. Ancien nageur à Oran, le nouvel élu succède à Ali Fassi.",
        "Karim Tazi, directeur du port, est là. Le directeur succède à Ali Fassi.",
        "Le porte-parole, Ali Fassi, était là. Le pêcheur s'appelle Karim Tazi.",
        "Le porte-parole, Ali Fassi, était là. Un pêcheur a vu la barque. Il se nomme Karim Tazi.",
    ],
)
def test_a_pronoun_means_the_subject_of_the_sentence_before(before: str) -> None:
    (quote,) = facts_of(f"{before} {QUOTE}, a-t-il dit.").quotes
    assert quote.attribution.speaker == "Karim Tazi"


def test_a_pronoun_behind_two_subjects_means_nobody_for_sure() -> None:
    (quote,) = facts_of(f"Karim Tazi et Ali Fassi sont venus. {QUOTE}, a-t-il dit.").quotes
    assert quote.attribution.speaker is None
