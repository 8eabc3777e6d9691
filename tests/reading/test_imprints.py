"""The outlet at the edges of a text or named by whom it asked, and the overline above a headline."""

import pytest

from newsdb.document import Document
from newsdb.reading.plain_text import read

PROSE = "Le marché a ouvert à l'aube. Les éleveurs attendaient depuis la veille et les prix ont monté de moitié."
QUESTIONS = ("Qui vend encore ?", PROSE, "Et qui achète ?", PROSE)


def _read(*lines: str) -> Document:
    return read("\n".join(lines), "a.txt")


@pytest.mark.parametrize(
    ("lines", "outlet", "authors"),
    [
        (["Un marché", PROSE, PROSE, "Salwa Idrissi", "Le Fanal"], "Le Fanal", ["Salwa Idrissi"]),
        (["Un marché", PROSE, PROSE, "Salwa Idrissi", "Oasis Quotidien"], "Oasis Quotidien", ["Salwa Idrissi"]),
        (["Un marché", PROSE, "S. Idrissi (Le Courrier de l'Ouest)"], "Le Courrier de l'Ouest", ["S. Idrissi"]),
        (["Un marché", PROSE, "Recueilli par Salwa Idrissi, pour Horizons Marins"], "Horizons Marins",
         ["Salwa Idrissi"]),
        (["Un marché", "Par Salwa Idrissi pour Oasis Infos", PROSE], "Oasis Infos", ["Salwa Idrissi"]),
        (["Un marché", PROSE, "Entretien réalisé par Salwa Idrissi, L'Hebdo de l'Oasis"], "L'Hebdo de l'Oasis",
         ["Salwa Idrissi"]),
        (["Un marché", f"(Oasis Infos) – {PROSE}"], "Oasis Infos", []),
        (["Un marché", "(Kapitalis)", PROSE], "Kapitalis", []),
        (["Un marché", f"Médias24. {PROSE}"], "Médias24", []),
        (["Un marché", f"{PROSE} (APS)"], "APS", []),
        (["Un marché", f"TUNIS (TAP/Interview Salwa I.) - {PROSE}"], "TAP", []),
        (["Un marché", f"La Marsa, 3 mai 2024 – {PROSE}"], None, []),
        (["Un marché", f"(La Marsa) – {PROSE}"], None, []),
        (["Un marché", PROSE, PROSE, "Salwa Idrissi", "Le directeur"], None, ["Salwa Idrissi"]),
    ],
)  # fmt: skip
def test_outlet_at_the_edges(lines: list[str], outlet: str | None, authors: list[str]) -> None:
    document = _read(*lines)
    assert (document.outlet.name if document.outlet else None) == outlet
    if outlet not in ("APS", "TAP") and "directeur" not in lines[-1]:
        assert [author.name for author in document.authors] == authors


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("Le Fanal, 3 mai 2024 – {}", "Le Fanal", "2024-05-03"),
        ("Le Temps, 3 mai 2024", "Le Temps", "2024-05-03"),
        ("Courrier de l'Oasis, vendredi 3 mai 2024", "Courrier de l'Oasis", "2024-05-03"),
        ("Publié le 3 mai 2024 – Salwa Idrissi, pour Jeune Afrique", "Jeune Afrique", "2024-05-03"),
    ],
)
def test_outlet_with_its_day(line: str, outlet: str, day: str) -> None:
    document = _read("Un marché", *([line.format(PROSE)] if "{}" in line else [line, PROSE]), PROSE)
    assert document.outlet is not None
    assert document.outlet.as_printed == outlet
    assert str(document.published_on) == day


@pytest.mark.parametrize(
    ("introduction", "outlet"),
    [
        ("Le doyen des maquignons répond aux questions de Médias24 sur la saison.", "Médias24"),
        ("Il a reçu Le Fanal sous sa tente.", "Le Fanal"),
        ("Il revient, dans cet entretien accordé au Fanal, sur la saison.", "Le Fanal"),
        ("Il décrypte pour La Vie éco la saison.", "La Vie éco"),
        ("Il a accepté de répondre aux questions de Ruralis.", "Ruralis"),
        ("Il s'est prêté au jeu du questionnaire de La Gazette du Tichka.", "La Gazette du Tichka"),
        ("L'Économiste maghrébin a réuni deux maquignons.", "L'Économiste maghrébin"),
        ("Steppes Ovines les a réunis au souk.", "Steppes Ovines"),
        ("Le doyen s'est confié au Fanal.", "Le Fanal"),
        ("Karim Tahri a rencontré le doyen, qui a répondu aux questions de Salwa.", None),
        ("Il a reçu le prix de la ville.", None),
        ("Les lecteurs du Fanal ont voté pour lui.", "Le Fanal"),
        ("Greenpeace a réuni deux maquignons.", None),
        ("L'Association Tichka a réuni deux maquignons.", None),
        ("Elle a répondu aux questions du Conseil de sécurité.", None),
    ],
)
def test_outlet_that_asks(introduction: str, outlet: str | None) -> None:
    document = _read("Un marché", introduction, *QUESTIONS)
    assert (document.outlet.as_printed if document.outlet else None) == outlet


@pytest.mark.parametrize(
    "overline",
    ["Botola - 19e journée", "SÉCHERESSE", "Souss-Massa", "Accueil / Régions / Rif", "Filière lait",
     "Tribunal de Dar El Beïda"],
)  # fmt: skip
def test_overline_is_no_headline(overline: str) -> None:
    headline = "Béni Mellal : la nappe remonte, les éleveurs attendent encore"
    assert _read(overline, headline, PROSE, PROSE).headline == headline


@pytest.mark.parametrize(
    "lines",
    [
        ("La nappe remonte", "Béni Mellal : les éleveurs attendent encore la pluie.", PROSE),
        ("La nappe remonte à Béni Mellal", "Les éleveurs attendent encore la pluie", PROSE),
        ("Salwa Idrissi", "Béni Mellal : la nappe remonte", PROSE),
        ("SÉCHERESSE", "Les éleveurs attendent", PROSE),
        ("Salwa Idrissi", "La présidente de la ligue quitte son poste", PROSE),
    ],
)
def test_headline_above_its_subtitle_stays(lines: tuple[str, ...]) -> None:
    assert _read(*lines).headline == lines[0]


@pytest.mark.parametrize("presented", ["Salwa Idrissi, bergère au Tichka", "SALWA IDRISSI, BERGÈRE AU TICHKA"])
def test_whom_words_in_marks_are_of_stands_above_them(presented: str) -> None:
    assert _read(presented, "« On a marché sans compter »", PROSE, PROSE).headline == "« On a marché sans compter »"


@pytest.mark.parametrize("masthead", ["Nord-Ouest Info", "Express Steppe | Consommation"])
def test_a_name_that_says_it_is_of_the_press_heads_a_page(masthead: str) -> None:
    document = _read(masthead, "Les bergers montent toujours debout", PROSE, PROSE)
    assert document.headline == "Les bergers montent toujours debout"
    assert document.outlet is not None
    assert document.outlet.name == masthead.partition(" |")[0]


@pytest.mark.parametrize(
    ("lines", "outlet"),
    [
        (["Karim Tahri à TSA : « Le marché a changé »", PROSE], "TSA"),
        (["Karim Tahri à Rabat : « Le marché a changé »", PROSE], None),
        (["Un marché", f"{PROSE} Contactée par Médias24, la mairie se tait."], "Médias24"),
        (["Un marché", f"{PROSE} Dans une note consultée par African Manager, la mairie promet."], "African Manager"),
        (["Un marché", f"{PROSE} Contactée par l'AFP, la mairie se tait."], None),
        (["Un marché", f"{PROSE} Contactée par Médias24 puis jointe par Yabiladi, la mairie se tait."], None),
        (["Un marché", "Safi 2 – Berkane 1 (Le Buteur, 4 mai 2024)", PROSE], "Le Buteur"),
        (["Un marché", "Par Salwa Idrissi, L'Expression du 25 février 2018", PROSE], "L'Expression"),
        (["Un marché", "Le 9 janvier 2025 à 11:20 | Médias24 | La rédaction", PROSE], "Médias24"),
    ],
)
def test_outlet_of_whoever_was_told(lines: list[str], outlet: str | None) -> None:
    document = _read(*lines)
    assert (document.outlet.as_printed if document.outlet else None) == outlet


@pytest.mark.parametrize(
    ("last", "outlet", "day"),
    [
        ("Le Fanal du Rif, 3 mai 2024", "Le Fanal du Rif", "2024-05-03"),
        ("El Watan, vendredi 3 mai 2024", "El Watan", "2024-05-03"),
        ("El Watan, édition du 3 mai", "El Watan", None),
        ("© Le Fanal du Rif. Tous droits réservés.", "Le Fanal du Rif", None),
        ("Oasis Quotidien", "Oasis Quotidien", None),
        ("Safi, 3 mai 2024", None, None),
        ("© Karim Tahri", None, None),
        ("Le Fanal du Rif, mardi 7 mai", "Le Fanal du Rif", None),
        ("Les élèves, samedi dernier, ont chanté.", None, None),
        ("Le maire, mardi 7 mai au soir", None, None),
        ("© Le Ministère de la Santé", None, None),
        ("© La famille Tahri", None, None),
    ],
)
def test_outlet_of_the_last_line(last: str, outlet: str | None, day: str | None) -> None:
    document = _read("Un marché", PROSE, PROSE, last)
    assert (document.outlet.as_printed if document.outlet else None) == outlet
    assert (str(document.published_on) if document.published_on else None) == day


def test_whoever_has_readers_is_no_outlet_but_in_an_interview() -> None:
    assert _read("Un marché", f"Les lecteurs de La Peste sont nombreux. {PROSE}", PROSE).outlet is None


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("La Dépêche du Tichka — ENQUÊTE", "La Dépêche du Tichka"),
        ("DOSSIER — Le Fanal n° 12", "Le Fanal"),
        ("L'invité de La Presse", "La Presse"),
        ("L'invité de la semaine", None),
        ("Enquête — La Cour des Comptes", None),
        ("Portrait — Le Doyen", None),
    ],
)
def test_outlet_beside_a_rubric(line: str, outlet: str | None) -> None:
    document = _read(line, "Les bergers montent encore au col", PROSE, PROSE)
    assert (document.outlet.as_printed if document.outlet else None) == outlet


def test_a_name_alone_above_the_text_signs_it_unless_it_is_named_again() -> None:
    told = _read("Un marché", "Salwa Idrissi", PROSE, PROSE)
    assert [author.name for author in told.authors] == ["Salwa Idrissi"]
    assert _read("Un marché", "Salwa Idrissi", PROSE, f"{PROSE} Mme Idrissi a vendu.").authors == ()
