"""The languages a person speaks, with how well."""

import re
from collections.abc import Sequence

from companion.model.profile import Language
from companion.resume.reading.abreast import by_column
from companion.resume.reading.lines import TextLine
from companion.resume.reading.lists import LABELLED, gathered, listed
from companion.resume.reading.vocabulary import FLUENCY, names_language

_MOTHER = re.compile(
    r"^(mother tongue|native language|muttersprache|langue maternelle|lengua materna|madrelingua|moedertaal)"
    r"(?:\(?[sn]\)?)?\s*:\s*(?=\S)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^(?:other|foreign|autres?|andere|otras?|altre)\s+(?:languages?|sprachen|langues?|lenguas?|lingue)(?:\(s\))?\s*:\s*",
    re.IGNORECASE,
)
"""What a form says before the languages."""
_WORD_LEVELS = re.compile(r"\(([^()]*)\)\s*$|\s+[–—-]\s+(.+)$|:\s*(.+)$")
_SENTENCE = 4
"""Words of a line that is no language unless it names one."""


def read_languages(lines: Sequence[TextLine]) -> list[Language]:
    out: list[Language] = []
    for own in gathered(by_column(lines)):
        text = _OTHERS.sub("", own)
        if mother := _MOTHER.match(text):
            native = mother[1].strip().capitalize()
            out += [Language(language=name[:500], fluency=native) for name in listed(text[mother.end() :])]
            continue
        pieces = [text] if LABELLED.match(text) and text.count(",") == 0 else listed(text)
        for piece in pieces:
            if (
                fluent := re.match(
                    r"^(fluent|native|proficient|conversational|basic)\s+(?:in\s+)?(.+)$", piece, re.IGNORECASE
                )
            ) and names_language(fluent[2]):
                out.append(Language(language=fluent[2].strip(), fluency=fluent[1].capitalize()))
                continue
            level = next((g for m in [_WORD_LEVELS.search(piece)] if m for g in m.groups() if g), "")
            name = _WORD_LEVELS.sub("", piece).strip(" :–-") if level else piece
            if not level and (found := FLUENCY.search(piece)) and found.start() > 1:
                name, level = piece[: found.start()].strip(" :–-,("), piece[found.start() :].strip(" )")
            if out and not name and level:
                out[-1] = Language(language=out[-1].language, fluency=level)
            elif out and FLUENCY.match(name) and not out[-1].fluency:
                out[-1] = Language(language=out[-1].language, fluency=piece)
            elif name and (len(name.split()) < _SENTENCE or names_language(name)):
                out.append(Language(language=name[:500], fluency=level[:500]))
    return out
