"""One plain form: question texts are siblings and no labels, `✱` marks required, the resume's parser refills fields."""
# ruff: noqa: E501 - markup

from collections.abc import Mapping

from tests.ats.clone import Clone, Question, Reply, Sent, moved, page, shell

YES_NO = {"Yes": "Yes", "No": "No"}
_CARD = "cards[5d1f2c3a-0000-4000-8000-1234567890ab]"


class Lever(Clone):
    name = "lever"
    entry = "/larkspur/4f0c/apply"
    questions = (
        Question(label="Resume", name="resume", widget="file"),
        Question(label="Full name", name="name"),
        Question(label="Email", name="email", widget="email"),
        Question(label="Phone", name="phone", widget="tel"),
        Question(label="LinkedIn", name="urls[LinkedIn]", required=False),
        Question(label="Are you legally authorized", name=f"{_CARD}[field0]", widget="radio", options=YES_NO),
        Question(
            label="Will you now or in the future require", name=f"{_CARD}[field1]", widget="radio", options=YES_NO
        ),
        Question(label="Why", name="comments", widget="textarea", required=False),
    )

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        if "challenge" in path:
            return page(shell("I am human"))
        if path.endswith("/status"):
            return page(shell(_STATUS))
        return page(self.thanks("APP-1001") if path.endswith("/thanks") else self._form())

    def post(self, path: str, sent: Sent) -> Reply:
        if path.endswith("/status"):
            asked = [one for one in self.submissions if one.get("email") == sent.get("email")]
            return page(shell(f"<p>{_RECEIVED if asked else _NOTHING}</p>"))
        if self.misbehave == "vanishes":
            return Reply(lost=True)
        if self.misbehave == "picky" and not "".join(sent.get("phone")).isdecimal():
            return page(self._form(of_phone="Please enter digits only"))
        return self.submitted(sent, lambda number: moved("/larkspur/4f0c/thanks"))

    def invalid(self) -> Reply:
        return page(self._form("Email: this address is not accepted"))

    def _form(self, problem: str = "", of_phone: str = "") -> str:
        error = f'<div class="error-message" role="alert">{problem}</div>' if problem else ""
        yes_no = ("Absolutely", "Not yet") if self.misbehave == "options" else ("Yes", "No")
        cards = "".join(
            f'<li class="application-question custom-question"><div class="application-label"><div class="text">{text}'
            '<span class="required">✱</span></div></div><div class="application-field"><ul>'
            + "".join(
                f'<li><label><input type="radio" name="{_CARD}[field{index}]" value="{one}"> '
                f'<span class="application-answer-alternative">{one}</span></label></li>'
                for one in yes_no
            )
            + "</ul></div></li>"
            for index, text in enumerate(
                (
                    "Are you legally authorized to work in Sweden?",
                    "Will you now or in the future require sponsorship?",
                )
            )
        )
        text = f"""
          {error}
          <form id="application-form" method="post" enctype="multipart/form-data" action="{self.entry}" novalidate>
          <ul>
          <li class="application-question resume"><div class="application-label">Resume/CV ✱</div>
            <a class="visible-resume-upload"><span class="filename">ATTACH RESUME/CV</span>
            <input id="resume-upload-input" name="resume" type="file" required></a></li>
          {_text("Full name", "name", True)}{_text("Email", "email", True, "email")}{_text("Phone", "phone", True, "tel", of_phone)}
          {_text("LinkedIn URL", "urls[LinkedIn]", False)}
          {cards}{_text("Do you own a boat?", "boat", True) if self.misbehave == "asks-more" else ""}
          <li class="application-question"><div class="application-label"><div class="text">Why would you like to work with us?
            </div></div><textarea name="comments"></textarea></li>
          </ul>
          <button id="btn-submit" type="submit">Submit application</button></form>
          <footer><a href="/larkspur/status">Application status</a></footer>"""
        return shell(text, _SCRIPT.replace("DROPS", str(self.misbehave == "drops-file").lower()))


def _text(label: str, name: str, required: bool, kind: str = "text", problem: str = "") -> str:
    star = '<span class="required">✱</span>' if required else ""
    needed = "required" if required else ""
    if problem:
        needed += f' aria-invalid="true" aria-describedby="{name}-error"'
        problem = f'<p class="error-text" id="{name}-error">{problem}</p>'
    return (
        f'<li class="application-question"><div class="application-label"><div class="text">{label}{star}</div></div>'
        f'<div class="application-field"><input type="{kind}" name="{name}" {needed}>{problem}</div></li>'
    )


_STATUS = """<h1>Your application</h1><form method="post"><label for="e">Email</label>
<input id="e" name="email" type="email" required><button type="submit">Look it up</button></form>"""
_RECEIVED = "We have received your application. Application ID: APP-1001"
_NOTHING = "No application was found for this address."
_SCRIPT = """
const upload = document.getElementById("resume-upload-input");
upload.addEventListener("change", () => {
  document.querySelector(".filename").textContent = upload.files[0]?.name ?? "";
  // The parser's guesses arrive a moment later.
  setTimeout(() => { document.querySelector("[name=name]").value = "T HALLBERG"; }, 120);
  if (DROPS) setTimeout(() => { upload.value = ""; document.querySelector(".filename").textContent = ""; }, 400);
});
const form = document.getElementById("application-form");
form.addEventListener("submit", (event) => {
  for (const one of form.querySelectorAll("[required]")) if (!one.value) {
    event.preventDefault();
    one.insertAdjacentHTML("afterend", '<p class="error" role="alert">This field is required</p>');
  }
});
"""
