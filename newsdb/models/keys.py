"""Ids from keys, alike here and in the SQL function newsdb.key_id, which the tables' checks call."""

import hashlib
import uuid


def key_id(*parts: str | uuid.UUID | int | None) -> uuid.UUID:
    """The first 16 bytes of the sha256 over the parts, each as `<length in UTF-8 bytes>:<part>`, a missing one as `-`.

    The lengths keep ("ab", "c") and ("a", "bc") apart.
    """
    digest = hashlib.sha256()
    for part in parts:
        if part is None:
            digest.update(b"-")
        else:
            data = str(part).encode()
            digest.update(b"%d:" % len(data))
            digest.update(data)
    return uuid.UUID(bytes=digest.digest()[:16])
