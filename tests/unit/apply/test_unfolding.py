"""A page that shows more while it is filled: further blocks are opened and filled, lists opened and planned again."""

from datetime import date
from typing import Any, cast

import msgspec

from companion.apply.filling import fill_page
from companion.apply.hands import Attachment, Hands
from companion.forms import plan
from companion.model.form import Button, Field, FieldResult, FillReport, Plan, Snapshot
from companion.model.profile import ApplicationFacts, Duration, Profile, Work

PERSON = Profile(
    id="p",
    work=(
        Work(name="Acme", position="Engineer", start_date="2020"),
        Work(name="Globex", position="Intern", start_date="2018", end_date="2019"),
    ),
    application=ApplicationFacts(notice=Duration(amount=60, unit="day")),
)


class Page:
    """A form that opens a block a press, and a list whose options show only when it is opened."""

    def __init__(self) -> None:
        self.blocks = 1
        self.pressed = 0
        self.held: dict[str, tuple[str, ...]] = {}

    async def scan(self) -> Snapshot:
        jobs = tuple(
            Field(id=f"{name}{block}", widget="text", label=label, section=f"Work Experience {block + 1}")
            for block in range(self.blocks)
            for name, label in (("t", "Job title"), ("c", "Company"))
        )
        notice = Field(id="n", widget="combobox", label="Notice period", options_open=True, section="Questions")
        add = Button(id="add", text="Add another", kind="add", section="Work Experience 1", after=jobs[-1].id)
        return Snapshot(url="https://jobs.example.com", language="en", fields=(*jobs, notice), buttons=(add,))

    async def fill(self, plan: Plan, attachments: object) -> FillReport:
        del attachments
        results: list[FieldResult] = []
        for action in plan.actions:
            if action.kind == "add":
                self.pressed += len(action.values)
                self.blocks += len(action.values)
            elif action.look:
                results.append(
                    FieldResult(field_id=action.field_id, status="left", offered=("1 month", "2 months", "3 months"))
                )
                continue
            else:
                self.held[action.field_id] = action.values
            results.append(FieldResult(field_id=action.field_id, status="verified", read_back=action.values))
        return FillReport(results=tuple(results))


async def planner(snapshot: Snapshot) -> Plan:
    return plan(snapshot, PERSON, (), posting=None, resume=None, today=date(2026, 11, 22))


async def filled(page: Page, ask: Any, made: Plan) -> Any:
    return await fill_page(cast("Hands", page), await page.scan(), ask, cast("list[Attachment]", []), made)


async def test_a_rehearsal_fills_what_it_opened_and_the_approved_pass_does_the_same() -> None:
    page = Page()
    done = await filled(page, planner, await planner(await page.scan()))
    wanted = {"t0": ("Engineer",), "c0": ("Acme",), "t1": ("Intern",), "c1": ("Globex",), "n": ("2 months",)}
    assert (page.held, page.pressed, done.missing) == (wanted, 1, ())
    assert not any(one.offered for one in done.page.results)
    approved = msgspec.structs.replace(done.plan, actions=done.page.actions)
    again = Page()
    second = await filled(again, None, approved)
    assert (again.held, again.pressed) == (wanted, 1)
    assert second.page.schema_hash == done.page.schema_hash
    assert {one.field_id: one.values for one in second.page.actions} == {
        one.field_id: one.values for one in done.page.actions
    }


class Window(Page):
    """A form whose "Add" opens a window for each job, kept by the window's own button; then the page lists it."""

    def __init__(self) -> None:
        super().__init__()
        self.open = False
        self.cards: list[tuple[str, ...]] = []

    async def scan(self) -> Snapshot:
        jobs = tuple(
            Field(id=name, widget="text", label=label, section="Add a job", inside="add")
            for name, label in (("t", "Job title"), ("c", "Company"))
            if self.open
        )
        mail = Field(id="m", widget="email", label="Email")
        listed = " ".join(" ".join(card) for card in self.cards)
        add = Button(id="add", text="Add", kind="add", section="Work experience", listed=listed)
        return Snapshot(url="https://jobs.example.com", language="en", fields=(mail, *jobs), buttons=(add,))

    async def fill(self, plan: Plan, attachments: object) -> FillReport:
        del attachments
        results: list[FieldResult] = []
        for action in plan.actions:
            within = [one for one in plan.actions if action.kind == "add" and one.inside == action.field_id]
            if action.kind != "add":
                results.append(FieldResult(field_id=action.field_id, status="verified", read_back=action.values))
            elif not within:
                self.open = True
                results.append(FieldResult(field_id=action.field_id, status="left"))
            else:
                self.open = False
                for index, _ in enumerate(action.values):
                    self.cards.append(tuple(one.values[0] for one in within if one.entry == index))
                results.append(FieldResult(field_id=action.field_id, status="verified", read_back=action.values))
        return FillReport(results=tuple(results))


async def test_what_goes_into_a_window_for_each_job_is_approved_and_done_again_as_approved() -> None:
    page = Window()
    done = await filled(page, planner, await planner(await page.scan()))
    assert page.cards == [("Engineer", "Acme"), ("Intern", "Globex")]
    assert [one.values for one in done.page.actions if one.inside] == [
        ("Engineer",),
        ("Acme",),
        ("Intern",),
        ("Globex",),
    ]
    assert done.missing == ()
    again = Window()
    second = await filled(again, None, msgspec.structs.replace(done.plan, actions=done.page.actions))
    assert again.cards == page.cards
    assert second.page.actions == done.page.actions
    assert second.page.schema_hash == done.page.schema_hash


class Refusing(Window):
    """A page whose window keeps nothing."""

    async def fill(self, plan: Plan, attachments: object) -> FillReport:
        report = await super().fill(plan, attachments)
        self.cards.clear()
        told = [
            msgspec.structs.replace(one, status="unfillable", read_back=(), message="the page says no")
            if one.status != "left" and one.field_id != "m"
            else one
            for one in report.results
        ]
        return FillReport(results=tuple(told))


async def test_entries_that_no_window_keeps_are_left_with_the_reason_and_not_tried_again() -> None:
    page = Refusing()
    done = await filled(page, planner, await planner(await page.scan()))
    left = [one for one in done.page.actions if one.field_id != "m"]
    assert [(one.kind, one.values, one.reason) for one in left] == [("leave", (), "the page says no")]
    again = Window()
    second = await filled(again, None, msgspec.structs.replace(done.plan, actions=done.page.actions))
    assert (again.cards, again.open) == ([], False)
    assert second.page.actions == done.page.actions


class Saving(Refusing):
    """A page whose window saves with the employer: in a rehearsal nothing of it goes out."""

    asked = 0

    async def fill(self, plan: Plan, attachments: object) -> FillReport:
        self.asked += any(one.kind == "add" for one in plan.actions) and any(one.inside for one in plan.actions)
        return await super().fill(plan, attachments)


async def test_entries_that_are_saved_at_once_wait_for_the_approval_and_are_added_then() -> None:
    page = Saving()
    snapshot = await page.scan()
    made = await planner(snapshot)
    done = await fill_page(
        cast("Hands", page), snapshot, planner, cast("list[Attachment]", []), made, lambda: page.asked
    )
    assert page.asked == 1
    [add] = [one for one in done.page.actions if one.kind == "add"]
    assert "once you have approved" in add.reason
    assert {one.status for one in done.page.results if one.field_id != "m"} == {"left"}
    again = Window()
    second = await filled(again, None, msgspec.structs.replace(done.plan, actions=done.page.actions))
    assert again.cards == [("Engineer", "Acme"), ("Intern", "Globex")]
    assert (second.page.actions, second.page.schema_hash) == (done.page.actions, done.page.schema_hash)
