"""Fuzz readers and extractor by coverage, with atheris (`pip install 'newsdb[fuzz]'`; Linux and macOS).

`python -m tests.unbreakable.fuzz_readers [options of libFuzzer]` goes on until an input breaks a promise or takes more
than 25 s, and writes that input to a file; `-max_total_time=600` ends it after ten minutes. It begins with the seeds
and a file of each format, and keeps what it finds new in the folder of NEWSDB_FUZZ_CORPUS, else nowhere.
"""

import os
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["newsdb"]):
    from tests.unbreakable.test_fuzz import assert_holds, read

from tests.seeds import SEEDS
from tests.unbreakable.formats import ONE_OF_EACH

LONGEST = 100_000


def fuzz_one(data: bytes) -> None:
    """Documents whose promises hold, or an error that helps: all else ends the run."""
    for document in read(data):
        assert_holds(document)


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        found = Path(os.environ.get("NEWSDB_FUZZ_CORPUS", f"{temporary}/found"))
        first = Path(temporary, "first")
        for folder in (found, first):
            folder.mkdir(parents=True, exist_ok=True)
        for name, content in ONE_OF_EACH.items():
            (first / name).write_bytes(content)
        # libFuzzer writes new inputs into the folder that is named first.
        options = [f"-max_len={LONGEST}", "-timeout=25", *sys.argv[1:]]
        atheris.Setup([sys.argv[0], *options, str(found), str(first), str(SEEDS)], fuzz_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
