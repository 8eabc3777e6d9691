"""Whom a pronoun or a description means: who was presented last, and not who was named in passing."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, facts_of, told_below

FIRST = "« Les prix montent encore », a déclaré Nabil Benkaddour."
NABIL = ("Nabil Benkaddour", "Les prix montent encore")
LOSS = "« Chaque sac nous coûte »"


@pytest.mark.parametrize(
    "sentence",
    [
        "Même lassitude chez Yassir Belarbi, directeur de l'usine Tafoukt.",
        "Autre son de cloche du côté de Yassir Belarbi, mandataire au marché de gros.",
        "Une accusation balayée par Yassir Belarbi, vice-président de la chambre.",
        "Une analyse que ne partage pas Yassir Belarbi.",
        "Un avis partagé par Yassir Belarbi.",
        "La parole est ensuite donnée à Yassir Belarbi.",
        "La question la plus applaudie fut celle de Yassir Belarbi.",
        "Quant à Yassir Belarbi, il a cherché l'apaisement.",
        "Du côté de Yassir Belarbi, on ne décolère pas.",
    ],
)
def test_who_is_presented_is_meant_by_the_next_pronoun(sentence: str) -> None:
    assert_told(f"{FIRST} {sentence} {LOSS}, dit-il.", [NABIL, ("Yassir Belarbi", "Chaque sac nous coûte")])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karim Alami a succédé à Omar Talbi à la tête du club. « Le chantier est immense », a-t-il reconnu.",
            [("Karim Alami", None)],
        ),
        (
            "La directrice, Nadia Cherif, a remercié la maire, Ibtissam Rafik, pour son appui. « Sans la ville, rien "
            "n'aurait été possible », a-t-elle dit.",
            [("Nadia Cherif", None)],
        ),
        (
            "Karim Alami retrouve au club de la capitale son premier entraîneur, Omar Talbi. « Je lui dois mon "
            "poste », a-t-il plaisanté.",
            [("Karim Alami", None)],
        ),
    ],
)
def test_an_object_is_named_in_passing(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le trésorier de la Ligue des villages côtiers (LVC), Driss Amzal, a lu le projet. « Nos ports vont fermer "
            "un à un », redoute cet élu d'un bourg des environs de Mahdia.",
            [("Driss Amzal", None)],
        ),
        (
            "Nadia Cherif dirige la chambre régionale. « Le crédit ne suit plus », constate cette cheffe d'entreprise.",
            [("Nadia Cherif", None)],
        ),
        (
            "La députée Hanane Berrada a pris la parole. « C'est un passage en force », a dénoncé cette élue de "
            "l'opposition.",
            [("Hanane Berrada", None)],
        ),
    ],
)
def test_this_one_is_whoever_came_up_last_whatever_it_adds(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("glisse le jeune homme en refermant son cartable", "Brahim Oufkir"),
        ("répond l'adolescent tout en rangeant ses filets", "Brahim Oufkir"),
        ("sourit le jeune homme", "Brahim Oufkir"),
    ],
)
def test_whom_the_paragraph_is_about_nobody_of_the_one_before_makes_doubtful(words: str, name: str) -> None:
    text = (
        "« Le port vivait jour et nuit », se souvient Hammou Talbi.\nSon petit-fils, Brahim Oufkir, 16 ans, n'y croit "
        f"pas. « Ce sont les bateaux qui vieillissent », {words}. Il affirme que les quais embauchent encore."
    )
    assert_told(text, [("Hammou Talbi", None), (name, None), (name, "les quais embauchent encore")])


def test_somebody_new_behind_a_measure_is_no_one_named_before() -> None:
    assert_told(
        "« Les chiffres n'existent pas », déplore la gérante du foyer, Fatma Sellami. Elle réclame une "
        "enquête.\nCinq portes plus loin, une lycéenne attend. « Chez moi, on l'ignore encore », murmure-t-elle.",
        [("Fatma Sellami", None), (None, None)],
    )


def test_whoever_signs_the_article_does_not_come_up() -> None:
    lines = (
        "// Par Zineb Ouardi\nNous avons rencontré une praticienne à son cabinet. Selon elle, les délais ont doublé."
    )
    assert told_below("Réforme : l'avocate Chafika Bensouda répond", lines)[0][0] == "Chafika Bensouda"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mehdi Daoud, 31 ans, range les courses. Son père, ancien docker, reste au lit. « La nuit, je veille "
            "mon père », explique-t-il.",
            [("Mehdi Daoud", None)],
        ),
        (
            "Salima Daoud tient l'épicerie. Sa mère ne quitte plus sa chambre. « Ma mère ne se plaint jamais », "
            "dit-elle.",
            [("Salima Daoud", None)],
        ),
    ],
)
def test_who_says_my_father_is_not_the_father(text: str, expected: Expected) -> None:
    assert_told(text, expected)


def test_the_judge_is_not_the_accused_and_leaves_him_the_accused() -> None:
    text = (
        "« J'ai suivi les consignes de mes chefs », a déclaré Ramzi Hadjout. Le juge observe que son "
        "tampon revient sur sept factures. « Je n'ai touché aucune commission », réplique le prévenu."
    )
    assert_told(text, [("Ramzi Hadjout", None), (None, None), ("Ramzi Hadjout", None)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le projet est défendu par Karim Alami, selon lequel le système est à bout de souffle.",
            [("Karim Alami", "le système est à bout de souffle")],
        ),
        (
            "Un projet porté par Mme Nadia Cherif, pour qui « la règle doit précéder le chantier ».",
            [("Nadia Cherif", "la règle doit précéder le chantier")],
        ),
        (
            "Même colère chez une caissière d'un grand magasin, selon laquelle les pauses sont comptées.",
            [(None, "les pauses sont comptées")],
        ),
        (
            "Rokia Benslimane parle peu. « Le fleuve monte sans bruit », sourit-elle. Que devrait décider la ville ? "
            "« Une digue plus haute. Ensuite, on verra. »",
            [("Rokia Benslimane", None), ("Rokia Benslimane", None)],
        ),
    ],
)
def test_the_words_before_tell_the_speaker(text: str, expected: Expected) -> None:
    assert_told(text, expected)


def test_the_teller_of_a_story_is_meant_by_the_next_pronoun() -> None:
    text = (
        "« La pente a glissé », raconte un berger blessé.\nSelon le récit d'un sergent des pompiers de Béja, la "
        "citerne avait cédé. « Trois minutes plus tard, on perdait le village », a-t-il confié."
    )
    quotes = facts_of(*text.split("\n")).quotes
    assert [q.attribution.speaker for q in quotes][1:] == ["un sergent des pompiers de Béja"] * 2


@pytest.mark.parametrize("sign", [", promet le gérant de la Minoterie Azul", " (P-DG de la Minoterie Azul)"])
def test_whom_a_headline_describes_the_body_names(sign: str) -> None:
    body = (
        "Fouad Belmokadem, directeur de la société Minoterie Azul, rassure. « La farine ne manquera pas avant "
        "l'hiver », a-t-il affirmé."
    )
    found = told_below(f"Pénurie : « La farine ne manquera pas »{sign}", body)
    assert [speaker for speaker, _ in found] == ["Fouad Belmokadem"] * 2


FAR = "La cour est pleine. " * 9


@pytest.mark.parametrize("words", ["la jeune femme", "l'intéressée", "la trentenaire"])
def test_far_behind_her_name_the_one_woman_named_is_meant(words: str) -> None:
    assert_told(
        f"Wafa Tlemçani répare des moteurs. {FAR}\n« Mes cousins riaient de mes outils », ironise {words}.",
        [("Wafa Tlemçani", None)],
    )


def test_far_behind_two_women_nobody_is_meant() -> None:
    text = f"Wafa Tlemçani et Eya Mansour réparent des moteurs. {FAR}\n« Ce n'était pas pour moi », dit la jeune femme."
    assert_told(text, [(None, None)])


def test_in_a_portrait_our_hostess_is_whom_the_headline_names() -> None:
    text = "L'une des apprenties, Eya Mansour, parle peu. « Les hommes promettent toujours », conclut notre hôtesse."
    assert [s for s, _ in told_below("Wafa Tlemçani, la dame qui répare", text)] == ["Wafa Tlemçani"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "La borne parlait à une dame en vert. La dame existait. « Je suis debout », a-t-elle crié.",
            "une dame en vert",
        ),
        (
            "Un gardien de nuit montre la grille. Le vent souffle. « Personne ne passe », jure le gardien.",
            "Un gardien de nuit",
        ),
    ],
)
def test_somebody_without_a_name_keeps_the_words_that_introduced_them(text: str, speaker: str) -> None:
    assert [quote.attribution.speaker for quote in facts_of(text).quotes] == [speaker]


@pytest.mark.parametrize(("origin", "name"), [("l'Espagnol", "Esteban Molinero"), ("l'Algérienne", "Zeineb Cheikhna")])
def test_the_ending_of_an_origin_tells_the_gender(origin: str, name: str) -> None:
    text = (
        "Esteban Molinero et Zeineb Cheikhna ont parlé tour à tour. « L'heure est venue de ralentir », a "
        f"déclaré {origin}."
    )
    assert_told(text, [(name, None)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Élise Garcin vante les tapis de Hamid Zerrouki. « Il a de l'audace », dit-elle. Le principal "
            "intéressé se met à rire. « De l'audace ? Je tisse comme tissait ma tante. »",
            [("Élise Garcin", None), ("Hamid Zerrouki", None)],
        ),
        (
            "« Voilà vingt ans qu'on attend », rit Hamid Zerrouki. À côté de lui, une étudiante lève les yeux : « Moi, "
            "je prends le bus. »",
            [("Hamid Zerrouki", None), (None, None)],
        ),
        (
            "Sonia Zghal sert le thé. Son producteur, Kamel Mabrouk, la dit infatigable. L'artiste assure qu'elle "
            "prépare un album.",
            [("Sonia Zghal", "elle prépare un album")],
        ),
        (
            "Ali Benmokhtar signe un essai. L'écrivain cite Omar Talbi. « On ne lit plus guère », regrette celui "
            "qui a enseigné trente ans.",
            [("Ali Benmokhtar", None)],
        ),
        (
            "Le maire Rachid Sadki et l'opposante Meriem Fassi s'affrontent. Lui assure que le tram roulera en mai.",
            [("Rachid Sadki", "le tram roulera en mai")],
        ),
        (
            "Omar Talbi secoue la tête. Sa réponse tient en une phrase : « Je reste. Et je me battrai. »",
            [("Omar Talbi", None)],
        ),
    ],
)
def test_who_acts_right_before_the_words_speaks_them(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La juge Nadia Cherif a dit que le décret est illégal. « Nous irons devant le tribunal », a poursuivi la "
            "secrétaire générale de la Ligue des magistrats.",
            [("Nadia Cherif", None), ("Nadia Cherif", None)],
        ),
        (
            "La juge Nadia Cherif a dit que le décret est illégal. « Nous irons devant le tribunal », a répliqué la "
            "secrétaire générale de la Ligue des notaires.",
            [("Nadia Cherif", None), (None, None)],
        ),
        (
            "Le président du club, Karim Alami, a limogé son entraîneur, Omar Talbi. « Les résultats manquaient », "
            "a justifié le dirigeant. Le coach déchu affirme n'avoir reçu aucun salaire.",
            [("Karim Alami", None), ("Omar Talbi", "n'avoir reçu aucun salaire")],
        ),
        (
            "Karim Alami et Omar Talbi ont pris la parole. Le premier a plaidé pour que l'impôt baisse. Le second a "
            "estimé que l'État n'en a pas les moyens.",
            [("Karim Alami", None), ("Omar Talbi", None)],
        ),
    ],
)
def test_another_title_of_whoever_goes_on(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Dans son réquisitoire, le procureur a réclamé vingt ans. « Vous avez tué pour rien », a-t-il lancé à "
            "l'accusé. Ce dernier a baissé la tête. « Je demande pardon à la famille », a-t-il soufflé.",
            ["le procureur", "l'accusé"],
        ),
        (
            "« Le match sera difficile », prévient le sélectionneur Hamid Karoui. À la question de savoir si Nabil "
            "Ayachi jouera, le technicien botte en touche : « Vous verrez bien demain. »",
            ["Hamid Karoui", "le technicien"],
        ),
        (
            "« On trait à perte », déplore un éleveur. « Le Soir des Aurès », enfin, s'amuse : « La vache, elle, n'a "
            "pas fait grève. »",
            ["un éleveur", "Le Soir des Aurès"],
        ),
    ],
)
def test_the_main_clause_tells_who_speaks(text: str, speakers: list[str]) -> None:
    quotes = [quote for quote in facts_of(text).quotes if quote.kind == "direct"]
    assert [quote.attribution.speaker for quote in quotes] == speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Un voisin a tout vu. Karim Alami est arrivé. « J'ai tout entendu », raconte le voisin.", "Un voisin"),
        ("Place à Karim Alami. Le public se lève. « Merci à tous d'être venus », lance-t-il.", "Karim Alami"),
        (
            "La directrice Nadia Cherif a parlé de Batimex. Elle y croit. « Tout a vite doublé », dit-elle.",
            "Nadia Cherif",
        ),
        (
            "Nadia Cherif, PDG de la société Batimex, a reçu la presse. La société recrute. Elle affirme que l'usine "
            "ouvrira en mai.",
            "Batimex",
        ),
        (
            "L'avocat Karim Alami défend le syndicaliste Omar Talbi. « On me poursuit pour rien », explique l'homme.",
            "l'homme",
        ),
    ],
)
def test_of_two_who_came_up_the_likelier_is_meant(text: str, speaker: str) -> None:
    assert [quote.attribution.speaker for quote in facts_of(text).quotes] == [speaker]
