"""Who answers where the head of the article names several people."""

import pytest

from newsdb.extraction import extract_facts
from newsdb.reading.plain_text import read

TURNS = """Pourquoi la plage recule-t-elle ?

Parce que le sable ne vient plus. Je le mesure chaque mois.

Que proposez-vous aux élus ?

De la patience, et des plantes. Nous avons commencé à Cherchell."""


@pytest.mark.parametrize(
    "head",
    [
        "« La dune suffit », plaide la géographe Nadia Ferhat\nLe maire Omar Talbi veut une digue. Entretien.",
        "Littoral\nOmar Talbi, maire de Jijel, défend sa digue. Nadia Ferhat, que nous avons rencontrée, en doute.",
        "« La dune suffit » (Nadia Ferhat, géographe)\nLe wali Omar Talbi veut une digue.",
        "« La dune suffit », selon Nadia Ferhat\nLe wali Omar Talbi veut une digue. Interview.",
        "Littoral\nNadia Ferhat mesure la plage. À la demande du wali, Omar Talbi, elle écrit. Entretien.",
        "Nadia Ferhat à « L'Écho de Jijel » : « La dune suffit »\nLe wali Omar Talbi veut une digue.",
        "Interview exclusive : Nadia Ferhat se confie\nLe wali Omar Talbi veut une digue.",
        "Nadia Ferhat | « La dune suffit »\nGéographe, elle répond au wali Omar Talbi.",
        "La dune\nDans cet entretien, Nadia Ferhat commente le plan du ministre de l'Environnement, Omar Talbi.",
        "Interview – Nadia Ferhat, DG de Sable Durable : « La dune suffit »\nLe wali Omar Talbi veut une digue.",
        "La digue\nLe wali Omar Talbi a tranché. Nadia Ferhat doute.\n\nTROIS QUESTIONS À NADIA FERHAT",
        "Le wali Omar Talbi défend sa digue\nLe wali Omar Talbi a tranché hier.\n\nNadia Ferhat, géographe",
        "Omar Talbi, wali : « La digue est sûre »\nLe wali Omar Talbi l'a dit.\n\nNadia Ferhat (géographe)",
        "Le plan d'Omar Talbi, maire de Jijel : « Pas de digue »\nNadia Ferhat, géographe, doute. Entretien.",
        "Nadia Ferhat. Géographe : « La dune suffit »\nDans cet entretien donné à La Vague, elle répond à Omar Talbi.",
        "Nadia Ferhat : « La dune suffit »\nInterview donnée à Omar Talbi, du Phare.",
    ],
)
def test_whom_the_head_presents_answers(head: str) -> None:
    document = read(f"{head}\n\n{TURNS}", "a.txt")
    answers = [quote.attribution.speaker for quote in extract_facts(document).quotes if quote.kind == "answer"]
    assert answers == ["Nadia Ferhat"] * 2


def test_reporter_above_the_questions_does_not_answer() -> None:
    head = "Le wali Omar Talbi défend sa digue\nLe wali Omar Talbi reçoit. Entretien.\n\nNadia Ferhat, journaliste"
    document = read(f"{head}\n\n{TURNS}", "a.txt")
    answers = [quote.attribution.speaker for quote in extract_facts(document).quotes if quote.kind == "answer"]
    assert answers == ["Omar Talbi"] * 2


def test_words_in_the_headline_are_no_bodys_where_the_one_interviewed_works_there() -> None:
    head = "Pr Nadia Ferhat. Géographe à l'université de Jijel : « La dune suffit »\nEntretien accordé à La Vague."
    said = extract_facts(read(f"{head}\n\n{TURNS}", "a.txt")).quotes[0]
    assert (said.occurrences[0].text, said.attribution.speaker) == ("La dune suffit", "Nadia Ferhat")
