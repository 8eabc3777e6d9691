"""Time the database side of a load into databases of growing size."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.databases import fresh_database
from benchmarks.fill import fill
from benchmarks.methods import load_with_newsdb
from benchmarks.newspaper import make_rows

# The articles that are timed are none of those that fill the database.
NEW = 10_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds for each new article with so many in the database."""

    articles: int
    milliseconds: float


def measure_growth(
    url: str | None, sizes: Sequence[int], new: int, batch: int, say: Callable[[str], None]
) -> list[Cost]:
    """Fill one database step by step, and load the same number of new articles at each step."""
    costs = []
    filled = 0
    with fresh_database(url) as engine:
        for step, size in enumerate(sorted(sizes)):
            fill(engine, filled, size)
            filled = size
            first = NEW + step * new
            seconds = 0.0
            for at in range(first, first + new, batch):
                files = list(make_rows(range(at, min(at + batch, first + new))))
                started = time.perf_counter()
                load_with_newsdb(engine, files)
                seconds += time.perf_counter() - started
            costs.append(Cost(size, seconds / new * 1000))
            say(f"{new:,} articles into {size:,}: {costs[-1].milliseconds:.2f} ms each")
    return costs
