"""Facts of audit.json as relations between whole numbers: low <= sum of coefficient times cell <= high."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Iterator, Mapping

Number = int | Fraction


class Contradiction(Exception):
    """No counts of persons satisfy what was published."""


@dataclass(frozen=True)
class Relation:
    """low <= sum of terms <= high over cells, in whole numbers; None is no bound."""

    terms: tuple[tuple[str, int], ...]
    low: int | None
    high: int | None
    note: str = ""

    @property
    def is_equation(self) -> bool:
        """Whether the sum is known."""
        return self.low is not None and self.low == self.high

    def reduced(self, published: Mapping[str, int]) -> Relation:
        """The same relation over the hidden cells alone, without a common factor."""
        hidden: dict[str, int] = {}
        known = 0
        for cell, coefficient in self.terms:
            if cell in published:
                known += coefficient * published[cell]
            else:
                hidden[cell] = hidden.get(cell, 0) + coefficient
        terms = tuple((cell, coefficient) for cell, coefficient in hidden.items() if coefficient)
        low = None if self.low is None else self.low - known
        high = None if self.high is None else self.high - known
        divisor = math.gcd(*(coefficient for _, coefficient in terms)) or 1
        result = Relation(
            tuple((cell, coefficient // divisor) for cell, coefficient in terms),
            None if low is None else -(-low // divisor),
            None if high is None else high // divisor,
            self.note,
        )
        if result.low is not None and result.high is not None and result.low > result.high:
            raise Contradiction(f"no whole number fits {self}")
        if not terms and not (low is None or low <= 0) & (high is None or high >= 0):
            raise Contradiction(f"published cells break {self}")
        return result


def whole(
    terms: list[tuple[str, Number]], low: Number | None, high: Number | None, note: str = "",
    open_low: bool = False, open_high: bool = False,
) -> Relation:
    """Clears denominators and rounds the bounds inwards; an open bound itself is not reached."""
    scale = math.lcm(*(Fraction(coefficient).denominator for _, coefficient in terms))
    scaled = tuple((cell, int(coefficient * scale)) for cell, coefficient in terms)
    low = None if low is None else low * scale
    high = None if high is None else high * scale
    return Relation(
        scaled,
        None if low is None else math.floor(low) + 1 if open_low else math.ceil(low),
        None if high is None else math.ceil(high) - 1 if open_high else math.floor(high),
        note,
    )


def relations(facts: Mapping[str, Any]) -> Iterator[Relation]:
    """Every relation that audit.json states, the bounds of single cells aside."""
    for each in facts.get("sums", []):
        yield whole([(each["total"], 1)] + [(part, -1) for part in each["parts"]], 0, 0, each.get("note", ""))
    for each in facts.get("linear", []):
        bound = decimal(each["rhs"])
        low = None if each["op"] == "<=" else bound
        high = None if each["op"] == ">=" else bound
        terms = [(cell, decimal(coefficient)) for cell, coefficient in each["terms"].items()]
        yield whole(terms, low, high, each.get("note", ""))
    for each in facts.get("shares", []):
        yield from share(each)
    for order in facts.get("orders", []):
        for larger, smaller in zip(order, order[1:]):
            yield whole([(larger, 1), (smaller, -1)], 0, None)
    for each in facts.get("groups", []):
        yield whole([(part, 1) for part in each["parts"]], each.get("lo"), each.get("hi"), each.get("note", ""))


def decimal(number: Number | float) -> Fraction:
    """The number as it is written: 3.7 is 37/10."""
    return Fraction(str(number))


def share(fact: Mapping[str, Any]) -> Iterator[Relation]:
    """A percentage rounded half away from zero: (p - h) whole <= 100 part < (p + h) whole, h half a last digit.

    Of a negative percentage the other end is open, of zero both are.
    """
    part, of, note = fact["part"], fact["whole"], fact.get("note", "")
    percent, half = decimal(fact["percent"]), Fraction(1, 2 * 10 ** fact.get("decimals", 0))
    yield whole([(part, 100), (of, half - percent)], 0, None, note, open_low=percent <= 0)
    yield whole([(part, 100), (of, -half - percent)], None, 0, note, open_high=percent >= 0)
