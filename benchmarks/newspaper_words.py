"""The words of which benchmarks/newspaper.py makes articles; own lists, of no article and of no list of newsdb."""


def _listed(words: str, separator: str | None = None) -> tuple[str, ...]:
    """The words of a list that is written as it would be read."""
    return tuple(words.split(separator))


GIVEN_NAMES = _listed(
    "Adèle Aïcha Amine Anissa Anouar Asma Aymeric Badia Basma Béatrice Bilal Camille Chakib Chantal Clarisse Corinne "
    "Dalila Denis Driss Édouard Élodie Emna Fadila Fanny Farouk Fathia Firmin Gaëlle Ghita Habiba Hakim Hélène Hichem "
    "Ilham Imane Inès Ismaël Jalil Joëlle Kenza Khadija Lamia Latifa Loubna Maëlle Majda Malika Marguerite Mathilde "
    "Mehdi Meriem Mounia Nabila Nadège Najib Nawal Nicolas Noémie Olivia Othmane Pascale Rachida Raja Rania Raoul Rim "
    "Sabrina Salma Samira Sébastien Sihem Simon Sonia Soraya Tarek Thierry Valérie Viviane Walid Xavier Yasmine "
    "Youcef Yves Zineb Zohra"
)
SURNAMES = _listed(
    "Abitane Achouri Amrioui Aouragh Arribat Aubertin Ayadouche Azzemour Bachiri Baltou Barkaoui Bassinet Bellouti "
    "Benadour Benchaïf Benkirat Berjaoui Bouchtat Boudhiba Bourdaloue Boussetta Brahmaoui Cadiroux Carvallon Chabrier "
    "Chekkourane Cherfaoui Dabaghi Dahmoune Darrigot Derkaoud Dindeau Djaballi Dounit Elfakir Elmansar Essaghir "
    "Fardeau Fassiki Ferradji Gadouche Garrigou Ghazouan Guellatou Guermazi Haddioui Hamrouche Harguet Idrissane "
    "Jaouhar Jourdalle Kabbachi Kadirane Kerbouche Ksourine Labidane Lahloumi Lamoureau Laroubi Lazraki Mabroukane "
    "Mahfoudi Maurillac Meddebi Menouar Mezziane Mokraoui Moulinat Naciriou Nejjaroui Ouazzine Oulhadj Pelletrin "
    "Querouane Rahmounine Raissouli Rochebrun Saadaoune Sabounji Sefriouat Slimaniou Tahiraoui Tazroute Tlemsaniou "
    "Toumiane Vauquelin Yacoubane Zahraouine Zemmourane Zeroualit Zouarine"
)
# Between given name and surname; the empty ones keep most names in two words.
NAME_PARTICLES = ("", "", "", "", "Ben", "El", "Aït")

PLACES = _listed(
    "Agadir Annaba Béja Blida Bizerte Casablanca Constantine Dakhla Errachidia Gafsa Jendouba Kairouan Kénitra Lyon "
    "Mahdia Marrakech Marseille Meknès Monastir Nador Nouakchott Oran Ouarzazate Oujda Rabat Relizane Safi Sétif Sfax "
    "Sousse Tanger Taza Tétouan Tiaret Tlemcen Tozeur Tunis Zagora"
)
OUTLETS = (
    "Le Courrier des Ports",
    "La Gazette du Littoral",
    "Le Quotidien des Plaines",
    "L'Observateur du Sud",
    "La Dépêche des Oasis",
    "Les Nouvelles de la Côte",
    "Le Carnet économique",
    "La Tribune des Hauts Plateaux",
    "Le Messager du Rif",
    "L'Écho des Marchés",
    "Le Journal des Régions",
    "La Voix des Métiers",
)

# Head, gender article, kind; the complement says of what.
ORGANISATION_HEADS = (
    ("Office national", "l'", "agency"),
    ("Agence", "l'", "agency"),
    ("Fédération", "la ", "federation"),
    ("Association", "l'", "association"),
    ("Union", "l'", "union"),
    ("Société", "la ", "company"),
    ("Institut", "l'", "university"),
    ("Banque", "la ", "bank"),
    ("Ministère", "le ", "ministry"),
    ("Confédération", "la ", "federation"),
)
COMPLEMENTS = _listed(
    "de l'eau potable|des transports routiers|des industries textiles|de la pêche côtière|des énergies nouvelles|"
    "de l'habitat rural|du commerce extérieur|des technologies avancées|de la formation continue|des oléiculteurs|"
    "du crédit agricole|de la santé maternelle|des ports maritimes|des forêts|du patrimoine bâti|des exportateurs|"
    "de l'artisanat|des pharmaciens|du logement social|des chemins ruraux|de la statistique|des semences|"
    "des parcs industriels|de l'élevage ovin|des céréales|de la recherche marine|des mines|du tourisme intérieur|"
    "de l'assurance mutuelle|des architectes|de la propriété foncière|des laboratoires|du livre scolaire|"
    "des travaux publics|de la métrologie|des télécommunications|du dessalement|des apiculteurs|"
    "de l'aviation légère|des coopératives laitières",
    "|",
)
ROLES = (
    "directeur général",
    "présidente",
    "président",
    "directrice",
    "secrétaire général",
    "porte-parole",
    "trésorière",
    "vice-président",
    "ingénieure en chef",
    "coordinateur régional",
)

SUBJECTS = (
    "la filière",
    "le programme pilote",
    "la nouvelle usine",
    "le schéma régional",
    "la campagne agricole",
    "le réseau d'irrigation",
    "la station de pompage",
    "le fonds de garantie",
    "la plateforme logistique",
    "le chantier du port",
    "la coopérative du village",
    "le marché de gros",
    "la ligne ferroviaire",
    "le centre de formation",
    "la réserve naturelle",
    "le budget de la commune",
    "la zone d'activités",
    "le barrage",
    "la flotte artisanale",
    "le dispositif d'aide",
    "la production d'huile",
    "le parc de logements",
    "la collecte des déchets",
    "le laboratoire d'analyses",
)
VERBS = (
    "a créé",
    "mobilisera",
    "a permis d'équiper",
    "concerne désormais",
    "doit desservir",
    "a dépassé",
    "n'a pas encore atteint",
    "pourrait couvrir",
    "a soutenu",
    "remplacera",
    "a accueilli",
    "représente aujourd'hui",
    "a fait travailler",
    "exige encore",
)
OBJECTS = (
    "{n} emplois",
    "{n} hectares",
    "{n} familles",
    "près de {n} tonnes",
    "{n} exploitations",
    "plus de {n} mètres cubes",
    "{n} artisans",
    "{n} étudiants",
    "environ {n} bateaux",
    "{n} logements",
    "{n} millions de dirhams",
    "{n} kilomètres de voies",
    "{n} points de vente",
    "{n} foyers raccordés",
)
CIRCUMSTANCES = (
    "dans la région de {place}",
    "depuis le début de l'année",
    "aux portes de {place}",
    "malgré la sécheresse des trois dernières saisons",
    "selon le calendrier arrêté au printemps",
    "avec l'appui des collectivités",
    "entre {place} et {other}",
    "sans augmenter les charges des ménages",
    "avant la fin du mois prochain",
    "pour un coût inférieur aux prévisions",
    "grâce aux prêts à taux réduit",
    "au profit des communes les plus éloignées",
    "après deux années de retard",
    "sous le contrôle d'un comité indépendant",
)
CONNECTORS = ("Par ailleurs, ", "En outre, ", "De son côté, ", "Dans le même temps, ", "", "", "", "Cette année, ")
CUES = ("a déclaré", "a expliqué", "a souligné", "a précisé", "a rappelé", "a indiqué", "a estimé", "a ajouté")
OPENINGS = ("Nous constatons que", "Il faut dire que", "Je crois que", "Chacun voit que", "Nos équipes savent que")
HEADLINES = (
    "{subject} change d'échelle à {place}",
    "À {place}, {subject} attend son second souffle",
    "{subject} : ce qui se prépare à {place}",
    "{place} : {subject} au cœur des débats",
)
