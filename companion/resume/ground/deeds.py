"""Whether a verb claims no more than those of the facts: it may go sideways within a kind of deed or down to a lesser
one, never up. The kinds are those of deeds.txt; verbs that are in none are left to WordNet and ESCO.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from companion.resume.ground.acts import LEADING, LIGHT, acts
from companion.resume.ground.clauses import is_verbal
from companion.resume.ground.degrees import DEGREE, finished
from companion.resume.ground.kinds import REACH, is_kind_of, is_noun_of, kinds_of, kinds_of_noun, says
from companion.resume.ground.lexicon import lexicon, supports
from companion.resume.ground.novel import Rewrite, over_people
from companion.resume.ground.quantities import masked, quantities
from companion.resume.ground.thesaurus import means, swaps
from companion.resume.ground.titles import role
from companion.resume.ground.tokens import Token, tokens

_HELP = "help"
_ENDS = frozenset("and or but for in at by to of from".split())
_SENTENCES = re.compile(r"[.;]\s+")
_APART = re.compile(r"[:|]|\.\s")
_TO_COME = re.compile(
    r"\b(?:pending|expected|due|not|without|no|fail\w*|attempt\w*|stud\w+|towards?|appl\w+|nominat\w*|candidate|"
    r"regist\w+ for|enrol\w*|prepar\w+ for|booked)\b",
    re.IGNORECASE,
)
_CHAIN = 5
"""How many words apart two infinitives may be: helped set up and take down."""
_PARTICLES = frozenset({"up", "down", "out", "in", "off", "over"})
_STUDYING = frozenset({"study", "attend", "learn"})
"""What may be said of a subject or a course that is only named."""
_ANSWERING = frozenset({"handle", "operate", "take_over", "lead", "organise", "maintain", "do"})
_BEFORE_GERUNDS = frozenset("by for of in while when after befor".split())
_BEFORE_INFINITIVES = frozenset({"to", "help", "assist", "that", "which", "who"})
_HELPING = frozenset({"help", "assist", "support", "aid", "back"})
_GOING = frozenset({"go", "come", "travel"})
"""Verbs that say no more than where one was."""
_OPERATING = frozenset({"operate", "use"})
_WORKING = frozenset({"operat", "use", "offer"})
"""What may be said of a machine that is only named."""
_DEALING = frozenset({"deal", "handl", "cover", "look"})
_DONE = frozenset(
    "prepar write oper take attend perform conduct carri_out give complet present treat see serv work servic do record "
    "updat draft fill".split()
)
"""Verbs that may be said of what a fact only lists."""
_ASKED = frozenset("ticket call question enquiri inquiri email e-mail request".split())
_HAVING = frozenset("earn obtain gain hold have receiv acquir get possess pass achiev score".split())
_SEEING_TO = frozenset({"prepar", "produc", "handl", "organis", "plan"})
"""What may be said of that one did it: did the rosters."""
_GETTING = _HAVING | {"achiev", "complet", "attain"}
_ON_THE_WAY = frozenset("becom begin start progress move advanc go switch chang".split())
_THEN = re.compile(r"\b(?:then|later|subsequently|afterwards|became|moved|since|now)\b|→|->", re.IGNORECASE)
"""What tells of one post after another."""
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
_LEADS_IN = frozenset({"for", "of"})
_LEADS_ON = frozenset("in for with by at from on to and against as through per".split())
_WITH_THEM = frozenset({"accompany"})
_BY_MEANS_OF = frozenset({"on", "with", "use", "via", "alongside", "alongsid"})
_DOING = frozenset(
    "do perform conduct carri_out give hold make run provid take complet write prepar produc deliv creat build achiev "
    "secur obtain send issu submit file offer administ".split()
)
"""Verbs that say no more than that it was done, where what was done is their object."""


def stands(verb: Token, rewrite: Rewrite) -> bool:
    """Whether `verb` stands for a deed that the facts tell, and claims no more."""
    following = [word for word in rewrite.words if word.start > verb.start]
    own = kinds_of(verb.key, following)
    done = dict(acts(rewrite.sentence, general=True))
    objects = done.get(verb.key, [word.key for word in following[:2]])
    if _follows(verb, own, objects, rewrite):
        return True
    every = list(_told(objects, rewrite))
    done_to = {verb for text in rewrite.texts for verb in _done_to(objects, text)}
    if objects and any(told.verb and told.key in done_to for told in every):
        every = [
            told for told in every if told.verb and told.key in done_to
        ]  # what was done to that very thing is told: no noun says more
    if verb.key not in LEADING and (_called(verb, rewrite.texts) or (own and _named_alone(verb.key, rewrite.texts))):
        return True
    others = {
        other
        for other, theirs in acts(rewrite.sentence, general=True)
        if other != verb.key and objects and theirs and set(objects).isdisjoint(theirs)
    }
    named = {key for text in rewrite.texts for _, theirs in acts(text, general=True) for key in theirs}
    for told in every:
        if told.verb and told.key in others:
            continue  # told as it was: this is one more
        if verb.key == "run" and "lead" not in told.kinds and over_people(verb, rewrite.sentence):
            continue  # to run a shop or a squad is to lead it
        if not own.isdisjoint(says(told.kinds)):
            return True
        if told.verb and not (own and told.kinds) and verb.key not in LEADING and akin(verb.key, told.key):
            return True
        if not told.verb and verb.key not in LEADING and verb.key != told.key and is_noun_of(told.key, verb.key):
            return True  # climbed, for a climber
        if (
            verb.key in _DOING
            and told.verb
            and any(_names(key, told.key) and (key == told.key or key not in named) for key in objects)
        ):
            return True  # made translations, for translated
    return False


def _done_to(objects: Sequence[str], text: str) -> Iterator[str]:
    """The verbs of a text whose objects are these very ones; those before one share its object: cooked and served."""
    waiting: list[str] = []
    for verb, theirs in acts(text, general=True):
        waiting.append(verb)
        if theirs == objects:
            yield from waiting
        if theirs:
            waiting.clear()


def _follows(verb: Token, own: frozenset[str], objects: Sequence[str], rewrite: Rewrite) -> bool:
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
    if verb.key in _ON_THE_WAY and any(map(_THEN.search, texts)):
        return True
    near = {word.key for word in rewrite.words if verb.end <= word.start < verb.end + 40}
    whole = verb.key == "complet" and not any(map(_BROKEN_OFF.search, texts))
    if (whole or verb.key in _VISITING) and not _COURSES.isdisjoint(near) and _listed(objects, texts):
        return True
    if verb.key in _AWARDING and finished(texts) and (not set(objects) - _ME or DEGREE.search(rewrite.sentence)):
        return True
    if verb.key in _GAINING and _gained(verb, rewrite):
        return True
    if verb.key in _DOING and _HELP in _all_kinds(rewrite.sentence) and _listed(objects, texts):
        return True  # helped with preparing what they helped with
    told = [kinds_of(verb) for text in texts for verb, _ in acts(text, general=True)]
    only_watched = bool(told) and all("observe" in kinds and _HELP not in kinds for kinds in told)
    if (_HELP in own and not (verb.key in _HELPING and only_watched)) or ("graduate" in own and finished(texts)):
        return True
    if verb.key in _GOING and not any(word.start > verb.start for word in rewrite.added):
        return True
    if verb.key.split("_")[0] in _DEALING or (verb.key == "answer" and not _ASKED.isdisjoint(objects)):
        return _listed(objects, texts)
    if verb.key in _WORKING and _listed(objects, texts):
        return True
    if verb.key in _DONE and _listed(
        objects, [part for text in texts for part in _SENTENCES.split(text) if not _told_as_done(part)]
    ):
        return True
    beside = own & _WITH_THEM or (own & _OPERATING and verb.key not in (*LEADING, "run"))
    return bool(beside) and any(supports(key, _means_of(texts)) for key in objects)


def _listed(objects: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether the facts name a thing and no verb says what was done to it."""
    named = frozenset(token.key for text in texts for token in tokens(text))
    done = {key for text in texts for _, theirs in acts(text, general=True) for key in theirs}
    return bool(objects) and supports(objects[-1], named) and not supports(objects[-1], done)


def _all_kinds(text: str) -> frozenset[str]:
    """The kinds of all the verbs of a text."""
    return frozenset[str]().union(*(kinds_of(verb) for verb, _ in acts(text, general=True)))


def _gained(verb: Token, rewrite: Rewrite) -> bool:
    """Whether what was won or added is what the facts name as new or as money, and do not say what was done to."""
    phrase = rewrite.sentence[verb.end : verb.end + 60]
    nouns = [token.key for token in itertools.takewhile(lambda one: one.key not in _LEADS_ON, tokens(masked(phrase)))]
    nouns = [key for key in nouns if key not in lexicon().empty or key == "new"]
    worth = any(one.kind == "money" for one in quantities(phrase))
    return ("new" in nouns or worth) and _listed([key for key in nouns if key != "new"], rewrite.texts)


def _called(verb: Token, texts: Sequence[str]) -> bool:
    """Whether the facts open with what one who does it is called: scaffolder, intern, for scaffolding and interned."""
    for text in texts:
        for place, word in enumerate(tokens(text)[:4]):
            if is_verbal(word.text):
                break
            alone = re.match(r"\s*(?:$|[,;.(:]|(?:at|in|of|for|with|on|from|part|level)\b)", text[word.end :])
            if alone and not word.name and (word.key == verb.key or is_noun_of(word.key, verb.key)):
                return place < 3 or bool(_DOER.search(word.text))
    return False


def _named_alone(verb: str, texts: Sequence[str]) -> bool:
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
    return any(is_verbal(token.text) and not token.text.endswith("ing") for token in tokens(text))


def _earned(texts: Sequence[str]) -> frozenset[str]:
    """The words of facts that do not say that it is still to come."""
    return frozenset(token.key for text in texts if not _TO_COME.search(text) for token in tokens(text))


def answers_for(word: Token, rewrite: Rewrite) -> bool:
    """Whether "responsible for" is said of a deed of the facts, or of what they say was run or handled."""
    after = [token for token in rewrite.words if token.start >= word.end and token.key not in _LEADS_IN][:REACH]
    said = [token.key for token in itertools.takewhile(lambda one: one.key not in _LEADS_ON, after)]
    for text in rewrite.texts:
        if word.key == "responsible" and role(text) and any(_listed([key], [text]) for key in said):
            return True
        for verb, objects in acts(text, general=True):
            handled = word.key == "responsible" and (verb in LIGHT or not _ANSWERING.isdisjoint(kinds_of(verb)))
            if any(verb == key or is_kind_of(key, verb) for key in said) or (
                handled and any(supports(key, {*objects}) for key in said)
            ):
                return True
    return False


class _Told(msgspec.Struct, frozen=True):
    key: str
    kinds: frozenset[str]
    verb: bool = False


def _told(objects: Sequence[str], rewrite: Rewrite) -> Iterator[_Told]:
    """The deeds of the facts that a verb with these `objects` may stand for: verbs of the same thing or of one that is
    named elsewhere, others that are told aside, and the nouns that name a deed where no verb does or one that says
    little.
    """
    said = frozenset(word.key for word in rewrite.words)
    for text in itertools.chain.from_iterable(map(_APART.split, rewrite.texts)):
        found, done = tokens(text), acts(text, general=True)
        alike = _alike(done, objects, said)
        named = {key for other, theirs in done if other in LIGHT for key in theirs}
        cognate = {other for other, theirs in done if other in theirs}  # ran runs: held none
        if title := role(text):
            yield _Told(title, kinds_of_noun(title))
        helped = any(_HELP in kinds_of(key) for key, _ in done)
        assisted = any(key in _HELPING for key, _ in done)
        last = -_CHAIN
        for place, word in enumerate(found):
            before = found[place - 1].key if place else ""
            gerund = word.text.endswith("ing")
            aside = before in (_BEFORE_GERUNDS if gerund else _BEFORE_INFINITIVES)
            aside = aside and "for" not in {one.key for one in found[max(0, place - 6) : place - 1]}
            aside = aside or (before == "and" and place - last < _CHAIN and not is_verbal(word.text))
            last = place if aside else last
            if word.key in alike - cognate:
                yield _Told(word.key, kinds_of(word.key, found[place + 1 :]), verb=True)
            elif (
                aside
                or not done
                or word.key in named - cognate
                or (helped and (before in objects or _of(found, place)))
                or (assisted and kinds_of(word.key))
            ):
                yield _Told(word.key, kinds_of(word.key, found[place + 1 :]) or kinds_of_noun(word.key))


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


def _names(noun: str, verb: str) -> bool:
    """Whether a noun is that of the verb: backups, for backed up."""
    return (
        noun == verb
        or noun in lexicon().same.get(verb, ())
        or (noun.startswith(verb) and noun.removeprefix(verb) in _PARTICLES)
    )


def _of(found: Sequence[Token], place: int) -> bool:
    return place + 1 < len(found) and found[place + 1].key == "of"


def _alike(done: Sequence[tuple[str, Sequence[str]]], objects: Sequence[str], said: frozenset[str]) -> set[str]:
    """The verbs of deeds done to the same `objects`, and of those not told whose own objects are `said`."""
    close = [
        key
        for key, theirs in done
        if not theirs or not objects or key in objects or any(supports(one, {*theirs}) for one in objects)
    ]
    near = [
        key
        for key, theirs in done
        if key not in said and key not in LIGHT and any(supports(one, said) for one in theirs)
    ]
    return {key.split("_")[0] for key in (*close, *near)}


def akin(verb: str, other: str) -> bool:
    """Whether WordNet or ESCO hold `verb` for a synonym of the fact's `other`, or for what that is a kind of."""
    return means(verb, other) or swaps(verb, other) or swaps(other, verb)
