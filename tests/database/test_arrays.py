"""Arrays that newsdb packs itself arrive as what they are."""

import uuid

import pytest
from sqlalchemy import Engine

from newsdb.database.arrays import Ids, pack_integers, sort_ids


@pytest.mark.parametrize("count", [0, 1, 300])
def test_ids_arrive_in_their_order(engine: Engine, count: int) -> None:
    ids = Ids(uuid.uuid4() for _ in range(count))
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        received = cursor.execute("SELECT %s, pg_typeof(%s)::text", [ids, ids]).fetchone()  # type: ignore[func-returns-value]
    assert received == (list(ids), "uuid[]")


def test_ids_are_sorted_as_the_server_sorts_them(engine: Engine) -> None:
    ids = Ids(uuid.uuid4() for _ in range(50))
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        rows = cursor.execute("SELECT id FROM unnest(%s) AS id ORDER BY id", [ids]).fetchall()  # type: ignore[func-returns-value]
    assert sort_ids(ids) == [id_ for (id_,) in rows]


@pytest.mark.parametrize("numbers", [(), (7,), (-(2**31), 0, 2**31 - 1)], ids=str)
def test_integers_arrive_as_they_are(engine: Engine, numbers: tuple[int, ...]) -> None:
    with engine.connect() as connection:
        cursor = connection.connection.cursor()
        cursor.execute("CREATE TEMP TABLE packed (numbers integer[])")
        with cursor.copy("COPY packed FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(["bytea"])
            copy.write_row([pack_integers(numbers)])
        assert cursor.execute("SELECT numbers FROM packed").fetchone() == (list(numbers),)
