"""How the parts of the cast meet: labels, ignored segments, languages without data."""

from newsdb.document import Document, Segment
from newsdb.extraction.casting import find_cast
from tests.extraction.cast_of import cast_of, organisations, people, surfaces


def test_initials_of_a_label_are_the_person_interviewed() -> None:
    cast = cast_of("Entretien avec Malik Tounsi.", "|M. T.| : Nous avançons.")
    assert surfaces(cast, "Malik Tounsi") == ["Malik Tounsi", "M. T."]


def test_initials_that_two_people_share_stay_unresolved() -> None:
    cast = cast_of("Malik Tounsi et Mounir Talbi répondent.", "|M. T.| : Nous avançons.")
    assert [doubt.surface for doubt in cast.ambiguous] == ["M. T."]


def test_initials_of_a_label_are_the_outlet() -> None:
    cast = cast_of("|G.D.P.| : Que faire ?", "Nous avançons, confie-t-il à la GDP.", outlet="Gazette des Ports")
    (outlet,) = cast.organisations
    assert [mention.surface for mention in outlet.mentions] == ["G.D.P.", "GDP"]


def test_initials_of_another_label_are_the_outlet_that_asks_in_it() -> None:
    cast = cast_of("|LITTORAL HEBDO| : Qui décide ?", "|Nadia Cherif| : Moi.", "|LH| : Et qui paie ?")
    assert surfaces(cast, "LITTORAL HEBDO") == ["LITTORAL HEBDO", "LH"]
    assert organisations(cast) == ["LITTORAL HEBDO"]


def test_initials_without_stops_of_another_label_are_the_person_of_it() -> None:
    cast = cast_of("|Le Phare| : Qui décide ?", "|Nadia Cherif| : Moi.", "|NC| : Et je paie.", outlet="Le Phare")
    assert surfaces(cast, "Nadia Cherif") == ["Nadia Cherif", "NC"]
    assert organisations(cast) == ["Le Phare"]


def test_nothing_is_named_by_navigation_and_related_stories() -> None:
    text = "Karim Tazi à Rabat.\nLamia Fassi est là.\nLe ministère de la Pêche.\n"
    segments = (Segment(0, 20, "navigation"), Segment(20, 40, "paragraph"), Segment(40, len(text), "related"))
    cast = find_cast(Document("t", text, segments, "", language="fr"), segments, ())
    assert people(cast) == ["Lamia Fassi"]
    assert organisations(cast) == []


def test_a_language_without_data_has_no_cast() -> None:
    assert people(cast_of("Karim Tazi ist da.", language="de")) == []


def test_the_cast_is_in_the_order_of_the_text() -> None:
    cast = cast_of("Omar Sbaï et Karim Tazi, de la CGEM, ont vu l'ONCF.")
    assert people(cast) == ["Omar Sbaï", "Karim Tazi"]
    assert organisations(cast) == ["CGEM", "ONCF"]
