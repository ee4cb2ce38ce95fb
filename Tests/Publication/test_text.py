"""The plain text: columns, blank lines, and the same numbers as the page."""

import re
import unicodedata

from conftest import EDITION

TEXT = (EDITION / "en" / "review.txt").read_text(encoding="utf-8")


def test_lines_keep_to_72_columns_and_end_clean():
    for line in TEXT.split("\n"):
        assert len(line) <= 72 or " " not in line.strip(), line
        assert line == line.rstrip()
    assert TEXT.endswith("\n") and not TEXT.endswith("\n\n")


def test_text_is_in_composed_form():
    assert unicodedata.is_normalized("NFC", TEXT)


def test_headings_have_two_blank_lines_before_and_one_after():
    headings = [m for m in re.finditer(r"^\d+\.(\d+)? .+$", TEXT, re.M) if "\n\n\n" in TEXT[m.start() - 3 : m.start()]]
    assert len(headings) >= 9
    for heading in headings:
        after = TEXT[heading.end() :]
        assert re.match(r"(\n[^\n]+)?\n\n[^\n]", after), heading.group()


def test_every_figure_of_the_page_stands_in_the_text():
    page = (EDITION / "en" / "index.html").read_text(encoding="utf-8")
    numbers = re.findall(r'<p class="no">(Figure \d+)</p>', page)
    assert len(numbers) == 16
    for number in numbers:
        assert f"{number}. " in TEXT
