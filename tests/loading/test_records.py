"""Records of files that hold several articles: each is a unit, known again by its bytes, wherever it was found."""

import itertools
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

import newsdb.loading.records
import newsdb.loading.run
from newsdb.errors import NoServer
from newsdb.integrity import verify
from newsdb.loading import Progress, load
from newsdb.loading.paths import printable
from newsdb.loading.workers import LOOK_AHEAD
from tests.loading.test_promises import digest_of, row_versions_written
from tests.reading.reading_pages import page_dump
from tests.reading.saved_pages import saved_page
from tests.reading.test_agency_items import message
from tests.reading.test_archives import make_warc, make_zip
from tests.reading.test_exports import NEWS_PLEASE, as_csv, as_lines, as_parquet
from tests.reading.test_feeds import item, rss
from tests.seeds import forget_all, seed_files

TEXT = "Le phare rallumé\n\n« Le phare est rallumé », a déclaré Nadia Berrahou, la gardienne du port d'Essaouira.\n"
PAGES = [(f"https://phare.example/{n}", TEXT.replace("phare", f"phare {n}").encode(), "text/plain") for n in range(12)]
SAYS = "<p>« Nous rouvrons lundi », a déclaré Lina Berrada, directrice du port de Tanger.</p><p>Il a plu.</p>"


def make_files() -> dict[str, bytes]:
    # Made for the tests that want them: Parquet imports pandas, half a second of every process that collects.
    return {
        "a.xml": rss(item(content=SAYS), item(title="Marée haute")),
        "b.xml": message(),
        "c.jsonl": as_lines(NEWS_PLEASE, {"title": "Autre titre", "text": "Une digue neuve, a dit Omar Zed."}),
        "d.csv": as_csv({"title": "Encore un titre", "text": "Un quai neuf, a dit Nadia Berrahou."}),
        "e.parquet": as_parquet({"title": "Un dernier titre", "text": "Un port neuf, a dit Nadia Berrahou."}),
        "f.warc.gz": make_warc(*PAGES[:3], is_gzip=True),
        "g.zip": make_zip({"x/page.txt": page_dump().encode(), "y.warc": make_warc(PAGES[2], PAGES[3])}),
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    for name, content in make_files().items():
        (folder / name).write_bytes(content)
    return folder


def test_records_load_and_verify(engine: Engine, folder: Path) -> None:
    report = load(engine, [folder])
    assert [(r.place, r.error) for r in report.rejections] == [("b.xml#item 1", "NoArticle")]
    assert report.inserted == 2 + 2 + 2 + 1 + 1 + 3 + 3
    with engine.connect() as connection:
        assert verify(connection) == ()
        names = set(connection.execute(text("SELECT name FROM newsdb.source_file_name")).scalars())
        teasers = connection.execute(text("SELECT count(*) FROM newsdb.text_segment WHERE kind = 'teaser'")).scalar()
        quotes = set(connection.execute(text("SELECT words FROM newsdb.quote")).scalars())
    assert {"a.xml#item 2", "c.jsonl#line 1", "d.csv#row 1", "e.parquet#row 1", "g.zip!/x/page.txt"} <= names
    assert teasers == 0
    assert "Nous rouvrons lundi" in quotes


def test_second_load_of_records_writes_no_row_version(engine: Engine, folder: Path) -> None:
    first = load(engine, [folder])
    before, data = row_versions_written(engine), digest_of(engine)
    second = load(engine, [folder])
    assert (second.unchanged, second.inserted, dict(second.rows)) == (first.inserted, 0, {})
    assert second.rejections == first.rejections
    assert row_versions_written(engine) == before
    assert digest_of(engine) == data


def test_order_batches_and_processes_give_one_digest(
    engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(engine, [folder])
    expected = digest_of(engine)
    orders = itertools.islice(itertools.permutations(sorted(folder.iterdir())), 0, 5040, 1500)
    for number, order in enumerate(orders):
        forget_all(engine)
        monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", 1 + number * 3)
        for path in order:
            load(engine, [path], jobs=1 + number % 2)
        assert digest_of(engine) == expected


def test_container_read_by_two_processes_gives_the_rows_of_one(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = saved_page(head="<link rel='canonical' href='https://detroit.example/marche'>").encode()
    broken = {f"vide{n}.txt": b"" for n in range(7)}
    (tmp_path / "c.warc.gz").write_bytes(make_warc(*PAGES, ("https://detroit.example/", html, "text/html")))
    (tmp_path / "d.zip").write_bytes(make_zip({**broken, "page.html": html, "page.txt": page_dump().encode()}))
    monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", 3)
    reports, digests, seen = [], [], []
    for jobs in (1, 2):
        forget_all(engine)
        progress: list[Progress] = []
        reports.append(load(engine, [tmp_path], jobs=jobs, on_progress=progress.append))
        digests.append(digest_of(engine))
        seen.append(progress)
        with engine.connect() as connection:
            assert verify(connection) == ()
    alone, together = reports
    assert digests[0] == digests[1]
    assert (alone.files, alone.rejected) == (len(PAGES) + 1 + 9, 7)
    assert together.rejections == alone.rejections
    assert (together.inserted, together.updated, together.unchanged) == (alone.inserted, 0, alone.unchanged)
    assert [progress[-1] for progress in seen] == [Progress(2, 2, alone.files)] * 2


def test_limit_is_for_records_and_not_for_what_holds_them(engine: Engine, tmp_path: Path) -> None:
    members = {"lang.txt": TEXT.encode() * 9, **{f"{n}.txt": body for n, (_, body, _) in enumerate(PAGES)}}
    (tmp_path / "a.zip").write_bytes(make_zip(members, zipfile.ZIP_STORED))
    report = load(engine, [tmp_path], file_limit=500)
    assert (tmp_path / "a.zip").stat().st_size > 500
    assert (report.inserted, [r.error for r in report.rejections]) == (len(PAGES), ["FileTooLarge"])
    assert report.rejections[0].place == "a.zip!/lang.txt"


def test_records_are_opened_no_further_than_batches_are_waited_for(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [
        (f"https://phare.example/{n}", TEXT.replace("phare", f"phare {n}").encode(), "text/plain") for n in range(60)
    ]
    (tmp_path / "c.warc").write_bytes(make_warc(*pages))
    monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", 2)
    ahead: list[int] = []
    opened = 0

    def count(name: str) -> str:
        nonlocal opened
        opened += 1
        return printable(name)

    monkeypatch.setattr(newsdb.loading.records, "printable", count)
    load(engine, [tmp_path], jobs=2, on_progress=lambda progress: ahead.append(opened - progress.records))
    # A batch too many is being cut, another is put together, and one is told of at a time.
    assert max(ahead) <= 2 * (2 * LOOK_AHEAD + 2) + 1
    assert opened == len(pages)


def test_load_that_was_cut_off_goes_on_where_it_was(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crawl = tmp_path / "c.warc.gz"
    crawl.write_bytes(make_warc(*PAGES, is_gzip=True))
    monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", 4)

    def cut_off(progress: Progress) -> None:
        if progress.records == 8:
            raise NoServer("the server went away", where="here", remedy="wait")

    with pytest.raises(NoServer):
        load(engine, [crawl], on_progress=cut_off)
    rest = load(engine, [crawl])
    assert (rest.unchanged, rest.inserted) == (8, 4)
    once = digest_of(engine)
    forget_all(engine)
    load(engine, [crawl])
    assert digest_of(engine) == once


def test_truncated_crawl_and_the_whole_one_are_one_set_of_records(engine: Engine, tmp_path: Path) -> None:
    whole = make_warc(*PAGES)
    crawl = tmp_path / "c.warc"
    crawl.write_bytes(whole[: len(whole) // 2])
    first = load(engine, [crawl])
    assert first.rejected == 1
    assert 0 < first.inserted < len(PAGES)
    crawl.write_bytes(whole)
    second = load(engine, [crawl])
    assert (second.unchanged, second.inserted, second.rejected) == (first.inserted, len(PAGES) - first.inserted, 0)


def test_progress_counts_records_of_one_file(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "c.warc").write_bytes(make_warc(*PAGES))
    monkeypatch.setattr(newsdb.loading.run, "BATCH_FILES", 5)
    seen: list[Progress] = []
    load(engine, [tmp_path], on_progress=seen.append)
    assert seen == [Progress(0, 1, 0), Progress(0, 1, 5), Progress(0, 1, 10), Progress(1, 1, 12)]


def test_item_of_a_later_feed_is_unchanged(engine: Engine, tmp_path: Path) -> None:
    feed = tmp_path / "f.xml"
    feed.write_bytes(rss(item()))
    load(engine, [feed])
    feed.write_bytes(rss(item(title="Du nouveau").replace("/port", "/new"), item()))
    report = load(engine, [feed])
    assert report.inserted + report.unchanged == 2
    assert report.rows["article"] == 1


def test_whole_article_takes_the_place_of_its_teaser(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "teaser.xml").write_bytes(rss(item(content=None)))
    (tmp_path / "whole.xml").write_bytes(rss(item(content=SAYS)))
    for order in (["teaser.xml", "whole.xml"], ["whole.xml", "teaser.xml"]):
        for name in order:
            load(engine, [tmp_path / name])
        with engine.connect() as connection:
            kinds = connection.execute(
                text(
                    "SELECT DISTINCT s.kind FROM newsdb.text_segment AS s"
                    " JOIN newsdb.article_version AS v ON v.id = s.article_version_id WHERE v.is_current"
                )
            ).scalars()
            assert "teaser" not in set(kinds)
            assert connection.execute(text("SELECT count(*) FROM newsdb.article")).scalar() == 1
        forget_all(engine)


def test_own_export_is_another_source_of_the_same_articles(engine: Engine, tmp_path: Path) -> None:
    from tests.cli.calls import run_command

    load(engine, seed_files())
    articles = facts_of(engine)
    exported = run_command("extract", *map(str, seed_files())).stdout
    (tmp_path / "export.jsonl").write_text(exported, encoding="utf-8")
    report = load(engine, [tmp_path])
    assert (report.inserted, report.rejected) == (5, 0)
    assert {name: count for name, count in report.rows.items() if count} == {
        **dict.fromkeys(("source_file", "source_file_name", "article_source"), 5)
    }
    assert facts_of(engine) == articles
    forget_all(engine)
    load(engine, [tmp_path])
    assert facts_of(engine) == articles


def facts_of(engine: Engine) -> list[tuple[object, ...]]:
    """The articles and all quotes, without the files they come from."""
    with engine.connect() as connection:
        articles = connection.execute(text("SELECT row_to_json(a)::text FROM newsdb.article AS a ORDER BY a.id"))
        quotes = connection.execute(text("SELECT row_to_json(q)::text FROM newsdb.quote_attribution AS q ORDER BY id"))
        return [*map(tuple, articles), *map(tuple, quotes)]


def test_columns_are_named_for_a_load(engine: Engine, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(as_csv({"T1": "La digue tient", "T2": "La digue tient bon, a dit Omar Zed."}))
    assert load(engine, [table], columns={"T1": "headline", "T2": "body"}).inserted == 1
    assert load(engine, [table], columns={"T1": "headline", "T2": "body"}).unchanged == 1
