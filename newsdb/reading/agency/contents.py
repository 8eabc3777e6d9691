"""Find the words in what a NewsML item carries: NITF, XHTML or plain text; what is around them, each version reads."""

from newsdb.reading.agency.nitf import Body, read_blocks, read_body_of
from newsdb.reading.html_text import read_fragment
from newsdb.reading.rendering import BodyLine, clean
from newsdb.reading.xml_trees import Element, descendants, local_name, text_of

EMPTY = Body(None, None, None, (), None, ())


def read_content(content: Element, media_type: str = "") -> Body:
    """The words of an element with inline content."""
    nitf = content if local_name(content) == "nitf" else next(descendants(content, "nitf"), None)
    if nitf is not None:
        return read_body_of(nitf)
    page = next(descendants(content, "body"), None)
    if page is not None:
        heading = next(descendants(page, "h1"), None)
        headline = text_of(heading) or None
        lines = [line for line in read_blocks(page) if clean(line.text) != clean(headline)]
        return Body(headline, None, None, (), None, _printed(lines))
    if len(content):
        # Paragraphs without a body around them; other XML (scores, events, figures) is for machines.
        is_prose = next(descendants(content, "p"), None) is not None
        return Body(None, None, None, (), None, _printed(list(read_blocks(content)))) if is_prose else EMPTY
    words = content.text or ""
    is_markup = "html" in media_type or words.lstrip().startswith("<")
    lines = read_fragment(words) if is_markup else [BodyLine(line) for line in words.splitlines()]
    return Body(None, None, None, (), None, _printed(lines))


def _printed(lines: list[BodyLine]) -> tuple[BodyLine, ...]:
    return tuple(line for line in lines if clean(line.text))
