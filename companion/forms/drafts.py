"""Essays: a text the person wrote for this very question is used; else a cited outline is proposed, never filled."""

from companion.forms.bank import asked_alike, question_of, stated
from companion.forms.context import Context
from companion.forms.essays import outline
from companion.forms.fit import limit_of
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
    if meaning.key == "additional":
        return Missing(reason="Nothing has to be said here: empty is better than filler.", rule="additional")
    characters, words = limit_of(field, meaning)
    proposal = outline(question, context.profile, characters=characters, words=words)
    return Missing(
        reason="This wants your own words.", draft=proposal.text, cited=proposal.facts,
        rule="outline" if proposal.text else "essay",
    )  # fmt: skip
