"""Essays: a text the person wrote for this very question is used; else a cited outline is proposed, never filled."""

from companion.forms.bank import asked_alike, question_of, stated
from companion.forms.context import Context
from companion.forms.fit import fit, limit_of
from companion.forms.meaning import Meaning
from companion.forms.value import Found, Missing
from companion.model.form import Field


def draft(context: Context, field: Field, meaning: Meaning) -> Found:
    """The approved text, or Missing with a proposal in `draft`."""
    question = question_of(meaning, field.label)
    if alike := asked_alike(context, question, ()):
        return alike
    own = stated(context, meaning.key, meaning.subject)
    if own is not None and not isinstance(own, Missing) and own.rule == "answer:posting":
        return own
    if own is not None and not isinstance(own, Missing):
        return Missing(reason="You wrote about this before. Approve or change it.", draft=own.text, rule="earlier-text")
    outline = _outline(context)
    proposal = fit(outline, *limit_of(field, meaning))
    return Missing(reason="This wants your own words.", draft=proposal, rule="outline" if proposal else "essay")


def _outline(context: Context) -> str:
    """The person's own sentences that may serve, each with the fact it is."""
    lines = [
        f"{fact.text} [{path}]"
        for path, fact in context.facts.items()
        if path == "basics/summary" or ("/highlights/" in path and path.startswith(("work/", "projects/")))
    ]
    return "\n".join(lines[:5])
