"""The fewest cells that can be hidden in one table with margins: an exact integer program.

    python least.py TABLES.json [--candidates 2]
    python least.py --draw 6 --rows 8 --columns 5 --persons 110 --seed 1

Fischetti and Salazar-González (1999), Models and algorithms for the 2-dimensional cell suppression problem in
statistical disclosure control, with two copies of the table for each small count. A count of 1 to 4 is hidden, a
zero is known to the reader, every other cell may be hidden and counts one, totals included. A hidden cell is at least
one. Each small count must keep so many candidates: 2 that it is not exact, 3 for a spread of two.

A table's lines are a network, so what a reader can move moves along closed paths, one person at a time, and a spread
of s never needs a cell to move by more than s in either copy. That bound keeps the program small and tight.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from dataclasses import dataclass
from random import Random
from typing import Any, Sequence

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array

Place = tuple[int, int]
Table = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Least:
    """The fewest hidden cells, primary ones among them, and one choice of so few."""

    hidden: int
    primary: int
    cells: tuple[Place, ...]


def with_margins(inner: Table) -> list[list[int]]:
    """The table with its totals as last column and last row."""
    rows = [[*row, sum(row)] for row in inner]
    return [*rows, [sum(column) for column in zip(*rows)]]


def least(inner: Table, candidates: int = 2, threshold: int = 5, seconds: float = 60) -> Least:
    """Solves for the fewest hidden cells."""
    counts = with_margins(inner)
    rows, columns = len(counts), len(counts[0])
    places = [(row, column) for row in range(rows) for column in range(columns) if counts[row][column]]
    column_of = {place: index for index, place in enumerate(places)}
    primary = [(row, column) for row, column in places if counts[row][column] < threshold]
    spread, size = candidates - 1, len(places)
    # One binary a cell, then for each primary the moves of its two copies.
    lows, highs = numpy.zeros(size), numpy.ones(size)
    lows[[column_of[place] for place in primary]] = 1
    entries: list[tuple[int, int, float]] = []
    floors: list[float] = []
    ceilings: list[float] = []

    def constrain(terms: list[tuple[int, float]], low: float, high: float) -> None:
        entries.extend((len(floors), index, factor) for index, factor in terms)
        floors.append(low)
        ceilings.append(high)

    move_lows: list[float] = []
    for number, target in enumerate(primary):
        copies = [size * (1 + 2 * number + copy) for copy in (0, 1)]
        for start in copies:
            for row in range(rows):
                constrain(line(start, column_of, [(row, column) for column in range(columns)]), 0, 0)
            for column in range(columns):
                constrain(line(start, column_of, [(row, column) for row in range(rows)]), 0, 0)
            for index, (row, column) in enumerate(places):
                fall = min(spread, counts[row][column] - 1)
                constrain([(start + index, 1), (index, -spread)], -numpy.inf, 0)
                constrain([(start + index, 1), (index, fall)], 0, numpy.inf)
                move_lows.append(-fall)
        at = column_of[target]
        constrain([(copies[0] + at, 1), (copies[1] + at, -1)], spread, numpy.inf)
    row_at, column_at, values = zip(*entries) if entries else ((), (), ())
    total = size * (1 + 2 * len(primary))
    result = milp(
        numpy.concatenate([numpy.ones(size), numpy.zeros(total - size)]),
        integrality=numpy.concatenate([numpy.ones(size), numpy.zeros(total - size)]),
        bounds=Bounds(numpy.concatenate([lows, move_lows]),
                      numpy.concatenate([highs, numpy.full(total - size, spread)])),
        constraints=LinearConstraint(
            coo_array((values, (row_at, column_at)), shape=(len(floors), total)).tocsr(), floors, ceilings),
        options={"mip_rel_gap": 0, "time_limit": seconds},
    )
    if result.status != 0:
        raise RuntimeError(f"no optimum: {result.message}")
    cells = tuple(place for place in places if result.x[column_of[place]] > 0.5)
    return Least(len(cells), len(primary), cells)


def line(start: int, column_of: dict[Place, int], places: list[Place]) -> list[tuple[int, float]]:
    """Parts less total, over the cells that are not zero."""
    *parts, total = places
    terms = [(start + column_of[place], 1.0) for place in parts if place in column_of]
    return terms + ([(start + column_of[total], -1.0)] if total in column_of else [])


def audit(inner: Table, cells: Sequence[Place], threshold: int = 5) -> dict[str, Any]:
    """The table with these cells hidden, as audit.json."""
    counts = with_margins(inner)
    hidden = set(cells)
    name = "{}|{}".format
    rows, columns = range(len(counts)), range(len(counts[0]))
    return {
        "cells": [
            {"id": name(row, column), "value": None, "lo": 1,
             "role": "protected" if counts[row][column] < threshold else "secondary"}
            if (row, column) in hidden else {"id": name(row, column), "value": counts[row][column]}
            for row in rows for column in columns
        ],
        "sums": [
            {"total": name(row, columns[-1]), "parts": [name(row, column) for column in columns[:-1]]} for row in rows
        ] + [
            {"total": name(rows[-1], column), "parts": [name(row, column) for row in rows[:-1]]} for column in columns
        ],
        "nonneg": True,
    }


def drawn(draw: Random, rows: int, columns: int, persons: int) -> list[list[int]]:
    """A table of so many invented persons, common codes first, nobody's line left out."""
    while True:
        table = [[0] * columns for _ in range(rows)]
        for _ in range(persons):
            row = draw.choices(range(rows), [1 / (rank + 1) for rank in range(rows)])[0]
            column = draw.choices(range(columns), [1 / (rank + 1) for rank in range(columns)])[0]
            table[row][column] += 1
        if all(map(any, table)) and all(map(any, zip(*table))):
            return table


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="?", type=pathlib.Path, help='JSON: [{"table": [[…], …]}, …]')
    parser.add_argument("--candidates", type=int, default=2)
    parser.add_argument("--draw", type=int, default=0)
    parser.add_argument("--rows", type=int, default=8)
    parser.add_argument("--columns", type=int, default=5)
    parser.add_argument("--persons", type=int, default=110)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    given = json.loads(options.tables.read_text(encoding="utf-8")) if options.tables else []
    draw = Random(f"{options.seed}/{options.rows}x{options.columns}")
    tables = [each["table"] for each in given]
    tables += [drawn(draw, options.rows, options.columns, options.persons) for _ in range(options.draw)]
    found = []
    for table in tables:
        best = least(table, options.candidates)
        found.append({"table": table, "candidates": options.candidates, "primary": best.primary, "least": best.hidden})
    print("[\n" + ",\n".join(f" {json.dumps(each)}" for each in found) + "\n]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
