"""`sincerely demo`: a companion with a made-up person and employer in a folder of its own, beside the real data.

A finished demo starts afresh the next time; one that was interrupted goes on where it stopped.
"""

import shutil
import sys
from pathlib import Path

import msgspec
from rich.console import Console

from companion.agents import Services
from companion.app import companion, dashboard
from companion.apply import ensure
from companion.demo.employer import Employer
from companion.demo.journey import DemoResult, Step, walk
from companion.errors import NoBrowser
from companion.settings import Settings
from companion.stopping import stop_asked

_FINISHED = "finished"
_MARKS = {"done": "[green]✓[/]", "failed": "[red]✕[/]"}


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What `--json` prints: the result, and where the files and the dashboard are."""

    result: DemoResult
    files: tuple[str, ...]
    dashboard: str


def folder(settings: Settings) -> Path:
    """The demo's own data folder."""
    return settings.data.with_name(f"{settings.data.name}-demo")


async def demonstrate(settings: Settings, console: Console, *, as_json: bool, keep: bool) -> int:
    """Walk the road and tell `console`; with `as_json` also print one object to stdout. Returns the exit code."""
    home = folder(settings)
    if (home / _FINISHED).exists():
        shutil.rmtree(home)
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = msgspec.structs.replace(settings, data=home / "data", keys="file")
    try:
        browser = ensure(settings, lambda said: console.print(f"[dim]{said}[/]", soft_wrap=True))
        own = msgspec.structs.replace(own, browser=str(browser))
    except NoBrowser as error:
        console.print(f"{error.message} {error.hint}", soft_wrap=True)
    async with (
        Employer(home / "employer") as employer,
        companion(own, reachable={employer.origin}) as services,
        dashboard(services) as (links, address),
    ):
        link = address + links.path()
        console.print(f"Watch it in the dashboard: {link}\n", soft_wrap=True)
        result = await _watched(services, employer, console)
        files = _files(services, result, home / "files")
        _report(console, result, files, link)
        if as_json:
            outcome = Outcome(result=result, files=tuple(str(one) for one in files), dashboard=link)
            sys.stdout.write(msgspec.json.encode(outcome).decode() + "\n")
            sys.stdout.flush()
        if result.ok:
            (home / _FINISHED).touch()
        if keep or (not as_json and console.is_terminal and sys.stdin.isatty()):
            stop = stop_asked()
            console.print("\nThe dashboard stays open until Ctrl-C.")
            await stop.wait()
    return 0 if result.ok else 1


async def _watched(services: Services, employer: Employer, console: Console) -> DemoResult:
    with console.status("Starting") as status:

        def progress(step: Step) -> None:
            if step.state == "started":
                status.update(step.text)
            else:
                console.print(f"{_MARKS[step.state]} {step.name:<8} {step.text}", soft_wrap=True)

        return await walk(services, employer, progress)


def _files(services: Services, result: DemoResult, target: Path) -> list[Path]:
    """The resume and the receipt as plain files, so that they can be opened, and the receipt verified elsewhere."""
    wanted: dict[str, str] = {}
    if result.resume_id:
        resume = services.store.resumes.get(result.resume_id)
        wanted[resume.file_name or "resume.pdf"] = resume.pdf
    if result.receipt_id:
        wanted["receipt.json"] = result.receipt_id
    target.mkdir(exist_ok=True)
    for name, blob in wanted.items():
        (target / name).write_bytes(services.store.blobs.get(blob))
    return [target / name for name in wanted]


def _report(console: Console, result: DemoResult, files: list[Path], link: str) -> None:
    same = sum(one.same for one in result.fields)
    rows = {
        "Score": f"{result.score} of 100" if result.score is not None else "not enough to say",
        "Outcome": result.state or result.problem,
        "Evidence": result.evidence[0] if result.evidence else "none",
        "Received": f"{same} of {len(result.fields)} values as planned; applications on record: {result.received}",
        "Receipt": "valid" if result.receipt_valid else "not valid",
    }
    console.print()
    for name, text in rows.items():
        console.print(f"{name:<10} {text}", soft_wrap=True, markup=False)
    for file in files:
        console.print(f"{'File':<10} {file}", soft_wrap=True, markup=False)
    if result.receipt_id:
        console.print(f"{'Check it':<10} sincerely receipt verify {files[-1]}", soft_wrap=True, markup=False)
    console.print(f"{'Dashboard':<10} {link}", soft_wrap=True, markup=False)
