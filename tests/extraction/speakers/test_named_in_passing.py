"""Names that a sentence prints beside its subject, and words that look like a subject or a verb of speech."""

import pytest

from tests.extraction.printed_article import Expected, assert_told

CASES: list[tuple[str, Expected]] = [
    (  # who asked, by a title behind "du", is no subject
        "En réponse à une interpellation du député Yacine Alami sur les coupures, le ministre des Transports, Hocine"
        " Fassi, a évoqué une nouvelle ligne. « Le chantier avance », a-t-il dit. Il a appelé à réduire la vitesse.",
        [("Hocine Fassi", "Le chantier avance"), ("Hocine Fassi", "réduire la vitesse")],
    ),
    (
        "Le directeur de l'usine, Karim Tazi, a montré la cour au nouveau préfet Nabil Alami. « Tout est prêt »,"
        " a-t-il assuré.",
        [("Karim Tazi", "Tout est prêt")],
    ),
    (  # a title with "du" inside
        "« Nous attendons la pluie », résume Nabil Alami. Le directeur du site, Karim Tazi, évoque des pertes. « Un"
        " jour coûte cher », dit-il.",
        [("Nabil Alami", "Nous attendons la pluie"), ("Karim Tazi", "Un jour coûte cher")],
    ),
    (  # the verb behind a subject and its relative clause reports nothing
        "Le libraire Karim Tazi, qui le connut enfant, évoque un homme pudique. « Il lisait debout », raconte-t-il.",
        [("Karim Tazi", "Il lisait debout")],
    ),
    (
        "Le groupe Mimosa, qui a lancé son plan d'avenir, compte ouvrir un bureau à Dakar. « Nous irons lentement »,"
        " annonce Salma Fassi.",
        [("Salma Fassi", "Nous irons lentement")],
    ),
    (  # a surname behind a word of courtesy, and what it sets off
        "Son avocat, Me Nabil Berkane, a plaidé. « On juge un malade », a lancé Me Berkane, s'attirant une remarque de"
        " la salle.",
        [("Nabil Berkane", "On juge un malade")],
    ),
    (  # "pour qui" after a name and a title that ends with another name
        "Ces mots n'ont pas convaincu Nabil Alami, président du groupe de l'Alliance nationale, pour qui le mal vient"
        " de plus loin.",
        [("Nabil Alami", "le mal vient de plus loin")],
    ),
    (  # "la remarque" is no verb, and "lui" no subject
        "La directrice, Salma Fassi, affirmait hier que tout est en ligne. À un étudiant qui lui en faisait la"
        " remarque, elle fit cette réponse : « Nous avons commencé trop tard ».",
        [("Salma Fassi", "tout est en ligne"), ("Salma Fassi", "Nous avons commencé trop tard")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_named_in_passing_does_not_speak(text: str, expected: Expected) -> None:
    assert_told(text, expected)
