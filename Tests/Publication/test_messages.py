"""Every message of the program has a form in Finnish and Swedish, with the same gaps."""

import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).parents[2]
SOURCES = ROOT / "Sources"
GAP = re.compile(r"\{\d+\}")


def literal(source, start):
    """The literal whose opening quote stands at `start`, gaps numbered, and where it ends."""
    text, gaps, index = "", 0, start + 1
    while source[index] != '"':
        if source.startswith("\\(", index):
            gaps += 1
            text += "{%d}" % gaps
            index = parenthesis(source, index + 1)
        elif source[index] == "\\":
            text += {"n": "\n"}.get(source[index + 1], source[index + 1])
            index += 2
        else:
            text += source[index]
            index += 1
    return text, index + 1


def parenthesis(source, start):
    """Where the parenthesis that opens at `start` has closed."""
    depth, index = 0, start
    while True:
        if source[index] == '"':
            _, index = literal(source, index)
            continue
        depth += {"(": 1, ")": -1}.get(source[index], 0)
        index += 1
        if depth == 0:
            return index


def messages():
    found = {}
    for path in sorted(SOURCES.rglob("*.swift")):
        source = re.sub(r"(?m)^\s*//.*$", "", path.read_text(encoding="utf-8"))
        for call in re.finditer(r"\bDiagnostic\(\n?\s*(?=\.|rule|finding)", source):
            index, end = call.end(), parenthesis(source, call.start() + len("Diagnostic"))
            pending = ""
            while index < end:
                if source[index] != '"':
                    index += 1
                    continue
                text, index = literal(source, index)
                joins = re.match(r"\s*\+\s*(?=\")", source[index:])
                count = len(GAP.findall(pending))
                text = GAP.sub(lambda gap: "{%d}" % (int(gap[0][1:-1]) + count), text)
                pending += text
                if joins:
                    index += joins.end()
                    continue
                if " " in pending.strip():
                    found[pending] = f"{path.relative_to(ROOT)}"
                pending = ""
    return found


def catalogue(language):
    forms = {}
    path = SOURCES / "MessageCatalogue" / f"{language}.yaml"
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = re.fullmatch(r"'((?:[^']|'')*)': '((?:[^']|'')*)'", line)
        if entry:
            forms[entry[1].replace("''", "'")] = entry[2].replace("''", "'")
    return forms


FOUND = messages()


def test_the_reader_of_sources_finds_messages():
    assert len(FOUND) > 250


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_message_is_translated(language):
    forms = catalogue(language)
    missing = {text: path for text, path in FOUND.items() if text not in forms}
    assert not missing


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_translations_keep_the_gaps(language):
    for form, words in catalogue(language).items():
        assert sorted(set(GAP.findall(form))) == sorted(set(GAP.findall(words))), form
