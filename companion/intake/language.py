"""The language a text is written in, told by its commonest words. Short texts and unknown languages give nothing."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re
from collections import Counter
from functools import cache

_WORDS = {
    "en": "the and of to in for with you our are we is your will as that this be have or from their on an",
    "de": "und der die das in mit für wir zu sie den von eine ist ein auf dich du bei unsere sowie im als werden dein deine",
    "fr": "et de des les la le vous en pour une du dans nous est sur au votre avec un vos par notre aux sont qui",
    "es": "de la en y el los con las para una un del que por se tu nuestro como al su más nos somos es",
    "pt": "de e em a para com o da do os uma que um na no as você por sua mais nossa são dos nos não",
    "it": "di e la il in per con un una del della che le dei i alla si nel al nostro siamo sono gli più",
    "nl": "de en het van een in je voor met te op wij zijn jij bij onze aan ons als dat jouw niet om",
    "sv": "och att i för med som en på av vi är du det till ett har dig hos din vår eller om oss",
    "da": "og at i for med som en på af vi er du det til et har dig hos din vores eller om vil kan",
    "no": "og i for med som en på av vi er du det til et har deg hos din vår eller om vil kan skal ikke",
    "fi": "ja on että sinulla me olet tai sekä ovat työ sinun meillä kanssa voit myös joka työn",
    "pl": "i w z na do oraz się dla o od lub nie jest że pracy przez po ciebie nas masz będziesz oferujemy",
    "cs": "a v na se s do pro je že o k za z nebo práce budete nabízíme jsme vás máte po",
    "ro": "și de în la cu pentru din pe o un sau care este ai noi tău să mai prin vei",
    "hu": "a az és egy hogy is van nem meg csak vagy ha munka számára valamint illetve",
    "tr": "ve bir için ile bu olarak da de olan en veya sahip iş deneyim tercihen",
}  # fmt: skip
_SCRIPTS = ((re.compile(r"[\u3040-\u30ff]"), "ja"), (re.compile(r"[\uac00-\ud7af]"), "ko"), (re.compile(r"[\u4e00-\u9fff]"), "zh"), (re.compile(r"[\u0900-\u097f]"), "hi"),
            (re.compile(r"[\u0590-\u05ff]"), "he"), (re.compile(r"[\u0600-\u06ff]"), "ar"), (re.compile(r"[\u0e00-\u0e7f]"), "th"),
            (re.compile(r"[іїєґІЇЄҐ]"), "uk"), (re.compile(r"[\u0400-\u04ff]"), "ru"), (re.compile(r"[\u0370-\u03ff]"), "el"))  # fmt: skip
_LEAST = 8


def find_language(text: str, least: int = _LEAST) -> str:
    """ISO 639-1 of `text`, or empty where it has fewer than `least` of a language's common words."""
    sample = text[:6_000]
    for pattern, language in _SCRIPTS:
        if len(pattern.findall(sample)) > 0.08 * len(sample):
            return language
    counts = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    scores = {language: sum(counts[word] for word in words) for language, words in _tables().items()}
    best, second = sorted(scores, key=lambda language: -scores[language])[:2]
    return best if scores[best] >= least and scores[best] > scores[second] else ""


@cache
def common_words() -> frozenset[str]:
    """The commonest words of every language known here, which tell nothing of what a text is about."""
    return frozenset[str]().union(*_tables().values())


@cache
def _tables() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _WORDS.items()}
