"""Measure the memory that a load needs: each size in a process of its own, whose peak the system tells."""

import json
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url

from benchmarks.databases import fresh_database
from benchmarks.newspaper import write_files
from newsdb.database.engine import libpq_url, make_engine
from newsdb.loading import load

LARGE_FILE = 50_000_000


@dataclass(frozen=True, slots=True)
class Peak:
    """Megabytes at the peak of the loader, and of the largest of its workers."""

    what: str
    loader: float
    worker: float


def measure_memory(url: str | None, sizes: list[int]) -> list[Peak]:
    """The peaks of loads of so many articles, and of one with a file of 50 MB among 100 articles at most."""
    peaks = []
    for articles, large in [*((size, False) for size in sizes), (min(100, *sizes), True)]:
        with tempfile.TemporaryDirectory() as folder, fresh_database(url) as engine:
            write_files(Path(folder), range(articles))
            if large:
                line = "Une phrase qui se répète dans un fichier que personne n'a coupé. "
                Path(folder, "large.txt").write_text("Un titre\n\n" + line * (LARGE_FILE // len(line)), "utf-8")
            command = [sys.executable, "-m", "benchmarks.memory", libpq_url(engine.url), folder]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            what = f"{articles:,} articles" + (" and a file of 50 MB" if large else "")
            peaks.append(Peak(what, **json.loads(done.stdout)))
    return peaks


def main(url: str, folder: str) -> None:
    """Load and print the peaks, as the process that is measured."""
    load(make_engine(make_url(url)), [folder], jobs=2)
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    loader, worker = (
        resource.getrusage(who).ru_maxrss / unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(json.dumps({"loader": loader, "worker": worker}))


if __name__ == "__main__":
    main(*sys.argv[1:])
