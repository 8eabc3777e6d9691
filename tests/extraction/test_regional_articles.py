"""Whole short articles of the regions: portraits, strikes, accidents, people without a name."""

import pytest

from tests.extraction.printed_article import Expected, told_below


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        (
            "Tunisie : le patronat réclame de la visibilité",
            "TUNIS, 12 nov (TAP) – L'Union tunisienne de l'industrie, du commerce et de "
            "l'artisanat (UTICA) a réclamé, mardi, davantage de visibilité fiscale. Son "
            "président, Samir Majoul, a relevé que les entreprises avaient subi cinq lois de "
            "finances en trois ans. « On ne peut pas investir les yeux bandés », a-t-il martelé, "
            "appelant le gouvernement à stabiliser les taux.\nLa ministre des Finances, Sihem "
            "Boughdiri, a répondu que la réforme serait concertée. Elle a également annoncé que "
            "les crédits de TVA seront remboursés avant juin.",
            [
                ("Samir Majoul", "les entreprises avaient subi cinq lois de finances en trois ans"),
                ("Samir Majoul", "On ne peut pas investir les yeux bandés"),
                ("Samir Majoul", "stabiliser les taux"),
                ("Sihem Boughdiri", "la réforme serait concertée"),
                ("Sihem Boughdiri", "les crédits de TVA seront remboursés avant juin"),
            ],
        ),
        (
            "Mauritanie: l'opposition dénonce un « coup de force »",
            "Réagissant à la dissolution du conseil, le président du parti Tawassoul, Hamadi Ould"
            " Sidi, a dénoncé « un coup de force ». « On nous impose le silence », a-t-il écrit "
            "sur sa page Facebook. Il a ajouté que son parti saisira la Cour constitutionnelle.\n"
            "Pour le porte-parole du gouvernement, Nani Ould Chrougha, il s'agit d'une mesure "
            "technique. « L'opposition fait du bruit pour exister », a-t-il ironisé.\nDans un "
            "communiqué conjoint, plusieurs ONG ont appelé les autorités à respecter les "
            "libertés.",
            [
                ("Hamadi Ould Sidi", "On nous impose le silence"),
                ("Hamadi Ould Sidi", "son parti saisira la Cour constitutionnelle"),
                ("Nani Ould Chrougha", "il s'agit d'une mesure technique"),
                ("Nani Ould Chrougha", "L'opposition fait du bruit pour exister"),
                (None, "respecter les libertés"),
            ],
        ),
        (
            "Kénitra : l'usine recrute",
            "L'équipementier Yazami va recruter 800 personnes. « Nous ouvrirons deux lignes en "
            "janvier », a annoncé le directeur du site, Frédéric Morel, lors d'un point de "
            "presse. Le dirigeant français a précisé que la moitié des postes iront à des femmes."
            " Pour Hassan Amrani, de la CDT, « les salaires restent le vrai sujet ». Le "
            "syndicaliste déplore que les négociations n'aient pas abouti.\n« On attend de voir »,"
            " glisse une ouvrière à la sortie. « Les promesses, on connaît », renchérit sa "
            "collègue.",
            [
                ("Frédéric Morel", "Nous ouvrirons deux lignes en janvier"),
                ("Frédéric Morel", "la moitié des postes iront à des femmes"),
                ("Hassan Amrani", "les salaires restent le vrai sujet"),
                ("Hassan Amrani", "les négociations n'aient pas abouti"),
                (None, "On attend de voir"),
                (None, "Les promesses, on connaît"),
            ],
        ),
        (
            "Pollution : « Les poissons sont remontés morts »",
            "« Les poissons sont remontés morts », raconte Salah, pêcheur à Gabès depuis trente "
            "ans. Le sexagénaire montre la mer, au loin. « Avant, on voyait le fond », dit-il. "
            "Selon l'ONG Stop Pollution, l'usine rejette chaque jour 14 000 tonnes de "
            "phosphogypse. « C'est un crime », accuse son coordinateur, Khayreddine Debaya. "
            "Contactée, la direction du groupe n'a pas donné suite. Une source interne reconnaît "
            "que les filtres n'ont pas été changés depuis 2015.",
            [
                ("Salah", "Les poissons sont remontés morts"),
                ("Salah", "Avant, on voyait le fond"),
                ("Stop Pollution", "l'usine rejette chaque jour 14 000 tonnes de phosphogypse"),
                ("Khayreddine Debaya", "C'est un crime"),
                (None, "les filtres n'ont pas été changés depuis 2015"),
            ],
        ),
        (
            "Le Premier ministre à Bruxelles",
            "Le Premier ministre, Aziz Rahmani, s'est entretenu jeudi avec la présidente de la "
            "Commission, Ursula Keller. À l'issue de l'entretien, Mme Keller a indiqué que "
            "l'accord serait signé au printemps. « Nous avons levé les derniers obstacles », "
            "s'est-elle réjouie. M. Rahmani a, quant à lui, souligné que son pays « ne bradera "
            "pas ses intérêts ». Il a invité son hôte à se rendre à Alger en mars.\nLa présidente "
            "de la Commission a accepté l'invitation. Elle a assuré qu'elle s'y rendrait avec "
            "plaisir.",
            [
                ("Ursula Keller", "l'accord serait signé au printemps"),
                ("Ursula Keller", "Nous avons levé les derniers obstacles"),
                ("Aziz Rahmani", "son pays « ne bradera pas ses intérêts »"),
                ("Aziz Rahmani", "ne bradera pas ses intérêts"),
                ("Aziz Rahmani", "se rendre à Alger en mars"),
                ("Ursula Keller", "elle s'y rendrait avec plaisir"),
            ],
        ),
        (
            "Musique : le retour de Nass El Janoub",
            "Ils reviennent après dix ans de silence. « On n'avait plus rien à dire, alors on "
            "s'est tus », explique le chanteur du groupe, Mehdi Laaroussi. À ses côtés, le "
            "guitariste Anis Chraibi acquiesce : « Maintenant, on a trop de choses à dire. » Leur"
            " nouvel album, « Vents contraires », sort vendredi. « C'est un disque de colère », "
            "prévient Mehdi. « De tendresse aussi », corrige Anis. Le public jugera.",
            [
                ("Mehdi Laaroussi", "On n'avait plus rien à dire, alors on s'est tus"),
                ("Anis Chraibi", "Maintenant, on a trop de choses à dire."),
                ("Mehdi Laaroussi", "C'est un disque de colère"),
                ("Anis Chraibi", "De tendresse aussi"),
            ],
        ),
        (
            "Accident de Berrechid : ce que l'on sait",
            "Un autocar s'est renversé dans la nuit de samedi à dimanche. Le conducteur se serait"
            " endormi, selon une source de la gendarmerie. « Il roulait trop vite », affirme un "
            "passager, le bras en écharpe. Il dit avoir vu le car zigzaguer pendant plusieurs "
            "kilomètres. Le propriétaire de la société, Driss Naciri, réfute : « Mes chauffeurs "
            "respectent les temps de repos. » Le parquet a ouvert une enquête. Le procureur du "
            "Roi a précisé que le conducteur a été placé en garde à vue.",
            [
                (None, "Le conducteur se serait endormi"),
                (None, "Il roulait trop vite"),
                (None, "avoir vu le car zigzaguer pendant plusieurs kilomètres"),
                ("Driss Naciri", "Mes chauffeurs respectent les temps de repos."),
                (None, "le conducteur a été placé en garde à vue"),
            ],
        ),
        (
            "Hôpital de Tizi : un chef de service témoigne",
            "Sous couvert d'anonymat, un chef de service dresse un tableau sombre. « On opère "
            "avec des gants périmés », lâche-t-il. Notre interlocuteur affirme que trois blocs "
            "sur cinq sont fermés. Le directeur de l'hôpital, Ali Mameri, reconnaît des "
            "difficultés mais conteste le tableau. « Le matériel arrive la semaine prochaine », "
            "promet-il. Le même responsable ajoute que dix médecins seront recrutés. Le chef de "
            "service, lui, n'y croit plus : « J'ai déposé ma démission. »",
            [
                (None, "On opère avec des gants périmés"),
                (None, "trois blocs sur cinq sont fermés"),
                ("Ali Mameri", "Le matériel arrive la semaine prochaine"),
                ("Ali Mameri", "dix médecins seront recrutés"),
                (None, "J'ai déposé ma démission."),
            ],
        ),
    ],
)
def test_a_regional_article_is_told_right(headline: str, text: str, expected: Expected) -> None:
    assert told_below(headline, text) == expected
