"""Put newsdb beside its peers on the golds: how much each finds, how much of it is right, and how fast it is.

Run it as `python -m benchmarks.quality`; what each peer says is adapted to newsdb's records in peers.
"""

import argparse
import json
import os
import platform
import sys
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from benchmarks.peers import INDIRECT, NAMES, QUOTES, Missing, Peer, count_words, find_peers
from newsdb.document import Document
from newsdb.evaluation import Count, Extracted, Gold, find_text, read_gold, score
from newsdb.facts import Facts
from newsdb.reading import read_documents

GOLDS = Path(__file__).parents[1] / "tests" / "gold"
COLUMNS = {
    "direct quotes and answers": "direct",
    "… with the right speaker": "… and speaker",
    "indirect speech": "indirect",
    "… indirect, with the right speaker": "… and speaker",
    "people": "people",
    "organisations": "organisations",
    "roles": "roles",
}
assert set(COLUMNS) == {*QUOTES, *INDIRECT, *NAMES, "roles"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a peer scored, by measure, over all golds; measures that it does not attempt are not there."""

    name: str
    versions: str
    counts: dict[str, Count]
    words_per_second: int


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One run: where, when and on what, who took part and who was left out."""

    day: str
    machine: str
    part: str
    articles: int
    words: int
    passes: int
    outcomes: tuple[Outcome, ...]
    missing: tuple[Missing, ...]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    options = _parser().parse_args(arguments)
    benchmark = measure([read_gold(path) for path in options.gold], options.part, options.passes)
    print({"markdown": as_markdown, "json": as_json}[options.format](benchmark))


def measure(golds: Sequence[Gold], part: str, passes: int) -> Benchmark:
    """Score and time every peer that is installed, on one core."""
    core = _stay_on_one_core()
    documents = [_read(gold, part) for gold in golds]
    peers = find_peers()
    outcomes = []
    for peer in peers:
        if isinstance(peer, Peer):
            print(f"{peer.name} …", file=sys.stderr)
            outcomes.append(_measure_peer(peer, golds, documents, part, passes))
    every = [document for read in documents for document in read.values()]
    return Benchmark(
        day=date.today().isoformat(),
        machine=f"{_processor()}, {core}, Python {platform.python_version()}",
        part=part,
        articles=len(every),
        words=sum(map(count_words, every)),
        passes=passes,
        outcomes=tuple(outcomes),
        missing=tuple(peer for peer in peers if isinstance(peer, Missing)),
    )


def as_markdown(benchmark: Benchmark) -> str:
    """The table, with the notes that it needs."""
    head = ["", *COLUMNS.values(), "words/s"]
    rows = [
        [outcome.name, *(_cell(outcome.counts.get(measure)) for measure in COLUMNS), f"{outcome.words_per_second:,}"]
        for outcome in benchmark.outcomes
    ]
    rows += [[peer.name, *["" for _ in COLUMNS], "left out"] for peer in benchmark.missing]
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    lines = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [head, *rows]]
    rule = "|".join("-" * (width + 2) for width in widths)
    table = "\n".join([f"| {lines[0]} |", f"|{rule}|", *(f"| {line} |" for line in lines[1:])])
    left_out = "".join(f"Left out: {peer.name} ({peer.reason}).\n" for peer in benchmark.missing)
    versions = "; ".join(f"{outcome.name}: {outcome.versions}" for outcome in benchmark.outcomes)
    return (
        f"F1 (precision / recall) in percent on part “{benchmark.part}”: {benchmark.articles} articles,"
        f" {benchmark.words:,} words; – where a tool does not attempt it.\n"
        f"Words a second of processor time: best of {benchmark.passes} passes over texts already read, with models"
        " already loaded.\n"
        f"{benchmark.day}, {benchmark.machine}.\n{versions}.\n{left_out}\n{table}"
    )


def as_json(benchmark: Benchmark) -> str:
    """The same figures for programs; the shares are of 1."""
    record = asdict(benchmark)
    for outcome, found in zip(record["outcomes"], benchmark.outcomes, strict=True):
        outcome["measures"] = {
            measure: {**asdict(count), "precision": count.precision, "recall": count.recall, "f1": count.f1}
            for measure, count in found.counts.items()
        }
        del outcome["counts"]
    return json.dumps(record, ensure_ascii=False, indent=2)


def _measure_peer(
    peer: Peer, golds: Sequence[Gold], documents: Sequence[dict[str, Document]], part: str, passes: int
) -> Outcome:
    counts: dict[str, Count] = {}
    for gold, read in zip(golds, documents, strict=True):
        extracted = {name: Extracted(document, peer.extract(document)) for name, document in read.items()}
        for measure, count in score(gold, extracted, {part}).counts.items():
            if measure in peer.measures:
                counts[measure] = counts.get(measure, Count()) + count
    every = [document for read in documents for document in read.values()]
    seconds = min(_time(peer.extract, every) for _ in range(passes))
    return Outcome(peer.name, peer.versions, counts, round(sum(map(count_words, every)) / seconds))


def _time(extract: Callable[[Document], Facts], documents: Collection[Document]) -> float:
    """Seconds of processor time, so that what else the machine does counts less."""
    started = time.process_time()
    for document in documents:
        extract(document)
    return time.process_time() - started


def _read(gold: Gold, part: str) -> dict[str, Document]:
    """The documents of the gold's articles of the part, by name."""
    read = {}
    for article in gold.articles:
        if article.part == part:
            path = find_text(gold.path, article.name)
            (read[article.name],) = read_documents(path.read_bytes(), path.name)
    return read


def _stay_on_one_core() -> str:
    """Pin this process, where the system can; what it imports later makes no threads beside."""
    os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    if not hasattr(os, "sched_setaffinity"):
        return "not pinned to a core"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return "one core"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _cell(count: Count | None) -> str:
    if count is None:
        return "–"
    shares = (count.f1, count.precision, count.recall)
    f1, precision, recall = (f"{100 * share:.1f}" if share is not None else "–" for share in shares)
    return f"{f1} ({precision} / {recall})"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Put newsdb beside its peers on the golds.")
    parser.add_argument("--gold", type=Path, nargs="+", default=[GOLDS / "articles.json"], help="gold files")
    parser.add_argument("--part", default="dev", help="which part of the golds (default: dev)")
    parser.add_argument("--passes", type=int, default=5, help="passes that are timed (default: 5)")
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown")
    return parser


if __name__ == "__main__":
    main()
