"""Draws invented persons and the linked tables that count them: sparse, skewed, nested, or many that overlap."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from random import Random

SHAPES = ("sparse", "skewed", "nested", "linked")
Condition = tuple[tuple[str, str], ...]
Line = tuple[Condition, tuple[Condition, ...]]


@dataclass(frozen=True)
class Size:
    """How much is drawn: from and to, each."""

    persons: tuple[int, int]
    tables: tuple[int, int]
    dimensions: tuple[int, int]
    codes: tuple[int, int]


SIZES = {
    "tiny": Size((4, 14), (1, 2), (1, 2), (2, 3)),
    "small": Size((12, 60), (1, 4), (2, 4), (2, 5)),
    "large": Size((100, 1000), (3, 40), (5, 8), (2, 12)),
}


@dataclass(frozen=True)
class Tables:
    """Every line of every table, and which persons each of its cells counts."""

    lines: tuple[Line, ...]
    counted: dict[Condition, frozenset[int]]


def tables(draw: Random, shape: str, size: Size) -> Tables:
    """Tables of one shape with all their margins."""
    dimensions = [f"d{index}" for index in range(draw.randint(*size.dimensions))]
    codes = {name: [f"{name}{letter}" for letter in "abcdefghijklmnop"[:draw.randint(*size.codes)]]
             for name in dimensions}
    number = draw.randint(*size.persons)
    if shape == "sparse":
        number = max(size.persons[0], number // 3)
    persons = []
    for _ in range(number):
        person = {name: draw.choices(codes[name], weights(shape, len(codes[name])))[0] for name in dimensions}
        if shape == "nested":
            for coarse, fine in zip(dimensions[::2], dimensions[1::2]):
                person[coarse] = f"{coarse}{'xyz'[codes[fine].index(person[fine]) // 2 % 3]}"
        persons.append(person)
    values = {name: sorted({person[name] for person in persons}) for name in dimensions}
    holders = {
        (name, code): frozenset(index for index, person in enumerate(persons) if person[name] == code)
        for name in dimensions for code in values[name]
    }
    counted: dict[Condition, frozenset[int]] = {(): frozenset(range(number))}
    lines: dict[Line, None] = {}
    for spanned in spans(draw, shape, dimensions, draw.randint(*size.tables)):
        for condition in conditions(spanned, values):
            counted[condition] = frozenset.intersection(counted[()], *(holders[each] for each in condition))
            # A line of nobody says nothing.
            missing = [name for name in spanned if name not in dict(condition) and counted[condition]]
            for name in missing:
                parts = tuple(tuple(sorted((*condition, (name, code)))) for code in values[name])
                lines[condition, parts] = None
    return Tables(tuple(lines), counted)


def weights(shape: str, number: int) -> list[float]:
    """How common each code is."""
    return [1 / (rank + 1) ** (2 if shape == "skewed" else 0.7) for rank in range(number)]


def spans(draw: Random, shape: str, dimensions: list[str], number: int) -> list[tuple[str, ...]]:
    """The dimensions of each table: one to three, two most often."""
    choices = [
        spanned for width in (1, 2, 2, 3) for spanned in itertools.combinations(dimensions, min(width, len(dimensions)))
    ]
    if shape == "linked":
        choices = [spanned for spanned in choices if dimensions[0] in spanned] + choices[:len(dimensions)]
    return [draw.choice(choices) for _ in range(number)]


def conditions(spanned: tuple[str, ...], values: dict[str, list[str]]) -> list[Condition]:
    """All cells of a table, the total first."""
    axes = [[None, *values[name]] for name in spanned]
    return [
        tuple(sorted((name, code) for name, code in zip(spanned, codes) if code is not None))
        for codes in itertools.product(*axes)
    ]
