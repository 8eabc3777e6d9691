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
        if len(item.nsmap) > _MOST_NAMESPACES:
            raise _too_many_namespaces(name)
        try:
            alone = _alone(item, is_g2=is_g2)
        except etree.C14NError:
            yield MalformedFile("a namespace that is no absolute address", where=name, remedy="mend it")
            continue
        room -= len(alone)
        if room < 0:
            raise _too_many_namespaces(name)
        yield Record(name, alone)


def _too_many_namespaces(where: str) -> FileTooLarge:
    return FileTooLarge(
        "more namespaces around an item than any message has", where=where, remedy="take out those that no item uses"
    )


def _alone(item: etree._Element, *, is_g2: bool) -> bytes:
    """The item with the namespaces that it stood in, in the one canonical form; of NewsML 1 in a root of its own."""
    if is_g2:
        return bytes(etree.tostring(item, method="c14n", with_comments=False))
    root = etree.Element("NewsML")
    root.append(item)
    return bytes(etree.tostring(root, method="c14n", with_comments=False))
