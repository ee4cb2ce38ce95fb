"""Sums of hidden cells that equations give away: lines, nested lines, and whatever else adds up.

Two ways. By brute force every subset is tried. By sums of two, for as many cells as one likes: the equations
determine the sum of a group exactly when the movements of its cells (`Reduced.direction`) cancel out. Each movement
is projected to one number modulo a prime; groups of up to four whose numbers add to zero are found by looking up
pairs, and each is then checked over fractions. Protected and secondary cells count somebody, so a group of at most
four persons has at most four cells, and none is missed.
"""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass
from typing import Iterable, Iterator, Mapping, Sequence

from components import Component
from exact import Reduced, reduced
from relations import Relation

PRIME = (1 << 61) - 1


Sum = tuple[tuple[str, ...], int]


@dataclass(frozen=True)
class Group:
    """Two hidden cells or more whose sum is determined, though that of no part of them is, and how it is seen."""

    parts: tuple[str, ...]
    total: int
    by: str


def implied(
    component: Component, threshold: int = 5, exact: Mapping[str, int] = {}, lows: Mapping[str, int | None] = {},
) -> list[Group]:
    """The smallest groups of protected and secondary cells with a determined sum from 1 to below the threshold.

    Cells that are exact for whatever reason count as known and stand in no group; lows are what is known of others.
    """
    known = tuple(Relation(((name, 1),), count, count) for name, count in exact.items())
    counted = {cell.id for cell in component.cells if cell.role in ("protected", "secondary")}
    # What nobody prints is eliminated first.
    names = sorted((cell.id for cell in component.cells), key=lambda name: name in counted)
    system = reduced(names, known + component.relations)
    cells = [cell.id for cell in component.cells if cell.id in counted and cell.id not in system.exact]
    found = smallest(small_sums(system, cells, threshold, lows))
    if not found:
        return []
    equations = reduced(names, component.relations)
    return [
        Group(parts, total, "exact cells" if equations.total(parts) is None else seen_by(parts, component.relations))
        for parts, total in found
    ]


def every_sum(system: Reduced, cells: Sequence[str], threshold: int) -> Iterator[Sum]:
    """All groups by brute force, the smaller first; for a dozen cells."""
    for size in range(2, len(cells) + 1):
        for parts in itertools.combinations(cells, size):
            total = system.total(parts)
            if total is not None and 1 <= total < threshold:
                yield parts, int(total)


def small_sums(
    system: Reduced, cells: Sequence[str], threshold: int, lows: Mapping[str, int | None] = {},
) -> Iterator[Sum]:
    """All groups of at most four cells, the smaller first."""
    numbers = projections(system, cells)
    values = [system.values.get(name, 0) for name in cells]
    floors = [lows.get(name) or 0 for name in cells]
    at: dict[int, list[int]] = {}
    for index, number in enumerate(numbers):
        at.setdefault(number, []).append(index)
    pairs: dict[int, list[tuple[int, int]]] = {}
    for first, second in itertools.combinations(range(len(cells)), 2):
        if floors[first] + floors[second] < threshold:
            pairs.setdefault((numbers[first] + numbers[second]) % PRIME, []).append((first, second))
    candidates: set[tuple[int, ...]] = set(pairs.pop(0, []))
    for number, found in pairs.items():
        for pair in found:
            for rest in itertools.chain(((third,) for third in at.get(-number % PRIME, [])),
                                        pairs.get(-number % PRIME, [])):
                if rest[0] > pair[0] and not set(pair) & set(rest):
                    group = tuple(sorted((*pair, *rest)))
                    if 1 <= sum(values[index] for index in group) < threshold:
                        candidates.add(group)
    for group in sorted(candidates, key=lambda group: (len(group), group)):
        parts = tuple(cells[index] for index in group)
        total = system.total(parts)
        if len(parts) < threshold and total is not None and 1 <= total < threshold:
            yield parts, int(total)


def projections(system: Reduced, cells: Sequence[str]) -> list[int]:
    """One number for each cell's movement, such that movements which cancel out have numbers that do."""
    draw = random.Random(1)
    weights = {free: draw.randrange(1, PRIME) for free in system.free}
    return [
        sum(
            factor.numerator * pow(factor.denominator, -1, PRIME) * weights[free]
            for free, factor in system.direction(name).items()
        ) % PRIME
        for name in cells
    ]


def smallest(groups: Iterable[Sum]) -> list[Sum]:
    """Leaves out every group that holds another; the smaller come first."""
    kept: list[tuple[frozenset[str], Sum]] = []
    for parts, total in groups:
        names = frozenset(parts)
        if not any(other <= names for other, _ in kept):
            kept.append((names, (parts, total)))
    return [each for _, each in kept]


def seen_by(parts: Sequence[str], relations: Sequence[Relation]) -> str:
    """How a reader comes upon a group: in one line, as the difference of two, or by combining more."""
    group = {name: 1 for name in parts}
    lines = [dict(each.terms) for each in relations if each.is_equation]
    if any(same(line, group) for line in lines):
        return "line"
    for outer in lines:
        for sign in (1, -1):
            rest = {name: sign * outer.get(name, 0) - group.get(name, 0) for name in {**outer, **group}}
            rest = {name: coefficient for name, coefficient in rest.items() if coefficient}
            if any(same(line, rest) for line in lines):
                return "nested lines"
    return "combination"


def same(line: dict[str, int], other: dict[str, int]) -> bool:
    """Whether two lines are equal up to their sign."""
    return line == other or line == {name: -coefficient for name, coefficient in other.items()}
