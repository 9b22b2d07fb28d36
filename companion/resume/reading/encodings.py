"""Bytes of a text file → its text, in whichever encoding it was saved: of those that can be, the first one in which
every word is written with the letters of one alphabet, as no wrong one makes it.
"""

import re
import unicodedata

from companion.errors import Unreadable

_MARKS = frozenset("–—‘’‚“”„†‡•…‰‹›™ ¡¢£¥§©«¬®°±·»¿€¶´×÷½¼¾¹²³ªº")
"""Signs that stand beside words."""
_APART = re.compile(r"[£¥§©¬±¶×÷¢¹³¼½¾](?=[^\W\d_])|(?<=[^\W\d_])[£¥§¬±¶×÷¢¼½¾]|[^\W\d_][¹³ªº](?=[^\W\d_])|ς(?=\w)")
"""Signs that touch words as they never do, and a letter that only ends them."""
_ALPHABETS: tuple[tuple[str, str], ...] = (
    ("cp1252", "àáâãäåæçèéêëìíîïñòóôõöøùúûüßœšž"),
    ("cp1254", "çğıİöşüâîû"),
    ("cp1252", "áéíóúýþæöð"),
    ("cp1250", "áâăäąćčçďđéęëěíîĺľłňńóôőöŕřśšşťţúůűüýźžżß"),
    ("iso8859_2", "áâăäąćčçďđéęëěíîĺľłňńóôőöŕřśšşťţúůűüýźžżß"),
    ("cp1253", "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐ"),
    ("cp1251", "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюяђјљњћџѓќѕ"),
    ("koi8_r", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
)
"""Encodings with the letters beyond ASCII of those who use them, the commonest first."""
_EASTERN = (("shift_jis", "HIRAGANA|KATAKANA"), ("euc_kr", "HANGUL"), ("gb18030", "CJK"))
"""Encodings of two bytes a letter, with what the names of some letters of a text in them begin with."""
_WORD = re.compile(r"[^\W\d_]+")


def decoded(data: bytes) -> str:
    """The text of a file. Raises Unreadable where it is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    sample = data[:4_000]
    for at, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):  # saved without the mark that says so
        if len(sample) > 8 and sample[at::2].count(0) > 0.4 * len(sample) and not sample[1 - at :: 2].count(0):
            return data.decode(encoding, "replace")
    if b"\x00" in sample:
        raise Unreadable("This is not a text file.", "Use PDF, DOCX, JSON Resume, RenderCV YAML or text.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    for encoding, letters in _ALPHABETS:
        text = _tried(data, encoding)
        if text and _is_written(text, frozenset(letters)):
            return text
    for encoding, names in _EASTERN:
        text = _tried(data, encoding)
        told = [c for c in text if c.isalpha() and c > "\x7f"]
        if encoding == "euc_kr" and 5 * sum("가" <= c <= "힣" for c in told) < 4 * len(told):
            continue
        if any(re.match(names, unicodedata.name(c, "")) for c in told):
            return text
    return _tried(data, "cp1252") or data.decode("latin-1")


def _tried(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _is_written(text: str, letters: frozenset[str]) -> bool:
    """Whether every word with a letter beyond ASCII is one of this alphabet, in plausible capitals."""
    if any(
        c > "\x7f" and c not in _MARKS and c.lower() not in letters and c not in letters and not c.isspace()
        for c in text
    ):
        return False
    folded = text.lower()
    if "õ" in folded and ("ö" in folded or "ü" in folded) and "ő" not in letters and "õ" in letters:
        return False  # Hungarian, whose ő and ű are õ and û in the encoding of the West
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    beyond, whole = sum(c > "\x7f" for word in words for c in word), sum(map(len, words))
    latin = min(letters) < "\u0250"
    if not all(len(word) == 1 or word.isupper() or word[1:].islower() or word[:1].isascii() for word in words):
        return False
    return (2 * beyond <= whole if latin else beyond == whole) and not _APART.search(text)
