"""Understanding: a snapshot's fields → what each of them asks, as Meanings in the words of `vocabulary`.

In: a Snapshot. Out: one Meaning a field, in its order. Pure, and bounded by the snapshot's own size. Page text is only
ever matched against rules (`rules/*.toml`, data); a field that no rule knows keeps the key "".
"""

from companion.forms.understand.reading import understand, warm

__all__ = ["understand", "warm"]
