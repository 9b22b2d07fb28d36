"""Phrases that no vocabulary knows, by RAKE (Rose et al. 2010), without any downloaded data.

RAKE alone is a poor skill finder (exact F1 0.05 on SkillSpan's test ads), so it only fills in what the vocabulary left.
"""

import re
from importlib.resources import files

_SENTENCES = re.compile(r"[.!?;:\n•·]+")
_WORDS = re.compile(r"[^\W_](?:[\w+#]|[.'/-](?=\w))*[+#]*|[^\w\s]")
_PUNCTUATION = set("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~–—“”‘’…•·")
STOP_WORDS = frozenset(files("companion.matching").joinpath("data/stopwords.txt").read_text(encoding="utf-8").split())


def keywords(text: str, limit: int = 20) -> tuple[str, ...]:
    """At most `limit` phrases of one to three words, best first, in lower case."""
    from rake_nltk import Rake  # nltk takes a second to import, and a start need not wait for it

    rake = Rake(
        stopwords=set(STOP_WORDS),
        punctuations=_PUNCTUATION,
        sentence_tokenizer=lambda body: [part for part in _SENTENCES.split(body) if part.strip()],
        word_tokenizer=lambda sentence: _WORDS.findall(sentence),
        max_length=3,
        include_repeated_phrases=False,
    )
    rake.extract_keywords_from_text(text[:200_000])
    phrases = (phrase for phrase in rake.get_ranked_phrases() if re.search(r"[^\W\d_]{2}", phrase))
    return tuple(phrase for _, phrase in zip(range(limit), phrases, strict=False))
