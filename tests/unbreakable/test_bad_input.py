"""P6: of every kind of bad input one file is lost, with place, reason and remedy, and all the others load."""

import codecs
import gzip
import io
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb import Database
from tests.seeds import seed_files
from tests.unbreakable.generated import write_press

SEED = seed_files()[0].read_bytes()


def zipped(content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("article.txt", content)
    return buffer.getvalue()


BAD = {
    "empty": b"",
    "white space": " \n\t\u00a0\u2028\n".encode(),
    "nothing that prints": "\ufeff\u200b\n\u200d".encode(),
    "a NUL byte": b"Un titre\n\nUn texte avec un \x00 dedans.\n",
    "a control character": b"Un titre\n\nUn texte avec un \x07 dedans.\n",
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "a cut compressed file": gzip.compress(SEED)[:-200],
    "a cut archive": zipped(SEED)[:300],
    "Latin-1": "Un titre\n\nUn texte accentué, é, à.\n".encode("latin-1"),
    "UTF-16 without a mark": "Un titre\n\nUn texte sur la ville.\n".encode("utf-16-le"),
    "half of UTF-16": codecs.BOM_UTF16_LE + "Un titre\n\nUn texte".encode("utf-16-le")[:-1],
    "a lone surrogate": b"Un titre\n\nUn texte \xed\xa0\x80 dedans.\n",
    "an overlong character": b"Un titre\n\nUn texte \xc0\xaf dedans.\n",
    "a cut character": "Un titre\n\nUn texte coupé".encode()[:-1],
    "a cut page": SEED[: len(SEED) // 2],
    "a headline alone": b"Un titre et rien d'autre\n",
    "too many lines": b"Ab\n" * 30_000,
    "more words than a search takes": b"Un titre\n\n" + b" ".join(b"mot%xz" % number for number in range(130_000)),
}


@pytest.mark.parametrize("jobs", [1, 2])
def test_nineteen_kinds_of_bad_input_are_lost_one_by_one(engine: Engine, tmp_path: Path, jobs: int) -> None:
    good = write_press(tmp_path, 4)
    for kind, content in BAD.items():
        (tmp_path / f"{kind}.txt").write_bytes(content)
    database = Database(engine)
    report = database.load(tmp_path, jobs=jobs)
    assert (report.files, report.inserted) == (len(good) + len(BAD), len(good))
    assert sorted(rejection.name for rejection in report.rejections) == sorted(f"{kind}.txt" for kind in BAD)
    for rejection in report.rejections:
        assert rejection.place.startswith(rejection.name)
        assert rejection.reason
        assert rejection.remedy
    with engine.connect() as connection:
        recorded = connection.execute(text("SELECT place, reason, remedy FROM newsdb.load_reject")).all()
    assert sorted(recorded) == sorted((r.place, r.reason, r.remedy) for r in report.rejections)
    assert database.verify() == ()


def test_one_bad_byte_in_a_batch_costs_the_batch_nothing_else(engine: Engine, tmp_path: Path) -> None:
    """The good files of the batch are the rows that they would be alone."""
    write_press(tmp_path, 6)
    database = Database(engine)
    database.load(tmp_path, jobs=1)
    alone = database.digest()
    (tmp_path / "00003a.txt").write_bytes(BAD["a NUL byte"])
    assert database.load(tmp_path, jobs=1).rejected == 1
    assert database.digest() == alone
