"""Pictures of every page of the dashboard and every surface of the extension: `python -m tests.screenshots [PAGE …]`.

Light and dark, narrow and wide. They go to ./screenshots, to be looked at before a change of what people see is called
done; the extension's come with `extension` as the page's name, or without any.
"""

import argparse
import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from companion.agents import Services
from companion.apply.browser import find
from companion.settings import Settings
from tests.fakes.companion import made_companion, served
from tests.seed import seed
from tests.surfaces import take_surfaces

WIDTHS = {"wide": 1280, "narrow": 390}


def pages(services: Services) -> dict[str, str]:
    """Name → path of every page, with documents of the seeded store where one is needed."""
    store = services.store
    jobs = store.postings.where()
    if not jobs:
        return {
            "welcome": "/welcome",
            "empty-jobs": "/jobs",
            "empty-profile": "/profile",
            "empty-insights": "/insights",
        }
    by_status = {one.status: one.id for one in store.applications.where()}
    resumes = [one.id for one in store.resumes.where()]
    return {
        "today": "/",
        "welcome": "/welcome",
        "welcome-profile": "/welcome?step=profile",
        "welcome-preferences": "/welcome?step=preferences",
        "welcome-pairing": "/welcome?step=pairing",
        "jobs": "/jobs",
        "jobs-beside": f"/jobs#/jobs/{jobs[0].id}",
        "jobs-all": "/jobs?shelf=all&sort=company",
        "jobs-none": "/jobs?q=nothing-fits-this",
        "job": f"/jobs/{jobs[0].id}",
        "job-hostile": f"/jobs/{jobs[5].id}",
        "job-long": f"/jobs/{jobs[6].id}",
        "job-add": "/jobs/add",
        "compare": f"/jobs/compare?id={jobs[0].id}&id={jobs[1].id}&id={jobs[2].id}",
        "applications": "/applications",
        "applications-list": "/applications?view=list",
        "applications-beside": f"/applications?view=list#/applications/{by_status['submitted']}",
        "applications-calendar": "/applications?view=calendar",
        **{
            f"application-{status}": f"/applications/{by_status[status]}"
            for status in ("ready", "unknown", "submitted")
        },
        "profile": "/profile",
        "profile-review": "/profile/review",
        "profile-entry": "/profile/work/0",
        "facts": "/profile/facts",
        "persona": "/personas/0",
        "history": "/history",
        "history-state": f"/history/{services.profiles.editions()[0].id}",
        "answers": "/answers",
        "resumes": "/resumes",
        "resume": f"/resumes/{resumes[0]}",
        "resume-ats": f"/resumes/{resumes[0]}/ats",
        "resume-diff": f"/resumes/{resumes[0]}?against={resumes[1]}",
        "searches": "/searches",
        "search": "/searches/new",
        "insights": "/insights",
        "activity": "/activity",
        "notices": "/activity?view=notices",
        "audit": "/activity?view=audit",
        "privacy": "/privacy",
        "settings": "/settings",
        "pairing": "/settings/pairing",
        "health": "/health",
        "not-found": "/jobs/none",
    }


async def take(browser: Browser, address: str, link: str, wanted: dict[str, str], to: Path) -> None:
    """One picture a page, scheme and width."""
    cookies = None
    for scheme in ("light", "dark"):
        for name, width in WIDTHS.items():
            context = await browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
            )
            page = await context.new_page()
            if cookies is None:
                await page.goto(address + link)
                cookies = await context.cookies()
            await context.add_cookies(cookies)
            for title, path in wanted.items():
                await page.goto(address + path)
                if title == "insights":
                    await page.locator(".chart").last.locator(".main-svg").first.wait_for()
                await page.wait_for_timeout(400 if "#" in path else 60)
                await page.screenshot(path=to / f"{title}.{name}.{scheme}.png", full_page=True)
            await context.close()


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="*", help="names of pages; all without any")
    parser.add_argument("--jobs", type=int, default=40)
    parser.add_argument("--to", type=Path, default=Path("screenshots"))
    options = parser.parse_args()
    options.to.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, made_companion(Path(folder) / "data") as services:
        if options.jobs:
            await seed(services, jobs=options.jobs)
        wanted = set(options.page) - {"extension"}
        chosen = {name: path for name, path in pages(services).items() if name in wanted or not options.page}
        made, chromium = len(chosen) * 4, find(Settings())
        if chromium is None:
            raise SystemExit("No Chromium, Chrome or Edge was found.")
        with served(services) as (address, links, pairing):
            async with async_playwright() as playwright:
                browser = await playwright.chromium.launch(
                    executable_path=chromium, args=["--disable-gpu", "--no-sandbox"]
                )
                await take(browser, address, links.path(), chosen, options.to)
                await browser.close()
                if options.jobs and (not options.page or "extension" in options.page):
                    made += await take_surfaces(playwright, chromium, services, address, pairing, options.to)
    print(f"{made} pictures in {options.to}/")


if __name__ == "__main__":
    asyncio.run(main())
