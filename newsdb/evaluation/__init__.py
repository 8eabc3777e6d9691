"""Measure extraction against a gold: read the texts, extract, score, by the definitions of the gold's guideline."""

from collections.abc import Collection
from pathlib import Path

from newsdb.document import Document
from newsdb.errors import GoldError
from newsdb.evaluation.gold import Gold, find_text, read_gold
from newsdb.evaluation.report import Count, Report, Row, ScoreError
from newsdb.evaluation.scores import score
from newsdb.evaluation.tally import Extracted
from newsdb.extraction import extract_facts
from newsdb.reading import read_documents

__all__ = ["Count", "Extracted", "Gold", "Report", "Row", "ScoreError", "evaluate", "find_text", "read_gold", "score"]


def evaluate(gold_path: Path, texts: Path | None = None, parts: Collection[str] | None = None) -> Report:
    """Read, extract and score every article of the gold, or those of the `parts`; `texts` is the folder of the files.

    Raises GoldError where the gold, its article of these parts or a text is missing, InputError where a text cannot be
    read.
    """
    gold = read_gold(gold_path)
    _require_articles(gold, parts)
    extracted = {}
    for article in gold.articles:
        if parts is None or article.part in parts:
            document = _read_article(gold_path, article.name, texts)
            extracted[article.name] = Extracted(document, extract_facts(document))
    return score(gold, extracted, parts)


def _require_articles(gold: Gold, parts: Collection[str] | None) -> None:
    """Nothing that is scored would be no score at all."""
    if any(parts is None or article.part in parts for article in gold.articles):
        return
    known = sorted({article.part for article in gold.articles if article.part})
    what = (
        f"the gold has no article of part {', '.join(map(str, parts or ()))}" if gold.articles else "the gold is empty"
    )
    if known:
        remedy = f"choose one of {', '.join(known)}"
    else:
        remedy = 'give its entries a "part", or name none' if gold.articles else "give one entry for each file name"
    raise GoldError(what, where=str(gold.path), remedy=remedy)


def _read_article(gold_path: Path, name: str, texts: Path | None) -> Document:
    """The document of a gold entry; `name` may end in `#n` where a file holds several articles."""
    path = find_text(gold_path, name.partition("#")[0], texts)
    documents = read_documents(path.read_bytes(), path.name)
    if len(documents) == 1:
        return documents[0]
    found = next((document for document in documents if document.source == name), None)
    if found is None:
        raise GoldError(
            f"no article {name} in {path}", where=str(gold_path), remedy="name it as file name, # and number"
        )
    return found
