"""Find where a real name is given beside the one that somebody goes by: "X, de son vrai nom Y", "X (née Y)"."""

from newsdb.extraction.text.words import Line

_INTRODUCTIONS = (
    ("de", "son", "vrai", "nom"), ("de", "son", "nom", "complet"), ("de", "son", "nom", "d'", "artiste"),
    ("de", "son", "nom", "de", "scene"), ("ne",), ("nee",), ("alias",),
)  # fmt: skip


def before_real_name(line: Line, first: int) -> int | None:
    """Where the other name must end, if the words at `first` are introduced as a real name."""
    for words in _INTRODUCTIONS:
        start = first - len(words)
        if start > 1 and line.folds[start:first] == words and line.words[start - 1] in ",(":
            return start - 1
    return None
