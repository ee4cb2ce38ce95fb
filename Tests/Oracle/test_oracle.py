"""The oracle itself: known answers from the literature, and small models whose every solution is tried."""

import itertools
import json
import math
import pathlib
from random import Random

import numpy
import pytest
from components import components
from enumeration import assignments
from exact import reduced
from implied import every_sum, implied, small_sums, smallest
from intervals import intervals, searches
from judge import leaking_cells, verdict
from model import model, parsed, read
from persons import SHAPES
from propagation import propagated
from random_models import main as draw_models
from random_models import random_model
from relations import Contradiction
from solver import Program

HERE = pathlib.Path(__file__).parent
KNOWN = sorted((HERE / "known").glob("*.json"))


def cells(**counts):
    """Cells by name: a number is published, None hidden and at least one."""
    return [{"id": name, "value": count} if count is not None
            else {"id": name, "value": None, "lo": 1, "role": "protected"} for name, count in counts.items()]


@pytest.mark.parametrize("path", KNOWN, ids=lambda path: path.stem)
def test_answers_known_from_the_literature(path):
    facts = parsed(path.read_text(encoding="utf-8"))
    found = verdict(read(path))
    assert found["intervals"] == facts["expected"]
    assert facts["stated"].items() <= found["intervals"].items(), "what the source states"
    assert facts["leaking"] == {
        "cells": sorted(leak["cell"] for leak in found["leaks"] if "cell" in leak),
        "groups": sorted(sorted(leak["parts"]) for leak in found["leaks"] if "parts" in leak),
    }


def test_the_four_by_four_is_exact_by_equations_alone():
    known = read(HERE / "known" / "sdctable-47.json")
    assert reduced(list(known.hidden), known.relations).exact == {"w|b": 47}


def enumerable(wanted):
    """Tiny models of every shape that are small enough to try every solution."""
    found = 0
    for index in itertools.count():
        facts, _ = random_model(Random(f"enumerated/{index}"), SHAPES[index % 4], "tiny")
        boxes = {name: ends for part in components(model(facts)) for name, ends in propagated(part).items()}
        if not boxes or any(low is None or high is None for low, high in boxes.values()):
            continue
        if math.prod(high - low + 1 for low, high in boxes.values()) > 100_000:
            continue
        yield facts, boxes
        found += 1
        if found == wanted:
            return


def test_intervals_are_those_of_every_solution_tried():
    narrowed = 0
    for facts, boxes in enumerable(150):
        solutions = list(assignments(facts, boxes))
        expected = {name: (min(each[name] for each in solutions), max(each[name] for each in solutions))
                    for name in boxes}
        assert intervals(model(facts)) == expected, json.dumps(facts)
        narrowed += expected != boxes
    assert narrowed > 10, "some need more than one relation at a time"


def test_intervals_hold_the_truth_and_are_found_when_it_is_known_from_the_start():
    for index in range(24):
        facts, truth = random_model(Random(f"truth/{index}"), SHAPES[index % 4], "small")
        drawn = model(facts)
        assert drawn.holds(truth)
        found = intervals(drawn)
        for name, (low, high) in found.items():
            assert low <= truth[name] and (high is None or truth[name] <= high)
        for search in searches(drawn, [truth]):
            assert all(search.interval(name) == found[name] for name in search.program.names)


def test_no_small_group_is_missed():
    seen = 0
    for index in range(80):
        facts, _ = random_model(Random(f"groups/{index}"), SHAPES[index % 4], ("tiny", "small")[index % 2])
        for part in components(model(facts)):
            names = [cell.id for cell in part.cells if cell.role in ("protected", "secondary")]
            others = [cell.id for cell in part.cells if cell.id not in names]
            system = reduced(others + names, part.relations)
            counted = [name for name in names if name not in system.exact]
            if len(counted) <= 12:
                expected = smallest(every_sum(system, counted, 5))
                assert smallest(small_sums(system, counted, 5)) == [each for each in expected if len(each[0]) < 5]
                seen += len(expected)
    assert seen > 30


def test_groups_say_how_they_are_seen():
    lines = {
        "cells": cells(total=20, a=None, b=None, c=8, all=40, d=None, e=None, f=9, g=8, h=None, i=None, j=None),
        "sums": [
            {"total": "total", "parts": ["a", "b", "d", "e", "c"]},
            {"total": "all", "parts": ["a", "b", "d", "e", "h", "i", "c", "f", "g"]},
        ],
        "linear": [{"terms": {"a": 1, "j": 1}, "op": "=", "rhs": 3}],
    }
    (part,) = components(model(lines))
    assert [(group.parts, group.total, group.by) for group in implied(part)] == [
        (("a", "j"), 3, "line"), (("h", "i"), 3, "nested lines")]


def test_a_reader_may_hold_any_number_possible():
    unbounded = {"cells": cells(a=None, b=None), "linear": [{"terms": {"a": 1, "b": -1}, "op": "=", "rhs": 3}]}
    assert intervals(model(unbounded)) == {"a": (4, None), "b": (1, None)}


def test_a_fractional_vertex_is_no_count():
    triangle = {
        "cells": [{"id": name, "value": None, "hi": 9, "role": "protected"} for name in ("a", "b", "c")]
        + [{"id": "total", "value": None, "role": "protected"}],
        "sums": [{"total": "total", "parts": ["a", "b", "c"]}],
        "groups": [{"parts": list(pair), "lo": 1, "hi": 12} for pair in ("ab", "bc", "ac")],
    }
    assert intervals(model(triangle))["total"] == (2, 18), "1.5 over the reals"


def test_what_floating_point_holds_for_a_solution_must_be_one():
    line = {"cells": cells(total=9, a=None, b=None), "sums": [{"total": "total", "parts": ["a", "b"]}]}
    (part,) = components(model(line))
    program = Program(part)
    assert program.exact(numpy.array([4.0000001, 5])) == {"a": 4, "b": 5}
    assert program.exact(numpy.array([4.5, 4.5])) is None
    assert program.exact(numpy.array([4, 4])) is None
    assert program.exact(numpy.array([0, 9])) is None


@pytest.mark.parametrize(("whole", "percent", "decimals", "expected"), [
    (8, 13, 0, (1, 1)),  # 12.5 rounds away from zero
    (8, 12, 0, None),
    (200, 1, 0, (1, 2)),  # 0.5 and 1.0; 1.5 rounds to 2
    (200, 2, 0, (3, 4)),
    (1000, 12.5, 1, (125, 125)),
    (2000, 0.1, 1, (1, 2)),  # 0.05 and 0.10; 0.15 rounds to 0.2
    (3, 33, 0, (1, 1)),
    (109, 52, 0, (57, 57)),
])
def test_a_share_rounded_half_away_from_zero(whole, percent, decimals, expected):
    fact = {"part": "part", "whole": "whole", "percent": percent, "decimals": decimals}
    facts = {"cells": [{"id": "part", "value": None}, {"id": "whole", "value": whole}], "shares": [fact]}
    if expected is None:
        with pytest.raises(Contradiction):
            intervals(model(facts))
    else:
        assert intervals(model(facts)) == {"part": expected}


def test_a_share_of_a_hidden_total_bounds_it():
    facts = {
        "cells": [{"id": "part", "value": 7}, {"id": "whole", "value": None}],
        "shares": [{"part": "part", "whole": "whole", "percent": 33, "decimals": 0}],
    }
    assert intervals(model(facts)) == {"whole": (21, 21)}


def test_what_cannot_be_is_refused():
    with pytest.raises(Contradiction):
        model({"cells": cells(total=5, a=2, b=2), "sums": [{"total": "total", "parts": ["a", "b"]}]})
    with pytest.raises(Contradiction):
        intervals(model({"cells": cells(total=1, a=None, b=None), "sums": [{"total": "total", "parts": ["a", "b"]}]}))
    with pytest.raises(ValueError, match="names the cell c"):
        model({"cells": cells(total=5, a=None), "sums": [{"total": "total", "parts": ["a", "c"]}]})


def test_roles_say_what_leaks():
    line = {"cells": cells(total=6, a=None, b=None, c=3), "sums": [{"total": "total", "parts": ["a", "b", "c"]}]}
    assert [leak["kind"] for leak in verdict(model(line))["leaks"]] == ["narrow", "narrow", "implied"]
    assert [leak["kind"] for leak in verdict(model(line), candidates=2)["leaks"]] == ["implied"]
    assert verdict(model(line), candidates=2, threshold=3)["leaks"] == []
    for each in line["cells"]:
        each["role"] = each.get("role") and "secondary"
    assert [leak["kind"] for leak in verdict(model(line))["leaks"]] == ["implied"]
    for each in line["cells"]:
        each["role"] = each.get("role") and "derived"
    assert verdict(model(line))["leaks"] == []
    assert leaking_cells([{"parts": ["b", "a"]}, {"cell": "a"}]) == ["a", "b"]


def test_the_same_seed_draws_the_same_bytes(tmp_path):
    for folder in ("one", "two"):
        draw_models(["--seed", "5", "--count", "8", "--size", "small", "--out", str(tmp_path / folder)])
    written = [sorted((path.name, path.read_bytes()) for path in (tmp_path / folder).iterdir())
               for folder in ("one", "two")]
    assert written[0] == written[1] and len(written[0]) == 16
