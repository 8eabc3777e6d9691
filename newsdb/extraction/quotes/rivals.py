"""Put the clauses that a sentence may report in the order in which they take its words."""

from collections.abc import Collection, Sequence

from newsdb.extraction.quotes.sourced import INSERTIONS, ReportedClause
from newsdb.extraction.text.sentences import Span


def in_order(text: str, clauses: Sequence[ReportedClause], of_sources: Collection[Span]) -> list[ReportedClause]:
    """One that holds the cue of another before that, else by cues; `of_sources` are the cues such as "selon X"."""
    found = sorted(clauses, key=lambda clause: clause.cue)
    # "X a soutenu que C, selon Y": C is what X said.
    loose = [clause for clause in found if not text[clause.cue[1] : clause.start].lstrip().startswith("qu")]
    return sorted(found, key=lambda c: not _closes_over(text, c, loose if c.cue in of_sources else found))


def _closes_over(text: str, clause: ReportedClause, others: Sequence[ReportedClause]) -> bool:
    """ "La ville s'engage à agrandir l'école, a annoncé X": what X says holds the other cue."""
    if not text[clause.start : clause.cue[0]].rstrip().endswith(INSERTIONS) or clause.cue[0] < clause.end:
        return False
    return any(clause.start <= other.cue[0] < other.start < clause.end for other in others)
