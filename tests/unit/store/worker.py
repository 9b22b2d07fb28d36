"""A process that changes a store at random until it is killed, noting before each change what it is about to do and
after it that the store acknowledged it. `check` then says whether the store kept its word."""

import os
import random
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from companion.model.document import now
from companion.model.run import Notice
from companion.settings import Settings
from companion.store import Store


class Note(msgspec.Struct, frozen=True):
    """An intent (`done` False) or an acknowledgement: the texts by id that hold afterwards, None for removed."""

    done: bool
    texts: dict[str, str | None]


def work(settings: Settings, notes: Path, seed: int) -> None:
    """Never returns: change, note, change …"""
    chance = random.Random(seed)
    out = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def note(texts: dict[str, str | None], *, done: bool) -> None:
        os.write(out, msgspec.json.encode(Note(done, texts)) + b"\n")

    store = Store.open(settings)
    while True:
        texts = _choose(store, chance)
        note(texts, done=False)
        step = chance.random()
        if step < 0.1:
            store.compact()
        if step < 0.3:
            with store.bulk():
                _apply(store, texts)
        else:
            with store.commit():
                _apply(store, texts)
        note(texts, done=True)


def check(settings: Settings, notes: Path) -> str:
    """Empty where the store holds exactly what was acknowledged, and of what was not, all or nothing."""
    known: dict[str, str] = {}
    intent: dict[str, str | None] = {}
    for line in notes.read_bytes().splitlines():
        note = msgspec.json.decode(line, type=Note)
        intent = {} if note.done else note.texts
        if note.done:
            _settle(known, note.texts)
    with Store.open(settings) as store:
        found = {kept.id: kept.text for kept in store.notices.where()}
        for kept in store.notices.where():
            if store.blobs.get(kept.link) != kept.text.encode():
                return f"{kept.id} names a file that is not its own"
    also = dict(known)
    _settle(also, intent)
    # What was under way is settled now, one way or the other; the next process begins from there.
    with notes.open("ab") as out:
        out.write(msgspec.json.encode(Note(True, {**dict.fromkeys(also.keys() | known.keys()), **found})) + b"\n")
    return "" if found in (known, also) else f"kept {found}, acknowledged {known}, under way {intent}"


def _choose(store: Store, chance: random.Random) -> dict[str, str | None]:
    texts: dict[str, str | None] = {}
    for _ in range(chance.choice((1, 1, 2, 5))):
        doc_id = f"n{chance.randrange(40)}"
        texts[doc_id] = None if chance.random() < 0.2 else f"{doc_id} {chance.random()} " + "x" * chance.randrange(800)
    return texts


def _apply(store: Store, texts: dict[str, str | None]) -> None:
    with store.commit():
        for doc_id, text in texts.items():
            stored = store.notices.find(doc_id)
            if text is None:
                if stored:
                    store.notices.remove(doc_id)
                continue
            fields: dict[str, Any] = {"text": text, "link": store.blobs.put(text.encode())}
            if stored:
                store.notices.replace(replace(stored, **fields))
            else:
                store.notices.add(Notice(id=doc_id, kind="info", created_at=now(), **fields))


def _settle(known: dict[str, str], texts: dict[str, str | None]) -> None:
    for doc_id, text in texts.items():
        known.pop(doc_id, None)
        if text is not None:
            known[doc_id] = text
