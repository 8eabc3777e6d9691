"""Search finds words whatever their accents and endings, in the story alone, and shows them as they are printed."""

import importlib
from datetime import date

import pytest
from sqlalchemy import Connection, Engine, text

from newsdb.errors import WrongParameter
from newsdb.reports import SearchHit, search
from newsdb.reports.search import OF_ALL, QUERY, restore_fragments
from tests.reports.press import Story, write_stories


def highlighted(hit: SearchHit) -> set[str]:
    return {fragment.text[start:end] for fragment in hit.fragments for start, end in fragment.highlights}


@pytest.mark.parametrize("words", ["cybersécurité", "CYBERSECURITE", "cybersecurite"])
def test_accents_and_case_do_not_matter_and_the_print_is_kept(gold: Connection, words: str) -> None:
    (hit,) = search(gold, words)
    assert hit.headline == "Les géants américains lorgnent le marché Marocain"
    assert highlighted(hit) == {"cybersécurité"}


def test_endings_do_not_matter(gold: Connection) -> None:
    singular = {hit.article_id for hit in search(gold, "entreprise")}
    assert singular == {hit.article_id for hit in search(gold, "entreprises")}
    assert "entreprises" in {word for hit in search(gold, "entreprise") for word in highlighted(hit)}


def test_a_hit_says_where_and_when_it_was_printed(gold: Connection) -> None:
    (hit,) = search(gold, '"plateforme open source"')
    assert (hit.outlet, hit.published_on) == ("Les Inspirations Éco", date(2020, 10, 22))


def test_a_word_can_be_excluded_and_either_of_two_asked_for(gold: Connection) -> None:
    everything = {hit.article_id for hit in search(gold, "numérique")}
    without = {hit.article_id for hit in search(gold, "numérique -cybersécurité")}
    assert len(everything - without) == 1
    either = {hit.headline for hit in search(gold, "cybersécurité or hackatlon")}
    assert len(either) == 2


def test_the_ticker_and_related_articles_are_not_searched(gold: Connection) -> None:
    ticker = "Forum parlementaire"
    printed = gold.execute(
        text("SELECT count(*) FROM newsdb.article_text WHERE body LIKE :words"), {"words": f"%{ticker}%"}
    )
    assert printed.scalar_one() > 0
    assert search(gold, f'"{ticker}"') == ()


def test_the_best_match_comes_first_and_the_limit_holds(gold: Connection) -> None:
    hits = search(gold, "numérique")
    assert [hit.rank for hit in hits] == sorted((hit.rank for hit in hits), reverse=True)
    assert search(gold, "numérique", limit=2) == hits[:2]


def test_words_that_are_everywhere_in_a_large_archive_rank_its_latest_articles(
    gold: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The package has the function by the name of the module.
    module = importlib.import_module("newsdb.reports.search")
    everywhere = search(gold, "numérique")
    latest = sorted(everywhere, key=lambda hit: hit.published_on or date.min, reverse=True)[:2]
    assert len(everywhere) > 2
    assert [hit.article_id for hit in everywhere[:2]] != [hit.article_id for hit in latest]
    for name, value in {"LARGE": 1, "SAMPLE": 5, "MANY": 2, "LATEST": 2}.items():
        monkeypatch.setattr(module, name, value)
    of_latest = search(gold, "numérique", limit=1)
    assert of_latest == tuple(hit for hit in everywhere if hit in latest)[:1]
    assert search(gold, "numérique", limit=20) == everywhere
    # A word of one article is looked for in all.
    assert search(gold, "hackatlon", limit=1) != ()
    monkeypatch.setattr(module, "LARGE", 5)
    assert search(gold, "numérique", limit=1) == everywhere[:1]


@pytest.mark.parametrize("words", ["", "le la du", "'''", "((", "-", "\x01"])
def test_a_search_for_nothing_finds_nothing(gold: Connection, words: str) -> None:
    assert search(gold, words) == ()


def test_only_the_current_version_is_searched(engine: Engine) -> None:
    headline, day = "Un port de pêche neuf pour Larache", date(2021, 3, 1)
    first = Story(headline, ("Nadia Berrahou inaugure une digue.",), day, "Nadia Berrahou")
    second = Story(headline, ("Nadia Berrahou inaugure une très longue jetée.",), day, "Nadia Berrahou")
    write_stories(engine, first, second)
    with engine.connect() as connection:
        assert search(connection, "digue") == ()
        assert len(search(connection, "jetée")) == 1


def test_the_index_is_used(gold: Connection) -> None:
    # Five articles are quicker read than looked up; with the other ways closed, the index must still be one.
    gold.exec_driver_sql("SET LOCAL enable_seqscan = off")
    gold.exec_driver_sql("DROP INDEX newsdb.article_version_one_current_key")
    gold.exec_driver_sql(
        "ALTER TABLE newsdb.article_version DROP CONSTRAINT article_version_article_id_article_text_id_key"
    )
    plan = gold.execute(text("EXPLAIN " + QUERY % OF_ALL), {"words": "numérique", "limit": 20})
    assert "article_version_search_vector_idx" in "\n".join(row[0] for row in plan)


def test_marks_are_carried_over_to_the_printed_characters() -> None:
    story = "L’été à Fès,\n  les élèves révisent."
    folded = "L'ete a Fes,\n  les eleves revisent."
    (fragment,) = restore_fragments("les \x01eleves\x02 \x01revisent\x02", folded, story)
    assert fragment.marked("<", ">") == "les <élèves> <révisent>"
    (whole,) = restore_fragments("a \x01Fes\x02,\n  les", folded, story)
    assert (whole.text, whole.marked("<", ">")) == ("à Fès, les", "à <Fès>, les")


@pytest.mark.parametrize(("words", "limit"), [("a\0b", 20), ("a\udcffb", 20), ("plan", -1)])
def test_search_that_cannot_be_asked_is_refused(gold: Connection, words: str, limit: int) -> None:
    with pytest.raises(WrongParameter):
        search(gold, words, limit=limit)
