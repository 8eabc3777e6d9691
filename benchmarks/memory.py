"""Measure the memory that a load needs: each size in a process of its own, whose peak the system tells."""

import json
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy import make_url

from benchmarks.databases import fresh_database
from benchmarks.newspaper import write_article, write_files
from newsdb.database.engine import libpq_url, make_engine
from newsdb.loading import load
from newsdb.loading.paths import FILE_LIMIT


@dataclass(frozen=True, slots=True)
class Peak:
    """Megabytes at the peak of the loader, and of the largest of its workers."""

    what: str
    loader: float
    worker: float


def measure_memory(url: str | None, sizes: list[int], large: int) -> list[Peak]:
    """The peaks of loads of so many articles, and of the same two ways of giving them a file of so many bytes.

    One is a text that nobody has cut, which is refused by its size; the other holds articles, a line each.
    """
    peaks = []
    for articles in sizes:
        with tempfile.TemporaryDirectory() as folder:
            write_files(Path(folder), range(articles))
            peaks.append(_measure(url, folder, f"{articles:,} articles", inserted=articles))
    few = min(100, *sizes)
    with tempfile.TemporaryDirectory() as folder:
        write_files(Path(folder), range(few))
        line = "Une phrase qui se répète dans un fichier que personne n'a coupé. "
        Path(folder, "large.txt").write_text("Un titre\n\n" + line * (large // len(line) + 1), "utf-8")
        what = f"{few} articles and a text of {large / 1e6:g} MB, refused"
        peaks.append(_measure(url, folder, what, inserted=few, limit=min(FILE_LIMIT, large), rejected=1))
    with tempfile.TemporaryDirectory() as folder:
        records = _write_records(Path(folder, "large.jsonl"), large)
        what = f"one file of {large / 1e6:g} MB that holds {records:,} articles"
        peaks.append(_measure(url, folder, what, inserted=records))
    return peaks


def _write_records(path: Path, size: int) -> int:
    """Fill a file with articles, a JSON object a line; returns how many they are."""
    with path.open("w", encoding="utf-8") as file:
        for number in count():
            if file.tell() >= size:
                return number
            document, _ = write_article(number)
            story = "".join(
                document.text[part.start : part.end] for part in document.segments if part.kind == "paragraph"
            )
            outlet, day = document.outlet, document.published_on
            record = {"title": document.headline, "text": story, "date": str(day), "source": outlet and outlet.name}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    raise AssertionError("numbers do not end")


def _measure(
    url: str | None, folder: str, what: str, *, inserted: int, rejected: int = 0, limit: int = FILE_LIMIT
) -> Peak:
    """The peak of a load, which does what it is taken for."""
    with fresh_database(url) as engine:
        command = [sys.executable, "-m", "benchmarks.memory", libpq_url(engine.url), folder, str(limit)]
        done = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    if (done["inserted"], done["rejected"]) != (inserted, rejected):
        raise AssertionError(f"{what}: {inserted} were to be loaded and {rejected} refused: {done}")
    return Peak(what, done["loader"], done["worker"])


def main(url: str, folder: str, limit: str) -> None:
    """Load and print the peaks, as the process that is measured."""
    report = load(make_engine(make_url(url)), [folder], jobs=2, file_limit=int(limit))
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    loader, worker = (
        resource.getrusage(who).ru_maxrss / unit for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    counts = {"inserted": report.inserted, "rejected": report.rejected}
    print(json.dumps({"loader": loader, "worker": worker, **counts}))


if __name__ == "__main__":
    main(*sys.argv[1:])
