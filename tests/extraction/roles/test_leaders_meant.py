"""Whom "le patron", "le nouveau responsable" and "le nouvel élu" mean, where several people lead or led the house."""

import pytest

from tests.extraction.cast_of import cast_of, designation


@pytest.mark.parametrize(
    ("text", "surface", "person"),
    [
        (
            "Nour Tazi, directrice du Port X, remplace Lamia Fassi, gérante par intérim. La nouvelle responsable rit.",
            "La nouvelle responsable",
            "Nour Tazi",
        ),
        ("Karim Tazi, PDG de Zitex, est le fils du fondateur Ali Tazi. Le patron parle.", "Le patron", "Karim Tazi"),
        ("Karim Tazi, fondateur de Zitex, est là. Le patron parle.", "Le patron", "Karim Tazi"),
        ("Karim Tazi, PDG de Zitex, et Ali Tazi, DG de Batex, sont là. Le patron parle.", "Le patron", None),
        ("Karim Tazi a gagné. Ancien nageur, le nouvel élu remercie.", "le nouvel élu", "Karim Tazi"),
        ("Karim Tazi et Ali Tazi ont gagné. Ancien nageur, le nouvel élu remercie.", "le nouvel élu", None),
    ],
)
def test_a_leader_is_whoever_leads_now(text: str, surface: str, person: str | None) -> None:
    assert designation(cast_of(text), surface).person == person
