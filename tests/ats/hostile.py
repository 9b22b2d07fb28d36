"""A form whose page tries to get out: to this computer, to another site, to a file, to a second window."""

from collections.abc import Mapping

from tests.ats.clone import Clone, Question, Reply, Sent, page, shell


class Hostile(Clone):
    """`script` runs once the e-mail was typed; `target` is an origin the page must not reach."""

    name = "hostile"
    entry = "/apply"
    questions = (Question(label="Full name", name="name"), Question(label="Email", name="email"))

    def __init__(self, script: str) -> None:
        super().__init__()
        self.script = script

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        if path == "/secret":
            return Reply(status=401, headers={"WWW-Authenticate": 'Basic realm="x"'})
        if path == "/file.zip":
            return Reply(body=b"PK", type="application/zip", headers={"Content-Disposition": "attachment"})
        if path == "/away":
            return Reply(status=302, headers={"Location": query["to"]})
        form = """<form method="post" action="/apply"><label>Full name * <input name="name" required></label>
          <label>Email * <input name="email" type="email" required></label>
          <button type="submit">Submit application</button></form>"""
        run = f"document.querySelector('[name=email]').addEventListener('change', () => {{ {self.script} }});"
        return page(shell(form, run))

    def post(self, path: str, sent: Sent) -> Reply:
        return self.submitted(sent, lambda number: page(self.thanks(number)))
