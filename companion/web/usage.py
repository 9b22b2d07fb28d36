"""Where a fact or an answer went: the resumes that print it and the attempts that sent it."""

from collections import defaultdict

import msgspec

from companion.store import Store


class Uses(msgspec.Struct, frozen=True):
    """Ids of the resume versions that rest on a fact, and of the attempts that put it into a form."""

    resumes: tuple[str, ...] = ()
    attempts: tuple[str, ...] = ()


def fact_uses(store: Store) -> dict[str, Uses]:
    """Fact path (`answer/<id>` for an answer) → where it went."""
    resumes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    attempts: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for resume in store.resumes.where():
        for section in resume.sections:
            for entry in section.entries:
                paths = [*entry.facts, *(path for line in entry.lines for path in line.facts)]
                for path in paths:
                    resumes[path][resume.id] = None
    for attempt in store.attempts.where():
        for form in attempt.pages:
            for action in form.actions:
                if action.fact and action.kind != "leave":
                    attempts[action.fact][attempt.id] = None
    return {path: Uses(tuple(resumes[path]), tuple(attempts[path])) for path in {*resumes, *attempts}}


def attempt_names(store: Store, ids: set[str]) -> dict[str, str]:
    """Attempt → the employer it went to, for a link; the job's title where no employer is known."""
    found = {one.canonical_key: one.company or one.title for one in store.applications.where()}
    attempts = ((one, store.attempts.find(one)) for one in ids)
    return {one: found.get(attempt.canonical_key) or "an application" for one, attempt in attempts if attempt}
