"""Who did it, and to whom: what others did, what was done to the person, and teams they were only in."""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.acts import acts
from companion.resume.ground.kinds import is_noun_of
from companion.resume.ground.lexicon import supports
from companion.resume.ground.names import skills_of
from companion.resume.ground.thesaurus import is_person
from companion.resume.ground.titles import opening_title
from companion.resume.ground.tokens import canonical, tokens
from companion.resume.ground.verbs import STRONG_PAST, is_verbal
from companion.resume.reading.vocabulary import TITLE

_BY = re.compile(
    r"\b(?P<verb>[^\W\d_]+(?:-[^\W\d_]+)?)(?:\s+(?:off|out|up|over))?(?:\s+(?:on|in|at)\s+[\w-]+)?\s+by\s+(?P<who>(?:(?:an?|the|my|our|one|two|three|\d+|several|other)\s+)?(?:(?:[\w-]+|[A-Z]\.)\s+){0,4}?[\w-]+)"
    r"(?=\s*[,;.()]|\s+(?:and|in|at|on|for|to|with|who|before|after)\b|$)",
    re.IGNORECASE,
)
_BEING_TRAINED = re.compile(
    r"\b(?:trained|instructed|coached|mentored)\s+(?:in|on|as|at|to|by|for)\b|"
    r"\b(?:some|had|received|completed|underwent|undertook)\s+(?:[\w-]+\s+){0,3}training\b",
    re.IGNORECASE,
)
_TRAINING = re.compile(
    r"\b(?:train|instruct|coach|mentor)(?:ed|ing)\s+(?!(?:in|on|as|at|to|by|for|complet\w+|attended|received|course|from|with|and)\b)\w|"
    r"\b(?:gave|giving|deliver\w*|provid\w+|ran|running|conduct\w*|led|leading)\s+(?:[\w-]+\s+){0,3}training\b|"
    r"\b(?:trainer|instructor|coach|mentor)\b",
    re.IGNORECASE,
)
_BY_ONE = re.compile(
    r"\b(?:by|from|with|under)\s+(?:[\w’'-]+\s+){0,4}?(?:trainer|instructor|coach|mentor)s?\b", re.IGNORECASE
)
_LED = re.compile(
    r"\b(?:led|leading|headed|heading|ran|running|managed|managing|chaired|chairing|supervis(?:ed|ing)|directed|"
    r"(?:kept|keeping)(?=\s+(?:an?|the|my|our)\s)|"
    r"captained|founded|set up|started|formed|launched|built(?: up)?|coached|oversaw|overseeing|in charge of|"
    r"(?:head|leader|captain|chair|manager) of)"
    r"(?: and \w+)?\s+(?:an?|the|my|our|its|\d+|\w+)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?P<group>teams?|crews?|squads?|gangs?|groups?|committees?|boards?|councils?|panels?|clubs?|choirs?|orchestras?|bands?|"
    r"shifts?|units?|brigades?|watch|party|task force)\b",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\b(?:led|lead\w*|head\w*|ran|run\w*|manag\w*|chair\w*|supervis\w*|direct\w*|captain\w*|found\w*|"
    r"set up|start\w*|form\w*|coach\w*|overs\w+|in charge|president|foreman|forewoman|built)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:in|within|inside|joined|join|(?:part|member|one) of|on|with|for|from|to)\s+"
    r"(?:an?|the|my|our|\d+|\w+)?\s*(?:[\w’'-]+\s+){0,4}$",
    re.IGNORECASE,
)
_LED_PEOPLE = re.compile(
    rf"{_LEADS.pattern}(?:\s+(?:and\s+)?[\w-]+){{0,5}}?\s+(?P<who>[\w-]+(?:er|or|ist|ian|ant|ent)s)\b", re.IGNORECASE
)
_WAS = re.compile(r"(?:^|[.;,]\s+|\bI\s+)(?:was|am|been|got|have been)\s+(?:\w+ly\s+)?(\w+)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|am|been|being|got)\s+(?:\w+ly\s+)?(\w+)\b", re.IGNORECASE)

_NOUNS_TOO = frozenset("found left felt cut set put hit let read split spread shut input cast shot ground".split())
_DEED = rf"(?:{'|'.join(sorted(STRONG_PAST - _NOUNS_TOO))}|[^\W\d_]{{3,}}ed)"
_SUBJECT = re.compile(
    r"(?:\b(?:before|after|while|when|until|so that)\s+|[,;.]\s+|^)(?:(?:the|an?|my|our|her|his)\s+)?(?:[\w-]+\s+)?"
    rf"(?P<who>(?!(?-i:I)\b)[^\W\d_]+)(?:,\s(?P<name>(?-i:[A-Z])[^,;.]{{2,40}}),)?"
    rf"(?:\s+(?:that\s+)?I\s+\w+(?:\s+(?:in|for|with|on))?)?\s+(?P<deed>{_DEED})(?:\s+(?!(?:by|to|as|from)\b)(?P<what>[^,;.]*)|(?=\s*(?:$|[,;.)])))",
    re.IGNORECASE,
)
"""A clause with a subject of its own: before the doctor saw them; the electrician repaired."""
_BODIES = frozenset(
    "team management department practice office board client agency company firm council ministry hospital committee "
    "headquarters landlord union store shop branch crew squad".split()
)
_SERVED = frozenset("customer consumer user passenger visitor volunteer starter prisoner worker member student".split())
_TO_PEOPLE = frozenset(
    "train brief supervis mentor coach instruct recruit hire manag support inform notifi teach induct assist help "
    "roster replac cover advis guid lead need employ pay schedul interview plan book".split()
)
"""What is rather done to people than by them, where no other object is told: apprentice trained."""
_DOER = re.compile(r"(?:er|or|ist|ian|man|woman|smith|wright)$")
_BESIDE = re.compile(
    r"\b(?:with|at|for|to|from|alongside)\s+(?:(?:an?|the|my|our)\s+)?(?:[\w-]+\s+){0,2}?$", re.IGNORECASE
)
_NAMED = re.compile(r"(?-i:[A-Z])[\w&.-]+$")
_DATE = re.compile(r"\d|(?:day|uary|March|April|May|June|July|August|ber|Christmas|Easter)$")
_TO_ONE = re.compile(r"\s+(?:in|on|as|at|to|for|how)\b")
"""After a participle that tells what was done to one: trained in first aid."""
_AND = re.compile(rf"\band\s+({_DEED})\s", re.IGNORECASE)
_ALONE = re.compile(r"\b(?:personally|by myself|unaided|unassisted|without help)\b", re.IGNORECASE)
_ONESELF = re.compile(rf"{_ALONE.pattern}|\b(?:I|me|my|myself|own|alone|solo|sole|single-?handed\w*)\b", re.IGNORECASE)
_IT = re.compile(r"(?:it|them|this|these|those|the|my|our)\b", re.IGNORECASE)


def own_part(text: str) -> str:
    """`text` without what it says that others did."""
    return _SUBJECT.sub(lambda found: " " if _is_somebodys(found) else found[0], text)


def _is_somebodys(found: re.Match[str]) -> bool:
    who = found["who"].casefold()
    if found["what"] is None:
        doer = TITLE.fullmatch(who) or (_DOER.search(who) and is_person(who))
        return bool(doer) and who not in _SERVED and canonical(found["deed"]) not in _TO_PEOPLE
    if who in _BODIES:
        return True
    several = is_person(who.removesuffix("s")) and _IT.match(found["what"])  # patients treated daily did nothing
    return is_person(who) or (found["who"].isupper() and who != "i") or bool(several)  # the GP


def another_did(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Parts that `sentence` gives to others than `texts` do."""
    yield from _others_did(sentence, texts)
    yield from _somebody_did(sentence, texts)
    yield from _trained(sentence, texts)
    yield from _led_from_within(sentence, texts)
    yield from _led_ones_like(sentence, texts)
    yield from _undergone(sentence, texts)
    if _ALONE.search(sentence) and not re.search(r"\bnot\b", sentence) and not any(map(_ONESELF.search, texts)):
        yield "the facts do not say that it was done alone"


def _others_did(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What was done by others in the facts, told as the person's own: reviewed by two doctors."""
    verbs = {verb for verb, _ in acts(sentence)}
    opening = [one for one in tokens(sentence)[:1] if is_verbal(one.text)]  # presented, that is none of `acts`
    found_verbs = [*opening, *(one for one in tokens(sentence) if one.key in verbs)]
    own = {one.key for one in found_verbs if not _TO_ONE.match(sentence[one.end :])}
    said = {token.key for token in tokens(sentence)}
    for text in texts:
        for found in _BY.finditer(text):
            verb = canonical(found["verb"])
            if not is_verbal(found["verb"]) or not is_doer(found["who"]):
                continue
            active = {verb for verb, _ in acts(f"{text[: found.start()]} {text[found.end() :]}")}
            passive = re.search(
                rf"\b{re.escape(found['verb'])}\s+(?:\w+ly\s+)?by\b|\b(?:was|were|been|being)\s+{re.escape(found['verb'])}\b",
                sentence,
                re.IGNORECASE,
            )
            person = any(map(is_person, _singles(found["who"]))) or canonical(found["who"].split()[-1]) not in said
            if (
                verb in own
                and verb not in active
                and not passive
                and person
                and not _subject_of(found["verb"], found["who"], sentence)
            ):
                yield f"others “{found['verb']}” it in the facts"


def _subject_of(verb: str, who: str, sentence: str) -> bool:
    """Whether a sentence says that they did it: the model that Noor Aziz had built."""
    name = re.escape(who.split()[-1])
    did = rf"\b{name}\s+(?:(?:had|has|have|then|also|later)\s+){{0,2}}{re.escape(verb)}\b"
    return bool(re.search(did, sentence, re.IGNORECASE))


def _somebody_did(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What the facts name a doer for, told without one: the accountant filed them; sign-off by the lead; a budget that
    the director managed, told as the management of it.
    """
    theirs = [found for text in texts for found in _SUBJECT.finditer(text) if _is_somebodys(found)]
    whose = [(f"{found['who']} {found['name'] or ''}".split(), found) for found in theirs]
    deeds = [(who, canonical(found["deed"])) for who, found in whose]
    deeds += [(who, canonical(also)) for who, found in whose for also in _AND.findall(found["what"] or "")]
    by = [
        found
        for text in texts
        for found in _BY.finditer(text)
        if not found["who"].split()[0].endswith("ing") and is_doer(found["who"])
    ]
    deeds += [(found["who"].split()[-1:], canonical(found["verb"])) for found in by if not is_verbal(found["verb"])]
    told = {token.key for text in texts for token in tokens(_BY.sub(" ", own_part(text)))}
    said = {token.key for token in tokens(sentence)}
    for who, verb in deeds:
        if verb in said - told and not any(does(canonical(one), sentence) for one in who):
            yield f"others did that in the facts: “{verb}”"
    nouns = {token.key for token in tokens(sentence) if not is_verbal(token.text) or token.text.endswith("ing")} - told
    for found in by:
        verb, who = canonical(found["verb"]), found["who"].split()[-1]
        told_by_noun = any(noun == verb or is_noun_of(noun, verb) for noun in nouns)
        if is_verbal(found["verb"]) and told_by_noun and canonical(who) not in said:
            yield f"others “{found['verb']}” it in the facts"


def is_doer(who: str) -> bool:
    """Whether somebody is meant by what comes after "by": the nurse, the RFO, Olsen; no tool and no day."""
    if any(is_person(word) or TITLE.fullmatch(word) for word in _singles(who)):
        return True
    if who.split()[-1].casefold() in _BODIES:
        return True
    return bool(_NAMED.search(who)) and not _DATE.search(who) and not skills_of(who)


def does(key: str, sentence: str) -> bool:
    """Whether a sentence names them as who did it, and not only as those with whom, for whom or where it was done."""
    return any(
        supports(key, frozenset({token.key}))
        and not is_verbal(token.text)
        and (
            not _BESIDE.search(sentence[: token.start])
            or token.text.endswith(("’s", "'s"))
            or re.match(r",?(?:\s+[\w-]+)?\s+(?:doing|did|\w{3,}ing|\w{3,}ed)\b", sentence[token.end :])
        )
        for token in tokens(sentence)
    )


def _singles(text: str) -> Iterator[str]:
    for word in re.findall(r"[^\W\d_]+", text.casefold()):
        yield from (word, word.removesuffix("s"))


def _trained(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Trained others, where the facts tell of being trained in it."""
    if (
        _TRAINING.search(_BY_ONE.sub(" ", sentence))
        and any(_BEING_TRAINED.search(text) for text in texts)
        and not any(_TRAINING.search(_BY_ONE.sub(" ", text)) for text in texts)
    ):
        yield "the facts tell of being trained, not of training"


def _led_from_within(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A team led or founded that the facts only say one was in."""
    for found in _LED.finditer(sentence):
        group = canonical(found["group"])
        said = [text[: token.start] for text in texts for token in tokens(text) if token.key == group]
        led = any(_LEADS.search(text) for text in texts if any(token.key == group for token in tokens(text)))
        if said and not led and all(map(_WITHIN.search, said)):
            yield f"the facts only say that one was in the {found['group']}"


def _led_ones_like(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Led people whom the facts name once, as what the person is: a supervisor, told as managing supervisors."""
    whole = " ".join(texts).casefold()
    for found in _LED_PEOPLE.finditer(sentence):
        many = found["who"].casefold()
        one = many.removesuffix("s")
        if many not in whole and any(canonical(one) == opening_title(text) for text in texts):
            yield f"the facts call the person {one}, and nobody else"


def _undergone(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What was done to the person, told as done by them: was shown, showed."""
    done = {verb for verb, _ in acts(sentence, general=True)} - {
        canonical(found[1]) for found in _PASSIVE.finditer(sentence)
    }
    suffered = {canonical(found[1]) for text in texts for found in _WAS.finditer(text)}
    for verb in done & suffered:
        if not any(verb == other for text in texts for other, _ in acts(_WAS.sub(" ", text), general=True)):
            yield f"the facts tell that of the person, not by them: “{verb}”"
