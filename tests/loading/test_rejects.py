"""Bad files are refused one by one, with the place, the reason and the remedy; the good ones load."""

import os
from pathlib import Path

import pytest
from sqlalchemy import Engine

from newsdb.loading import load
from newsdb.loading.paths import find_files
from tests.seeds import seed_files

SEED = seed_files()[0].read_bytes()

BAD_FILES = {
    "empty.txt": (b"", "EmptyFile"),
    "blank.txt": (b" \n\t\n", "EmptyFile"),
    "nul.txt": (b"Un titre\n\nUn texte avec un \x00 dedans.\n", "NotText"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "NotText"),
    "latin1.txt": ("Un titre\n\nUn texte accentué, é, à.\n".encode("latin-1"), "WrongEncoding"),
    "cut_character.txt": ("Un titre\n\nUn texte coupé".encode()[:-1], "TruncatedFile"),
    "cut_page.txt": (SEED[: len(SEED) // 2], "TruncatedFile"),
    "headline_only.txt": (b"Un titre et rien d'autre\n", "NoArticle"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_file_is_refused_and_the_good_one_loads(engine: Engine, tmp_path: Path, name: str) -> None:
    content, error = BAD_FILES[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_bytes(SEED)
    report = load(engine, [tmp_path])
    assert (report.inserted, report.rejected) == (1, 1)
    [rejection] = report.rejections
    assert (rejection.name, rejection.error) == (name, error)
    assert rejection.place.startswith(name)
    assert rejection.reason
    assert rejection.remedy


def test_missing_path_is_refused(engine: Engine, tmp_path: Path) -> None:
    [rejection] = load(engine, [tmp_path / "nowhere"]).rejections
    assert (rejection.error, rejection.place) == ("UnreadablePath", str(tmp_path / "nowhere"))


def test_folder_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    scan = os.scandir

    def refuse(path: str | Path) -> object:
        # Root may read everything, so the right is taken away here and not in the file system.
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    files, [error] = find_files([tmp_path])
    assert files == []
    assert error.where == str(closed)
    assert "Permission denied" in error.what


def test_pipe_is_refused_and_does_not_hang(engine: Engine, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    [rejection] = load(engine, [tmp_path]).rejections
    assert rejection.error == "UnreadablePath"


def test_documentation_and_hidden_files_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in ("README.md", ".hidden.txt", "article.txt"):
        (tmp_path / name).write_bytes(SEED)
    files, errors = find_files([tmp_path])
    assert [file.name for file in files] == ["article.txt"]
    assert errors == []
    assert [file.name for file in find_files([tmp_path / "README.md"])[0]] == ["README.md"]


def test_path_given_twice_is_one_file(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes(SEED)
    files, _ = find_files([tmp_path, tmp_path / "article.txt", tmp_path / "." / "article.txt"])
    assert len(files) == 1


def test_name_that_is_no_utf8_is_kept_readable(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_bytes(SEED)
    assert [file.name for file in find_files([tmp_path])[0]] == ["caf\N{REPLACEMENT CHARACTER}.txt"]
