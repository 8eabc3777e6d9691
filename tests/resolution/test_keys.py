"""Keys: what meets across articles, and what must not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdb.models import key_id
from newsdb.resolution import acronym_key, is_organisation_key, organisation_key, person_key, words_key

SAME_PERSON = [
    ("Ahmed Réda Benali", "Ahmed Reda BENALI"),
    ("Jean-Pierre Martin", "Jean Pierre Martin"),
    ("Fatima‑Zahra El Idrissi", "Fatima Zahra el Idrissi"),
]
SAME_ORGANISATION = [
    ("Union des radios libres", "Union de radios libres"),
    ("Office national de l’eau et de l'électricité", "Office National de l'Eau et d'électricité"),
    ("Fédération du commerce", "La fédération de commerce"),
]
OTHERS = [
    (person_key, "Aziz Naciri", "Aziza Naciri"),
    (person_key, "Mohamed Alami", "Mohammed Alami"),
    (organisation_key, "Office national de l'eau", "Office national de l'électricité"),
    (acronym_key, "ONEE", "ONE"),
]


@pytest.mark.parametrize(("one", "other"), SAME_PERSON)
def test_spellings_of_one_person_meet(one: str, other: str) -> None:
    assert person_key(one) == person_key(other)


@pytest.mark.parametrize(("one", "other"), SAME_ORGANISATION)
def test_spellings_of_one_organisation_meet(one: str, other: str) -> None:
    assert organisation_key(one) == organisation_key(other)


@pytest.mark.parametrize(("key", "one", "other"), OTHERS)
def test_look_alikes_are_kept_apart(key: object, one: str, other: str) -> None:
    assert callable(key)
    assert key(one) != key(other)


def test_full_stops_in_an_acronym_make_no_difference() -> None:
    assert acronym_key("O.N.E.E.") == acronym_key("ONEE")


@given(st.text())
def test_keys_are_their_own_keys(text: str) -> None:
    assert words_key(words_key(text)) == words_key(text)
    assert person_key(person_key(text)) == person_key(text)


WORDS = st.sampled_from(["Congress", "congres", "Ports", "ports du Sud", "dans", "Dan", "les", "de l'", "gaz", "pour"])


@given(st.lists(WORDS | st.text(), min_size=1).map(" ".join))
def test_key_of_an_organisation_is_one_and_of_a_name_with_more_words_is_none(name: str) -> None:
    for key in (organisation_key(name), acronym_key(name)):
        assert is_organisation_key(key)
        assert not key or not is_organisation_key(f"les {key} port")


@given(st.lists(st.text()), st.lists(st.text()))
def test_ids_differ_where_parts_differ(one: list[str], other: list[str]) -> None:
    assert (key_id(*one) == key_id(*other)) == (one == other)
