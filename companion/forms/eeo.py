"""Protected categories: what the person chose for each (answer, decline, blank), and options recognised by meaning.

Without a choice the default declines where the form offers it and leaves blank where it does not. No fact of another
kind (a name, pronouns, a photo) ever answers here.
"""

import re
from collections.abc import Sequence

from companion.forms.context import Context, Resolver
from companion.forms.meaning import Meaning
from companion.forms.value import Found, Missing, Value
from companion.forms.vocabulary import TERMS
from companion.forms.words import fold, has_words, stance
from companion.model.form import Option
from companion.model.profile import Eeo

_SYNONYMS = (
    ("male", "man", "m", "men", "mann", "mannlich", "homme", "masculin", "hombre", "masculino", "homem",
     "पुरुष", "purush", "男性"),
    ("female", "woman", "f", "w", "women", "frau", "weiblich", "femme", "feminin",
     "mujer", "femenino", "mulher", "feminino", "महिला", "mahila", "女性"),
    ("non binary", "nonbinary", "non binary gender", "enby", "divers", "diverse", "non binaire", "no binario"),
    ("straight", "heterosexual", "straight heterosexual", "heterosexual straight"),
    ("gay", "gay man", "homosexual"),
    ("lesbian", "gay woman", "gay woman lesbian"),
    ("bisexual", "bi"),
    ("white", "caucasian", "white caucasian"),
    ("black or african american", "black", "african american", "black african american"),
    ("hispanic or latino", "hispanic", "latino", "latina", "latinx", "hispanic latino", "hispanic or latinx", "latine"),
    ("asian", "asian american"),
    ("south asian", "south asian indian"),
    ("american indian or alaska native", "american indian alaska native", "native american", "american indian",
     "native american or alaska native", "american indian alaskan native", "american indian or alaskan native"),
    ("native hawaiian or other pacific islander", "native hawaiian or pacific islander", "native hawaiian",
     "pacific islander", "native hawaiian other pacific islander"),
    ("two or more races", "two or more", "multiracial", "mixed", "mixed race", "multiple races",
     "two or more ethnicities"),
    ("middle eastern or north african", "middle eastern", "north african", "mena", "arab"),
    ("single", "unmarried", "never married", "ledig", "celibataire", "soltero", "soltera"),
    ("married", "verheiratet", "marie", "mariee", "casado", "casada"),
)  # fmt: skip
_SAME = {word: frozenset(names) for names in _SYNONYMS for word in names}
_YES_NO = frozenset({"hispanic", "disability", "veteran", "military", "transgender", "caring", "neurodiversity"})
_ABOUT = {
    "hispanic": ("hispanic", "latino", "latinx", "latina"),
    "veteran": ("veteran", "veterans", "military", "served"),
    "military": ("military", "served", "veteran", "armed forces"),
    "disability": ("disability", "disabled", "disabilities"),
    "transgender": ("transgender", "trans"),
    "caring": ("caring", "carer", "caregiver"),
    "neurodiversity": ("neurodivergent", "neurodiverse"),
}


DEFAULT = "default/decline"
"""Fact of a decline that the person did not choose themselves."""


def synonyms(answer: str) -> tuple[str, ...]:
    """Other wordings of one answer, folded."""
    return tuple(sorted(_SAME.get(fold(answer), frozenset[str]()) - {fold(answer)}))


def category(key: str) -> str:
    """`eeo.gender` → `gender`; pronouns are their own category."""
    return key.removeprefix("eeo.")


def _chosen(context: Context, meaning: Meaning) -> Found:
    name = category(meaning.key)
    stated = context.profile.application.eeo.get(name, Eeo())
    if meaning.key == "pronouns" and name not in context.profile.application.eeo:
        said = context.said("application/pronouns")
        if said:
            return Value(kind="text", fact="application/pronouns", said=said, rule="as-given", text=said, review=True)
    if stated.choice == "blank":
        return Missing(reason="You chose to leave this blank.", rule="eeo-blank")
    if stated.choice == "decline" or not stated.answer:
        said = context.said(f"application/eeo/{name}/choice")
        fact = f"application/eeo/{name}/choice" if said else DEFAULT
        return Value(kind="decline", fact=fact, said=said or "decline", rule="eeo-decline", review=True)
    return Value(
        kind="text", fact=f"application/eeo/{name}/answer", said=stated.answer, rule="eeo-answer", text=stated.answer,
        review=True,
    )  # fmt: skip


def choose(answer: str, name: str, options: Sequence[Option]) -> int | Missing:
    """The index of the one option that says `answer` in category `name`; Missing where none or several do."""
    wanted = fold(answer)
    exact = [index for index, option in enumerate(options) if fold(option.label) == wanted]
    if len(exact) == 1:
        return exact[0]
    meant = stance(answer)
    if name in _YES_NO and meant in {"yes", "no"}:
        said = [_yes_no(option.label, name) for option in options]
        if said.count(meant) == 1:
            return said.index(meant)
        return Missing(reason="The options do not offer your answer in one clear wording.", rule="no-option")
    names = _SAME.get(wanted, frozenset({wanted}))
    hits = [index for index, option in enumerate(options) if _core(option.label) in names]
    if len(hits) == 1:
        return hits[0]
    return Missing(reason="The options do not offer your answer in one clear wording.", rule="no-option")


def _core(label: str) -> str:
    """An option without what forms add to it: "White (Not Hispanic or Latino)", "Asian (United States of America)"."""
    return fold(re.sub(r"^\W*\d{1,2}\s*[-–.:)]\s*", "", label.partition("(")[0] or label))


def _yes_no(label: str, name: str) -> str:
    """yes, no, decline or other, for a category: "I am a veteran" and "Hispanic or Latino" are a yes."""
    meant = stance(label)
    if meant != "other":
        return meant
    if any(has_words(label, word) for word in _ABOUT.get(name, ())):
        return "no" if fold(label).startswith(("not ", "non ")) else "yes"
    return "other"


RESOLVERS: dict[str, Resolver] = {
    **{key: _chosen for key in TERMS if key.startswith("eeo.") and key != "eeo.consent"},
    "pronouns": _chosen,
}
"""Key → how its value is found."""
