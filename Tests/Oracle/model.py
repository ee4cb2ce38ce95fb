"""What a reader of an edition knows: audit.json, read into cells and relations between whole numbers."""

from __future__ import annotations

import json
import pathlib
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Iterable, Mapping

from relations import Contradiction, Relation, relations

ROLES = ("protected", "secondary", "derived", "zero")


@dataclass(frozen=True)
class Cell:
    """A count that the reader does not see, with what is known of it alone; None is no bound."""

    id: str
    low: int | None
    high: int | None
    role: str


@dataclass(frozen=True)
class Model:
    """The hidden cells, the published ones, and every relation that still has a hidden cell in it."""

    hidden: dict[str, Cell]
    published: dict[str, int]
    relations: tuple[Relation, ...]

    def holds(self, counts: Mapping[str, int]) -> bool:
        """Whether the counts of the hidden cells satisfy everything, in Python's integers."""
        return all(
            (cell.low is None or cell.low <= counts[cell.id]) and (cell.high is None or counts[cell.id] <= cell.high)
            for cell in self.hidden.values()
        ) and all(satisfied(relation, counts) for relation in self.relations)


def satisfied(relation: Relation, counts: Mapping[str, int]) -> bool:
    """Whether the counts satisfy one relation."""
    total = sum(coefficient * counts[cell] for cell, coefficient in relation.terms)
    return (relation.low is None or relation.low <= total) and (relation.high is None or total <= relation.high)


def parsed(text: str) -> dict[str, Any]:
    """JSON with decimals as exact fractions."""
    return json.loads(text, parse_float=Fraction)


def read(path: str | pathlib.Path) -> Model:
    """Reads audit.json from a file."""
    return model(parsed(pathlib.Path(path).read_text(encoding="utf-8")))


def model(facts: Mapping[str, Any]) -> Model:
    """Reads audit.json. A hidden cell without a role counts as protected."""
    nonnegative = facts.get("nonneg", True)
    hidden: dict[str, Cell] = {}
    published: dict[str, int] = {}
    for each in facts["cells"]:
        name, value = each["id"], each.get("value")
        if name in hidden or name in published:
            raise ValueError(f"cell {name} is listed twice")
        low, high = each.get("lo", 0 if nonnegative else None), each.get("hi")
        if value is None:
            role = each.get("role") or "protected"
            if role not in ROLES:
                raise ValueError(f"cell {name} has an unknown role {role}")
            hidden[name] = Cell(name, low, high, role)
        elif value != int(value) or (low is not None and value < low) or (high is not None and value > high):
            raise Contradiction(f"cell {name} is published outside its bounds")
        else:
            published[name] = int(value)
    known = [relation.reduced(published) for relation in named(relations(facts), hidden, published)]
    return Model(hidden, published, tuple(relation for relation in known if relation.terms))


def named(found: Iterable[Relation], *cells: Mapping[str, Any]) -> Iterable[Relation]:
    """Passes the relations on; one that names a cell which is not there is an error."""
    for relation in found:
        for name, _ in relation.terms:
            if not any(name in each for each in cells):
                raise ValueError(f"a relation names the cell {name}, which is not among the cells")
        yield relation
