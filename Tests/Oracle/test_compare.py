"""Comparing: a result as it should be passes, and each planted fault is named."""

import copy
import json
import pathlib
from random import Random

import compare
import pytest
from judge import verdict
from model import model, parsed

KNOWN = pathlib.Path(__file__).parent / "known"


def result_of(facts):
    """What a faultless audit prints."""
    found = verdict(model(facts))
    return {
        "intervals": [{"cell": name, "lo": low, "hi": high} for name, (low, high) in found["intervals"].items()],
        "findings": [{**leak, "rule": compare.RULES[leak["kind"]]} for leak in found["leaks"]],
    }


@pytest.fixture
def facts():
    return parsed((KNOWN / "usersupport-136-linked.json").read_text(encoding="utf-8"))


def test_a_faultless_result_has_no_differences(facts):
    assert compare.differences(model(facts), result_of(facts)) == []


def test_an_interval_that_is_wrong_missing_or_too_many_is_named(facts):
    result = result_of(facts)
    result["intervals"][0]["hi"] = None
    del result["intervals"][1]
    result["intervals"].append({"cell": "N", "lo": 7, "hi": 7})
    assert compare.differences(model(facts), result) == [
        "A: [1, None], should be [1, 3]", "B: no interval, should be [1, 3]",
        "N: an interval of a cell that is not hidden",
    ]


def test_a_leak_that_is_missed_or_invented_is_named(facts):
    result = result_of(facts)
    result["findings"] = [
        {"rule": "disclosure-narrow", "cell": "L", "lo": 1, "hi": 5},
        {"rule": "disclosure-implied", "parts": ["A", "L"], "lo": 3, "hi": 3},
        {"rule": "disclosure-implied", "parts": ["L", "M"], "lo": 6, "hi": 6},
    ]
    assert compare.differences(model(facts), result) == [
        "K: exact, and not found", "L: found narrow, and is not", "A + L: found determined, and is not",
        "L + M: found 6–6, is 6", "A + B: 4 by line, and not found",
    ]


def test_a_larger_group_that_holds_the_small_one_will_do():
    facts = {
        "cells": [{"id": name, "value": None, "lo": 1, "role": "protected"} for name in "abcd"]
        + [{"id": "one", "value": 2}, {"id": "two", "value": 2}],
        "sums": [{"total": "one", "parts": ["a", "b"]}, {"total": "two", "parts": ["c", "d"]}],
    }
    found = result_of(facts)
    assert compare.differences(model(facts), found) == []
    found["findings"].append({"rule": "disclosure-implied", "parts": list("abcd"), "lo": 4, "hi": 4})
    assert compare.differences(model(facts), found) == []


def test_the_command_prints_differences_and_fails(facts, tmp_path, capsys):
    known, result = tmp_path / "audit.json", tmp_path / "result.json"
    known.write_text(json.dumps(facts))
    good = result_of(facts)
    result.write_text(json.dumps(good))
    assert compare.main([str(known), str(result)]) == 0
    bad = copy.deepcopy(good)
    Random(1).choice(bad["intervals"])["lo"] = 0
    result.write_text(json.dumps(bad))
    assert compare.main([str(known), str(result)]) == 1
    assert "should be" in capsys.readouterr().out
