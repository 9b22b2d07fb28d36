"""Essays: a model's sentences only where facts carry them; without one, or where it fails, the person's own."""

from typing import Any

from companion.agents.drafting import draft_essay
from companion.forms.essays import Drafted, DraftSentence, usable_facts
from companion.model.form import Field, Snapshot
from tests.fakes.models import FailingModel
from tests.unit.forms.person import everyone

QUESTION = Field(id="w", widget="textarea", label="Describe a payments problem you solved, in at most 50 words")
FORM = Snapshot(url="https://jobs.example.com/apply", language="en", fields=(QUESTION,))
OWN = "Cut payment failures by 30% with a Python service"
NUMBER = [fact.text for fact in usable_facts(everyone())].index(OWN) + 1


class Writing(FailingModel):
    """Writes these sentences, each citing the payments fact."""

    def __init__(self, *sentences: str) -> None:
        super().__init__()
        self.sentences = sentences

    async def structured(
        self, prompt: str, schema: type[Any], *, system: str = "", timeout: float | None = None
    ) -> Any:
        del prompt, system, timeout
        assert schema is Drafted
        return Drafted(sentences=tuple(DraftSentence(text, (NUMBER,)) for text in self.sentences))


async def test_what_the_model_adds_is_dropped_and_shown() -> None:
    draft = await draft_essay(FORM, "w", everyone(), Writing(f"I {OWN[0].lower()}{OWN[1:]}.", "I led 12 engineers."))
    assert (draft.source, draft.text) == ("model", "I cut payment failures by 30% with a Python service.")
    assert [one.path for one in draft.facts] == ["work/0/highlights/0"]
    assert [one.text for one in draft.dropped] == ["I led 12 engineers."]


async def test_a_model_that_only_invents_or_fails_gives_way_to_the_persons_own_sentences() -> None:
    for model in (Writing("I led 12 engineers at Globex."), FailingModel(), None):
        draft = await draft_essay(FORM, "w", everyone(), model)
        assert draft.source == "outline"
        assert OWN in draft.text.split("\n")
        assert len(draft.text.split()) <= 50
        assert bool(draft.note) is (model is not None)
