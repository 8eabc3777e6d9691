"""Judgements that contradict each other never hold together: which is refused is said, and the data follow the rest."""

from collections.abc import Iterator
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from newsdb.errors import WrongDecision
from newsdb.integrity import verify
from newsdb.loading import export_decisions, import_decisions, judge, load
from newsdb.resolution.judgements import effective, record_judgement
from tests.conftest import engine_on, temporary_database
from tests.loading.deciding import rows, state
from tests.loading.test_takedowns_of_corrected import forget_decisions

A, B, C, D = "Karim Naciri", "Abdelkarim Naciri", "Karim El Naciri", "Salma Idrissi"
OFFICE, BOARD, AGENCY = "Office des quais du Sud", "Conseil des quais du Sud", "Agence des quais du Sud"


@pytest.fixture(scope="module")
def printed(administrator: Engine, template: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database with the press, to be cloned for each test."""
    folder = tmp_path_factory.mktemp("press")
    spoken = [f"« Le quai sera prolongé », a déclaré M. {name}, directeur du port." for name in (A, B, C, D, A)]
    offices = [
        f"L'{OFFICE} (OQS) a présenté son plan.",
        f"Le {BOARD} a siégé hier.",
        f"L'{AGENCY} (OQS) a siégé aussi.",
    ]
    for number, sentence in enumerate([*spoken, *offices, "L'OQS a présenté un bilan à la presse."]):
        (folder / f"{number}.txt").write_text(f"Le quai numéro {number}\n\n{sentence}\n", encoding="utf-8")
    with temporary_database(administrator, template) as name:
        with engine_on(administrator, name) as engine:
            assert load(engine, [folder]).rejected == 0
        yield name


@pytest.fixture
def press(administrator: Engine, printed: str) -> Iterator[Engine]:
    with temporary_database(administrator, printed) as name, engine_on(administrator, name) as engine:
        yield engine


def exported(engine: Engine) -> str:
    with engine.connect() as connection:
        return export_decisions(connection)


def test_different_is_refused_where_a_chain_says_the_same_and_the_chain_is_named(press: Engine) -> None:
    judge(press, "same", A, C)
    judge(press, "same", C, B)
    before = state(press), exported(press)
    chain = "abdelkarim naciri = karim el naciri = karim naciri"
    with pytest.raises(WrongDecision, match=rf"^abdelkarim naciri and karim naciri: .*{chain}; .*judge undone"):
        judge(press, "different", A, B)
    assert (state(press), exported(press)) == before
    judge(press, "undone", A, C)
    judge(press, "different", A, B)
    state(press)


def test_same_is_refused_that_would_close_a_chain_between_names_judged_different(press: Engine) -> None:
    judge(press, "different", A, B)
    judge(press, "same", A, D)
    judge(press, "same", D, C)
    with pytest.raises(WrongDecision, match="abdelkarim naciri = karim el naciri = salma idrissi = karim naciri"):
        judge(press, "same", C, B)
    judge(press, "different", C, B)
    state(press)


def test_last_word_about_one_pair_contradicts_nothing(press: Engine) -> None:
    for verdict in ("same", "different", "same"):
        judge(press, verdict, A, B)  # type: ignore[arg-type]
    state(press)


def test_namesake_in_one_article_is_not_joined_again_by_a_chain(press: Engine) -> None:
    ((article,),) = rows(press, "SELECT id::text FROM newsdb.article WHERE headline = 'Le quai numéro 0'")
    judge(press, "different", A, f"{A}@{article}")
    judge(press, "same", f"{A}@{article}", D)
    with pytest.raises(WrongDecision, match="= salma idrissi ="):
        judge(press, "same", D, A)
    state(press)


JUDGED = (("same", A, C), ("same", C, B), ("different", A, B))


@pytest.mark.parametrize("order", list(permutations(JUDGED)))
def test_third_of_three_that_contradict_is_refused_in_every_order(
    press: Engine, order: tuple[tuple[str, str, str], ...]
) -> None:
    *held, last = order
    for one in held:
        judge(press, *one)  # type: ignore[arg-type]
    with pytest.raises(WrongDecision):
        judge(press, *last)  # type: ignore[arg-type]
    wanted, decisions = state(press), exported(press)
    forget_decisions(press)
    import_decisions(press, decisions, name="decisions.jsonl")
    assert state(press) == wanted


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_file_that_contradicts_itself_or_the_database_is_refused_whole(press: Engine, order: tuple[int, ...]) -> None:
    lines = []
    for one in JUDGED:
        forget_decisions(press)
        judge(press, *one)  # type: ignore[arg-type]
        lines.append(exported(press))
    forget_decisions(press)
    with pytest.raises(WrongDecision, match="karim el naciri"):
        import_decisions(press, "".join(lines[number] for number in order), name="decisions.jsonl")
    assert exported(press) == ""
    import_decisions(press, lines[order[0]] + lines[order[1]], name="decisions.jsonl")
    held = exported(press)
    with pytest.raises(WrongDecision, match="karim el naciri"):
        import_decisions(press, lines[order[2]], name="decisions.jsonl")
    assert exported(press) == held


def test_acronym_that_is_another_than_one_wording_is_another_than_all_that_are_the_same(press: Engine) -> None:
    means = """
        SELECT o.name FROM newsdb.organisation_name AS n JOIN newsdb.organisation AS o ON o.id = n.organisation_id
        WHERE n.name_key = 'oqs'
    """
    judge(press, "same", OFFICE, AGENCY)
    judge(press, "same", OFFICE, BOARD)
    assert rows(press, means) == [(BOARD,)]
    judge(press, "different", "OQS", BOARD)
    assert rows(press, means) == [("OQS",)]
    state(press)


def test_contradiction_that_an_older_newsdb_let_in_is_found_and_is_in_nobodys_way(press: Engine) -> None:
    judge(press, "same", A, C)
    judge(press, "same", C, B)
    with press.begin() as connection:
        cursor = connection.connection.cursor()
        record_judgement(cursor, "person", ("abdelkarim naciri", "karim naciri"), "different", None)  # type: ignore[arg-type]
    with press.connect() as connection:
        (violation,) = verify(connection)
    assert "abdelkarim naciri = karim el naciri = karim naciri" in violation.what
    judge(press, "different", A, D)
    judge(press, "undone", A, B)
    state(press)


NAMES = st.sampled_from("abcdefg")
RECORDED = st.lists(
    st.tuples(NAMES, NAMES, st.sampled_from(["same", "different", "undone"])).filter(lambda one: one[0] < one[1])
)


@given(RECORDED)
def test_contradictions_are_the_pairs_that_are_different_and_in_one_group(recorded: list[tuple[str, str, str]]) -> None:
    held = effective(recorded)
    groups, found = held.groups(), held.contradictions()
    assert found.keys() == {(a, b) for a, b in held.different if a in groups and groups[a] == groups.get(b)}
    for (start, end), chain in found.items():
        assert (chain[0], chain[-1]) == (start, end)
        assert len(set(chain)) == len(chain)
        assert all(tuple(sorted(pair)) in held.same for pair in pairwise(chain))


@given(RECORDED)
def test_what_is_apart_is_all_of_one_group_from_all_of_the_other(recorded: list[tuple[str, str, str]]) -> None:
    held = effective(recorded)
    groups = held.groups()

    def same(one: str, other: str) -> bool:
        return one == other or (one in groups and groups[one] == groups.get(other))

    for one in "abcdefg":
        for other in "abcdefg":
            wanted = any(same(one, a) and same(other, b) for a, b in held.different)
            assert ((one, other) in held.apart()) == wanted
