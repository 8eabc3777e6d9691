"""Who spoke: by name, surname, title, pronoun, description, and nobody where it could be two."""

import pytest

from newsdb.extraction.attributions import CONFIDENCE
from newsdb.facts import ATTRIBUTION_METHODS
from tests.extraction.printed_article import facts_of, only_quote, speakers

MAYOR = "Le maire de Sefrou, Karim Alami, a visité le pont."


def last(*lines: str) -> tuple[str | None, str, str]:
    attribution = facts_of(*lines).quotes[-1].attribution
    return attribution.speaker, attribution.speaker_kind, attribution.method


@pytest.mark.parametrize(
    ("tail", "method"),
    [
        ("« Il tiendra bon », a dit Karim Alami.", "name"),
        ("« Il tiendra bon », a dit Alami.", "surname"),
        ("« Il tiendra bon », a dit M. Alami.", "surname"),
        ("« Il tiendra bon », a dit le maire.", "title"),
        ("« Il tiendra bon », a-t-il dit.", "pronoun"),
        ("Il a ajouté : « Il tiendra bon ».", "pronoun"),
        ("« Il tiendra bon, assure Karim Alami. Et la route aussi ».", "name"),
    ],
)
def test_a_named_speaker_is_found_by_any_form(tail: str, method: str) -> None:
    assert last(f"{MAYOR} {tail}") == ("Karim Alami", "person", method)


def test_cue_and_speaker_are_spans_of_the_text() -> None:
    line = "« Il tiendra bon », a déclaré Karim Alami."
    facts = facts_of(line)
    attribution = facts.quotes[0].attribution
    text = f"Une journée ordinaire\n{line}"
    assert text[attribution.cue_start : attribution.cue_end] == "a déclaré"
    assert text[attribution.speaker_start : attribution.speaker_end] == "Karim Alami"


def test_a_pronoun_takes_the_one_whose_gender_agrees() -> None:
    lines = "Le maire Karim Alami et la préfète Leïla Mansouri ont visité le pont. « Il tiendra », a-t-elle dit."
    assert last(lines)[0] == "Leïla Mansouri"


def test_a_pronoun_that_could_be_two_people_stays_unresolved_with_a_reason() -> None:
    quote = only_quote("Karim Alami arrive, Rachid Bennis part. « Ce pont tiendra bon », a-t-il dit.")
    assert quote.attribution.speaker is None
    assert quote.attribution.speaker_kind == "unknown"
    assert "several" in (quote.attribution.reason or "")


def test_two_ministers_are_told_apart_by_gender() -> None:
    lines = (
        "Le ministre de l'Eau, Karim Alami, et la ministre de la Santé, Leïla Mansouri, sont venus. "
        "« L'eau est saine », a dit la ministre. « Le barrage est plein », a répondu le ministre."
    )
    assert speakers(lines) == ["Leïla Mansouri", "Karim Alami"]


def test_an_office_that_nobody_holds_is_not_given_to_the_last_speaker() -> None:
    lines = f"{MAYOR} « Il tiendra bon », a-t-il dit. « Rien n'est sûr », a répondu le gouverneur."
    assert last(lines) == ("le gouverneur", "described", "description")


@pytest.mark.parametrize(
    ("line", "speaker", "kind"),
    [
        ("« Le pont tremble la nuit », confie un habitant du quartier.", "un habitant du quartier", "described"),
        ("« Le pont tremble la nuit », confient des habitants.", "des habitants", "group"),
        ("Pour les responsables locaux, le pont est sûr.", "les responsables locaux", "group"),
        ("Selon une source proche du dossier, le pont est sûr.", "une source proche du dossier", "described"),
        ("Alger estime que le pont est sûr.", "Alger", "group"),
    ],
)
def test_unnamed_speakers_are_described_as_printed(line: str, speaker: str, kind: str) -> None:
    assert last(line) == (speaker, kind, "description")


def test_organisations_speak() -> None:
    line = "Selon le ministère de l'Intérieur, le pont est sûr."
    assert last(line) == ("Ministère de l'Intérieur", "organisation", "organisation")


def test_a_pronoun_means_a_body_only_right_after_it() -> None:
    body = "Le ministère de l'Intérieur a publié un communiqué."
    assert last(f"{body} « Le pont est sûr », y précise-t-il.")[0] == "Ministère de l'Intérieur"
    filler = "La pluie tombe. Le fleuve monte. La nuit vient."
    assert last(f"{body} {filler} « Le pont est sûr », précise-t-il.")[0] is None


def test_a_document_speaks_for_the_body_that_wrote_it() -> None:
    line = "« Le pont est sûr », lit-on dans un communiqué du ministère de l'Intérieur."
    assert last(line)[0] == "Ministère de l'Intérieur"


def test_quotes_in_a_row_share_the_speaker_of_the_one_with_a_cue() -> None:
    lines = f"{MAYOR} « Il tiendra bon », a dit Karim Alami. « Nous l'avons bâti pour cent ans. » « Venez voir. »"
    quotes = facts_of(lines).quotes
    assert {quote.attribution.speaker for quote in quotes} == {"Karim Alami"}
    assert quotes[1].attribution.method == "continuation"


def test_a_quote_goes_on_after_a_paragraph_break() -> None:
    lines = [f"{MAYOR} « Il tiendra bon », a-t-il dit.", "« Nous l'avons bâti pour cent ans. »"]
    assert speakers(*lines) == ["Karim Alami", "Karim Alami"]


def test_a_quote_that_opens_a_paragraph_belongs_to_whom_the_next_sentence_presents() -> None:
    lines = [
        f"{MAYOR} « Il tiendra », a-t-il dit.",
        "« On nous ment depuis des années. » C'est le cri de Rachid Bennis.",
    ]
    assert speakers(*lines)[-1] == "Rachid Bennis"


def test_names_inside_a_quote_are_the_speakers_own_business() -> None:
    lines = f"{MAYOR} « Rachid Bennis a tout vu », a-t-il dit. « Il faut le croire », a-t-il insisté."
    assert speakers(lines) == ["Karim Alami", "Karim Alami"]


@pytest.mark.parametrize(
    "line",
    [
        "« Le pont tiendra bon » : Karim Alami, maire de Sefrou",
        "« Le pont tiendra bon » (Karim Alami)",
        "Karim Alami est catégorique : « Le pont tiendra bon »",
        "Même avis chez Karim Alami : « Le pont tiendra bon »",
    ],
)
def test_signatures_and_colons_name_the_speaker(line: str) -> None:
    assert only_quote(line).attribution.speaker == "Karim Alami"


def test_somebody_heard_names_nobody() -> None:
    lines = f"{MAYOR} « Il tiendra », a-t-il dit. « C'est faux et archifaux », a-t-on entendu."
    assert last(lines) == (None, "unknown", "none")


def test_every_method_has_a_fixed_confidence() -> None:
    assert set(CONFIDENCE) == set(ATTRIBUTION_METHODS)
    assert all(0 <= value <= 1 for value in CONFIDENCE.values())
