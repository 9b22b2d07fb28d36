"""Which documents have which value in an indexed field. A second, small index lies over it while a commit is open."""

from collections.abc import Iterator
from typing import Any


class Index:
    """Per indexed field: value → ids in the order they came, and id → values to find the way back."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        self._fields = {name: position for position, name in enumerate(fields)}
        self._ids: tuple[dict[Any, dict[str, None]], ...] = tuple({} for _ in fields)
        self._values: dict[str, tuple[Any, ...]] = {}

    def put(self, doc_id: str, values: tuple[Any, ...]) -> None:
        """Note `values` (in the order of the fields) for `doc_id`, in place of what was noted before."""
        if self._values.get(doc_id) == values:
            return
        self.drop(doc_id)
        if not values:
            return
        self._values[doc_id] = values
        for ids, value in zip(self._ids, values, strict=True):
            ids.setdefault(value, {})[doc_id] = None

    def drop(self, doc_id: str) -> None:
        for ids, value in zip(self._ids, self._values.pop(doc_id, ()), strict=False):
            if holders := ids.get(value):
                holders.pop(doc_id, None)
                if not holders:
                    del ids[value]

    def ids(self, field: str, value: Any) -> Iterator[str]:
        """Ids of the documents whose `field` is `value`. KeyError for a field that is not indexed."""
        return iter(self._ids[self._fields[field]].get(value, ()))

    def values(self, field: str) -> dict[str, Any]:
        """Id → value of `field`, for every document."""
        position = self._fields[field]
        return {doc_id: values[position] for doc_id, values in self._values.items()}
