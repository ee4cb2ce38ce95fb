"""The sample publication, as `make review` builds it, in the hands of real programs."""

import pathlib
import shutil

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITE = ROOT / "Output" / "site"
EDITION = SITE / "2021-H1"


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
def page_at(browser):
    """Opens a page of the site at a width, and notes every request and message it makes."""
    pages = []

    def open_page(path, width=1280, **options):
        page = browser.new_context(viewport={"width": width, "height": 900}, **options).new_page()
        page.requests_made, page.messages = [], []
        page.on("request", lambda request: page.requests_made.append(request.url))
        page.on("console", lambda message: page.messages.append(message.text))
        page.on("pageerror", lambda error: page.messages.append(str(error)))
        page.goto((SITE / path).as_uri())
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.close()
