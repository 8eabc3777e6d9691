"""Turn the documents and facts of one file into rows; which of them are new is for the merge to find out."""

import hashlib
import uuid
from collections.abc import Sequence

from newsdb.document import Document
from newsdb.facts import Facts
from newsdb.loading.article_rows import ArticleRows
from newsdb.loading.fact_rows import FactRows
from newsdb.loading.filerows import NO_NAMESAKES, FileRows, Namesakes, renamed_file

__all__ = ["FileRows", "file_rows"]


def file_rows(
    name: str,
    content: bytes,
    read: Sequence[tuple[Document, Facts]],
    *,
    extractor: str,
    namesakes: Namesakes = NO_NAMESAKES,
) -> FileRows:
    """The rows of a file that holds these articles."""
    rows = renamed_file(name, hashlib.sha256(content).digest(), extractor)
    rows.add(
        "source_file",
        {
            "id": rows.source_file_id,
            "sha256": rows.sha256,
            "content": content,
            "byte_count": len(content),
            "reader": read[0][0].reader,
            "extractor": extractor,
        },
    )
    versions: set[uuid.UUID] = set()
    for number, (document, facts) in enumerate(read, start=1):
        article = ArticleRows(rows, document, facts)
        article.add_source(number)
        # A file may hold an article twice.
        if article.version_id not in versions:
            versions.add(article.version_id)
            article.add_article()
            article.add_version()
            FactRows(article, namesakes).add_all(facts)
    return rows
