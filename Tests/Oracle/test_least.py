"""The fewest hidden cells, against every smaller choice tried one by one, and against what was recorded."""

import itertools
import json
import pathlib
from random import Random

import pytest
from intervals import searches
from least import audit, drawn, least, with_margins
from model import model

HERE = pathlib.Path(__file__).parent
RECORDED = sorted((HERE / "least").glob("*.json"))


def is_enough(table, hidden, candidates):
    """Whether each small count keeps its candidates when these cells are hidden."""
    return all(
        search.is_wider(cell.id, candidates - 1)
        for search in searches(model(audit(table, hidden)))
        for cell in search.program.component.cells if cell.role == "protected"
    )


@pytest.mark.parametrize("candidates", [2, 3])
def test_no_smaller_choice_is_enough(candidates):
    for index in range(6):
        table = drawn(Random(f"least/{index}"), 3, 2, 24)
        best = least(table, candidates)
        assert is_enough(table, best.cells, candidates)
        counts = with_margins(table)
        places = [(row, column) for row, line in enumerate(counts) for column, count in enumerate(line) if count]
        primary = [(row, column) for row, column in places if counts[row][column] < 5]
        others = [place for place in places if place not in primary]
        for number in range(best.hidden - len(primary)):
            for more in itertools.combinations(others, number):
                assert not is_enough(table, [*primary, *more], candidates)


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_recorded_tables_have_the_fewest_recorded(path):
    for each in json.loads(path.read_text(encoding="utf-8"))[:3]:
        best = least(each["table"], each["candidates"])
        assert (best.hidden, best.primary) == (each["least"], each["primary"])
        assert is_enough(each["table"], best.cells, each["candidates"])
