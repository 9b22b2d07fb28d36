"""A list that cannot be read beforehand: of the plan's wordings for one answer, the one that is offered is picked."""

from playwright.async_api import Page

from companion.forms.words import DECLINE_WORDINGS
from tests.browser.fill.form import Form

LIST = """<!doctype html><html lang="en"><body><form><label id="l">Veteran status</label>
<button type="button" role="combobox" aria-labelledby="l" aria-haspopup="listbox" aria-expanded="false"
id="b">Select…</button>
</form><script>
const b = document.getElementById("b");
b.addEventListener("click", () => {
  const open = document.querySelector("[role=listbox]");
  if (open) { open.remove(); b.setAttribute("aria-expanded", "false"); return; }
  const list = document.createElement("ul");
  list.setAttribute("role", "listbox");
  for (const text of OFFERED) {
    const item = document.createElement("li");
    item.setAttribute("role", "option");
    item.textContent = text;
    item.addEventListener("click", () => {
      b.textContent = text;
      list.remove();
      b.setAttribute("aria-expanded", "false");
    });
    list.append(item);
  }
  document.body.append(list);
  b.setAttribute("aria-expanded", "true");
});
</script></body></html>"""


async def chosen(page: Page, offered: list[str]) -> tuple[str, str]:
    """The status and what the button shows after a declined answer was chosen among `offered`."""
    await page.set_content(LIST.replace("OFFERED", repr(offered)))
    form = await Form.on(page)
    first, *others = DECLINE_WORDINGS
    status = await form.fill(form.action("Veteran status", "choose", first, alternatives=others), waitMs=800)
    return status["Veteran status"], str(await page.evaluate("document.getElementById('b').textContent"))


async def test_another_wording_of_the_same_is_picked(page: Page) -> None:
    answer = await chosen(page, ["I am a veteran", "I am not a veteran", "Prefer not to answer"])
    assert answer == ("verified", "Prefer not to answer")


async def test_a_list_without_any_of_them_is_left(page: Page) -> None:
    status, shown = await chosen(page, ["I am a veteran", "I am not a veteran", "Not applicable"])
    assert (status, shown) == ("unfillable", "Select…")
