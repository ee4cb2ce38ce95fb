"""The program under test, for the tests that ask it."""

import json
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("KATSAUS", ROOT / ".build" / "release" / "katsaus"))


class Katsaus:
    """The command line, run from the project's root."""

    def run(self, *arguments):
        """Runs a command that ends well or with findings."""
        done = subprocess.run([PROGRAM, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1), done.stderr
        return done

    def audit(self, path):
        """What the audit finds in a model; it ends with 1 exactly when it finds something."""
        done = self.run("audit", "--model", path, "--format", "json")
        result = json.loads(done.stdout)
        assert done.returncode == (1 if result["findings"] else 0), done.stderr
        return result


@pytest.fixture(scope="session")
def katsaus():
    """The release build; without it these tests fail, since nothing else asks the audit for its opinion."""
    assert PROGRAM.exists(), f"{PROGRAM} is not there; make review builds it"
    return Katsaus()
