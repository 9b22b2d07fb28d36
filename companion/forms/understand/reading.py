"""The road through understanding: each field's own signals, then its neighbours, then questions, then shape and unit."""

from companion.forms.meaning import Meaning
from companion.forms.understand.language import language_of
from companion.forms.understand.sequence import settle
from companion.forms.understand.standard import candidates
from companion.model.form import Snapshot


def understand(snapshot: Snapshot) -> tuple[Meaning, ...]:
    """One Meaning for each field of `snapshot`, in its order; key "" where no rule knows the field."""
    language = language_of(snapshot)
    found = [candidates(field, language) for field in snapshot.fields]
    chosen = settle(snapshot.fields, found, language)
    return tuple(
        Meaning(
            field_id=field.id,
            frame=field.frame,
            key=one.key if one else "",
            part=one.part if one else "",  # type: ignore[arg-type]
            confidence=round(min(one.score, 1.0), 3) if one else 0.0,
            rule=one.rule if one else "unknown",
        )
        for field, one in zip(snapshot.fields, chosen, strict=True)
    )
