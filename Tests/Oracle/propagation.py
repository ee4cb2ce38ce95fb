"""Bounds that follow from one relation at a time, in whole numbers: quick, exact, seldom tight."""

from __future__ import annotations

from components import Component
from relations import Contradiction, Relation

Bounds = dict[str, tuple[int | None, int | None]]


def propagated(component: Component, rounds: int = 20) -> Bounds:
    """Tightens the bounds of each cell by every relation in turn until nothing changes, or for some rounds."""
    bounds: Bounds = {cell.id: (cell.low, cell.high) for cell in component.cells}
    for _ in range(rounds):
        before = dict(bounds)
        for relation in component.relations:
            if relation.high is not None:
                tighten(bounds, relation, relation.high, 1)
            if relation.low is not None:
                tighten(bounds, relation, -relation.low, -1)
        if bounds == before:
            break
    return bounds


def tighten(bounds: Bounds, relation: Relation, limit: int, sign: int) -> None:
    """Applies sign * sum <= limit to every cell of the relation."""
    least: list[int | None] = []
    for name, coefficient in relation.terms:
        low, high = bounds[name]
        factor = sign * coefficient
        end = low if factor > 0 else high
        least.append(None if end is None else factor * end)
    unknown = [index for index, end in enumerate(least) if end is None]
    if len(unknown) > 1:
        return
    total = sum(end for end in least if end is not None)
    for index in unknown or range(len(least)):
        name, coefficient = relation.terms[index]
        factor = sign * coefficient
        room = limit - total + (least[index] or 0)
        low, high = bounds[name]
        if factor > 0:
            most = room // factor
            high = most if high is None else min(high, most)
        else:
            fewest = -(room // -factor)
            low = fewest if low is None else max(low, fewest)
        if low is not None and high is not None and low > high:
            raise Contradiction(f"cell {name} has no value left, by {relation}")
        bounds[name] = (low, high)
