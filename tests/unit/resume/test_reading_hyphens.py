"""Words broken over two lines: what becomes of the hyphen."""

import pytest

from companion.resume.reading.hyphens import unhyphenated
from companion.resume.reading.lines import TextLine, clean

ENGLISH = (
    "Kept the ledger of the harbour and told the crew of it,",
    "with care for the boats and the people on board,",
)
FRENCH = ("Tenue des livres du port pour les trois armateurs,", "avec le soin des bateaux et des gens à bord,")


def column(*texts: str, ends: tuple[float, ...]) -> list[TextLine]:
    return [
        TextLine(text=clean(text), x0=40, x1=ends[n % len(ends)], size=10, full=True, gap=0.2)
        for n, text in enumerate(texts)
    ]


def wrapped(first: str, second: str, *, before: tuple[str, ...] = ENGLISH, ends: tuple[float, ...] = (500,)) -> str:
    return " ".join(line.text for line in unhyphenated(column(*before, first, second, "as before", ends=ends))[2:])


FILLED, RAGGED = (500.0,), (500.0, 470.0, 489.0, 481.0)


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the develop-", "ment of boats", "the development of boats"),
        ("a well-", "known yard", "a well-known yard"),
        ("its Kuber-", "netes cluster", "its Kubernetes cluster"),
        ("hands-", "on repairs", "hands-on repairs"),
        ("worked part-", "time, later more", "worked part-time, later more"),
        ("a multi-", "skilled crew", "a multi-skilled crew"),
        ("pre-", "and post-season checks", "pre- and post-season checks"),
        ("the state-of-the-", "art dock", "the state-of-the-art dock"),
        ("an under\u00ad", "standing of tides", "an understanding of tides"),
    ],
)
def test_in_filled_lines_of_english_the_words_decide(first: str, second: str, whole: str) -> None:
    assert wrapped(first, second, ends=FILLED) == f"{whole} as before"


def test_in_ragged_lines_a_hyphen_between_two_words_is_their_own() -> None:
    assert wrapped("a start-", "up of five", ends=RAGGED).startswith("a start-up of five")
    assert wrapped("the front-", "end of the shop", ends=RAGGED).startswith("the front-end of the shop")


def test_in_another_language_filled_lines_decide() -> None:
    assert wrapped("la rédac-", "tion des actes", before=FRENCH, ends=FILLED).startswith("la rédaction des actes")
    assert wrapped("des procès-", "verbaux", before=FRENCH, ends=RAGGED).startswith("des procès-verbaux")


def test_what_the_document_says_elsewhere_decides_first() -> None:
    said = ("The micro-services and the rest of the harbour,", "with back-porting of the parts to it,")
    assert wrapped("more micro-", "services", before=said, ends=FILLED).startswith("more micro-services")
    assert wrapped("the back-", "porting", before=said, ends=FILLED).startswith("the back-porting")


def test_only_a_line_that_goes_on_is_joined() -> None:
    address = column(*ENGLISH, "www.example.com/in/ines-", "vardohus", ends=FILLED)
    assert unhyphenated(address) == address
    item = [*column(*ENGLISH, "Rope-", ends=FILLED), TextLine(text="work aloft", x0=40, bullet=True)]
    assert unhyphenated(item) == item


def test_a_word_broken_beside_dates_leaves_them_in_place() -> None:
    above = TextLine(text="Senior Projekt-\t2019 – 2022", x0=40, x1=500, starts=(40, 430), size=10, full=True)
    below = TextLine(text="managerin Vertrieb", x0=40, x1=130, starts=(40,), size=10, gap=0.2)
    assert [line.text for line in unhyphenated([above, below])] == ["Senior Projektmanagerin Vertrieb\t2019 – 2022"]
