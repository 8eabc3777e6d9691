"""A limit of processor time stays unbroken on a slow machine, and is broken by slower work on any."""

import pytest

from tests import yardstick
from tests.yardstick import measure_machine, run_within, time_of


@pytest.fixture
def limit(monkeypatch: pytest.MonkeyPatch) -> float:
    """Seconds that are enough for one measurement of the machine where this one has become a third as fast."""
    reference = min(time_of(measure_machine)[1] for _ in range(3)) / 3
    monkeypatch.setattr(yardstick, "REFERENCE", reference)
    return 2 * reference


def test_slow_machine_breaks_no_limit(limit: float) -> None:
    assert run_within(limit, measure_machine) == measure_machine()


def test_work_that_grew_slower_breaks_it(limit: float) -> None:
    with pytest.raises(AssertionError, match=r"^reading takes \d\.\d\d s of the processor"):
        run_within(limit, lambda: [measure_machine() for _ in range(6)], name="reading")
