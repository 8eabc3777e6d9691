"""Letters without their accents: computed here and, alike, by the SQL function newsdb.fold_accents, but faster."""

# One character for one, so that an offset in the folded text is the same offset in the text itself.
_FOLDED = str.maketrans(
    "àâäáãåçèéêëìíîïñòóôöõùúûüýÿÀÂÄÁÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕÙÚÛÜÝŸ’",
    "aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUYY'",
)


def fold_accents(words: str) -> str:
    """The words as they are searched, but for their case."""
    return words.translate(_FOLDED)
