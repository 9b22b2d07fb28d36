"""Which documents have which value in an indexed field. A second, small index lies over it while a commit is open."""

from typing import Any


class Index:
    """Per indexed field: value → ids in the order they came, and id → values to find the way back.

    Most values belong to one document only; for those the id itself stands where a dict of ids would cost 230 bytes.
    """

    def __init__(self, fields: tuple[str, ...]) -> None:
        self._fields = {name: position for position, name in enumerate(fields)}
        self._ids: tuple[dict[Any, str | dict[str, None]], ...] = tuple({} for _ in fields)
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
            holder = ids.setdefault(value, doc_id)
            if isinstance(holder, dict):
                holder[doc_id] = None
            elif holder is not doc_id:
                ids[value] = {holder: None, doc_id: None}

    def drop(self, doc_id: str) -> None:
        for ids, value in zip(self._ids, self._values.pop(doc_id, ()), strict=False):
            holder = ids[value]
            if isinstance(holder, dict) and len(holder) > 1:
                del holder[doc_id]
            else:
                del ids[value]

    def ids(self, field: str, value: Any) -> tuple[str, ...]:
        """Ids of the documents whose `field` is `value`. KeyError for a field that is not indexed."""
        holder = self._ids[self._fields[field]].get(value, ())
        return (holder,) if isinstance(holder, str) else tuple(holder)

    def values(self, field: str) -> dict[str, Any]:
        """Id → value of `field`, for every document."""
        position = self._fields[field]
        return {doc_id: values[position] for doc_id, values in self._values.items()}
