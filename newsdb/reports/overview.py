"""The overview of a database as one page: charts and tables from named reports, with the chart library inside."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markupsafe import Markup
from sqlalchemy import Connection

from newsdb.reports import frames, pages
from newsdb.reports.catalogue import find_report
from newsdb.reports.pages import Language
from newsdb.reports.rendering import json_rows
from newsdb.reports.runner import Report, bind_parameters, run_report

OVERVIEW = "overview"
CHARTS = Path(__file__).parent / "charts"
# The reports of the page, in its order; each has a chart of its name.
SECTIONS: Mapping[str, tuple[str, Mapping[str, object]]] = {
    "articles_by_month": ("outlets_by_month", {}),
    "most_quoted": ("most_quoted", {"kind": "person", "limit": 15}),
    "quotes_by_organisation": ("quotes_by_organisation", {"limit": 12}),
    "role_timeline": ("role_timeline", {"limit": 40}),
    "organisations_together": ("organisations_together", {"limit": 60}),
}
# What the axis takes of the height of a chart, in pixels.
FRAME = 60
LOCALES: Mapping[Language, str] = {"en": "en-GB", "fr": "fr-FR"}


@dataclass(frozen=True, slots=True)
class Section:
    """A report of the page, and its chart as JSON."""

    name: str
    report: Report
    chart: Markup


def overview_page(connection: Connection, parameters: Mapping[str, object], language: Language) -> str:
    """The page, with the parameters of the report `overview`. MissingExtra without newsdb[charts]."""
    library = frames.require("vl_convert", extra="charts")
    counts = run_report(connection, OVERVIEW, parameters)
    period = {name: day for name, day in bind_parameters(find_report(OVERVIEW), parameters).items() if day is not None}
    sections = [_section(connection, name, period, counts, language) for name in SECTIONS]
    return pages.render(
        "overview.html",
        language,
        title=pages.labels(language)[OVERVIEW],
        period=period,
        counts=counts,
        sections=sections,
        library=Markup(library.javascript_bundle().replace("</script", r"<\/script")),
        options=_embedded(_options(library, language)),
    )


def _section(
    connection: Connection, name: str, period: Mapping[str, object], counts: Report, language: Language
) -> Section:
    report_name, limits = SECTIONS[name]
    report = run_report(connection, report_name, {**period, **limits})
    if name == "quotes_by_organisation":
        report = _with_others(report, counts, language)
    return Section(name, report, _embedded(_chart(name, report, language)))


def _with_others(report: Report, counts: Report, language: Language) -> Report:
    """The shares with a row for the organisations that are not shown, so that they are shares of all quotes."""
    everything = int(str(counts.rows[0][counts.columns.index("quotes")]))
    left = everything - sum(int(str(row[1])) for row in report.rows)
    if not left:
        return report
    others = (pages.labels(language)["and_others"], left, round(100 * left / everything, 1), None)
    return replace(report, rows=(*report.rows, others))


def _chart(name: str, report: Report, language: Language) -> dict[str, Any]:
    """The chart of that name with the rows of the report and the words of the language (@key) in it."""
    words = pages.labels(language)
    template = (CHARTS / f"{name}.json").read_text(encoding="utf-8")
    chart: dict[str, Any] = json.loads(re.sub(r"@(\w+)", lambda key: words[key[1]], template))
    rows = {"name": "rows", "values": json_rows(report)}
    if isinstance(chart["height"], dict):
        # A chart that fits the width of its page fits its height too, and does not know of steps.
        chart["height"] = FRAME + chart["height"]["step"] * len(report.rows)
    # Vega names its data, and derives others from them; Vega-Lite has one.
    chart["data"] = [rows, *chart["data"][1:]] if "marks" in chart else rows
    return chart


def _options(library: Any, language: Language) -> dict[str, object]:
    locale = LOCALES[language]
    return {
        "actions": False,
        "renderer": "svg",
        "formatLocale": library.get_format_locale(locale),
        "timeFormatLocale": library.get_time_format_locale(locale),
    }


def _embedded(value: object) -> Markup:
    """JSON that a page may hold: nothing in it ends the script."""
    text = json.dumps(value, ensure_ascii=False)
    return Markup(text.replace("<", r"\u003c").replace("\u2028", r"\u2028").replace("\u2029", r"\u2029"))
