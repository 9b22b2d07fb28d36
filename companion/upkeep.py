"""Commands that look after the data folder: check, tidy, new keys, export, backup, restore, erase, audit.

Each opens the store itself, so the companion must not run on the same folder at that time; it says so if it does.
"""

import argparse
import getpass
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.prompt import Prompt

from companion import privacy, store
from companion.errors import BadInput, WrongKey
from companion.settings import Settings
from companion.store import Store

_WHO = "command line"
Command = Callable[[argparse.Namespace, Settings, Console], int]


def passphrase(settings: Settings) -> str | None:
    """The passphrase of the data folder where it has one: from the environment, else asked for on the terminal."""
    source = store.key_source(settings.data) or settings.keys
    if source != "passphrase":
        return None
    given = os.environ.get("SINCERELY_PASSPHRASE")
    return given if given is not None else getpass.getpass("Passphrase of your data: ")


def add_commands(commands: Any) -> None:
    """Add `store`, `export`, `import`, `backup`, `restore`, `erase` and `audit` to the command line."""
    keeping = _group(commands, "store", "check or tidy the data folder")
    _add(keeping, "verify", _verify, "read everything and say whether it is whole")
    _add(keeping, "compact", _compact, "write a fresh generation without old changes")
    _add(keeping, "repair", _repair, "keep everything before a damage, and the damaged journal aside")
    keys = _add(keeping, "keys", _keys, "keep the data key elsewhere, or change the passphrase")
    keys.add_argument("where", choices=("keyring", "passphrase", "file"))

    audit = _group(commands, "audit", "the log of what was read, sent, approved and erased")
    _add(audit, "verify", _audit, "check the chain")

    out = _add(commands, "export", _export, "write everything in readable form (JSON, CSV, files)")
    out.add_argument("to", type=Path, help="a new folder, or a file ending in .zip")
    out.add_argument("--credentials", action="store_true", help="with the credentials of the vault, in clear")
    back = _add(commands, "import", _import, "bring an export back")
    back.add_argument("source", type=Path)

    backup = _add(commands, "backup", _backup, "write an encrypted backup and prove it by a restore drill")
    backup.add_argument("--to", type=Path, help="folder of backups (default: beside the data)")
    restore = _add(commands, "restore", _restore, "put a backup in the place of what is there; it can be undone")
    restore.add_argument("file", type=Path)
    restore.add_argument("--code", help="the backup's recovery code (default: this folder's own, else it is asked for)")
    restore.add_argument("--over", action="store_true", help="replace existing data")
    erase = _add(commands, "erase", _erase, "erase everything, or one thing; asks to type the confirmation")
    one = erase.add_mutually_exclusive_group()
    one.add_argument("--application", metavar="ID", help="only this application (its id ends the dashboard's address)")
    one.add_argument("--posting", metavar="ID", help="only this job, with its application if there is one")
    one.add_argument("--unread", action="store_true", help="a folder that cannot be opened (a forgotten passphrase)")


def _group(commands: Any, name: str, text: str) -> Any:
    return commands.add_parser(name, help=text).add_subparsers(required=True, metavar="WHAT")


def _add(commands: Any, name: str, command: Command, text: str) -> Any:
    parser = commands.add_parser(name, help=text)
    parser.set_defaults(command=command)
    return parser


def _verify(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    report = store.verify(settings, passphrase=passphrase(settings))
    console.print(report.text, soft_wrap=True, markup=False)
    return 0 if report.whole else 1


def _compact(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    with Store.open(settings, passphrase=passphrase(settings)) as opened:
        swept = opened.sweep()
        opened.compact()
    console.print(f"The data folder was compacted; {swept.files} files that nothing names were removed.")
    return 0


def _repair(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    done = store.repair(settings, passphrase=passphrase(settings))
    if done.aside is None:
        console.print("Everything verifies; there was nothing to repair.")
    else:
        console.print(f"Kept {done.documents} documents. {done.reason}", soft_wrap=True, markup=False)
        console.print(f"The damaged journal lies in {done.aside}.", soft_wrap=True, markup=False)
    return 0


def _keys(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    where: str = options.where
    with Store.open(settings, passphrase=passphrase(settings)) as opened:
        new = None
        if where == "passphrase":
            new = getpass.getpass("New passphrase: ")
            if new != getpass.getpass("Once more: "):
                raise BadInput("The two do not agree.", "Nothing was changed; try again.")
        opened.rekey(where, passphrase=new)
        privacy.audit.record(opened, "keys", f"The folder was locked anew; its key is kept by {where}", who=_WHO)
    console.print(f"The key is kept by {where} now. No data was rewritten.")
    return 0


def _audit(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    with Store.open(settings, passphrase=passphrase(settings)) as opened:
        verdict = privacy.audit.verify(opened)
    console.print(verdict.text, soft_wrap=True, markup=False)
    return 0 if verdict.valid else 1


def _export(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    target: Path = options.to.expanduser().absolute()
    with Store.open(settings, passphrase=passphrase(settings)) as opened:
        done = privacy.export(opened, target, allowed=target.parent, credentials=options.credentials)
    console.print(
        f"Written to {done.path}: {sum(done.documents.values())} entries, {done.files} files.", soft_wrap=True
    )
    return 0


def _import(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    with Store.open(settings, passphrase=passphrase(settings)) as opened:
        done = privacy.bring_back(opened, options.source.expanduser())
    console.print(f"Brought back {sum(done.added.values())} entries and {done.files} files.")
    return 0


def _backup(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    target: Path = (options.to or privacy.backup_folder(settings)).expanduser().absolute()
    with Store.open(settings, passphrase=passphrase(settings)) as opened:
        console.print("Backing up, and restoring it to a throw-away folder to prove it.")
        done = privacy.scheduled(opened, target)
        code = privacy.recovery_code(opened)
    console.print(f"{done.backup.path} ({done.backup.size / 1e6:.1f} MB)", soft_wrap=True, markup=False)
    for problem in done.drill.problems:
        console.print(problem, soft_wrap=True, markup=False)
    if done.drill.passed:
        console.print(f"It restores whole: {sum(done.drill.documents.values())} entries, {done.drill.files} files.")
        console.print(f"Recovery code, needed on another computer; keep it elsewhere: {code}", soft_wrap=True)
    return 0 if done.drill.passed else 1


def _restore(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    with Store.open(settings, passphrase=passphrase(settings)) as opened:
        file: Path = options.file.expanduser()
        try:
            done = privacy.restore(opened, file, options.code, over=options.over)
        except WrongKey:
            if options.code is not None or not console.is_terminal:
                raise
            console.print("This backup was made by another data folder.")
            done = privacy.restore(opened, file, console.input("Its recovery code: "), over=options.over)
    console.print(f"Restored {sum(done.documents.values())} entries and {done.files} files.")
    if done.undo is not None:
        console.print(f"To undo: sincerely restore --over {done.undo}", soft_wrap=True, markup=False)
    return 0


def _erase(options: argparse.Namespace, settings: Settings, console: Console) -> int:
    if options.unread:
        console.print(f"This erases the data folder {settings.data} unread. Its backups stay.", soft_wrap=True)
        return _said(privacy.erase_unread(settings, _typed(console, "erase everything")), console)
    opened = Store.open(settings, passphrase=passphrase(settings))
    try:
        if options.application:
            plan = privacy.plan_application(opened, options.application)
        elif options.posting:
            plan = privacy.plan_posting(opened, options.posting)
        else:
            plan = privacy.plan_everything(opened, backups_in=privacy.backup_folder(settings))
        going = [f"{count} {name}" for name, count in sorted(plan.documents.items())] + [f"{plan.files} files"]
        if plan.scope == "everything":
            going += [f"{len(plan.backups)} backups", "the keys"]
        console.print(f"This erases {', '.join(going)}.", soft_wrap=True)
        for warning in plan.warnings:
            console.print(warning, soft_wrap=True)
        return _said(privacy.erase(opened, plan, _typed(console, plan.confirmation)), console)
    finally:
        opened.close()


def _typed(console: Console, confirmation: str) -> str:
    return Prompt.ask(f"Type “{confirmation}” to go on", console=console, default="", show_default=False)


def _said(proof: privacy.Proof, console: Console) -> int:
    console.print(proof.text, soft_wrap=True, markup=False)
    return 0 if proof.complete else 1
