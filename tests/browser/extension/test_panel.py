"""The side panel: the plan with facts and reasons, editing in place, filling with read-back, undo, keeping answers."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from playwright.async_api import Page

from companion.forms import plan
from companion.model.form import Snapshot
from companion.model.profile import Education, Profile, Work
from tests.browser.extension.chrome import Chrome
from tests.browser.extension.forms import APPLY, planner
from tests.browser.extension.site import Site
from tests.fakes.recorder import RESUME, Recorder

Pair = Callable[[], Awaitable[Chrome]]


async def opened(paired: Pair, recorder: Recorder, site: Site, html: str = APPLY) -> tuple[Chrome, Page, Page]:
    """A paired browser with the form in one tab and its panel in another."""
    site.pages |= {"/apply": html, "/sent": "<title>Sent</title><main>Thank you for applying.</main>"}
    recorder.planner = planner
    chrome = await paired()
    form = await chrome.context.new_page()
    await form.goto(f"{site.http}/apply")
    panel = await chrome.ours(f"panel/panel.html?tab={await chrome.tab_of(form)}")
    await panel.get_by_role("button", name="Fill 5").wait_for()
    await panel.evaluate("document.querySelectorAll('details').forEach((section) => { section.open = true })")
    return chrome, form, panel


async def test_the_panel_shows_each_value_and_its_source(paired: Pair, recorder: Recorder, site: Site) -> None:
    chrome, _, panel = await opened(paired, recorder, site)
    text = await panel.inner_text("body")
    for words in (
        "Acme: application", "5 of 6 ready", "About you",
        "from Profile › About you › given name", "“60 days”", "90 % sure",
        "You have not said what you expect.", "needs you", "Left alone: 1 hidden.",
    ):  # fmt: skip
        assert words in text
    assert chrome.log == []


async def test_what_is_filled_is_what_the_server_receives(paired: Pair, recorder: Recorder, site: Site) -> None:
    _, form, panel = await opened(paired, recorder, site)
    await panel.get_by_label("Salary expectation (€ / year)", exact=True).fill("75000")
    await panel.get_by_role("button", name="Use").click()
    await panel.get_by_role("button", name="Fill 6").click()
    await panel.get_by_text("6 of 6 filled and read back").wait_for()
    report = recorder.told("/forms/report")[0]["report"]
    assert {one["status"] for one in report["results"] if one["message"] != "Nobody can see it."} == {"verified"}
    assert not site.received
    await form.get_by_role("button", name="Submit application").click()
    await form.get_by_text("Thank you").wait_for()
    [(path, body)] = site.received
    assert path == "/sent"
    for name, value in {"first": "Zoë", "notice": "8", "auth": "y", "salary": "75000", "hp_url": ""}.items():
        assert f'name="{name}"\r\n\r\n{value}\r\n'.encode() in body
    assert b'filename="resume-acme.pdf"' in body
    assert RESUME in body


async def test_a_submit_is_on_record_before_it_goes_on_and_its_outcome_after(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    _, form, panel = await opened(paired, recorder, site)
    order: list[str] = []
    recorder.fail = lambda method, path: order.append("recorded") or 0 if path.endswith("/submitting") else 0
    site.heard = lambda path: order.append("sent")
    await panel.get_by_role("button", name="Fill 5").click()
    await panel.get_by_text("5 of 6 filled").wait_for()
    await form.get_by_role("button", name="Submit application").click()
    await form.get_by_text("Thank you").wait_for()
    assert order == ["recorded", "sent"]
    for _ in range(40):
        if recorder.told("/outcome"):
            break
        await form.wait_for_timeout(100)
    [outcome] = recorder.told("/outcome")
    assert outcome["url"].endswith("/sent")
    assert "Thank you for applying." in outcome["text"]
    assert recorder.told("/submitting") == [{"contentHash": "c" * 64}]


async def test_a_submit_before_the_fill_is_reported_is_on_record_after_it_and_so_is_what_the_next_page_says(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    recorder.begun = False
    _, form, panel = await opened(paired, recorder, site)
    order: list[str] = []
    held = threading.Event()
    recorder.delay = lambda path: float(path.endswith("/report") and not held.wait(20))
    recorder.fail = lambda method, path: (
        order.append(path.rsplit("/", 1)[-1]) or 0
        if method == "POST" and not path.endswith("/plan")  # what is there may be planned anew at any time
        else 0
    )
    await panel.get_by_role("button", name="Fill 5").click()
    await form.wait_for_function("document.querySelector('[name=auth]').checked")
    await form.get_by_role("button", name="Submit application").click()
    await form.get_by_text("Thank you").wait_for()
    await form.wait_for_load_state()
    held.set()
    async with asyncio.timeout(20):
        while not recorder.told("/outcome"):
            await asyncio.sleep(0.05)
    assert order == ["report", "submitting", "outcome"]
    assert recorder.told("/submitting") == [{"contentHash": "c" * 64}]


async def test_a_submit_whose_report_waits_for_the_companion_is_on_record_after_it(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    recorder.begun = False
    chrome, form, panel = await opened(paired, recorder, site)
    recorder.fail = lambda method, path: 503 if path.endswith("/report") else 0
    await panel.get_by_role("button", name="Fill 5").click()
    await panel.get_by_text("5 of 6 filled").wait_for()
    await form.get_by_role("button", name="Submit application").click()
    await form.get_by_text("Thank you").wait_for()
    ours = await chrome.ours("options/options.html")
    async with asyncio.timeout(20):
        while len((await chrome.call(ours, "outbox"))["answer"]) < 3:
            await asyncio.sleep(0.05)
    told = len(recorder.writes)
    recorder.fail = lambda method, path: 0
    async with asyncio.timeout(20):
        while (await chrome.call(ours, "outbox"))["answer"]:
            await chrome.call(ours, "replay")
    order = [path for path, _ in recorder.writes[told:] if "plan" in path or "report" in path]
    assert order == ["/api/forms/report", "/api/attempts/plan-1/submitting", "/api/attempts/plan-1/outcome"]


async def test_a_page_that_goes_on_while_it_is_filled_is_reported(paired: Pair, recorder: Recorder, site: Site) -> None:
    chrome, _, panel = await opened(paired, recorder, site)
    worker = await chrome.worker()
    await worker.evaluate("""() => {
        const send = chrome.tabs.sendMessage;
        chrome.tabs.sendMessage = (tab, message, to) => message.act === "fill"
            ? Promise.reject(new Error("Could not establish connection. Receiving end does not exist."))
            : send.call(chrome.tabs, tab, message, to);
    }""")
    await panel.get_by_role("button", name="Fill 5").click()
    async with asyncio.timeout(20):
        while not recorder.told("/report"):
            await asyncio.sleep(0.05)
    results = recorder.told("/report")[0]["report"]["results"]
    said = {one["message"] for one in results if one["status"] == "unfillable"}
    assert said == {"the page went on before it could be read back"}


async def test_a_corrected_meaning_is_planned_anew_and_says_how_far_it_reaches(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    _, _, panel = await opened(paired, recorder, site)
    await panel.get_by_label("What is asked: Salary expectation (€ / year)").select_option("years.total")
    await panel.get_by_text("Understood so on this site").wait_for()
    assert recorder.told("/forms/correct")[0]["meaning"] == "years.total"
    await panel.get_by_role("button", name="Fill 6").wait_for()


async def test_a_model_is_asked_about_what_no_rule_knows_and_its_word_is_for_review(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    recorder.model = True
    html = APPLY.replace("<button>Submit", "<p><label>House animal <input name='animal'></label></p><button>Submit")
    _, form, panel = await opened(paired, recorder, site, html)
    await panel.get_by_role("button", name="Ask your model about 1 question").click()
    await panel.get_by_text("Look at it before you fill.").wait_for()
    assert "Ferret" in await panel.inner_text("main")
    assert await form.input_value("[name=animal]") == ""
    assert await panel.get_by_role("button", name="Ask your model").count() == 0


async def test_a_draft_names_its_facts_and_what_was_left_out_and_a_redraw_takes_nothing_away(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    question = "Why do you want to work here?"
    html = APPLY.replace("<button>", f"<p><label>{question} <textarea name='why'></textarea></label></p><button>")
    chrome, _, panel = await opened(paired, recorder, site, html)
    await panel.get_by_role("button", name=f"Answer: {question}").click()
    await panel.get_by_role("button", name="Draft from facts").click()
    await panel.get_by_text("1 fact behind it").wait_for()
    box = panel.get_by_role("textbox", name=question)
    assert await box.input_value() == "I ran 14 services."
    assert "Led a team of 40." in (await panel.locator("main").text_content() or "")
    await box.press("End")
    await box.type(" And more.")
    await panel.evaluate("""async () => {
        const all = Object.entries(await chrome.storage.session.get(null));
        const [key, held] = all.find(([one]) => one.startsWith('tab:'));
        await chrome.storage.session.set({ [key]: { ...held, changed: 1 } });
    }""")
    await panel.wait_for_timeout(400)
    assert await box.input_value() == "I ran 14 services. And more."
    assert await box.evaluate("box => box === document.activeElement && box.selectionStart === box.value.length")
    await panel.get_by_role("button", name="Use").last.click()
    await panel.get_by_role("button", name="Fill 6").wait_for()
    assert chrome.log == []


async def test_a_form_without_its_resume_offers_to_tailor_one(paired: Pair, recorder: Recorder, site: Site) -> None:
    _, _, panel = await opened(paired, recorder, site)
    reason = "There is no resume for this posting yet."
    left = {"kind": "leave", "values": [], "file": "", "reason": reason}
    recorder.planner = lambda snapshot: [one | (left if one["kind"] == "attach" else {}) for one in planner(snapshot)]
    await panel.get_by_role("button", name="Look at the form again").click()
    await panel.get_by_text(reason).wait_for()
    assert await panel.get_by_label("1 left empty").count() == 1
    await panel.get_by_role("button", name="Tailor resume").click()
    await panel.get_by_text("The resume is being tailored.").wait_for()
    assert recorder.told("/api/resumes") == [{"postingId": "p1"}]


async def test_undo_puts_everything_back(paired: Pair, recorder: Recorder, site: Site) -> None:
    _, form, panel = await opened(paired, recorder, site)
    await panel.get_by_role("button", name="Fill 5").click()
    await panel.get_by_text("5 of 6 filled").wait_for()
    await panel.get_by_role("button", name="Undo").click()
    await panel.get_by_text("5 put back.").wait_for()
    held = await form.evaluate("[...new FormData(document.forms[0])].map(([, value]) => value.name ?? value)")
    assert held == ["", "", "", "", "", ""]


async def test_a_fill_under_way_is_stopped_and_a_draft_is_waited_for_no_more(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    html = APPLY.replace("<button>", "<p><label>Why us? <textarea name='why'></textarea></label></p><button>")
    chrome, form, panel = await opened(paired, recorder, site, html)
    held = threading.Event()
    recorder.delay = lambda path: float("/api/files" in path and not held.wait(20))
    await panel.get_by_role("button", name="Fill 5").click()
    await panel.get_by_role("button", name="Stop").click()
    held.set()
    await panel.get_by_text("What is in the form can be put back.").wait_for()
    typed = await form.evaluate("[...new FormData(document.forms[0])].map(([, value]) => value.name ?? value).join('')")
    assert typed == ""
    assert await panel.get_by_role("button", name="Fill 5").is_enabled()

    drafting = threading.Event()
    recorder.delay = lambda path: float("/forms/draft" in path and not drafting.wait(20))
    await panel.get_by_role("button", name="Answer: Why us?").click()
    await panel.get_by_role("button", name="Draft from facts").click()
    await panel.get_by_role("button", name="Cancel").click()
    await panel.get_by_text("Stopped", exact=True).wait_for()
    drafting.set()
    assert await panel.get_by_role("textbox", name="Why us?").input_value() == ""
    assert chrome.log == []


async def test_an_answer_is_kept_with_its_scope(paired: Pair, recorder: Recorder, site: Site) -> None:
    _, _, panel = await opened(paired, recorder, site)
    await panel.get_by_label("Salary expectation (€ / year)", exact=True).fill("75000")
    await panel.get_by_label("Keep the answer for").last.select_option("company")
    await panel.get_by_role("button", name="Use").click()
    await panel.get_by_text("Kept.").wait_for()
    [answer] = recorder.told("/api/answers")
    assert (answer["family"], answer["scope"], answer["company"]) == ("salary.expected", "company", "Acme")
    assert answer["value"] == "75000"


async def test_what_the_person_corrects_is_proposed_and_nothing_sensitive_is_kept_untold(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    _, form, panel = await opened(paired, recorder, site)
    await panel.get_by_role("button", name="Fill 5").click()
    await panel.get_by_text("5 of 6 filled").wait_for()
    await form.get_by_label("Notice period").fill("4")
    await form.get_by_label("Salary").fill("80000")
    await form.get_by_role("button", name="Submit application").click()
    await form.get_by_text("Thank you").wait_for()
    notice = panel.get_by_role("region", name="Keep this answer").filter(has_text="Notice period")
    salary = panel.get_by_role("region", name="Keep this answer").filter(has_text="Salary")
    assert await salary.get_by_role("button", name="Keep").is_disabled()
    await notice.get_by_role("button", name="Keep").click()
    await notice.wait_for(state="detached")
    assert [(one["question"], one["value"]) for one in recorder.told("/api/answers")] == [
        ("Notice period (weeks)", "4")
    ]


async def test_a_value_of_the_person_is_not_overwritten(paired: Pair, recorder: Recorder, site: Site) -> None:
    _, form, panel = await opened(paired, recorder, site)
    await form.get_by_label("First name").fill("Somebody")
    await panel.get_by_role("button", name="Fill 5").click()
    await panel.get_by_text("you filled this").wait_for()
    assert await form.get_by_label("First name").input_value() == "Somebody"


async def test_a_page_that_changed_since_the_plan_gets_nothing(paired: Pair, recorder: Recorder, site: Site) -> None:
    _, form, panel = await opened(paired, recorder, site)
    await form.evaluate("document.querySelector('label').firstChild.textContent = 'Bank account'")
    await panel.get_by_role("button", name="Fill 5").click()
    await panel.get_by_text("the page changed the question").wait_for()
    assert await form.locator("[name=first]").input_value() == ""


async def test_a_frame_exchanged_since_the_plan_gets_nothing(paired: Pair, recorder: Recorder, site: Site) -> None:
    site.pages |= {
        "/inner": APPLY,
        "/outer": '<h1>Acme</h1><iframe src="/inner" style="width:700px;height:700px"></iframe>',
    }
    recorder.planner = planner
    chrome = await paired()
    outer = await chrome.context.new_page()
    await outer.goto(f"{site.http}/outer")
    tab = await chrome.tab_of(outer)
    page = await chrome.ours(f"options/options.html?{tab}")
    await outer.bring_to_front()
    await chrome.call(page, "plan", tabId=tab)
    await outer.frames[1].goto(f"{site.http}/inner?exchanged")
    report = (await chrome.call(page, "fill", tabId=tab))["answer"]["report"]
    assert {one["message"] for one in report["results"] if one["status"] == "unfillable"} == {
        "its frame was exchanged since the plan was made"
    }
    assert await outer.frames[1].locator("[name=first]").input_value() == ""


REPEATS = """<!doctype html><html lang="en"><title>Apply at Acme</title><body><form><h2>Work Experience</h2>
<div id="jobs"><div><p><label>Job Title <input></label></p><p><label>Company <input></label></p></div></div>
<button type="button" id="add">Add another</button><section><h2>Education</h2><ul id="schools"></ul>
<button type="button" id="school">Add school</button></section><button>Submit application</button></form>
<div id="away"></div><script>
const empty = jobs.firstElementChild.outerHTML;
document.getElementById("add").onclick = () => jobs.insertAdjacentHTML("beforeend", empty);
school.onclick = () => {
  away.innerHTML = `<div role="dialog" aria-label="New school"><p><label>School <input id="s"></label></p>
    <p><label>Degree <input id="d"></label></p><button id="c">Cancel</button><button id="k">Save</button></div>`;
  c.onclick = () => { away.innerHTML = ""; };
  k.onclick = () => {
    schools.insertAdjacentHTML("beforeend", `<li>${d.value}, ${s.value}</li>`);
    away.innerHTML = "";
  };
};
</script></body></html>"""


async def test_one_fill_opens_a_block_for_each_further_job_and_a_window_for_each_school_and_fills_them(
    paired: Pair, recorder: Recorder, site: Site
) -> None:
    person = Profile(
        id="p",
        work=(
            Work(name="Acme", position="Engineer", start_date="2020"),
            Work(name="Globex", position="Intern", start_date="2018", end_date="2019"),
        ),
        education=(
            Education(institution="IIT Bombay", study_type="M.Tech", end_date="2018"),
            Education(institution="University of Pune", study_type="B.Tech", end_date="2016"),
        ),
    )

    def decide(snapshot: dict[str, Any]) -> list[dict[str, Any]]:
        made = plan(msgspec.convert(snapshot, Snapshot), person, (), posting=None, resume=None)
        return msgspec.to_builtins(made.actions)

    site.pages |= {"/apply": REPEATS}
    recorder.planner = decide
    chrome = await paired()
    form = await chrome.context.new_page()
    await form.goto(f"{site.http}/apply")
    panel = await chrome.ours(f"panel/panel.html?tab={await chrome.tab_of(form)}")
    await panel.get_by_text("Intern, Globex").wait_for()
    await panel.get_by_role("button", name="Fill 4").click()
    await panel.get_by_text("9 of 9 filled and read back").wait_for(timeout=30_000)
    values = await form.evaluate("[...document.querySelectorAll('input')].map((one) => one.value)")
    assert values == ["Engineer", "Acme", "Intern", "Globex"]
    listed = await form.evaluate("[...schools.children].map((one) => one.textContent)")
    assert listed == ["M.Tech, IIT Bombay", "B.Tech, University of Pune"]
    assert chrome.log == []
