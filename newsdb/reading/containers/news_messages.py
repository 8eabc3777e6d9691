"""Cut a message of an agency that carries several items into its items; one that carries one is kept as it is."""

import re
from collections.abc import Iterator
from io import BufferedReader

from lxml import etree

from newsdb.errors import FileTooLarge, MalformedFile, NoArticle
from newsdb.reading.containers.record import Found, Opener, Place, Record
from newsdb.reading.containers.streams import read_whole
from newsdb.reading.xml_trees import children, local_name, parse_xml

_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?>\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>)*+<(?:[\w.-]+:)?(newsMessage|NewsML)[\s>]",
    re.DOTALL,
)
# Every item is given the namespaces that stand around it, each compared with all others.
_MOST_NAMESPACES = 200
_ROOM_OF_ANY_MESSAGE = 1024 * 1024
_ROOM_BY_LENGTH = 8


def is_message(opening: bytes) -> bool:
    return _ROOT.match(opening) is not None


def cut_message(stream: BufferedReader, place: Place, _: Opener) -> Iterator[Found]:
    """The items of an itemSet (NewsML-G2), or the NewsItems of a NewsML 1 document, each as XML of its own."""
    content = read_whole(stream, place.name)
    root = parse_xml(content, place.name)
    is_g2 = local_name(root) == "newsmessage"
    items = [item for parent in children(root, "itemSet") for item in parent] if is_g2 else children(root, "NewsItem")
    if not items:
        raise NoArticle("the message carries no items", where=place.name, remedy="check that it is whole")
    if len(items) == 1 and not is_g2:
        yield Record(place.name, content)
        return
    room = _ROOM_OF_ANY_MESSAGE + _ROOM_BY_LENGTH * len(content)
    for number, item in enumerate(items, start=1):
        name = f"{place.name}#item {number}"
        if _has_too_many_namespaces(item):
            if _has_too_many_namespaces(item.getparent()):
                raise _refuse_rest("more namespaces stand around them than in any message", number, place.name)
            yield FileTooLarge(
                "more namespaces than any item has", where=name, remedy="take out those that it does not use"
            )
            continue
        try:
            alone = _alone(item, is_g2=is_g2)
        except etree.C14NError:
            yield MalformedFile("a namespace that is no absolute address", where=name, remedy="mend it")
            continue
        room -= len(alone)
        if room < 0:
            why = f"with what stands around each, they become more than {_ROOM_BY_LENGTH} times the length of the file"
            raise _refuse_rest(why, number, place.name)
        yield Record(name, alone)


def _has_too_many_namespaces(element: etree._Element | None) -> bool:
    return element is not None and len(element.nsmap) > _MOST_NAMESPACES


def _refuse_rest(why: str, number: int, where: str) -> FileTooLarge:
    """Of a message that costs more than its length allows; each of its other items would cost as much."""
    return FileTooLarge(
        f"its items from number {number} on are not read: {why}",
        where=where,
        remedy="take out the namespaces that none uses, or give these items as a file of their own",
    )


def _alone(item: etree._Element, *, is_g2: bool) -> bytes:
    """The item with the namespaces that it stood in, in the one canonical form; of NewsML 1 in a root of its own."""
    if is_g2:
        return bytes(etree.tostring(item, method="c14n", with_comments=False))
    root = etree.Element("NewsML")
    root.append(item)
    return bytes(etree.tostring(root, method="c14n", with_comments=False))
