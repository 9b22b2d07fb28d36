"""The extension on pages that were really served: the popup says what is advertised, the button knows an application form.

Pages are served from loopback under the hosts of their systems; nothing of them is kept.
"""
# ruff: noqa: E501  (made-up pages read better unbroken)

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from companion.files import page_script
from tests.browser.extension.chrome import Chrome
from tests.browser.extension.site import Site
from tests.browser.extension.test_lists import cards_of
from tests.browser.world import World
from tests.fakes.companion import made_companion, served
from tests.seed import seed

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"
HOSTS = {
    "ashby": "jobs.ashbyhq.com",
    "greenhouse": "boards.greenhouse.io",
    "lever": "jobs.lever.co",
    "personio": "acme.jobs.personio.de",
    "recruitee": "acme.recruitee.com",
    "smartrecruiters": "jobs.smartrecruiters.com",
    "teamtailor": "acme.teamtailor.com",
    "workable": "apply.workable.com",
}
MANIFEST = (Path(__file__).parents[3] / "manifest.json").read_text(encoding="utf-8")
SCRIPTS = re.findall(r'"extension/page/([\w-]+\.js)"', MANIFEST)
OTHER_FORMS = {
    "a newsletter": "<form><h2>Newsletter</h2><label>Your e-mail <input type=email></label><button>Subscribe</button></form>",
    "a sign-in": "<form><label>E-mail <input type=email></label><label>Password <input type=password></label>"
    "<label><input type=checkbox> Remember me</label><button>Sign in</button></form>",
    "a search with filters": "<form role=search><label>Keywords <input type=search></label><label>City <input></label>"
    "<label>Country <select><option>All</option><option>DE</option></select></label>"
    + "".join(f"<label><input type=checkbox> Team {n}</label>" for n in range(8))
    + "<button>Search jobs</button></form>",
    "a job alert": "<form><label>E-mail <input type=email></label><label>Keywords <input></label>"
    "<label>Location <input></label><button>Create job alert</button></form>",
    "a cookie notice": "<form><h2>Cookies</h2>"
    + "".join(f"<label><input type=checkbox> Purpose {n}</label>" for n in range(9))
    + "<button>Save my choice</button></form>",
    "a new account": "<form><label>E-mail <input type=email></label><label>Password <input type=password></label>"
    "<label>Again <input type=password></label><button>Create account</button></form>",
}
STEPS = {
    "a step of questions": "<form><h2>Application questions</h2>"
    + "".join(f"<label>Question {n}? <select><option></option><option>Yes</option></select></label>" for n in range(5))
    + "<button>Save and continue</button></form>",
    "a resume first": "<form><label>Resume <input type=file></label><label>E-mail <input type=email></label>"
    "<button>Next</button></form>",
    "name and address": "<form><label>Full name <input></label><label>E-mail <input type=email></label>"
    "<label>Why us? <textarea></textarea></label><button>Send application</button></form>",
}


async def applies(page: Page, html: str) -> bool:
    """Whether the button would stand on this page."""
    await page.set_content(html, wait_until="domcontentloaded")
    world = await World.of(page)
    await world.evaluate(
        "globalThis.chrome = { runtime: { onMessage: { addListener() {} }, sendMessage: async () => null } }"
    )
    for name in SCRIPTS:
        await world.evaluate(page_script(name))
    return bool(await world.evaluate("sincerely.button.applies(sincerely.scan())"))


async def test_a_newsletter_a_sign_in_or_a_search_is_no_form_to_apply_with(page: Page) -> None:
    found = {name: await applies(page, html) for name, html in (OTHER_FORMS | STEPS).items()}
    assert found == dict.fromkeys(OTHER_FORMS, False) | dict.fromkeys(STEPS, True)


_SEEN = """() => {
    const shown = [...document.querySelectorAll('input, select, textarea')].filter((one) =>
        !/^(hidden|submit|button|checkbox|search|image|reset)$/.test(one.type) && !one.disabled
        && one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.getBoundingClientRect().width > 1);
    const words = shown.map((one) => [one.name, one.id, one.autocomplete, one.labels?.[0]?.textContent].join(' '));
    const says = (word) => words.some((text) => word.test(text));
    return [shown.length, shown.length > 2 && says(/name/i) && says(/e-?mail/i)];
}"""
"""How much a page asks that a person can see, and whether it asks who they are: counted without our scripts."""


@pytest.mark.corpora
@pytest.mark.skipif(not (CORPORA / "forms").is_dir(), reason="../shared/corpora is not here")
async def test_the_button_stands_on_real_application_forms(page: Page) -> None:
    files = sorted((CORPORA / "forms" / "applications").glob("*.html"))[::7]
    wrong: dict[str, Any] = {}
    for file in files:
        text = re.sub(r"(?is)<(script|link|img|iframe)\b[^>]*>", "", file.read_text(encoding="utf-8", errors="replace"))
        stands = await applies(page, text)
        asked, who = await page.evaluate(_SEEN)
        # Much of what was recorded shows no form to apply with: it is folded up, or the page is a search or an article.
        if stands is not bool(who) and (who or asked < 2):
            wrong[file.name] = (stands, asked, who)
    assert not wrong, wrong


LISTS = {
    # where it stands, and what names a job in a link of it
    "linkedin/guest_search": (
        "https://www.linkedin.com/jobs/search/",
        r'<a\b[^>]*href="[^"]*/jobs/view/[^"?]*?(\d{8,})',
    ),
    "linkedin/app_loggedin": ("https://www.linkedin.com/jobs/search/", r'<a\b[^>]*href="[^"]*/jobs/view/(\d{8,})'),
    "indeed/search": ("https://www.indeed.com/jobs", r'<a\b[^>]*data-jk="([0-9a-f]{16})"'),
    "naukri/search": (
        "https://www.naukri.com/jobs",
        r'<a\b[^>]*href="[^"]*/job-listings-[^"?]*-(\d{9,})"[^>]*>(?!\s*</a>)',
    ),
}


@pytest.mark.corpora
@pytest.mark.skipif(not (CORPORA / "jobs" / "portals").is_dir(), reason="../shared/corpora is not here")
async def test_real_result_lists_are_asked_about_card_by_card(page: Page) -> None:
    wrong: dict[str, Any] = {}
    for folder, (url, name) in LISTS.items():
        files = [
            one for one in sorted((CORPORA / "jobs" / "portals" / folder).glob("*.html")) if "-view-" not in one.name
        ]
        for file in files[::2]:
            text = re.sub(
                r"(?is)<(link|img|iframe)\b[^>]*>|<script\b.*?</script>", "", file.read_text("utf-8", "replace")
            )
            jobs = set(re.findall(name, text))
            asked, drawn = await cards_of(page, text, url) if jobs else ([], 0)
            await page.unroute_all()
            asked_for = "\n".join(one["url"] for one in asked)
            missed = [job for job in jobs if job not in asked_for]
            named = [one for one in asked if one["title"] and one["company"] and one["company"] != one["title"]]
            if missed or len(asked) != len(jobs) or drawn < len(asked) or len(named) < 0.95 * len(asked):
                wrong[f"{folder}/{file.name}"] = (len(jobs), len(missed), len(asked), drawn, len(named))
    assert not wrong, "; ".join(f"{k}: {v}" for k, v in wrong.items())


def _advertised() -> Iterator[tuple[str, str, str]]:
    """Host, HTML and title of one page a system, where its own data name the title."""
    truth = [json.loads(line) for line in (CORPORA / "jobs" / "TRUTH.jsonl").read_text(encoding="utf-8").splitlines()]
    for ats, host in HOSTS.items():
        for one in truth:
            if not one["file"].startswith(f"pages/{ats}/"):
                continue
            titles = [data.get("title") for data in one["jsonld"] if isinstance(data, dict) and data.get("title")]
            if len(titles) == 1:
                file = CORPORA / "jobs" / one["file"]
                yield host, file.read_text(encoding="utf-8", errors="replace"), html.unescape(str(titles[0]))
                break


@pytest.mark.corpora
@pytest.mark.skipif(not (CORPORA / "jobs").is_dir(), reason="../shared/corpora is not here")
async def test_the_popup_says_what_real_pages_advertise(chrome: Chrome, site: Site, tmp_path: Path) -> None:
    wrong: dict[str, Any] = {}
    with made_companion(tmp_path / "data") as services:
        await seed(services, jobs=3)
        with served(services) as (address, _, pairing):
            await chrome.use_port(int(address.rsplit(":", 1)[1]))
            ours = await chrome.ours("options/options.html")
            await chrome.call(ours, "pair", code=pairing.show().digits)
            pages = list(_advertised())
            for number, (host, text, title) in enumerate(pages):
                site.pages[f"/acme/{number}"] = re.sub(
                    r"(?is)<(link|img|iframe)\b[^>]*>|<script\b(?![^>]*json)[^>]*>.*?</script>", "", text
                )
                page = await chrome.context.new_page()
                await page.goto(f"https://{host}/acme/{number}", wait_until="domcontentloaded")
                popup = await chrome.ours(f"popup/popup.html?tab={await chrome.tab_of(page)}")
                await popup.locator("main h2, main [role=alert]").first.wait_for()
                heading = popup.locator(".job h2")
                shown = await heading.inner_text() if await heading.count() else await popup.inner_text("main")
                ring = await popup.get_by_role("img").count()
                if _plain(shown) != _plain(title) or not ring:
                    wrong[f"{host} {number}"] = (_plain(shown) == _plain(title), ring)
                await popup.close()
                await page.close()
    assert len(pages) >= 5
    assert not wrong, "; ".join(f"{k}: {v}" for k, v in wrong.items())
    assert chrome.log == []


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
