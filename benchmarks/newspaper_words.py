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

# What sentences are made of, each word drawn for itself, so that two articles share few sequences of words, as two of
# the press do. Complements and places need no agreement with what they follow.
SUBJECTS = _listed(
    "la filière|le programme|l'usine|le schéma|la campagne|le réseau|la station|le fonds|la plateforme|le chantier|"
    "la coopérative|le marché|la ligne|le centre|la réserve|le budget|la zone|le barrage|la flotte|le dispositif|"
    "la production|le parc|la collecte|le laboratoire|la caravane|le verger|l'atelier|la conserverie|le tribunal|"
    "la bibliothèque|le stade|la clinique|le moulin|la pépinière|le quai|l'école|la serre|le canal|la halle|le tunnel|"
    "la scierie|le théâtre|la carrière|le festival|l'abattoir|la gare|le musée|la cimenterie|le refuge|la digue",
    "|",
)
COMPLEMENTS_OF_THINGS = _listed(
    "du textile|de l'olivier|des ports|de montagne|des oasis|du littoral|de nuit|des jeunes|du cuir|de printemps|"
    "des dattes|du sel|en verre|des femmes|du rail|de quartier|des saisonniers|du miel|en pierre|des écoles|du blé|"
    "de secours|des dunes|du lait|en terre|des pêcheurs|du soir|de plaine|des tapis|du cèdre|en réseau|des mines|"
    "du safran|de poche|des forêts|du vent|en bois|des archives|du savon|de proximité|des bergers|du phosphate|"
    "en coton|des potiers|du marbre|de référence|des thermes|du liège|en commun|des remparts",
    "|",
)
VERBS = _listed(
    "a créé|mobilisera|a équipé|concerne|dessert|a dépassé|cherche|pourrait couvrir|a soutenu|remplacera|a accueilli|"
    "représente|emploie|exige|a perdu|retrouve|finance|a promis|partagera|a vendu|attend|compte|prépare|a sauvé|"
    "transforme|a doublé|réunit|protège|a refusé|contrôle|éclaire|a livré|répare|nourrit|a gagné|produira|relie|"
    "a recensé|forme|loge|a épargné|visera|a planté|restaure|a ouvert|distribue|a fermé|abrite|exporte|a reçu",
    "|",
)
UNITS = _listed(
    "emplois|hectares|familles|tonnes|exploitations|artisans|étudiants|bateaux|logements|dirhams|voies|comptoirs|foyers|"
    "arbres|élèves|lits|colis|visiteurs|moutons|caisses|puits|livres|ouvriers|wagons|sacs|tuiles|ruches|abonnés|stands|"
    "dossiers|brevets|camions|lampes|bancs|stagiaires|jardins|fûts|tentes|machines|métiers",
    "|",
)
PREPOSITIONS = _listed(
    "à|près de|autour de|vers|hors de|jusqu'à|au nord de|au sud de|en face de|avec|pour|loin de|devant|aux portes de",
    "|",
)
MONTHS = _listed("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
CONNECTORS = ("Ailleurs, ", "Depuis, ", "Ensuite, ", "Désormais, ", "", "", "", "Aujourd'hui, ")
CUES = ("a déclaré", "a expliqué", "a souligné", "a précisé", "a rappelé", "a indiqué", "a estimé", "a ajouté")
OPENINGS = _listed(
    "Nous constatons que|Disons que|Je crois que|Chacun voit que|On sait que|Nous pensons que|J'espère que|On dit que|"
    "Je rappelle que|Nous savons que|Personne n'ignore que|Je répète que|Nos équipes notent que|Admettons que|"
    "J'ai appris que|Nous confirmons que|On oublie que|Je vois que|Tous disent que|Nous jugeons que|Il paraît que|"
    "Je note que|Rappelons que|On observe que|Mon avis est que|Je maintiens que|Nul ne doute que|Il reste que",
    "|",
)
HEADLINES = (
    "{subject} change d'échelle à {place}",
    "À {place}, {subject} attend son second souffle",
    "{subject} : ce qui se prépare à {place}",
    "{place} : {subject} au cœur des débats",
)
