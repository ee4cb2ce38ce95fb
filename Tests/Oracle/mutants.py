"""Writes mutants of a model: each is the model and one more statement, judged to leak or not.

    python mutants.py --seed 1 SAFE.json --out DIR [--each 15] [--harmless 60]

Writes DIR/NNN-KIND.json and DIR/labels.json, {file: {"kind", "leaks", "cells", "new"}}. A mutant leaks when it gives
away more than the model itself does; its cells are those that the new leaks name. Of each kind as many leaking ones are
written as asked for, if they can be found, and a few that do not leak after all.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import sys
from fractions import Fraction
from random import Random
from typing import Any

from components import Component, components
from intervals import Search, searches
from judge import Leak, component_leaks, leaking_cells
from model import Model, model, parsed
from mutations import HARMLESS, LEAKING, Facts, Mutation, Truth
from relations import Contradiction
from solver import Counts

ATTEMPTS = 40


class Bench:
    """Judges variants of one model quickly: what a statement does not touch need not be judged again."""

    def __init__(self, facts: Facts) -> None:
        self._leaks: dict[Component, list[Leak]] = {}
        self._solutions: list[Counts] = []
        for search in searches(model(facts)):
            self._leaks[search.program.component] = component_leaks(search)
            for index, counts in enumerate(search.solutions):
                if index == len(self._solutions):
                    self._solutions.append(dict(self._solutions[0]) if self._solutions else {})
                self._solutions[index].update(counts)
        complete = self._solutions[0] if self._solutions else {}
        self._solutions = [{**complete, **counts} for counts in self._solutions]
        self.base = {key(leak) for leaks in self._leaks.values() for leak in leaks}

    def new_leaks(self, facts: Facts) -> list[Leak]:
        """What the variant gives away and the model does not."""
        variant = model(facts)
        known: list[Counts] | None = None
        leaks: list[Leak] = []
        for component in components(variant):
            if component not in self._leaks:
                known = known or [completed(variant, counts) for counts in self._solutions]
                self._leaks[component] = component_leaks(Search(component, known))
            leaks += self._leaks[component]
        return [leak for leak in leaks if key(leak) not in self.base]


def key(leak: Leak) -> tuple[Any, ...]:
    """What makes two leaks the same."""
    return leak["kind"], leak.get("cell"), tuple(sorted(leak.get("parts", ())))


def completed(model: Model, counts: Counts) -> Counts:
    """Fills in cells that a statement brought along, where an equation says what they are, or else at their least."""
    result = {name: count for name, count in counts.items() if name in model.hidden}
    for relation in model.relations:
        unknown = [term for term in relation.terms if term[0] not in result]
        if not unknown or not relation.is_equation:
            continue
        *others, (name, coefficient) = unknown
        result.update((other, model.hidden[other].low or 0) for other, _ in others)
        rest = relation.low - sum(factor * result[each] for each, factor in relation.terms if each != name)
        result[name] = rest // coefficient
    return result


def plausible(facts: Facts, draw: Random, threshold: int = 5) -> Truth:
    """Counts that might be the true ones: small where a cell is protected, somebody where one is secondary."""
    narrowed = []
    for each in facts["cells"]:
        if each.get("value") is None and each.get("role") in ("protected", "secondary"):
            each = {**each, "lo": max(1, each.get("lo", 0))}
            if each["role"] == "protected":
                each["hi"] = min(threshold - 1, each.get("hi", threshold))
        narrowed.append(each)
    truth = {each["id"]: int(each["value"]) for each in facts["cells"] if each.get("value") is not None}
    for search in searches(model({**facts, "cells": narrowed})):
        program = search.program
        wish = {name: draw.randint(-3, 3) for name in program.names if program.bounds[name][1] is not None}
        truth.update(program.whole_minimum(wish))
    return truth


def drawn(draw: Random, bench: Bench, facts: Facts, truth: Truth, mutation: Mutation, leaking: bool, wanted: int):
    """As many mutants of a kind as wanted, with their leaks; those of the other sort at most a third as many."""
    found: list[tuple[Facts, list[Leak]]] = []
    others: list[tuple[Facts, list[Leak]]] = []
    seen: set[str] = set()
    for _ in range(wanted * ATTEMPTS):
        if len(found) == wanted:
            break
        mutant = mutation(draw, facts, truth)
        text = mutant and json.dumps(mutant, default=float)
        if not mutant or text in seen:
            continue
        seen.add(text)
        leaks = bench.new_leaks(mutant)
        if bool(leaks) == leaking:
            found.append((mutant, leaks))
        elif leaking and len(others) < wanted // 3:
            others.append((mutant, leaks))
    return found + others


def mutants(facts: Facts, truth: Truth, seed: int, each: int, harmless: int):
    """Every mutant with its kind and its leaks."""
    bench = Bench(facts)
    for kind, mutation in LEAKING.items():
        for mutant, leaks in drawn(Random(f"{seed}/{kind}"), bench, facts, truth, mutation, True, each):
            yield kind, mutant, leaks
    for index, (kind, mutation) in enumerate(HARMLESS.items()):
        # What one kind cannot give the next ones make up for.
        wanted = -(-harmless // (len(HARMLESS) - index))
        for mutant, leaks in drawn(Random(f"{seed}/{kind}"), bench, facts, truth, mutation, False, wanted):
            harmless -= 1
            yield kind, mutant, leaks


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=15)
    parser.add_argument("--harmless", type=int, default=60)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args(arguments)
    facts = parsed(options.model.read_text(encoding="utf-8"))
    try:
        truth = plausible(facts, Random(options.seed))
    except Contradiction as contradiction:
        sys.exit(f"no counts fit the model and its roles: {contradiction}")
    options.out.mkdir(parents=True, exist_ok=True)
    labels = {}
    for index, (kind, mutant, leaks) in enumerate(mutants(facts, truth, options.seed, options.each, options.harmless)):
        name = f"{index:03}-{kind}.json"
        text = json.dumps(mutant, ensure_ascii=False, default=number)
        (options.out / name).write_text(text + "\n", encoding="utf-8")
        labels[name] = {"kind": kind, "leaks": bool(leaks), "cells": leaking_cells(leaks), "new": leaks}
    text = json.dumps(labels, ensure_ascii=False, indent=1)
    (options.out / "labels.json").write_text(text + "\n", encoding="utf-8")
    for kind in (*LEAKING, *HARMLESS):
        own = [each["leaks"] for each in labels.values() if each["kind"] == kind]
        print(f"{kind}: {sum(own)} leak, {len(own) - sum(own)} do not")
    return 0


def number(fraction: Fraction) -> int | float:
    """A decimal as JSON writes it."""
    return fraction.numerator if fraction.denominator == 1 else float(fraction)


if __name__ == "__main__":
    sys.exit(main())
