"""What two files must say alike: error codes, the list of page scripts, known hosts, versions."""

import json
import re
from pathlib import Path

from companion.errors import SincerelyError
from companion.files import PIECES, extension_folder, unpacked_extension
from companion.forms.vocabulary import TERMS

MANIFEST = json.loads((unpacked_extension() / "manifest.json").read_text(encoding="utf-8"))


def source(name: str) -> str:
    return (extension_folder() / name).read_text(encoding="utf-8")


def every(kind: type[SincerelyError]) -> set[str]:
    return {kind.code}.union(*(every(child) for child in kind.__subclasses__()))


def test_the_extension_knows_the_companions_error_codes() -> None:
    text = source("problems.js").split("COMPANION_PROBLEMS = {")[1].split("\n};")[0]
    assert set(re.findall(r'^  "?([\w-]+)"?: \{', text, re.MULTILINE)) == every(SincerelyError)


def test_the_manifest_and_the_worker_inject_the_same_scripts_in_the_same_order() -> None:
    [entry] = MANIFEST["content_scripts"]
    names = re.search(r"PAGE_SCRIPTS = \[(.*?)\]", source("tabs.js"), re.DOTALL)
    assert names is not None
    worker = [f"extension/page/{name}.js" for name in re.findall(r'"(\w+)"', names[1])]
    assert entry["js"] == worker
    assert set(worker) == {f"extension/page/{path.name}" for path in (extension_folder() / "page").glob("*.js")}


def test_the_headless_driver_runs_the_same_scripts_in_the_same_order() -> None:
    order = [Path(name).name for name in MANIFEST["content_scripts"][0]["js"]]
    both = [*PIECES["scan.js"], *PIECES["fill.js"]]
    assert both == [name for name in order if name in both]


def test_what_the_first_scan_calls_is_compiled_as_it_loads_and_nothing_else_is() -> None:
    pages = (extension_folder() / "page").glob("*.js")
    hinted = {path.name for path in pages if path.read_text("utf-8").startswith("//# allFunctionsCalledOnLoad\n")}
    assert hinted == {*PIECES["scan.js"]}


def test_every_known_host_has_its_pages_in_the_manifest() -> None:
    domains = set(re.findall(r'\["([\w.-]+)", "\w+", "(?:portal|ats)"\]', source("sites.js")))
    patterns = MANIFEST["content_scripts"][0]["matches"]
    assert all(pattern.startswith("https://*.") for pattern in patterns)
    assert {pattern.removeprefix("https://*.").split("/")[0] for pattern in patterns} == domains


def test_the_extension_and_the_companion_have_one_version() -> None:
    project = unpacked_extension() / "pyproject.toml"
    found = re.search(r'^version = "(.+)"', project.read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    assert MANIFEST["version"] == found[1]


def test_every_meaning_the_panel_offers_is_one_of_the_vocabulary() -> None:
    text = source("panel/source.js").split("MEANINGS = Object.freeze({")[1].split("});")[0]
    offered = set(re.findall(r'(?:^|, |\s)"?([a-z][\w.]*)"?: "', text))
    assert len(offered) > 20
    assert offered <= set(TERMS)
