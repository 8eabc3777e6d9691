"""A small press for the tests of decisions: its files, the digest of a database in which all holds, and its rows."""

from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

from sqlalchemy import Engine, text

from newsdb.integrity import digest, verify
from newsdb.loading import load
from tests.seeds import forget_all

END = "Cliquez ici pour lire l'article depuis sa source."
MARKET = "Le maire Karim Naciri a inauguré hier le marché couvert de la ville devant les habitants du quartier."
WAITED = "« Nous avons attendu ce marché pendant dix ans », a déclaré Karim Naciri à la presse."
MOVED = "Les commerçants du quartier s'installent dans les allées du marché dès la semaine prochaine."
PORT = "La directrice du port, Salma Idrissi, a présenté hier les travaux du quai devant la presse."
QUAY = "« Le quai sera prolongé de cent mètres », a déclaré Salma Idrissi, présidente de l'Agence des ports du Sud."
BOTH = "Karim Naciri et Salma Idrissi ont signé hier une convention sur les camions entre la ville et le port."


def page(headline: str, *paragraphs: str, day: str = "05 - 10 - 2024") -> str:
    return "\n".join([headline, f"Publié dans Le Matin le {day}", *paragraphs, END, ""])


PAGES = {
    "short.txt": page("Le marché couvert ouvre ses portes", MARKET, WAITED),
    "long.txt": page("Le marché couvert ouvre ses portes", MARKET, WAITED, MOVED),
    "port.txt": page("Le quai du port sera prolongé", PORT, QUAY),
    "both.txt": page("La ville et le port signent", BOTH, "Les camions passeront par la rocade dès le mois prochain."),
}


def write_pages(folder: Path) -> list[Path]:
    for name, content in PAGES.items():
        (folder / name).write_text(content, encoding="utf-8")
    return [folder / name for name in PAGES]


def state(engine: Engine) -> str:
    """The digest of a database in which every promise holds."""
    with engine.connect() as connection:
        assert verify(connection) == ()
        assert list(connection.execute(text("SELECT * FROM report.data_quality"))) == []
        return digest(connection)


def rows(engine: Engine, query: str, **values: object) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query), values)]


def article_id(engine: Engine, headline: str) -> str:
    ((found,),) = rows(engine, "SELECT id::text FROM newsdb.article WHERE headline = :headline", headline=headline)
    return str(found)


def states_of_reloads(engine: Engine, paths: list[Path], orders: Iterable[int]) -> set[str]:
    """The states that loading file by file makes in these of all orders; decisions stay while data are forgotten."""
    states = set()
    for order in (list(permutations(paths))[number] for number in orders):
        forget_all(engine)
        for path in order:
            load(engine, [path])
        states.add(state(engine))
    return states
