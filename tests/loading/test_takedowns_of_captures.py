"""Takedowns where several files print the same words: what one file alone says beside them is found and goes."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

import newsdb.loading.files
import newsdb.loading.writer
from newsdb.extraction import EXTRACTOR
from newsdb.loading import correct, load, suppress
from tests.loading.test_captures import empty, with_long_stories_cut
from tests.loading.test_captures_at_once import OUTLETS, by_id, write
from tests.loading.test_differing_captures import CLOSING, OPENING, QUOTE, page, state

AUTHOR = "Nadia Berrada"


@pytest.fixture
def captures(tmp_path: Path) -> list[Path]:
    """Of another day and outlet each; the first is the one that tells them."""
    return by_id(
        *(
            write(tmp_path / f"{place}.html", page(f"2024-03-0{place + 1}", outlet, OPENING, QUOTE))
            for place, outlet in enumerate(OUTLETS[:3])
        )
    )


def signed(path: Path) -> Path:
    """The same page with an author in its data alone."""
    content = path.read_text(encoding="utf-8")
    author = f'"author": {{"@type": "Person", "name": "{AUTHOR}"}}, "datePublished"'
    return write(path.with_name(f"signed {path.name}"), content.replace('"datePublished"', author))


def fresh(engine: Engine, paths: Sequence[Path]) -> str:
    """What a load of these files makes after the same decisions."""
    empty(engine)
    load(engine, paths)
    return state(engine)


@pytest.fixture(scope="module")
def known() -> dict[int, str]:
    """What a first load makes after a takedown, by which file it was of."""
    return {}


@pytest.mark.parametrize("upgraded", [(), (0,), (2,), (0, 2), (1, 2)])
@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_file_taken_down_before_all_were_read_anew_tells_nothing_more(
    engine: Engine,
    captures: list[Path],
    older: pytest.MonkeyPatch,
    known: dict[int, str],
    upgraded: tuple[int, ...],
    gone: int,
) -> None:
    load(engine, captures)
    older.undo()
    load(engine, [captures[place] for place in upgraded])
    suppress(engine, "file", captures[gone].name, reason="not ours to keep")
    state(engine)
    with engine.connect() as connection:
        day = connection.execute(text("SELECT published_on::text FROM newsdb.article")).scalar_one()
    assert day != f"2024-03-0{int(captures[gone].stem) + 1}"
    load(engine, captures)
    again = state(engine)
    if gone not in known:
        known[gone] = fresh(engine, captures)
    assert again == known[gone]


def test_a_takedown_reads_all_versions_of_an_article_by_one_extractor(
    engine: Engine, tmp_path: Path, captures: list[Path], older: pytest.MonkeyPatch
) -> None:
    longer = write(tmp_path / "longer.html", page("2024-03-09", OUTLETS[0], OPENING, QUOTE, CLOSING))
    older.setattr(newsdb.loading.files, "extract_facts", with_long_stories_cut)
    load(engine, [captures[0], longer])
    older.undo()
    suppress(engine, "file", captures[0].name, reason="not ours to keep")
    state(engine)


def test_a_file_that_an_older_newsdb_brought_later_does_not_tell_for_ever(
    engine: Engine, captures: list[Path], older: pytest.MonkeyPatch
) -> None:
    with older.context() as now:
        for module in (newsdb.loading.files, newsdb.loading.writer):
            now.setattr(module, "EXTRACTOR", EXTRACTOR)
        load(engine, captures[:1])
    older.setattr(newsdb.loading.files, "extract_facts", with_long_stories_cut)
    load(engine, captures[1:])
    older.undo()
    load(engine, captures)
    assert state(engine) == fresh(engine, captures)


@pytest.mark.parametrize("named", [0, 1, 2])
def test_a_person_whom_only_the_data_of_one_capture_name(engine: Engine, captures: list[Path], named: int) -> None:
    paths = [*captures[:named], signed(captures[named]), *captures[named + 1 :]]
    load(engine, paths)
    assert suppress(engine, "person", AUTHOR, reason="asked for").files == 1
    assert state(engine) == fresh(engine, paths)


def test_a_person_whom_a_correction_has_hidden(engine: Engine, captures: list[Path]) -> None:
    path = signed(captures[0])
    load(engine, [path])
    with engine.connect() as connection:
        article = connection.execute(text("SELECT id::text FROM newsdb.article")).scalar_one()
    correct(engine, "article", article, "authors", "La rédaction", reason="not signed")
    assert suppress(engine, "person", AUTHOR, reason="asked for").files == 1


@pytest.mark.parametrize("named", [0, 1, 2])
def test_captures_read_anew_beside_one_that_goes_tell_what_it_told(
    engine: Engine, captures: list[Path], named: int
) -> None:
    """A correction that goes too has all of them read anew."""
    paths = [*captures[:named], signed(captures[named]), *captures[named + 1 :]]
    load(engine, paths)
    with engine.connect() as connection:
        article = connection.execute(text("SELECT id::text FROM newsdb.article")).scalar_one()
    correct(engine, "article", article, "section", "Villes", reason=f"so says {AUTHOR}")
    assert suppress(engine, "person", AUTHOR, reason="asked for").files == 1
    assert state(engine) == fresh(engine, paths)


def test_captures_read_anew_beside_the_one_that_told_them_are_told_by_another(
    engine: Engine, captures: list[Path]
) -> None:
    """Its id comes before those of the others, so that nobody tells what it told while it counts as there."""
    content = signed(captures[0]).read_text(encoding="utf-8")
    tried = (write(captures[0], f"{content}<!-- {number} -->") for number in count())
    next(path for path in tried if by_id(*captures)[0] == path)
    load(engine, captures)
    with engine.connect() as connection:
        article = connection.execute(text("SELECT id::text FROM newsdb.article")).scalar_one()
    correct(engine, "article", article, "section", "Villes", reason=f"so says {AUTHOR}")
    assert suppress(engine, "person", AUTHOR, reason="asked for").files == 1
    assert state(engine) == fresh(engine, captures)
