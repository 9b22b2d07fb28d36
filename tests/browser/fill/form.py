"""A form on a page, filled by the page scripts as the extension does it: actions by the label a person reads."""

import base64
import json
from typing import Any

from playwright.async_api import Page

from tests.browser.world import World

PDF = b"%PDF-1.7 made up"
FILES = {"cv": {"name": "resume-acme.pdf", "type": "application/pdf", "data": base64.b64encode(PDF).decode()}}
_TYPED = {
    "text",
    "textarea",
    "email",
    "tel",
    "url",
    "number",
    "date",
    "month",
    "time",
    "richtext",
    "search",
    "range",
    "password",
}


class Form:
    """`await Form.on(page)` scans; `fill` answers the status of each label."""

    def __init__(self, world: World, fields: list[dict[str, Any]]) -> None:
        self.world = world
        self.fields = fields
        self.report: dict[str, Any] = {}

    @classmethod
    async def on(cls, page: Page) -> "Form":
        world = await World.of(page, "scan.js", "fill.js")
        snapshot = await world.evaluate("sincerely.scan()")
        return cls(world, snapshot["fields"])

    def field(self, label: str, kind: str = "") -> dict[str, Any]:
        """The field a person would call `label`, of a widget that `kind` of action fits."""
        found = [field for field in self.fields if field["label"] == label and _fits(field["widget"], kind)]
        assert found, f"no field {label!r} for {kind!r}: {[(one['label'], one['widget']) for one in self.fields]}"
        return found[0]

    def action(self, label: str, kind: str, *values: str, **more: Any) -> dict[str, Any]:
        """One action of a plan for the field called `label`."""
        about = {"values": list(values), "optionValues": [], "label": label, "search": "", "file": "", **more}
        return {"fieldId": self.field(label, kind)["id"], "kind": kind, **about}

    async def fill(self, *actions: dict[str, Any], **options: Any) -> dict[str, str]:
        """Label → status. The whole report stays in `report`, by label."""
        call = f"sincerely.fill({json.dumps({'actions': actions})}, {json.dumps(FILES)}, {json.dumps(options)})"
        return self._statuses(await self.world.evaluate(call), actions)

    async def undo(self) -> dict[str, str]:
        report = await self.world.evaluate("sincerely.undo()")
        by = {field["id"]: field["label"] for field in self.fields}
        self.report = {by[one["fieldId"]]: one for one in report["results"]}
        return {label: one["status"] for label, one in self.report.items()}

    def _statuses(self, report: dict[str, Any], actions: tuple[dict[str, Any], ...]) -> dict[str, str]:
        by = {action["fieldId"]: action["label"] for action in actions}
        self.report = {by[one["fieldId"]]: one for one in report["results"]}
        return {label: one["status"] for label, one in self.report.items()}


def _fits(widget: str, kind: str) -> bool:
    match kind:
        case "fill":
            return widget in _TYPED
        case "attach":
            return widget == "file"
        case "check":
            return widget == "checkbox"
        case "choose":
            return widget not in _TYPED | {"file", "checkbox"}
        case _:
            return True
