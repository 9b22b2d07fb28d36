"""Insights: the whole search in figures, each with its n, and silence where there is too little."""

from typing import Any

import msgspec
from litestar import Request, get
from litestar.di import NamedDependency
from litestar.response import Template

from companion.agents import Services
from companion.web.assets import PLOTLY
from companion.web.charts import figures
from companion.web.figures import ENOUGH, insights
from companion.web.headers import CHART_POLICY
from companion.web.recall import Recall
from companion.web.template import page


@get("/insights", sync_to_thread=True)
def insights_page(
    request: Request[Any, Any, Any], services: NamedDependency[Services], recall: NamedDependency[Recall]
) -> Template:
    """The charts, and the same numbers as tables."""
    found = recall.get("insights", lambda: insights(services.store))
    made = figures(found)
    data = msgspec.json.encode(made).decode().replace("<", "\\u003c")
    shown = page(
        request, "insights.html", here="insights", found=found, made=made, data=data, enough=ENOUGH, plotly=PLOTLY
    )
    shown.headers["content-security-policy"] = CHART_POLICY
    return shown


insight_pages = (insights_page,)
