"""The numbers of a PDF: read by another program, and changed by hand to see whether the audit finds it."""

import collections
import random
import re
import shutil
import subprocess

import pikepdf
import pytest
from conftest import EDITIONS, LANGUAGES, PROGRAM, ROOT

NUMBER = re.compile(r"\d+")

# The caption of a table is for screen readers alone: what it says stands above the figure.
VISIBLE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element.getClientRects().length && !element.closest('title, desc, caption')) {
      words.push(node.data.replaceAll('\\u00ad', ''));
    }
  }
  return words.join(' ');
}"""


def numbers(text):
    return collections.Counter(NUMBER.findall(text))


@pytest.mark.parametrize("site", EDITIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_the_paper_edition_is_in_the_pdf_and_no_other(page_at, sites, site, language):
    folder = f"{EDITIONS[site]}/{language}"
    page = page_at(site, f"{folder}/print.html")
    page.emulate_media(media="print")
    stated = numbers(page.evaluate(VISIBLE))
    assert sum(stated.values()) > 200
    path = sites[site] / folder / "review.pdf"
    text = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True).stdout
    printed = numbers(text)
    # A number that the two break at another place is one number less and two more.
    assert stated - printed == collections.Counter()
    pages = len(text.split("\f")) - 1
    addresses = page.evaluate("() => [...document.links].map(link => link.href).join(' ')")
    head = page.evaluate("() => document.title")
    columns = page.evaluate("() => [...document.querySelectorAll('thead')].map(head => head.textContent).join(' ')")
    known = {str(number) for number in range(1, pages + 1)} | set(numbers(f"{addresses} {head} {columns}"))
    assert set(printed - stated) <= known


@pytest.fixture(scope="module")
def copy(sites, tmp_path_factory):
    """A site of its own that may be spoilt, and the PDF in it."""
    output = tmp_path_factory.mktemp("spoilt")
    shutil.copytree(sites["sample"], output / "site")
    return output, output / "site" / "2021-H1" / "en" / "review.pdf"


def audit(output):
    command = [PROGRAM, "audit", "2021-H1", "--output", output]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return [int(line) for line in re.findall(r"review\.pdf:(\d+):1: error", finished.stdout + finished.stderr)]


def save(document, path):
    document.save(path, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def digit_codes(font):
    """The codes of the digits of a font."""
    table = font.ToUnicode.read_bytes().decode("latin1")
    codes = {}
    for block in re.findall(r"beginbfchar\n(.*?)endbfchar", table, re.S):
        for code, letter in re.findall(r"<(\w+)> <00(3\d)>", block):
            codes[code.upper()] = letter
    for block in re.findall(r"beginbfrange\n(.*?)endbfrange", table, re.S):
        for first, last, letter in re.findall(r"<(\w+)> <(\w+)> <(\w+)>", block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                if 0x30 <= int(letter, 16) + step <= 0x39:
                    codes[f"{int(first, 16) + step:04X}"] = f"{int(letter, 16) + step:02x}"
    return codes


def painted_digits(page):
    """Where digits are painted on a page, with the codes of the font they are painted in."""
    fonts = {name: digit_codes(font) for name, font in page.Resources.Font.items()}
    font, found = {}, []
    content = page.Contents.read_bytes().decode("latin1")
    for match in re.finditer(r"(/F\d+) [\d.]+ Tf|<([0-9A-F]{4})> Tj", content):
        if match[1]:
            font = fonts[match[1]]
        elif match[2] in font:
            found.append((match.start(2), match[2], font))
    return content, found


def test_the_audit_reads_a_pdf_that_nobody_touched(copy):
    output, path = copy
    assert audit(output) == []
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        save(document, path)
    assert audit(output) == []


@pytest.mark.parametrize("seed", range(16))
def test_a_digit_painted_otherwise_is_found_on_its_page(copy, sites, seed):
    output, path = copy
    chance = random.Random(seed)
    with pikepdf.open(sites["sample"] / "2021-H1" / "en" / "review.pdf") as document:
        # The cover, contents, text, charts, tables and margins alike.
        number = chance.choice([0, *range(2, len(document.pages))])
        page = document.pages[number]
        content, found = painted_digits(page)
        place, code, font = chance.choice(found)
        other = chance.choice([each for each in font if font[each] != font[code]])
        page.Contents = document.make_stream((content[:place] + other + content[place + 4 :]).encode("latin1"))
        save(document, path)
    assert number + 1 in audit(output)


def spoil_alternative(document):
    for entry in document.objects:
        if isinstance(entry, pikepdf.Dictionary) and re.search(r"\d", str(entry.get("/Alt", ""))):
            entry.Alt = pikepdf.String(re.sub(r"\d+", lambda match: str(int(match[0]) + 1), str(entry.Alt), count=1))
            return


def spoil_outline(document):
    with document.open_outline() as outline:
        outline.root[0].children[3].title += " 3"


def spoil_title(document):
    document.docinfo["/Title"] = "Semiannual review, January–June 2022"


def spoil_margin(document):
    page = document.pages[9]
    content, found = painted_digits(page)
    font = next(name for name, each in page.Resources.Font.items() if digit_codes(each))
    code = next(iter(digit_codes(page.Resources.Font[font])))
    line = f"\n/Artifact BMC BT {font} 9 Tf 1 0 0 -1 40 60 Tm <{code}> Tj <{code}> Tj <{code}> Tj ET EMC"
    page.Contents = document.make_stream((content + line).encode("latin1"))


def spoil_order(document):
    """Two cells of a table change places."""
    rows = [entry for entry in document.objects if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == "/TR"]
    row = next(row for row in rows if len(row.K) == 3 and row.K[0].get("/S") == "/TH" and row.K[1].get("/S") == "/TD")
    cells = list(row.K)
    row.K = pikepdf.Array([cells[0], cells[2], cells[1]])


@pytest.mark.parametrize("spoil", [spoil_alternative, spoil_outline, spoil_title, spoil_margin, spoil_order])
def test_a_number_that_is_not_in_the_text_is_found(copy, sites, spoil):
    output, path = copy
    with pikepdf.open(sites["sample"] / "2021-H1" / "en" / "review.pdf") as document:
        spoil(document)
        save(document, path)
    assert audit(output) != []
