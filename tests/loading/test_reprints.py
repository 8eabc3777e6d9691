"""Reprints are linked whatever differs around their words; items of one wording about two events are not."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text

from newsdb.document import Segment
from newsdb.integrity import verify
from newsdb.loading import load, suppress
from newsdb.loading.merging.reprints import MAY_BE_ONE
from newsdb.loading.rows.sketches import Sketch, sketch_body, telling_words
from tests.loading.deciding import page, rows, state
from tests.seeds import forget_all

# Two bodies with one signature, of so many sequences of words and with these telling words.
COMPARED = f"""
    SELECT {MAY_BE_ONE} AS is_possible,
        newsdb.story_similarity(s, one.shingle_count, one.telling, s, other.shingle_count, other.telling) IS NOT NULL
            AS is_linked
    FROM (SELECT CAST(:words AS integer[]) AS telling, newsdb.telling_map(:words) AS telling_map,
            CAST(:count AS integer) AS shingle_count) AS one,
        (SELECT CAST(:others AS integer[]) AS telling, newsdb.telling_map(:others) AS telling_map,
            CAST(:more AS integer) AS shingle_count) AS other,
        (SELECT array_agg(n) AS s FROM generate_series(1, 126) AS n) AS signatures
"""
SUBJECTS = ["le maire", "la présidente", "un habitant", "le syndicat", "la commission", "le conseil", "un expert"]
VERBS = ["annonce", "refuse", "prépare", "soutient", "examine", "finance", "contrôle", "reporte", "défend", "publie"]
OBJECTS = ["le chantier", "la route", "le budget", "une école", "le réseau", "la plainte", "un marché", "le parc"]
PLACES = ["Safi", "Nador", "Tata", "Figuig", "Oujda", "Taza", "Midelt", "Azrou", "Zagora", "Guercif", "Sefrou"]
NAMES = ["Berrada", "Alami", "Tahiri", "Sefrioui", "Kabbaj", "Lahlou", "Mernissi", "Zniber", "Filali", "Guessous"]
ENDS = ["avant l'été", "sans attendre", "malgré la pluie", "pour la rentrée", "avec prudence", "à huis clos"]


def sentence(dice: random.Random) -> str:
    pick = dice.choice
    words = f"{pick(SUBJECTS)} de {pick(PLACES)} {pick(VERBS)} {pick(OBJECTS)} de M. {pick(NAMES)} {pick(ENDS)}"
    return f"{words}, soit {dice.randrange(2, 999)} lots en {dice.randrange(2, 60)} mois.".capitalize()


def story(dice: random.Random, sentences: int) -> list[str]:
    """Paragraphs of two sentences each."""
    whole = [sentence(dice) for _ in range(sentences)]
    return [" ".join(whole[at : at + 2]) for at in range(0, sentences, 2)]


def edited(dice: random.Random, paragraphs: Sequence[str], share: float) -> list[str]:
    """The same with a share of its plain words changed, as an editor would."""
    changed = []
    for paragraph in paragraphs:
        words = paragraph.split()
        for at, word in enumerate(words):
            if word.islower() and word.isalpha() and dice.random() < share:
                words[at] = dice.choice(["aussi", "donc", "ainsi", "encore"])
        changed.append(" ".join(words))
    return changed


def sketch(paragraphs: Sequence[str]) -> Sketch:
    return sketch_of("\n".join(paragraphs))


# One body is compared with many.
@cache
def sketch_of(body: str) -> Sketch:
    made = sketch_body(body, (Segment(0, len(body), "paragraph"),))
    assert made is not None
    return made


def similarity(connection: Connection, one: Sequence[str], other: Sequence[str]) -> float | None:
    """How alike two bodies are, where they would be found and linked."""
    a, b = sketch(one), sketch(other)
    if not set(a.bands) & set(b.bands):
        return None
    found = connection.execute(
        text("SELECT newsdb.story_similarity(:s, :n, :t, :s2, :n2, :t2)"),
        {
            "s": list(a.signature),
            "n": a.shingle_count,
            "t": list(a.telling),
            "s2": list(b.signature),
            "n2": b.shingle_count,
            "t2": list(b.telling),
        },
    ).scalar_one()
    return None if found is None else float(found)


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        yield connection


CHANGES: dict[str, Callable[[random.Random, list[str]], list[str]]] = {
    "nothing": lambda _, body: body,
    "a standfirst and a signature": lambda _, body: ["Ce qu'il faut savoir de ce chantier.", *body, "M. Alami"],
    "one word in thirty": lambda dice, body: edited(dice, body, 0.03),
    "the last third cut": lambda _, body: body[: -(len(body) // 3)],
    "the second half cut": lambda _, body: body[: len(body) // 2 + 1],
    "little more than a third kept": lambda _, body: body[: round(len(body) * 0.4)],
    "a paragraph more": lambda dice, body: [*body, sentence(dice)],
    "paragraphs run together": lambda _, body: [" ".join(body)],
    "cut and edited": lambda dice, body: edited(dice, body[: -(len(body) // 3)], 0.02),
}


@pytest.mark.parametrize("change", CHANGES)
def test_reprint_is_found_though_it_was_changed(connection: Connection, change: str) -> None:
    dice = random.Random(change)
    bodies = [story(dice, dice.choice([10, 16, 24])) for _ in range(100)]
    found = [similarity(connection, body, CHANGES[change](dice, body)) for body in bodies]
    missed = found.count(None)
    assert missed <= (8 if "half" in change or "cut and" in change else 2), f"{missed} of 100 were missed"


def test_two_stories_of_the_same_words_are_never_linked(connection: Connection) -> None:
    """All from one small list of words and in one mould, which the press never is."""
    dice = random.Random(7)
    bodies = [story(dice, dice.choice([4, 10, 16])) for _ in range(120)]
    linked = [(a, b) for a in range(120) for b in range(a) if similarity(connection, bodies[a], bodies[b]) is not None]
    assert linked == []


ITEM = (
    "Une secousse tellurique de magnitude {size} sur l'échelle de Richter a été enregistrée {day} dans la province de"
    " {place}, a annoncé l'Institut de géophysique. La secousse, dont l'épicentre se situe dans la commune de {town},"
    " est survenue à {hour} heures, précise l'institut dans un bulletin d'alerte transmis à la presse. Aucun dégât n'a"
    " été signalé."
)
RATE = (
    "Le dirham s'est {moved} de {share} % face à l'euro et de {other} % vis-à-vis du dollar entre le {from_} et le {to}"
    " octobre, indique la banque centrale. Les avoirs officiels de réserve se sont établis à {sum} milliards de"
    " dirhams, ajoute-t-elle dans sa note de la semaine. Aucune opération n'a été réalisée sur le marché des changes."
)


def items(dice: random.Random) -> list[str]:
    quakes = [
        ITEM.format(
            size=f"{dice.randrange(2, 6)},{dice.randrange(10)}",
            day=f"{dice.choice(['lundi', 'mardi', 'jeudi'])} {dice.randrange(1, 29)} octobre",
            place=place,
            town=dice.choice(NAMES),
            hour=dice.randrange(24),
        )
        for place in PLACES
    ]
    rates = [
        RATE.format(
            moved=dice.choice(["apprécié", "déprécié"]),
            share=f"0,{dice.randrange(10, 99)}",
            other=f"0,{dice.randrange(10, 99)}",
            from_=week * 7 + 1,
            to=week * 7 + 6,
            sum=f"{dice.randrange(300, 400)},{dice.randrange(10)}",
        )
        for week in range(4)
    ]
    return quakes + rates


@pytest.mark.parametrize("seed", range(5))
def test_short_items_of_one_wording_about_two_events_are_not_linked(connection: Connection, seed: int) -> None:
    printed = items(random.Random(seed))
    linked = [
        (printed[a], printed[b])
        for a in range(len(printed))
        for b in range(a)
        if similarity(connection, [printed[a]], [printed[b]]) is not None
    ]
    assert linked == []


def test_short_item_is_linked_to_its_own_reprint(connection: Connection) -> None:
    for item in items(random.Random(1)):
        assert similarity(connection, [item], [f"(Agence) - {item}", "Lu à l'antenne."]) is not None


def test_item_within_a_round_up_is_another_story(connection: Connection) -> None:
    (printed, *_) = items(random.Random(2))
    assert similarity(connection, [printed], [printed, *BODY]) is None


def test_whoever_would_be_linked_is_compared(connection: Connection) -> None:
    """Words whose hashes end alike fall on one bit, words are none, or one more or less than is enough."""
    dice = random.Random(7)
    pairs = []
    for _ in range(3000):
        tails = [dice.randrange(1024) for _ in range(dice.choice([1, 3, 40]))]
        words = sorted({dice.randrange(2**20) * 1024 + dice.choice(tails) for _ in range(dice.randrange(40))})
        kept = dice.sample(words, round(len(words) * dice.choice([0.75, 0.8, 0.85, 1])))
        others = sorted({*kept, *(dice.randrange(2**20) * 1024 + dice.choice(tails) for _ in range(dice.randrange(9)))})
        pairs.append(
            {"words": words, "others": others, "count": dice.randrange(30, 90), "more": dice.randrange(30, 270)}
        )
    linked = 0
    for pair in pairs:
        found = connection.execute(text(COMPARED), pair).one()
        assert found.is_possible or not found.is_linked, pair
        linked += found.is_linked
    assert 500 < linked < 2500


def test_body_that_is_too_short_has_no_sketch() -> None:
    words = "Le maire a parlé hier à la presse."
    assert sketch_body(words, (Segment(0, len(words), "paragraph"),)) is None


def test_telling_words_are_figures_and_names_but_not_what_opens_a_sentence() -> None:
    line = "Le maire Karim Naciri paie 4,5 millions. Hier, il part à Safi : « Nous irons. »"
    assert telling_words(line) == {"karim", "naciri", "4 5", "safi"}


def test_sketches_are_the_same_with_every_release_of_the_library() -> None:
    """They are data: were these numbers others, all files would have to be read anew."""
    words = (
        "Le maire a parlé hier à la presse de la ville et du port, avant de recevoir les élus de Safi et 12 habitants."
    )
    made = sketch([words, "Puis il est parti pour Taza."])
    assert replace(made, bands=made.bands[:2], signature=made.signature[:3]) == Sketch(
        27, (-357970029, 1102620784, 1098160490), (-822823766, -1364208021), (-1777179484, -816626483, -479622798)
    )


BODY = story(random.Random(3), 12)
OTHER = story(random.Random(4), 12)


def press(headline: str, body: Sequence[str], outlet: str) -> str:
    return page(headline, *body).replace("Le Matin", outlet)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    pages = {
        "one.txt": press("Le chantier avance dans la province", BODY, "Le Matin"),
        "two.txt": press("Des chantiers partout, dit la commission", [*BODY[:5], "Lire demain la suite."], "L'Opinion"),
        "three.txt": press("La commission parle enfin du chantier", BODY[1:], "Libération"),
        "other.txt": press("Une tout autre histoire de la région", OTHER, "L'Opinion"),
    }
    for name, content in pages.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return [tmp_path / name for name in pages]


def test_links_and_stories_are_the_same_in_every_order_and_batch(engine: Engine, paths: list[Path]) -> None:
    report = load(engine, paths)
    assert (report.rows["article_reprint"], report.rows["article_story"]) == (3, 3)
    whole = state(engine)
    for order in list(permutations(paths))[::6]:
        forget_all(engine)
        for path in order:
            load(engine, [path])
        assert state(engine) == whole


def test_reports_count_stories_and_prints(engine: Engine, paths: list[Path]) -> None:
    load(engine, paths)
    assert rows(engine, "SELECT prints, outlets FROM report.story ORDER BY prints") == [(1, 1), (3, 3)]
    assert rows(engine, "SELECT count(*), count(DISTINCT story_id) FROM report.article") == [(4, 2)]
    assert rows(engine, "SELECT max(articles), max(stories) FROM report.most_quoted") in ([(None, None)], [(3, 1)])
    assert len(rows(engine, "SELECT FROM report.reprint")) == 6


def test_longer_capture_that_joins_two_stories_joins_them(engine: Engine, tmp_path: Path) -> None:
    """Halves that share nothing hang together by the whole, and fall apart again with its takedown."""
    half = len(BODY) // 2
    texts = {
        "first.txt": press("La première moitié du chantier", BODY[:half], "Le Matin"),
        "last.txt": press("La seconde moitié du chantier", BODY[half:], "L'Opinion"),
        "whole.txt": press("Tout sur le chantier de la province", BODY, "Libération"),
    }
    for name, content in texts.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    load(engine, [tmp_path / "first.txt", tmp_path / "last.txt"])
    apart = state(engine)
    assert rows(engine, "SELECT count(*) FROM report.story") == [(2,)]
    load(engine, [tmp_path / "whole.txt"])
    state(engine)
    assert rows(engine, "SELECT prints FROM report.story") == [(3,)]
    suppress(engine, "file", "whole.txt", reason="why")
    assert state(engine) == apart


def test_capture_that_tells_something_else_takes_its_article_out_of_the_story(engine: Engine, tmp_path: Path) -> None:
    """Whichever of the two prints and the longer capture came first."""
    own = "Le grand chantier avance enfin dans toute la province"
    texts = {
        "first.txt": press(own, BODY, "Le Matin"),
        "print.txt": press("La commission parle du chantier", BODY, "L'Opinion"),
        "later.txt": press(own, [*OTHER, *story(random.Random(5), 4)], "Le Matin"),
    }
    for name, content in texts.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    load(engine, [tmp_path])
    whole = state(engine)
    assert rows(engine, "SELECT prints FROM report.story") == [(1,), (1,)]
    for order in list(permutations(texts))[::2]:
        forget_all(engine)
        for name in order:
            load(engine, [tmp_path / name])
        assert state(engine) == whole


def test_link_that_is_missing_is_found(engine: Engine, paths: list[Path]) -> None:
    load(engine, paths)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM newsdb.article_reprint"))
        # Stories follow from links, and are missed beside them only if they are there.
        connection.execute(text("DELETE FROM newsdb.article_story"))
        assert {violation.promise for violation in verify(connection, reread=False)} == {"reprints"}


@pytest.mark.parametrize("gone", ["Le Matin", "L'Opinion", "Al Bayane"])
def test_prints_that_one_has_left_are_a_story_still(engine: Engine, tmp_path: Path, gone: str) -> None:
    """Their links to each other stand as they were, whoever went."""
    for outlet in ("Le Matin", "L'Opinion", "Al Bayane"):
        (tmp_path / f"{outlet}.txt").write_text(press("Tout sur le chantier", BODY, outlet), encoding="utf-8")
    load(engine, [path for path in tmp_path.iterdir() if path.stem != gone])
    without = state(engine)
    load(engine, [tmp_path])
    suppress(engine, "file", f"{gone}.txt", reason="why")
    assert rows(engine, "SELECT prints FROM report.story") == [(2,)]
    assert state(engine) == without


def test_second_load_touches_no_link(engine: Engine, paths: list[Path]) -> None:
    load(engine, paths)
    assert dict(load(engine, paths).rows) == {}


def test_index_of_bands_is_what_finds_reprints(engine: Engine, paths: list[Path]) -> None:
    """Flat cost: whoever is compared is found by the index, not by reading all sketches."""
    load(engine, paths)
    with engine.connect() as connection:
        connection.execute(text("SET enable_seqscan = off"))
        plan = connection.execute(
            text(
                "EXPLAIN SELECT o.article_id FROM newsdb.story_sketch AS s"
                " JOIN newsdb.story_sketch AS o ON o.bands && s.bands WHERE s.article_id = gen_random_uuid()"
            )
        )
        assert "story_sketch_bands_idx" in "\n".join(plan.scalars())
