"""The pages in a real browser: they open without an error, draw their charts, and answer to clicks and keys."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait
from sqlalchemy import Engine

from newsdb.reports import LANGUAGES, Language, overview_page
from newsdb.reports.annotated import annotate_article
from newsdb.reports.overview import SECTIONS
from newsdb.reports.pages import render

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (BROWSER and DRIVER), reason="Chromium and its driver are not installed"),
]
WIDE, PHONE = (1200, 900), (375, 740)
PATIENCE = 20


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture(scope="module", params=LANGUAGES)
def pages(request: pytest.FixtureRequest, gold_engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with overview.html and article.html in one language."""
    language: Language = request.param
    folder = tmp_path_factory.mktemp(f"pages_{language}")
    with gold_engine.connect() as connection:
        (folder / "overview.html").write_text(overview_page(connection, {}, language), encoding="utf-8")
        article = annotate_article(connection, "Sur les traces de la France", language)
    page = render("article.html", language, title=article.headline, article=article)
    (folder / "article.html").write_text(page, encoding="utf-8")
    return folder


def open_page(browser: webdriver.Chrome, page: Path, size: tuple[int, int] = WIDE) -> None:
    browser.get_log("browser")
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size == PHONE},
    )
    browser.get("about:blank")
    browser.get(page.as_uri())


def drawn(browser: webdriver.Chrome) -> list[str]:
    """The charts that have marks in them."""
    found = browser.find_elements(
        By.CSS_SELECTOR, ".chart:has(svg .mark-symbol path, svg .mark-rect path, svg .mark-arc path)"
    )
    return [str(chart.get_attribute("id")) for chart in found]


def shown_fact(browser: webdriver.Chrome) -> WebElement:
    return browser.find_element(By.CSS_SELECTOR, ".facts li:target")


def test_the_overview_draws_every_chart_without_an_error(browser: webdriver.Chrome, pages: Path) -> None:
    open_page(browser, pages / "overview.html")
    wanted = [f"chart-{name}" for name in SECTIONS]
    WebDriverWait(browser, PATIENCE).until(lambda browser: drawn(browser) == wanted)
    assert browser.get_log("browser") == []


def test_the_overview_asks_nothing_of_the_network(browser: webdriver.Chrome, pages: Path) -> None:
    browser.get_log("performance")
    open_page(browser, pages / "overview.html")
    WebDriverWait(browser, PATIENCE).until(lambda browser: len(drawn(browser)) == len(SECTIONS))
    log = browser.get_log("performance")
    asked = [entry["message"] for entry in log if '"Network.requestWillBeSent"' in entry["message"]]
    assert [message for message in asked if '"url":"http' in message] == []


@pytest.mark.parametrize("page", ["overview.html", "article.html"])
def test_a_phone_needs_no_scrolling_to_the_side(browser: webdriver.Chrome, pages: Path, page: str) -> None:
    open_page(browser, pages / page, PHONE)
    width = browser.execute_script("return document.documentElement.scrollWidth")
    assert width <= PHONE[0]


def test_tables_of_the_overview_open_by_keyboard(browser: webdriver.Chrome, pages: Path) -> None:
    open_page(browser, pages / "overview.html")
    summary = browser.find_element(By.TAG_NAME, "summary")
    summary.send_keys(Keys.ENTER)
    assert browser.find_element(By.CSS_SELECTOR, "details[open] tbody td").is_displayed()


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_a_click_on_a_quote_shows_its_speaker(browser: webdriver.Chrome, pages: Path, size: tuple[int, int]) -> None:
    open_page(browser, pages / "article.html", size)
    quote = next(q for q in browser.find_elements(By.CSS_SELECTOR, "a.quote") if "Pas du tout" in q.text)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", quote)
    quote.click()
    fact = shown_fact(browser)
    assert "Ahmed Réda Chami" in fact.text
    assert fact.is_displayed()
    box = fact.rect
    assert box["y"] + box["height"] <= browser.execute_script("return scrollY + innerHeight") + 1
    assert browser.get_log("browser") == []


def test_a_quote_is_followed_and_left_by_keyboard(browser: webdriver.Chrome, pages: Path) -> None:
    open_page(browser, pages / "article.html")
    body = browser.find_element(By.TAG_NAME, "body")
    for _ in range(40):
        body.send_keys(Keys.TAB)
        focused = browser.switch_to.active_element
        if focused.get_attribute("class") == "quote":
            break
    number = focused.get_attribute("data-fact")
    focused.send_keys(Keys.ENTER)
    assert shown_fact(browser).get_attribute("id") == f"fact-{number}"
    shown_fact(browser).find_element(By.CSS_SELECTOR, "a.back").send_keys(Keys.ENTER)
    assert browser.find_elements(By.CSS_SELECTOR, ".facts li:target") == []
    assert browser.current_url.endswith(f"#at-{number}")


def test_names_are_marked_and_ignored_parts_are_grey(browser: webdriver.Chrome, pages: Path) -> None:
    open_page(browser, pages / "article.html")
    for kind in ("person", "organisation", "role"):
        mark = browser.find_element(By.CSS_SELECTOR, f"article .{kind}")
        assert mark.value_of_css_property("border-bottom-width") == "2px"
    ignored = browser.find_element(By.CSS_SELECTOR, "article .ignored")
    assert ignored.value_of_css_property("color") == "rgba(118, 118, 118, 1)"
