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
        (
            "Le Conseil de gouvernement adopte trois décrets",
            "Le Conseil de gouvernement, réuni jeudi sous la présidence du Chef du gouvernement, "
            "Aziz Berrada, a adopté trois décrets. Dans un point de presse à l'issue de la "
            "réunion, le ministre délégué chargé des Relations avec le Parlement, porte-parole du"
            " gouvernement, Mustapha Baali, a indiqué que le premier texte porte sur la "
            "formation. Ce décret, a-t-il expliqué, vise à simplifier les procédures. Le ministre"
            " a en outre relevé que le deuxième projet fixe les indemnités.",
            [
                ("Mustapha Baali", "le premier texte porte sur la formation"),
                ("Mustapha Baali", "Ce décret, a-t-il expliqué, vise à simplifier les procédures"),
                ("Mustapha Baali", "le deuxième projet fixe les indemnités"),
            ],
        ),
        (
            "Oran : le wali en visite à Aïn El Turck",
            "Le wali d'Oran, Samir Chibani, a effectué dimanche une visite de travail à Aïn El "
            "Turck. Sur place, il a instruit les entreprises d'accélérer la cadence. « Le délai "
            "est dépassé de six mois, c'est inadmissible », s'est-il emporté devant le chantier "
            "de la corniche. Le directeur des travaux publics, présent lors de la visite, a mis "
            "en avant les intempéries. « Nous rattraperons le retard », a-t-il juré. Le wali n'a "
            "pas semblé convaincu. « On verra », a-t-il conclu.",
            [
                ("Samir Chibani", "accélérer la cadence"),
                ("Samir Chibani", "Le délai est dépassé de six mois, c'est inadmissible"),
                (None, "Nous rattraperons le retard"),
            ],
        ),
        (
            "Affaire Belhadj : la famille parle",
            "« Mon fils n'est pas un voyou. » Assise dans son salon, Zohra Belhadj fixe le sol. "
            "Son fils, Ilyès, 19 ans, est mort le 3 mai lors d'une interpellation. « Il allait "
            "acheter du pain », répète-t-elle. Son mari garde le silence. « Nous voulons la "
            "vérité, rien d'autre », finit-il par dire.\nL'avocat de la famille, Me Thierry "
            "Lacoste, a déposé une plainte. « Il y a des vidéos, il y a des témoins », "
            "affirme-t-il. De source judiciaire, on indique que deux policiers ont été entendus.",
            [
                ("Zohra Belhadj", "Mon fils n'est pas un voyou."),
                ("Zohra Belhadj", "Il allait acheter du pain"),
                (None, "Nous voulons la vérité, rien d'autre"),
                ("Thierry Lacoste", "Il y a des vidéos, il y a des témoins"),
                (None, "deux policiers ont été entendus"),
            ],
        ),
        (
            "Bourse : Maghreb Ciment relève ses objectifs",
            "Maghreb Ciment a relevé mercredi ses objectifs annuels. Le groupe table désormais "
            "sur un chiffre d'affaires de 9 milliards de dirhams. « La demande est repartie plus "
            "vite que prévu », a commenté son PDG, José Ferrer, cité dans un communiqué. Le "
            "cimentier précise que son endettement a reculé de 12 %. Pour les analystes de CFG, "
            "l'action garde une marge de hausse. « Nous restons à l'achat », écrivent-ils "
            "dans une note.",
            [
                ("José Ferrer", "La demande est repartie plus vite que prévu"),
                ("Maghreb Ciment", "son endettement a reculé de 12 %"),
                (None, "l'action garde une marge de hausse"),
                (None, "Nous restons à l'achat"),
            ],
        ),
        (
            "Élections : le parti de la Colombe choisit sa candidate",
            "C'est officiel. Le parti de la Colombe présentera Rym Sassi à la mairie de Bizerte. "
            "L'intéressée l'a confirmé mardi soir. « J'y vais pour gagner », a déclaré "
            "l'architecte de 43 ans. Son adversaire, le maire sortant Lassaad Trabelsi, lui a "
            "souhaité bonne chance. « Que le meilleur gagne », a-t-il glissé. La candidate a "
            "répliqué que la meilleure gagnerait.",
            [
                ("Rym Sassi", "J'y vais pour gagner"),
                ("Lassaad Trabelsi", "Que le meilleur gagne"),
                ("Rym Sassi", "la meilleure gagnerait"),
            ],
        ),
        (
            "Santé : le vaccin arrive lundi",
            "Les premières doses du vaccin arriveront lundi. L'annonce a été faite par le "
            "ministre de la Santé, Ali Mrabet, lors d'une conférence de presse. Selon M. Mrabet, "
            "200.000 doses sont attendues. Le ministre a appelé la population à ne pas céder à la"
            " panique. « Il y en aura pour tout le monde », a-t-il rassuré. Interrogé sur le "
            "prix, il a botté en touche. « Chaque chose en son temps », a-t-il répondu à un "
            "journaliste.\nMême tonalité à l'Institut Pasteur. Son directeur, Hechmi Louzir, "
            "assure que la chaîne du froid est prête.",
            [
                ("Ali Mrabet", "200.000 doses sont attendues"),
                ("Ali Mrabet", "ne pas céder à la panique"),
                ("Ali Mrabet", "Il y en aura pour tout le monde"),
                ("Ali Mrabet", "Chaque chose en son temps"),
                ("Hechmi Louzir", "la chaîne du froid est prête"),
            ],
        ),
        (
            "Le retour des cigognes",
            "Sur le minaret de Chellah, elles sont revenues. « La première est arrivée le 12 "
            "décembre », note Abdelkader, gardien du site. Chaque année, il inscrit la date dans "
            "un cahier. L'ornithologue Imane Cherkaoui y voit le signe d'un hiver doux. Les "
            "cigognes, explique la chercheuse, n'ont plus besoin d'aller jusqu'au Sahel. « Elles "
            "trouvent tout dans nos décharges », regrette-t-elle. Abdelkader, lui, s'en réjouit :"
            " « Elles portent bonheur. »",
            [
                ("Abdelkader", "La première est arrivée le 12 décembre"),
                ("Imane Cherkaoui", "Les cigognes, explique la chercheuse, n'ont plus besoin d'aller jusqu'au Sahel"),
                ("Imane Cherkaoui", "Elles trouvent tout dans nos décharges"),
                ("Abdelkader", "Elles portent bonheur."),
            ],
        ),
    ],
)
def test_a_regional_article_is_told_right(headline: str, text: str, expected: Expected) -> None:
    assert told_below(headline, text) == expected
