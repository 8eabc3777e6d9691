"""Whole short articles of the news: who speaks in the headline, and in a report with several speakers."""

import pytest

from tests.extraction.printed_article import Expected, told_below


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        (
            "Latifa Bennour : Nos villages attendent une route",
            "Devant les militants, Latifa Bennour, présidente du parti, a rappelé que le parti avait soutenu la loi.",
            [
                ("Latifa Bennour", "Nos villages attendent une route"),
                ("Latifa Bennour", "le parti avait soutenu la loi"),
            ],
        ),
        (
            "Karim Benali : l'attaquant signe au Raja",
            "L'attaquant Karim Benali a signé au Raja pour deux ans.",
            [],
        ),
        (
            "Karim Benali : il veut tout changer",
            "Karim Benali a assuré qu'il changera tout.",
            [("Karim Benali", "il changera tout")],
        ),
        (
            "Karim Benali, ministre du Commerce : les prix vont baisser dès janvier",
            "Karim Benali a assuré que les stocks sont suffisants.",
            [("Karim Benali", "les prix vont baisser dès janvier"), ("Karim Benali", "les stocks sont suffisants")],
        ),
        (
            "Karim Benali (ministre du Commerce): Les prix vont baisser dès janvier",
            "Karim Benali a assuré que les stocks sont suffisants.",
            [("Karim Benali", "Les prix vont baisser dès janvier"), ("Karim Benali", "les stocks sont suffisants")],
        ),
        (
            "Les prix vont baisser dès janvier (ministre)",
            "Le ministre du Commerce, Karim Benali, a assuré que les stocks sont suffisants.",
            [("Karim Benali", "Les prix vont baisser dès janvier"), ("Karim Benali", "les stocks sont suffisants")],
        ),
        (
            "Les prix vont baisser dès janvier (M. Benali)",
            "Le ministre du Commerce, Karim Benali, a assuré que les stocks sont suffisants.",
            [("Karim Benali", "Les prix vont baisser dès janvier"), ("Karim Benali", "les stocks sont suffisants")],
        ),
        (
            "« Les prix vont baisser dès janvier » (ministre du Commerce)",
            "Le ministre du Commerce, Karim Benali, a assuré que les stocks sont suffisants.",
            [("Karim Benali", "Les prix vont baisser dès janvier"), ("Karim Benali", "les stocks sont suffisants")],
        ),
        (
            "Benali: Les prix vont baisser dès janvier",
            "Le ministre du Commerce, Karim Benali, a assuré que les stocks sont suffisants.",
            [("Karim Benali", "Les prix vont baisser dès janvier"), ("Karim Benali", "les stocks sont suffisants")],
        ),
        (
            "Salon du livre (Tunis) : quarante pays attendus",
            "Le salon s'ouvre jeudi.",
            [],
        ),
        (
            "Foot : le Raja recrute deux joueurs (officiel)",
            "Le club l'a annoncé.",
            [],
        ),
        (
            "Selon Karim Benali, les prix vont baisser dès janvier",
            "Le ministre s'est exprimé à la radio.",
            [("Karim Benali", "les prix vont baisser dès janvier")],
        ),
        (
            "Les prix vont baisser dès janvier, selon Karim Benali",
            "Le ministre s'est exprimé à la radio.",
            [("Karim Benali", "Les prix vont baisser dès janvier")],
        ),
        (
            'Karim Benali: "Les prix vont baisser dès janvier"',
            "Le ministre s'est exprimé à la radio.",
            [("Karim Benali", "Les prix vont baisser dès janvier")],
        ),
    ],
)
def test_a_headline_without_marks_has_a_speaker(headline: str, text: str, expected: Expected) -> None:
    assert told_below(headline, text) == expected


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        (
            "Carburants : les prix à la pompe repartent à la hausse",
            "Les prix des carburants repartent à la hausse. C'est ce qu'a indiqué, lundi, Jamal "
            "Zrikem, président de la Fédération nationale des stations-service. « Le litre de "
            "gasoil augmentera de quarante centimes dès mardi », a-t-il précisé dans une "
            "déclaration à Médias Presse.\nJoint par téléphone, un gérant de station à Casablanca "
            "ne cache pas son agacement. « On nous prévient à minuit, par SMS. Les clients nous "
            "insultent », peste-t-il. Son voisin, lui, hausse les épaules : « On s'habitue à "
            "tout. »\nLe ministère de la Transition énergétique assure, de son côté, suivre la "
            "situation de près. Selon la même source, les contrôles seront renforcés. Leïla "
            "Benjelloun, la ministre, avait promis en juin que le marché serait régulé.",
            [
                ("Jamal Zrikem", "Les prix des carburants repartent à la hausse"),
                ("Jamal Zrikem", "Le litre de gasoil augmentera de quarante centimes dès mardi"),
                (None, "On nous prévient à minuit, par SMS. Les clients nous insultent"),
                (None, "On s'habitue à tout."),
                ("Ministère de la Transition énergétique", "suivre la situation de près"),
                ("Ministère de la Transition énergétique", "les contrôles seront renforcés"),
                ("Leïla Benjelloun", "le marché serait régulé"),
            ],
        ),
        (
            "Affaire du port : « Je n'ai fait qu'obéir », dit l'ancien directeur",
            "Le procès de l'ancien directeur du port, Slimane Khelladi, s'est ouvert hier devant "
            "le tribunal criminel d'Alger. À la barre, l'accusé a rejeté en bloc les charges. « "
            "Je n'ai fait qu'obéir à des instructions écrites », a-t-il déclaré à la présidente, "
            "Houria Mansouri.\n« De qui venaient ces instructions ? », l'a interrogé la "
            "magistrate. « Du ministère », a répondu l'ancien directeur, avant d'ajouter qu'il en"
            " conservait des copies.\nAppelé à témoigner, un ancien chef de service a affirmé que "
            "les appels d'offres étaient « préparés d'avance ». Le témoin a précisé qu'il avait "
            "alerté sa hiérarchie dès 2017. Me Farid Ouali, l'avocat de la défense, a dénoncé un "
            "dossier vide. « On juge un homme sur des rumeurs », a plaidé le conseil.\nLe "
            "procureur a requis dix ans de prison ferme.",
            [
                ("Slimane Khelladi", "Je n'ai fait qu'obéir"),
                ("Slimane Khelladi", "Je n'ai fait qu'obéir à des instructions écrites"),
                ("Houria Mansouri", "De qui venaient ces instructions ?"),
                ("Slimane Khelladi", "il en conservait des copies"),
                (None, "les appels d'offres étaient « préparés d'avance »"),
                (None, "il avait alerté sa hiérarchie dès 2017"),
                ("Farid Ouali", "On juge un homme sur des rumeurs"),
            ],
        ),
        (
            "Ligue 1 : l'Étoile s'impose sur le fil",
            "L'Étoile du Sahel a battu le CS Sfaxien (1-0) grâce à un but de Yassine Chikhaoui à "
            "la 89e minute.\n« On a souffert, mais on n'a jamais douté », a réagi le buteur au "
            "micro de la télévision nationale. Son entraîneur, Faouzi Rouissi, a salué un groupe "
            "« qui vit bien ensemble ». « Je suis fier d'eux. Ce succès, ils le méritent », "
            "a-t-il ajouté.\nCôté sfaxien, l'heure était aux regrets. « On paie cash notre seule "
            "erreur », a pesté Nabil Maaloul. Le technicien sfaxien a toutefois estimé que son "
            "équipe avait fait jeu égal.",
            [
                ("Yassine Chikhaoui", "On a souffert, mais on n'a jamais douté"),
                ("Faouzi Rouissi", "qui vit bien ensemble"),
                ("Faouzi Rouissi", "Je suis fier d'eux. Ce succès, ils le méritent"),
                ("Nabil Maaloul", "On paie cash notre seule erreur"),
                ("Nabil Maaloul", "son équipe avait fait jeu égal"),
            ],
        ),
        (
            "Nouakchott : les enseignants en grève",
            "Le Syndicat indépendant des professeurs du secondaire (SIPES) a annoncé qu'il "
            "observera une grève de trois jours à partir de lundi. Dans un communiqué dont Cridem"
            " a reçu copie, le syndicat explique que les négociations sont au point mort. « Nous "
            "avons épuisé toutes les voies de recours », y lit-on.\nSon secrétaire général, "
            "Mohamed Ould Rabah, affirme que le ministère a rompu le dialogue. Contacté, un "
            "responsable du ministère, qui a requis l'anonymat, dément. « La porte reste ouverte "
            "», assure cette source.\nPour le sociologue Cheikh Sidati, « cette grève est le "
            "symptôme d'un malaise profond ». Il rappelle que les salaires n'ont pas bougé depuis"
            " 2012.",
            [
                (
                    "Syndicat indépendant des professeurs du secondaire",
                    "il observera une grève de trois jours à partir de lundi",
                ),
                ("Syndicat indépendant des professeurs du secondaire", "les négociations sont au point mort"),
                ("Syndicat indépendant des professeurs du secondaire", "Nous avons épuisé toutes les voies de recours"),
                ("Mohamed Ould Rabah", "le ministère a rompu le dialogue"),
                (None, "La porte reste ouverte"),
                ("Cheikh Sidati", "cette grève est le symptôme d'un malaise profond"),
                ("Cheikh Sidati", "les salaires n'ont pas bougé depuis 2012"),
            ],
        ),
        (
            "Portrait. Le libraire de la rue des Oliviers",
            "Il ouvre à neuf heures, été comme hiver. Le libraire a la main lente et l'œil vif. «"
            " Un livre mal rangé est un livre perdu », dit-il en remettant un roman à sa place. "
            "Abdellatif Kabbaj a repris la boutique de son père en 1981.\nSa femme, Khadija, tient"
            " la caisse. « Sans moi, il aurait tout donné », plaisante-t-elle. Une habituée "
            "s'arrête devant la vitrine. « C'est ici que j'ai appris à lire », raconte la vieille"
            " dame.\nLe libraire a vu passer des ministres et des poètes. Un jour, se souvient-il,"
            " un garçon lui a volé un dictionnaire. « Il est revenu dix ans plus tard, avec le "
            "livre et des excuses. »",
            [
                ("Abdellatif Kabbaj", "Un livre mal rangé est un livre perdu"),
                ("Khadija", "Sans moi, il aurait tout donné"),
                (None, "C'est ici que j'ai appris à lire"),
                ("Abdellatif Kabbaj", "Un jour, se souvient-il, un garçon lui a volé un dictionnaire"),
                ("Abdellatif Kabbaj", "Il est revenu dix ans plus tard, avec le livre et des excuses."),
            ],
        ),
        (
            "Numérique : APEX lance un fonds pour les start-up",
            "« Notre ambition est d'accompagner cent start-up d'ici 2027. » C'est en ces termes "
            "que Nabila Tazi, directrice générale d'APEX, a présenté le nouveau fonds. Doté de "
            "200 millions de dirhams, il interviendra en capital. « Nous ne sommes pas une banque"
            " », insiste la dirigeante.\nPrésent à la cérémonie, le président de la Fédération des"
            " technologies, Redouane Sqalli, s'est réjoui de cette initiative. « Elle arrive à "
            "point nommé », a-t-il souligné. Et de préciser que trois entreprises ont déjà été "
            "retenues.\nLa directrice générale n'a pas souhaité donner de noms. Elle a simplement "
            "confirmé que les premiers contrats seront signés en mars.",
            [
                ("Nabila Tazi", "Notre ambition est d'accompagner cent start-up d'ici 2027."),
                ("Nabila Tazi", "Nous ne sommes pas une banque"),
                ("Redouane Sqalli", "Elle arrive à point nommé"),
                ("Redouane Sqalli", "trois entreprises ont déjà été retenues"),
                ("Nabila Tazi", "les premiers contrats seront signés en mars"),
            ],
        ),
        (
            "Agadir : un festival et des regrets",
            "Le rideau est tombé samedi sur le festival Timitar. Pour Brahim El Mazned, son "
            "directeur artistique, « cette édition restera dans les mémoires ». L'homme de "
            "culture se félicite d'avoir attiré cent mille spectateurs. Même satisfaction chez "
            "les commerçants. « J'ai vendu plus en trois jours qu'en un mois », jubile Hassan, "
            "marchand de beignets.\nTout le monde n'est pas de cet avis. « On n'a pas fermé l'œil "
            "», grogne un riverain, qui préfère taire son nom. Il dit avoir saisi la commune.",
            [
                ("Brahim El Mazned", "cette édition restera dans les mémoires"),
                ("Brahim El Mazned", "avoir attiré cent mille spectateurs"),
                ("Hassan", "J'ai vendu plus en trois jours qu'en un mois"),
                (None, "On n'a pas fermé l'œil"),
                (None, "avoir saisi la commune"),
            ],
        ),
        (
            "Assemblée : passe d'armes autour de la loi de finances",
            "La séance a été houleuse. « Vous bradez le pays ! », a lancé la députée Samia Abbou "
            "à l'adresse du ministre. « Vous mentez », lui a rétorqué Ridha Chkoundali, ministre "
            "des Finances. Le président de l'Assemblée, Brahim Bouderbala, a dû suspendre les "
            "débats.\nÀ la reprise, Samia Abbou a maintenu ses accusations. Elle a exigé que le "
            "contrat soit publié. Le ministre a répondu que le document serait transmis à la "
            "commission. Selon lui, « il n'y a rien à cacher ».",
            [
                ("Samia Abbou", "Vous bradez le pays !"),
                ("Samia Abbou", "le contrat soit publié"),
                ("Ridha Chkoundali", "le document serait transmis à la commission"),
                ("Ridha Chkoundali", "il n'y a rien à cacher"),
            ],
        ),
        (
            "Lait : la filière tire la sonnette d'alarme",
            "« Si rien n'est fait, la moitié des éleveurs auront disparu dans deux ans. » "
            "L'avertissement est signé Rachid Khattabi, président de la Fédération "
            "interprofessionnelle du lait. Invité jeudi de la radio Atlantic, il a rappelé que le"
            " prix de l'aliment avait doublé. Et d'enfoncer le clou : « On vend à perte. » Selon "
            "le responsable, dix mille vaches ont été abattues depuis janvier.\nAu ministère de "
            "l'Agriculture, on se dit conscient du problème. Un plan d'urgence est à l'étude, "
            "confie une source au sein du département.",
            [
                ("Rachid Khattabi", "Si rien n'est fait, la moitié des éleveurs auront disparu dans deux ans."),
                ("Rachid Khattabi", "le prix de l'aliment avait doublé"),
                ("Rachid Khattabi", "On vend à perte."),
                ("Rachid Khattabi", "dix mille vaches ont été abattues depuis janvier"),
                (None, "Un plan d'urgence est à l'étude"),
            ],
        ),
        (
            "Le juge et le notaire",
            "Le notaire Adil Fassi a été entendu mardi. Devant le juge d'instruction, il a "
            "reconnu avoir signé l'acte, mais a nié en avoir tiré profit. « J'ai fait mon travail"
            " », a-t-il insisté. Son avocate, Me Rim Lahlou, a demandé sa mise en liberté "
            "provisoire. Elle soutient que son client offre toutes les garanties. Le parquet s'y "
            "est opposé. Pour le ministère public, le risque de fuite est réel.",
            [
                ("Adil Fassi", "avoir signé l'acte"),
                ("Adil Fassi", "en avoir tiré profit"),
                ("Adil Fassi", "J'ai fait mon travail"),
                ("Rim Lahlou", "son client offre toutes les garanties"),
                (None, "le risque de fuite est réel"),
            ],
        ),
    ],
)
def test_a_short_article_is_told_right(headline: str, text: str, expected: Expected) -> None:
    assert told_below(headline, text) == expected
