"""Hard skills in job ads: exact F1 of normalised strings over whole ads, on every split but the one trained on.

Peers as measured on its test split: RAKE, three vocabularies together, an averaged perceptron on the same train split.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from companion.matching import keywords, recognise
from companion.matching.tagger import decode
from tests.benchmarks import Row

_PUBLISHED = {"RAKE (test)": 0.05, "vocabularies (test)": 0.33, "perceptron (test)": 0.49}


def run(corpora: Path) -> Iterable[Row]:
    folder = corpora / "skills" / "skillspan" / "data" / "json"
    for file in sorted(folder.glob("*.json")):
        if file.stem != "train":
            yield from _measure(file)


def _measure(file: Path) -> Iterator[Row]:
    gold: dict[object, set[str]] = defaultdict(set)
    found: dict[str, dict[object, set[str]]] = {name: defaultdict(set) for name in ("tagger", "vocabulary")}
    texts: dict[object, list[str]] = defaultdict(list)
    for line in file.read_bytes().splitlines():
        row = msgspec.json.decode(line)
        ad, words = (row["source"], row["idx"]), row["tokens"]
        gold[ad] |= _spans(words, row["tags_knowledge"])
        found["tagger"][ad] |= _spans(words, decode(words))
        text = " ".join(words)
        found["vocabulary"][ad] |= {_plain(text[one.start : one.end]) for one in recognise(text)}
        texts[ad].append(text)
    rake = {ad: {_plain(one) for one in keywords("\n".join(lines), 30)} for ad, lines in texts.items()}
    figures = {name: _f1(gold, one) for name, one in found.items()} | {"RAKE": _f1(gold, rake)}
    precision, recall, f1 = figures["tagger"]
    peers = {"RAKE": figures["RAKE"][2], "our vocabulary alone": figures["vocabulary"][2], **_PUBLISHED}
    yield Row(case=f"skillspan {file.stem}", metric="f1", value=f1, n=sum(map(len, gold.values())), peer=peers)
    yield Row(case=f"skillspan {file.stem}", metric="precision", value=precision)
    yield Row(case=f"skillspan {file.stem}", metric="recall", value=recall)


def _f1(gold: dict[object, set[str]], found: dict[object, set[str]]) -> tuple[float, float, float]:
    right = sum(len(wanted & found.get(ad, set())) for ad, wanted in gold.items())
    precision = right / max(1, sum(len(one) for one in found.values()))
    recall = right / max(1, sum(len(one) for one in gold.values()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _spans(words: Sequence[str], tags: Sequence[str]) -> set[str]:
    spans: list[list[str]] = []
    before = "O"
    for word, tag in zip(words, tags, strict=True):
        if tag == "B" or (tag == "I" and before == "O"):
            spans.append([word])
        elif tag == "I":
            spans[-1].append(word)
        before = tag
    return {_plain(" ".join(span)) for span in spans}


def _plain(text: str) -> str:
    return re.sub(r"[^\w+#.]+", " ", text.casefold()).strip(" .")
