"""What is taken down is gone to the last row, no load brings it back in any order, and the ledger adds up."""

import hashlib
import time
import zipfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from newsdb.errors import WrongDecision
from newsdb.integrity import verify
from newsdb.loading import correct, judge, load, suppress, unsuppress
from newsdb.loading.decisions.takedowns import record_suppression
from newsdb.loading.overrides.deciding import decision_on
from newsdb.loading.overrides.suppressions import held, name_hash, person_suppression
from newsdb.models import Base
from newsdb.resolution import words_key
from tests.loading.deciding import END, PAGES, article_id, page, rows, state, states_of_reloads
from tests.seeds import forget_all

MARKET, PORT, BOTH = (
    "Le marché couvert ouvre ses portes",
    "Le quai du port sera prolongé",
    "La ville et le port signent",
)

OPEN = "Les travaux ont duré deux ans et les habitants du quartier retrouvent leurs habitudes ce lundi."
POOL = {"a.txt": page("Le stade rouvre", OPEN), "b/c.txt": page("La piscine rouvre", OPEN)}


def headlines(engine: Engine) -> list[object]:
    return [headline for (headline,) in rows(engine, "SELECT headline FROM newsdb.article ORDER BY headline")]


def everything(engine: Engine) -> str:
    """Every row of every table as text, and the bytes of files as what they encode."""
    tables = [table.name for table in Base.metadata.sorted_tables]
    kept = [str(rows(engine, f"SELECT t::text FROM newsdb.{name} AS t")) for name in tables]
    contents = [bytes(content).decode() for (content,) in rows(engine, "SELECT content FROM newsdb.source_file")]  # type: ignore[call-overload]
    return "\n".join([*kept, *contents])


def test_article_goes_with_all_its_captures_and_no_load_brings_it_back(loaded: Engine, paths: list[Path]) -> None:
    done = suppress(loaded, "article", article_id(loaded, MARKET), reason="court order 12")
    assert (done.articles, done.files) == (1, 2)
    assert headlines(loaded) == [BOTH, PORT]
    taken_down = state(loaded)
    report = load(loaded, paths)
    assert (report.files, report.inserted, report.unchanged, report.rejected) == (4, 0, 2, 2)
    assert {rejection.error for rejection in report.rejections} == {"Suppressed"}
    assert all("taken down" in rejection.reason and "unsuppress" in rejection.remedy for rejection in report.rejections)
    assert state(loaded) == taken_down
    assert states_of_reloads(loaded, paths, range(0, 24, 5)) == {taken_down}


def test_file_goes_and_the_next_best_capture_is_current(loaded: Engine, paths: list[Path]) -> None:
    done = suppress(loaded, "file", "long.txt", reason="not ours to keep")
    assert (done.articles, done.files) == (0, 1)
    taken_down = state(loaded)
    assert "dès la semaine prochaine" not in everything(loaded)
    assert states_of_reloads(loaded, paths, (3, 20)) == {taken_down}
    forget_all(loaded)
    load(loaded, [path for path in paths if path.name != "long.txt"])
    assert state(loaded) == taken_down


@pytest.mark.parametrize("how", ["path", "name", "hash"])
def test_file_is_known_by_its_path_name_or_hash(loaded: Engine, paths: list[Path], how: str) -> None:
    path = next(path for path in paths if path.name == "port.txt")
    key = {"path": str(path), "name": path.name, "hash": hashlib.sha256(path.read_bytes()).hexdigest()}[how]
    assert suppress(loaded, "file", key, reason="why").files == 1
    assert PORT not in headlines(loaded)


def test_person_goes_with_every_article_that_prints_the_name_and_nothing_of_the_name_is_left(
    loaded: Engine, paths: list[Path]
) -> None:
    correct(loaded, "article", article_id(loaded, MARKET), "authors", "Karim Naciri", reason="signed in print")
    correct(loaded, "article", article_id(loaded, PORT), "section", "Ports", reason="seen in print")
    judge(loaded, "different", "Karim Naciri", f"Karim Naciri@{article_id(loaded, BOTH)}", reason="two of a name")
    done = suppress(loaded, "person", "karim NACIRI", reason="request 7 of the right to erasure", by="the desk")
    assert (done.articles, done.files) == (2, 3)
    assert headlines(loaded) == [PORT]
    taken_down = state(loaded)
    load(loaded, paths)
    assert states_of_reloads(loaded, paths, (0, 11, 23)) == {taken_down}
    left = everything(loaded).casefold()
    assert "naciri" not in left
    assert "request 7" in left
    assert rows(loaded, "SELECT section FROM report.article") == [("Ports",)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "NACIRI Karim a parlé hier devant la presse de la ville.",
        "Hier, KARIM\N{NO-BREAK SPACE}NACIRI a parlé devant la presse de la ville.",
        "Le texte cite karim-naciri, en minuscules et avec un trait d'union.",
        "Lire aussi : le portrait de Kàrim Nacîri",
    ],
)
def test_name_is_found_in_every_order_spelling_and_part_of_the_page(
    engine: Engine, tmp_path: Path, paragraph: str
) -> None:
    path = tmp_path / "other.txt"
    path.write_text(page("Un autre titre pour la ville", "La ville a tenu conseil.", paragraph), encoding="utf-8")
    load(engine, [path])
    assert suppress(engine, "person", "Karim Naciri", reason="why").articles == 1
    assert load(engine, [path]).rejected == 1


def test_namesake_of_one_word_is_another_person(loaded: Engine) -> None:
    done = suppress(loaded, "person", "Rachid Naciri", reason="why")
    assert done.articles == 0
    assert len(headlines(loaded)) == 3


def test_name_of_one_word_is_refused(loaded: Engine) -> None:
    with pytest.raises(WrongDecision, match="full name"):
        suppress(loaded, "person", "Naciri", reason="why")


def test_every_name_of_a_person_goes(engine: Engine, tmp_path: Path) -> None:
    for number, name in enumerate(("Karim Naciri", "Abdelkarim Naciri")):
        words = f"« Nous ouvrons le marché », a déclaré M. {name}, maire de la ville."
        (tmp_path / f"{number}.txt").write_text(page(f"Un titre {number}", words), encoding="utf-8")
    load(engine, [tmp_path])
    judge(engine, "same", "Karim Naciri", "Abdelkarim Naciri")
    done = suppress(engine, "person", "Karim Naciri", reason="why")
    assert (done.articles, len(done.numbers)) == (2, 2)
    assert "naciri" not in everything(engine).casefold()


def test_takedown_made_before_the_load_gives_the_same_data(engine: Engine, paths: list[Path]) -> None:
    load(engine, paths)
    suppress(engine, "person", "Salma Idrissi", reason="why")
    after = state(engine)
    forget_all(engine)
    assert load(engine, paths).rejected == 2
    assert state(engine) == after


def test_takedown_that_is_taken_back_lets_the_files_load_again(loaded: Engine, paths: list[Path]) -> None:
    before = state(loaded)
    (number,) = suppress(loaded, "person", "Karim Naciri", reason="why").numbers
    assert unsuppress(loaded, number, reason="request withdrawn") == "person"
    load(loaded, paths)
    assert state(loaded) == before
    with pytest.raises(WrongDecision, match="no longer holds"):
        unsuppress(loaded, number, reason="twice")
    with pytest.raises(WrongDecision, match="no such takedown"):
        unsuppress(loaded, 99, reason="why")


@pytest.mark.parametrize(("kind", "key"), [("article", "no id"), ("file", "nowhere.txt")])
def test_key_that_is_none_is_refused(loaded: Engine, kind: str, key: str) -> None:
    with pytest.raises(WrongDecision, match="give its"):
        suppress(loaded, kind, key, reason="why")  # type: ignore[arg-type]


def pack(path: Path, pages: Mapping[str, str]) -> Path:
    """An archive of pages."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in pages.items():
            archive.writestr(name, content)
    return path


def test_of_a_file_with_several_articles_only_the_one_goes(engine: Engine, tmp_path: Path) -> None:
    path = pack(tmp_path / "many.zip", {name: PAGES[name] for name in ("long.txt", "port.txt")})
    load(engine, [path])
    done = suppress(engine, "person", "Karim Naciri", reason="why")
    assert (done.articles, done.files) == (1, 1)
    taken_down = state(engine)
    assert "naciri" not in everything(engine).casefold()
    forget_all(engine)
    report = load(engine, [path])
    assert (report.inserted, report.rejected) == (1, 1)
    assert state(engine) == taken_down


@pytest.mark.parametrize("by_path", [True, False])
def test_file_that_holds_several_goes_with_all_its_records(loaded: Engine, tmp_path: Path, by_path: bool) -> None:
    before = state(loaded)
    path = pack(tmp_path / "many.zip", POOL)
    load(loaded, [path])
    done = suppress(loaded, "file", str(path) if by_path else path.name, reason="not ours to keep")
    assert (done.articles, done.files, len(done.numbers)) == (2, 2, 2)
    assert state(loaded) == before
    report = load(loaded, [path])
    assert (report.inserted, report.rejected) == (0, 2)
    assert {rejection.error for rejection in report.rejections} == {"Suppressed"}


def test_record_goes_by_its_name_alone(loaded: Engine, tmp_path: Path) -> None:
    path = pack(tmp_path / "many.zip", POOL)
    load(loaded, [path])
    done = suppress(loaded, "file", "many.zip!/b/c.txt", reason="not ours to keep")
    assert (done.articles, done.files) == (1, 1)
    assert "Le stade rouvre" in headlines(loaded)
    assert "La piscine rouvre" not in headlines(loaded)
    assert load(loaded, [path]).rejected == 1


def test_file_whose_name_begins_like_that_of_a_record_is_none_of_another_file(loaded: Engine, tmp_path: Path) -> None:
    for name in ("a#b.txt", "a#line.txt"):
        (tmp_path / name).write_text(page(f"Le stade {name} rouvre", OPEN), encoding="utf-8")
        load(loaded, [tmp_path / name])
    with pytest.raises(WrongDecision, match="no such file"):
        suppress(loaded, "file", "a", reason="why")
    assert suppress(loaded, "file", "a#b.txt", reason="why").files == 1


def test_container_is_taken_down_before_it_is_loaded(loaded: Engine, tmp_path: Path) -> None:
    path = pack(tmp_path / "many.zip", {name: PAGES[name] for name in ("long.txt", "port.txt")})
    forget_all(loaded)
    suppress(loaded, "file", str(path), reason="not ours to keep")
    assert load(loaded, [path]).rejected == 2


def test_name_of_two_containers_is_refused(loaded: Engine, tmp_path: Path) -> None:
    for number in "12":
        (tmp_path / number).mkdir()
        pages = {"a.txt": page(f"Le stade numéro {number} rouvre", OPEN)}
        load(loaded, [pack(tmp_path / number / "many.zip", pages)])
    with pytest.raises(WrongDecision, match="several files have this name"):
        suppress(loaded, "file", "many.zip", reason="why")
    done = suppress(loaded, "file", str(tmp_path / "1" / "many.zip"), reason="why")
    assert (done.articles, done.files) == (1, 1)


def test_table_whose_columns_were_named_is_not_passed_over_in_silence(loaded: Engine, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("T1,T2\nLe stade rouvre,Le stade de la ville rouvre ses portes lundi.\n", encoding="utf-8")
    assert load(loaded, [path], columns={"T1": "headline", "T2": "body"}).inserted == 1
    with pytest.raises(WrongDecision, match=r"none of it is in the database.*the name of each record"):
        suppress(loaded, "file", str(path), reason="why")
    ((name,),) = rows(loaded, "SELECT name FROM newsdb.source_file_name WHERE name LIKE 'table.csv%'")
    assert suppress(loaded, "file", str(name), reason="why").articles == 1
    assert load(loaded, [path], columns={"T1": "headline", "T2": "body"}).rejected == 1


def test_file_that_has_changed_since_it_was_loaded_is_not_passed_over_in_silence(
    loaded: Engine, paths: list[Path]
) -> None:
    path = next(path for path in paths if path.name == "port.txt")
    path.write_text(f"{PAGES['port.txt']}\n", encoding="utf-8")
    with pytest.raises(WrongDecision, match=r"none of it is in the database.*from another folder, the name alone"):
        suppress(loaded, "file", str(path), reason="why")
    assert suppress(loaded, "file", "port.txt", reason="why").articles == 1


def test_article_is_taken_down_by_the_address_that_a_correction_gave_it(loaded: Engine, paths: list[Path]) -> None:
    correct(loaded, "article", article_id(loaded, PORT), "canonical_url", "https://lematin.ma/quai", reason="seen")
    done = suppress(loaded, "article", "https://lematin.ma/quai", reason="court order 12")
    assert (done.articles, len(done.numbers)) == (1, 2)
    assert load(loaded, paths).rejected == 1
    state(loaded)


def test_archive_that_cannot_be_opened_is_refused(loaded: Engine, tmp_path: Path) -> None:
    (tmp_path / "torn.zip").write_bytes(b"PK\x03\x04 torn")
    with pytest.raises(WrongDecision, match="no records"):
        suppress(loaded, "file", str(tmp_path / "torn.zip"), reason="why")


def test_file_is_kept_out_by_its_hash_though_another_is_known_by_its_name(loaded: Engine, paths: list[Path]) -> None:
    paths[0].write_text(page("Un tout autre marché ouvre en ville", "Il a plu."), encoding="utf-8")
    with pytest.raises(WrongDecision, match="something else of this name"):
        suppress(loaded, "file", str(paths[0]), reason="not ours to keep")
    done = suppress(loaded, "file", hashlib.sha256(paths[0].read_bytes()).hexdigest(), reason="not ours to keep")
    assert (done.articles, done.files) == (0, 0)
    assert load(loaded, paths).rejected == 1


def test_corrections_go_with_the_last_file_of_their_article(loaded: Engine) -> None:
    correct(loaded, "article", article_id(loaded, "Le quai du port sera prolongé"), "section", "Ports", reason="why")
    assert suppress(loaded, "file", "port.txt", reason="not ours to keep").decisions == 1
    assert rows(loaded, "SELECT count(*) FROM newsdb.correction") == [(0,)]


def test_dry_run_refuses_what_was_taken_down_too(loaded: Engine, paths: list[Path]) -> None:
    suppress(loaded, "file", "port.txt", reason="why")
    before = state(loaded)
    report = load(loaded, paths, dry_run=True)
    assert (report.unchanged, report.rejected) == (3, 1)
    assert state(loaded) == before


def test_name_of_a_file_that_names_the_person_is_not_in_the_ledger(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "karim-naciri.txt"
    path.write_text(PAGES["long.txt"], encoding="utf-8")
    suppress(engine, "person", "Karim Naciri", reason="why")
    (rejection,) = load(engine, [path]).rejections
    assert rejection.place == f"a file with SHA-256 {hashlib.sha256(path.read_bytes()).hexdigest()}"
    assert "naciri" not in everything(engine)


def test_verify_finds_what_should_have_been_taken_down(loaded: Engine) -> None:
    key, words = person_suppression("Karim Naciri")
    with loaded.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO newsdb.suppression VALUES (newsdb.key_id('suppression', '1'), 1, 'person', :key, :words,"
                " 'suppressed', 'why', NULL, now())"
            ),
            {"key": key, "words": words},
        )
    with loaded.connect() as connection:
        found = [violation for violation in verify(connection) if violation.promise == "decisions"]
    assert len(found) == 3
    assert all("taken down, and it is here" in violation.what for violation in found)


def test_load_that_waits_for_a_takedown_knows_of_it(engine: Engine, paths: list[Path]) -> None:
    with ThreadPoolExecutor() as threads:
        with decision_on(engine) as cursor:
            loading = threads.submit(load, engine, paths)
            while not rows(engine, "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"):
                time.sleep(0.01)
            record_suppression(cursor, "person", person_suppression("Karim Naciri"), "suppressed", "why", None)
        assert loading.result().rejected == 3
    assert headlines(engine) == [PORT]


def test_refusal_that_waits_for_a_takedown_names_nobody_whom_it_covers(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "karim naciri.txt").write_text("", encoding="utf-8")
    with ThreadPoolExecutor() as threads:
        with decision_on(engine) as cursor:
            loading = threads.submit(load, engine, [tmp_path])
            while not (loading.done() or rows(engine, "SELECT FROM pg_locks WHERE NOT granted")):
                time.sleep(0.01)
            record_suppression(cursor, "person", person_suppression("Karim Naciri"), "suppressed", "why", None)
        assert loading.result().rejected == 1
    assert "naciri" not in everything(engine).casefold()


NAME = st.lists(st.sampled_from(["karim", "naciri", "salma", "el", "idrissi"]), min_size=2, max_size=4)
TEXT = st.lists(st.sampled_from(["Karim", "NACIRI", "Salma", "El", "Idrissi", "a", "parlé", "."]), max_size=12)


@given(NAME, TEXT)
def test_name_is_named_exactly_where_its_words_stand_together(name: list[str], words: list[str]) -> None:
    key, length = person_suppression(" ".join(name))
    folded = words_key(" ".join(words)).split()
    windows = [sorted(folded[start : start + length]) for start in range(len(folded) - length + 1)]
    suppressions = held(iter([("person", key, length, "suppressed")]))
    assert suppressions.name_anybody(" ".join(words)) == (sorted(name) in windows)
    assert key == name_hash(name[::-1])


def test_hash_tells_no_name() -> None:
    key, length = person_suppression("Karim Naciri")
    assert (len(key), length) == (64, 2)
    assert END not in key
