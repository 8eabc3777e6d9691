"""Folding, name keys and what the lists know of a word."""

import pytest

from newsdb.language.names import compact, fold, load_name_lists, name_key
from newsdb.language.pack import has_language, load_table, load_words


def test_folding_drops_case_accents_and_curly_apostrophes() -> None:
    assert fold("L’Économie") == "l'economie"


def test_folding_keeps_the_preposition_apart_from_the_verb() -> None:
    assert fold("à") != fold("a")


def test_compact_forms_meet_across_hyphens_and_spaces() -> None:
    assert compact("déve-loppement") == compact("développement")
    assert compact("Croissant Rouge") == compact("Croissant-Rouge")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marouane El Fassi", "Marwan Al Fassi"),
        ("Youssef Chahed", "Yousef Shahed"),
        ("Abdelkader Benali", "Abd al-Kader Ben Ali"),
        ("Tarik Qabbaj", "Tariq Kabbaj"),
        ("Nabil Bennis", "Nabil BENIS"),
    ],
)
def test_romanisations_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Aziz Tazi", "Aziza Tazi"), ("Amin Sbaï", "Amina Sbaï"), ("Omar Sbaï", "Anouar Sbaï")]
)
def test_different_people_have_different_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_given_names_tell_gender() -> None:
    names = load_name_lists("fr")
    assert [names.gender(word) for word in ("Khadija", "Jean-Pierre", "Mustapha", "Zzyx")] == ["f", "m", "m", None]


def test_a_capital_city_is_no_given_name() -> None:
    names = load_name_lists("fr")
    assert not names.is_given("Paris")
    assert names.is_surname("Benkirane")


def test_comment_lines_are_no_entries() -> None:
    assert not any(word.startswith("#") for word in load_words("fr", "particles"))
    assert all(len(row) == 4 for row in load_table("fr", "organisations"))


def test_a_language_is_a_folder() -> None:
    assert has_language("fr")
    assert not has_language("und")
    assert not has_language("ar"), "a calendar alone does not make a language that facts are extracted from"


@pytest.mark.parametrize("name", ["given_names_m", "surnames", "places", "stop_capitals", "name_enders"])
def test_lists_hold_no_entry_twice(name: str) -> None:
    words = load_words("fr", name)
    assert len(words) == len(set(words))


def test_each_word_that_names_no_organisation_is_listed_once() -> None:
    listed = load_words("fr", "not_organisations")
    assert len(listed) == len(set(listed))


def test_each_noun_of_a_title_has_one_row() -> None:
    rows = load_table("fr", "role_nouns")
    feminine = {row[1] for row in rows if row[0] != row[1]}
    masculine = [row[0] for row in rows]
    assert len(masculine) == len(set(masculine))
    assert feminine.isdisjoint(masculine)


@pytest.mark.parametrize("epicene", ["médecin", "cadi", "wali"])
def test_noun_of_one_form_keeps_it_in_the_feminine(epicene: str) -> None:
    rows = [row for row in load_table("fr", "role_nouns") if row[0].split()[0] == epicene]
    assert rows
    assert all(feminine.split()[0] == epicene for _, feminine, _ in rows)
