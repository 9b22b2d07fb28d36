"""Phrases of a text are RAKE's, counted without its graph of all pairs."""

import re

from hypothesis import given, settings
from hypothesis import strategies as some
from rake_nltk import Rake

from companion.matching import keywords
from companion.matching.keywords import STOP_WORDS
from companion.matching.likeness import rarity, telling
from companion.model.posting import Requirements

WORDS = "safe route plan truck driver of the and C++ node.js night-shift don't 2024 Köln _under".split()
MARKS = [" ", " ", " ", ", ", ". ", "\n", " – ", ": ", "; ", "/", " • "]


@given(some.lists(some.tuples(some.sampled_from(WORDS), some.sampled_from(MARKS)), max_size=40))
@settings(max_examples=60)
def test_the_phrases_and_their_order_are_those_of_rake_itself(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + mark for word, mark in pieces)
    rake = Rake(
        stopwords=set(STOP_WORDS),
        punctuations=set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~–—“”‘’…•·"),
        sentence_tokenizer=lambda body: [part for part in re.split(r"[.!?;:\n•·]+", body) if part.strip()],
        word_tokenizer=lambda sentence: re.findall(r"[^\W_](?:[\w+#]|[.'/-](?=\w))*[+#]*|[^\w\s]", sentence),
        max_length=3,
        include_repeated_phrases=False,
    )
    rake.extract_keywords_from_text(text)
    wanted = [phrase for phrase in rake.get_ranked_phrases() if re.search(r"[^\W\d_]{2}", phrase)]
    assert list(keywords(text, 1_000)) == wanted


def test_phrases_are_of_at_most_three_words() -> None:
    assert keywords("We plan safe truck routes. Truck drivers plan. A night is long.") == (
        "truck drivers plan",
        "night",
    )


def test_neither_the_company_nor_a_mere_count_sets_an_ad_apart() -> None:
    wanted = Requirements(id="p", phrases=("example rail looks", "40 hours", "night trains"))
    assert telling(wanted, rarity([wanted, Requirements(id="q")]), "Example Rail") == ("night trains",)
