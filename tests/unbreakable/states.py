"""What a test may see of a database: its digest, with every promise checked on the way."""

from sqlalchemy import Engine, text

from newsdb import Database
from newsdb.models.catalogue import DATA_TABLES
from tests.seeds import forget_all


def state(engine: Engine) -> str:
    """The digest of a database in which every promise holds."""
    database = Database(engine)
    assert database.verify() == ()
    return database.digest()


def fresh_state(engine: Engine, *paths: object) -> str:
    """The state that one load of these paths makes of an empty database."""
    forget_all(engine)
    report = Database(engine).load(paths, jobs=1)  # type: ignore[arg-type]
    assert report.rejections == ()
    return state(engine)


def count_rows(engine: Engine) -> dict[str, int]:
    """The rows of each data table."""
    with engine.connect() as connection:
        return {
            name: int(connection.execute(text(f"SELECT count(*) FROM newsdb.{name}")).scalar_one())
            for name in DATA_TABLES
        }
