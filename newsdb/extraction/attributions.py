"""Make attributions: a fixed confidence for each method, nobody with a reason; deciding who spoke is elsewhere."""

from newsdb.facts import Attribution, AttributionMethod, SpeakerKind

# Fixed for each method, so that a report can ask for the sure ones; no probability.
CONFIDENCE: dict[AttributionMethod, float] = {
    "name": 0.99,
    "interview": 0.97,
    "surname": 0.96,
    "initials": 0.95,
    "organisation": 0.95,
    "title": 0.9,
    "description": 0.9,
    "pronoun": 0.85,
    "repetition": 0.85,
    "continuation": 0.75,
    "none": 0.0,
}


def attribution_of(speaker: str | None, kind: SpeakerKind, method: AttributionMethod) -> Attribution:
    """The attribution by a method, with its fixed confidence."""
    return Attribution(speaker, kind, method, CONFIDENCE[method])


def unknown(reason: str) -> Attribution:
    """Nobody, and why."""
    return Attribution(None, "unknown", "none", CONFIDENCE["none"], reason=reason)


def carried(attribution: Attribution) -> Attribution:
    """The same speaker as that of the words before."""
    if attribution.speaker is None:
        return unknown(attribution.reason or "the speaker of the quote before is unknown")
    return attribution_of(attribution.speaker, attribution.speaker_kind, "continuation")
