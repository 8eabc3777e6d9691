"""Tell which labels of an interview are one speaker's: "Karim Alami", "K. Alami", "M. Alami", "K. A." are one."""

import re
from collections.abc import Sequence

from newsdb.extraction.cast import Label
from newsdb.extraction.interviews.turns import TurnLine, fold_label
from newsdb.language.names import fold

_WORD = re.compile(r"[^\W\d_]+")
_TITLES = frozenset(
    {"m", "mm", "mme", "mlle", "dr", "pr", "me", "docteur", "professeur", "monsieur", "madame", "maitre"}
)
LONGEST_INITIALS = 4


def label_keys(lines: Sequence[TurnLine]) -> list[str | None]:
    """For each line the key of whoever its label names, None where it has none."""
    labels = {fold_label(turn.label): turn.label for turn in lines if turn.label}
    same = _joined(labels)
    return [same[fold_label(turn.label)] if turn.label else None for turn in lines]


def names_within(surface: str, above: str) -> bool:
    """Whether the words of a label, or for initials words that begin so, stand in the text above in their order."""
    words = _name_words(surface)
    if len(words) == 1 and words[0].isupper() and 1 < len(words[0]) <= LONGEST_INITIALS:
        # "KA" for "K. A."; a short name in capitals is found as it stands.
        return (
            names_within(" ".join(words[0]), above) or re.search(rf"\b{words[0]}\b", above, re.IGNORECASE) is not None
        )
    patterns = [rf"{word}[\w'’]*" if len(word) == 1 else re.escape(word) for word in words]
    return bool(words) and re.search(r"\b" + r"[\s.-]+".join(patterns) + r"\b", above, re.IGNORECASE) is not None


def _name_words(surface: str) -> list[str]:
    """The words of a name without titles; the M of "M. R." is an initial."""
    words = _WORD.findall(surface)
    return words if all(len(word) == 1 for word in words) else [word for word in words if fold(word) not in _TITLES]


def _joined(labels: dict[str, Label]) -> dict[str, str]:
    """Each key with the key of the fullest label of which its label is a shorter form, where there is only one."""
    words = {key: _name_words(fold(label.surface)) for key, label in labels.items()}
    longer: dict[str, list[str]] = {}
    for key, parts in words.items():
        if len(parts) > 1 and len(parts[0]) > 1:
            for short in _short_forms(parts):
                longer.setdefault(short, []).append(key)
    return {key: _only(longer.get(" ".join(parts), []), key) for key, parts in words.items()}


def _short_forms(parts: Sequence[str]) -> set[str]:
    """What "karim alami bennis" may be shortened to: k alami bennis, alami bennis, bennis, k a b, k a …"""
    initials = [part[0] for part in parts]
    forms = {" ".join([initials[0], *parts[1:]]), " ".join(initials), "".join(initials), initials[0] + initials[1]}
    forms |= {" ".join(parts[n:]) for n in range(1, len(parts))} | {parts[0], f"{initials[0]} {initials[1]}"}
    return forms | {f"{initials[0]} {' '.join(parts[n:])}" for n in range(1, len(parts))}


def _only(keys: Sequence[str], own: str) -> str:
    return keys[0] if len(keys) == 1 else own
