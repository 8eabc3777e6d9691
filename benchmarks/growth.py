"""Time the database side of a load into databases of growing size.

Into one that is there already, such as a large one that `benchmarks.fill` has made and that stays:

    python -m benchmarks.growth --database press
"""

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, text

from benchmarks.databases import fresh_database, processor_seconds
from benchmarks.fill import fill
from benchmarks.methods import load_with_newsdb
from benchmarks.newspaper import make_rows

# The articles that are timed are none of those that fill the database.
NEW = 10_000_000


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds for each new article with so many in the database; of processors, where the system tells them."""

    articles: int
    milliseconds: float
    of_processors: float | None = None


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
            costs.append(measure_cost(engine, count_articles(engine), NEW + step * new, new, batch))
            say(describe(costs[-1], new))
    return costs


def measure_cost(engine: Engine, size: int, first: int, new: int, batch: int) -> Cost:
    """Load new articles, whose numbers begin with `first`, into a database that holds so many."""
    seconds, of_processors = 0.0, []
    for at in range(first, first + new, batch):
        files = list(make_rows(range(at, min(at + batch, first + new))))
        before, started = processor_seconds(engine), time.perf_counter()
        load_with_newsdb(engine, files)
        seconds += time.perf_counter() - started
        after = processor_seconds(engine)
        if before is not None and after is not None:
            of_processors.append(after - before)
    if (now := count_articles(engine)) != size + new:
        raise AssertionError(f"{new} new articles were to be loaded beside {size}, and {now} are there")
    each = 1000 / new
    return Cost(size, seconds * each, sum(of_processors) * each if of_processors else None)


def count_articles(engine: Engine) -> int:
    """How many there are."""
    with engine.connect() as connection:
        return int(connection.execute(text("SELECT count(*) FROM newsdb.article")).scalar_one())


def describe(cost: Cost, new: int) -> str:
    told = "" if cost.of_processors is None else f", {cost.of_processors:.2f} of processors"
    return f"{new:,} articles into {cost.articles:,}: {cost.milliseconds:.2f} ms each{told}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growth", description=__doc__)
    parser.add_argument("--database", required=True, help="the articles that are loaded stay there")
    parser.add_argument("--url", help="the server; what newsdb would use if left out")
    parser.add_argument("--new", type=int, default=1000, help="how many articles are timed")
    parser.add_argument("--batch", type=int, default=500)
    options = parser.parse_args()
    with fresh_database(options.url, keep=options.database) as engine:
        size = count_articles(engine)
        # Numbers that no run before has had.
        print(describe(measure_cost(engine, size, NEW + size, options.new, options.batch), options.new))


if __name__ == "__main__":
    main()
