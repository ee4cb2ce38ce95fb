"""What equations alone determine: row reduction over exact fractions, never floating point."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from fractions import Fraction
from typing import Iterable, Sequence

from model import read
from relations import Contradiction, Relation

# Whole numbers stay Python's integers, many times faster than fractions and as exact.
Number = int | Fraction
Row = dict[str, Number]


@dataclass(frozen=True)
class Reduced:
    """A system in reduced echelon form: each pivot cell plus its row's free cells equals the row's value."""

    rows: dict[str, Row]
    values: dict[str, Number]
    free: tuple[str, ...]

    @property
    def exact(self) -> dict[str, Number]:
        """The cells that the equations determine."""
        return {pivot: self.values[pivot] for pivot, row in self.rows.items() if not row}

    def direction(self, name: str) -> Row:
        """How the cell moves with each free cell."""
        if name in self.rows:
            return {free: -factor for free, factor in self.rows[name].items()}
        return {name: 1}

    def total(self, names: Iterable[str]) -> Number | None:
        """The sum of some cells, if the equations determine it."""
        movement: Row = {}
        known: Number = 0
        for name in names:
            known += self.values.get(name, 0)
            for free, factor in self.direction(name).items():
                movement[free] = movement.get(free, 0) + factor
        return None if any(movement.values()) else known


def reduced(cells: Sequence[str], relations: Iterable[Relation]) -> Reduced:
    """Reduces the equations among the relations; cells named first become pivots first."""
    order = {name: index for index, name in enumerate(cells)}
    rows: dict[str, Row] = {}
    values: dict[str, Number] = {}
    holders: dict[str, set[str]] = {name: set() for name in cells}
    for relation in sorted((each for each in relations if each.is_equation), key=lambda each: len(each.terms)):
        row: Row = dict(relation.terms)
        value: Number = relation.low
        for pivot in [name for name in row if name in rows]:
            factor = row.pop(pivot)
            value -= factor * values[pivot]
            add(row, rows[pivot], -factor)
        if not row:
            if value:
                raise Contradiction(f"{relation} contradicts the other equations")
            continue
        pivot = min(row, key=order.__getitem__)
        factor = row.pop(pivot)
        row = {name: quotient(coefficient, factor) for name, coefficient in row.items()}
        value = quotient(value, factor)
        for other in sorted(holders[pivot], key=order.__getitem__):
            factor = rows[other].pop(pivot)
            values[other] -= factor * value
            before = set(rows[other])
            add(rows[other], row, -factor)
            for name in before ^ set(rows[other]):
                (holders[name].discard if name in before else holders[name].add)(other)
        rows[pivot], values[pivot] = row, value
        for name in row:
            holders[name].add(pivot)
    return Reduced(rows, values, tuple(name for name in cells if name not in rows))


def add(row: Row, other: Row, factor: Number) -> None:
    """Adds a multiple of another row in place; what becomes zero goes."""
    for name, coefficient in other.items():
        total = row.get(name, 0) + factor * coefficient
        if total:
            row[name] = total
        else:
            row.pop(name, None)


def quotient(number: Number, by: Number) -> Number:
    """Divides exactly."""
    result = Fraction(number) / by
    return result.numerator if result.denominator == 1 else result


if __name__ == "__main__":
    MODEL = read(sys.argv[1])
    for cell, count in reduced(list(MODEL.hidden), MODEL.relations).exact.items():
        print(f"{cell}\t{count}")
