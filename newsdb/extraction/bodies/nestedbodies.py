"""Tell which bodies stand inside the name of another as bodies of their own, and whose an acronym behind both is."""

from collections.abc import Sequence
from dataclasses import replace

from newsdb.extraction.bodies.bodygroups import shortenings
from newsdb.extraction.naming.sightings import Sighting
from newsdb.language.names import compact

# "Conseil de l'Ordre des médecins", "Théâtre de l'Opéra": one house under two nouns.
_PARTS = frozenset(["ordre", "opera"])
_ARTICLES = frozenset(["le", "la", "les", "l'"])


def with_own_acronyms(nested: Sequence[Sighting]) -> Sequence[Sighting]:
    """ "groupe du Mouvement des artisans (MDA)": the acronym is that of the body inside whose initials it holds."""
    outer, inner = nested[0], nested[-1]
    if outer.acronym is None or inner is outer or inner.last != outer.last:
        return nested
    acronym = compact(outer.acronym)
    if acronym in shortenings(outer) or acronym not in shortenings(inner):
        return nested
    return [replace(outer, acronym=None), *nested[1:-1], replace(inner, acronym=outer.acronym)]


def houses(inner: Sighting) -> bool:
    """Whether the inner body is the house in which the outer one sits: "Groupe X à la Chambre"."""
    line, before = inner.line, inner.first - 1
    return line.fold_at(before - (line.fold_at(before) in _ARTICLES)) in ("à", "au")


def is_body_within(inner: Sighting, outer: Sighting) -> bool:
    """Whether a body inside a name is named and not only described: no "sûreté nationale" in "Direction de la …"."""
    if inner.nature != "body" or inner.kind == "other" or inner.last > outer.last or inner.head in _PARTS:
        return False
    if inner.line.fold_at(inner.first - 1) in ("de", "d'") and not inner.line.capitals[inner.first]:
        # "brigade de gendarmerie de Safi"
        return False
    if inner.kind == "company" and not inner.line.capitals[inner.first]:
        # "Société nationale des autoroutes du Maroc"
        return False
    return any(inner.line.capitals[inner.first : inner.last])
