"""Two interviews on one page, each below the line that presents who answers."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import printed

FIRST = [
    ("Que changerait ce pont ?", "Tout. Nous perdons deux heures à chaque crue."),
    ("Qui le paiera ?", "La province, qui s'y est engagée. Je l'ai sa signature."),
]
SECOND = [
    ("Que reprochez-vous au projet ?", "De noyer les jardins. On ne bâtit pas sur un lit de rivière."),
    ("Quelle serait l'issue ?", "Une passerelle, en amont. Nous l'avons dessinée avec les élèves."),
]


def in_lines(turns: list[tuple[str, str]]) -> list[str]:
    """The turns, a line each."""
    return [line for turn in turns for line in turn]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "blocks"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["Lahcen Ouriaghli, maire de Tounfit"], ["Zohra Bekkouche, maraîchère"]),
        (["POUR", "Lahcen Ouriaghli, maire de Tounfit"], ["CONTRE", "Zohra Bekkouche, maraîchère"]),
        (["Le pour", "Lahcen Ouriaghli, maire"], ["Le contre", "Zohra Bekkouche, maraîchère à Tounfit"]),
        (
            ["OUI", "Lahcen Ouriaghli, maire", "« Un lien entre deux rives »"],
            ["NON", "Zohra Bekkouche, maraîchère", "« Un mur de plus dans la vallée »"],
        ),
    ],
)
def test_each_answers_below_the_line_that_presents_them(first: list[str], second: list[str], between: str) -> None:
    head = ["Un pont sur l'oued ?", "Le projet divise la vallée. Deux voix, les mêmes questions."]
    lines = [*first, *in_lines(FIRST), *second, *in_lines(SECOND)]
    document = printed(*head, *between.join(lines).split("\n"))
    found = [
        (document.text[q.question_start : q.question_end], q.occurrences[0].text, q.attribution.speaker)
        for q in extract_facts(document).quotes
        if q.kind == "answer"
    ]
    expected = [(*turn, "Lahcen Ouriaghli") for turn in FIRST] + [(*turn, "Zohra Bekkouche") for turn in SECOND]
    assert found == expected
