"""What was done to what: verbs with their objects, and whether a sentence keeps them together."""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from companion.resume.ground.clauses import UNDER_OTHERS
from companion.resume.ground.lexicon import Unit, lexicon, marks_of, supports, units
from companion.resume.ground.quantities import masked, quantities
from companion.resume.ground.titles import opening_title, words_of
from companion.resume.ground.tokens import Token, tokens
from companion.resume.ground.verbs import is_verbal

_PREPOSITIONS = frozenset(
    "of in on at by for from to into onto upon with within through throughout during across along among "
    "between about against over under until till per via off that which who while as and or so than using "
    "where when after before without but behind beside besides beyond below above despite toward towards near "
    "inside outside regarding concerning ahead".split()
)
_BEFORE_VERBS = frozenset("and then to that which who i we also have had was were".split())
_ALSO_NOUNS = frozenset({"set", "cut", "hit", "input", "reset"})
"""Before a gerund they are what it is about: prop building and set painting."""
_BETWEEN = frozenset("both all each also later then chiefli main most primarili".split())
_TEACHING = frozenset({"teach", "tutor", "train", "coach", "instruct", "lectur", "mentor", "educ"})
LIGHT = frozenset(
    "draw do perform conduct carri_out give hold make run provid take complet write prepar produc deliv lay put "
    "pull fit place set appli add enter updat keep fix attach administ".split()
)
CREATING = frozenset(
    "develop design build engin devis conceiv invent found construct fabric author architect creat launch establish "
    "open implement program code institut".split()
)
_OBTAINING = frozenset({"collect", "gather", "obtain"})
"""To collect samples is to sample."""
_GOING = frozenset("drive ride sail fly walk cycl patrol".split())
_INTO = re.compile(r"[^,;.]{0,60}?\binto\s+(?P<b>[^,;.()]{2,60}?)(?=\s+(?:for|by|with|in|on|at|of|using)\b|[,;.()]|$)")
_UNTIL = re.compile(r"\s+(?:\d|[A-Z]|the (?:end|age)|noon|midnight|late|clos|now|today|present|then|early)")
_PARTICLES = frozenset("round around back away together along forward apart".split())
_COLLECTIVE = frozenset(
    "team group crew number set seri lot varieti rang pair staff class all most some herd flock fleet batch stack "
    "total averag backlog pile queue caseload stream".split()
)
_COUNTING = frozenset(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand".split()
)
_AND = re.compile(r"\s+(?:and|including|as well as|along with|plus|with)\s+|,\s+")
LEADING = frozenset({"lead", "head", "manag", "direct", "chair", "own", "supervis", "overse"})


def misplaced(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """Verbs of the facts put to another object."""
    there = [(verb, objects) for text in texts for verb, objects in acts(text)]
    weighty = LEADING | lexicon().firm | lexicon().strong
    for verb, objects in acts(sentence):
        if verb in ("replac", "swap", "exchang") or verb in _GOING:
            continue  # what for what is judged as a direction; in what and where one went, one drives
        held = [
            found
            for other, found in there
            if found and (verb == other or (verb in weighty and supports(verb, {other})))
        ]
        if objects and held and not any(supports(key, frozenset(found)) for found in held for key in objects):
            inserted = {
                token.key for text in texts for part in re.findall(r"\(([^)]*)\)", text) for token in tokens(part)
            }
            if any(supports(key, inserted) for key in objects):
                continue
            if verb not in LEADING and any(key == other for key in objects for other, _ in there):
                continue  # "wrote drafts of" for "drafted"
            if all(any(is_item(key, text) for text in texts) for key in objects):
                continue  # a thing of its own, of which no verb is told
            if any(_listed(verb, key, text) for key in objects for text in texts) or any(
                _listed(verb, key, sentence) for found in held for key in found
            ):
                continue  # the same things in another order
            if any(_filled(key, found, sentence, text) for key in objects for found in held for text in texts):
                continue
            if any(_counted(objects[-1], sentence) & _counted(objects[-1], text) for text in texts):
                continue  # ninety lines per hour: how many of these is judged as a number
            exact = [found for other, found in there if other == verb and found]
            if exact or len(held) == len([1 for _, found in there if found]):
                yield f"the facts do not say that of “{' '.join(objects)}”"


def enlarged(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """A strong verb put to one more thing that the facts only name: wrote the tool and its manual, for its manual."""
    for verb, objects in acts(sentence):
        if verb not in lexicon().strong | CREATING or verb in _GOING or len(objects) < 2:
            continue
        held = [
            frozenset(found)
            for text in texts
            for other, found in acts(text)
            if found and (other == verb or (verb in CREATING and supports(verb, {other})))
        ]
        first = next(
            (found for found in _AND.split(sentence) if any(token.key == objects[0] for token in tokens(found))), ""
        )
        here = [token.key for token in tokens(first) if token.key in objects]
        if (
            held
            and first != sentence
            and here
            and not any(supports(key, found) for found in held for key in here)
            and not any(is_item(key, text) for key in here for text in texts)
        ):
            yield f"the facts do not say that of “{' '.join(here)}”"


def undone(sentence: str, texts: Sequence[str]) -> Iterator[str]:
    """What the facts have done to something told as having done the thing: translated, for checked translations."""
    said = {unit.key for unit in units(list(tokens(sentence)))}
    written = {token.text.casefold() for text in texts for token in tokens(text)}
    same = {token.key for token in tokens(sentence) if token.text.casefold() in written}
    for verb, _ in acts(sentence):
        if verb in same or any(supports(verb, {other}) for text in texts for other, _ in acts(text)):
            continue
        forms = [token.text for text in texts for token in tokens(text) if supports(verb, {token.key})]
        titled = any(opening_title(text) for text in texts if any(supports(verb, {word}) for word in words_of(text)))
        if (
            verb in LEADING
            and forms
            and not UNDER_OTHERS.search(sentence)
            and not titled
            and not any(is_verbal(form) for form in forms)
        ):
            yield "the facts name someone who leads, not leading"
            return
        for text in texts:
            for other, objects in acts(text):
                if (
                    verb not in objects
                    and other not in LIGHT | _OBTAINING
                    and _aside(verb, other, text)
                    and not supports(other, said)
                ):
                    yield "the facts tell of something done to it, not of doing it"
                    return
                helps = "assist" in marks_of({other}) and "assist" in marks_of(said)
                if verb in objects and not supports(other, said) and other not in LIGHT | _OBTAINING and not helps:
                    yield "the facts tell of something done to it, not of doing it"
                    return


def is_item(key: str, text: str) -> bool:
    """Whether a text names a thing as one of a list: no verb and no preposition stand before it."""
    for token in tokens(text):
        if token.key == key:
            start = max(masked(text).rfind(mark, 0, token.start) for mark in ".;:(") + 1
            before = tokens(text[start : token.start])
            if not any(
                is_verbal(word.text) or word.text.casefold() in _PREPOSITIONS - {"and", "or"} for word in before
            ):
                return True
    return False


def _filled(key: str, moved: Sequence[str], sentence: str, text: str) -> bool:
    """Whether trailers were loaded with pallets, where pallets were loaded onto trailers."""
    onto = re.findall(r"\b(?:onto|into)\s+((?:[\w-]+\s+){0,2}[\w-]+)", text)
    by = re.findall(r"\bwith\s+((?:[\w-]+\s+){0,2}[\w-]+)", sentence)
    return any(key in words_of(one) for one in onto) and any(not words_of(one).isdisjoint(moved) for one in by)


def _listed(verb: str, key: str, text: str) -> bool:
    """Whether what is done by `verb` in a text goes on to `key`, as one more thing of a list."""
    found = list(tokens(text))
    at = next((n for n, one in enumerate(found) if one.key == verb and is_verbal(one.text)), len(found))
    for word in found[at + 1 :]:
        if (
            word.text.casefold() in _PREPOSITIONS - {"and", "or"}
            or is_verbal(word.text)
            or text[word.start - 2] in ".;:"
        ):
            return False
        if word.key not in lexicon().empty and supports(key, {word.key}):
            return True
    return False


def _aside(verb: str, other: str, text: str) -> bool:
    """Whether a noun that names what `verb` tells only says where to or what for `other` was done: walked to X-ray."""
    found = units(list(tokens(text)))
    at = next((n for n, unit in enumerate(found) if unit.key == other), len(found))
    for before, unit in itertools.pairwise(found[at : at + 7]):
        if before.key in ("to", "for", "from") and unit.key == verb and not is_verbal(unit.words[0].text):
            return True
    return False


def replaced(verb: str, sentence: str, texts: Sequence[str], *, same: bool = True) -> Iterator[str]:
    """The verbs of the facts that `verb` may stand for in `sentence`: not told otherwise, and done to the `same`."""
    own = acts(sentence, general=True)
    others = [other for other, _ in own if other.split("_")[0] != verb]
    mine = [
        objects or (own[n + 1][1] if n + 1 < len(own) else objects)  # cooked and served food
        for n, (other, objects) in enumerate(own)
        if other.split("_")[0] == verb
    ]
    there = [(other, objects) for text in texts for other, objects in acts(text, general=True)]
    said = frozenset(token.key for token in tokens(sentence))
    told = [any(supports(one, {other}) for one in others) for other, _ in there]
    for found in mine:
        here = sum(not objects or _overlap(objects, found) for _, objects in own)
        if here > sum(not objects or _overlap(found, objects) for _, objects in there) and any(
            done and _overlap(found, objects) for done, (_, objects) in zip(told, there, strict=True)
        ):
            return  # one more thing done to what something else was done to
    for done, (other, objects) in zip(told, there, strict=True):
        alike = not objects or any(not found or _overlap(found, objects) for found in mine)
        kept = not objects or any(supports(key, said) for key in objects)
        if mine and not done and (alike or (not same and kept)):
            yield other


def _overlap(found: Sequence[str], objects: Sequence[str]) -> bool:
    return any(supports(key, frozenset(objects)) for key in found)


@functools.lru_cache(maxsize=2_000)
def acts(text: str, *, general: bool = False) -> Sequence[tuple[str, Sequence[str]]]:
    """Verbs with the claiming words of the object right after them; with `general`, also verbs that claim nothing."""
    found = units(list(tokens(masked(text, measured=True))))
    known, plain = lexicon(), masked(text)
    out: list[tuple[str, list[str]]] = []
    for place, unit in enumerate(found):
        verb = unit.words[0]
        first = place
        while first and found[first - 1].key in _BETWEEN:
            first -= 1
        before = found[first - 1].key if first else ""
        opens = place == 0 or before in _BEFORE_VERBS or _comma_before(text, found[first].words[0])
        if (
            not (opens and is_verbal(verb.text) and not (place == 0 and _names_kind(found)))
            or (place and verb.text in _ALSO_NOUNS and re.match(r"\s[^\W\d_]+ing\b", text[verb.end :]))
            or (unit.key in known.empty and not general)
            or (verb.name and place > 0)
            or (first != place and "-" in verb.text)
        ):
            continue
        if unit.key in _TEACHING:
            # Teaching has two objects: whom, and what.
            out.append((unit.key, [after.key for after in found[place + 1 :] if after.key not in known.empty]))
            continue
        objects: list[str] = []
        end = unit.words[len(unit.words) - 1].end
        for after in found[place + 1 : place + 12]:
            if after.key == "of" and objects and objects[-1] in _COLLECTIVE:
                end = after.words[len(after.words) - 1].end
                continue
            if after.key == "and" and place + 2 < len(found) and _goes_on(found, after):
                end = after.words[len(after.words) - 1].end
                continue
            till = after.key == "till" and not _UNTIL.match(text, after.words[0].end)
            if (after.words[0].text.casefold() in _PREPOSITIONS and not till) or re.search(
                r"[,;:.()]", plain[end : after.words[0].start]
            ):
                break
            owner = after.words[len(after.words) - 1].text.casefold().endswith(("'s", "’s", "s'"))
            if owner:
                objects.clear()
                end = after.words[len(after.words) - 1].end
                continue  # whose it is, and not what it is
            if (
                (till or after.key not in known.empty)
                and after.words[0].text.casefold() not in _PARTICLES
                and after.key not in known.softer
                and after.key not in _COUNTING
            ):
                objects.append(after.key)
                objects += [word.key for word in after.words if len(after.words) > 1 and word.key not in known.empty]
            end = after.words[len(after.words) - 1].end
        if made := _INTO.match(text, end):
            # What something was compiled, turned or merged into is what was made.
            objects += [token.key for token in tokens(made["b"]) if token.key not in known.empty and not token.name]
        out.append((unit.key, objects))
    return out


def _names_kind(found: Sequence[Unit]) -> bool:
    """Whether the first word only says of which kind the deed after it is: lighting programming."""
    after = found[1].words[0] if len(found) > 1 else None
    first = found[0].words[-1]
    return after is not None and after.start == first.end + 1 and first.text[-3:] == after.text[-3:] == "ing"


def _counted(key: str, text: str) -> set[float]:
    """How many of it a text tells of in a time."""
    return {
        quantity.value
        for quantity in quantities(text)
        if [token.key for token in tokens(text[quantity.end :])[:2]] == [key, "per"]
    }


def _goes_on(found: Sequence[Unit], joint: Unit) -> bool:
    """Whether "and" joins one more thing and not one more act."""
    following = next((unit for unit in found if unit.words[0].start > joint.words[0].start), None)
    return following is not None and not is_verbal(following.words[0].text)


def _comma_before(text: str, token: Token) -> bool:
    return text[: token.start].rstrip()[-1:] in (",", ";", ".", ":")
