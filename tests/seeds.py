"""Where the seed articles and their gold are, for every test that loads or reads them."""

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
GOLD = Path(__file__).parent / "gold" / "seeds.json"


def seed_files() -> list[Path]:
    return sorted(SEEDS.glob("*.txt"))


def gold() -> dict[str, Any]:
    return json.loads(GOLD.read_text(encoding="utf-8"))
