"""Who did what to what: a verb keeps its object, a direction its ends, one thing stays one, a title stays a title.

Right words in the wrong relation are what a check of words alone lets through.
"""

import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.clauses import is_verbal
from companion.resume.ground.lexicon import lexicon, supports, units
from companion.resume.ground.tokens import Token, canonical, tokens
from companion.resume.reading.vocabulary import TITLE, names_language

_PREPOSITIONS = frozenset(
    "of in on at by for from to onto upon with within through throughout during across along among between "
    "about against "
    "over under until till per via off that which who while as and or so than using where when after before "
    "without but".split()
)
_BEFORE_VERBS = frozenset("and then to that which who i we also have had was were".split())
_TEACHING = frozenset({"teach", "tutor", "train", "coach", "instruct", "lectur", "mentor", "educ"})
_LIGHT = frozenset(
    "do perform conduct carri_out give hold make run provid take complet write prepar produc deliv".split()
)
_INTO = re.compile(r"[^,;.]{0,60}?\binto\s+(?P<b>[^,;.()]{2,60}?)(?=\s+(?:for|by|with|in|on|at|of|using)\b|[,;.()]|$)")
_REPLACES = re.compile(
    r"\b(?:replac|swapp|exchang)\w*\s+(?P<a>[^,;()]{2,40}?)\s+(?:with|by|for)\s+(?P<b>[^,;()]{2,40}?)"
    r"(?=\s*[,;()]|\.\s|\.$|\s+(?:in|for|at|on|to)\b|$)",
    re.IGNORECASE,
)
_ADVERBS = {"day": frozenset({"daily", "day-to-day"}), "year": frozenset({"yearly", "annual", "annually"})}
_CALENDAR = frozenset(
    "second minute hour shift morning day evening night week weekend month quarter year season semester term "
    "sprint monday tuesday "
    "wednesday thursday friday saturday sunday".split()
)
_COLLECTIVE = frozenset(
    "team group crew number set seri lot varieti rang pair staff class list part all most some".split()
)
_COUNTING = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand".split()
)
_NOT_TITLES = frozenset(
    "server driver agent lead head member partner coach mentor volunteer cook guard author student intern trainee "
    "fellow controller "
    "planner leads heads members partners servers drivers agents volunteers students interns trainees pupils "
    "officer chair "
    "internship fellowship leadership qa contributor recorder".split()
)
_TOLD_AS_VERBS = frozenset(
    "student students server servers volunteer qa internship coach mentor author intern trainee tutor speaker "
    "organiser organizer "
    "contributor volunteers coaches mentors interns tutors speakers".split()
)
_STOP = r"(?=\s*[,;()]|\.\s|\.$|\s+(?:by|with|in|for|at|using|through|and|within|during)\b|$)"
_FROM_TO = re.compile(
    rf"\b(?:from|out\s+of)\s+(?P<a>[^,;()]{{2,40}}?)\s+(?:in)?to\s+(?P<b>[^,;()]{{2,40}}?){_STOP}", re.IGNORECASE
)
_TO_FROM = re.compile(rf"\bto\s+(?P<b>[^,;()]{{2,40}}?)\s+from\s+(?P<a>[^,;()]{{2,40}}?){_STOP}", re.IGNORECASE)
_ENDS_PHRASE = (
    r"\b(?=\s*(?:$|[,.;:()])|\s+(?:of|for|in|on|at|with|to|by|from|and|that|which|who|whose|where|when|"
    r"while|during|per|is|was)\b)"
)
_LEADING = frozenset({"lead", "head", "manag", "direct", "chair", "own", "supervis", "overse"})
_CONVERTS = re.compile(
    r"\b(?:convert|turn|refactor|port|migrat|transform|rewrote|rewrit|translat|restructur|merg)\w*\s+(?P<a>[^,;()]{2,50}?)\s+"
    r"(?:into|to|as)\s+(?P<b>[^,;()]{2,50}?)(?=\s*[,;()]|\s+(?:with|in|for|at|using)\b|$)",
    re.IGNORECASE,
)
_SHORT = {"representative": ("rep", "reps"), "developer": ("dev", "devs"), "administrator": ("admin", "admins")}
_DOERS = {
    "owner": "owned", "supervisor": "supervised", "organiser": "organised", "organizer": "organized",
    "trainer": "trained",
    "tutor": "tutored", "editor": "edited", "translator": "translated", "presenter": "presented",
}  # fmt: skip
_DETERMINED = r"\b(?:a|an|one|the|this|my|our)\s+(?:[\w’'-]+\s+){0,3}"


def broken(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Relations that `sentence` tells otherwise than `texts`."""
    yield from _objects(sentence, texts)
    yield from _actions(sentence, texts)
    yield from _ends(sentence, texts)
    yield from _plurals(sentence, texts)
    yield from _titles(sentence, texts)
    yield from _tongues(sentence, texts)
    yield from _since(sentence, texts)
    yield from _often(sentence, texts)


def _objects(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Verbs of the facts put to another object."""
    there = [(verb, objects) for text in texts for verb, objects in _acts(text)]
    for verb, objects in _acts(sentence):
        if verb in ("replac", "swap", "exchang"):
            continue  # what for what is judged as a direction
        held = [found for other, found in there if found and supports(verb, {other})]
        if objects and held and not any(supports(key, frozenset(found)) for found in held for key in objects):
            inserted = {
                canonical(w) for text in texts for part in re.findall(r"\(([^)]*)\)", text) for w in part.split()
            }
            if any(supports(key, inserted) for key in objects):
                continue
            if any(key == other for key in objects for other, _ in there):
                continue  # "wrote drafts of" for "drafted"
            exact = [found for other, found in there if other == verb and found]
            if exact or len(held) == len([1 for _, found in there if found]):
                yield f"the facts do not say that of “{' '.join(objects)}”"


def _actions(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What the facts have done to something told as having done the thing: translated, for checked translations."""
    said = {unit.key for unit in units(list(tokens(sentence)))}
    for verb, _ in _acts(sentence):
        if any(supports(verb, {other}) for text in texts for other, _ in _acts(text)):
            continue
        forms = [token.text for text in texts for token in tokens(text) if token.key == verb]
        titled = any(_opening_title(text) for text in texts if verb in _words(text))
        if verb in _LEADING and forms and not titled and not any(is_verbal(form) for form in forms):
            yield "the facts name someone who leads, not leading"
            return
        for text in texts:
            for other, objects in _acts(text):
                if verb in objects and not supports(other, said) and other not in _LIGHT:
                    yield "the facts tell of something done to it, not of doing it"
                    return


def verbs(text: str) -> list[str]:
    """The verbs that tell what was done."""
    return [verb for verb, _ in _acts(text)]


def replaces(verb: str, sentence: str, texts: Sequence[str]) -> bool:
    """Whether `verb` stands in `sentence` for a verb of the facts that is not told otherwise, with the same object."""
    own = _acts(sentence)
    others = [other for other, _ in own if other.split("_")[0] != verb]
    mine = [objects for other, objects in own if other.split("_")[0] == verb]
    for text in texts:
        for other, objects in _acts(text, general=True):
            told = any(supports(one, {other}) for one in others)
            same = not objects or any(
                not found or any(supports(k, frozenset(objects)) for k in found) for found in mine
            )
            if not told and same and mine:
                return True
    return False


def _acts(text: str, *, general: bool = False) -> list[tuple[str, list[str]]]:
    """Verbs with the claiming words of the object right after them; with `general`, also verbs that claim nothing."""
    found = units(list(tokens(text)))
    known = lexicon()
    out: list[tuple[str, list[str]]] = []
    for place, unit in enumerate(found):
        verb = unit.words[0]
        before = found[place - 1].key if place else ""
        opens = place == 0 or before in _BEFORE_VERBS or _comma_before(text, verb)
        if (
            not (opens and is_verbal(verb.text))
            or (unit.key in known.empty and not general)
            or (verb.name and place > 0)
        ):
            continue
        if unit.key in _TEACHING:
            # Teaching has two objects: whom, and what.
            out.append((unit.key, [after.key for after in found[place + 1 :] if after.key not in known.empty]))
            continue
        objects: list[str] = []
        end = unit.words[len(unit.words) - 1].end
        for after in found[place + 1 : place + 9]:
            if after.key == "of" and objects and objects[-1] in _COLLECTIVE:
                end = after.words[len(after.words) - 1].end
                continue
            if after.words[0].text.casefold() in _PREPOSITIONS or re.search(
                r"[,;:.()]", text[end : after.words[0].start]
            ):
                break
            owner = after.words[len(after.words) - 1].text.casefold().endswith(("'s", "’s", "s'"))
            if owner:
                end = after.words[len(after.words) - 1].end
                continue  # whose it is, and not what it is
            if after.key not in known.empty and after.key not in _COUNTING:
                objects.append(after.key)
                objects += [word.key for word in after.words if len(after.words) > 1 and word.key not in known.empty]
            end = after.words[len(after.words) - 1].end
        if made := _INTO.match(text, end):
            # What something was compiled, turned or merged into is what was made.
            objects += [token.key for token in tokens(made["b"]) if token.key not in known.empty]
        out.append((unit.key, objects))
    return out


def _comma_before(text: str, token: Token) -> bool:
    return text[: token.start].rstrip()[-1:] in (",", ";", ".", ":")


def _ends(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """From A to B told as from B to A."""
    for a, b in _directions(sentence):
        for text in texts:
            for x, y in _directions(text):
                if len(a & y) > len(a & x) and len(b & x) >= len(b & y):
                    yield "a direction is told the wrong way round"
                    return


def _directions(text: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    text = re.sub(r"(?<=\d),(?=\d)", "", text)
    for pattern in (_FROM_TO, _TO_FROM, _CONVERTS, _REPLACES):
        for found in pattern.finditer(text):
            a, b = _ends_of(found["a"]), _ends_of(found["b"])
            if a and b:
                yield a, b


def _ends_of(text: str) -> frozenset[str]:
    return frozenset(canonical(word) for word in re.findall(r"[^\W_][\w.+#-]*|\.\w+", text)) - lexicon().empty


def _plurals(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """One thing of the facts told as several."""
    whole = " . ".join(texts).casefold()
    words = set(re.findall(r"[^\W\d_]+", whole))
    for token in tokens(sentence):
        folded = token.text.casefold()
        single = folded.removesuffix("s")
        if (
            len(folded) < 5
            or not folded.endswith("s")
            or folded.endswith("ss")
            or folded in words
            or single not in words
        ):
            continue
        before = sentence[: token.start].rstrip().casefold()
        if before.endswith(("'", "’")) or re.search(rf"\b{single}['’]s\b", sentence.casefold()):
            continue
        if re.search(_DETERMINED + re.escape(single) + _ENDS_PHRASE, whole) and not _counted(sentence, token):
            yield f"the facts speak of one {single}, not of {folded}"


def _counted(sentence: str, token: Token) -> bool:
    return bool(re.search(r"\d+\s+(?:[\w-]+\s+){0,2}$", sentence[: token.start]))


def _titles(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Titles of people that the facts do not name, or name of somebody else."""
    written = {word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold())}
    found = list(tokens(sentence))
    for token in found:
        folded = token.text.casefold()
        if folded in _NOT_TITLES or not TITLE.fullmatch(folded):
            continue
        forms = {folded, folded.removesuffix("s"), f"{folded}s", *_SHORT.get(folded.removesuffix("s"), ())}
        if written.isdisjoint(forms) and not _general(folded, written) and not _told_as_verb(folded, texts):
            yield f"the title “{token.text}” is not in the facts"
    opening = _opening_title(sentence)
    if opening and not any(
        opening == _opening_title(text) or (_is_heading(text) and opening in _words(text)) for text in texts
    ):
        yield "it makes a title of what the facts tell otherwise"


def _words(text: str) -> set[str]:
    return {token.key for token in tokens(text)}


def _told_as_verb(folded: str, texts: Sequence[str]) -> bool:
    """Whether a word such as owner or supervisor only names who did what the facts tell: own, supervise."""
    if folded not in _DOERS:
        return False
    return any(canonical(_DOERS[folded]) == verb for text in texts for verb in verbs(text))


def _general(folded: str, written: set[str]) -> bool:
    """Whether the facts name someone whom the title describes more generally, such as a nurse as a colleague."""
    key = canonical(folded)
    return any(key in lexicon().wider.get(canonical(word), ()) for word in written)


def _opening_title(text: str) -> str:
    """The title a text begins with, where it does not begin with what was done."""
    first = list(tokens(text))[:5]
    for token in first:
        folded = token.text.casefold()
        if is_verbal(folded) or folded in ("was", "is", "am", "to", "for", "with"):
            return ""
        if folded in _PREPOSITIONS and folded not in ("of", "and"):
            return ""
        if TITLE.fullmatch(folded) and folded not in _TOLD_AS_VERBS:
            return token.key
    return ""


def _is_heading(text: str) -> bool:
    return len(text.split()) <= 6 and bool(TITLE.search(text)) and not any(is_verbal(t.text) for t in tokens(text))


def _often(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """How often it happened, where the facts do not say so. "Each" and "every" are already written "per"."""
    there = " ".join(texts).casefold()
    held = frozenset(re.findall(r"[^\W\d_-]+(?:-[^\W\d_]+)*", there))
    for unit in re.findall(r"\bper\s+([^\W\d_]+)", sentence.casefold()):
        adverbs = _ADVERBS.get(unit, frozenset({f"{unit}ly"}))
        if f"per {unit}" in there or not held.isdisjoint(adverbs) or f"/{unit}" in there:
            continue
        if unit in _CALENDAR:
            yield f"the facts do not say that it was every {unit}"


def _tongues(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A language claimed where the facts only name its country or people."""
    written = {word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold())}
    for found in re.finditer(r"\b(?:in|into|speaks?|speaking|fluent|native)\s+(?:in\s+)?([A-Z][a-z]+)\b", sentence):
        if names_language(found[1]) and found[1].casefold() not in written:
            yield f"the facts do not say it was in {found[1]}"


def _since(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A time that goes on, where the facts name one that is over."""
    ongoing = re.search(r"\bsince\s+(?:19|20)\d\d|\bto\s+date\b|\bongoing\b", sentence, re.IGNORECASE)
    if ongoing and not re.search(r"\b(?:since|present|today|ongoing|to date)\b", " ".join(texts), re.IGNORECASE):
        yield "it goes on until today where the facts do not say so"
