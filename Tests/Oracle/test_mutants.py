"""The mutants of a safe model: enough of every kind, true, and labelled as the judge would without its shortcuts."""

import json
from random import Random

import pytest
from judge import leaking_cells, verdict
from model import model, parsed
from mutants import main, plausible
from mutations import HARMLESS, LEAKING
from safe import safe_model


@pytest.fixture(scope="module")
def facts():
    return safe_model(Random("mutants"), hidden=30, shown=15)


@pytest.fixture(scope="module")
def folder(facts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("mutants")
    (folder / "safe.json").write_text(json.dumps(facts))
    assert main([str(folder / "safe.json"), "--out", str(folder / "out")]) == 0
    return folder / "out"


@pytest.fixture(scope="module")
def labels(folder):
    return json.loads((folder / "labels.json").read_text())


def test_the_model_to_start_from_is_safe(facts):
    assert verdict(model(facts))["leaks"] == []


def test_there_are_two_hundred_fifteen_that_leak_of_each_kind_and_sixty_harmless(labels):
    assert len(labels) >= 200
    leaking = [each["kind"] for each in labels.values() if each["leaks"]]
    assert {kind: leaking.count(kind) for kind in LEAKING} == {kind: 15 for kind in LEAKING}
    harmless = [each for each in labels.values() if each["kind"] in HARMLESS]
    assert len(harmless) >= 60 and not any(each["leaks"] for each in harmless)
    assert any(not each["leaks"] for each in labels.values() if each["kind"] in LEAKING)


def test_labels_are_those_of_the_judge(labels, folder):
    for name in Random(1).sample(sorted(labels), 60):
        leaks = verdict(model(parsed((folder / name).read_text())))["leaks"]
        assert bool(leaks) == labels[name]["leaks"], name
        assert leaking_cells(leaks) == labels[name]["cells"], name


def test_mutants_say_what_may_be_true(facts, labels, folder):
    truth = plausible(facts, Random(1))
    for name in labels:
        mutant = model(parsed((folder / name).read_text()))
        known = {cell: truth[cell] for cell in mutant.hidden if cell in truth}
        if len(known) == len(mutant.hidden):
            assert mutant.holds(known), name
    assert all(1 <= truth[each["id"]] < 5 for each in facts["cells"] if each.get("role") == "protected")


def test_a_model_that_its_roles_contradict_has_no_mutants(tmp_path):
    facts = {"cells": [{"id": "a", "value": None, "role": "protected"}, {"id": "b", "value": 9}],
             "sums": [{"total": "b", "parts": ["a"]}]}
    (tmp_path / "safe.json").write_text(json.dumps(facts))
    with pytest.raises(SystemExit, match="no counts fit"):
        main([str(tmp_path / "safe.json"), "--out", str(tmp_path / "out")])
