"""One route a step: contact, resume, questions, review; sent as one form at the end."""

import json
from collections.abc import Mapping

from tests.ats.clone import SITE, Clone, Question, Reply, Sent, page, shell, told

YES_NO = {"Yes": "1", "No": "0"}


class Indeed(Clone):
    name = "indeed"
    entry = "/beta/indeedapply/form/contact-info"
    questions = (
        Question(label="First name", name="firstName"),
        Question(label="Last name", name="lastName"),
        Question(label="City", name="city", required=False),
        Question(label="Phone", name="phone", required=False),
        Question(label="Resume", name="resume", widget="file"),
        Question(label="Are you legally authorized", name="q_4f1", widget="radio", options=YES_NO),
        Question(label="Will you now or in the future require", name="q_4f2", widget="radio", options=YES_NO),
        Question(label="Why", name="q_4f3", required=False),
    )

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        labels = {"Absolutely": "1", "Not yet": "0"} if self.misbehave == "options" else YES_NO
        flag = (
            f"globalThis.dropsFile = {json.dumps(self.misbehave == 'drops-file')}; const YES_NO = {json.dumps(labels)};"
        )
        return page(shell("<main></main>", flag + (SITE / "clone.js").read_text() + (SITE / "indeed.js").read_text()))

    def post(self, path: str, sent: Sent) -> Reply:
        return self.submitted(sent, lambda number: told({"page": self.thanks(number)}))
