"""Tell which words of an article are no body's own: ideas, parts of programmes, what is printed in small letters."""

from collections.abc import Iterable, Sequence

from newsdb.extraction.naming.sightings import Sighting


def find_concepts(sightings: Sequence[Sighting], bodies: Sequence[Sighting]) -> set[str]:
    """Acronyms that stand for a programme or for words that name no body."""
    things = {s.acronym for s in sightings if s.acronym and s.nature == "thing"}
    return (things - {s.acronym for s in bodies}) | _bracketed_concepts(sightings)


def _bracketed_concepts(sightings: Sequence[Sighting]) -> set[str]:
    """Acronyms in brackets behind words that name no body: "intelligence artificielle (IA)"."""
    named = {s.acronym for s in sightings if s.acronym}
    return {
        s.surface
        for s in sightings
        if s.nature == "run"
        and s.line.fold_at(s.first - 1) == "("
        and s.line.fold_at(s.last) == ")"
        and s.surface not in named
        and s.first > 1
        and not s.line.capital_at(s.first - 2)
        and s.is_acronym
    }


def name_tails(sightings: Iterable[Sighting]) -> set[tuple[str, ...]]:
    """The names behind the nouns of programmes and places: "Villages verts" in "le programme Villages verts"."""
    return {s.folds[step:] for s in sightings for step in range(1, len(s.folds)) if s.line.capitals[s.first + step]}


def common_words(sightings: Sequence[Sighting]) -> set[str]:
    """The words that the lines of the sightings print in small letters."""
    lines = {s.line.number: s.line for s in sightings}
    return {
        folded
        for line in lines.values()
        for folded, is_capital in zip(line.folds, line.capitals, strict=True)
        if not is_capital
    }
