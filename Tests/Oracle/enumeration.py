"""Every assignment of counts to a small model's hidden cells, one by one, straight from the words of audit.json.

Shares no code with the relations that the oracle solves: a share is a rounded percentage here, not an inequality.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any, Callable, Iterator, Mapping

Counts = dict[str, int]
Statement = tuple[frozenset[str], Callable[[Mapping[str, int]], bool]]


def assignments(facts: Mapping[str, Any], boxes: Mapping[str, tuple[int, int]]) -> Iterator[Counts]:
    """All counts of the hidden cells within their boxes that every statement allows."""
    counts = {each["id"]: each["value"] for each in facts["cells"] if each["value"] is not None}
    hidden = [each for each in facts["cells"] if each["value"] is None]
    order = {each["id"]: index for index, each in enumerate(hidden)}
    # A statement is tried as soon as the last of its cells has a count.
    due: list[list[Statement]] = [[] for _ in range(len(hidden) + 1)]
    for statement in statements(facts):
        due[max((order[name] + 1 for name in statement[0] if name in order), default=0)].append(statement)

    def extend(depth: int) -> Iterator[Counts]:
        if not all(holds(counts) for _, holds in due[depth]):
            return
        if depth == len(hidden):
            yield {name: counts[name] for name in order}
            return
        cell = hidden[depth]
        low, high = boxes[cell["id"]]
        for count in range(max(low, cell.get("lo", 0)), min(high, cell.get("hi", high)) + 1):
            counts[cell["id"]] = count
            yield from extend(depth + 1)
        counts.pop(cell["id"], None)

    yield from extend(0)


def statements(facts: Mapping[str, Any]) -> Iterator[Statement]:
    """What is said, with the cells that it is said of."""
    for each in facts.get("sums", []):
        total, parts = each["total"], each["parts"]
        yield frozenset([total, *parts]), lambda at, total=total, parts=parts: at[total] == sum(at[p] for p in parts)
    for each in facts.get("linear", []):
        compare = {"=": int.__eq__, "<=": int.__le__, ">=": int.__ge__}[each["op"]]
        yield frozenset(each["terms"]), lambda at, fact=each, compare=compare: compare(
            sum(factor * at[name] for name, factor in fact["terms"].items()), fact["rhs"])
    for each in facts.get("shares", []):
        yield frozenset([each["part"], each["whole"]]), lambda at, fact=each: at[fact["whole"]] != 0 and rounded(
            Fraction(100 * at[fact["part"]], at[fact["whole"]]), fact["decimals"]) == Fraction(str(fact["percent"]))
    for order in facts.get("orders", []):
        yield frozenset(order), lambda at, order=order: all(at[a] >= at[b] for a, b in zip(order, order[1:]))
    for each in facts.get("groups", []):
        yield frozenset(each["parts"]), lambda at, fact=each: (
            fact.get("lo", -math.inf) <= sum(at[name] for name in fact["parts"]) <= fact.get("hi", math.inf))


def rounded(percent: Fraction, decimals: int) -> Fraction:
    """Rounds half away from zero."""
    unit = 10**decimals
    size = math.floor(abs(percent) * unit + Fraction(1, 2))
    return Fraction(size if percent >= 0 else -size, unit)
