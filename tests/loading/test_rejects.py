"""Bad files are refused one by one, with the place, the reason and the remedy; the good ones load."""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from newsdb.loading import load, suppress
from newsdb.loading.paths import find_files
from newsdb.models import LoadReject
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


@pytest.mark.parametrize(
    "record",
    [
        {"source": " ".join(f"Nom{number}" for number in range(9_000)), "text": "Un texte sur la ville."},
        {"text": " ".join(f"mot{number}xz" for number in range(130_000))},
    ],
    ids=["a name", "words"],
)
def test_what_no_index_has_room_for_is_a_fault_of_the_file(
    engine: Engine, tmp_path: Path, record: dict[str, str]
) -> None:
    (tmp_path / "long.jsonl").write_text(json.dumps({"title": "Un titre", **record}))
    [rejection] = load(engine, [tmp_path]).rejections
    assert (rejection.error, rejection.place) == ("FileTooLarge", "long.jsonl#line 1")
    assert "longer than the database can index" in rejection.reason
    assert rejection.remedy.startswith("shorten it")


def test_missing_path_is_refused_once(engine: Engine, tmp_path: Path) -> None:
    [rejection] = load(engine, [tmp_path / "nowhere", f"{tmp_path}//nowhere"]).rejections
    assert (rejection.error, rejection.place) == ("UnreadablePath", str(tmp_path / "nowhere"))


def test_empty_path_is_refused_and_is_not_the_current_folder(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.txt").write_bytes(SEED)
    monkeypatch.chdir(tmp_path)
    report = load(engine, [""])
    assert (report.files, report.rejections[0].reason) == (1, "a path is empty")


def closing(scan: Callable[[str | Path], object], closed: Path) -> Callable[[str | Path], object]:
    """Scan folders, but not the closed one: root may read everything, so the right is not taken away on the disk."""

    def refuse(path: str | Path) -> object:
        if Path(path).resolve() == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    return refuse


def test_folder_that_cannot_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    monkeypatch.setattr(os, "scandir", closing(os.scandir, closed))
    files, [error] = find_files([tmp_path])
    assert files == []
    assert error.where == str(closed)
    assert "Permission denied" in error.what


def test_folder_that_cannot_be_read_is_refused_once_however_many_links_lead_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "archive" / "closed").mkdir(parents=True)
    for link in ("by one way", "by another"):
        (tmp_path / "archive" / link).symlink_to("closed")
    monkeypatch.setattr(os, "scandir", closing(os.scandir, tmp_path / "archive" / "closed"))
    for given in ([tmp_path], [tmp_path / "archive" / "by one way", tmp_path], [tmp_path, tmp_path]):
        files, errors = find_files(given)
        assert (files, len(errors)) == ([], 1)


NO_PATHS = {
    "too long": "x" * 300,
    "no UTF-8": os.fsdecode(b"caf\xe9"),
    "a lone surrogate": "caf\ud800",
    "NUL": "caf\0e",
    "below a file": "article.txt/article.txt",
}


@pytest.mark.parametrize("what", NO_PATHS)
def test_path_that_cannot_be_is_refused_and_the_others_load(engine: Engine, tmp_path: Path, what: str) -> None:
    (tmp_path / "article.txt").write_bytes(SEED)
    report = load(engine, [tmp_path / NO_PATHS[what], tmp_path])
    assert (report.inserted, [rejection.error for rejection in report.rejections]) == (1, ["UnreadablePath"])
    with engine.connect() as connection:
        assert connection.execute(select(LoadReject.place)).scalars().all() == [report.rejections[0].place]


def test_link_that_leads_to_itself_is_refused_and_the_others_load(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes(SEED)
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    report = load(engine, [tmp_path])
    assert (report.inserted, [rejection.name for rejection in report.rejections]) == (1, ["loop.txt"])
    [given] = load(engine, [tmp_path / "loop.txt"]).rejections
    assert given.error == "UnreadablePath"


def test_folder_that_lists_its_files_but_does_not_open_them(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "article.txt").write_bytes(SEED)
    stat = Path.stat

    def refuse(path: Path, **how: bool) -> os.stat_result:
        # Root may search everything, so the right is taken away here and not in the file system.
        if path.name == "article.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, **how)

    monkeypatch.setattr(Path, "stat", refuse)
    for given in (tmp_path, tmp_path / "article.txt"):
        [rejection] = load(engine, [given]).rejections
        assert rejection.error == "UnreadablePath"
        assert "Permission denied" in rejection.reason


def test_link_is_another_name_whichever_is_given_first(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_bytes(SEED)
    (tmp_path / "link.txt").symlink_to("article.txt")
    paths = [tmp_path / "article.txt", tmp_path / "link.txt"]
    for order in (paths, paths[::-1], [tmp_path]):
        assert [file.name for file in find_files(order)[0]] == ["article.txt", "link.txt"]


def test_links_to_folders_are_followed_and_each_folder_is_gone_through_once(tmp_path: Path) -> None:
    """Into another disk, back to where they stand, and to what is there already: in no case twice, or for ever."""
    for folder in ("archive/2019", "disk/2020"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / f"{folder[-4:]}.txt").write_bytes(SEED)
    (tmp_path / "archive" / "2020").symlink_to(tmp_path / "disk" / "2020")
    (tmp_path / "archive" / "latest").symlink_to("2019")
    (tmp_path / "disk" / "2020" / "up").symlink_to(tmp_path / "archive")
    (tmp_path / "archive" / "gone").symlink_to("nowhere")
    given = [tmp_path / "archive", tmp_path / "archive" / "latest", tmp_path / "disk"]
    for order in (given, given[::-1], given[:1], given[2:]):
        files, errors = find_files(order)
        assert sorted(file.name for file in files) == ["2019.txt", "2020.txt", "gone"]
        assert errors == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_rejection_says_which_of_the_files_of_one_name_it_is(engine: Engine, tmp_path: Path, jobs: int) -> None:
    for folder, content in (("2019", SEED), ("2020", b""), ("2021", b"PK\x03\x04 torn")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_bytes(content)
    report = load(engine, [tmp_path], jobs=jobs)
    assert report.inserted == 1
    refused = [rejection.where.partition(".html")[0] for rejection in report.rejections]
    assert sorted(refused) == [str(tmp_path / "2020" / "index"), str(tmp_path / "2021" / "index")]
    with engine.connect() as connection:
        places = connection.execute(select(LoadReject.place)).scalars().all()
    # The folders differ between machines, and the ledger is kept.
    assert [place for place in places if not place.startswith("index.html")] == []


@pytest.mark.parametrize("jobs", [1, 2])
def test_rejection_says_the_folder_as_it_was_given(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    """Of files that were taken down too, several of which have one name or one content."""
    monkeypatch.chdir(tmp_path)
    seeds = [path.read_bytes() for path in seed_files()]
    files = {"a/index.txt": b"", "b/index.txt": seeds[0], "c/index.txt": seeds[1], "d/index.txt": seeds[0]}
    for name, content in (files | {"e/Rachid Rafik.txt": seeds[2]}).items():
        (Path("press") / name).parent.mkdir(parents=True)
        (Path("press") / name).write_bytes(content)
    suppress(engine, "file", "press/b/index.txt", reason="asked for")
    suppress(engine, "person", "Rachid Rafik", reason="asked for")
    report = load(engine, ["press"], jobs=jobs)
    assert report.inserted == 1
    named = f"a file with SHA-256 {hashlib.sha256(seeds[2]).hexdigest()}"
    refused = ["press/a/index.txt", "press/b/index.txt", "press/d/index.txt", f"press/e/{named}"]
    assert sorted(rejection.where for rejection in report.rejections) == refused


def test_path_that_became_too_long_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(25):
        Path("f" * 200).mkdir()
        monkeypatch.chdir("f" * 200)
    monkeypatch.chdir(tmp_path)
    [error] = find_files([tmp_path])[1]
    assert "File name too long" in error.what
    assert "shorter path" in error.remedy


def test_text_with_more_words_than_a_search_takes_is_lost_alone(engine: Engine, tmp_path: Path) -> None:
    words = " ".join(f"mot{number:x}z" for number in range(130_000))
    (tmp_path / "words.txt").write_text(f"Un titre sur les mots\n\n{words}.\n", encoding="utf-8")
    (tmp_path / "good.txt").write_bytes(SEED)
    report = load(engine, [tmp_path])
    assert (report.inserted, [rejection.name for rejection in report.rejections]) == (1, ["words.txt"])
    assert "tsvector" in report.rejections[0].reason
    assert report.rejections[0].where == str(tmp_path / "words.txt")


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
