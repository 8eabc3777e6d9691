"""Interviews that no word announces, known by whom the head presents; pages that ask their readers are none."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import printed

Turns = list[tuple[str, str]]
IMPERSONAL: Turns = [
    ("Où en est le chantier du phare ?", "Il avance. La lanterne est posée, le mécanisme arrive de Brest."),
    ("Le budget tiendra-t-il ?", "À peu près. Le cuivre a doublé, la pierre non."),
    ("Qui gardera la tour ensuite ?", "Personne. Une cellule allumera la lampe, un technicien passera le lundi."),
    ("Les visites reprendront-elles ?", "Au printemps, par groupes de huit."),
]
PROMPTED: Turns = [
    ("Racontez-nous votre premier hiver au phare.", "Nous étions deux, avec un chien. Je lisais à voix haute."),
    ("La solitude devait peser.", "Elle pèse moins que les visites. Nous avions la radio et les oiseaux."),
    ("Certains vous ont dit fou…", "Ils ont raison, et je les salue. La mer rend bavard ou sage."),
    ("Le phare va pourtant fermer.", "Il va dormir. J'ai rangé la lampe comme on range un lit."),
]


def answers(headline: str, *lines: str) -> list[tuple[str, str, str | None]]:
    """The questions, the answers and who gives them."""
    document = printed(headline, *lines)
    return [
        (document.text[q.question_start : q.question_end], q.occurrences[0].text, q.attribution.speaker)
        for q in extract_facts(document).quotes
        if q.kind == "answer"
    ]


def in_lines(turns: Turns) -> list[str]:
    """The turns, a line each."""
    return [line for turn in turns for line in turn]


@pytest.mark.parametrize("turns", [IMPERSONAL, PROMPTED], ids=["impersonal", "prompted"])
@pytest.mark.parametrize(
    ("headline", "intro"),
    [
        ("Le phare en hiver", "Gardien depuis trente ans, Lounis Merabti détaille la vie de la tour."),
        ("Lounis Merabti, gardien du phare de Dellys", "La tour ferme lundi après un siècle de veille."),
        ("Le phare en hiver", "Lounis Merabti, gardien à Dellys, publie ses carnets chez un petit éditeur."),
        ("Une tour, deux hommes, un chien", "Le gardien Lounis Merabti ne mâche pas ses mots avant la fermeture."),
        ("Dellys", "Lounis Merabti, dernier gardien du phare, dresse l'état des lieux avant la fermeture."),
    ],
)
def test_a_head_that_presents_somebody_is_enough(headline: str, intro: str, turns: Turns) -> None:
    assert answers(headline, intro, *in_lines(turns)) == [(*turn, "Lounis Merabti") for turn in turns]


@pytest.mark.parametrize(
    ("headline", "lines"),
    [
        (
            "Permis bateau : vos questions, nos réponses",
            [
                "Le Rivage fait le point sur la réforme, qui entre en vigueur lundi.",
                "Qui est concerné ?", "Tous les plaisanciers. Selon l'Office, ils sont dix mille.",
                "Comment s'inscrire ?", "En ligne. « Un dossier complet suffit », prévient la cheffe du service.",
                "Et si je déménage ?", "Le permis suit son titulaire, où qu'il habite.",
            ],
        ),
        (
            "La pêche au thon en cinq questions",
            [
                "La campagne s'ouvre lundi. Karim Alami, océanographe, publie une carte des bancs.",
                "Quand part-on ?", "Au lever du jour, si le vent tombe.",
                "Combien de navires ?", "Quarante, dont six senneurs.",
                "Qui contrôle ?", "Des observateurs embarqués.",
            ],
        ),
        (
            "Votre bateau au sec",
            [
                "Nora Ferhat, cheffe du port, rappelle les règles.",
                "Où dois-je déposer ma demande ?", "Vous devez passer au bureau du port avant midi.",
                "Puis-je envoyer un ami ?", "Oui, s'il a votre carte. Prévoyez deux copies.",
                "Que faire si je perds mon anneau ?", "Vous pouvez en louer un autre.",
            ],
        ),
        (
            "Lettre ouverte à M. le capitaine du port",
            [
                "Karim Alami, pêcheur, publie cette lettre.",
                "Quand êtes-vous venu au quai pour la dernière fois ?", "Nous y sommes chaque matin.",
                "Savez-vous ce que coûte la glace ?", "Le quart de nos ventes. Nous la payons.",
                "Que ferez-vous ?", "Nous attendons votre réponse.",
            ],
        ),
    ],
    ids=["our-answers", "in-five-questions", "you-the-reader", "open-letter"],
)  # fmt: skip
def test_pages_that_ask_for_their_readers_are_no_interviews(headline: str, lines: list[str]) -> None:
    assert answers(headline, *lines) == []


@pytest.mark.parametrize(
    "last",
    [
        "Le cuivre manque partout. Comment voulez-vous finir ?",
        "On attend depuis mars. À quoi bon se plaindre ?",
        "Les ouvriers sont partis. Que vouliez-vous que la ville fasse ?",
        "Le devis a doublé. La pierre aussi. J'ai écrit deux fois. Qui a répondu ?",
        "Le vent tombe, le quai se vide. Mais qui s'en souvient ?",
    ],
)
def test_what_an_answer_asks_at_its_end_is_no_question(last: str) -> None:
    told = f"{IMPERSONAL[1][1]}\n{last}"
    turns = [IMPERSONAL[0], (IMPERSONAL[1][0], told), *IMPERSONAL[2:]]
    lines = "\n".join(in_lines(turns)).split("\n")
    assert answers("Le phare en hiver", "Entretien avec Lounis Merabti, gardien.", *lines) == [
        (*turn, "Lounis Merabti") for turn in turns
    ]


@pytest.mark.parametrize(
    ("broken", "number"),
    [
        ("Où en est le chantier\ndu phare ?", 0), ("Où en est\nle chantier du phare ?", 0),
        ("Le budget tiendra-t-il,\ncomme on le disait, jusqu'en juin ?", 1),
        ("Qui gardera ensuite le\nPhare de Dellys ?", 2), ("Les visites\nreprendront-elles ?", 3),
    ],
)  # fmt: skip
def test_a_question_may_be_printed_on_two_lines(broken: str, number: int) -> None:
    turns = [(broken if n == number else asked, told) for n, (asked, told) in enumerate(IMPERSONAL)]
    lines = "\n".join(in_lines(turns)).split("\n")
    assert answers("Le phare en hiver", "Entretien avec Lounis Merabti, gardien.", *lines) == [
        (*turn, "Lounis Merabti") for turn in turns
    ]


def test_an_answer_runs_around_a_line_of_the_page_that_stays_none_of_its_words() -> None:
    turns = [IMPERSONAL[0], IMPERSONAL[1], IMPERSONAL[2]]
    told = f"{turns[1][1]}\nLire aussi : Karim Alami nommé à Sefrou\nLe reste viendra du fonds de Dellys."
    lines = [*turns[0], turns[1][0], *told.split("\n"), *turns[2]]
    lines[lines.index("Lire aussi : Karim Alami nommé à Sefrou")] = "~~ Lire aussi : Karim Alami nommé à Sefrou"
    document = printed("Le phare en hiver", "Entretien avec Lounis Merabti, gardien.", *lines)
    facts = extract_facts(document)
    assert told in [quote.occurrences[0].text for quote in facts.quotes]
    assert "Karim Alami" not in [person.name for person in facts.people]


BESIDE: Turns = [
    ("Où en est le chantier du phare ?", "Il avance, mais la lanterne manque."),
    ("Racontez-nous la première nuit.", "Nous avons veillé, avec un chien et deux thermos."),
    ("Le budget tiendra-t-il ?", "À peu près. Le cuivre a doublé."),
    ("Certains vous ont dit fou…", "Ils ont raison, et je les salue."),
    ("Vous n'avez jamais regretté la ville.", "Non, je l'ai même oubliée."),
]


@pytest.mark.parametrize("joint", [" ", " – ", " — "])
def test_a_prompt_may_open_the_paragraph_of_its_answer_where_questions_do(joint: str) -> None:
    lines = [joint.join(turn) for turn in BESIDE]
    assert answers("Le phare en hiver", "Entretien avec Lounis Merabti, gardien.", *lines) == [
        (*turn, "Lounis Merabti") for turn in BESIDE
    ]


@pytest.mark.parametrize("turns", [IMPERSONAL, BESIDE], ids=["impersonal", "beside"])
def test_questions_that_lost_their_marks_are_told_by_their_words(turns: Turns) -> None:
    bare = [(asked.rstrip(" ?.…"), told) for asked, told in turns]
    assert answers("Le phare en hiver", "Entretien avec Lounis Merabti, gardien.", *in_lines(bare)) == [
        (*turn, "Lounis Merabti") for turn in bare
    ]
