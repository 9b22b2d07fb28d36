"""Train companion/matching/data/tagger.json.gz on SkillSpan: `python tests/data/train_tagger.py CORPORA`.

Needs the package python-crfsuite, which is no dependency of the project: `uv run --with python-crfsuite python …`.
"""

import sys
import tempfile
from pathlib import Path

import msgspec
import pycrfsuite

from companion.matching.tagger import features, pack

OUT = Path(__file__).parents[2] / "companion" / "matching" / "data" / "tagger.json.gz"
PARAMETERS = {"c1": 0.1, "c2": 0.1, "max_iterations": 120, "feature.possible_transitions": True}


def main(corpora: Path) -> None:
    trainer = pycrfsuite.Trainer(verbose=False, params=PARAMETERS)
    for line in (corpora / "skills/skillspan/data/json/train.json").read_bytes().splitlines():
        row = msgspec.json.decode(line)
        trainer.append(features(row["tokens"]), row["tags_knowledge"])
    with tempfile.TemporaryDirectory() as folder:
        trainer.train(f"{folder}/model")
        tagger = pycrfsuite.Tagger()
        tagger.open(f"{folder}/model")
        info = tagger.info()
    rows: dict[str, dict[str, float]] = {}
    for (name, tag), weight in info.state_features.items():
        rows.setdefault(name, {})[tag] = weight
    OUT.write_bytes(pack(rows, info.transitions))
    sys.stdout.write(f"{len(rows)} features, {OUT.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
