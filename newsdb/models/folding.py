"""Letters without their accents: computed here and, alike, by the SQL function newsdb.fold_accents, but faster."""

# One character for one, so that an offset in the folded text is the same offset in the text itself.
_FOLDED = dict(
    zip(
        "àâäáãåçèéêëìíîïñòóôöõùúûüýÿÀÂÄÁÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕÙÚÛÜÝŸ’",
        "aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUYY'",
        strict=True,
    )
)


def fold_accents(words: str) -> str:
    """The words as they are searched, but for their case."""
    # Some ten of the letters are in a text, and ten replacements take a tenth of the time of one str.translate.
    for letter in _FOLDED.keys() & set(words):
        words = words.replace(letter, _FOLDED[letter])
    return words
