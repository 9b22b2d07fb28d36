"""Which language a form is written in: what the page declares, checked against which language its labels speak."""

from collections import Counter

from companion.forms.understand.folding import words
from companion.forms.understand.phrases import phrases
from companion.model.form import Snapshot

_ENOUGH = 3
_ALIASES = {"nb": "no", "nn": "no", "hr": "sr", "bs": "sr", "sl": "sr", "mk": "bg", "iw": "he", "in": "id", "ms": "id"}


def language_of(snapshot: Snapshot) -> str:
    """ISO 639-1 code; "" where nothing tells. Labels outvote a declaration they contradict (many pages say `en`)."""
    declared = snapshot.language.lower().split("-")[0].split("_")[0]
    declared = _ALIASES.get(declared, declared)
    votes: Counter[str] = Counter()
    for field in snapshot.fields[:80]:
        spoken = {hit.language for hit in phrases().hits(words(field.label[:200])) if hit.language and hit.share >= 0.5}
        votes.update({language: 1 / len(spoken) for language in spoken})
    if not votes:
        return declared
    best, count = votes.most_common(1)[0]
    if declared and votes[declared] >= count * 0.7:
        return declared
    return best if count >= _ENOUGH or not declared else declared
