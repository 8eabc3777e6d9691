"""Parse XML of strangers into a tree: no entity is expanded, no file and no network is touched, depth is bounded."""

import contextlib
import html
import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from newsdb.errors import MalformedFile, UnsafeFile

Element: TypeAlias = etree._Element
_ENTITY_DECLARATION = re.compile(rb"<!ENTITY", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def parse_xml(content: bytes, name: str) -> Element:
    """The root. Raises UnsafeFile where entities are declared, MalformedFile where the rules of XML are broken."""
    if _ENTITY_DECLARATION.search(content):
        raise UnsafeFile(
            "the XML declares entities, which can grow without bounds or read other files",
            where=name,
            remedy="replace them by their text and take the declarations out",
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise MalformedFile(
            f"not well-formed XML ({error})", where=name, remedy="fetch it again, or mend it"
        ) from error


def is_too_deep(content: bytes) -> bool:
    """Whether elements are nested more than two thousand deep, in XML that may be broken."""
    # Of a text in which no <br> is closed, each of them is within the one before: 256 would be too few.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=True)
    # What else is wrong is told by whoever reads it.
    with contextlib.suppress(etree.XMLSyntaxError, ValueError, LookupError):
        etree.fromstring(content, parser)
    return any(problem.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for problem in parser.error_log)


def local_name(element: Element) -> str:
    """The name of a tag without its namespace, in lower case; empty for an entity."""
    # A namespace may have a brace in it, a name may not.
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def children(element: Element, *path: str) -> list[Element]:
    """The elements at the end of a path of local names, in the order of the document."""
    found = [element]
    for step in path:
        found = [child for parent in found for child in parent if local_name(child) == step.lower()]
    return found


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """All elements below with one of the local names."""
    wanted = {name.lower() for name in names}
    return (one for one in element.iterdescendants() if local_name(one) in wanted)


def text_of(element: Element | None, *, without: frozenset[str] = frozenset()) -> str:
    """The text of an element in one line, without the parts of the named elements."""
    return "" if element is None else _SPACE.sub(" ", "".join(_pieces(element, without))).strip()


def first_text(element: Element, *path: str) -> str | None:
    """The text at the end of a path, of the first element there that has any."""
    return next((text for one in children(element, *path) if (text := text_of(one))), None)


def _pieces(element: Element, without: frozenset[str]) -> Iterator[str]:
    if element.tag is etree.Entity:
        # &eacute; of a DTD that is not read: HTML has the same names.
        yield html.unescape(element.text or "")
        return
    yield element.text or ""
    for child in element:
        if local_name(child) not in without or not local_name(child):
            yield from _pieces(child, without)
        yield child.tail or ""
