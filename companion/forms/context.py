"""All that answering may look at for one form: the person's facts and answers, the posting, the day, other fields."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property

from companion.forms.amounts import currency_of
from companion.forms.meaning import AT_POSTING, Meaning
from companion.forms.places import country, names_region
from companion.forms.understand.language import language_of
from companion.forms.value import Found, Missing
from companion.forms.words import fold, word_set
from companion.model.application import Attempt
from companion.model.facts import facts
from companion.model.form import Answer, Field, Snapshot
from companion.model.posting import Posting
from companion.model.profile import Fact, Profile
from companion.model.resume import Resume

_GENERIC = word_set("country location position role job region state city office place")
"""Words that stand for the job's place: "in the Country specified for this position"."""


class Context:
    """One planning: inputs and what is derived from them once."""

    def __init__(
        self,
        *,
        snapshot: Snapshot,
        meanings: Sequence[Meaning],
        profile: Profile,
        answers: Sequence[Answer],
        posting: Posting | None,
        resume: Resume | None,
        history: Sequence[Attempt],
        today: date,
    ) -> None:
        self.snapshot = snapshot
        self.meanings = tuple(meanings)
        self.profile = profile
        self.answers = tuple(answers)
        self.posting = posting
        self.resume = resume
        self.history = tuple(history)
        self.today = today

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """The profile's facts by path."""
        return facts(self.profile)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys that fields of this form ask."""
        return frozenset(meaning.key for meaning in self.meanings)

    @cached_property
    def language(self) -> str:
        """The language the form is written in; "" where nothing tells."""
        return language_of(self.snapshot)

    @cached_property
    def posting_country(self) -> str:
        """The one country the job is in; "" where it is unknown or there are several."""
        found = {place.country for place in self.posting.places if place.country} if self.posting else set[str]()
        return next(iter(found)) if len(found) == 1 else ""

    @cached_property
    def pay_currency(self) -> str:
        """The currency a bare figure would be read in: that of the job's pay, else of its country; "" where unknown."""
        stated = self.posting.pay.currency if self.posting and self.posting.pay else ""
        return stated or currency_of(self.posting_country)

    def country(self, subject: str) -> str:
        """The country a question is about: the one it names, that of a region or place it names, else the job's.

        "" where none of these says.
        """
        if subject in {"", AT_POSTING} or fold(subject) in _GENERIC:
            return self.posting_country
        if code := country(subject) or country(subject.rpartition(",")[2]):
            return code
        if names_region(subject, self.posting_country):
            return self.posting_country
        places = self.posting.places if self.posting else ()
        named = {place.country for place in places if fold(subject) in {fold(place.city), fold(place.region)}} - {""}
        return named.pop() if len(named) == 1 else subject if subject.isupper() and len(subject) < 4 else ""

    def question(self, meaning: Meaning) -> str:
        """The words of a question as a person reads them."""
        field = self._fields.get((meaning.frame, meaning.field_id))
        return meaning.question or (field.label if field else "")

    def section(self, meaning: Meaning) -> str:
        """The heading under which a question stands."""
        field = self._fields.get((meaning.frame, meaning.field_id))
        return field.section if field else ""

    @cached_property
    def _fields(self) -> dict[tuple[str, str], Field]:
        return {(field.frame, field.id): field for field in self.snapshot.fields}

    def said(self, path: str) -> str:
        """The text of the fact at `path`, "" where there is none."""
        fact = self.facts.get(path)
        return fact.text if fact else ""


Resolver = Callable[[Context, Meaning], Found]
"""Finds the value for one meaning in the person's facts."""

NOTHING = Missing(reason="Your profile does not say.", rule="no-fact")
