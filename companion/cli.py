"""The command line. Each command is a function here or in its room; exit code 0 is done, 1 failed, 2 used wrongly."""

import argparse
import asyncio
import gc
import sys
import webbrowser
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from companion import settings as configuration
from companion.errors import BadInput, SincerelyError
from companion.settings import Settings
from companion.upkeep import Command, add_commands, passphrase


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `sincerely ARGUMENTS` (the process's own without any) and return the exit code."""
    options = _parser().parse_args(arguments)
    console = Console(stderr=bool(getattr(options, "json", False)), highlight=False)
    try:
        settings = configuration.load(data=options.data)
        command: Command = options.command
        return command(options, settings, console)
    except SincerelyError as error:
        console.print(f"[bold]{error.message}[/]", soft_wrap=True)
        if error.hint:
            console.print(error.hint, soft_wrap=True)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sincerely", description="Apply for jobs in your own words. Without a command: start the companion."
    )
    parser.add_argument("--data", type=Path, help="folder of everything stored")
    parser.set_defaults(command=_start, open=True)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    start = commands.add_parser("start", help="start the companion and open the dashboard")
    start.add_argument("--no-open", dest="open", action="store_false", help="only print the dashboard's address")
    start.set_defaults(command=_start)

    link = commands.add_parser("open", help="open the dashboard of the companion that runs")
    link.add_argument("--no-open", dest="open", action="store_false", help="only print the link")
    link.set_defaults(command=_open)

    demo = commands.add_parser("demo", help="walk the whole road with a made-up person and employer")
    demo.add_argument("--json", action="store_true", help="print one machine-readable result")
    demo.add_argument("--keep", action="store_true", help="leave the dashboard running afterwards")
    demo.set_defaults(command=_demo)

    browser = commands.add_parser("browser", help="find or install the browser that is driven headlessly")
    browser.set_defaults(command=_browser)

    mcp = commands.add_parser("mcp", help="serve MCP on stdio, for the person's own AI assistant")
    mcp.set_defaults(command=_mcp, json=True)

    worker = commands.add_parser("worker", help="begin the companion's background work from Redis")
    worker.add_argument("--hands", type=int, choices=range(1, 33), default=4, metavar="N", help="runs at once (4)")
    worker.set_defaults(command=_worker)

    doctor = commands.add_parser("doctor", help="look at everything and say how to mend it")
    doctor.set_defaults(command=_doctor)

    extension = commands.add_parser("extension", help='print the folder for "Load unpacked"')
    extension.set_defaults(command=_extension)
    pack = commands.add_parser("pack", help="build and validate the extension's zip for the store")
    pack.add_argument("out", type=Path, help="folder to write it to")
    pack.set_defaults(command=_pack)

    receipt = commands.add_parser("receipt", help="work with receipts").add_subparsers(required=True, metavar="WHAT")
    verify = receipt.add_parser("verify", help="check receipts; needs no data folder and no network")
    verify.add_argument("files", type=Path, nargs="+", metavar="FILE", help="several, oldest first, must be a row")
    verify.set_defaults(command=_receipt_verify)

    add_commands(commands)
    return parser


@contextmanager
def _importing() -> Generator[None]:
    """Imports without the garbage collector: it takes a third of their time and finds nothing. What they made is not
    looked at again afterwards either, so that a collection does not hold up the companion."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


def _start(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    with _importing():
        from companion.app import serve

    return asyncio.run(serve(settings, passphrase(settings), console, open_browser=options.open))


def _open(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    from companion.runtime import fresh_link, running

    found = running(settings.data)
    if found is None:
        console.print("No companion runs on this data folder. Start it with `sincerely`.")
        return 1
    link = fresh_link(found)
    console.print(link, soft_wrap=True)
    if options.open:
        webbrowser.open(link)
    return 0


def _demo(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    with _importing():
        from companion.demo.command import demonstrate

    return asyncio.run(demonstrate(settings, console, as_json=options.json, keep=options.keep))


def _browser(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    from companion.apply.browser import ensure

    ensure(settings, lambda said: console.print(f"{said}.", soft_wrap=True))
    return 0


def _mcp(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    from companion.agents.mcp.stdio import bridge
    from companion.runtime import running

    found = running(settings.data)
    if found is not None:
        asyncio.run(bridge(found))
        return 0
    with _importing():
        from companion.app import serve_mcp

    return asyncio.run(serve_mcp(settings, passphrase(settings)))


def _worker(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    from companion.worker import serve

    return asyncio.run(serve(settings, options.hands, console))


def _doctor(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    from companion.doctor import look

    return look(settings, passphrase, console)


def _extension(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    from companion.files import unpacked_extension

    sys.stdout.write(f"{unpacked_extension()}\n")
    return 0


def _pack(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    from companion.pack import pack

    console.print(f"Written and valid: {pack(options.out.expanduser())}", soft_wrap=True, markup=False)
    return 0


def _receipt_verify(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    from companion.apply.receipt import verify_chain

    receipts: list[bytes] = []
    for path in options.files:
        try:
            receipts.append(path.read_bytes())
        except OSError as error:
            raise BadInput(f"{path} cannot be read: {error.strerror}.", "Give the path of a receipt.") from error
    changed = [data for data in receipts if not _told(data, console)]
    if len(receipts) == 1:
        return 1 if changed else 0
    gaps = verify_chain(receipts)
    for gap in gaps:
        console.print(gap, markup=False, soft_wrap=True)
    console.print("They are not one row." if gaps else "Each names the one before it.")
    return 1 if gaps else 0


def _told(data: bytes, console: Console) -> bool:
    """Say what one receipt holds and whether it is valid."""
    from companion.apply.receipt import verify

    verdict = verify(data)
    receipt = verdict.receipt
    if receipt is not None:
        posting = receipt.posting
        console.print(f"{posting.get('title', '')} at {posting.get('company', '')}: {receipt.state}", markup=False)
        for item in receipt.evidence:
            console.print(f"  {item.kind}: {item.seen}", markup=False)
        for file in receipt.files:
            console.print(f"  {file.name}  sha256 {file.sha256}", markup=False, soft_wrap=True)
    for reason in verdict.reasons:
        console.print(reason, markup=False, soft_wrap=True)
    console.print(f"Valid, signed with key {verdict.key}." if verdict.valid else "Not valid.")
    return verdict.valid
