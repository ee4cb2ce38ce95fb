"""The data files against counts made another way: Python's own csv and Counter."""

import csv
import hashlib
import json
from collections import Counter

import pytest
from conftest import EDITION, ROOT

RECORDS = ROOT / "Content" / "2021-H1" / "records"
FIRST, LAST = "2021-01-01", "2021-06-30"


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


CLIENTS = read(RECORDS / "clients.csv")
STOCK = [each for each in CLIENTS if each["admitted_on"] <= LAST and not ("" < each["ended_on"] <= LAST)]
NEW = [each for each in CLIENTS if FIRST <= each["admitted_on"] <= LAST]
VICTIMS = [each for each in NEW if each["role"] == "victim"]
PRINCIPAL = [each for each in STOCK if each["role"] != "child"]
REFERRALS = [each for each in read(RECORDS / "referrals.csv") if FIRST <= each["received_on"] <= LAST]
ENTRY = {each["code"] for each in read(ROOT / "Content/codelists/decision_type.csv") if "entry=1" in each["attrs"]}
DECISIONS = [
    each for each in read(RECORDS / "decisions.csv")
    if FIRST <= each["decided_on"] <= LAST and each["decision_type"] in ENTRY
]


def band(age):
    for each in read(ROOT / "Content/codelists/age_group.csv"):
        bounds = dict(pair.split("=") for pair in each["attrs"].split(";") if "=" in pair)
        if "min" in bounds and int(bounds["min"]) <= int(age) <= int(bounds["max"]):
            return each["code"]
    raise AssertionError(age)


def group(each):
    return "child" if each["role"] == "child" else "minor" if band(each["age_at_admission"]) == "u18" else "adult"


FIGURES = {
    "referrals-by-referrer": (REFERRALS, lambda each: each["referred_by"]),
    "decisions-on-entry": (DECISIONS, lambda each: each["decision_type"]),
    "new-clients": (NEW, group),
    "new-clients-by-gender": (VICTIMS, lambda each: each["gender"]),
    "new-clients-by-age": (VICTIMS, lambda each: band(each["age_at_admission"])),
    "new-clients-by-nationality": (VICTIMS, lambda each: each["nationality"]),
    "new-clients-by-residence-status": (VICTIMS, lambda each: each["residence_status"]),
    "exploited-in-finland-by-form": (
        [each for each in VICTIMS if each["place_of_exploitation"] == "FI"],
        lambda each: each["form_of_exploitation"],
    ),
    "exploited-in-finland-by-residence-status": (
        [each for each in VICTIMS if each["place_of_exploitation"] == "FI"],
        lambda each: each["residence_status"],
    ),
    "all-clients": (STOCK, lambda each: "child" if each["role"] == "child" else "record"),
    "all-clients-by-nationality": (PRINCIPAL, lambda each: each["nationality"]),
    "all-clients-by-gender": (PRINCIPAL, lambda each: each["gender"]),
    "all-clients-by-form": (
        [each for each in PRINCIPAL if each["role"] == "victim"],
        lambda each: each["form_of_exploitation"],
    ),
}


@pytest.mark.parametrize("figure", FIGURES)
def test_every_published_count_is_right(figure):
    records, key = FIGURES[figure]
    counts = Counter(map(key, records))
    rows = read(EDITION / "data" / f"{figure}.csv")
    dimension = next(iter(rows[0]))
    total = 0
    for row in rows:
        if row["status"] != "published":
            assert row["value"] == ""
            continue
        code, value = row[dimension], int(row["value"])
        if code == "_T":
            assert value == len(records)
        elif code == "_O":
            shown = {each[dimension] for each in rows}
            assert value == sum(count for each, count in counts.items() if each not in shown)
            total += value
        else:
            assert value == counts[code], code
            total += value
    assert total == len(records)


def test_the_cross_of_form_and_place_is_right():
    counts = Counter((each["form_of_exploitation"], each["place_of_exploitation"]) for each in VICTIMS)
    rows = read(EDITION / "data" / "new-clients-by-form-and-place.csv")
    shown = {row["form"] for row in rows}
    for row in rows:
        forms = [row["form"]] if row["form"] not in ("_O", "_T") else None
        value = sum(
            count for (form, place), count in counts.items()
            if (row["form"] == "_T" or (form in forms if forms else form not in shown))
            and row["place"] in ("_T", place)
        )
        assert int(row["value"]) == value, row


def test_only_what_the_authority_published_is_small():
    small = set()
    for path in sorted((EDITION / "data").glob("*.csv")):
        for row in read(path):
            if row["status"] == "published" and 0 < int(row["value"]) < 5:
                small.add(tuple(row.values())[:-2] + (row["value"],))
    assert small == {
        ("criminal_activity", "FI", "3"), ("criminal_activity", "_T", "3"), ("criminal_activity", "3"),
        ("_O", "ABROAD", "2"), ("_O", "_T", "2"),
    }


def test_the_manifest_holds_the_sum_of_every_file_but_the_records():
    manifest = json.loads((EDITION / "build.json").read_text(encoding="utf-8"))
    on_disk = {
        str(path.relative_to(EDITION)) for path in EDITION.rglob("*")
        if path.is_file() and path.name != "build.json"
    }
    assert {each["path"] for each in manifest["outputs"]} == on_disk
    for each in manifest["outputs"]:
        content = (EDITION / each["path"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (each["bytes"], each["sha256"])
    for each in manifest["inputs"]:
        # Who knows all records but one could confirm a guess by the digest of the file.
        if "/records/" in each["path"]:
            assert set(each) == {"path"}
            continue
        content = (ROOT / each["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == each["sha256"], each["path"]
