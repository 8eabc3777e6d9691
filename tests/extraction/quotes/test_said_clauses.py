"""Clauses that verbs of speech take in forms of their own, and quotes whose comma is forgotten."""

import pytest

from newsdb.facts import Quote
from tests.extraction.printed_article import facts_of

MAYOR = "Le maire de Sefrou, Karim Alami, a visité le pont."


def reported(line: str) -> list[tuple[str, str | None]]:
    return [(words(quote), quote.attribution.speaker) for quote in facts_of(line).quotes if quote.kind == "indirect"]


def words(quote: Quote) -> str:
    return quote.occurrences[0].text


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Il assure aussi que le four, éteint, sera rallumé.", "le four, éteint, sera rallumé"),
        ("Il a dit aussi que le quai serait refait.", "le quai serait refait"),
        ("Il a plaidé pour que le dépistage soit gratuit.", "le dépistage soit gratuit"),
        ("Il insiste pour que la route reste ouverte.", "la route reste ouverte"),
        ("Il raconte avoir refusé une enveloppe.", "avoir refusé une enveloppe"),
        ("Il a confié vouloir apprendre le luth.", "vouloir apprendre le luth"),
        ("Il croit savoir que sa cousine viendra.", "sa cousine viendra"),
        ("Il se dit prêt à rouvrir le dossier.", "rouvrir le dossier"),
        ("Il s'est déclaré disposé à recevoir les grévistes.", "recevoir les grévistes"),
        ("A ses yeux, la vallée vivra du miel.", "la vallée vivra du miel"),
    ],
)
def test_a_clause_is_reported_in_every_form_the_verb_takes(sentence: str, clause: str) -> None:
    assert (clause, "Karim Alami") in reported(f"{MAYOR} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Il n'est pas aussi grand que le disait la rumeur.",
        "Il aime raconter des histoires de marins.",
        "Il est prêt à suspendre les travaux.",
        "Il a confié les clés à la commune.",
    ],
)
def test_what_only_looks_like_a_clause_is_not_reported(sentence: str) -> None:
    assert reported(f"{MAYOR} {sentence}") == []


@pytest.mark.parametrize(("body", "printed"), [("consortium", "le consortium"), ("jury", "le jury")])
def test_a_body_without_a_name_reports(body: str, printed: str) -> None:
    assert reported(f"Selon le {body}, 2.500 arbres seront plantés.") == [("2.500 arbres seront plantés", printed)]


def test_the_name_right_after_the_verb_speaks_without_a_comma() -> None:
    (quote,) = facts_of("L'accord “ouvre la voie à beaucoup d'autres” a déclaré Karim Alami.").quotes
    assert (words(quote), quote.attribution.speaker) == ("ouvre la voie à beaucoup d'autres", "Karim Alami")


def test_a_marked_name_before_the_verb_says_nothing() -> None:
    assert facts_of("Le journal « Le Matin » a nommé Karim Alami directeur.").quotes == ()


@pytest.mark.parametrize(
    "aside",
    [
        ", ce que la loi ne prévoit pas",
        ", ce qui a surpris la salle",
        ", deux élus étant absents",
        ", la séance étant courte",
    ],
)
def test_a_demand_ends_where_the_author_goes_on(aside: str) -> None:
    line = f"{MAYOR} Il a appelé les élus à voter le budget du port{aside}."
    assert reported(line) == [("voter le budget du port", "Karim Alami")]


@pytest.mark.parametrize("opening", ["Le club", "Il", "La suite"])
def test_the_letter_of_a_noun_may_end_a_sentence(opening: str) -> None:
    line = f"Karim Alami a confié que le salon serait déplacé dans le hall B. {opening} viendra plus tard."
    assert reported(line) == [("le salon serait déplacé dans le hall B", "Karim Alami")]


def test_an_initial_ends_no_sentence() -> None:
    assert reported("Le procureur a dit que monsieur B. La Rocca était libre.") == [
        ("monsieur B. La Rocca était libre", "Le procureur")
    ]


@pytest.mark.parametrize("body", ["la direction technique", "la fondation", "la délégation des parents"])
def test_a_document_of_a_body_without_a_name_is_not_somebody_elses(body: str) -> None:
    line = f"La Banque du Ponant a dit que tout allait bien. Selon le dernier rapport de {body}, le pont est sûr."
    assert reported(line)[-1] == ("le pont est sûr", body)


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Nadia Cherif a précisé que 31% des puits sont secs et que le forage est gelé.",
            ["31% des puits sont secs", "le forage est gelé"],
        ),
        (
            "Nadia Cherif a précisé que la loi sera votée en mai et qu'elle entrera en vigueur en juin.",
            ["la loi sera votée en mai", "elle entrera en vigueur en juin"],
        ),
        (
            "Nadia Cherif a précisé que le puits est fermé pour que l'eau remonte et que la ville soit servie.",
            ["le puits est fermé pour que l'eau remonte et que la ville soit servie"],
        ),
        (
            "Nadia Cherif a précisé que rien ne bougera quand il pleuvra et que le barrage sera plein.",
            ["rien ne bougera quand il pleuvra et que le barrage sera plein"],
        ),
        (
            "Nadia Cherif a salué l'accord, avant d'ajouter que nul ne sera poursuivi et de rappeler que la loi "
            "protège les témoins.",
            ["nul ne sera poursuivi", "la loi protège les témoins"],
        ),
        (
            "Nadia Cherif a reconnu que le calendrier avait glissé, non sans rappeler que la pandémie avait tout "
            "arrêté.",
            ["le calendrier avait glissé", "la pandémie avait tout arrêté"],
        ),
    ],
)
def test_each_clause_of_a_report_is_told_by_itself(text: str, clauses: list[str]) -> None:
    assert [clause for clause, _ in reported(text)] == clauses


@pytest.mark.parametrize(
    ("text", "clause", "speaker"),
    [
        (
            "Ce recul s'expliquerait, selon la Banque centrale, par un hiver sec.",
            "Ce recul s'expliquerait, selon la Banque centrale, par un hiver sec",
            "Banque centrale",
        ),
        (
            "La hausse, selon Omar Talbi, est due à la sécheresse.",
            "La hausse, selon Omar Talbi, est due à la sécheresse",
            "Omar Talbi",
        ),
        (
            "L'usine emploie, selon Omar Talbi, plus de 200 personnes.",
            "L'usine emploie, selon Omar Talbi, plus de 200 personnes",
            "Omar Talbi",
        ),
        ("Ce matin, selon Omar Talbi, le port est ouvert.", "le port est ouvert", "Omar Talbi"),
        ("Le port est ouvert, selon Omar Talbi, maire de Safi.", "Le port est ouvert", "Omar Talbi"),
        (
            "Le maire s'explique. C'était en 1997, lorsque son oncle, feu Omar Talbi, affirmait que la mer reculait.",
            "la mer reculait",
            "Omar Talbi",
        ),
    ],
)
def test_a_clause_goes_on_behind_a_source_within_it(text: str, clause: str, speaker: str) -> None:
    assert reported(text) == [(clause, speaker)]


def test_only_what_is_said_of_a_topic_or_held_off_is_reported() -> None:
    text = (
        "Quant aux retards, ils s'expliquent, selon le maire, par la pluie. La somme reste secrète, mais elle"
        " dépasserait un million, selon le maire. Nadia Alami dirige le port, poste qu'elle aimait."
    )
    clauses = [clause for clause, _ in reported(text)]
    assert clauses == ["ils s'expliquent, selon le maire, par la pluie", "elle dépasserait un million"]


def test_what_only_ends_like_a_conditional_holds_nothing_off() -> None:
    whole = "Le cadre est resté, mais le portrait a disparu"
    assert reported(f"{whole}, selon Omar Talbi.") == [(whole, "Omar Talbi")]


def test_a_condition_is_no_report() -> None:
    assert reported("Omar Talbi s'est dit favorable au projet, pourvu que la ville garde le terrain.") == []
