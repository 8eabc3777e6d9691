"""Several captures of one article: the longest story is current, whatever came first and whatever read it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

import newsdb.loading.files
import newsdb.loading.writer
from newsdb.document import Document, OutletName
from newsdb.extraction import extract_facts
from newsdb.facts import Facts
from newsdb.integrity import digest, verify
from newsdb.loading import load, suppress
from newsdb.models.catalogue import DATA_TABLES
from newsdb.reading import read_record
from tests.conftest import engine_on, temporary_database
from tests.loading.conftest import OLDER

FreshState = Callable[[Sequence[Path]], str]

OPENING = "Le maire Karim Naciri a inauguré hier le marché couvert de la ville devant les habitants du quartier."
QUOTE = "« Nous avons attendu ce marché pendant dix ans », a déclaré Karim Naciri à la presse."
CLOSING = "Les commerçants du quartier s'installent dans les allées du marché dès la semaine prochaine."


def page(*paragraphs: str, headline: str = "Le marché couvert ouvre ses portes") -> str:
    """A page of an outlet that is known, of a known day: captures with the same headline are one article."""
    end = "Cliquez ici pour lire l'article depuis sa source."
    return "\n".join([headline, "Publié dans Le Matin le 05 - 10 - 2024", *paragraphs, end, ""])


@pytest.fixture
def captures(tmp_path: Path) -> list[Path]:
    """Three captures of one article, each with more of the story; their headlines differ in capitals alone."""
    pages = {
        "short.txt": page(OPENING),
        "middle.txt": page(OPENING, QUOTE, headline="Le Marché couvert ouvre ses portes"),
        "long.txt": page(OPENING, QUOTE, CLOSING, headline="Le marché couvert OUVRE ses portes"),
    }
    for name, content in pages.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return [tmp_path / name for name in pages]


@pytest.fixture(scope="module")
def fresh_state(administrator: Engine, template: str) -> FreshState:
    """What a first load of files makes; of the same files it is made once, whatever order a test loads them in."""
    made: dict[frozenset[tuple[str, bytes]], str] = {}

    def make(paths: Sequence[Path]) -> str:
        files = frozenset((path.name, path.read_bytes()) for path in paths)
        if files not in made:
            with temporary_database(administrator, template) as name, engine_on(administrator, name) as engine:
                load(engine, paths)
                made[files] = state(engine)
        return made[files]

    return make


def state(engine: Engine) -> str:
    """The digest of a database in which every promise holds."""
    with engine.connect() as connection:
        assert verify(connection) == ()
        return digest(connection)


def current_headlines(engine: Engine) -> list[str | None]:
    with engine.connect() as connection:
        return list(
            connection.execute(
                text(
                    "SELECT a.headline FROM newsdb.article AS a"
                    " JOIN newsdb.article_version AS v ON v.article_id = a.id AND v.is_current"
                )
            ).scalars()
        )


def empty(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(
            text(f"TRUNCATE newsdb.load_run, {', '.join(f'newsdb.{name}' for name in DATA_TABLES)} CASCADE")
        )


def with_long_stories_cut(document: Document) -> Facts:
    """Facts of an older extractor that takes the end of the longest story for boilerplate."""
    facts = extract_facts(document)
    if CLOSING not in document.text:
        return replace(facts, extractor=OLDER)
    start = document.text.index(QUOTE)
    segments = tuple(replace(s, kind="boilerplate") if s.start >= start else s for s in facts.segments)
    return replace(facts, segments=segments, people=(), organisations=(), quotes=(), ambiguous=(), extractor=OLDER)


def with_other_headlines(content: bytes, name: str) -> Document:
    """A Document of an older reader, to which these are captures of another article."""
    return replace(read_record(content, name), headline="Un marché")


def with_one_headline(content: bytes, name: str) -> Document:
    """A Document of an older reader, to which every page is a capture of the same article."""
    return replace(read_record(content, name), headline="Le marché couvert ouvre ses portes")


def test_longest_capture_is_current_in_every_order(
    engine: Engine, fresh_state: FreshState, captures: list[Path]
) -> None:
    for order in permutations(captures):
        empty(engine)
        for path in order:
            load(engine, [path])
        assert current_headlines(engine) == ["Le marché couvert OUVRE ses portes"]
        assert state(engine) == fresh_state(captures)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_upgrade_that_lengthens_or_cuts_stories_equals_a_fresh_load(
    engine: Engine, fresh_state: FreshState, captures: list[Path], older: pytest.MonkeyPatch, order: tuple[int, ...]
) -> None:
    older.setattr(newsdb.loading.files, "extract_facts", with_long_stories_cut)
    load(engine, captures)
    assert current_headlines(engine) == ["Le Marché couvert ouvre ses portes"]
    older.undo()
    for place in order:
        assert load(engine, [captures[place]]).updated == 1
    upgraded = state(engine)
    assert upgraded == fresh_state(captures)


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_upgrade_after_which_another_capture_is_the_longest(
    engine: Engine, captures: list[Path], monkeypatch: pytest.MonkeyPatch, order: tuple[int, ...]
) -> None:
    """The newer extractor cuts the story that the older one took for the longest."""
    with monkeypatch.context() as older:
        older.setattr(newsdb.loading.files, "EXTRACTOR", OLDER)
        older.setattr(newsdb.loading.writer, "EXTRACTOR", OLDER)
        load(engine, captures)
    assert current_headlines(engine) == ["Le marché couvert OUVRE ses portes"]
    monkeypatch.setattr(newsdb.loading.files, "extract_facts", with_long_stories_cut)
    for place in order:
        load(engine, [captures[place]])
    with engine.connect() as connection:
        upgraded = digest(connection)
    assert current_headlines(engine) == ["Le Marché couvert ouvre ses portes"]
    empty(engine)
    load(engine, captures)
    with engine.connect() as connection:
        assert digest(connection) == upgraded


@pytest.mark.parametrize("order", list(permutations(range(3))))
@pytest.mark.parametrize("read", [with_other_headlines, with_one_headline])
def test_upgrade_that_parts_or_joins_captures(
    engine: Engine,
    fresh_state: FreshState,
    tmp_path: Path,
    captures: list[Path],
    older: pytest.MonkeyPatch,
    order: tuple[int, ...],
    read: object,
) -> None:
    apart = tmp_path / "long.txt"
    apart.write_text(page(OPENING, QUOTE, CLOSING, headline="Trois allées et un marché"), encoding="utf-8")
    older.setattr(newsdb.loading.files, "read_record", read)
    load(engine, captures)
    older.undo()
    for place in order:
        assert load(engine, [captures[place]]).updated == 1
    upgraded = state(engine)
    assert upgraded == fresh_state(captures)


def test_upgrade_of_a_whole_folder_whose_captures_part(
    engine: Engine, fresh_state: FreshState, tmp_path: Path, captures: list[Path], older: pytest.MonkeyPatch
) -> None:
    (tmp_path / "long.txt").write_text(page(OPENING, QUOTE, CLOSING, headline="Trois allées"), encoding="utf-8")
    older.setattr(newsdb.loading.files, "read_record", with_one_headline)
    load(engine, captures)
    older.undo()
    assert load(engine, captures).updated == 3
    upgraded = state(engine)
    assert upgraded == fresh_state(captures)


def test_captures_that_wait_for_their_upgrade_are_an_article_without_the_one_that_has_left(
    engine: Engine, tmp_path: Path, captures: list[Path], older: pytest.MonkeyPatch
) -> None:
    """Read anew, the current capture is another article; those left have a current version before their turn."""
    (tmp_path / "long.txt").write_text(page(OPENING, QUOTE, CLOSING, headline="Trois allées"), encoding="utf-8")
    older.setattr(newsdb.loading.files, "read_record", with_one_headline)
    load(engine, captures)
    older.undo()
    assert load(engine, captures[2:]).updated == 1
    assert sorted(map(str, current_headlines(engine))) == ["Le marché couvert ouvre ses portes", "Trois allées"]
    state(engine)


def with_other_reader(content: bytes, name: str) -> Document:
    """A Document that an older newsdb read as another format."""
    return replace(read_record(content, name), reader="typescript")


def test_upgrade_says_as_which_format_a_file_is_read_now(
    engine: Engine, fresh_state: FreshState, captures: list[Path], older: pytest.MonkeyPatch
) -> None:
    older.setattr(newsdb.loading.files, "read_record", with_other_reader)
    load(engine, captures)
    older.undo()
    load(engine, captures)
    upgraded = state(engine)
    assert upgraded == fresh_state(captures)


def test_capture_that_is_another_article_by_now_is_left_alone_by_a_takedown_beside_it(
    engine: Engine, fresh_state: FreshState, tmp_path: Path, captures: list[Path], older: pytest.MonkeyPatch
) -> None:
    """Only its own load reads it anew."""
    (tmp_path / "long.txt").write_text(page(OPENING, QUOTE, CLOSING, headline="Trois allées"), encoding="utf-8")
    older.setattr(newsdb.loading.files, "read_record", with_one_headline)
    load(engine, captures)
    older.undo()
    suppress(engine, "file", "middle.txt", reason="not ours to keep")
    assert len(current_headlines(engine)) == 1
    state(engine)
    load(engine, captures)
    upgraded = state(engine)
    assert upgraded == fresh_state([captures[0], captures[2]])


def test_new_file_with_a_text_that_an_older_extractor_read(
    engine: Engine, fresh_state: FreshState, tmp_path: Path, captures: list[Path], older: pytest.MonkeyPatch
) -> None:
    """The text is on record with the older facts, and the file that printed it then is gone."""
    older.setattr(newsdb.loading.files, "extract_facts", with_long_stories_cut)
    load(engine, [captures[2]])
    older.undo()
    again = tmp_path / "again.txt"
    again.write_bytes(captures[2].read_bytes().replace(b"\n", b"\r\n"))
    report = load(engine, [again])
    assert (report.inserted, report.rejections) == (1, ())
    state(engine)
    load(engine, [captures[2]])
    both = state(engine)
    assert both == fresh_state([captures[2], again])


def test_new_file_that_shortens_what_an_older_extractor_read_makes_another_capture_current(
    engine: Engine, tmp_path: Path, captures: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The article says what that one says, though no file of it is replaced."""
    with monkeypatch.context() as older:
        older.setattr(newsdb.loading.files, "EXTRACTOR", OLDER)
        older.setattr(newsdb.loading.writer, "EXTRACTOR", OLDER)
        load(engine, captures[2:])
    monkeypatch.setattr(newsdb.loading.files, "extract_facts", with_long_stories_cut)
    load(engine, captures[1:2])
    assert current_headlines(engine) == ["Le marché couvert OUVRE ses portes"]
    again = tmp_path / "again.txt"
    again.write_bytes(captures[2].read_bytes().replace(b"\n", b"\r\n"))
    load(engine, [again])
    assert current_headlines(engine) == ["Le Marché couvert ouvre ses portes"]


def with_other_outlets(content: bytes, name: str) -> Document:
    """The document of an older reader, which took more for the name of an outlet than its name."""
    listed, unlisted = OutletName("Le Matin", "Le Matin d'hier"), OutletName("LA GAZETTE DU PARC", "LA GAZETTE DU PARC")
    outlet = listed if name.startswith("s") else unlisted
    return replace(read_record(content, name), outlet=outlet)


@pytest.mark.parametrize("order", list(permutations(range(3)))[::2])
def test_name_of_an_outlet_goes_with_the_last_page_that_prints_it(
    engine: Engine,
    fresh_state: FreshState,
    tmp_path: Path,
    captures: list[Path],
    older: pytest.MonkeyPatch,
    order: tuple[int, ...],
) -> None:
    for name, outlet in {"middle.txt": "La Gazette du Parc", "long.txt": "La gazette du parc"}.items():
        content = (tmp_path / name).read_text(encoding="utf-8").replace("Le Matin", outlet)
        (tmp_path / name).write_text(content, encoding="utf-8")
    older.setattr(newsdb.loading.files, "read_record", with_other_outlets)
    load(engine, captures)
    older.undo()
    for place in order:
        assert load(engine, [captures[place]]).updated == 1
    upgraded = state(engine)
    assert upgraded == fresh_state(captures)
    with engine.connect() as connection:
        names = connection.execute(text("SELECT name FROM newsdb.outlet UNION SELECT alias FROM newsdb.outlet_alias"))
        assert not {"Le Matin d'hier", "LA GAZETTE DU PARC"} & set(names.scalars())


def test_a_text_without_a_headline_loads_and_says_so(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{OPENING} {CLOSING}\n{QUOTE}", encoding="utf-8")
    assert load(engine, [tmp_path]).inserted == 1
    assert load(engine, [tmp_path]).unchanged == 1
    assert state(engine)
    assert current_headlines(engine) == [None]
    with engine.connect() as connection:
        reason = connection.execute(text("SELECT reason FROM report.unknown WHERE column_name = 'headline'"))
        assert reason.scalar_one() == "the text begins with its first sentence"
