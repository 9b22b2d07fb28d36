"""A made-up application form, and the plan a companion might make for it."""

from typing import Any

from tests.fakes.recorder import RESUME_HASH

APPLY = """<!doctype html><html lang="en"><title>Apply at Acme</title>
<body style="font: 16px sans-serif; max-width: 600px">
<h1>Senior Python Engineer</h1>
<form id="apply" method="post" action="/sent" enctype="multipart/form-data"><h2>About you</h2>
<p><label>First name * <input name="first" required></label></p>
<p><label>Email * <input name="email" type="email" required></label></p>
<p><label>Resume <input name="cv" type="file" accept=".pdf"></label></p>
<h2>Questions</h2>
<p><label>Notice period (weeks) <input name="notice"></label></p>
<fieldset><legend>Are you authorised to work in Germany? *</legend>
<label><input type="radio" name="auth" value="y" required>Yes</label>
<label><input type="radio" name="auth" value="n">No</label></fieldset>
<p><label>Salary expectation (€ / year) <input name="salary"></label></p>
<p style="position:absolute;left:-4000px"><label>Leave empty <input name="hp_url"></label></p>
<button>Submit application</button></form></body></html>"""

VALUES: dict[str, dict[str, Any]] = {
    "First name": {"kind": "fill", "values": ["Zoë"], "meaning": "name.first", "fact": "basics/givenName"},
    "Email": {"kind": "fill", "values": ["zoe@example.com"], "meaning": "email", "fact": "basics/email"},
    "Resume": {"kind": "attach", "values": ["resume-acme.pdf"], "file": RESUME_HASH, "meaning": "documents.resume"},
    "Notice period (weeks)": {
        "kind": "fill", "values": ["8"], "meaning": "notice.period", "fact": "answer/n1", "factText": "60 days",
        "rule": "60 days as weeks", "confidence": 0.9, "review": True,
    },
    "Are you authorised to work in Germany?": {
        "kind": "choose", "values": ["Yes"], "meaning": "work.authorization", "fact": "application/authorization/DE",
        "sensitive": True, "review": False,
    },
    "Salary expectation (€ / year)": {
        "kind": "leave", "meaning": "salary.expected", "reason": "You have not said what you expect.", "required": True,
        "sensitive": True,
    },
}  # fmt: skip


def planner(snapshot: dict[str, Any]) -> list[dict[str, Any]]:
    """An action for each visible field, as the companion makes them."""
    return [_action(field) for field in snapshot["fields"]]


def _action(field: dict[str, Any]) -> dict[str, Any]:
    blank = {
        "values": [], "optionValues": [], "search": "", "file": "", "meaning": "", "subject": "", "fact": "",
        "factText": "", "rule": "", "confidence": 1.0, "review": False, "sensitive": False, "reason": "", "draft": "",
    }  # fmt: skip
    known = VALUES.get(field["label"], {"kind": "leave", "meaning": "custom", "reason": "Not understood."})
    if not field["visible"]:
        known = {"kind": "leave", "reason": "Nobody can see it."}
    names = {"fieldId": field["id"], "frame": field["frame"], "label": field["label"], "section": field["section"]}
    return {**blank, "required": field["required"], **names, **known}
