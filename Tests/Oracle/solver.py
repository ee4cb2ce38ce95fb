"""One component as a linear and an integer program for SciPy's HiGHS; its answers are checked in whole numbers.

HiGHS computes with floating point and within tolerances. A solution is rounded and must then satisfy every relation
exactly. A bound is proven by the duals of the linear relaxation, rounded to integers: any multipliers give a true
bound (Neumaier and Shcherbina 2004, Safe bounds in linear and mixed-integer linear programming), so none is lost or
invented by rounding. Only where branch and bound had to close a gap is its own bound believed.
"""

from __future__ import annotations

from fractions import Fraction

import numpy
from components import Component
from model import satisfied
from propagation import propagated
from relations import Contradiction, Relation
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

SCALE = 1 << 24
Counts = dict[str, int]


class Unverified(Exception):
    """An answer of HiGHS that whole numbers do not confirm."""


class Program:
    """The counts that a reader holds possible in one component."""

    def __init__(self, component: Component) -> None:
        self.component = component
        self.bounds = propagated(component)
        self.names = [cell.id for cell in component.cells]
        self.column = {name: index for index, name in enumerate(self.names)}
        self.equations = [each for each in component.relations if each.is_equation]
        # (relation, sign): sign * sum <= limit.
        self.limits = [
            (each, sign, sign * limit)
            for each in component.relations if not each.is_equation
            for sign, limit in ((1, each.high), (-1, each.low)) if limit is not None
        ]
        self._equation_matrix = self._matrix([(each, 1) for each in self.equations])
        self._limit_matrix = self._matrix([(each, sign) for each, sign, _ in self.limits])
        self._equation_values = numpy.array([each.low for each in self.equations], dtype=float)
        self._limit_values = numpy.array([limit for _, _, limit in self.limits], dtype=float)
        ends = [self.bounds[name] for name in self.names]
        self._lows = numpy.array([-numpy.inf if low is None else low for low, _ in ends])
        self._highs = numpy.array([numpy.inf if high is None else high for _, high in ends])

    def _matrix(self, rows) -> csr_array:
        entries = [
            (row, self.column[name], sign * coefficient)
            for row, (relation, sign) in enumerate(rows) for name, coefficient in relation.terms
        ]
        rows_at, columns_at, values = zip(*entries) if entries else ((), (), ())
        shape = (len(rows), len(self.names))
        return csr_array((numpy.array(values, dtype=float), (rows_at, columns_at)), shape=shape)

    def relaxed_minimum(self, objective: Counts) -> tuple[Counts | None, int | None]:
        """Minimises over the reals: the solution when it is whole, and a proven bound rounded up to an integer."""
        result = linprog(
            self._costs(objective),
            A_ub=self._limit_matrix if self.limits else None, b_ub=self._limit_values if self.limits else None,
            A_eq=self._equation_matrix if self.equations else None,
            b_eq=self._equation_values if self.equations else None,
            bounds=numpy.column_stack([self._lows, self._highs]), method="highs-ds",
        )
        if result.status == 2:
            raise Contradiction("no counts satisfy what was published")
        if result.status != 0:
            return None, None
        limits = result.ineqlin.marginals if self.limits else ()
        equations = result.eqlin.marginals if self.equations else ()
        return self.exact(result.x), self._safe(objective, limits, equations)

    def whole_minimum(self, objective: Counts) -> Counts:
        """Minimises over whole numbers, with no gap left."""
        constraints = []
        if self.equations or self.limits:
            constraints.append(LinearConstraint(
                vstack([self._equation_matrix, self._limit_matrix], format="csr"),
                numpy.concatenate([self._equation_values, numpy.full(len(self.limits), -numpy.inf)]),
                numpy.concatenate([self._equation_values, self._limit_values]),
            ))
        result = milp(
            self._costs(objective), integrality=numpy.ones(len(self.names)),
            bounds=Bounds(self._lows, self._highs), constraints=constraints, options={"mip_rel_gap": 0},
        )
        if result.status == 2:
            raise Contradiction("no whole counts satisfy what was published")
        if result.status != 0:
            raise Unverified(f"HiGHS stopped: {result.message}")
        counts = self.exact(result.x)
        if counts is None:
            raise Unverified("HiGHS's solution is not one in whole numbers")
        if result.mip_dual_bound is not None and value(objective, counts) - result.mip_dual_bound >= 1 - 1e-6:
            raise Unverified("HiGHS left a gap")
        return counts

    def exact(self, solution: numpy.ndarray) -> Counts | None:
        """The solution in whole numbers, when it was one and satisfies everything."""
        rounded = numpy.rint(solution)
        if numpy.abs(solution - rounded).max(initial=0) > 1e-4:
            return None
        counts = {name: int(count) for name, count in zip(self.names, rounded)}
        return counts if self.holds(counts) else None

    def holds(self, counts: Counts) -> bool:
        """Whether the counts satisfy everything, in Python's integers."""
        return all(within(counts[name], self.bounds[name]) for name in self.names) and all(
            satisfied(relation, counts) for relation in self.component.relations
        )

    def is_unbounded(self, name: str, sign: int) -> bool:
        """Whether a cell may grow (sign 1) or fall (-1) for ever: a ray of the relaxation, checked exactly.

        What is feasible in rational numbers and has a rational ray has a whole one (Meyer 1974).
        """
        end = self.bounds[name][1 if sign > 0 else 0]
        if end is not None:
            return False
        lows = numpy.where(numpy.isfinite(self._lows), 0, -numpy.inf)
        highs = numpy.where(numpy.isfinite(self._highs), 0, numpy.inf)
        at = self.column[name]
        lows[at] = highs[at] = sign
        result = linprog(
            numpy.zeros(len(self.names)),
            A_ub=self._limit_matrix if self.limits else None,
            b_ub=numpy.zeros(len(self.limits)) if self.limits else None,
            A_eq=self._equation_matrix if self.equations else None,
            b_eq=numpy.zeros(len(self.equations)) if self.equations else None,
            bounds=numpy.column_stack([lows, highs]), method="highs-ds",
        )
        if result.status == 2:
            return False
        if result.status != 0 or not self._is_ray(result.x):
            raise Unverified("HiGHS's ray is not one in rational numbers")
        return True

    def _is_ray(self, direction: numpy.ndarray) -> bool:
        ray = {name: Fraction(float(step)).limit_denominator(10**6) for name, step in zip(self.names, direction)}

        def along(relation: Relation) -> Fraction:
            return sum((coefficient * ray[name] for name, coefficient in relation.terms), Fraction(0))

        return (
            all(along(each) == 0 for each in self.equations)
            and all(sign * along(each) <= 0 for each, sign, _ in self.limits)
            and all(
                (low is None or ray[name] >= 0) and (high is None or ray[name] <= 0)
                for name, (low, high) in self.bounds.items()
            )
        )

    def _costs(self, objective: Counts) -> numpy.ndarray:
        costs = numpy.zeros(len(self.names))
        for name, cost in objective.items():
            costs[self.column[name]] = cost
        return costs

    def _safe(self, objective: Counts, limits, equations) -> int | None:
        """The bound that these duals prove, rounded up; None where an endless cell spoils it."""
        reduced = {name: cost * SCALE for name, cost in objective.items()}
        total = 0
        duals = [(each, min(0, round(dual * SCALE)) * sign, sign * limit)
                 for (each, sign, limit), dual in zip(self.limits, limits)]
        duals += [(each, round(dual * SCALE), each.low) for each, dual in zip(self.equations, equations)]
        for relation, dual, limit in duals:
            if dual == 0:
                continue
            total += dual * limit
            for name, coefficient in relation.terms:
                reduced[name] = reduced.get(name, 0) - dual * coefficient
        for name, cost in reduced.items():
            if cost == 0:
                continue
            end = self.bounds[name][0 if cost > 0 else 1]
            if end is None:
                return None
            total += cost * end
        return -(-total // SCALE)


def value(objective: Counts, counts: Counts) -> int:
    """The objective at these counts."""
    return sum(cost * counts[name] for name, cost in objective.items())


def within(count: int, ends: tuple[int | None, int | None]) -> bool:
    """Whether a count lies between two bounds."""
    low, high = ends
    return (low is None or low <= count) and (high is None or count <= high)
