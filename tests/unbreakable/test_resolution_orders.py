"""Who is who is a function of the set of articles and judgements: subsets in any order come to what one load gives."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Engine, text

from newsdb import Database
from newsdb.errors import UnknownName
from tests.seeds import forget_all
from tests.unbreakable.generated import write_press
from tests.unbreakable.states import state

Decision = tuple[str, str, str]

DECISIONS: Sequence[Decision] = (
    ("same", "Samira El Alami", "Samira Al Alami"),
    ("same", "Office national des zones maritimes", "Observatoire national des zones minières"),
    ("different", "FMC", "Fédération marocaine des métiers du cuir"),
    ("undone", "Office national des zones maritimes", "Observatoire national des zones minières"),
    ("different", "Union des radios libres", "Fédération des métiers du cuir"),
)
NAMES = """
    SELECT 'person' AS kind, n.name_key, n.disambiguator, e.name, n.joined_by FROM newsdb.person_name AS n
    JOIN newsdb.person AS e ON e.id = n.person_id
    UNION ALL
    SELECT 'organisation', n.name_key, '', e.name || coalesce(' ' || e.acronym, ''), n.joined_by
    FROM newsdb.organisation_name AS n JOIN newsdb.organisation AS e ON e.id = n.organisation_id
    ORDER BY 1, 2, 3
"""


def who_is_who(engine: Engine) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(NAMES))]


def decide(engine: Engine, decisions: Sequence[Decision]) -> None:
    for verdict, one, other in decisions:
        Database(engine).judge(verdict, one, other)  # type: ignore[arg-type]


def forget_judgements(engine: Engine) -> None:
    forget_all(engine)
    with engine.begin() as connection:
        connection.execute(text("TRUNCATE newsdb.entity_judgement"))


def load_and_decide(engine: Engine, paths: Sequence[Path], random: Random) -> None:
    """Pieces in a random order, and between them each decision as soon as its turn comes and its names are printed."""
    left, decisions = random.sample(list(paths), len(paths)), list(DECISIONS)
    while left:
        size = random.randint(1, len(left))
        Database(engine).load(left[:size], jobs=1)
        left = left[size:]
        while decisions and random.random() < 0.7:
            try:
                decide(engine, decisions[:1])
            except UnknownName:
                break
            del decisions[0]
    decide(engine, decisions)


def check(engine: Engine, folder: Path, *, articles: int, trials: int) -> None:
    paths = write_press(folder, articles, seed=11)
    Database(engine).load(folder, jobs=1)
    decide(engine, DECISIONS)
    whole, names = state(engine), who_is_who(engine)
    assert {joined_by for *_, joined_by in names} == {"name", "acronym", "judgement"}
    for seed in range(trials):
        forget_judgements(engine)
        load_and_decide(engine, paths, Random(seed))
        assert who_is_who(engine) == names, f"order of seed {seed}"
        assert state(engine) == whole, f"order of seed {seed}"


def test_subsets_and_judgements_in_any_order_give_the_same_people_and_bodies(engine: Engine, tmp_path: Path) -> None:
    check(engine, tmp_path, articles=32, trials=3)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_many_subsets_and_judgements_give_the_same_people_and_bodies(engine: Engine, tmp_path: Path) -> None:
    check(engine, tmp_path, articles=90, trials=60)
