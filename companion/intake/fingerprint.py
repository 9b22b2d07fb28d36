"""A short signature of a text by which near-copies are found: one-permutation MinHash over runs of four words.

Method: Li, Owen, Zhang, "One Permutation Hashing" (2012): one hash a shingle, the smallest a bucket.
"""

import re
import zlib

BUCKETS = 24
_WIDTH = 8
_RUN = 4
_LEAST_WORDS = 30
_EMPTY = "-" * _WIDTH
_WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
"""Words; in scripts that write none apart, signs."""


def fingerprint(text: str) -> str:
    """24 buckets of 8 hex digits; empty for texts too short to compare."""
    words = _WORDS.findall(text.lower())
    if len(words) < _LEAST_WORDS:
        return ""
    smallest: dict[int, int] = {}
    for start in range(len(words) - _RUN + 1):
        value = zlib.crc32(" ".join(words[start : start + _RUN]).encode())
        # The bucket must not depend on the bits that are compared within it.
        bucket = ((value * 2654435761) >> 7) % BUCKETS
        if value < smallest.get(bucket, 1 << 33):
            smallest[bucket] = value
    return "".join(f"{smallest[bucket]:08x}" if bucket in smallest else _EMPTY for bucket in range(BUCKETS))


def chunks(signature: str) -> list[str]:
    """The buckets of a signature."""
    return [signature[start : start + _WIDTH] for start in range(0, len(signature), _WIDTH)]


def similarity(one: str, other: str) -> float | None:
    """Estimated share of common word runs (Jaccard), 0–1; None where either text was too short."""
    if not one or not other:
        return None
    pairs = [(a, b) for a, b in zip(chunks(one), chunks(other), strict=True) if a != _EMPTY or b != _EMPTY]
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else None
