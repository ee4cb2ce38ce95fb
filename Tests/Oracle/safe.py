"""Draws a model that gives nobody away: hides one more cell as long as the judge finds a leak.

    python safe.py --seed 1 > safe.json
"""

from __future__ import annotations

import argparse
import json
import sys
from random import Random

from judge import verdict
from model import model
from persons import SIZES, tables
from random_models import Drawn, Facts, facts_of, named


def safe_model(draw: Random, shape: str = "linked", size: str = "small", hidden: int = 20, shown: int = 12) -> Facts:
    """A safe model with at least so many hidden and so many published cells."""
    while True:
        drawn = named(tables(draw, shape, SIZES[size]), zeros_hidden=False)
        drawn.roles = {name: "protected" for name, count in drawn.truth.items() if 1 <= count < 5}
        facts = protected(drawn)
        number = len(drawn.roles)
        if facts and number >= hidden and len(drawn.truth) - number >= shown:
            return facts


def protected(drawn: Drawn) -> Facts | None:
    """Hides the smallest cell of a leak's lines, again and again; None when nothing is left to hide."""
    while True:
        facts = facts_of(drawn, zeros_hidden=False)
        leaks = verdict(model(facts))["leaks"]
        if not leaks:
            return facts
        leaking = set(leaks[0].get("parts", [leaks[0].get("cell")]))
        near = [name for total, parts in drawn.sums if leaking & {total, *parts} for name in (total, *parts)]
        for names in (near, list(drawn.truth)):
            left = [name for name in names if name not in drawn.roles and drawn.truth[name]]
            if left:
                drawn.roles[min(left, key=lambda name: drawn.truth[name])] = "secondary"
                break
        else:
            return None


if __name__ == "__main__":
    PARSER = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    PARSER.add_argument("--seed", type=int, default=1)
    json.dump(safe_model(Random(f"safe/{PARSER.parse_args().seed}")), sys.stdout, indent=1)
