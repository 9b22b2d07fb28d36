"""Understanding of real forms beside the incumbents: every page of every labelled folder under `forms/`, in the real
browser with its scripts off and the network blocked, scanned by scan.js and understood.

`labels` (hand labels, marked `data-gt`): only native controls with a box count; a wrong core word on a labelled one,
or any on an unlabelled one, costs precision; street variants are merged; a login name may be an e-mail address; a class
that a folder never labels is not scored there. `fields` (silver labels of application forms): question text is found at
token F1 ≥ 0.8 or where one holds the other; questions that are only an identifier, a raw template or nowhere on the
page are left out.
"A meaning" there is any key of the vocabulary: nobody labelled meanings, so that figure is a share and no accuracy.
"""

import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from companion.apply.browser import find
from companion.files import page_script
from companion.forms.meaning import Meaning
from companion.forms.understand import understand
from companion.forms.words import fold
from companion.model.form import Field, Snapshot
from companion.settings import Settings
from tests.benchmarks import Row
from tests.benchmarks._incumbents import APPLICATIONS, FRAGMENTS, PUBLISHED, TIMES, WEB

_ADDRESS = "https://form.example/"
_SCAN = """(() => {
  document.body?.offsetHeight;
  let start = performance.now();
  const named = [...document.querySelectorAll("input, select, textarea")].map((one) => [
    getComputedStyle(one).display, one.getBoundingClientRect().width, one.getAttribute("aria-label"), one.placeholder,
    [...(one.labels ?? [])].map((label) => label.innerText).join(" "),
  ]);
  const naive = performance.now() - start;
  start = performance.now();
  const snapshot = sincerely.scan();
  const ms = performance.now() - start;
  const controls = snapshot.fields.map(({ id }) => {
    const all = [sincerely.element(id), ...sincerely.members(id)].filter(Boolean);
    return {
      marks: all.map((one) => one.getAttribute("data-gt")).filter((mark) => mark !== null),
      names: all.flatMap((one) => [one.id, one.getAttribute("name")]).filter(Boolean),
      native: all.some((one) => /^(INPUT|SELECT|TEXTAREA)$/.test(one.tagName)),
      box: all.some((one) => one.getClientRects().length > 0),
    };
  });
  const said = [...document.querySelectorAll("[placeholder], [aria-label], [title]")];
  const words = [document.body?.textContent, ...said.flatMap((one) => [one.placeholder, one.ariaLabel, one.title])];
  return { ms, naive, named: named.length, snapshot, controls, words: words.join(" ").slice(0, 2_000_000) };
})()"""

_CLASSES = {
    "full name": "name fullName",
    "given name": "given-name firstName",
    "family name": "family-name lastName",
    "additional name": "additional-name middleName",
    "email": "email emailAddress",
    "phone": "tel tel-national tel-country-code tel-area-code tel-local tel-local-prefix tel-local-suffix",
    "street": "street-address address-line1 address-streetname street addressStreet",
    "house number": "address-housenumber",
    "line 2": "address-line2 address-line3 apartment floor building address-extra address-extra-housesuffix "
    "addressStreet2",
    "city": "address-level2 addressCity",
    "state": "address-level1 addressProvince",
    "postcode": "postal-code addressPostalCode",
    "country": "country country-name addressCountryCode",
    "organisation": "organization",
}
_WORD_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
_KEY_CLASS = {
    "name.full": "full name", "name.legal": "full name", "name.first": "given name", "name.last": "family name",
    "name.middle": "additional name", "email": "email", "email.confirm": "email", "phone": "phone",
    "phone.country": "phone", "address.line1": "street", "address.street": "street", "address.full": "street",
    "address.house_number": "house number", "address.line2": "line 2", "address.city": "city",
    "address.state": "state", "address.county": "state", "address.postal": "postcode", "address.country": "country",
    "current.company": "organisation",
}  # fmt: skip
_LOGIN = frozenset({"username", "username OR emailAddress", "loginname"})
_NO_TOKEN = frozenset({"off", "on", "false", "none", "no", "nope", "new-password", "username"})

_EXACT = {
    "given name": "first name|first|given name|prénom|vorname",
    "family name": "last name|last|surname|family name|nom|nachname",
    "full name": "full name|name|your name|legal name",
    "email": "email|email address|e-mail|e-mail address|e-mail-adresse|adresse e-mail",
    "phone": "phone|phone number|mobile|mobile number|telephone|telefon|téléphone|numéro de téléphone",
    "city": "city", "state": "state", "postcode": "zip|zip code|postal code|postcode", "country": "country",
    "street": "address|street address|street and house number", "organisation": "company|current company",
}  # fmt: skip
_QUESTION_CLASS = {question: name for name, all_ in _EXACT.items() for question in all_.split("|")}
_WIDGETS = {
    "text": "text combobox search date number", "checkbox": "checkbox checkboxes", "radio": "radio buttons checkboxes",
    "select": "select multiselect combobox listbox", "textarea": "textarea richtext", "date": "date text",
    "search": "search combobox text", "button": "buttons combobox",
}  # fmt: skip
_NO_QUESTION = frozenset({"image", "button", "submit"})


class _Page(msgspec.Struct):
    """One page as it was read: its fields with their meanings, and what stands in the page for each."""

    snapshot: Snapshot
    meanings: tuple[Meaning, ...]
    controls: list[dict[str, Any]]
    scan_ms: float
    naive_ms: float
    understand_ms: float
    words: str = ""
    """All that the page says, to tell a question a person reads from the name of a field."""

    def __iter__(self) -> Iterator[tuple[Field, Meaning, dict[str, Any]]]:  # type: ignore[override]
        return zip(self.snapshot.fields, self.meanings, self.controls, strict=True)


def run(corpora: Path) -> Iterable[Row]:
    folders = [folder for folder in sorted((corpora / "forms").iterdir()) if (folder / "labels.json").is_file()]
    chromium = find(Settings())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for folder in folders:
            labels = msgspec.json.decode((folder / "labels.json").read_bytes())
            pages = {path.name: path for path in sorted(folder.glob("*.html")) if path.name in labels}
            read = dict(_read(browser, pages))
            silver = any("fields" in entry for entry in labels.values())
            yield from (_silver if silver else _hand)(folder.name, read, labels)
            yield from _speed(folder.name, read.values())
        browser.close()


def _read(browser: Browser, pages: Mapping[str, Path]) -> Iterator[tuple[str, _Page]]:
    context = browser.new_context()
    for name, path in pages.items():
        yield name, _one(context, path)
    context.close()


def _one(context: BrowserContext, path: Path) -> _Page:
    page = context.new_page()
    policy = {"content-security-policy": "script-src 'none'; frame-src 'none'"}
    page.route(
        "**/*",
        lambda route: (
            route.fulfill(body=path.read_bytes(), content_type="text/html; charset=utf-8", headers=policy)
            if route.request.url == _ADDRESS
            else route.abort()
        ),
    )
    page.goto(_ADDRESS, wait_until="domcontentloaded")
    session = context.new_cdp_session(page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "sincerely"})
    answer: dict[str, Any] = {}
    for script in (page_script("scan.js"), _SCAN):
        where = {"contextId": world["executionContextId"], "returnByValue": True}
        answer = session.send("Runtime.evaluate", {"expression": script, **where})
    page.close()
    value = answer["result"]["value"]
    snapshot = msgspec.convert(value["snapshot"], Snapshot)
    start = time.perf_counter()
    meanings = understand(snapshot)
    took = (time.perf_counter() - start) * 1000
    return _Page(snapshot, meanings, value["controls"], value["ms"], value["naive"], took, _plain(value["words"]))


def _hand(case: str, read: Mapping[str, _Page], labels: Mapping[str, Any]) -> Iterable[Row]:
    right: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    bare = bare_right = whole = with_fields = 0
    scored = {_WORD_CLASS.get(word, "") for entry in labels.values() for word in entry["labels"]}
    for name, page in read.items():
        clean, seen = True, False
        for field, meaning, control in page:
            if not control["box"] or not control["native"]:
                continue
            word = labels[name]["labels"][int(control["marks"][0])] if control["marks"] else ""
            truth, said = _WORD_CLASS.get(word, ""), _class(meaning)
            said = said if said in scored else ""
            if word in _LOGIN and said in {"email", "phone"}:
                continue
            if truth:
                seen = True
                hit = said == truth
                right[truth] += hit
                missed[truth] += not hit
                if not set(field.autocomplete.split()) - _NO_TOKEN:
                    bare += 1
                    bare_right += hit
            if said and said != truth:
                wrong[said] += 1
            clean = clean and said == truth
        with_fields += seen
        whole += seen and clean
    total = right.total() + missed.total()
    recall = right.total() / max(1, total)
    precision = right.total() / max(1, right.total() + wrong.total())
    figures = {
        "f1": (2 * recall * precision / max(1e-9, recall + precision), total),
        "precision": (precision, right.total() + wrong.total()),
        "recall": (recall, total),
        "whole page right": (whole / max(1, with_fields), with_fields),
        "recall without autocomplete": (bare_right / max(1, bare), bare),
    }
    for metric, (value, count) in figures.items():
        yield Row(
            case=case,
            metric=metric,
            value=round(value, 4),
            n=count,
            peer=(FRAGMENTS if case == "duckduckgo" else WEB).get(metric, {}),
        )
    for name in _CLASSES:
        if count := right[name] + missed[name]:
            found = right[name] + wrong[name]
            yield Row(case=f"{case}: {name}", metric="recall", value=round(right[name] / count, 3), n=count)
            yield Row(case=f"{case}: {name}", metric="precision", value=round(right[name] / max(1, found), 3), n=found)


def _class(meaning: Meaning) -> str:
    return "" if meaning.part == "extension" else _KEY_CLASS.get(meaning.key, "")


def _silver(case: str, read: Mapping[str, _Page], labels: Mapping[str, Any]) -> Iterable[Row]:
    scores: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for name, page in read.items():
        host = labels[name].get("host", "")
        standard = [
            right
            for truth, field, meaning in _matched(page, labels[name]["fields"])
            for right in _judge(page, truth, field, meaning, scores[""], scores[host])
        ]
        if standard:
            for group in (scores[""], scores[host]):
                group["pages with all of them right"].append(all(standard))
    yield from _left_out(case, read, labels)
    for host in sorted(scores, key=lambda each: -len(scores[each]["required"])):
        for metric, marks in scores[host].items():
            peer = APPLICATIONS.get(metric, {}) if not host else {}
            if host and metric == "controls given a meaning" and host.split(".")[0] in PUBLISHED:
                peer = {"market leader, published": PUBLISHED[host.split(".")[0]]}
            where = f"{case}: {host}" if host else case
            yield Row(case=where, metric=metric, value=round(sum(marks) / len(marks), 3), n=len(marks), peer=peer)


def _left_out(case: str, read: Mapping[str, _Page], labels: Mapping[str, Any]) -> Iterable[Row]:
    """Each system with only what the others' pages bear out: a control counts where the rule that decided its meaning
    also decided one of another system. No rule names a system, but one may fit a single one; this is what is then left.
    """
    decided: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    systems: dict[str, set[str]] = defaultdict(set)
    for name, page in read.items():
        host = labels[name].get("host", "")
        for truth, field, meaning in _matched(page, labels[name]["fields"]):
            if field.widget == "file":
                continue
            marks: dict[str, list[bool]] = defaultdict(list)
            standard = list(_judge(page, truth, field, meaning, marks))
            decided["controls given a meaning"].append((meaning.rule, bool(meaning.key)))
            decided["standard fields right"] += [(meaning.rule, right) for right in standard]
            systems[meaning.rule].add(host)
    for metric, marks in decided.items():
        kept = [right and len(systems[rule]) > 1 for rule, right in marks]
        yield Row(
            case=f"{case}: one system left out", metric=metric, value=round(sum(kept) / len(kept), 3), n=len(kept)
        )


def _matched(page: _Page, fields: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Field, Meaning]]:
    known: dict[str, tuple[Field, Meaning]] = {}
    for field, meaning, control in page:
        for name in (*control["names"], field.attributes.get("data-field-path", "")):
            known.setdefault(name, (field, meaning))
    for truth in fields:
        marks = [truth["dom"].get(mark) for mark in ("id", "name", "data_field_path")]
        found = next((known[mark] for mark in marks if mark and mark in known), None)
        if found and truth["field_type"] not in _NO_QUESTION:
            yield truth, *found


def _judge(
    page: _Page, truth: dict[str, Any], field: Field, meaning: Meaning, *groups: dict[str, list[bool]]
) -> Iterator[bool]:
    """Marks one control in each of `groups`; yields whether a standard field is right (nothing for other controls)."""
    question = _once(truth["question"])
    marks = {"required": truth["required"] == field.required}
    marks["widget"] = field.widget in _WIDGETS.get(truth["field_type"], truth["field_type"]).split()
    if not field.options and field.widget not in {"file", "checkbox"} and _is_question(question, field, page.words):
        marks["question text"] = _same_question(question, truth["question"], field.label)
    if field.widget != "file":
        marks["controls given a meaning"] = bool(meaning.key)
        if wanted := _QUESTION_CLASS.get(question):
            said = "city" if meaning.key == "location.current" else _class(meaning)
            marks["standard fields right"] = said == wanted or {said, wanted} == {"given name", "full name"}
    for group in groups:
        for metric, mark in marks.items():
            group[metric].append(mark)
    if "standard fields right" in marks:
        yield marks["standard fields right"]


def _is_question(question: str, field: Field, page_words: str) -> bool:
    """Whether the silver text is one that the page says, and not a template or the name of a field."""
    template = "[[" in question or "%" in question or "{{" in question
    named = fold(question) in {fold(field.name), fold(field.html_id), ""}
    return not template and not named and _plain(question) in page_words


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())


def _same_question(question: str, silver: str, label: str) -> bool:
    asked, ours = fold(question), fold(label)
    if not ours:
        return False
    both = 2 * (Counter(asked.split()) & Counter(ours.split())).total()
    alike = both / (len(asked.split()) + len(ours.split()))
    return alike >= 0.8 or ours in fold(silver) or asked in ours


def _once(question: str) -> str:
    """The silver text with its repetition taken out: several attributes of one control were joined."""
    words = question.split()
    for size in range(1, len(words) // 2 + 1):
        if len(words) % size == 0 and words == words[:size] * (len(words) // size):
            return " ".join(words[:size])
    for size in range(len(words) // 2, 0, -1):
        if words[:size] == words[-size:]:
            return " ".join(words[:-size])
    return question


def _speed(case: str, pages: Iterable[_Page]) -> Iterable[Row]:
    """Times in ms; beside the scan, the naive one (label, box and style of native controls) on the same page."""
    read = list(pages)
    naive = sorted(page.naive_ms for page in read)
    for name, times in (
        ("scan", [page.scan_ms for page in read]),
        ("understand", [page.understand_ms for page in read]),
    ):
        for metric, pick in (("median", statistics.median), ("p95", lambda them: them[int(len(them) * 0.95)])):
            full = f"{name} ms, {metric}"
            peer = {**TIMES[full], "naive, beside": round(pick(naive), 1)} if name == "scan" else {}
            yield Row(case=case, metric=full, value=round(pick(sorted(times)), 1), n=len(read), peer=peer)
