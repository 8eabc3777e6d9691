"""Texts that no newsroom prints, each of one shape that may cost more than its length: endless lines, marks, lists."""

from collections.abc import Callable, Mapping
from html import escape
from random import Random

HEAD = "Le marché couvert ouvre ses portes\nPublié dans Le Matin le 05 - 10 - 2024\n"
TAIL = "\nCliquez ici pour lire l'article depuis sa source.\n"
GIVEN = ("Karim", "Samira", "Ahmed", "Nadia", "Jean", "Marie", "Omar", "Leila", "Hassan", "Fatima")

Shape = Callable[[int], str]


def repeated(piece: str) -> Shape:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def several(piece: Callable[[Random], str]) -> Shape:
    """Pieces that are never the same, so that nothing is found by having been seen."""

    def build(length: int) -> str:
        random = Random(1)
        shortest = len(piece(random)) // 2
        return "".join(piece(random) for _ in range(length // shortest + 1))[:length]

    return build


def word(random: Random) -> str:
    return "".join(random.choice("bcdfglmnrst") + random.choice("aeiou") for _ in range(4))


SHAPES: Mapping[str, Shape] = {
    "sentences": repeated("Le ministre Karim Naciri a déclaré hier que le marché sera prêt, selon la Ligue (LMR). "),
    "quotes": repeated("« Nous avons attendu ce marché », a déclaré Karim Naciri, directeur général de la Banque. "),
    "long quotes": repeated("« " + "Oui nous avons dit cela. " * 200 + "», a-t-il dit. "),
    "quotes of their own": several(lambda r: f"« Nous voulons {word(r)} et {word(r)} ici », a dit Karim Naciri.\n"),
    "one quote": repeated("« Nous avons attendu ce marché pendant dix ans »\n"),
    "quotes in one line": repeated("« Nous avons attendu ce marché pendant dix ans » "),
    "opening marks": repeated("« "),
    "straight marks": repeated('"'),
    "marks of words": repeated("“mot ” "),
    "nested marks": lambda length: "«a " * (length // 6) + "b»" * (length // 4),
    "names": several(lambda r: f"M. {r.choice(GIVEN)} {word(r).capitalize()} a dit, "),
    "names of one family": several(lambda r: f"{r.choice(GIVEN)} {word(r).capitalize()} Naciri, Naciri, "),
    "federations": several(lambda r: f"la Fédération des {word(r)}s ({word(r)[:4].upper()}), "),
    "titles": several(lambda r: f"{r.choice(GIVEN)} Naciri, président de l'Office {word(r)}, le président "),
    "ministries": several(lambda r: f"le ministre de la {word(r).capitalize()}, {r.choice(GIVEN)} Naciri, "),
    "bylines": several(lambda r: f"Par {r.choice(GIVEN)} {word(r).capitalize()}\n"),
    "labels": several(lambda r: f"{word(r).capitalize()} : Nous avons dit cela.\n"),
    "questions and answers": repeated("Question : Pourquoi ?\nRéponse : Parce que.\n"),
    "capitals": repeated("ABC DEF "),
    "initials": repeated("A. "),
    "digits": repeated("12 05 2024 "),
    "commas": repeated(","),
    "full stops": repeated("."),
    "dit": repeated("dit "),
    "selon": repeated("selon Karim Naciri, "),
    "incises": repeated(", a-t-il dit, "),
    "colons": repeated("Il dit : « Oui oui oui oui. » "),
    "one word": lambda length: "A" + "b" * (length - 1),
    "short lines": repeated("Ab\n"),
    "short quotes": repeated("« Mot »\n"),
    "closing lines": repeated(TAIL.lstrip()),
    "sections run together": repeated("arts" * 20 + "x\n"),
    "sections that fit in two ways": repeated("focus vidéo " * 9 + "x\n"),
    "white space": repeated(" \t\u00a0"),
    "combining marks": repeated("e\u0301"),
}


def press(shape: str, length: int) -> dict[str, str]:
    """The text as a page dump, as plain text below a headline, and alone, where its lines may stand above one."""
    body = SHAPES[shape](length)
    return {"page dump": HEAD + body + TAIL, "plain text": "Un titre sur la ville\n\n" + body, "text alone": body}


def published(shape: str, length: int) -> dict[str, str]:
    """The text as one paragraph of an article of a site, of an agency and of a feed, by the names of their files."""
    story = f"<p>{escape(SHAPES[shape](length))}</p>"
    return {
        "page.html": '<html lang="fr"><head><title>Le marché ouvre</title></head><body><article>'
        f"<h1>Le marché ouvre</h1>{story}</article></body></html>",
        "item.nitf": "<nitf><body><body.head><hedline><hl1>Le marché ouvre</hl1></hedline></body.head><body.content>"
        f"{story}</body.content></body></nitf>",
        "feed.xml": '<rss version="2.0"><channel><title>Le Matin</title><item><title>Le marché ouvre</title>'
        f"<guid>1</guid><description>{escape(story)}</description></item></channel></rss>",
    }
