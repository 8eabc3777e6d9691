"""Read a gold file, the hand-made answers that extraction is measured by, and find the texts it speaks of."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from newsdb.errors import GoldError
from newsdb.facts import QUOTE_KINDS, QuoteKind, SpeakerKind

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldRole:
    """A title that the article gives a person."""

    title: str
    organisation: str | None


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A person or an organisation of an article; `roles` is empty for organisations."""

    name: str
    mentions: tuple[str, ...]
    spans: tuple[Span, ...]
    acronym: str | None = None
    roles: tuple[GoldRole, ...] = ()


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A span that reports what somebody said; `question` is how the question of an answer begins."""

    kind: QuoteKind
    start: int
    end: int
    speaker: str | None
    speaker_kind: SpeakerKind
    question: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The answers for one article. `meta` holds what the page says of itself: title, outlet, published, authors."""

    name: str
    part: str | None
    meta: Mapping[str, Any]
    people: tuple[GoldEntity, ...]
    organisations: tuple[GoldEntity, ...]
    quotes: tuple[GoldQuote, ...]
    not_quotes: tuple[str, ...]
    not_entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """The articles of a gold file, in its order."""

    path: Path
    articles: tuple[GoldArticle, ...]


def read_gold(path: Path) -> Gold:
    """The gold at `path`, in the format of tests/gold/seeds.json. Raises GoldError."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(
            f"the gold cannot be read ({error})", where=str(path), remedy="give a JSON file of answers by file name"
        ) from error
    if not isinstance(entries, dict):
        raise GoldError("the gold is no JSON object", where=str(path), remedy="give one entry for each file name")
    return Gold(path, tuple(_article(path, name, entry) for name, entry in entries.items()))


def find_text(gold_path: Path, name: str, texts: Path | None = None) -> Path:
    """The file of the article: in `texts` if given, else beside the gold or in one of the folders that go with it."""
    folder = gold_path.parent
    folders = [
        folder,
        folder / gold_path.stem,
        folder.parent / gold_path.stem,
        folder / "articles",
        folder.parent / "articles",
    ]
    places = [place / name for place in ([texts] if texts else folders)]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise GoldError(
            f"no text for {name}; looked for {', '.join(map(str, places))}",
            where=str(gold_path),
            remedy="name the folder that holds the texts",
        )
    return found


def _article(path: Path, name: str, entry: object) -> GoldArticle:
    try:
        data = cast(dict[str, Any], entry)
        return GoldArticle(
            name=name,
            part=data.get("part"),
            meta=data.get("meta", {}),
            people=tuple(map(_entity, data.get("people", ()))),
            organisations=tuple(map(_entity, data.get("organisations", ()))),
            quotes=tuple(map(_quote, data.get("quotes", ()))),
            not_quotes=tuple(data.get("not_quotes", ())),
            not_entities=tuple(data.get("not_entities", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise GoldError(
            f"the entry is not in the format of a gold ({type(error).__name__}: {error})",
            where=f"{path}:{name}",
            remedy="compare it with another entry",
        ) from error


def _entity(data: dict[str, Any]) -> GoldEntity:
    return GoldEntity(
        name=data["name"],
        mentions=tuple(data.get("mentions", ())),
        spans=tuple((int(start), int(end)) for start, end in data.get("spans", ())),
        acronym=data.get("acronym"),
        roles=tuple(GoldRole(role["title"], role.get("organisation")) for role in data.get("roles", ())),
    )


def _quote(data: dict[str, Any]) -> GoldQuote:
    if data["kind"] not in QUOTE_KINDS or data["speaker_kind"] not in get_args(SpeakerKind):
        raise ValueError(f"{data['kind']} by {data['speaker_kind']} is no quote")
    start, end = int(data["start"]), int(data["end"])
    return GoldQuote(data["kind"], start, end, data["speaker"], data["speaker_kind"], data.get("question"))
