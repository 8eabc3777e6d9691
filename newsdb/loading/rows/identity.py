"""Say which article a document is, by a key that its own words give; which captures are versions of it follows."""

import hashlib

from newsdb.document import Document, Segment
from newsdb.language.outlets import fold_outlet_name
from newsdb.resolution import content_words, words_key

# Headlines of no more content words stand over many articles: "Brèves", "Revue de presse", "Éditorial".
SHORT_HEADLINE = 3
OPENING_WORDS = 6
_BODY_KINDS = frozenset({"paragraph", "question", "answer"})


def natural_key_of(document: Document, segments: tuple[Segment, ...], story: str) -> str:
    """What makes it this article: its address; else outlet, day and headline; else its words alone.

    A headline without outlet and day is no key: "Éditorial" stands over a new article every week. Nor is a short one
    with them, for an outlet may print several "Brèves" a day: there, the first words of the body tell them apart.
    """
    if document.canonical_url:
        return f"url|{document.canonical_url}"
    if document.headline and document.outlet and document.published_on and document.published_precision == "day":
        outlet, headline = fold_outlet_name(document.outlet.name), words_key(document.headline)
        key = f"print|{outlet}|{document.published_on.isoformat()}|{headline}"
        is_short = len(content_words(headline)) <= SHORT_HEADLINE
        return f"{key}|{opening_of(document, segments)}" if is_short else key
    return f"text|{hashlib.sha256(story.encode()).hexdigest()}"


def opening_of(document: Document, segments: tuple[Segment, ...]) -> str:
    """The first words of the first sentence-long paragraph of the body, folded; empty where there is none."""
    for part in segments:
        words = words_key(document.text[part.start : part.end]).split() if part.kind in _BODY_KINDS else []
        if len(words) >= OPENING_WORDS:
            return " ".join(words[:OPENING_WORDS])
    return ""
