"""The program's audit against the oracle: on known answers, random models, the sample edition and its mutants."""

import json
import pathlib
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from compare import RULES, are_small, differences
from model import model, parsed
from mutants import main as write_mutants
from mutations import HARMLESS, LEAKING
from persons import SHAPES
from random_models import random_model
from safe import safe_model

KNOWN = sorted((pathlib.Path(__file__).parent / "known").glob("*.json"))
SAMPLE = "2021-H1"


@pytest.mark.parametrize("path", KNOWN, ids=lambda path: path.stem)
def test_known_answers(katsaus, path):
    assert differences(model(parsed(path.read_text(encoding="utf-8"))), katsaus.audit(path)) == []


@pytest.mark.parametrize("index", range(60))
def test_random_models(katsaus, index, tmp_path):
    facts, _ = random_model(Random(f"agreement/{index}"), SHAPES[index % 4], "tiny" if index % 5 == 0 else "small")
    path = tmp_path / "audit.json"
    path.write_text(json.dumps(facts), encoding="utf-8")
    assert differences(model(facts), katsaus.audit(path)) == []


@pytest.fixture(scope="module")
def sample(katsaus, tmp_path_factory):
    """The sample edition as a reader knows it."""
    path = tmp_path_factory.mktemp("sample") / "audit.json"
    katsaus.run("audit", SAMPLE, "--export", path)
    return path


def test_the_sample_edition(katsaus, sample):
    facts = parsed(sample.read_text(encoding="utf-8"))
    assert differences(model(facts), katsaus.audit(sample), facts=facts) == []


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """A safe model with cells that are hidden for the sake of others, which the sample has none of."""
    path = tmp_path_factory.mktemp("drawn") / "audit.json"
    path.write_text(json.dumps(safe_model(Random("mutants"))), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def mutants(katsaus, sample, drawn, tmp_path_factory):
    """Mutants of both models: label, what the audit finds in it, and what it finds in the model itself."""
    entries = []
    for base in (sample, drawn):
        folder = tmp_path_factory.mktemp("mutants")
        write_mutants([str(base), "--out", str(folder)])
        labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        before = {leak(each) for each in katsaus.audit(base)["findings"]}
        with ThreadPoolExecutor(2) as pool:
            results = pool.map(katsaus.audit, (folder / name for name in labels))
        entries += [
            (name, label, result, before, folder / name) for (name, label), result in zip(labels.items(), results)
        ]
    return entries


def test_mutants_are_enough(mutants):
    leaking = [label["kind"] for _, label, _, _, _ in mutants if label["leaks"]]
    harmless = [label["kind"] for _, label, _, _, _ in mutants if not label["leaks"] and label["kind"] in HARMLESS]
    assert len(mutants) >= 200 and len(harmless) >= 60
    assert [kind for kind in LEAKING if leaking.count(kind) < 15] == []


def test_every_leaking_mutant_is_stopped_with_the_right_cell_and_no_harmless_one_is(mutants):
    wrong = []
    for name, label, result, before, path in mutants:
        found = [each for each in result["findings"] if leak(each) not in before]
        cells = {each["cell"] for each in found if each["rule"] != RULES["implied"]}
        parts = {part for each in found if each["rule"] == RULES["implied"] for part in each["parts"]}
        expected = {each["cell"] for each in label["new"] if "cell" in each}
        groups = {part for each in label["new"] for part in each.get("parts", [])}
        if found and not label["leaks"] and label["kind"] not in HARMLESS and not cells:
            # The audit looks for larger groups than the judge does; they have to be there all the same.
            mutant = model(parsed(path.read_text(encoding="utf-8")))
            if are_small(mutant, result, [each["parts"] for each in found]):
                continue
        if bool(found) != label["leaks"] or cells != expected or not groups <= parts | cells:
            wrong.append(f"{name}: finds {sorted(cells | parts)}, should find {sorted(expected | groups)}")
    assert wrong == []


def leak(finding):
    """What makes two findings the same."""
    return finding["rule"], finding.get("cell"), tuple(sorted(finding.get("parts") or ()))
