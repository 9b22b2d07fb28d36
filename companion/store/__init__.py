"""The store: documents, blobs, credentials and secrets of one person, encrypted, durable, in one folder.

In: typed nouns and bytes. Out: typed copies. Nothing else in the project opens a file of the data folder but
`config.toml` and the runtime file. May not touch: the network, any room but `model`, `settings` and `errors`.

`Store.open(settings)` → repositories by kind, `store.blobs`, `store.vault`, `store.secret(name)`. Each change is
encrypted, appended and fsynced before it is acknowledged and before memory shows it; `with store.commit():` makes
several one.
"""

from companion.store.care import Repair, Verification, repair, verify
from companion.store.erasing import destroy_folder
from companion.store.journal import Change
from companion.store.keys import source as key_source
from companion.store.repository import Page, Repository
from companion.store.store import Store, Swept

__all__ = [
    "Change",
    "Page",
    "Repair",
    "Repository",
    "Store",
    "Swept",
    "Verification",
    "destroy_folder",
    "key_source",
    "repair",
    "verify",
]
