"""The plain text: columns, blank lines, and the same numbers as the page."""

import re
import unicodedata

import pytest

from conftest import EDITION

TEXTS = {
    language: (EDITION / language / "review.txt").read_text(encoding="utf-8")
    for language in ("fi", "sv", "en")
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_lines_keep_to_72_columns_and_end_clean(text):
    for line in text.split("\n"):
        assert len(line) <= 72 or " " not in line.strip(), line
        assert line == line.rstrip()
    assert text.endswith("\n") and not text.endswith("\n\n")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_text_is_in_composed_form(text):
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_headings_have_two_blank_lines_before_and_one_after(text):
    headings = [
        found for found in re.finditer(r"^\d+\.(\d+)? .+$", text, re.M)
        if text[found.start() - 3 : found.start()] == "\n\n\n"
    ]
    assert len(headings) >= 9
    for heading in headings:
        after = text[heading.end() :]
        assert re.match(r"(\n[^\n]+)?\n\n[^\n]", after), heading.group()


@pytest.mark.parametrize("language", TEXTS)
def test_every_figure_of_the_page_stands_in_the_text(language):
    page = (EDITION / language / "index.html").read_text(encoding="utf-8")
    numbers = re.findall(r'<p class="no">(\w+ \d+)</p>', page)
    assert len(numbers) == 16
    for number in numbers:
        assert f"{number}. " in TEXTS[language]


def test_the_languages_show_the_same_numbers():
    """Counts with three digits or more, however they are grouped, in the same order of figures."""
    def tables(text):
        rows = re.findall(r"^.*?\s{2,}([\d\u00a0, ]+)(?:\s{2,}.*)?$", text, re.M)
        return sorted(re.sub(r"\D", "", row) for row in rows if len(re.sub(r"\D", "", row)) >= 3)

    assert tables(TEXTS["fi"]) == tables(TEXTS["sv"]) == tables(TEXTS["en"])
