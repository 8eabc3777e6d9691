"""Turn the document and facts of one file into rows; which of them are new is for the merge to find out."""

import hashlib

from newsdb.document import Document
from newsdb.facts import Facts
from newsdb.loading.rows.article_rows import ArticleRows
from newsdb.loading.rows.fact_rows import FactRows
from newsdb.loading.rows.filerows import NO_NAMESAKES, FileRows, Namesakes, renamed_file

__all__ = ["FileRows", "file_rows"]


def file_rows(
    name: str,
    content: bytes,
    document: Document,
    facts: Facts,
    *,
    extractor: str,
    namesakes: Namesakes = NO_NAMESAKES,
) -> FileRows:
    """The rows of a file or record, which holds one article."""
    rows = renamed_file(name, hashlib.sha256(content).digest(), extractor)
    rows.add(
        "source_file",
        {
            "id": rows.source_file_id,
            "sha256": rows.sha256,
            "content": content,
            "byte_count": len(content),
            "reader": document.reader,
            "extractor": extractor,
        },
    )
    article = ArticleRows(rows, document, facts)
    article.add_source()
    article.add_article()
    article.add_version()
    FactRows(article, namesakes).add_all(facts)
    return rows
