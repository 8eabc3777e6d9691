"""A name goes with its takedown from all that is kept: bytes that no page shows, names of files, the ledger."""

import gzip
import io
import json
import warnings
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newsdb.errors import WrongDecision
from newsdb.integrity import verify
from newsdb.loading import correct, load, suppress, unsuppress
from newsdb.loading.overrides.suppressions import held, person_suppression
from newsdb.reading.kept_words import kept_words
from tests.loading.deciding import page, rows, state
from tests.loading.test_takedowns import everything
from tests.seeds import forget_all

NAME = "Karim Naciri"
SHY, ZERO_WIDTH, JOINER, STRETCH = (
    "\N{SOFT HYPHEN}",
    "\N{ZERO WIDTH SPACE}",
    "\N{ZERO WIDTH NON-JOINER}",
    "\N{ARABIC TATWEEL}",
)
PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Le stade de la ville rouvre</title>{head}</head><body><article>
<h1>Le stade de la ville rouvre</h1><p>Le 5 octobre 2024</p>
<p>Les travaux ont duré deux ans et les habitants du quartier retrouvent leurs habitudes dès ce lundi matin.</p>
<p>La pelouse a été changée, les tribunes ont été repeintes, et le club jouera son premier match dimanche.</p>
{body}</article></body></html>"""
HIDDEN = {
    "alt text": ("", '<p><img src="a.jpg" alt="Le maire Karim Naciri">Les tribunes sont repeintes.</p>'),
    "keywords": ('<meta name="keywords" content="stade, naciri karim">', ""),
    "script": ('<script>var who = "Karim Naciri";</script>', ""),
    "escapes of a script": ('<script>var who = "K\\u00e1rim\\u0020Naciri";</script>', ""),
    "markup in the strings of a script": (
        '<script>var it = "\\u003cb\\u003eKarim\\u003c/b\\u003e Naciri";</script>',
        "",
    ),
    "comment": ("", "<!-- photo : Karim Naciri -->"),
    "markup in a comment": ("", "<!-- <p>le maire <b>Karim</b><br>Naciri</p> -->"),
    "address": ("", '<p><a href="/tag/karim-naciri">Suite</a></p>'),
    "escaped address": ("", '<p><a href="/tag?q=K%C3%A1rim%20Naciri">Suite</a></p>'),
    "address escaped in Latin-1": ("", '<p><a href="/tag?q=K%E1rim+Naciri">Suite</a></p>'),
    "entities": ('<meta name="keywords" content="K&aacute;rim&nbsp;Naciri">', ""),
    "soft hyphen as an entity": ('<meta name="keywords" content="Karim Na&shy;ciri">', ""),
    "letters that cannot be seen": ("", f"<!-- Ka{JOINER}rim{ZERO_WIDTH}Na{SHY}ciri -->"),
    "words joined by capitals": ('<meta name="keywords" content="#KarimNaciri">', ""),
    "element that is not shown": ("", "<template><p>Karim Naciri</p></template>"),
}


def write_page(folder: Path, name: str, head: str = "", body: str = "", encoding: str = "utf-8") -> Path:
    (folder / name).write_bytes(PAGE.format(head=head, body=body).encode(encoding))
    return folder / name


@pytest.mark.parametrize("where", HIDDEN)
def test_page_that_holds_the_name_unprinted_goes_and_no_load_brings_it_back(
    engine: Engine, tmp_path: Path, where: str
) -> None:
    named, other = write_page(tmp_path, "a.html", *HIDDEN[where]), tmp_path / "b.txt"
    other.write_text(page("Le pont est fermé", "Le pont de la ville est fermé ce lundi."), encoding="utf-8")
    assert load(engine, [named, other]).inserted == 2
    done = suppress(engine, "person", NAME, reason="request 7")
    assert (done.articles, done.files) == (1, 1)
    taken_down = state(engine)
    assert load(engine, [named, other]).rejected == 1
    assert state(engine) == taken_down
    forget_all(engine)
    (rejection,) = load(engine, [named, other]).rejections
    assert (rejection.error, rejection.reason) == ("Suppressed", "it names somebody who was taken down")
    assert state(engine) == taken_down


def test_page_without_the_name_stays_and_so_does_a_capture_of_the_article_without_it(
    engine: Engine, tmp_path: Path
) -> None:
    plain, named = write_page(tmp_path, "a.html"), write_page(tmp_path, "b.html", *HIDDEN["comment"])
    load(engine, [plain])
    before = state(engine)
    load(engine, [named])
    done = suppress(engine, "person", NAME, reason="request 7")
    assert (done.articles, done.files) == (0, 1)
    assert state(engine) == before


def test_takedown_that_is_taken_back_lets_such_a_page_load_again(engine: Engine, tmp_path: Path) -> None:
    path = write_page(tmp_path, "a.html", *HIDDEN["alt text"])
    load(engine, [path])
    before = state(engine)
    (number,) = suppress(engine, "person", NAME, reason="request 7").numbers
    unsuppress(engine, number, reason="request withdrawn")
    assert load(engine, [path]).inserted == 1
    assert state(engine) == before


@pytest.mark.parametrize(
    "printed",
    [
        f"Karim Na{SHY}ciri",
        f"Karim{ZERO_WIDTH}Naciri",
        f"Ka{ZERO_WIDTH}rim Naciri",
        f"Karim {JOINER}Naciri",
        f"Kar{SHY}im{ZERO_WIDTH}Na{JOINER}ciri",
        "#KarimNaciri",
    ],
)
def test_name_is_found_past_letters_that_cannot_be_seen(engine: Engine, tmp_path: Path, printed: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        page("Le stade rouvre", f"Le maire {printed} a ouvert le stade de la ville hier."), encoding="utf-8"
    )
    load(engine, [path])
    assert suppress(engine, "person", NAME, reason="request 7").articles == 1
    assert load(engine, [path]).rejected == 1


def test_arabic_name_is_found_however_it_is_stretched_and_pointed() -> None:
    name, printed = "كريم الناصري", f"قال كَـ{STRETCH}ريم الناصـــري أمس"
    assert held(iter([("person", *person_suppression(name), "suppressed")])).name_anybody(printed)


def test_reason_that_hides_the_name_behind_letters_that_cannot_be_seen_is_refused(
    engine: Engine, tmp_path: Path
) -> None:
    load(engine, [write_page(tmp_path, "a.html")])
    suppress(engine, "person", NAME, reason="request 7")
    ((which,),) = rows(engine, "SELECT id::text FROM newsdb.article")
    with pytest.raises(WrongDecision, match="somebody who was taken down"):
        correct(engine, "article", str(which), "section", "Sports", reason=f"Karim{ZERO_WIDTH}Naciri phoned")


def crawl(markup: str) -> bytes:
    """A crawl of one page, compressed as servers send it."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=False)
    headers = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", "gzip")], protocol="HTTP/1.1"
    )
    body = io.BytesIO(gzip.compress(markup.encode(), mtime=0))
    writer.write_record(
        writer.create_warc_record("https://gazette.example/stade", "response", payload=body, http_headers=headers)
    )
    return stream.getvalue()


def test_name_is_found_in_a_compressed_page_of_a_crawl(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(crawl(PAGE.format(head="", body=HIDDEN["comment"][1])))
    load(engine, [path])
    assert suppress(engine, "person", NAME, reason="request 7").files == 1
    assert load(engine, [path]).rejected == 1


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_name_is_found_in_every_encoding(engine: Engine, tmp_path: Path, encoding: str) -> None:
    declared = f'<meta charset="{encoding}"><meta name="keywords" content="Kárim Nacîri">'
    path = write_page(tmp_path, "a.html", declared, encoding=encoding)
    assert load(engine, [path]).inserted == 1
    assert suppress(engine, "person", NAME, reason="request 7").files == 1


def test_name_is_found_in_a_column_that_is_not_read(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = {"headline": "Le stade rouvre", "body": "Le stade de la ville rouvre lundi.", "note": "vu par Kárim Naciri"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    load(engine, [path])
    assert suppress(engine, "person", NAME, reason="request 7").files == 1


def test_bytes_in_no_encoding_are_still_searched() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = list(kept_words(b"Karim Naciri \xff\xfe\x81\x8d \xc3(" + bytes(range(128, 256)), "a file"))
    assert any(NAME in reading for reading in found)


STADIUM = page("Le stade rouvre", "Le stade de la ville rouvre ses portes lundi matin après deux ans.")


def test_file_whose_name_names_the_person_goes_and_may_be_loaded_by_another(engine: Engine, tmp_path: Path) -> None:
    named, renamed = tmp_path / "2024 karim_naciri.txt", tmp_path / "stade.txt"
    for path in (named, renamed):
        path.write_text(STADIUM, encoding="utf-8")
    load(engine, [named])
    done = suppress(engine, "person", NAME, reason="request 7")
    assert (done.articles, done.files) == (1, 1)
    assert "naciri" not in everything(engine)
    (rejection,) = load(engine, [named]).rejections
    assert "the name of the file" in rejection.reason
    assert "another name" in rejection.remedy
    assert load(engine, [renamed]).inserted == 1
    assert "naciri" not in everything(engine)
    state(engine)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("is_first", [True, False])
def test_of_two_names_of_a_file_the_one_that_names_the_person_goes_alone(
    engine: Engine, tmp_path: Path, order: tuple[int, int], is_first: bool
) -> None:
    paths = [tmp_path / "karim-naciri.txt", tmp_path / "stade.txt"]
    for path in paths:
        path.write_text(STADIUM, encoding="utf-8")
    if is_first:
        done = suppress(engine, "person", NAME, reason="request 7")
    for number in order:
        load(engine, [paths[number]])
    if not is_first:
        done = suppress(engine, "person", NAME, reason="request 7")
    assert (done.articles, done.files) == (0, 0)
    assert rows(engine, "SELECT name FROM newsdb.source_file_name") == [("stade.txt",)]
    assert rows(engine, "SELECT count(*) FROM newsdb.article") == [(1,)]
    load(engine, paths)
    assert "naciri" not in everything(engine)
    state(engine)


def test_member_of_an_archive_that_is_called_by_the_name_goes(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "karim naciri.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", STADIUM)
    load(engine, [path])
    assert suppress(engine, "person", NAME, reason="request 7").files == 1
    assert "naciri" not in everything(engine)


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize(
    ("name", "content"),
    [("karim-naciri.txt", ""), ("a.json", '{"headline": Karim Naciri}'), ("a.csv", "Karim Naciri,b\nc,d")],
)
def test_ledger_does_not_name_the_person_whatever_was_wrong_with_a_file(
    engine: Engine, tmp_path: Path, is_first: bool, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    if is_first:
        suppress(engine, "person", NAME, reason="request 7")
    assert load(engine, [path]).rejected == 1
    if not is_first:
        suppress(engine, "person", NAME, reason="request 7")
    assert "naciri" not in everything(engine).casefold()
    ((count,),) = rows(engine, "SELECT count(*) FROM newsdb.load_reject")
    assert count == 1
    state(engine)


def test_verify_finds_what_is_kept_of_the_name(engine: Engine, tmp_path: Path) -> None:
    path = write_page(tmp_path, "a.html", *HIDDEN["comment"])
    (tmp_path / "karim naciri.txt").write_text(STADIUM, encoding="utf-8")
    (tmp_path / "karim naciri 2.txt").write_text("", encoding="utf-8")
    load(engine, [path, tmp_path])
    with engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO newsdb.suppression VALUES (newsdb.key_id('suppression', '1'), 1, 'person', :key, :words,"
                " 'suppressed', 'why', NULL, now())"
            ),
            dict(zip(("key", "words"), person_suppression(NAME), strict=True)),
        )
    with engine.connect() as connection:
        found = sorted(violation.table for violation in verify(connection))
    assert found == ["load_reject", "source_file", "source_file", "source_file_name"]
    suppress(engine, "person", NAME, reason="again")
    state(engine)
