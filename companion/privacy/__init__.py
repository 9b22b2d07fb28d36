"""Privacy: what is kept goes out whole, comes back, is backed up, and goes for good when the person says so.

In: an open store, and places the person chose. Out: typed results to show. May not touch: the network, web, agents.
Nothing is written outside the place given, and nothing in clear inside the data folder.

`export`/`zipped` and `bring_back` · `back_up`, `scheduled`, `drill`, `restore` under the `recovery_code` ·
`plan_everything|application|posting`, then `erase` · `audit.record|entries|verify`.
"""

from companion.privacy import audit
from companion.privacy.backup import BackupFile, Retention, back_up, backup_folder, backups, due, prune, usual_folder
from companion.privacy.drills import Done, Drill, drill, scheduled
from companion.privacy.erasure import (
    ErasePlan,
    Proof,
    erase,
    erase_unread,
    farewell,
    plan_application,
    plan_everything,
    plan_posting,
)
from companion.privacy.exporting import Exported, export, zipped
from companion.privacy.importing import Imported, bring_back
from companion.privacy.recovery import recovery_code
from companion.privacy.restoring import Restored, inspect, restore

__all__ = [
    "BackupFile",
    "Done",
    "Drill",
    "ErasePlan",
    "Exported",
    "Imported",
    "Proof",
    "Restored",
    "Retention",
    "audit",
    "back_up",
    "backup_folder",
    "backups",
    "bring_back",
    "drill",
    "due",
    "erase",
    "erase_unread",
    "export",
    "farewell",
    "inspect",
    "plan_application",
    "plan_everything",
    "plan_posting",
    "prune",
    "recovery_code",
    "restore",
    "scheduled",
    "usual_folder",
    "zipped",
]
