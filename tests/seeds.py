"""Where the seed articles and their gold are, and how to empty a database of what was loaded."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from newsdb.models.catalogue import DATA_TABLES

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
GOLD = Path(__file__).parent / "gold" / "seeds.json"


def seed_files() -> list[Path]:
    return sorted(SEEDS.glob("*.txt"))


def gold() -> dict[str, Any]:
    return json.loads(GOLD.read_text(encoding="utf-8"))


def forget_all(engine: Engine) -> None:
    """Empty the data tables and the ledger; judgements stay."""
    tables = ", ".join(f"newsdb.{name}" for name in (*DATA_TABLES, "load_run"))
    with engine.begin() as connection:
        connection.execute(text(f"TRUNCATE {tables} CASCADE"))
