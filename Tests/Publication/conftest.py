"""The sample publication, as `make review` builds it, in the hands of real programs."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITE = ROOT / "Output" / "site"
EDITION = SITE / "2021-H1"
