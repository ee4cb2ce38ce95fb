"""Compares what the audit found with what the oracle finds.

    katsaus audit --model audit.json --format json > result.json
    python compare.py audit.json result.json

Prints every difference; exits with 1 when there is one. Intervals must be equal, and so must the cells that are exact
or narrow. A group that the audit reports must be determined and small, and hold no fewer persons than it says; every
group that equations alone give away must be among them. (A group that only follows once exact cells are filled in
adds nothing to the exact cells.)
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from typing import Any, Iterable, Iterator, Mapping, Sequence

from excused import excuses
from exact import Reduced, reduced
from judge import verdict
from model import Model, model, parsed
from relations import Contradiction, Relation

RULES = {"exact": "disclosure-exact", "narrow": "disclosure-narrow", "implied": "disclosure-implied"}


def differences(
    model: Model, result: dict[str, Any], candidates: int = 3, threshold: int = 5,
    facts: Mapping[str, Any] | None = None,
) -> list[str]:
    """What the audit and the oracle do not agree on, in words; facts tell of exceptions."""
    expected = verdict(model, candidates, threshold)
    if facts is not None:
        is_excused = excuses(facts, expected["intervals"])
        expected["leaks"] = [
            each for each in expected["leaks"] if each["kind"] != "implied" or not is_excused(each["parts"])
        ]
    return [
        *interval_differences(expected["intervals"], result),
        *cell_differences(expected["leaks"], result),
        *group_differences(model, expected, result, threshold),
    ]


def interval_differences(expected: dict[str, list[int | None]], result: dict[str, Any]) -> Iterator[str]:
    """Intervals that are missing, too many, or other than they are."""
    found: dict[str, list[int | None]] = {}
    for each in result["intervals"]:
        if each["cell"] in found:
            yield f"{each['cell']}: two intervals"
        found[each["cell"]] = [each.get("lo"), each.get("hi")]
    for name, interval in expected.items():
        if name not in found:
            yield f"{name}: no interval, should be {interval}"
        elif found[name] != interval:
            yield f"{name}: {found[name]}, should be {interval}"
    for name in found:
        if name not in expected:
            yield f"{name}: an interval of a cell that is not hidden"


def cell_differences(leaks: list[dict[str, Any]], result: dict[str, Any]) -> Iterator[str]:
    """Cells that leak in one judgement alone."""
    for kind in ("exact", "narrow"):
        expected = {each["cell"] for each in leaks if each["kind"] == kind}
        found = {each["cell"] for each in result["findings"] if each["rule"] == RULES[kind]}
        yield from (f"{name}: {kind}, and not found" for name in sorted(expected - found))
        yield from (f"{name}: found {kind}, and is not" for name in sorted(found - expected))


def group_differences(
    model: Model, expected: dict[str, Any], result: dict[str, Any], threshold: int,
) -> Iterator[str]:
    """Groups that are missed, or reported and not determined, or not small."""
    system = known(model, expected["intervals"])
    found = []
    for each in result["findings"]:
        if each["rule"] != RULES["implied"]:
            continue
        parts = each["parts"]
        found.append(set(parts))
        total = system.total(parts) if set(parts) <= set(model.hidden) else None
        if total is None:
            yield f"{' + '.join(parts)}: found determined, and is not"
        elif not 1 <= total < threshold or each.get("lo", total) != total or each.get("hi", total) != total:
            yield f"{' + '.join(parts)}: found {each.get('lo')}–{each.get('hi')}, is {total}"
    for each in expected["leaks"]:
        if each["kind"] == "implied" and each["by"] != "exact cells":
            if not any(set(each["parts"]) <= parts for parts in found):
                yield f"{' + '.join(each['parts'])}: {each['lo']} by {each['by']}, and not found"


def known(model: Model, intervals: Mapping[str, Sequence[int | None]]) -> Reduced:
    """The equations, with what is exact for whatever reason."""
    exact = [Relation(((name, 1),), low, low) for name, (low, high) in intervals.items() if low == high]
    return reduced(list(model.hidden), [*exact, *model.relations])


def are_small(model: Model, result: dict[str, Any], groups: Iterable[Sequence[str]], threshold: int = 5) -> bool:
    """Whether each group has a determined sum that is small, though no equation states it."""
    intervals = {each["cell"]: (each.get("lo"), each.get("hi")) for each in result["intervals"]}
    system = known(model, intervals)
    totals = [system.total(parts) if set(parts) <= set(model.hidden) else None for parts in groups]
    return all(total is not None and 1 <= total < threshold for total in totals)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("result", type=pathlib.Path)
    parser.add_argument("--candidates", type=int, default=3)
    parser.add_argument("--threshold", type=int, default=5)
    options = parser.parse_args(arguments)
    result = json.loads(options.result.read_text(encoding="utf-8"))
    try:
        facts = parsed(pathlib.Path(options.model).read_text(encoding="utf-8"))
        found = differences(model(facts), result, options.candidates, options.threshold, facts)
    except Contradiction as contradiction:
        found = [f"the model contradicts itself: {contradiction}"]
    for each in found:
        print(each)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
