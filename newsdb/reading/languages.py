"""Tell the language of a text; which languages can be extracted from is decided elsewhere."""

from functools import cache
from typing import Protocol

UNDETERMINED = "und"

# Enough to be sure, and little enough that a file of any size takes the same time.
_SAMPLE = 4000
# Below this many letters a sentence of one language passes for another too easily.
_FEWEST_LETTERS = 20
_SUREST_DOUBT = 0.9


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def identify_language(text: str) -> str:
    """ISO 639-1 code of the language of the text, "und" when it is too short or too mixed to be sure."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return UNDETERMINED
    language, probability = _load_identifier().classify(sample)
    return language if probability >= _SUREST_DOUBT else UNDETERMINED


@cache
def _load_identifier() -> _Identifier:
    # Loading takes 0.3 s: whoever reads no text need not wait for it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
