"""Time loads from files to rows, beside extraction alone, by turns; the memory they need is measured in memory.py."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

from benchmarks.cores import core_count, on_cores
from benchmarks.databases import fresh_database, row_versions
from benchmarks.newspaper import CLOSING, write_files
from newsdb.loading import LoadReport, Rejection, load
from newsdb.loading.files import read_file
from newsdb.loading.paths import SourcePath, find_files

EXTRACT, LOAD, AGAIN, CHANGED = "extraction alone", "load", "load of unchanged files", "load with 1 % changed"
ON_CORES = "load where processes and server have as many cores as there are processes"
_ADDED = "Les derniers comptes de la campagne seront publiés en juin."


@dataclass(slots=True)
class Pipeline:
    """Seconds by what was done and in how many processes; not on cores where the system does not let that be chosen."""

    files: int
    changed: int
    seconds: Counter[tuple[str, int]] = field(default_factory=Counter)
    again_written: int = 0
    """Row versions of data tables."""


def measure_pipeline(
    url: str | None, files: int, folder: Path, processes: Sequence[int], say: Callable[[str], None]
) -> Pipeline:
    """Quarter by quarter: extraction and loads with each number of processes; then the same files again."""
    result = Pipeline(files, changed=max(files // 100, 1))
    quarters = [folder / f"quarter-{number}" for number in range(4)]
    for number, home in enumerate(quarters):
        write_files(home, range(number * files // 4, (number + 1) * files // 4))
    with ExitStack() as stack:
        engines = {count: stack.enter_context(fresh_database(url)) for count in processes}
        on_few = {count: stack.enter_context(fresh_database(url)) for count in processes if count < core_count()}
        pools = {count: stack.enter_context(ProcessPoolExecutor(count)) for count in processes}
        for pool in pools.values():
            list(pool.map(_extract, [find_files([quarters[0]])[0][:50]] * 4))
        for home in quarters:
            for count in processes:
                result.seconds[EXTRACT, count] += _extract_in(pools[count], home, count)
                result.seconds[LOAD, count] += _load_new(engines[count], home, count)
                if count not in on_few:
                    continue
                with on_cores(on_few[count], count) as is_so:
                    if is_so:
                        result.seconds[ON_CORES, count] += _load_new(on_few[count], home, count)
            say(f"extracted and loaded {home.name} of 4 with {' and '.join(map(str, processes))} processes")
        _load_again(engines[processes[0]], quarters, processes[0], result)
    for count in processes:
        if count == core_count():
            result.seconds[ON_CORES, count] = result.seconds[LOAD, count]
    return result


def _extract_in(pool: ProcessPoolExecutor, home: Path, count: int) -> float:
    """Seconds to read and extract all files, cut into pieces as a load cuts them."""
    sources, _ = find_files([home])
    started = time.perf_counter()
    size = max(len(sources) // (count * 4), 1)
    extracted = list(pool.map(_extract, [sources[at : at + size] for at in range(0, len(sources), size)]))
    seconds = time.perf_counter() - started
    if sum(extracted) != len(sources):
        raise AssertionError(f"of {len(sources)} files only {sum(extracted)} were extracted")
    return seconds


def _extract(sources: Sequence[SourcePath]) -> int:
    return sum(not isinstance(read_file(source), Rejection) for source in sources)


def _load_new(engine: Engine, home: Path, count: int) -> float:
    """Seconds to load files that are new."""
    report = _load_all(engine, [home], count)
    _check(report, inserted=len(find_files([home])[0]))
    return report.seconds


def _load_all(engine: Engine, paths: Sequence[Path], count: int) -> LoadReport:
    report = load(engine, paths, jobs=count)
    if report.rejections:
        raise AssertionError(f"a file of the benchmark was refused: {report.rejections[0]}")
    return report


def _check(report: LoadReport, *, inserted: int = 0, unchanged: int = 0) -> None:
    """What was timed is what was to be done."""
    if (report.inserted, report.unchanged, report.files) != (inserted, unchanged, inserted + unchanged):
        raise AssertionError(f"{inserted} files were to be new and {unchanged} unchanged: {report}")


def _load_again(engine: Engine, quarters: Sequence[Path], count: int, result: Pipeline) -> None:
    sources = find_files(quarters)[0]
    before = row_versions(engine)
    first = _load_all(engine, quarters, count)
    _check(first, unchanged=len(sources))
    result.again_written = row_versions(engine) - before
    for source in sources[:: len(sources) // result.changed][: result.changed]:
        path = Path(source.path)
        # An addition of the desk, which makes another version of the article.
        path.write_text(path.read_text("utf-8").replace(CLOSING, f"{_ADDED}\n{CLOSING}"), "utf-8")
    report = _load_all(engine, quarters, count)
    _check(report, inserted=result.changed, unchanged=len(sources) - result.changed)
    result.seconds[CHANGED, count] = report.seconds
    # Before and after: what the changed files cost is a small difference of the two.
    last = _load_all(engine, quarters, count)
    _check(last, unchanged=len(sources))
    result.seconds[AGAIN, count] = (first.seconds + last.seconds) / 2
