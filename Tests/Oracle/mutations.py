"""Ways in which one more statement may give somebody away, and ways in which it cannot.

A mutation draws at random and returns the changed facts, or None where it finds nothing to say. What it says is true
of the counts it is given.
"""

from __future__ import annotations

from random import Random
from typing import Any, Callable

from statements import percentage

Facts = dict[str, Any]
Truth = dict[str, int]
Mutation = Callable[[Random, Facts, Truth], Facts | None]


def secondary_shown(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A cell that was hidden to protect others is printed in its table, or a few are."""
    names = hidden_names(facts, "secondary")
    if not names:
        return None
    chosen = draw.sample(names, min(len(names), draw.choice((1, 1, 2, 3))))
    shown = [{"id": each["id"], "value": truth[each["id"]]} if each["id"] in chosen else each
             for each in facts["cells"]]
    return {**facts, "cells": shown}


def protected_shown(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A protected count is printed somewhere else."""
    name = hidden(draw, facts, "protected")
    return name and published(facts, truth[name], [name], "another table")


def sentence(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A sentence adds up some hidden cells of a line, or one of them and a published one."""
    line = draw.choice(facts["sums"])
    names = [name for name in [*line["parts"]] if name in hidden_names(facts)]
    if not names:
        return None
    chosen = draw.sample(names, draw.randint(1, min(3, len(names))))
    return published(facts, sum(truth[name] for name in chosen), chosen, "a sentence")


def alternative_text(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """The description of a chart says how many more are in one category than in another."""
    line = draw.choice(facts["sums"])
    names = [name for name in line["parts"] if name in hidden_names(facts)]
    others = [name for name in line["parts"] if name not in names] or [line["total"]]
    if not names:
        return None
    name, other = draw.choice(names), draw.choice(others)
    return linear(facts, {name: 1, other: -1}, truth[name] - truth[other], "an alternative text")


def language(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """The article of one language still has the number that the others have not."""
    name = hidden(draw, facts)
    return name and linear(facts, {name: 1}, truth[name], f"the article in {draw.choice(('fi', 'sv', 'en'))}")


def share(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A percentage of a hidden cell, or of a published one in a hidden total."""
    names = hidden_names(facts)
    lines = [(each["total"], part) for each in facts["sums"] for part in each["parts"]
             if (part in names or each["total"] in names) and truth[each["total"]]]
    if not lines:
        return None
    whole, part = draw.choice(lines)
    decimals = draw.choice((0, 0, 1, 2))
    fact = {"part": part, "whole": whole, "percent": percentage(truth[part], truth[whole], decimals),
            "decimals": decimals}
    return {**facts, "shares": [*facts.get("shares", []), fact]}


def order(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A list by size names a hidden cell between its published neighbours, or ranks hidden cells among themselves."""
    name = hidden(draw, facts, "secondary") if draw.random() < 0.5 else hidden(draw, facts)
    if name is None:
        return None
    if draw.random() < 0.5:
        names = hidden_names(facts)
        lines = [each["parts"] for each in facts["sums"] if name in each["parts"]]
        lines.append(draw.sample(names, draw.randint(1, min(7, len(names)))))
        named = [name, *draw.choice(lines)]
        ranked = sorted(dict.fromkeys(named), key=lambda each: -truth[each])
    else:
        shown = sorted((each for each in published_names(facts) if truth[each] > 0), key=lambda each: truth[each])
        above = [each for each in shown if truth[each] >= truth[name]][:1]
        below = [each for each in shown if truth[each] <= truth[name] and each not in above][-1:]
        ranked = [*above, name, *below]
    return {**facts, "orders": [*facts.get("orders", []), ranked]} if len(ranked) > 1 else None


def categories(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A number of categories: so many unlisted ones, each of at least one person, in a hidden rest; or its bounds."""
    name = hidden(draw, facts)
    if name is None or not truth[name]:
        return None
    if draw.random() < 0.4:
        bounds = {"lo": max(0, truth[name] - draw.randint(0, 1)), "hi": truth[name] + draw.randint(0, 1)}
        return {**facts, "groups": [*facts.get("groups", []), {"parts": [name], **bounds}]}
    number = draw.randint(max(1, truth[name] - 1), truth[name])
    unlisted = [f"unlisted {index + 1} of {number} in {name}" for index in range(number)]
    cells = [{"id": each, "value": None, "lo": 1, "role": "derived"} for each in unlisted]
    return {**facts, "cells": [*facts["cells"], *cells],
            "sums": [*facts["sums"], {"total": name, "parts": unlisted}]}


def earlier_edition(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """An earlier edition printed a total of hidden cells, or what a hidden and a published one make together."""
    name = hidden(draw, facts)
    others = hidden_names(facts) if draw.random() < 0.3 else published_names(facts)
    others = [each for each in others if each != name]
    if name is None or not others:
        return None
    other = draw.choice(others)
    return linear(facts, {name: 1, other: 1}, truth[name] + truth[other], "an earlier edition")


def bar(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A bar is drawn for a hidden cell, and its length can be measured to within one or two."""
    name = hidden(draw, facts)
    if name is None:
        return None
    error = draw.choice((0, 0, 1, 2))
    bounds = [{"terms": {name: 2}, "op": op, "rhs": 2 * truth[name] + sign * (2 * error + 1), "note": "a bar's length"}
              for op, sign in ((">=", -1), ("<=", 1))]
    return {**facts, "linear": [*facts.get("linear", []), *bounds]}


def fact_repeated(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A published fact is printed once more."""
    names = published_names(facts)
    if not names:
        return None
    name = draw.choice(names)
    return published(facts, truth[name], [name], "repeated")


def mark_repeated(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A hidden cell is marked once more, where nothing else is said."""
    name = hidden(draw, facts)
    if name is None:
        return None
    cell = {"id": f"{name}, again", "value": None, "lo": 0, "role": "derived"}
    return {**facts, "cells": [*facts["cells"], cell],
            "sums": [*facts["sums"], {"total": cell["id"], "parts": [name]}]}


def published_share(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A percentage of a published cell in a published total."""
    shown = set(published_names(facts))
    lines = [(each["total"], part) for each in facts["sums"] for part in each["parts"]
             if part in shown and each["total"] in shown and truth[each["total"]]]
    if not lines:
        return None
    whole, part = draw.choice(lines)
    fact = {"part": part, "whole": whole, "percent": percentage(truth[part], truth[whole], 0), "decimals": 0}
    return {**facts, "shares": [*facts.get("shares", []), fact]}


def published_order(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """Published cells in their order."""
    names = published_names(facts)
    if len(names) < 2:
        return None
    chosen = sorted(draw.sample(names, draw.randint(2, min(5, len(names)))), key=lambda name: -truth[name])
    return {**facts, "orders": [*facts.get("orders", []), chosen]}


def published_total(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """A total of published cells."""
    names = published_names(facts)
    if len(names) < 2:
        return None
    chosen = draw.sample(names, draw.randint(2, min(4, len(names))))
    return published(facts, sum(truth[name] for name in chosen), chosen, "a total of what is shown")


def wide_group(draw: Random, facts: Facts, truth: Truth) -> Facts | None:
    """Hidden cells that add up to something, within wide bounds."""
    names = sorted(hidden_names(facts))
    if len(names) < 3:
        return None
    chosen = draw.sample(names, 3)
    total = sum(truth[name] for name in chosen)
    return {**facts, "groups": [*facts.get("groups", []), {"parts": chosen, "lo": 0, "hi": 3 * total + 20}]}


LEAKING: dict[str, Mutation] = {
    "secondary": secondary_shown, "protected": protected_shown, "sentence": sentence,
    "alternative-text": alternative_text, "language": language, "share": share, "order": order,
    "categories": categories, "earlier-edition": earlier_edition, "bar": bar,
}
HARMLESS: dict[str, Mutation] = {
    "fact-repeated": fact_repeated, "mark-repeated": mark_repeated, "published-share": published_share,
    "published-order": published_order, "published-total": published_total, "wide-group": wide_group,
}


def hidden_names(facts: Facts, *roles: str) -> list[str]:
    """The hidden cells that count somebody, or those with one of these roles."""
    return [each["id"] for each in facts["cells"]
            if each.get("value") is None and each.get("role", "protected") in (roles or ("protected", "secondary"))]


def hidden(draw: Random, facts: Facts, *roles: str) -> str | None:
    """One of them."""
    names = hidden_names(facts, *roles)
    return draw.choice(names) if names else None


def published_names(facts: Facts) -> list[str]:
    """The cells that are shown."""
    return [each["id"] for each in facts["cells"] if each.get("value") is not None]


def published(facts: Facts, count: int, parts: list[str], note: str) -> Facts:
    """The facts with one more published number, the sum of these cells."""
    name = f"{note}: {' + '.join(parts)}"
    return {**facts, "cells": [*facts["cells"], {"id": name, "value": count}],
            "sums": [*facts["sums"], {"total": name, "parts": parts}]}


def linear(facts: Facts, terms: dict[str, int], total: int, note: str) -> Facts:
    """The facts with one more equation."""
    fact = {"terms": terms, "op": "=", "rhs": total, "note": note}
    return {**facts, "linear": [*facts.get("linear", []), fact]}
