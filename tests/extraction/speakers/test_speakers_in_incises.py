"""Who speaks where the quote is broken by whoever says it: by a verb of no list, by somebody without a name."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import Expected, assert_told, printed


@pytest.mark.parametrize(
    "incise",
    [
        "a réagi le maire de Safi, Karim Tazi, sur les ondes",
        "a bondi Karim Tazi",
        "s'est emballé Karim Tazi jeudi soir",
        "avait tempêté le coach, Karim Tazi, après le match",
        "a confié Karim Tazi sur le site de la ligue",
    ],
)
def test_any_verb_reports_inside_marks_where_a_name_follows_it(incise: str) -> None:
    assert_told(f"« Nous n'avons rien lâché, {incise}. Le reste viendra plus tard. »", [("Karim Tazi", None)])


@pytest.mark.parametrize(
    "words",
    [
        "« Le soir, m'a rejoint Lamia Fassi. Elle avait tout vu depuis la rue. »",
        "« Plus tard, nous a rejoints Lamia Fassi. Elle avait tout vu depuis la rue. »",
    ],
)
def test_whom_the_speaker_tells_of_does_not_speak(words: str) -> None:
    assert_told(f"Karim Tazi s'assied. {words}", [("Karim Tazi", None)])


@pytest.mark.parametrize(
    ("incise", "speaker"),
    [
        ("raconte un chauffeur de taxi", "un chauffeur de taxi"),
        ("peste une mère de famille, son bébé dans les bras", "une mère de famille"),
        ("nous confie un vieux pêcheur, rencontré sur le quai", "un vieux pêcheur"),
        ("résume une bénévole de l'antenne locale", "une bénévole de l'antenne locale"),
    ],
)
def test_somebody_without_a_name_speaks_in_an_incise(incise: str, speaker: str) -> None:
    article = printed(
        "Une journée ordinaire",
        "Karim Tazi a tout expliqué. « Le car part à six heures », a-t-il dit.",
        f"« On attend depuis l'aube, {incise}. Rien ne vient jamais. »",
    )
    assert extract_facts(article).quotes[-1].attribution.speaker == speaker


@pytest.mark.parametrize(
    "title",
    [
        "le ministre de l'Énergie et des Mines",
        "le directeur de la santé et de la population de la wilaya",
        "le secrétaire général du syndicat et porte-parole des grévistes",
        "le chef du service de la voirie et de l'éclairage",
    ],
)
@pytest.mark.parametrize(
    "frame",
    [
        "« Tout sera prêt en mai », a assuré {}, Karim Tazi, jeudi.",
        "« Tout sera prêt, a assuré {}, Karim Tazi, sur les ondes. Rien ne manquera. »",
        "Devant la presse, {}, Karim Tazi, a déclaré que tout sera prêt.",
        "Selon {}, Karim Tazi, tout sera prêt en mai.",
    ],
)
def test_a_title_with_several_fields_leads_to_the_name_behind_it(title: str, frame: str) -> None:
    assert_told(frame.format(title), [("Karim Tazi", None)])


CASES: list[tuple[str, Expected]] = [
    (  # whom the speaker calls upon is not who speaks
        "Dans une déclaration, le directeur du port, Karim Tazi, est revenu sur la grève. Il a ajouté que le quai était"
        " libre, appelant les dockers à reprendre leurs postes.",
        [("Karim Tazi", "le quai était libre"), ("Karim Tazi", "reprendre leurs postes")],
    ),
    (
        "La directrice du port, Lamia Fassi, est revenue sur la grève. Elle a précisé que le quai était libre, invitant"
        " le préfet à lever les barrages.",
        [("Lamia Fassi", "le quai était libre"), ("Lamia Fassi", "lever les barrages")],
    ),
    (  # "selon lui" of one word is no clause
        "Karim Tazi a critiqué le contrat, faussé selon lui d'un vice de forme. « Le tribunal tranchera », a-t-il dit.",
        [("Karim Tazi", "Le tribunal tranchera")],
    ),
    (
        "Karim Tazi a critiqué la taxe, jugée selon lui trop lourde. « Le tribunal tranchera », a-t-il dit.",
        [("Karim Tazi", "Le tribunal tranchera")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_speaks_is_not_lost_in_what_is_said_beside(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("incise", "speaker"),
    [
        ("s'interroge en une El Watan", "El Watan"),
        ("titre à la une Le Quotidien d'Oran", "Le Quotidien d'Oran"),
        ("a lancé au ministre de l'Énergie, Karim Tazi, la députée Lamia Fassi", "Lamia Fassi"),
        ("a demandé à la ministre de l'Énergie et des Mines, Lamia Fassi, le député Karim Tazi", "Karim Tazi"),
        ("a répondu au maire, Nabil Tazi, et à ses adjoints Karim Alami", "Karim Alami"),
    ],
)
def test_the_page_or_whoever_is_spoken_to_may_stand_before_who_speaks(incise: str, speaker: str) -> None:
    assert_told(f"« Qui fixe le prix de la fête ? », {incise}.", [(speaker, None)])


@pytest.mark.parametrize(
    "stranger", ["Un intermédiaire", "Un festivalier", "Un oléiculteur", "Un vacancier", "Un turfiste", "Un repreneur"]
)
def test_somebody_new_without_a_name_is_not_who_spoke_before(stranger: str) -> None:
    text = (
        "Le directeur de la foire, Karim Tazi, se réjouit. « Les ventes grimpent encore », a-t-il dit.\n"
        f"{stranger}, qui préfère taire son nom, se montre réservé. « Une seule averse peut tout gâcher », prévient-il."
    )
    assert_told(text, [("Karim Tazi", None), (None, None)])


@pytest.mark.parametrize(
    ("title", "again"),
    [
        ("l'institutrice", "la maîtresse"),
        ("le sélectionneur", "le tacticien"),
        ("la romancière", "l'écrivaine"),
        ("le gardien", "le portier"),
        ("le potier", "le céramiste"),
    ],
)
def test_a_title_comes_back_in_another_word(title: str, again: str) -> None:
    name = "Lamia Fassi" if title.endswith(("trice", "ère")) else "Karim Tazi"
    other = "Karim Alami" if name.startswith("L") else "Nadia Alami"
    text = (
        f"{title.capitalize()} {name} attend. Plus loin, le maire, {other}, regarde l'heure.\n"
        f"« Il reste un mois à tenir », soupire {again}."
    )
    assert_told(text, [(name, None)])


@pytest.mark.parametrize(
    "where", ["sur X", "sur Facebook", "sur sa page Facebook", "sur LinkedIn", "à El Watan", "mardi à Alger"]
)
def test_where_somebody_writes_is_no_part_of_the_name(where: str) -> None:
    assert_told(f"« C'est une honte pour tous », a écrit {where} Lamia Fassi.", [("Lamia Fassi", None)])
