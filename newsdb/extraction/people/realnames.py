"""Find where a real name is given beside the one that somebody goes by: "X, de son vrai nom Y", "X (née Y)"."""

from collections.abc import Set

from newsdb.extraction.text.words import Line

_LONGEST = 5


def before_real_name(line: Line, first: int, introductions: Set[str]) -> int | None:
    """Where the other name must end, if the words at `first` are introduced as a real name."""
    start = next((i for i in range(first - 1, max(0, first - _LONGEST - 1), -1) if line.words[i] in ",("), None)
    if start is None:
        return None
    words = " ".join(line.folds[start + 1 : first]).replace("' ", "'")
    return start if words in introductions else None
