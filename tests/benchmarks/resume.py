"""Reading resumes: fields recovered, by field and by layout, against hand-written truth or the YAML a PDF was made of.

Every PDF or DOCX in `resumes/` with a `.truth.json` or `.yaml` beside it is read; all others must only not fail.
The peer is a baseline of regular expressions: first plausible line as the name, first match for e-mail and phone.
"""

import json
import re
import time
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz import fuzz

from companion.errors import SincerelyError
from companion.model.profile import Profile
from companion.resume import read_resume
from tests.benchmarks import Row
from tests.benchmarks._pdfium import text_by_pdfium

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_BASIC = ("name", "email", "phone", "place")
_LISTS = ("employers", "titles", "dates", "schools", "degrees", "skills")
Truth = dict[str, list[str]]


def run(corpora: Path) -> Iterable[Row]:
    tallies: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    peers: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    times: list[float] = []
    read = failed = refused = lost = total_words = 0
    for file in sorted((corpora / "resumes").rglob("*")):
        if file.suffix not in (".pdf", ".docx", ".txt", ".md") or file.name in ("README.md", "CLAUDE.md", "LICENSE.md"):
            continue
        if file.name in ("SOURCE.txt", "CHANGELOG.md"):
            continue
        data = file.read_bytes()
        started = time.process_time()
        try:
            profile = read_resume(data, file.name)
        except SincerelyError:
            refused += 1
            continue
        except Exception:  # noqa: BLE001 a benchmark counts what went wrong
            failed += 1
            continue
        times.append((time.process_time() - started) * 1000)
        read += 1
        if file.suffix == ".pdf":
            words = _words(text_by_pdfium(data))
            told = _words(" ".join(_strings(profile)))
            total_words += len(words)
            lost += len(words - told)
        truth = _truth(file)
        if truth is None:
            continue
        layout = file.parent.name
        ours = _ours(profile)
        baseline = _baseline(text_by_pdfium(data)) if file.suffix == ".pdf" else {}
        for field, wanted in truth.items():
            right, extra, missed = _compare(field, wanted, ours.get(field, []))
            for case in ("all", layout):
                tally = tallies[case, field]
                tally[0] += right
                tally[1] += extra
                tally[2] += missed
            if field in baseline:
                peers[field][0] += bool(_compare(field, wanted, [baseline[field]])[0])
                peers[field][1] += 1
    for (case, field), (right, extra, missed) in sorted(tallies.items(), key=lambda kv: (kv[0][0] != "all", kv[0])):
        n = right + missed
        if field in _BASIC:
            peer = {"regex": peers[field][0] / peers[field][1]} if case == "all" and peers[field][1] else {}
            yield Row(case=case, metric=f"{field} accuracy", value=right / n if n else 1.0, n=n, peer=peer)
        else:
            f1 = 2 * right / (2 * right + extra + missed) if right + extra + missed else 1.0
            yield Row(case=case, metric=f"{field} f1", value=f1, n=n)
    yield Row(case="all", metric="files read", value=read)
    yield Row(case="all", metric="files refused with a reason", value=refused)
    yield Row(case="all", metric="files failed", value=failed)
    yield Row(case="all", metric="words lost share", value=lost / total_words if total_words else 0.0, n=total_words)
    if times:
        yield Row(case="all", metric="median ms", value=sorted(times)[len(times) // 2], n=len(times))


def _ours(profile: Profile) -> Truth:
    basics = profile.basics
    place = ", ".join(p for p in (basics.location.city, basics.location.region, basics.location.country_code) if p)
    return {
        "name": [basics.name],
        "email": [basics.email],
        "phone": [basics.phone],
        "place": [place],
        "employers": [w.name for w in profile.work if w.name],
        "titles": [w.position for w in profile.work if w.position],
        "dates": [
            _dates(f"{w.start_date} {w.end_date or 'present'}") for w in profile.work if w.start_date or w.end_date
        ],
        "schools": list(dict.fromkeys(e.institution for e in profile.education if e.institution)),
        "degrees": [f"{e.study_type} {e.area}".strip() for e in profile.education if e.study_type or e.area],
        "skills": [word for s in profile.skills for word in (s.keywords or (s.name,))],
    }


def _truth(file: Path) -> Truth | None:
    beside = file.with_suffix(".truth.json")
    if beside.is_file():
        return _hand_written(json.loads(beside.read_text(encoding="utf-8")))
    beside = file.with_suffix(".yaml")
    if beside.is_file():
        return _rendercv(yaml.safe_load(beside.read_text(encoding="utf-8"))["cv"])
    return None


def _hand_written(truth: dict[str, Any]) -> Truth:
    contact = truth.get("contact", {})
    skip = set(truth.get("unannotated", []))
    out: Truth = {}
    for field, key in (("name", "full_name"), ("email", "email"), ("phone", "phone"), ("place", "location")):
        if told := (contact.get("city") if field == "place" else None) or contact.get(key):
            out[field] = [told]
    work, schools = truth.get("experience", []), truth.get("education", [])
    if "experience" not in skip:
        out["employers"] = [w["company"] for w in work if w.get("company")]
        out["titles"] = [w["title"] for w in work if w.get("title")]
        out["dates"] = [_dates(_told_dates(w)) for w in work if w.get("dates")]
    if "education" not in skip:
        out["schools"] = list(dict.fromkeys(e["institution"] for e in schools if e.get("institution")))
        out["degrees"] = [e["degree"] for e in schools if e.get("degree")]
    if "skills" in truth and "skills" not in skip:
        out["skills"] = truth["skills"]
    return out


def _told_dates(entry: dict[str, str]) -> str:
    """The dates of an entry, by their partial ISO forms where the truth has them: it is written in many languages."""
    return f"{entry['start']} {entry.get('end') or ''}" if entry.get("start") else entry["dates"]


def _rendercv(cv: dict[str, Any]) -> Truth:
    sections = {name.casefold(): entries for name, entries in cv["sections"].items()}
    work, schools = sections.get("experience", []), sections.get("education", [])
    out: Truth = {"name": [cv["name"]], "email": [cv["email"]]}
    if cv.get("phone"):
        out["phone"] = [str(cv["phone"]).removeprefix("tel:")]
    if cv.get("location"):
        out["place"] = [cv["location"]]
    out["employers"] = [w["company"] for w in work]
    out["titles"] = [w["position"] for w in work]
    out["dates"] = [
        _dates(f"{w.get('start_date') or ''} {w.get('end_date') or w.get('date') or 'present'}") for w in work
    ]
    out["schools"] = [e["institution"] for e in schools]
    out["degrees"] = [f"{e.get('degree') or ''} {e['area']}".strip() for e in schools]
    out["skills"] = [
        word for s in sections.get("skills", []) if isinstance(s, dict) and "details" in s
        for word in re.split(r",\s*(?![^(]*\))", _unmarked(s["details"]))
    ]  # fmt: skip
    return out


def _compare(field: str, wanted: list[str], got: list[str]) -> tuple[int, int, int]:
    if field == "phone":
        digits = [re.sub(r"\D", "", text)[-9:] for text in got]
        right = sum(re.sub(r"\D", "", text)[-9:] in digits for text in wanted)
        return right, 0, len(wanted) - right
    left = list(got)
    right = 0
    for text in wanted:
        best = max(left, key=lambda other: _alike(field, text, other), default=None)
        if best is not None and _alike(field, text, best) >= 0.9:
            left.remove(best)
            right += 1
    return right, len(left), len(wanted) - right


def _alike(field: str, a: str, b: str) -> float:
    a, b = _plain(a), _plain(b)
    if field == "place":
        return float(bool(b) and (a.split()[0] == b.split()[0]))
    if field in ("dates", "email", "skills"):
        return float(a == b)
    return max(float(a == b), fuzz.token_sort_ratio(a, b) / 100 if min(len(a), len(b)) > 3 else 0.0)


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    text = re.sub(r"\b(?:in|of)\b", " ", text)
    return " ".join(re.sub(r"[^\w@+#./'-]+", " ", text).split()).strip(".- ")


def _dates(text: str) -> str:
    """Year and month of the first and last date, by other means than the reader's."""
    text = str(text).casefold()
    out: list[str] = []
    for found in re.finditer(
        r"(\d{4})-(\d{2})|(\d{1,2})/(\d{4})|([a-z]{3})[a-z]*\.?\s+(\d{4})|(\d{4})|present|current|now", text
    ):
        if found[1]:
            out.append(f"{found[1]}-{found[2]}")
        elif found[4]:
            out.append(f"{found[4]}-{int(found[3]):02d}")
        elif found[6]:
            month = _MONTHS.index(found[5]) + 1 if found[5] in _MONTHS else 0
            out.append(f"{found[6]}-{month:02d}" if month else found[6])
        else:
            out.append(found[7] or "present")
    return " ".join(dict.fromkeys(out[:1] + out[-1:]))


def _unmarked(text: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)|[*_`]", r"\1", text)


def _baseline(text: str) -> dict[str, str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    email = re.search(r"[\w.+-]+@[\w-]+\.[\w.]+", text)
    phone = re.search(r"\+?\d?[\s.-]?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}", text)
    name = next((line for line in lines if re.fullmatch(r"[^\d@|:]{3,40}", line) and len(line.split()) <= 4), "")
    return {"name": name, "email": email[0] if email else "", "phone": phone[0] if phone else ""}


def _words(text: str) -> set[str]:
    text = unicodedata.normalize("NFKC", text).replace("\x02", "").replace("\ufffe", "").replace("\xad", "").casefold()
    return set(re.findall(r"[^\W\d_]{4,}", text))


def _strings(profile: Profile) -> Iterator[str]:
    import msgspec

    stack: list[Any] = [msgspec.to_builtins(profile)]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            stack.extend(value.values())
        elif isinstance(value, list | tuple):
            stack.extend(value)
        elif isinstance(value, str):
            yield value
