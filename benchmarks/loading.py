"""Print how fast newsdb loads, beside its peers and its goals: `python -m benchmarks.loading`.

Every figure is a ratio of two things that were timed by turns in this run, so that a busy machine is busy for both.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from sqlalchemy import text

from benchmarks.database_side import (
    AGAIN,
    COPY,
    COPY_WORDS,
    CORE,
    DLT,
    DLT_AGAIN,
    NEWSDB,
    ORM,
    DatabaseSide,
    measure_database_side,
)
from benchmarks.databases import fresh_database
from benchmarks.growth import Cost, measure_growth
from benchmarks.memory import Peak, measure_memory
from benchmarks.pipeline import AGAIN as FILES_AGAIN
from benchmarks.pipeline import CHANGED, EXTRACT, LOAD, ON_CORES, Pipeline, measure_pipeline


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; `is_met` is None where there is no goal."""

    what: str
    figure: str
    goal: str = ""
    is_met: bool | None = None


def main(arguments: Sequence[str] | None = None) -> None:
    options = _parse(arguments)
    lines: list[Line] = []
    if "database" in options.parts:
        lines += database_lines(
            measure_database_side(options.url, options.articles, options.batch, options.dlt_articles, _say)
        )
    if "files" in options.parts:
        with tempfile.TemporaryDirectory() as folder:
            lines += pipeline_lines(
                measure_pipeline(options.url, options.files, Path(folder), tuple(options.processes), _say)
            )
    if "memory" in options.parts:
        lines += memory_lines(measure_memory(options.url, options.memory, options.large))
    if "growth" in options.parts:
        lines += growth_lines(measure_growth(options.url, options.growth, options.new, options.batch, _say))
    print(_machine(options.url))
    print(render(lines))


def database_lines(side: DatabaseSide) -> Iterator[Line]:
    """What the database side costs; `n×` is how many times newsdb is as fast."""
    yield Line("**Database side**", f"{side.articles:,} articles, {side.rows:,} rows")
    own = side.seconds[NEWSDB]
    yield Line("newsdb, first load", f"{side.articles / own:,.0f} articles/s, {side.rows / own:,.0f} rows/s")
    for name, goal in ((COPY, 0.75), (COPY_WORDS, 0.75)):
        yield _at_least(f"rate of newsdb ÷ {name}", side.seconds[name] / own, goal)
    yield _at_least(f"newsdb against {ORM}", side.seconds[ORM] / own, 6, "×")
    yield Line(f"newsdb against {CORE}", f"{side.seconds[CORE] / own:.1f}×")
    if side.processor:
        used = {name: seconds / side.processor[NEWSDB] for name, seconds in side.processor.items()}
        figure = f"{used[COPY]:.2f}, {used[COPY_WORDS]:.2f}, {used[ORM]:.1f}, {used[CORE]:.1f}"
        yield Line("processor time ÷ newsdb's: the two COPYs, add_all, Core", figure)
    again = side.seconds[AGAIN]
    yield _at_most("unchanged: time ÷ time of the COPY", again / side.seconds[COPY], 0.05)
    yield _at_most("unchanged: row versions in data tables", side.again_written.row_versions, 0)
    log = 100 * side.again_written.log_bytes / side.load_written.log_bytes
    yield _at_most("unchanged: % of the first load's log", log, 0.5)
    if side.dlt is None:
        yield Line(DLT, "not installed: see benchmarks/README.md")
        return
    yield _at_least(f"newsdb against {DLT} {side.dlt}", side.first[DLT] / side.first[NEWSDB], 8, "×")
    yield _at_least(f"unchanged: newsdb against {DLT}", side.first[DLT_AGAIN] / side.first[AGAIN], 200, "×")


def pipeline_lines(pipeline: Pipeline) -> Iterator[Line]:
    """What a load costs from files."""
    yield Line("**From files**", f"{pipeline.files:,} files")
    seconds = pipeline.seconds
    counts = sorted(count for what, count in seconds if what == LOAD)
    for count in counts:
        processes = f"{count} process{'es' if count > 1 else ''}"
        rate = pipeline.files / seconds[LOAD, count]
        yield Line(f"load with {processes}", f"{rate:,.0f} files/s")
        yield _at_least(
            f"rate of the load ÷ rate of extraction alone, {processes}",
            seconds[EXTRACT, count] / seconds[LOAD, count],
            0.8,
        )
    for count in counts[1:]:
        speedup = seconds[LOAD, counts[0]] / seconds[LOAD, count]
        alone = seconds[EXTRACT, counts[0]] / seconds[EXTRACT, count]
        yield _at_least(f"{count} processes against {counts[0]} (extraction alone: {alone:.2f}×)", speedup, 1.8, "×")
    few = [count for count in counts if seconds[ON_CORES, count]]
    for count in few:
        share = seconds[EXTRACT, count] / seconds[ON_CORES, count]
        cores = f"server and process{'es' if count > 1 else ''} on {count} core{'s' if count > 1 else ''}"
        yield _at_least(f"rate of the load ÷ rate of extraction alone, {cores}", share, 0.8)
    for count in few[1:]:
        speedup = seconds[ON_CORES, few[0]] / seconds[ON_CORES, count]
        yield _at_least(f"{count} processes on {count} cores against {few[0]} on {few[0]}", speedup, 1.8, "×")
    first = counts[0]
    load, again, changed = (seconds[what, first] for what in (LOAD, FILES_AGAIN, CHANGED))
    yield _at_least("unchanged files against the first load", load / again, 50, "×")
    share = 100 * (changed - again) / load
    yield _at_most(f"{pipeline.changed} changed files beside them: % of the first load", share, 2)
    yield _at_most("unchanged files: row versions in data tables", pipeline.again_written, 0)


def memory_lines(peaks: Sequence[Peak]) -> Iterator[Line]:
    """Peak memory, each against the smallest load."""
    yield Line("**Memory**", "peak, MB: the loader, and the largest of its two processes")
    for peak in peaks:
        growth = max(peak.loader / peaks[0].loader, peak.worker / peaks[0].worker)
        yield Line(peak.what, f"{peak.loader:.0f} and {peak.worker:.0f}", "flat (≤ 1.2×)", growth <= 1.2)


def growth_lines(costs: Sequence[Cost]) -> Iterator[Line]:
    """Cost of a new article, each against the smallest database."""
    yield Line("**Growth**", "database side, ms for a new article")
    for cost in costs:
        ratio = cost.milliseconds / costs[0].milliseconds
        what = f"with {cost.articles:,} articles there"
        yield Line(what, f"{cost.milliseconds:.2f} ({ratio:.2f}×)", "flat (0.8 to 1.2×)", 0.8 <= ratio <= 1.2)


def render(lines: Sequence[Line]) -> str:
    """A Markdown table."""
    met = {None: "", True: "yes", False: "**no**"}
    rows = [f"| {line.what} | {line.figure} | {line.goal} | {met[line.is_met]} |" for line in lines]
    return "\n".join(["| | measured | goal | met |", "|---|---|---|---|", *rows])


def _at_least(what: str, figure: float, goal: float, unit: str = "") -> Line:
    return Line(
        what, f"{figure:.2f}{unit}" if figure < 10 else f"{figure:,.0f}{unit}", f"≥ {goal:g}{unit}", figure >= goal
    )


def _at_most(what: str, figure: float, goal: float) -> Line:
    return Line(what, f"{figure:.3g}", f"≤ {goal:g}", figure <= goal)


def _machine(url: str | None) -> str:
    with fresh_database(url, is_empty=True) as engine, engine.connect() as connection:
        server = connection.execute(text("SHOW server_version")).scalar_one()
    return (
        f"{date.today():%Y-%m-%d}, {os.cpu_count()} cores ({platform.machine()}), {platform.system()},"
        f" Python {platform.python_version()}, PostgreSQL {server}, psycopg {version('psycopg')},"
        f" SQLAlchemy {version('sqlalchemy')}\n"
    )


def _say(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.loading", description=__doc__)
    parts = ("database", "files", "memory", "growth")
    parser.add_argument("--parts", nargs="+", choices=parts, default=list(parts), help="all of them if left out")
    parser.add_argument("--url", help="the server; what newsdb would use if left out")
    parser.add_argument("--articles", type=int, default=20_000, help="for the database side")
    parser.add_argument("--batch", type=int, default=500, help="articles of a transaction")
    parser.add_argument("--dlt-articles", type=int, default=2_000, help="the first of them, which dlt merges too")
    parser.add_argument("--files", type=int, default=4_000, help="for loads from files")
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--memory", type=int, nargs="+", default=[1_000, 10_000], help="sizes of loads")
    parser.add_argument("--large", type=int, default=50_000_000, help="bytes of a large file")
    parser.add_argument("--growth", type=int, nargs="+", default=[10_000, 30_000, 100_000], help="sizes of databases")
    parser.add_argument("--new", type=int, default=2_000, help="articles that are loaded into each of them")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
