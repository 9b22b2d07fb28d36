"""Insights as plotly figures: plain data for plotly's script, coloured in the browser from the page's own tokens."""

from typing import Any

from companion.web.figures import Flow, Insights, Rate
from companion.web.words import system

Figure = dict[str, Any]


def sankey(flows: tuple[Flow, ...]) -> Figure:
    """Where the jobs went."""
    names = list(dict.fromkeys(name for flow in flows for name in (flow.source, flow.target)))
    return {
        "data": [
            {
                "type": "sankey",
                "node": {"label": names, "pad": 18, "thickness": 14},
                "link": {
                    "source": [names.index(flow.source) for flow in flows],
                    "target": [names.index(flow.target) for flow in flows],
                    "value": [flow.count for flow in flows],
                },
            }
        ],
        "layout": {"height": 380},
    }


def funnel(steps: tuple[tuple[str, int], ...]) -> Figure:
    """How many reached each step."""
    return {
        "data": [{"type": "funnel", "y": [name for name, _ in steps], "x": [n for _, n in steps], "textinfo": "value"}],
        "layout": {"height": 320},
    }


def rates(groups: tuple[Rate, ...]) -> Figure:
    """Response rates with their intervals, for groups large enough to say something."""
    shown = [one for one in groups if one.enough][::-1]
    return {
        "data": [
            {
                "type": "scatter",
                "mode": "markers",
                "x": [one.share for one in shown],
                "y": [f"{system(one.name)} (n = {one.n})" for one in shown],
                "error_x": {
                    "type": "data",
                    "symmetric": False,
                    "array": [one.high - one.share for one in shown],
                    "arrayminus": [one.share - one.low for one in shown],
                },
            }
        ],
        "layout": {"height": 120 + 36 * len(shown), "xaxis": {"range": [0, 1], "tickformat": ".0%"}},
    }


def skills(counted: tuple[tuple[str, int, bool], ...]) -> Figure:
    """Skills in demand: those the profile has, and those it does not."""
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "name": word,
                "y": [name for name, _, held in counted[::-1] if held is mine],
                "x": [count for _, count, held in counted[::-1] if held is mine],
                **({} if mine else {"marker": {"pattern": {"shape": "/"}}}),
            }
            for mine, word in ((True, "in your profile"), (False, "not in your profile"))
        ],
        "layout": {"height": 120 + 24 * len(counted), "barmode": "stack", "showlegend": True},
    }


def pay(found: tuple[tuple[str, tuple[float, ...]], ...]) -> Figure:
    """Stated pay a year, one box a currency."""
    return {
        "data": [
            {"type": "box", "name": f"{currency} (n = {len(amounts)})", "x": list(amounts), "boxpoints": False}
            for currency, amounts in found
            if len(amounts) >= 2
        ],
        "layout": {"height": 140 + 60 * len(found), "showlegend": False},
    }


def figures(found: Insights) -> dict[str, Figure]:
    """Every figure there is enough data for, by the id of its place on the page."""
    made: dict[str, Figure] = {}
    if found.flows:
        made["sankey"] = sankey(found.flows)
        made["funnel"] = funnel(found.funnel)
    for name in ("by_source", "by_ats", "by_score", "by_resume"):
        groups: tuple[Rate, ...] = getattr(found, name)
        if any(one.enough for one in groups):
            made[name] = rates(groups)
    if found.skills:
        made["skills"] = skills(found.skills)
    if any(len(amounts) >= 2 for _, amounts in found.pay):
        made["pay"] = pay(found.pay)
    return made
