"""What was said before to the same employer: a different answer to the same question is shown before it goes out."""

from companion.forms.context import Context
from companion.forms.words import fold
from companion.model.form import Action

_MAY_CHANGE = (
    "documents.",
    "why.",
    "cover.",
    "consent.",
    "date.today",
    "signature.",
    "attention",
    "how.heard",
    "tell.us",
)


def contradiction(context: Context, action: Action) -> str:
    """A sentence that names the earlier, different answer; "" where there is none."""
    if action.meaning.startswith(_MAY_CHANGE) or action.kind not in {"fill", "choose", "check"}:
        return ""
    for attempt in sorted(context.history, key=lambda each: each.created_at, reverse=True):
        if attempt.state not in {"submitted", "unknown"}:
            continue
        for page in attempt.pages:
            for earlier in page.actions:
                if earlier.kind not in {"fill", "choose", "check"} or earlier.meaning != action.meaning:
                    continue
                if fold(earlier.subject) != fold(action.subject) or not _same_question(earlier, action):
                    continue
                if _words(earlier) != _words(action) and earlier.fact_text != action.fact_text:
                    said = ", ".join(earlier.values)[:200]
                    return f"On {attempt.created_at.date().isoformat()} you told this employer: {said}"
                return ""
    return ""


def _same_question(earlier: Action, action: Action) -> bool:
    """Repeated entries share a meaning: only the same section and label compare."""
    repeated = action.meaning.startswith(
        ("work.", "education.", "references.", "custom", "languages", "certifications")
    )
    return not repeated or (fold(earlier.label), fold(earlier.section)) == (fold(action.label), fold(action.section))


def _words(action: Action) -> tuple[str, ...]:
    return tuple(sorted(fold(value) for value in action.values))
