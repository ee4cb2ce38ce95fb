"""Two publications in a real browser: the sample, as `make review` builds it, and the gallery of charts."""

import pathlib
import shutil
import subprocess

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "release" / "katsaus"
GALLERY = ROOT / "Tests" / "Fixtures" / "Gallery" / "Content"
LANGUAGES = ["fi", "sv", "en"]
EDITIONS = {"sample": "2021-H1", "gallery": "2022-H1"}
REVIEWS = [(site, f"{edition}/{language}/index.html") for site, edition in EDITIONS.items() for language in LANGUAGES]
PAPERS = [(site, page.replace("index", "print")) for site, page in REVIEWS]
INDEXES = [("sample", "index.html"), ("sample", "2021-H1/index.html")]
PAGES = INDEXES + REVIEWS + PAPERS


def build_gallery(folder):
    command = [PROGRAM, "build", "--pdf", "--content", GALLERY, "--output", folder]
    finished = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert finished.returncode == 0, finished.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """The folder of each publication's pages."""
    return {"sample": ROOT / "Output" / "site", "gallery": build_gallery(tmp_path_factory.mktemp("gallery"))}


@pytest.fixture(scope="session")
def browser():
    """Debian's own Chromium; nothing is downloaded."""
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert program, "install chromium-headless-shell (make test-deps does)"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page_at(browser, sites):
    """Opens a page of a site at a width, and notes every request and message it makes."""
    contexts = []

    def open_page(site, path, width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.requests_made, page.messages = [], []
        page.on("request", lambda request: page.requests_made.append(request.url))
        page.on("console", lambda message: page.messages.append(message.text))
        page.on("pageerror", lambda error: page.messages.append(str(error)))
        page.goto((sites[site] / path).as_uri())
        page.evaluate("document.fonts.ready.then(() => true)")
        return page

    yield open_page
    for context in contexts:
        context.close()
