"""Attention checks that are arithmetic ("3 + 4 = ?", "three plus four"): the sum is worked out, nothing else is."""

import re

from companion.forms.context import Context, Resolver
from companion.forms.meaning import Meaning
from companion.forms.value import Found, Missing, Value

_SPOKEN = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty"""
_WORDS = {word: str(number) for number, word in enumerate(_SPOKEN.split())}
_SIGNS = {
    "plus": "+",
    "minus": "-",
    "times": "*",
    "multiplied by": "*",
    "x": "*",
    "×": "*",
    "−": "-",
    "divided by": "/",
}
_SUM = re.compile(r"(?<![\w.])(\d{1,4})\s*([+\-*/])\s*(\d{1,4})(?:\s*([+\-*])\s*(\d{1,4}))?(?![\w.])")


def solve(question: str) -> int | None:
    """The whole number a question asks to work out; None where it holds no single sum."""
    text = question.casefold()
    text = re.sub(r"\b(" + "|".join(_WORDS) + r")\b", lambda match: _WORDS[match[1]], text)
    for word, sign in _SIGNS.items():
        text = re.sub(rf"(?<=\d)\s*(?:\b{re.escape(word)}\b|{re.escape(word)})\s*(?=\d)", sign, text)
    found = _SUM.findall(text)
    if len(found) != 1 or re.search(r"\d{4}-\d\d|\d+/\d+/\d+|\+\d{6,}", text):
        return None
    first, sign, second, sign2, third = found[0]
    left, right = int(first), int(second)
    if sign2 and ({"*", "/"} & {sign, sign2}):
        return None
    if sign == "/":
        return left // right if right and left % right == 0 else None
    total = left + right if sign == "+" else left - right if sign == "-" else left * right
    return total + int(third) * (1 if sign2 == "+" else -1) if sign2 else total


def _attention(context: Context, meaning: Meaning) -> Found:
    question = context.question(meaning)
    answer = solve(question)
    if answer is None:
        return Missing(reason="This checks that a person is here.", rule="attention-check")
    return Value(
        kind="number",
        fact="question",
        said=question[:200],
        rule="arithmetic",
        text=str(answer),
        low=answer,
        high=answer,
    )


RESOLVERS: dict[str, Resolver] = {"attention": _attention}
"""Key → how its value is found."""
