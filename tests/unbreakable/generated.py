"""Make press of word lists: people in several spellings, namesakes, acronyms with one long form, two or none."""

from pathlib import Path
from random import Random

PEOPLE = (
    "Karim Bensouda", "Samira El Alami", "Samira Al Alami", "Réda Naciri", "Reda Naciri", "Fatima-Zahra Idrissi",
    "Fatima Zahra Idrissi", "Aziz Tahiri", "Aziza Tahiri", "Omar Belkacem", "Nadia Chraïbi", "Nadia Chraibi",
)  # fmt: skip
BODIES = (
    ("Office national des zones maritimes", "ONZM"), ("Observatoire national des zones minières", "ONZM"),
    ("Fédération des métiers du cuir", "FMC"), ("Fédération marocaine des métiers du cuir", "FMC"),
    ("Union des radios libres", "URL"), ("Union de radios libres", "URL"), ("Agence des ports du Sud", "APS"),
)  # fmt: skip
LONE = ("ONZM", "FMC", "URL", "APS", "CGTX")
OUTLETS = ("Le Matin", "El Watan", "La Presse de Tunisie")
TITLES = ("ministre de la Pêche", "maire de la ville", "directeur de l'Office", "présidente de l'association")
SAYINGS = (
    "Nous avons attendu ce marché pendant dix ans", "La saison sera bonne pour tous les pêcheurs",
    "Le projet avance et les travaux finiront au printemps", "Il faut du temps, et nous en manquons",
)  # fmt: skip


def article(random: Random, number: int) -> str:
    """A page dump of one article; about one in eight is a later capture of the one before, with a story of its own."""
    person, other = random.sample(PEOPLE, 2)
    name, acronym = random.choice(BODIES)
    spelt = random.random() < 0.5
    body = f"L'{name} ({acronym})" if name[0] in "OAU" else f"La {name} ({acronym})"
    headline = f"Le marché numéro {number - (number % 8 == 7)} ouvre ses portes"
    day = f"{1 + number % 8:02} - 10 - 2024" if number % 8 != 7 else f"{number % 8:02} - 10 - 2024"
    lines = [
        headline,
        f"Publié dans {OUTLETS[(number - (number % 8 == 7)) % 3]} le {day}",
        f"M. {person}, {random.choice(TITLES)}, a inauguré hier le marché numéro {number} devant les habitants.",
        f"{body} a présenté son plan hier à Rabat." if spelt else f"La {random.choice(LONE)} a présenté son plan.",
        f"« {random.choice(SAYINGS)} », a déclaré {person} à la presse.",
        f"Selon {other}, le plan de l'{random.choice(LONE)} coûtera {number} millions de dirhams cette année.",
        "Cliquez ici pour lire l'article depuis sa source.",
    ]
    return "\n".join(lines) + "\n"


def write_press(folder: Path, count: int, *, seed: int = 0) -> list[Path]:
    """So many articles, each in a file of its own; the same for the same seed."""
    random = Random(seed)
    paths = [folder / f"{number:05}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(article(random, number), encoding="utf-8")
    return paths
