"""Score what was extracted from articles against a gold, by the definitions of its guideline.

This file scores an article's entities and its page; quotes and their speakers are scored in quote_scores.
"""

import re
from collections.abc import Collection, Mapping, Sequence

from newsdb.document import Document
from newsdb.errors import GoldError
from newsdb.evaluation.gold import Gold, GoldArticle, GoldEntity, Span
from newsdb.evaluation.matching import entity_forms, fold_name, fold_person, match_entities
from newsdb.evaluation.quote_scores import Cast, score_quotes
from newsdb.evaluation.report import Count, Report
from newsdb.evaluation.tally import MEASURES, Extracted, Tally
from newsdb.facts import Facts, Mention
from newsdb.language.outlets import find_outlet, fold_outlet_name

# A signature is a line of its own; longer lines are prose.
_LONGEST_SIGNATURE = 100
_NOTE = re.compile(r"\([^()]*\)")
_DETERMINER = re.compile(r"^(?:(?:le|la|les|un|une|des)\s+|l['’])")


def score(gold: Gold, extracted: Mapping[str, Extracted], parts: Collection[str] | None = None) -> Report:
    """The report on what was extracted, by article name; only the gold's articles of the `parts` if given.

    Raises GoldError where an article of the gold was not extracted.
    """
    tally = Tally()
    chosen = [article for article in gold.articles if parts is None or article.part in parts]
    for article in chosen:
        if article.name not in extracted:
            raise GoldError(
                f"nothing was extracted for {article.name}", where=str(gold.path), remedy="extract its text first"
            )
        _score_article(article, extracted[article.name], tally)
    counts = {measure: tally.counts.get(measure, Count()) for measure in MEASURES}
    return Report(counts, tuple(tally.errors), len(chosen))


def _score_article(article: GoldArticle, extracted: Extracted, tally: Tally) -> None:
    document, facts = extracted.document, extracted.facts
    tally.article = article.name
    signature = _signature_lines(article, document.text)
    people = [(person.name, _outside(person.mentions, signature)) for person in facts.people]
    organisations = [(found.name, _outside(found.mentions, signature)) for found in facts.organisations]
    cast = Cast(
        gold=[*article.people, *article.organisations],
        people=_score_entities("people", article.people, people, signature, tally),
        organisations=_score_entities("organisations", article.organisations, organisations, signature, tally),
    )
    _score_roles(article, facts, cast, signature, tally)
    score_quotes(article, extracted, cast, tally)
    _score_page(article, document, tally)
    _score_traps(article, facts, tally)


def _score_entities(
    kind: str,
    gold: Sequence[GoldEntity],
    found: Sequence[tuple[str, Sequence[Mention]]],
    signature: Sequence[Span],
    tally: Tally,
) -> dict[str, GoldEntity]:
    """Count distinct entities and mention spans; return which entity of the gold each name found stands for.

    Who stands only in the signature is neither for nor against: a byline is no part of the story.
    """
    named = [(name, [mention.surface for mention in mentions]) for name, mentions in found]
    matched = match_entities(gold, named)
    signers = {
        at for at, entity in enumerate(gold) if entity.spans and all(_within(span, signature) for span in entity.spans)
    }
    wanted = [at for at in range(len(gold)) if at not in signers]
    neutral = {matched[at] for at in signers if at in matched} | {
        at for at, (_, spans) in enumerate(found) if not spans
    }
    own = [at for at in range(len(found)) if at not in neutral]
    tally.add(kind, Count(len(wanted), len(own), sum(1 for at in wanted if at in matched)))
    for at in wanted:
        if at not in matched:
            tally.miss(f"{kind} missed", gold[at].name)
    for at in own:
        if at not in matched.values():
            tally.extra(f"{kind} too many", named[at][0])
    _score_mentions(kind, gold, [mention for _, mentions in found for mention in mentions], signature, tally)
    return {named[found_at][0]: gold[gold_at] for gold_at, found_at in matched.items()}


def _score_mentions(
    kind: str, gold: Sequence[GoldEntity], found: Sequence[Mention], signature: Sequence[Span], tally: Tally
) -> None:
    wanted = {span for entity in gold for span in entity.spans if not _within(span, signature)}
    got = {(mention.start, mention.end) for mention in found}
    tally.add(f"{kind}: mention spans", Count(len(wanted), len(got), len(wanted & got)))


def _score_roles(article: GoldArticle, facts: Facts, cast: Cast, signature: Sequence[Span], tally: Tally) -> None:
    """A role is right when the person is and the folded title is."""
    signers = {e.name for e in article.people if e.spans and all(_within(span, signature) for span in e.spans)}
    wanted = {
        (person.name, fold_name(role.title)): f"{person.name}: {role.title}"
        for person in article.people
        for role in person.roles
        if person.name not in signers
    }
    got: dict[tuple[str, str], str] = {}
    for person in facts.people:
        name = cast.people[person.name].name if person.name in cast.people else person.name
        if name not in signers:
            got |= {(name, fold_name(role.title)): f"{person.name}: {role.title}" for role in person.roles}
    tally.add("roles", Count(len(wanted), len(got), len(wanted.keys() & got.keys())))
    for key in wanted.keys() - got.keys():
        tally.miss("role missed", wanted[key])
    for key in got.keys() - wanted.keys():
        tally.extra("role too many", got[key])


def _score_page(article: GoldArticle, document: Document, tally: Tally) -> None:
    """What the page says of itself: right or wrong once an article, for what the gold speaks of."""
    meta = article.meta
    outlet = document.outlet.name if document.outlet else ""
    day = document.published_on.isoformat() if document.published_on else ""
    if "title" in meta:
        title = meta["title"] or ""
        tally.judge(
            "headline", fold_name(document.headline or "") == fold_name(title), title or None, document.headline
        )
    if "outlet" in meta:
        tally.judge("outlet", _outlet_key(outlet) == _outlet_key(meta["outlet"] or ""), meta["outlet"], outlet or None)
    if "published" in meta:
        tally.judge("date", day == (meta["published"] or ""), meta["published"], day or None)
    if "authors" in meta:
        found = [author.name for author in document.authors]
        is_right = sorted(map(fold_name, found)) == sorted(map(fold_name, meta["authors"]))
        tally.judge("authors", is_right, ", ".join(meta["authors"]), ", ".join(found))


def _outlet_key(name: str) -> str:
    """One key for all names of an outlet that the list knows."""
    known = find_outlet(name)
    return fold_outlet_name(known.name if known else name)


def _score_traps(article: GoldArticle, facts: Facts, tally: Tally) -> None:
    """What must not be taken for a quote or for a name."""
    quotes = {
        fold_name(occurrence.text)
        for quote in facts.quotes
        if quote.kind != "fragment"
        for occurrence in quote.occurrences
    }
    for trap in article.not_quotes:
        tally.judge("not quotes", fold_name(trap) not in quotes, None, trap)
    forms = [_forms(person.name, person.mentions) for person in facts.people]
    forms += [_forms(organisation.name, organisation.mentions) for organisation in facts.organisations]
    found = {fold_name(name) for names in forms for name in names}
    right = {form for entity in (*article.people, *article.organisations) for form in entity_forms(entity)}
    for trap in article.not_entities:
        for name in _names_in(trap):
            if fold_person(name) not in right:
                tally.judge("not entities", fold_name(name) not in found, None, name)


def _forms(name: str, mentions: Sequence[Mention]) -> set[str]:
    return {name, *(mention.surface for mention in mentions)}


def _names_in(trap: str) -> list[str]:
    """The names in a remark such as "Salon du livre / SDL (event)"; none in a remark that is a sentence."""
    if "=" in trap or ":" in trap:
        return []
    names = (_NOTE.sub(" ", part).strip() for part in trap.split(" / "))
    return [_DETERMINER.sub("", name, count=1) for name in names if name]


def _signature_lines(article: GoldArticle, text: str) -> list[Span]:
    """The short lines on which the gold's authors are printed."""
    authors = {fold_name(name) for name in article.meta.get("authors") or ()}
    lines = []
    for entity in article.people:
        if fold_name(entity.name) not in authors:
            continue
        for start, end in entity.spans:
            line = (text.rfind("\n", 0, start) + 1, text.find("\n", end) if "\n" in text[end:] else len(text))
            if line[1] - line[0] <= _LONGEST_SIGNATURE:
                lines.append(line)
    return lines


def _outside(mentions: Sequence[Mention], spans: Sequence[Span]) -> list[Mention]:
    return [mention for mention in mentions if not _within((mention.start, mention.end), spans)]


def _within(span: Span, spans: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
