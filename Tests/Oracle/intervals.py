"""For every hidden cell, the least and the greatest whole number that a reader holds possible."""

from __future__ import annotations

import sys
from typing import Iterable, Iterator

from components import Component, components
from model import Model, read
from relations import Contradiction
from solver import Counts, Program

Interval = tuple[int | None, int | None]


class Search:
    """The intervals of one component; every solution found on the way widens what is known of all its cells."""

    def __init__(self, component: Component, known: Iterable[Counts] = ()) -> None:
        self.program = Program(component)
        self.solutions: list[Counts] = []
        self._attained: dict[str, tuple[int, int]] = {}
        self._proven: dict[tuple[str, int], int | None] = {}
        for counts in known:
            own = {name: counts[name] for name in self.program.names if name in counts}
            if len(own) == len(self.program.names) and self.program.holds(own):
                self._note(own)
        if not self.solutions:
            self._note(self.program.whole_minimum({}))

    def attained(self, name: str) -> tuple[int, int]:
        """The widest apart that solutions so far have taken the cell."""
        return self._attained[name]

    def interval(self, name: str) -> Interval:
        """The interval of a cell; None is no bound."""
        return self._end(name, -1), self._end(name, 1)

    def is_wider(self, name: str, width: int) -> bool:
        """Whether a cell's ends are at least so far apart; solves no more than needed to know."""
        for sign in (1, -1):
            low, high = self._attained[name]
            if high - low >= width:
                return True
            if self._end(name, sign) is None:
                return True
        low, high = self._attained[name]
        return high - low >= width

    def _end(self, name: str, sign: int) -> int | None:
        if (name, sign) not in self._proven:
            self._proven[name, sign] = self._solve(name, sign)
        return self._proven[name, sign]

    def _solve(self, name: str, sign: int) -> int | None:
        program, side = self.program, 0 if sign < 0 else 1
        limit = program.bounds[name][side]
        if limit is None and program.is_unbounded(name, sign):
            return None
        if limit is not None and self._attained[name][side] == limit:
            return limit
        objective = {name: -sign}
        counts, proven = program.relaxed_minimum(objective)
        if counts is not None:
            self._note(counts)
        if proven is None or -sign * proven != self._attained[name][side]:
            self._note(program.whole_minimum(objective))
        return self._attained[name][side]

    def _note(self, counts: Counts) -> None:
        self.solutions.append(counts)
        for name, count in counts.items():
            low, high = self._attained.get(name, (count, count))
            self._attained[name] = (min(low, count), max(high, count))


def searches(model: Model, known: Iterable[Counts] = ()) -> Iterator[Search]:
    """A search for each component of a model."""
    known = list(known)
    for component in components(model):
        yield Search(component, known)


def intervals(model: Model) -> dict[str, Interval]:
    """The interval of every hidden cell, in the model's order."""
    found = {name: search.interval(name) for search in searches(model) for name in search.program.names}
    return {name: found[name] for name in model.hidden}


if __name__ == "__main__":
    try:
        for cell, (low, high) in intervals(read(sys.argv[1])).items():
            print(f"{cell}\t{low if low is not None else '-∞'}\t{high if high is not None else '∞'}")
    except Contradiction as contradiction:
        sys.exit(f"contradiction: {contradiction}")
