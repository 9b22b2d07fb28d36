"""Pictures of the extension's own surfaces beside a real companion: popup, panel, in-page button, options, first run."""
# ruff: noqa: E501  (made-up pages read better unbroken)

import re
import tempfile
from pathlib import Path

from playwright.async_api import Page, Playwright

from companion.agents import Services
from companion.web import Pairing
from tests.browser.extension.chrome import Chrome
from tests.browser.extension.site import Site
from tests.seed import LONG_TITLE

HOST = "https://jobs.lever.co"
AD = """<!doctype html><html lang="en"><title>{title}</title>
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "JobPosting", "title": "{title}",
"datePosted": "2026-11-12", "employmentType": "FULL_TIME", "hiringOrganization": {{"@type": "Organization", "name": "{company}"}},
"jobLocation": {{"@type": "Place", "address": {{"addressLocality": "Berlin", "addressCountry": "DE"}}}},
"baseSalary": {{"@type": "MonetaryAmount", "currency": "EUR", "value": {{"minValue": 75000, "maxValue": 90000, "unitText": "YEAR"}}}},
"description": "<p>We look for a {title}.</p><ul><li>5+ years of Python</li><li>PostgreSQL and Kafka</li><li>Terraform, React and Spark</li><li>German B2</li></ul><p>{more}</p>"}}</script>
<body style="font: 16px system-ui; max-width: 640px; margin: 40px"><h1>{title}</h1><p>{company} · Berlin</p><p>{more}</p></body></html>"""
MORE = "You will own services from the first sketch to the pager and help people who are new. " * 12
FORM = """<!doctype html><html lang="en"><title>Apply at Fjordline</title>
<body style="font: 16px system-ui; max-width: 640px; margin: 40px"><h1>Senior Python Engineer</h1>
<form method="post"><h2>About you</h2>
<p><label>First name * <input name="first" required></label></p><p><label>Last name * <input name="last" required></label></p>
<p><label>Email * <input name="email" type="email" required></label></p><p><label>Phone <input name="phone" type="tel"></label></p>
<p><label>LinkedIn <input name="li" type="url"></label></p><p><label>Resume <input name="cv" type="file" accept=".pdf"></label></p>
<h2>Questions</h2>
<p><label>Notice period (weeks) <input name="notice" type="number"></label></p>
<fieldset><legend>Are you authorised to work in Germany? *</legend>
<label><input type="radio" name="auth" value="y" required>Yes</label> <label><input type="radio" name="auth" value="n">No</label></fieldset>
<p><label>Salary expectation (EUR a year) * <input name="salary" required></label></p>
<p><label>Why do you want to work at Fjordline? (150 words) <textarea name="why"></textarea></label></p>
<h2 dir="rtl" lang="ar">أسئلة إضافية</h2><p><label>आपका वर्तमान शहर <input name="city"></label></p>
<button>Submit application</button></form></body></html>"""

PAGES: dict[str, tuple[str, str | re.Pattern[str]]] = {
    "job": ("/fjordline/1", "Tailor resume"),
    "form": ("/fjordline/1/apply", re.compile(r"^Fill \d")),
    "long": ("/fjordline/2", "Tailor resume"),
    "nothing": ("/blog", "Look again"),
}
"""A page of each kind, and the words by which its popup is there."""


async def take_surfaces(
    playwright: Playwright, chromium: Path, services: Services, address: str, pairing: Pairing, to: Path
) -> int:
    """Every surface in light and dark; answers how many pictures were made."""
    site = Site()
    job = AD.format(title="Senior Python Engineer", company="Fjordline", more=MORE)
    site.pages |= {
        "/fjordline/1": job,
        "/fjordline/1/apply": FORM,
        "/blog": "<title>Blog</title><p>Nothing to apply for.",
    }
    site.pages["/fjordline/2"] = AD.format(title=LONG_TITLE, company="مهندسون بلا حدود " * 6, more=MORE)
    port, made = int(address.rsplit(":", 1)[1]), 0
    try:
        for scheme in ("light", "dark"):
            with tempfile.TemporaryDirectory() as profile:
                rules = (f"--host-resolver-rules={site.rules}", "--ignore-certificate-errors")
                chrome = await Chrome.start(playwright, chromium, Path(profile), *rules, dark=scheme == "dark")
                made += await _look(_Camera(chrome, scheme, to), site, port, pairing, services)
                await chrome.context.close()
    finally:
        site.stop()
    return made


class _Camera:
    """One browser, and where its pictures go."""

    def __init__(self, chrome: Chrome, scheme: str, to: Path) -> None:
        self.chrome, self._scheme, self._to, self.taken = chrome, scheme, to, 0

    async def shoot(self, page: Page, name: str, width: int, height: int = 200, *, whole: bool = True) -> None:
        await page.set_viewport_size({"width": width, "height": height})
        await page.wait_for_timeout(300)
        await page.screenshot(path=self._to / f"{name}.{self._scheme}.png", full_page=whole)
        self.taken += 1

    async def ours(self, path: str, ready: str | re.Pattern[str]) -> Page:
        page = await self.chrome.ours(path)
        await page.get_by_text(ready).first.wait_for()
        return page


async def _look(camera: _Camera, site: Site, port: int, pairing: Pairing, services: Services) -> int:
    chrome = camera.chrome
    await chrome.use_port(port)
    await camera.shoot(await camera.ours("options/welcome.html", "not paired"), "extension-welcome", 900, 700)
    job = await _open(chrome, f"{HOST}/fjordline/1")
    popup = await camera.ours(f"popup/popup.html?tab={await chrome.tab_of(job)}", "Pair with the companion")
    await camera.shoot(popup, "extension-popup-pair", 360)
    page = await chrome.ours("options/options.html")
    await chrome.call(page, "pair", code=pairing.show().digits)
    tabs = {name: await _open(chrome, f"{HOST}{path}") for name, (path, _) in PAGES.items()}
    for name, (_, ready) in PAGES.items():
        tab = await chrome.tab_of(tabs[name])
        await camera.shoot(await camera.ours(f"popup/popup.html?tab={tab}", ready), f"extension-popup-{name}", 360)
    await tabs["form"].bring_to_front()
    await tabs["form"].wait_for_timeout(2_500)
    await camera.shoot(tabs["form"], "extension-button", 1100, 800, whole=False)
    tab = await chrome.tab_of(tabs["form"])
    panel = await camera.ours(f"panel/panel.html?tab={tab}", re.compile("^Fill \\d"))
    await camera.shoot(panel, "extension-panel", 380, 900, whole=False)
    await panel.get_by_role("button", name=re.compile("^Fill \\d")).click()
    await panel.get_by_text("filled and read back").wait_for()
    await camera.shoot(panel, "extension-panel-filled", 380, 900, whole=False)
    await camera.shoot(tabs["form"], "extension-filled", 1100, 800, whole=False)
    await camera.shoot(await camera.ours("options/options.html", "none found"), "extension-options", 900)
    await camera.shoot(await camera.ours("options/options.html", "none found"), "extension-options-narrow", 390)
    await chrome.use_port(1024)
    await chrome.kill_worker()  # it would go on with the port it knows
    popup = await camera.ours(f"popup/popup.html?tab={await chrome.tab_of(tabs['job'])}", "not running")
    await camera.shoot(popup, "extension-popup-away", 360)
    return camera.taken


async def _open(chrome: Chrome, url: str) -> Page:
    page = await chrome.context.new_page()
    await page.goto(url)
    return page
