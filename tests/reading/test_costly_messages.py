"""A news message that costs more than it is long is refused where it does, and no item of it is lost in silence."""

from newsdb.document import Document
from newsdb.errors import FileTooLarge, InputError
from newsdb.reading import Record
from tests.reading.read_files import cut, read_file
from tests.yardstick import run_within, seconds_for

IPTC = "http://iptc.org/std/nar/2006-10-01/"


def namespaces(count: int) -> str:
    return " ".join(f"xmlns:a{number}='urn:{number}'" for number in range(count))


def item(number: int, attributes: str = "") -> str:
    return (
        f"<newsItem {attributes} guid='urn:newsml:phare.example:2026:{number}' version='1' xml:lang='fr'><itemMeta>"
        "<itemClass qcode='ninat:text'/></itemMeta><contentMeta><headline>Le quai rouvre</headline></contentMeta>"
        "<contentSet><inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'>"
        f"<body><p>Les pêcheurs du quai {number} reprennent la mer dès lundi.</p></body></html></inlineXML>"
        "</contentSet></newsItem>"
    )


def message(*items: str, attributes: str = "") -> bytes:
    return f"<newsMessage xmlns='{IPTC}' {attributes}><itemSet>{''.join(items)}</itemSet></newsMessage>".encode()


def test_item_with_more_namespaces_than_any_has_costs_only_itself() -> None:
    first, second, refused, fourth = read_file(message(item(1), item(2), item(3, namespaces(300)), item(4)), "m.xml")
    assert isinstance(refused, FileTooLarge)
    assert refused.where == "m.xml#item 3"
    assert [outcome.source for outcome in (first, second, fourth) if isinstance(outcome, Document)] == [
        *("m.xml#item 1", "m.xml#item 2", "m.xml#item 4")
    ]


def test_rest_of_a_message_that_grows_beyond_its_room_is_refused_as_the_file() -> None:
    long = f"xmlns:a='urn:{'a' * 40_000}'"
    content = message(*(item(number) for number in range(1, 101)), attributes=long)
    *read, refused = cut(content, "m.xml")
    assert isinstance(refused, FileTooLarge)
    assert refused.where == "m.xml"
    assert f"from number {len(read) + 1} on" in refused.what
    assert 10 < len(read) < 100
    assert all(isinstance(record, Record) for record in read)


def test_namespaces_around_all_items_are_refused_once_and_at_once() -> None:
    content = message(*["<a/>"] * 50_000, attributes=namespaces(3_000))
    [refused] = run_within(seconds_for(content), lambda: cut(content, "m.xml"))
    assert isinstance(refused, FileTooLarge)
    assert refused.where == "m.xml"


def test_items_of_many_namespaces_are_refused_in_the_time_that_their_length_allows() -> None:
    items = [item(number, namespaces(300)) for number in range(200)]
    content = message(*items)
    outcomes = run_within(seconds_for(content), lambda: cut(content, "m.xml"))
    assert [outcome.where for outcome in outcomes if isinstance(outcome, InputError)] == [
        f"m.xml#item {number}" for number in range(1, 201)
    ]
