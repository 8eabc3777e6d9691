"""What people decide wins, outlives every load, and can be taken back; namesakes are told apart by article."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from newsdb.errors import UnknownName
from newsdb.integrity import digest, verify
from newsdb.loading import judge, load
from newsdb.resolution.judgements import Judgements, effective
from tests.seeds import forget_all

ARTICLES = {
    "minister": """La pêche reprend à Safi

« La saison sera bonne », a déclaré M. Karim Bensouda, ministre de la Pêche.
""",
    "player": """Victoire à Fès

« Nous avons bien joué », a déclaré M. Karim Bensouda, capitaine de l'équipe.
""",
    "spelt": """Un plan pour les zones

L'Office national des zones maritimes (ONZM) a présenté son plan hier à Rabat.
""",
    "short": """Un autre plan

L'Office des zones maritimes a présenté son bilan hier à Tanger.
""",
    "alone": """Une réunion à Rabat

Le directeur de l'ONZM a pris la parole. L'ONZM a présenté son plan à la presse.
""",
}
LONG, SHORT = "Office national des zones maritimes", "Office des zones maritimes"
PLAYER = "Victoire à Fès"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    for name, content in ARTICLES.items():
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
    return {name: tmp_path / f"{name}.txt" for name in ARTICLES}


@pytest.fixture
def loaded(engine: Engine, files: dict[str, Path]) -> Engine:
    load(engine, files.values())
    return engine


def names(engine: Engine, entity: str) -> dict[str, set[str]]:
    """For each person or organisation, the headlines of the articles that name them."""
    query = f"""
        SELECT e.id::text || ' ' || e.name, array_agg(c.headline) FROM newsdb.{entity} AS e
        JOIN newsdb.{entity}_name AS n ON n.{entity}_id = e.id
        JOIN newsdb.{entity}_appearance AS a ON a.{entity}_name_id = n.id
        JOIN newsdb.article AS c ON c.id = a.article_id GROUP BY e.id
    """
    with engine.connect() as connection:
        return {name: set(headlines) for name, headlines in connection.execute(text(query))}


def holders(engine: Engine, entity: str, word: str) -> list[set[str]]:
    return sorted((headlines for name, headlines in names(engine, entity).items() if word in name), key=sorted)


def digest_of(engine: Engine) -> str:
    with engine.connect() as connection:
        assert verify(connection) == ()
        return digest(connection)


def article_id(engine: Engine, headline: str) -> str:
    with engine.connect() as connection:
        query = text("SELECT id::text FROM newsdb.article WHERE headline = :headline")
        return str(connection.execute(query, {"headline": headline}).scalar_one())


def test_organisations_judged_the_same_are_one(loaded: Engine) -> None:
    assert len(holders(loaded, "organisation", "zones maritimes")) == 2
    judge(loaded, "same", LONG, SHORT, reason="renamed in 2020")
    assert holders(loaded, "organisation", "zones maritimes") == [
        {"Un plan pour les zones", "Un autre plan", "Une réunion à Rabat"}
    ]


def test_undone_judgement_leaves_no_trace(loaded: Engine) -> None:
    before = digest_of(loaded)
    judge(loaded, "same", LONG, SHORT)
    assert digest_of(loaded) != before
    judge(loaded, "undone", SHORT, LONG)
    assert digest_of(loaded) == before


def test_acronym_judged_different_stands_alone(loaded: Engine) -> None:
    assert holders(loaded, "organisation", "ONZM") == []
    judge(loaded, "different", "ONZM", LONG)
    assert holders(loaded, "organisation", "ONZM") == [{"Une réunion à Rabat"}]


def test_namesakes_are_told_apart_by_article_and_joined_again(loaded: Engine) -> None:
    before = digest_of(loaded)
    assert len(holders(loaded, "person", "Bensouda")) == 1
    namesake = f"Karim Bensouda@{article_id(loaded, PLAYER)}"
    judge(loaded, "different", "Karim Bensouda", namesake, reason="the footballer")
    assert holders(loaded, "person", "Bensouda") == [{"La pêche reprend à Safi"}, {PLAYER}]
    assert digest_of(loaded) != before
    judge(loaded, "undone", namesake, "Karim Bensouda")
    assert digest_of(loaded) == before


def test_judgements_outlive_every_reload_in_every_order(loaded: Engine, files: dict[str, Path]) -> None:
    judge(loaded, "same", LONG, SHORT)
    judge(loaded, "different", "Karim Bensouda", f"Karim Bensouda@{article_id(loaded, PLAYER)}")
    judged = digest_of(loaded)
    for order in list(permutations(files.values()))[::30]:
        forget_all(loaded)
        for path in order:
            load(loaded, [path])
        assert digest_of(loaded) == judged


def test_name_that_no_article_prints_cannot_be_judged(loaded: Engine) -> None:
    with pytest.raises(UnknownName, match="newsdb people"):
        judge(loaded, "same", "Karim Bensouda", "Nobody Atall")


def test_one_name_cannot_be_judged_against_itself(loaded: Engine) -> None:
    with pytest.raises(UnknownName):
        judge(loaded, "same", "Karim Bensouda", "karim bensouda")


NAMES = st.sampled_from("abcdefg")
JUDGED = st.lists(
    st.tuples(NAMES, NAMES, st.sampled_from(["same", "different", "undone"]))
    .filter(lambda judged: judged[0] < judged[1])
)  # fmt: skip


@given(JUDGED)
def test_of_each_pair_the_last_judgement_holds(judged: list[tuple[str, str, str]]) -> None:
    held = effective(judged)
    assert not held.same & held.different
    for left, right, _ in judged:
        last = [verdict for one, other, verdict in judged if (one, other) == (left, right)][-1]
        assert ((left, right) in held.same) == (last == "same")
        assert ((left, right) in held.different) == (last == "different")


@given(JUDGED)
def test_names_hang_together_exactly_when_a_chain_of_judgements_joins_them(judged: list[tuple[str, str, str]]) -> None:
    held = effective(judged)
    groups = held.groups()
    reach = {name: {name} for pair in held.same for name in pair}
    for _ in reach:
        for left, right in held.same:
            joined = reach[left] | reach[right]
            for name in joined:
                reach[name] = joined
    assert groups.keys() == reach.keys()
    assert all(groups[name] == min(reach[name]) for name in groups)


def test_no_judgement_is_no_group() -> None:
    assert Judgements().groups() == {}
