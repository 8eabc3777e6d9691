"""The door to the migrations: up, down, and no work on a database at another revision."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, text

from newsdb.database import migrations
from newsdb.database.engine import libpq_url
from newsdb.database.migrations import current_revision, downgrade, head_revision, require_current, upgrade
from newsdb.errors import DatabaseError, WrongRevision

CHECKOUT = Path(__file__).parents[2]

STEP = '''"""Step {number}."""

from alembic import op

revision = "{number}"
down_revision = {before!r}
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE TABLE newsdb.step_{number} ()")


def downgrade() -> None:
    op.execute("DROP TABLE newsdb.step_{number}")
'''


@pytest.fixture
def two_steps(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The project's migration environment with two small steps of its own."""
    folder = tmp_path / "100 % migrations"
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako"):
        shutil.copy(migrations.migrations_folder() / name, folder)
    for number, before in (("0001", None), ("0002", "0001")):
        (folder / "versions" / f"{number}.py").write_text(STEP.format(number=number, before=before))
    monkeypatch.setattr(migrations, "INSTALLED", folder)
    return folder


def steps_done(engine: Engine) -> list[str]:
    question = "SELECT tablename FROM pg_tables WHERE schemaname = 'newsdb' AND tablename LIKE 'step%' ORDER BY 1"
    with engine.connect() as connection:
        return list(connection.execute(text(question)).scalars())


def revision_of(engine: Engine) -> str | None:
    with engine.connect() as connection:
        return current_revision(connection)


def require(engine: Engine) -> None:
    with engine.connect() as connection:
        require_current(connection)


def write_revision(engine: Engine, revision: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE newsdb.alembic_version SET version_num = :it"), {"it": revision})


@pytest.mark.usefixtures("two_steps")
class TestOnTwoSteps:
    def test_an_upgrade_goes_to_the_head_and_a_downgrade_back(self, empty_engine: Engine) -> None:
        assert head_revision() == "0002"
        assert revision_of(empty_engine) is None
        upgrade(empty_engine)
        assert revision_of(empty_engine) == "0002"
        assert steps_done(empty_engine) == ["step_0001", "step_0002"]
        downgrade(empty_engine, "0001")
        assert steps_done(empty_engine) == ["step_0001"]
        downgrade(empty_engine, "base")
        assert (revision_of(empty_engine), steps_done(empty_engine)) == (None, [])
        upgrade(empty_engine)
        assert revision_of(empty_engine) == "0002"

    def test_a_second_upgrade_does_nothing(self, empty_engine: Engine) -> None:
        upgrade(empty_engine)
        upgrade(empty_engine)
        assert revision_of(empty_engine) == "0002"

    def test_the_current_revision_passes(self, empty_engine: Engine) -> None:
        upgrade(empty_engine)
        require(empty_engine)

    def test_an_empty_database_is_refused_with_the_command_to_run(self, empty_engine: Engine) -> None:
        with pytest.raises(WrongRevision, match=r"not made its tables here yet; run `newsdb migrate`"):
            require(empty_engine)

    def test_an_older_revision_is_refused_with_the_command_to_run(self, empty_engine: Engine) -> None:
        upgrade(empty_engine, "0001")
        with pytest.raises(WrongRevision, match=r"at revision 0001 and this newsdb needs 0002; run `newsdb migrate`"):
            require(empty_engine)

    def test_a_later_revision_is_refused_and_left_alone(self, empty_engine: Engine) -> None:
        upgrade(empty_engine)
        write_revision(empty_engine, "0099")
        for use in (require, upgrade, lambda engine: downgrade(engine, "base")):
            with pytest.raises(WrongRevision, match=r"at revision 0099, which .* does not know.*; upgrade with"):
                use(empty_engine)
        assert steps_done(empty_engine) == ["step_0001", "step_0002"]
        assert revision_of(empty_engine) == "0099"

    def test_refusing_shows_no_password(self, empty_engine: Engine) -> None:
        with pytest.raises(WrongRevision) as raised:
            require(empty_engine)
        assert str(empty_engine.url.password) not in str(raised.value)

    def test_a_failing_step_leaves_the_database_as_it_was(self, two_steps: Path, empty_engine: Engine) -> None:
        second = two_steps / "versions" / "0002.py"
        second.write_text(second.read_text().replace("step_0002 ()", "step_0001 ()"))
        with pytest.raises(DatabaseError, match="already exists"):
            upgrade(empty_engine)
        assert (revision_of(empty_engine), steps_done(empty_engine)) == (None, [])

    def test_a_held_table_is_not_waited_for_long(self, two_steps: Path, empty_engine: Engine) -> None:
        environment = two_steps / "env.py"
        environment.write_text(environment.read_text().replace('LOCK_TIMEOUT = "5s"', 'LOCK_TIMEOUT = "50ms"'))
        upgrade(empty_engine)
        with empty_engine.begin() as reader:
            reader.execute(text("SELECT * FROM newsdb.step_0002"))
            with pytest.raises(DatabaseError, match="another session holds a lock"):
                downgrade(empty_engine, "base")
        assert steps_done(empty_engine) == ["step_0001", "step_0002"]


def run_alembic(*words: str, engine: Engine, check: bool = False) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "alembic", *words],
        cwd=CHECKOUT,
        env=os.environ | {"NEWSDB_URL": libpq_url(engine.url), "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=check,
    )


def test_four_upgrades_at_once_make_one(empty_engine: Engine) -> None:
    with ThreadPoolExecutor(4) as pool:
        # Alembic keeps its running migration in module globals, so each has a process of its own.
        done = list(pool.map(lambda _: run_alembic("upgrade", "head", engine=empty_engine), range(4)))
    assert [one.stderr for one in done if one.returncode != 0] == []
    # Three of them found nothing left to do.
    assert sum("Running upgrade  -> 0001" in one.stderr for one in done) == 1
    require(empty_engine)


def test_the_alembic_command_works_on_the_same_database(engine: Engine) -> None:
    assert f"{head_revision()} (head)" in run_alembic("current", engine=engine, check=True).stdout
    checked = run_alembic("check", engine=engine)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_sql_can_be_printed_for_somebody_else_to_run(two_steps: Path, empty_engine: Engine) -> None:
    ini = two_steps / "alembic.ini"
    location = str(two_steps).replace("%", "%%")
    ini.write_text(
        f"[alembic]\nscript_location = {location}\n[loggers]\nkeys = root\n[handlers]\nkeys =\n"
        "[formatters]\nkeys =\n[logger_root]\nhandlers =\n"
    )
    printed = run_alembic("-c", str(ini), "upgrade", "head", "--sql", engine=empty_engine, check=True).stdout
    with empty_engine.connect() as connection:
        connection.exec_driver_sql(printed)
    assert "SET LOCAL lock_timeout" in printed
    assert steps_done(empty_engine) == ["step_0001", "step_0002"]
    assert revision_of(empty_engine) == "0002"


def test_the_sql_of_every_step_can_be_printed_and_makes_the_same(engine: Engine, empty_engine: Engine) -> None:
    up = run_alembic("upgrade", "head", "--sql", engine=empty_engine, check=True).stdout
    asked = (
        "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'newsdb'",
        "SELECT oid::regprocedure::text, prosrc FROM pg_proc WHERE pronamespace = 'newsdb'::regnamespace",
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'newsdb'::regnamespace",
    )
    with empty_engine.connect() as printed, engine.connect() as run:
        printed.connection.cursor().execute(up)
        for statement in asked:
            rows = {tuple(row) for row in run.exec_driver_sql(statement)}
            assert {tuple(row) for row in printed.exec_driver_sql(statement)} == rows != set()


def test_revisions_are_numbered_without_a_gap() -> None:
    numbers = sorted(int(file.name[:4]) for file in migrations.CHECKOUT.glob("versions/[0-9]*.py"))
    assert numbers == list(range(1, len(numbers) + 1))
    scripts = ScriptDirectory(str(migrations.CHECKOUT))
    assert {script.revision for script in scripts.walk_revisions()} == {f"{number:04d}" for number in numbers}
    assert head_revision() == scripts.get_current_head() == f"{numbers[-1]:04d}"
