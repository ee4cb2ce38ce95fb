"""Splits a model where no relation links the hidden cells: each part can be attacked alone."""

from __future__ import annotations

from dataclasses import dataclass

from model import Cell, Model
from relations import Relation


@dataclass(frozen=True)
class Component:
    """Hidden cells that relations link, and those relations; equal components have equal intervals."""

    cells: tuple[Cell, ...]
    relations: tuple[Relation, ...]


def components(model: Model) -> list[Component]:
    """The connected components, in the order in which their first cell stands in the model."""
    parent = {name: name for name in model.hidden}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for relation in model.relations:
        first = root(relation.terms[0][0])
        for name, _ in relation.terms[1:]:
            parent[root(name)] = first
    cells: dict[str, list[Cell]] = {}
    for cell in model.hidden.values():
        cells.setdefault(root(cell.id), []).append(cell)
    links: dict[str, list[Relation]] = {name: [] for name in cells}
    for relation in model.relations:
        links[root(relation.terms[0][0])].append(relation)
    return [Component(tuple(cells[name]), tuple(dict.fromkeys(links[name]))) for name in cells]
