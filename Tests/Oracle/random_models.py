"""Draws models that are true of invented persons, with a suppression that need not be safe.

    python random_models.py --seed 1 --count 60 --size small --out DIR

Writes NAME.json, the model, and NAME.truth.json, the counts that it hides. The same seed gives the same files.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from dataclasses import dataclass, field
from random import Random
from typing import Any

from persons import SHAPES, SIZES, Tables, tables
from statements import state

Facts = dict[str, Any]
Truth = dict[str, int]


@dataclass
class Drawn:
    """A model under way: the cells, what is hidden of them, the lines that link them."""

    truth: Truth = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    sums: list[tuple[str, list[str]]] = field(default_factory=list)


def random_model(draw: Random, shape: str, size: str) -> tuple[Facts, Truth]:
    """A model and the counts of its hidden cells."""
    zeros_hidden = draw.random() < 0.25
    drawn = named(tables(draw, shape, SIZES[size]), zeros_hidden)
    suppress(draw, drawn, zeros_hidden)
    facts = facts_of(drawn, zeros_hidden)
    truth = dict(drawn.truth)
    if draw.random() < 0.6:
        state(draw, facts, truth, zeros_hidden)
    hidden = {each["id"] for each in facts["cells"] if each["value"] is None}
    return facts, {name: count for name, count in truth.items() if name in hidden}


def facts_of(drawn: Drawn, zeros_hidden: bool) -> Facts:
    """The tables as a reader meets them."""
    return {
        "cells": [cell(name, count, drawn.roles.get(name), zeros_hidden) for name, count in drawn.truth.items()],
        "sums": [{"total": total, "parts": parts} for total, parts in drawn.sums],
        "linear": [], "shares": [], "orders": [], "groups": [], "nonneg": True,
    }


def cell(name: str, count: int, role: str | None, zeros_hidden: bool) -> Facts:
    """A cell as a reader meets it. A mark stands for somebody, unless zeros are hidden too."""
    if role is None:
        return {"id": name, "value": count}
    return {"id": name, "value": None, "lo": 0 if zeros_hidden else 1, "role": role}


def named(drawn: Tables, zeros_hidden: bool) -> Drawn:
    """Gives each set of persons one cell.

    Where zeros are hidden a reader cannot see that two cells count the same persons, and each has its own.
    """
    result, names, known = Drawn(), {}, {}
    for condition, persons in drawn.counted.items():
        name = "&".join(code for _, code in condition) or "all"
        if persons and not zeros_hidden:
            name = known.setdefault(persons, name)
        names[condition] = name
        result.truth[name] = len(persons)
    for total, parts in drawn.lines:
        line = names[total], list(dict.fromkeys(names[part] for part in parts))
        if line[0] not in line[1] and line not in result.sums:
            result.sums.append(line)
    return result


def suppress(draw: Random, drawn: Drawn, zeros_hidden: bool) -> None:
    """Hides small counts, and some others: none, by chance, or one more in each line that has just one."""
    for name, count in drawn.truth.items():
        if 1 <= count < 5 and draw.random() < 0.97:
            drawn.roles[name] = "protected"
        elif count == 0 and zeros_hidden:
            drawn.roles[name] = "zero"
    chance = draw.choice((0, 0, 0.1, 0.3))
    for name, count in drawn.truth.items():
        if name not in drawn.roles and count and draw.random() < chance:
            drawn.roles[name] = "secondary"
    for _ in range(draw.choice((0, 1, 3))):
        for total, parts in drawn.sums:
            line = [total, *parts]
            shown = [name for name in line if name not in drawn.roles and drawn.truth[name]]
            if len(line) - len(shown) and shown and sum(name in drawn.roles for name in line) == 1:
                drawn.roles[draw.choice(shown)] = "secondary"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--size", choices=sorted(SIZES), default="small")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    for index in range(options.count):
        shape = SHAPES[index % len(SHAPES)]
        facts, truth = random_model(Random(f"{options.seed}/{index}/{options.size}"), shape, options.size)
        name = f"{index:04}-{shape}"
        for path, content in ((f"{name}.json", facts), (f"{name}.truth.json", truth)):
            (options.out / path).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
