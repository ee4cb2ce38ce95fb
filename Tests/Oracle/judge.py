"""Judges whether a published model gives somebody away.

    python judge.py audit.json [--candidates 3] [--threshold 5]

A protected cell leaks when a reader holds fewer values possible than asked for, any hidden cell that counts somebody
when only one is left, and a group of them when equations determine that it is smaller than the threshold.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any, Iterable

from exact import reduced
from implied import implied
from intervals import Search, searches
from model import Model, read
from relations import Contradiction

Leak = dict[str, Any]


def verdict(model: Model, candidates: int = 3, threshold: int = 5) -> dict[str, Any]:
    """Every leak and every interval."""
    found: dict[str, Any] = {}
    leaks: list[Leak] = []
    for search in searches(model):
        for cell in search.program.component.cells:
            found[cell.id] = list(search.interval(cell.id))
        leaks += component_leaks(search, candidates, threshold)
    return {"leaks": leaks, "intervals": {name: found[name] for name in model.hidden}}


def component_leaks(search: Search, candidates: int = 3, threshold: int = 5) -> list[Leak]:
    """The leaks of one component: cells first, then groups."""
    component = search.program.component
    leaks: list[Leak] = []
    exact: dict[str, int] = {}
    determined = reduced([cell.id for cell in component.cells], component.relations).exact
    for cell in component.cells:
        needed = {"protected": candidates - 1, "secondary": 1}.get(cell.role, 0)
        if search.is_wider(cell.id, needed):
            if needed and cell.id in determined:
                raise AssertionError(f"{cell.id} is determined by equations and yet has an interval")
            continue
        low, high = search.interval(cell.id)
        if cell.id in determined and determined[cell.id] != low:
            raise AssertionError(f"{cell.id} has two values")
        if low == high:
            exact[cell.id] = low
        leaks.append({"kind": "exact" if low == high else "narrow", "cell": cell.id, "lo": low, "hi": high})
    lows = {name: low for name, (low, _) in search.program.bounds.items()}
    leaks += [
        {"kind": "implied", "parts": list(group.parts), "lo": group.total, "hi": group.total, "by": group.by}
        for group in implied(component, threshold, exact, lows)
    ]
    return leaks


def leaking_cells(leaks: Iterable[Leak]) -> list[str]:
    """The cells that leaks name, each once, sorted."""
    return sorted({name for leak in leaks for name in leak.get("parts", [leak.get("cell")])})


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("--candidates", type=int, default=3)
    parser.add_argument("--threshold", type=int, default=5)
    options = parser.parse_args(arguments)
    try:
        result = verdict(read(options.model), options.candidates, options.threshold)
    except Contradiction as contradiction:
        print(json.dumps({"contradiction": str(contradiction)}, ensure_ascii=False, indent=1))
        return 2
    print(json.dumps(result, ensure_ascii=False, indent=1))
    return 1 if result["leaks"] else 0


if __name__ == "__main__":
    sys.exit(main())
