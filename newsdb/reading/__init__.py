"""Turn the bytes of a file into Documents; what they say is extracted elsewhere."""

from newsdb.document import Document
from newsdb.reading.foreign import refuse_foreign
from newsdb.reading.formats import choose_format
from newsdb.reading.text import decode_text, opening

__all__ = ["read_documents"]


def read_documents(data: bytes, name: str) -> list[Document]:
    """Every article in a file, at least one; the format is told by content, `name` only says where.

    Raises an InputError with the place, the reason and the remedy when the file holds none that can be read.
    """
    refuse_foreign(opening(data), name)
    text = decode_text(data, name)
    return choose_format(text).read(text, name)
