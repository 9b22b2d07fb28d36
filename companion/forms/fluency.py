"""How well a language is spoken: the CEFR's six levels and the words forms use for them, as spans of one ladder.

Source of the spans: Common European Framework (A basic, B independent, C proficient) and the ILR scale LinkedIn shows.
"""

import re
from collections.abc import Sequence

from companion.forms.value import Missing
from companion.forms.words import fold, negated
from companion.model.form import Option

_CEFR = re.compile(r"\b([abc][12])\b")
_LADDER = ("none", "a1", "a2", "b1", "b2", "c1", "c2", "native")
_NATIVE = len(_LADDER) - 1
_WORDS: tuple[tuple[int, int, str], ...] = (
    (7, 7, r"native|mother tongue|first language|bilingual|muttersprach\w*|langue maternelle|bilingue|nativ[oa]|"
           r"lengua materna|lingua materna|मातृभाषा|母語|ネイティブ"),
    (0, 0, r"none|no knowledge|no proficiency|not at all|keine|aucune?|ningun[oa]?|nenhum"),
    (5, 6, r"full professional|business fluent|fluent|fluency|verhandlungssicher|fliessend|fließend|courant|"
           r"fluido|fluente|near native|mastery|proficient|धाराप्रवाह"),
    (4, 5, r"professional working|working proficiency|business level"),
    (3, 4, r"limited working|upper intermediate|intermediate|conversational|independent|mittelstufe|"
           r"gute kenntnisse|intermediaire|intermedi[oa]|conversationnel"),
    (5, 5, r"advanced|fortgeschritten|avance|avanzad[oa]|avancad[oa]"),
    (1, 2, r"beginner|basic|elementary|grundkenntnisse|anfanger|debutant|notions|scolaire|basic[oa]|elemental|"
           r"principiante|iniciante"),
)  # fmt: skip


def span(wording: str) -> tuple[int, int] | None:
    """The lowest and highest level a wording covers, as indices of the ladder; None where it names none. Levels that
    are named outrank words ("Proficient (C1–C2)")."""
    folded = fold(wording)
    if named := [_LADDER.index(each) for each in _CEFR.findall(folded)]:
        return min(named), max(named)
    found = [(low, high) for low, high, words in _WORDS if re.search(rf"\b({words})\b", folded)]
    if not found or (negated(wording) and found != [(0, 0)]):
        return None
    limited = [each for each in found if each == (3, 4)]  # "limited working proficiency" is not "working proficiency"
    return limited[0] if limited else (min(low for low, _ in found), max(high for _, high in found))


def choose(said: str, options: Sequence[Option]) -> int | Missing:
    """The index of the one option that covers what the person said of their level; the narrowest of several."""
    own = span(said)
    spans = [span(option.label) for option in options]
    if own is None:
        return Missing(reason="No option says what your answer says.", rule="no-option")
    if own[0] == _NATIVE and not any(each and each[1] == _NATIVE for each in spans):
        own = (_NATIVE - 1, _NATIVE - 1)  # no level stands above C2 for whom the language is the first
    fitting = [
        (each[1] - each[0], index)
        for index, each in enumerate(spans)
        if each and each[0] <= own[0] and each[1] >= own[1]
    ]
    narrowest = [index for width, index in fitting if width == min(fitting)[0]]
    if len(narrowest) == 1:
        return narrowest[0]
    return Missing(reason="No option says what your answer says.", rule="no-option")


def reaches(said: str, question: str) -> bool | None:
    """Whether the person's level is at least the one a question names ("B2 or above", "fluent"); None where that is not
    clear."""
    own, asked = span(said), set(_CEFR.findall(fold(question)))
    named = span(question)
    if own is None or len(asked) > 1 or named is None:
        return None
    return True if own[0] >= named[0] else False if own[1] < named[0] else None
