"""Decisions of all kinds, one after another at random: a fresh database makes the same data of what was recorded."""

import contextlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb.errors import UnknownName, WrongDecision
from newsdb.loading import (
    correct,
    export_decisions,
    import_decisions,
    judge,
    load,
    suppress,
    undo_correction,
    unsuppress,
)
from newsdb.loading.overrides.suppressions import person_suppression
from tests.loading.deciding import rows, state
from tests.loading.test_takedowns import everything
from tests.seeds import forget_all

NAMES = ["Salma Idrissi", "Karim Naciri", "Nadia Alami", "Omar Tazi"]
SUBJECTS = {
    "article": ("newsdb.article", ("headline", "outlet", "authors", "section")),
    "quote": ("newsdb.quote", ("speaker",)),
    "role": ("newsdb.role_claim", ("person", "organisation")),
}


class Desk:
    """Somebody who decides at random."""

    def __init__(self, engine: Engine, seed: int) -> None:
        self.engine, self.random, self.files = engine, random.Random(seed), [""]

    def decide(self) -> None:
        others: list[Callable[[], None]] = [self.undo, self.judge, self.take_down, self.give_back, self.take_in]
        step = self.random.choice([self.correct, self.correct, self.correct, *others])
        # What names somebody who is gone is refused, and so is what is not there.
        with contextlib.suppress(WrongDecision, UnknownName):
            step()
        self.files.append(exported(self.engine))

    def name(self) -> str:
        return self.random.choice(NAMES)

    def reason(self) -> str:
        return self.random.choice(["why", "why", f"so says {self.name()}"])

    def any_of(self, query: str) -> str:
        found = rows(self.engine, query)
        if not found:
            raise WrongDecision("there is none", where=query, remedy="decide something else")
        return str(self.random.choice(found)[0])

    def correct(self) -> None:
        subject = self.random.choice(sorted(SUBJECTS))
        table, fields = SUBJECTS[subject]
        which = self.any_of(f"SELECT id FROM {table} ORDER BY id")
        correct(self.engine, subject, which, self.random.choice(fields), self.name(), reason=self.reason())  # type: ignore[arg-type]

    def undo(self) -> None:
        number = int(self.any_of("SELECT number FROM newsdb.correction ORDER BY number"))
        undo_correction(self.engine, number, reason=self.reason())

    def judge(self) -> None:
        verdict = "same" if self.random.random() < 0.7 else "different"
        judge(self.engine, verdict, self.name(), self.name(), reason=self.reason())  # type: ignore[arg-type]

    def take_down(self) -> None:
        suppress(self.engine, "person", self.name(), reason="request 7")

    def give_back(self) -> None:
        unsuppress(self.engine, int(self.any_of("SELECT number FROM newsdb.suppression ORDER BY number")), reason="why")

    def take_in(self) -> None:
        """An older file of decisions, in which somebody may be named who was taken down since."""
        import_decisions(self.engine, self.random.choice(self.files), name="older.jsonl")


def exported(engine: Engine) -> str:
    with engine.connect() as connection:
        return export_decisions(connection)


@pytest.mark.parametrize("seed", range(7))
def test_fresh_database_makes_the_same_of_all_that_was_decided(loaded: Engine, paths: list[Path], seed: int) -> None:
    desk = Desk(loaded, seed)
    for _ in range(12):
        desk.decide()
    load(loaded, paths)
    left, wanted, decisions = everything(loaded).casefold(), state(loaded), exported(loaded)
    keys = {key for (key,) in rows(loaded, "SELECT what FROM report.decision WHERE decision = 'takedown'")}
    gone = [name for name in NAMES if person_suppression(name)[0] in keys]
    assert [name for name in gone if name.casefold() in left] == []
    for is_loaded_first in (True, False):
        forget_all(loaded)
        with loaded.begin() as connection:
            connection.execute(text("TRUNCATE newsdb.correction, newsdb.suppression, newsdb.entity_judgement"))
        if is_loaded_first:
            load(loaded, paths)
        assert import_decisions(loaded, decisions, name="decisions.jsonl").withheld == 0
        load(loaded, paths)
        assert (state(loaded), exported(loaded)) == (wanted, decisions)
