"""What sentences, charts and earlier editions say beside the tables: true statements, some about hidden cells."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any

Facts = dict[str, Any]
Truth = dict[str, int]


def state(draw: Random, facts: Facts, truth: Truth, zeros_hidden: bool) -> None:
    """Adds a few statements to a model, and to its truth the cells that they bring."""
    kinds = [share, order, majority, bar, earlier, group, derived, difference]
    for _ in range(draw.randint(1, 5)):
        draw.choice(kinds)(draw, facts, truth, 0 if zeros_hidden else 1)


def percentage(part: int, whole: int, decimals: int) -> float | int:
    """A share rounded half away from zero."""
    unit = 10**decimals
    rounded = (Fraction(100 * unit * part, whole) + Fraction(1, 2)).__floor__()
    return rounded if decimals == 0 else rounded / unit


def share(draw: Random, facts: Facts, truth: Truth, low: int) -> None:
    """A percentage of a cell in its total."""
    line = some_line(draw, facts, truth)
    if line:
        part, decimals = draw.choice(line["parts"]), draw.choice((0, 0, 0, 1))
        facts["shares"].append({
            "part": part, "whole": line["total"],
            "percent": percentage(truth[part], truth[line["total"]], decimals), "decimals": decimals,
        })


def order(draw: Random, facts: Facts, truth: Truth, low: int) -> None:
    """The largest cells of a line, in order."""
    line = some_line(draw, facts, truth)
    if line and len(line["parts"]) > 1:
        ranked = sorted(line["parts"], key=lambda name: -truth[name])
        facts["orders"].append(ranked[:draw.randint(2, len(ranked))])


def majority(draw: Random, facts: Facts, truth: Truth, low: int) -> None:
    """More, or less, than half."""
    line = some_line(draw, facts, truth)
    if line:
        part = draw.choice(line["parts"])
        above = 2 * truth[part] - truth[line["total"]]
        if above:
            op, bound = (">=", 1) if above > 0 else ("<=", -1)
            facts["linear"].append(
                {"terms": {part: 2, line["total"]: -1}, "op": op, "rhs": bound, "note": "more or less than half"})


def bar(draw: Random, facts: Facts, truth: Truth, low: int) -> None:
    """The length of a hidden bar, measured with a ruler."""
    name = some_hidden(draw, facts)
    if name:
        error = draw.randint(0, 3)
        facts["linear"] += [
            {"terms": {name: 2}, "op": ">=", "rhs": 2 * truth[name] - 2 * error - 1, "note": "length of a bar"},
            {"terms": {name: 2}, "op": "<=", "rhs": 2 * truth[name] + 2 * error + 1, "note": "length of a bar"},
        ]


def earlier(draw: Random, facts: Facts, truth: Truth, low: int) -> None:
    """A total in an earlier edition of two hidden cells, or of one."""
    names = {name for name in (some_hidden(draw, facts), some_hidden(draw, facts)) if name}
    if names:
        terms = {name: 1 for name in sorted(names)}
        total = sum(truth[name] for name in names)
        facts["linear"].append({"terms": terms, "op": "=", "rhs": total, "note": "an earlier edition"})


def group(draw: Random, facts: Facts, truth: Truth, low: int) -> None:
    """Hidden cells that add up to something within bounds."""
    names = sorted({name for name in (some_hidden(draw, facts) for _ in range(draw.randint(2, 4))) if name})
    if len(names) > 1:
        total = sum(truth[name] for name in names)
        bounds = {"lo": max(0, total - draw.randint(0, 4)), "hi": total + draw.randint(0, 4)}
        facts["groups"].append({"parts": names, **bounds})


def derived(draw: Random, facts: Facts, truth: Truth, low: int) -> None:
    """A sum that nobody prints, such as that of what a list leaves out."""
    names = sorted({name for name in (some_hidden(draw, facts) for _ in range(3)) if name})
    if len(names) > 1:
        add(facts, truth, sum(truth[name] for name in names), low, "derived")
        facts["sums"].append({"total": facts["cells"][-1]["id"], "parts": names})


def difference(draw: Random, facts: Facts, truth: Truth, low: int) -> None:
    """How many of a total a part leaves: protected when few."""
    line = some_line(draw, facts, truth)
    if line:
        part = draw.choice(line["parts"])
        rest = truth[line["total"]] - truth[part]
        add(facts, truth, rest, 0, "protected" if 1 <= rest < 5 else "derived")
        facts["sums"].append({"total": line["total"], "parts": [part, facts["cells"][-1]["id"]]})


def add(facts: Facts, truth: Truth, count: int, low: int, role: str) -> None:
    """A hidden cell that no table has."""
    name = f"stated{len(facts['cells'])}"
    truth[name] = count
    facts["cells"].append({"id": name, "value": None, "lo": low, "role": role})


def some_line(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A line that counts somebody."""
    lines = [each for each in facts["sums"] if truth[each["total"]]]
    return draw.choice(lines) if lines else None


def some_hidden(draw: Random, facts: Facts) -> str | None:
    """A hidden cell of a table."""
    names = [each["id"] for each in facts["cells"] if each["value"] is None and each["role"] != "derived"]
    return draw.choice(names) if names else None
