"""Whether words that the facts do not have claim something: some sorts of them always do, verbs as their kinds of deed
tell (`deeds`), the others are weighed.

The weights are learnt from pairs of true and false rewrites by tests/data/train_gate.py, and no word is among them.
"""

import functools
import math
import re
from collections.abc import Mapping
from pathlib import Path

from companion.resume.ground.acts import LEADING
from companion.resume.ground.deeds import answers_for, names_deed, stands
from companion.resume.ground.lexicon import lexicon
from companion.resume.ground.novel import Rewrite, features
from companion.resume.ground.thesaurus import Sense, describes, sense
from companion.resume.ground.titles import adds_title, raises_title, told_as_verb
from companion.resume.ground.tokens import Token, canonical, pieces
from companion.resume.ground.verbs import is_verbal

WEIGHTS = Path(__file__).with_name("weights.txt")
DOUBT = 0.28
"""How unlikely a sentence may be: the sum of −log P(the facts bear the word) over its added words.

Learnt without each batch in turn, it lets about 11 false sentences and 775 of 868 true ones through, of those that come
down to such words (`train_gate --left-out`): at .20 it were 8 and 745, at .36 15 and 795. The head of each batch in
tests/unit/resume/claims says what was seen at first sight.
"""
_HOW_OFTEN = frozenset(
    "full-time dai daili week month quarter year hour night annual regular frequent often constant".split()
)
_ANSWERING = frozenset({"responsible", "in_charg", "in_charg_of"})
_HEADS = frozenset({"head", "leader", "chair", "lead"})
_RANKS = frozenset("chief first second third fourth fifth sixth seventh eighth ninth tenth".split())
_NOT_YET = re.compile(
    r"\b(?:pending|expected|towards?|stud(?:y|ying)|candidate|(?:regist|enrol|appl|prepar|book)\w+ (?:for|on|in))\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|via|over|through)\s+$", re.IGNORECASE)
_SAME_STEM = 0.6
_PARTICIPLE = re.compile(r"(?:ed|ing)$")
_OF_NOUN = re.compile(r"(?:al|ic|an|ish|ary)$")
"""What makes an adjective of a noun, and adds no claim: postal, surgical."""
_KINSHIP = ("means", "kind of", "wider than", "speaks of", "said for", "nearly means", "stem of", "short for")
_SAME_AS_ONE_LEFT_OUT = frozenset(f"{how} a word left out" for how in ("means", "kind of", "said for"))
_LIKE_ONE_LEFT_OUT = _SAME_AS_ONE_LEFT_OUT | {
    f"{how} a word left out" for how in ("wider than", "speaks of", "nearly means")
}


def unlikely(rewrite: Rewrite) -> list[Token]:
    """The added words for which a sentence is not to be let through; none where all of them together are likely."""
    told = [(word, features(word, rewrite)) for word in rewrite.added]
    doubts = [(_doubt(word, rewrite, found), word) for word, found in told]
    if sum(each for each, _ in doubts) <= DOUBT:
        return []
    most = max(each for each, _ in doubts)
    return [word for each, word in doubts if each >= min(most, DOUBT)]


def _doubt(word: Token, rewrite: Rewrite, found: Mapping[str, float]) -> float:
    if rewrite.is_deed(word) and not (pieces(word.text) and word.key in lexicon().honours):
        return 0 if stands(word, rewrite) else math.inf
    if told_as_verb(word.text.casefold(), rewrite.texts) and not rewrite.is_skill(word):
        return 0  # groomer, who groomed
    if names_deed(word, rewrite):
        return 0
    if claims(word, rewrite, found):
        return math.inf
    return 0 if word.key in _ANSWERING else doubt(found)


def fixed(word: Token, rewrite: Rewrite) -> bool:
    """Whether it is a name, a skill, an honour, a rank or a word of leading, which nothing else can stand for."""
    parts = {canonical(part) for part in pieces(word.text)} | {word.key}
    return word.name or rewrite.is_skill(word) or bool(parts & (lexicon().honours | LEADING | _RANKS | _HEADS))


def claims(word: Token, rewrite: Rewrite, found: Mapping[str, float]) -> bool:
    """Whether it is of a sort that must be in the facts, however likely it looks.

    Those are names, skills, honours, ranks, how often, what came of it, words of no known meaning, one more thing in a
    list, qualities that are like nothing left out, verbs of leading, and who answers for what. Verbs that tell what was
    done are judged by `deeds` alone.
    """
    parts = {canonical(part) for part in pieces(word.text)}
    if word.key in _ANSWERING:
        return not answers_for(word, rewrite)
    if word.key in lexicon().strong and describes(word.text.casefold()) and not is_verbal(word.text):
        return True
    if word.key == "qualifi" and all(map(_NOT_YET.search, rewrite.texts)):
        return True
    if word.name or word.key in _HOW_OFTEN or rewrite.is_skill(word) or (parts | {word.key}) & lexicon().honours:
        return True
    if word.key in _HEADS or (parts - rewrite.told) & (LEADING | _RANKS) or "of a result" in found:
        return True
    if is_verbal(word.text.split()[0]) and not parts and word.key in LEADING:
        return True
    if sense(word.key) == Sense() and found.get("stem of a word of the facts", 0) < _SAME_STEM:
        return (
            parts.isdisjoint(rewrite.told) and "short for a word left out" not in found
        )  # of another language, or too rare to be weighed
    if {"quality", "unknown", "adverb"} & found.keys():
        of_noun = _OF_NOUN.search(word.text) and found.get("stem of a word left out", 0) >= _SAME_STEM
        return not (of_noun or _SAME_AS_ONE_LEFT_OUT & found.keys())
    akin = any(name.startswith(_KINSHIP) for name in found)
    if adds_title(word, rewrite.words, rewrite.sentence) and (not akin or raises_title(word, rewrite.facts)):
        return True
    alone = "nothing left out" in found and not akin
    modifies = "before a known word" in found and (
        (describes(word.text.casefold()) and not _PARTICIPLE.search(word.text)) or parts
    )
    if modifies and alone:
        return True
    if word.key == "full" and rewrite.sentence.startswith(" time", word.end):
        return True
    if rewrite.renames_title(word) or (word.key in lexicon().strong and rewrite.modifies_noun(word)):
        return True
    if "noun" in found and (rewrite.replaces(word) or ("in place of a noun unlike it" in found and not akin)):
        return True
    joined = {"after with", "after a joint"} & found.keys() and "before a known word" not in found
    if alone and "noun" in found and joined:
        return True  # with a hazmat endorsement, where nothing is left out that this could stand for
    if alone and "noun" in found and "one of a list" in found and _BY.search(rewrite.sentence[: word.start]):
        return True  # by phone, e-mail and chat
    more = "one more in a list" in found and "where no verb tells" not in found
    return more and not _LIKE_ONE_LEFT_OUT & found.keys()


def doubt(found: Mapping[str, float]) -> float:
    """−log of the likelihood that the facts bear a word of which `found` can be told."""
    score = sum(weights().get(name, 0) * value for name, value in found.items()) + weights()["any"]
    return score + math.log1p(math.exp(-score)) if score > 0 else math.log1p(math.exp(score))


@functools.cache
def weights() -> dict[str, float]:
    lines = [line for line in WEIGHTS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.partition("\t") for line in lines)}
