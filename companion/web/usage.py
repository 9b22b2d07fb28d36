"""Where a fact went: the resumes that print it and the attempts that sent it."""

from collections import defaultdict

from companion.store import Store


def fact_uses(store: Store) -> dict[str, tuple[int, int]]:
    """Fact path → (resume versions that rest on it, attempts that put it into a form)."""
    resumes: defaultdict[str, set[str]] = defaultdict(set)
    attempts: defaultdict[str, set[str]] = defaultdict(set)
    for resume in store.resumes.where():
        for section in resume.sections:
            for entry in section.entries:
                paths = [*entry.facts, *(path for line in entry.lines for path in line.facts)]
                for path in paths:
                    resumes[path].add(resume.id)
    for attempt in store.attempts.where():
        for form in attempt.pages:
            for action in form.actions:
                if action.fact and action.kind != "leave":
                    attempts[action.fact].add(attempt.id)
    return {path: (len(resumes[path]), len(attempts[path])) for path in {*resumes, *attempts}}
