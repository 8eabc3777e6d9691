"""The newsdb dashboard of a Superset in headless Chromium: logged in, opened, drawn, and what its charts asked."""

import json
import shutil
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from tests.bi.superset_server import Server

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
# High enough for the whole dashboard: charts are drawn when they come into view.
WIDTH, HEIGHT = 1400, 3200
PATIENCE = 90
COUNTER = "https://apachesuperset.gateway.scarf.sh/"
# Around the last row as around the others.
MARGIN = 16
DRAWN = "canvas, tbody td, .header-line"


@contextmanager
def chromium() -> Iterator[webdriver.Chrome]:
    assert BROWSER, "Chromium is not installed: apt install chromium"
    assert DRIVER, "its driver is not installed: apt install chromium-driver"
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=en"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    browser = webdriver.Chrome(options=options, service=Service(DRIVER))
    size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        yield browser
    finally:
        browser.quit()


def log_in(browser: webdriver.Chrome, server: Server) -> None:
    browser.get(f"{server.address}/login/")
    patience = WebDriverWait(browser, PATIENCE)
    patience.until(lambda browser: browser.find_elements(By.ID, "username"))
    browser.find_element(By.ID, "username").send_keys("admin")
    browser.find_element(By.ID, "password").send_keys(server.password)
    browser.find_element(By.CSS_SELECTOR, "button[type=submit]").click()
    patience.until(lambda browser: "/login" not in browser.current_url)


def open_dashboard(browser: webdriver.Chrome, server: Server, charts: int, *, query: str = "") -> None:
    """Until each of so many charts has drawn something."""
    for log in ("browser", "performance"):
        browser.get_log(log)
    browser.get(f"{server.address}/superset/dashboard/newsdb/?{query}")
    WebDriverWait(browser, PATIENCE).until(lambda browser: len(drawn_charts(browser)) == charts)


def drawn_charts(browser: webdriver.Chrome) -> list[Any]:
    charts = browser.find_elements(By.CSS_SELECTOR, ".slice_container")
    return [chart for chart in charts if chart.find_elements(By.CSS_SELECTOR, DRAWN)]


def number_of(browser: webdriver.Chrome, title: str) -> str:
    """What the chart of a single number shows."""
    chart = browser.find_element(By.XPATH, f"//*[contains(@class, 'chart-slice')][.//*[text()='{title}']]")
    return str(chart.find_element(By.CSS_SELECTOR, ".header-line").text)


def asked_queries(browser: webdriver.Chrome) -> dict[int, dict[str, Any]]:
    """What each chart sent to the API since the dashboard was opened, by the number of the chart."""
    queries = {}
    for entry in browser.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        request = message["params"].get("request", {})
        if message["method"] == "Network.requestWillBeSent" and "/api/v1/chart/data" in request["url"]:
            form = parse_qs(urlsplit(request["url"]).query).get("form_data", ["{}"])[0]
            # What has no chart are the values that a filter offers.
            if "slice_id" in form:
                queries[int(json.loads(form)["slice_id"])] = json.loads(request["postData"])
    return queries


def errors_of_page(browser: webdriver.Chrome) -> list[str]:
    """Without Superset's own counter of visits, which is out of reach where there is no network."""
    errors = [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
    return [error for error in errors if not error.startswith(COUNTER)]


def picture(browser: webdriver.Chrome) -> bytes:
    """The dashboard from its top to its last row as PNG, once two pictures are the same and nothing moves any more."""
    end = browser.execute_script("return document.querySelector('.grid-content').getBoundingClientRect().bottom")
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": end + MARGIN, "scale": 1}
    seen, last = b"", None
    while seen != last:
        last = seen
        time.sleep(1)
        answer = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "clip": clip})
        seen = b64decode(answer["data"])
    return seen
