"""Check what comes with a decision: reason, who decided, choices; what it is about is checked where that is found."""

import re
from collections.abc import Collection

from newsdb.errors import WrongDecision

# What no text of the database can hold.
_UNPRINTABLE = re.compile("[\0\ud800-\udfff]")


def check_reason(reason: object, by: object = None, *, where: str) -> None:
    """Raise WrongDecision unless the reason says something, and who decided is a text or nobody."""
    if not isinstance(reason, str) or not reason.strip():
        raise WrongDecision("it has no reason", where=where, remedy="give a reason, for those who ask later")
    if not is_text(reason) or not (by is None or is_text(by)):
        what = "the reason, or who decided, is no text that a database can hold"
        raise WrongDecision(what, where=where, remedy="write words, without NUL and halves of characters")


def is_text(words: object) -> bool:
    """Whether a column of the database can hold it as a text."""
    return isinstance(words, str) and not _UNPRINTABLE.search(words)


def check_choice(given: object, choices: Collection[str], *, where: str) -> None:
    """Raise WrongDecision unless what is given is one of the choices."""
    if given not in choices:
        raise WrongDecision(f"{given!r} is unknown", where=where, remedy=f"choose one of {', '.join(choices)}")
