"""Groups that are an exception by another name.

What an exception prints is known; that its parts add up to it is nothing more. A group is excused when the sums alone,
with every count unknown but those of which everybody knows that they are 0, say that it is the excepted cell.
"""

from __future__ import annotations

from typing import Any, Callable, Iterable, Mapping, Sequence

from exact import Number, Reduced, reduced
from relations import Relation


def excuses(facts: Mapping[str, Any], intervals: Mapping[str, Sequence[int | None]]) -> Callable[[Iterable[str]], bool]:
    """Whether a group is one of the exceptions of an audit.json, given what is known of each hidden cell."""
    cells = [cell["id"] for cell in facts["cells"]]
    excepted = [cell["id"] for cell in facts["cells"] if cell.get("role") == "exception"]
    empty = {name for name, (low, high) in intervals.items() if (low, high) == (0, 0)}
    system: list[Reduced] = []

    def is_excused(parts: Iterable[str]) -> bool:
        if not excepted:
            return False
        if not system:
            sums = [
                Relation(((each["total"], -1), *((part, 1) for part in each["parts"])), 0, 0)
                for each in facts.get("sums", [])
            ]
            system.append(reduced(cells, [*(Relation(((name, 1),), 0, 0) for name in sorted(empty)), *sums]))
        movement = sum_of(system[0], [name for name in parts if name not in empty])
        return any(movement == sum_of(system[0], [name]) for name in excepted)

    return is_excused


def sum_of(system: Reduced, names: Iterable[str]) -> dict[str, Number]:
    """How the sum of some cells moves with the free ones."""
    movement: dict[str, Number] = {}
    for name in names:
        for free, factor in system.direction(name).items():
            movement[free] = movement.get(free, 0) + factor
    return {free: factor for free, factor in movement.items() if factor}
