"""One short article with its gold, and a factory for what a tool might have extracted from it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from newsdb.document import Byline, Document, OutletName, Segment
from newsdb.evaluation import Extracted, Gold
from newsdb.evaluation.gold import GoldArticle, GoldEntity, GoldQuote, GoldRole
from newsdb.facts import (
    Attribution,
    Facts,
    Mention,
    Occurrence,
    Organisation,
    Person,
    Quote,
    QuoteKind,
    Role,
    SpeakerKind,
)

NAME = "criee.txt"
TEXT = (
    "La criée rouvre\n"
    "«Les prix ont tenu jusqu'à midi», dit Lamia Tounsi, directrice de la criée. "
    "Selon un mareyeur du quai, la sardine manque partout. "
    "L'Office des ports parle de «lendemains» et du programme «Mer ouverte».\n"
    "Et demain, que ferez-vous ?\n"
    "Mme Tounsi : Nous agrandirons le hangar avant l'été.\n"
    "Driss Sidi / Al Bayane\n"
)


def span(words: str) -> tuple[int, int]:
    """Where the words first stand in the text."""
    start = TEXT.index(words)
    return start, start + len(words)


DIRECT = span("Les prix ont tenu jusqu'à midi")
ANSWER = span("Nous agrandirons le hangar avant l'été.")
INDIRECT = span("la sardine manque partout")
FRAGMENT = span("lendemains")
QUESTION = span("Et demain, que ferez-vous ?")


def gold(**changes: object) -> Gold:
    """The gold of the article, with some of its parts changed."""
    parts: dict[str, object] = {
        "name": NAME,
        "part": "dev",
        "meta": {"title": "La criée rouvre", "outlet": None, "published": "2023-05-03", "authors": ["Driss Sidi"]},
        "people": (
            GoldEntity(
                "Lamia Tounsi",
                ("Lamia Tounsi", "Tounsi"),
                (span("Lamia Tounsi"), _surname_span()),
                roles=(GoldRole("directrice de la criée", None),),
            ),
            GoldEntity("Driss Sidi", ("Driss Sidi",), (span("Driss Sidi"),), roles=(GoldRole("journaliste", None),)),
        ),
        "organisations": (GoldEntity("Office des ports", ("Office des ports",), (span("Office des ports"),)),),
        "quotes": (
            GoldQuote("direct", *DIRECT, "Lamia Tounsi", "person", None),
            GoldQuote("answer", *ANSWER, "Lamia Tounsi", "person", "Et demain"),
            GoldQuote("indirect", *INDIRECT, "un mareyeur du quai", "described", None),
            GoldQuote("fragment", *FRAGMENT, "Office des ports", "organisation", None),
        ),
        "not_quotes": ("Mer ouverte",),
        "not_entities": ("Mer ouverte (programme)",),
    }
    return Gold(Path("gold.json"), (GoldArticle(**{**parts, **changes}),))  # type: ignore[arg-type]


def person(name: str, *spans: tuple[int, int], titles: Sequence[str] = ()) -> Person:
    """A person found, mentioned at the spans."""
    roles = tuple(Role(title, None, *span(title)) for title in titles)
    return Person(name, tuple(Mention(start, end, TEXT[start:end]) for start, end in spans), roles)


def organisation(name: str, *spans: tuple[int, int]) -> Organisation:
    """An organisation found, mentioned at the spans."""
    return Organisation(name, None, "other", tuple(Mention(start, end, TEXT[start:end]) for start, end in spans))


def quote(
    kind: QuoteKind,
    where: tuple[int, int],
    speaker: str | None,
    speaker_kind: SpeakerKind = "person",
    *,
    question: tuple[int, int] | None = None,
) -> Quote:
    """A quote found, printed once."""
    occurrence = Occurrence(*where, TEXT[where[0] : where[1]], "paragraph")
    attribution = Attribution(speaker, speaker_kind, "name" if speaker else "none", 1.0)
    return Quote(kind, (occurrence,), attribution, *(question or (None, None)))


def right_people() -> tuple[Person, ...]:
    """The people as the gold has them, without who only signs."""
    return (person("Lamia Tounsi", span("Lamia Tounsi"), _surname_span(), titles=["directrice de la criée"]),)


def right_quotes() -> tuple[Quote, ...]:
    """The quotes as the gold has them, without the fragment."""
    return (
        quote("direct", DIRECT, "Lamia Tounsi"),
        quote("answer", ANSWER, "Lamia Tounsi", question=QUESTION),
        quote("indirect", INDIRECT, "un mareyeur du quai", "described"),
    )


def extracted(
    *,
    people: tuple[Person, ...] | None = None,
    organisations: tuple[Organisation, ...] | None = None,
    quotes: tuple[Quote, ...] | None = None,
    outlet: OutletName | None = None,
    headline: str = "La criée rouvre",
) -> Extracted:
    """What a tool extracted: all right, but for the parts that are given."""
    document = Document(
        source=NAME,
        text=TEXT,
        segments=(Segment(0, len(TEXT), "paragraph"),),
        headline=headline,
        outlet=outlet,
        published_on=date(2023, 5, 3),
        published_precision="day",
        authors=(Byline("Driss Sidi", *span("Driss Sidi")),),
    )
    office = (organisation("Office des ports", span("Office des ports")),)
    facts = Facts(
        segments=document.segments,
        authors=document.authors,
        people=right_people() if people is None else people,
        organisations=office if organisations is None else organisations,
        quotes=right_quotes() if quotes is None else quotes,
        ambiguous=(),
        extractor="by hand",
    )
    return Extracted(document, facts)


def _surname_span() -> tuple[int, int]:
    start = TEXT.index("Tounsi :")
    return start, start + len("Tounsi")
