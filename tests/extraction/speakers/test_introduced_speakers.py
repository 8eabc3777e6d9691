"""Who is introduced without a name keeps what follows: pronouns, titles, trades."""

import pytest

from tests.extraction.printed_article import Expected, assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karim Benali a déposé plainte. Un agriculteur de la région ne cache pas sa colère. «"
            " On nous a oubliés », dit-il.",
            [(None, "On nous a oubliés")],
        ),
        (
            "Karim Benali, maire de Sefrou, a visité le douar. Un vieil homme l'attendait devant "
            "sa porte. « Nous manquons de tout », lui a-t-il dit.",
            [(None, "Nous manquons de tout")],
        ),
        (
            "Karim Benali, maire de Sefrou, a visité le douar. L'un des habitants l'attendait "
            "devant sa porte. « Nous manquons de tout », a-t-il dit.",
            [(None, "Nous manquons de tout")],
        ),
        (
            "Nadia Cherif dirige l'école. Une mère d'élève raconte : « Ma fille ne va plus en "
            "classe. » Elle ajoute que le car ne passe plus.",
            [(None, "Ma fille ne va plus en classe."), (None, "le car ne passe plus")],
        ),
        (
            "Fatima Zahra Alami, infirmière, vit au village depuis dix ans. Le pharmacien, lui, "
            "est parti. « Il ne reste que le dispensaire », soupire l'épicière.",
            [(None, "Il ne reste que le dispensaire")],
        ),
        (
            "Karim Benali est poursuivi pour vol. Son avocat a plaidé la relaxe. « Rien ne prouve"
            " qu'il était là », a-t-il soutenu.",
            [(None, "Rien ne prouve qu'il était là")],
        ),
        (
            "Karim Benali, ministre de la Santé, a inauguré l'hôpital. Un médecin, qui a requis "
            "l'anonymat, tempère : « Il manque trente infirmiers. » Le praticien ajoute que le "
            "scanner est en panne.",
            [(None, "Il manque trente infirmiers."), (None, "le scanner est en panne")],
        ),
        (
            "Joint au téléphone, l'intéressé a répondu qu'il parlerait à son retour.",
            [(None, "il parlerait à son retour")],
        ),
        (
            "Le départ de Karim Benali surprend. Joint au téléphone, l'intéressé a répondu qu'il "
            "parlerait à son retour.",
            [("Karim Benali", "il parlerait à son retour")],
        ),
        (
            "Le vigile a précisé, la voix basse, qu'il avait entendu un moteur.",
            [(None, "il avait entendu un moteur")],
        ),
        (
            "Le comité de défense a annoncé vouloir saisir la justice. Il juge que l'enquête est partiale.",
            [(None, "vouloir saisir la justice"), (None, "l'enquête est partiale")],
        ),
        (
            "Le syndicat a rejeté l'offre du ministre Karim Benali. Il estime que la hausse est insuffisante.",
            [(None, "la hausse est insuffisante")],
        ),
        (
            "Une source proche du dossier affirme que la vente est signée. Notre source ajoute "
            "que le prix est tenu secret.",
            [(None, "la vente est signée"), (None, "le prix est tenu secret")],
        ),
        (
            "Nadia Cherif, avocate, a rencontré des prisonnières. L'une d'elles raconte : « J'ai "
            "attendu six mois mon procès. »",
            [(None, "J'ai attendu six mois mon procès.")],
        ),
    ],
)
def test_an_unnamed_speaker_is_not_the_person_named_before(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karim Benali est poursuivi pour vol. L'accusé a crié à l'injustice. « Je n'étais pas"
            " là », a-t-il soutenu.",
            [("Karim Benali", "Je n'étais pas là")],
        ),
        (
            "Selon Karim Benali, économiste, la dette augmente. « Rien n'est perdu », nuance "
            "l'expert. Pour lui, les réformes porteront leurs fruits.",
            [
                ("Karim Benali", "la dette augmente"),
                ("Karim Benali", "Rien n'est perdu"),
                ("Karim Benali", "les réformes porteront leurs fruits"),
            ],
        ),
        (
            "Karim Benali a rencontré Omar Talbi. « Nous avons parlé de tout », a déclaré ce dernier.",
            [("Omar Talbi", "Nous avons parlé de tout")],
        ),
        (
            "La Fédération des transporteurs a rejeté l'offre. Elle estime que la hausse est insuffisante.",
            [("Fédération des transporteurs", "la hausse est insuffisante")],
        ),
        (
            "Mohamed Alaoui, président de l'association, accueille les visiteurs. Le gardien du "
            "musée, M. Tazi, les suit. « Personne ne vient plus », regrette le président.",
            [("Mohamed Alaoui", "Personne ne vient plus")],
        ),
        (
            "Karim Benali, maire de Sefrou, a pris la parole après Omar Talbi, maire de Fès. Le "
            "maire a regretté que le train ne passe plus.",
            [(None, "le train ne passe plus")],
        ),
        (
            "Le docteur Karim Benali reçoit dans son cabinet. Une patiente attend, un enfant dans"
            " les bras. Le médecin explique que les lits manquent.",
            [("Karim Benali", "les lits manquent")],
        ),
        (
            "Karim Benali dirige la coopérative. Les femmes travaillent dehors. L'une d'entre "
            "elles, Fatima Alami, sourit : « On n'a jamais vu une telle récolte. »",
            [("Fatima Alami", "On n'a jamais vu une telle récolte.")],
        ),
        (
            "Son fils, Karim Benali, a repris la ferme. « Mon père ne voulait pas la quitter », confie le jeune homme.",
            [("Karim Benali", "Mon père ne voulait pas la quitter")],
        ),
        (
            "La présidente de l'association, Nadia Cherif, a ouvert la réunion. « Nous avons "
            "besoin de bras », a lancé la quadragénaire.",
            [("Nadia Cherif", "Nous avons besoin de bras")],
        ),
    ],
)
def test_a_title_or_a_pronoun_finds_whom_it_means(text: str, expected: Expected) -> None:
    assert_told(text, expected)
