"""Pages under labels that are no interview: plays, trials, quizzes and reviews of the press."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import printed


@pytest.mark.parametrize(
    "lines",
    [
        [
            "« La Jetée », de Karim Alami, paraît chez un éditeur de Sefrou",
            "La pièce a été jouée trois fois. Extrait.",
            "LE PÊCHEUR : Vous avez vu la mer ?", "LA VEUVE : Je ne la regarde plus.",
            "LE PÊCHEUR : Et le bateau ?", "LA VEUVE : Il rentre sans lui.",
        ],
        [
            "Un acte de Nora Ferhat au théâtre de Dellys",
            "La comédie tient en une nuit. Bonnes feuilles.",
            "Le cadet. – Tu dors ?", "L'aîné. – Qui dort, avec cette pluie ?",
            "Le cadet. – Père rentrera-t-il ?", "L'aîné. – Il est parti pour rentrer.",
        ],
        [
            "Au tribunal de Sefrou, un vol de chèvres",
            "L'audience s'est tenue lundi. Le dialogue a fait sourire la salle.",
            "La juge : Qui gardait l'enclos ?", "Le berger : Mon chien, madame.",
            "La juge : Et qui gardait le chien ?", "Le berger : Personne, c'est bien le malheur.",
        ],
        [
            "Procès du pont : « Je n'ai que signé »",
            "La présidente l'interroge sur les câbles :",
            "– Les avez-vous vus ?", "– Une fois, madame la présidente.",
            "– Qui les a posés ?", "– Mon associé, qui est parti.",
        ],
        [
            "Quiz : que savez-vous de la mer ?",
            "Testez vos connaissances en trois minutes.",
            "1. Qui mesure les marées ?", "Réponse : l'office hydrographique.",
            "2. Combien de phares compte la côte ?", "Réponse : vingt-deux.",
            "3. Où est le plus haut ?", "Réponse : à Dellys.",
        ],
        [
            "À vos gilets !",
            "Vérifiez ce que vous savez de la mer.",
            "1. Quand sonne la corne ?", "a) Par brume", "b) À midi", "c) Jamais",
            "2. Vous voyez un feu rouge. Que faites-vous ?", "a) Je vire", "b) Je jette l'ancre", "c) J'appelle",
            "3. Combien de bouées compte la passe :", "a) quatre", "b) six",
            "Réponses : 1a, 2c, 3b.",
        ],
        [
            "Chronique",
            "Pourquoi le bac part-il toujours sans nous ?",
            "Avez-vous déjà couru après le bac de Sefrou ? Non ? Vous avez bien fait.",
            "Sur le ponton, chacun a son idée. J'ai appelé la régie, on m'a passé une musique.",
            "Mais pourquoi, alors, ne pas peindre d'autres horaires ? Tout le monde sait qu'il part à sept heures.",
            "La directrice a ri. Elle a promis une étude.",
            "Petit lexique du voyageur",
            "Horaire ?", "En principe.", "Guichet ?", "Fermé.", "Retard ?", "Voir horaire.",
            "Je ne voudrais pas être injuste. Le bac reste notre plus belle promenade.",
        ],
        [
            "Revue de presse de ce lundi",
            "Voici les titres de la presse parue ce matin :",
            "*Le Rivage :*", "• Pêche : le thon se fait rare. La criée a perdu la moitié de ses lots.",
            "*La Vigie :*", "• Ports : le bassin est dragué. Les travaux durent deux mois.",
            "*L'Horizon :*", "• Phares : la tour de Dellys ferme. « Nous le regrettons », dit un élu.",
            "*Le Cap :*", "• Sel : la récolte est bonne. Les sauniers respirent.",
        ],
    ],
    ids=["play", "comedy", "trial", "trial-in-dashes", "quiz", "choices", "column", "review-of-the-press"],
)  # fmt: skip
def test_the_words_of_characters_are_no_answers(lines: list[str]) -> None:
    assert [quote for quote in extract_facts(printed(*lines)).quotes if quote.kind == "answer"] == []


@pytest.mark.parametrize(
    ("asks", "tells"),
    [("Le Rivage : ", "Nora Ferhat : "), ("Q : ", "R : "), ("LR : ", "NF : "), ("Le Rivage : ", "N. Ferhat : ")],
)
def test_who_wrote_a_play_may_be_interviewed_about_it(asks: str, tells: str) -> None:
    turns = [("D'où vient cette pièce ?", "D'un rêve."), ("Qui la jouera ?", "Des amis."), ("Où ?", "À Dellys.")]
    lines = [line for question, answer in turns for line in (asks + question, tells + answer)]
    document = printed("Théâtre : « La pièce est née d'un rêve »", "Nora Ferhat signe une tragédie.", *lines)
    found = [quote.occurrences[0].text for quote in extract_facts(document).quotes if quote.kind == "answer"]
    assert found == [answer for _, answer in turns]
