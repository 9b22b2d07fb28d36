"""Pages labelled by hand (marked `data-gt`): only native controls with a box count; a wrong core word on a labelled
one, or any on an unlabelled one, costs precision; street variants are merged; a login name may be an e-mail address; a
class that a folder never labels is not scored there."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tests.benchmarks import Row
from tests.benchmarks._classes import CLASSES, WORD_CLASS, class_of
from tests.benchmarks._incumbents import FRAGMENTS, WEB
from tests.benchmarks._scanned import Page

_LOGIN = frozenset({"username", "username OR emailAddress", "loginname"})
_NO_TOKEN = frozenset({"off", "on", "false", "none", "no", "nope", "new-password", "username"})


def by_hand(case: str, read: Mapping[str, Page], labels: Mapping[str, Any]) -> Iterable[Row]:
    """Recall, precision and whole pages right, over all classes and for each."""
    right: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    bare = bare_right = whole = with_fields = 0
    scored = {WORD_CLASS.get(word, "") for entry in labels.values() for word in entry["labels"]}
    for name, page in read.items():
        clean, seen = True, False
        for field, meaning, control in page:
            if not control["box"] or not control["native"]:
                continue
            word = labels[name]["labels"][int(control["marks"][0])] if control["marks"] else ""
            truth, said = WORD_CLASS.get(word, ""), class_of(meaning)
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
    for name in CLASSES:
        if count := right[name] + missed[name]:
            found = right[name] + wrong[name]
            yield Row(case=f"{case}: {name}", metric="recall", value=round(right[name] / count, 3), n=count)
            yield Row(case=f"{case}: {name}", metric="precision", value=round(right[name] / max(1, found), 3), n=found)
