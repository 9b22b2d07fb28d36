"""Deeds that follow from what the facts tell otherwise: by a degree, a title, a list, or what was used."""

import itertools
import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.acts import LEADING, acts
from companion.resume.ground.degrees import DEGREE, finished
from companion.resume.ground.kinds import is_noun_of, kinds_of
from companion.resume.ground.lexicon import lexicon, supports
from companion.resume.ground.novel import Rewrite
from companion.resume.ground.quantities import masked, quantities
from companion.resume.ground.tokens import Token, tokens
from companion.resume.ground.verbs import is_verbal

HELP = "help"
_ENDS = frozenset("and or but for in at by to of from".split())
_ALSO_NOUNS = frozenset("hit set cut input reset".split())
_ONLY_MET = re.compile(
    r"(?:[\w-]+\s+){0,2}?(?:interest\w*|hobb\w+|observer|applications?|applied|familiar|knowledge|aware\w*|intro(?:duction)?|not)\b",
    re.IGNORECASE,
)
"""What comes after this was not done."""
_APART = re.compile(r"[.;:|]\s+|\s[–—-]\s")
_COMMA = re.compile(r",\s+|\s+and\s+(?=\w+ed\b)")
_TO_COME = re.compile(
    r"\b(?:pending|expected|due|not|without|no|fail\w*|attempt\w*|stud\w+|towards?|appl\w+|nominat\w*|candidate|"
    r"regist\w+ for|enrol\w*|prepar\w+ for|booked)\b",
    re.IGNORECASE,
)
_STUDYING = frozenset({"study", "attend", "learn"})
"""What may be said of a subject or a course that is only named."""
HELPING = frozenset({"help", "assist", "support", "aid", "back"})
_GOING = frozenset({"go", "come", "travel", "stay", "remain"})
"""Verbs that say no more than where one was."""
_OPERATING = frozenset({"operate", "use"})
_WORKING = frozenset({"oper", "use", "offer"})
"""What may be said of a machine that is only named."""
_DEALING = frozenset({"deal", "handl", "cover", "look"})
_DONE = frozenset(
    "prepar write oper take attend perform conduct carri_out give complet present treat see serv work servic do record "
    "updat draft fill produc enter process handl arrang rais issu submit keep maintain cover "
    "work_with send resolv appli carri".split()
)
"""Verbs that may be said of what a fact only lists."""
_ASKED = frozenset("ticket call question enquiri inquiri email e-mail request phone telephon".split())
_HAVING = frozenset("earn obtain gain hold have receiv acquir get possess pass achiev score".split())
_KEEPING = frozenset({"hold", "have", "receiv", "reach", "attain"})
"""What may be said of a thing that one has."""
_SEEING_TO = frozenset({"prepar", "produc", "handl", "organis", "plan", "draw_up", "see_to"})
"""What may be said of that one did it: did the rosters."""
_GETTING = _HAVING | {"achiev", "complet", "attain"}
_ON_THE_WAY = frozenset("becom begin start progress move advanc go switch chang".split())
_PLACED = frozenset({"rank", "place", "come", "finish", "achiev", "take"})
_RANK = re.compile(
    r"(?:^|\s)(?:in\s+|as\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|#\d+|\d+(?:st|nd|rd|th))"
    r"(?: (?:highest|best|place))? (?:(?:out )?of|among) "
)
_THEN = re.compile(r"\b(?:then|later|subsequently|afterwards|became|moved|since|now)\b|→|->", re.IGNORECASE)
"""What tells of one post after another."""
_TAKEN_UP = re.compile(r"\bacting\b|\btook over as\b|\bpromoted to\b", re.IGNORECASE)
"""What tells of having come to be something; which, is judged as a title."""
_VISITING = frozenset({"attend", "visit"})
_BROKEN_OFF = re.compile(
    r"\b(?:gave up|given up|left|leav\w+|drop\w*|quit|abandon\w*|half|part\w*|not|never|without|progress|"
    r"ongoing|current\w*|start\w*|began|begun|so far|to date|regist\w+|enrol\w*)\b",
    re.IGNORECASE,
)
_COURSES = frozenset("cours workshop class seminar lectur school train evening".split())
_AWARDING = frozenset({"award", "confer", "grant"})
_DOER = re.compile(r"(?:er|or|ist|ant)$")
_ME = frozenset({"degre", "bachelor", "master", "diploma"})
_GAINING = frozenset("win gain generat add bring_in secur obtain acquir achiev close sign".split())
LEADS_ON = frozenset("in for with by at from on to and against as through per".split())
_WITH_THEM = frozenset({"accompany"})
_BY_MEANS_OF = frozenset({"on", "with", "use", "via", "alongside", "alongsid"})
DOING = frozenset(
    "do perform conduct carri_out give hold make run provid take complet write prepar produc deliv creat build achiev "
    "secur obtain send issu submit file offer administ".split()
)
"""Verbs that say no more than that it was done, where what was done is their object."""


def follows(verb: Token, own: frozenset[str], objects: Sequence[str], rewrite: Rewrite) -> bool:
    """Whether a verb of these kinds claims little enough to follow from what is told otherwise: who has a degree has
    studied, who cut on a machine has worked it, and visits with someone accompany them.
    """
    texts = rewrite.texts
    if own & _STUDYING and (any(map(DEGREE.search, texts)) or not any(acts(text, general=True) for text in texts)):
        return True
    if verb.key in _HAVING and any(key in lexicon().honours and supports(key, _earned(texts)) for key in objects):
        return True
    if verb.key in _HAVING and DEGREE.search(rewrite.sentence[verb.end : verb.end + 40]) and finished(texts):
        return True
    if verb.key in _HAVING and any(other in objects for text in texts for other, _ in acts(text, general=True)):
        return True  # received a nomination, for nominated
    if verb.key in _KEEPING and listed(objects, [item for text in texts for item in items(text)]):
        return True
    if verb.key in _SEEING_TO and any(
        other == "do" and theirs and any(supports(key, {*theirs}) for key in objects)
        for text in texts
        for other, theirs in acts(text, general=True)
    ):
        return True
    if verb.key in _GETTING and any(
        other in _HAVING and (not objects or not theirs or any(supports(key, {*theirs}) for key in objects))
        for text in texts
        for other, theirs in acts(text, general=True)
    ):
        return True
    if verb.key in _PLACED and _RANK.match(rewrite.sentence[verb.end :]) and any(map(_RANK.search, texts)):
        return True  # ranked 3rd of 18: which rank it was is judged as a number
    if verb.key in _ON_THE_WAY and any(map(_THEN.search, texts)):
        return True
    if verb.key == "becom" and any(map(_TAKEN_UP.search, texts)):
        return True
    near = {word.key for word in rewrite.words if verb.end <= word.start < verb.end + 40}
    whole = verb.key == "complet" and not any(map(_BROKEN_OFF.search, texts))
    if (whole or verb.key in _VISITING) and not _COURSES.isdisjoint(near) and listed(objects, texts):
        return True
    if verb.key in _AWARDING and finished(texts) and (not set(objects) - _ME or DEGREE.search(rewrite.sentence)):
        return True
    if verb.key in _GAINING and _gained(verb, rewrite):
        return True
    if verb.key in DOING and HELP in _all_kinds(rewrite.sentence) and listed(objects, texts):
        return True  # helped with preparing what they helped with
    told = [kinds_of(verb) for text in texts for verb, _ in acts(text, general=True)]
    only_watched = bool(told) and all("observe" in kinds and HELP not in kinds for kinds in told)
    if (HELP in own and not (verb.key in HELPING and only_watched)) or ("graduate" in own and finished(texts)):
        return True
    if verb.key in _GOING and not any(word.start > verb.start for word in rewrite.added):
        return True
    if verb.key.split("_")[0] in _DEALING or (verb.key in ("answer", "respond") and not _ASKED.isdisjoint(objects)):
        return listed(objects, texts)
    if verb.key in _WORKING and listed(objects, texts):
        return True
    ended = verb.key == "complet" and any(map(_BROKEN_OFF.search, texts))
    if verb.key in _DONE and not ended and listed(objects, [item for text in texts for item in items(text)]):
        return True
    beside = own & _WITH_THEM or (own & _OPERATING and verb.key not in (*LEADING, "run"))
    return bool(beside) and any(supports(key, _means_of(texts)) for key in objects)


def listed(objects: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the facts name a thing and no verb says what was done to it."""
    named = frozenset(token.key for text in texts for token in tokens(text))
    done = {key for text in texts for _, theirs in acts(text, general=True) for key in theirs}
    if not objects or objects[-1] in done:
        return False
    return objects[-1] in named or (supports(objects[-1], named) and not supports(objects[-1], done))


def items(text: str) -> Iterator[str]:
    """The parts of a text that only name things; those after a deed may be what that was done to."""
    for part in [] if _ONLY_MET.match(text) else _APART.split(text):
        yield from itertools.takewhile(lambda item: not _told_as_done(item), _COMMA.split(part))


def _all_kinds(text: str) -> frozenset[str]:
    """The kinds of all the verbs of a text."""
    return frozenset[str]().union(*(kinds_of(verb) for verb, _ in acts(text, general=True)))


def _gained(verb: Token, rewrite: Rewrite) -> bool:
    """Whether what was won or added is what the facts name as new or as money, and do not say what was done to."""
    phrase = rewrite.sentence[verb.end : verb.end + 60]
    done = [act for text in rewrite.texts for act in acts(text, general=True)]
    told = {key for other, theirs in done if other in _GAINING for key in theirs}
    nouns = [token.key for token in itertools.takewhile(lambda one: one.key not in LEADS_ON, tokens(masked(phrase)))]
    nouns = [key for key in nouns if key not in lexicon().empty or key == "new"]
    worth = any(one.kind == "money" for one in quantities(phrase))
    new, nouns = "new" in nouns, [key for key in nouns if key != "new"]
    return (new or worth) and (listed(nouns, rewrite.texts) or (bool(nouns) and supports(nouns[-1], frozenset(told))))


def called(verb: Token, texts: Sequence[str]) -> bool:
    """Whether the facts open with what one who does it is called: scaffolder, intern, for scaffolding and interned."""
    for text in texts:
        for place, word in enumerate(tokens(text)[:4]):
            if is_verbal(word.text):
                break
            alone = re.match(r"\s*(?:$|[,;.(:]|(?:at|in|of|for|with|on|from|part|level)\b)", text[word.end :])
            if alone and not word.name and (word.key == verb.key or is_noun_of(word.key, verb.key)):
                return place < 3 or bool(_DOER.search(word.text))
    return False


def named_alone(verb: str, texts: Sequence[str]) -> bool:
    """Whether the facts name the deed by its noun as a thing of its own: check-ins, invoicing, repairs."""
    for text in texts:
        done = {key for _, theirs in acts(text, general=True) for key in theirs}
        for word in tokens(text):
            alone = re.match(r"\s*(?:$|[,;.()&/]|(?:and|or|at|of|in|on|every|per|only)\b)", text[word.end :])
            led = re.search(
                r"\b(?:for|to|after|before|about|by|from|under|during|than)\s+(?:\w+\s+)?$", text[: word.start]
            )
            same = word.key.replace("-", "_") == verb or is_noun_of(word.key, verb)
            if same and alone and not led and not word.name and word.key not in done and not is_verbal(word.text):
                return True
    return False


def _told_as_done(text: str) -> bool:
    """Whether a text is more than a list: "-ing" may name what is listed."""
    return any(
        is_verbal(token.text) and not token.text.endswith("ing") and token.key not in _ALSO_NOUNS
        for token in tokens(text)
    )


def _earned(texts: Sequence[str]) -> frozenset[str]:
    """The words of facts that do not say that it is still to come."""
    return frozenset(token.key for text in texts if not _TO_COME.search(text) for token in tokens(text))


def _means_of(texts: Sequence[str]) -> frozenset[str]:
    """What the facts say it was done on or with: a laser cutter."""
    found = [list(tokens(text)) for text in texts]
    return frozenset(
        after.key
        for words in found
        for place, word in enumerate(words)
        if word.key in _BY_MEANS_OF
        for after in itertools.takewhile(lambda one: one.key not in _ENDS, words[place + 1 : place + 5])
    )
