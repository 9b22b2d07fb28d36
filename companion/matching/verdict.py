"""One wish of the person, or one condition of the posting, held against the other side."""

import msgspec

from companion.model.match import Blocker


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """`met` is None where the posting does not say: such a verdict neither passes nor blocks, it is shown as open.

    `wish` names the preference (as in `Preferences.hard`) and is empty for a condition of the posting.
    """

    kind: str
    met: bool | None
    reason: str
    sentence: str = ""
    wish: str = ""
    hard: bool = False
    blocks: bool = True
    """Whether an unmet one is worth a blocker; others only weigh."""

    def blocker(self) -> Blocker:
        """This verdict as the person sees it against a posting."""
        return Blocker(kind=self.kind, reason=self.reason[:1000], sentence=self.sentence[:1000], hard=self.hard)
