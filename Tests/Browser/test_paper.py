"""The paper edition and its PDF, read back with the tools that others use."""

import hashlib
import re
import subprocess

import pikepdf
import pytest
from conftest import EDITIONS, LANGUAGES, PAPERS, build_gallery

PDFS = [(site, f"{edition}/{language}/review.pdf") for site, edition in EDITIONS.items() for language in LANGUAGES]


def tool(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout


@pytest.fixture
def pdf(sites, request):
    site, path = request.param
    with pikepdf.open(sites[site] / path) as document:
        document.path = sites[site] / path
        document.language = path.split("/")[1]
        document.site = site
        yield document


each_pdf = pytest.mark.parametrize("pdf", PDFS, indirect=True)


def elements(node):
    """Every element of the structure tree, in reading order."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from elements(each)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


@each_pdf
def test_pdf_is_whole_tagged_titled_and_in_its_language(pdf):
    tool("qpdf", "--check", pdf.path)
    told = dict(re.findall(r"^(.+?): +(.+)$", tool("pdfinfo", pdf.path), re.M))
    assert told["Tagged"] == "yes" and told["Page size"].endswith("(A4)") and told["Title"]
    assert str(pdf.Root.Lang) == pdf.language
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    with pdf.open_outline() as outline:
        titles = [each.title for each in outline.root[0].children] or [each.title for each in outline.root]
    assert len(titles) >= 2
    for line in tool("pdffonts", pdf.path).splitlines()[2:]:
        assert line.split()[-5] == "yes", line


@each_pdf
def test_page_numbers_of_the_contents_are_true(pdf):
    numbers = {page.obj.objgen: index + 1 for index, page in enumerate(pdf.pages)}
    links = []
    contents = pdf.pages[1]
    for link in contents.Annots:
        name = str(link.get("/Dest", ""))
        if name:
            links.append((-float(link.Rect[3]), numbers[pdf.Root.Dests[name][0].objgen]))
    printed = re.findall(r"\S.*?\s(\d+)$", tool("pdftotext", "-layout", "-f", 2, "-l", 2, pdf.path, "-"), re.M)
    expected = [page for _, page in sorted(links)]
    assert len(expected) >= 10
    # The first number is the year at the head of the page.
    assert list(map(int, printed))[1 : len(expected) + 1] == expected


@each_pdf
def test_every_figure_has_words_and_a_long_table_is_one_table(pdf):
    tree = list(elements(pdf.Root.StructTreeRoot))
    figures = [each for each in tree if each.S == "/Figure"]
    assert len(figures) >= 16
    assert all(str(each.get("/Alt", "")).strip() for each in figures)
    tables = [sum(row.S == "/TR" for row in elements(each.K)) for each in tree if each.S == "/Table"]
    if pdf.site == "gallery":
        # Sixty municipalities without the one that never called, head and total.
        assert tables[-1] == max(tables) >= 61
        pages = tool("pdftotext", "-layout", pdf.path, "-").split("\f")
        head = {"fi": "Naiset", "sv": "Kvinnor", "en": "Women"}[pdf.language]
        town = {"fi": "Oulu", "sv": "Uleåborg", "en": "Oulu"}[pdf.language]
        last = [page for page in pages if re.search(rf"^ *{town}  .*\d", page, re.M)][-1]
        assert head in last


@each_pdf
def test_nothing_is_drawn_outside_tags_and_artefacts(pdf):
    shown = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}
    for page in pdf.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += {"BMC": 1, "BDC": 1, "EMC": -1}.get(name, 0)
            assert depth >= 0
            assert depth > 0 or name not in shown, (page.label, name)
        assert depth == 0


@each_pdf
def test_no_address_of_this_machine_is_printed(pdf):
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            address = str(link.get("/A", {}).get("/URI", ""))
            assert not address or re.match(r"(https|http|mailto|tel):", address), address
    text = tool("pdftotext", pdf.path, "-")
    assert "file:" not in text and "/data/" in text
    assert "Infinity" not in text and " 00)" not in text


@each_pdf
def test_chapters_stand_at_the_head_of_their_pages(pdf):
    heads = {
        tool("pdftotext", "-layout", "-f", page, "-l", page, "-x", 0, "-y", 0, "-W", 600, "-H", 80, pdf.path, "-").strip()
        for page in range(3, len(pdf.pages))
    }
    assert len(heads) >= (9 if pdf.site == "sample" else 2)
    numbers = [
        tool("pdftotext", "-f", page, "-l", page, "-x", 480, "-y", 770, "-W", 110, "-H", 60, pdf.path, "-").strip()
        for page in range(2, len(pdf.pages) + 1)
    ]
    assert numbers == [str(page) for page in range(2, len(pdf.pages) + 1)]


@pytest.mark.parametrize("site, path", PAPERS)
def test_paper_is_one_file_and_names_the_text_that_says_the_same(sites, site, path):
    page = (sites[site] / path).read_text(encoding="utf-8")
    outside = [
        address for address in re.findall(r"""(?:href|src)="([^"]*)"|url\(["']?([^"')]*)""", page)
        if not re.match(r"(#|data:|https?:|mailto:|tel:)", address[0] or address[1])
    ]
    assert outside == []
    text = (sites[site] / path).with_name("review.txt").read_bytes()
    printed = re.search(r'class="checksum">([0-9a-f ]+)<', page)[1]
    assert printed.replace(" ", "") == hashlib.sha256(text).hexdigest()


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_words_can_be_searched_for(sites, language):
    """Soft hyphens at which no line was broken would stand in the way."""
    path = sites["sample"] / "2021-H1" / language / "review.pdf"
    text = tool("pdftotext", "-raw", path, "-")
    word = {"fi": "auttamisjärjestelmä", "sv": "hjälpsystemet"}[language]
    assert text.lower().count(word) >= 20
    # A letter of the next line may stand before the end of this one.
    inside = re.findall("\u00ad(?!.?[\n\u2010])", text)
    assert inside == []


def test_the_same_input_gives_the_same_bytes(sites, tmp_path):
    again = build_gallery(tmp_path)
    files = sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert sum(path.name == "review.pdf" for path in files) == 3
    for path in files:
        assert (again / path).read_bytes() == (sites["gallery"] / path).read_bytes(), path


@pytest.mark.parametrize("name", ["index.html", "print.html"])
def test_bars_are_there_when_backgrounds_are_not_printed(page_at, tmp_path, name):
    page = page_at("sample", f"2021-H1/en/{name}")
    file = tmp_path / "plain.pdf"
    page.pdf(path=file, prefer_css_page_size=True, print_background=False)
    tool("pdftoppm", "-r", 30, file, tmp_path / "page")
    bar = bytes([0x17, 0x3D, 0x6B])
    coloured = 0
    for image in sorted(tmp_path.glob("page*.ppm")):
        pixels = image.read_bytes()
        coloured += sum(pixels[index : index + 3] == bar for index in range(15, len(pixels) - 2, 3))
    assert coloured > 2000
