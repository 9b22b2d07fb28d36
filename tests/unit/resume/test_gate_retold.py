"""What was done may be told by other words for it: its noun, who does it, what it was for; and claims no more."""

import pytest

from tests.unit.resume.pairs import stopped


@pytest.mark.parametrize(
    ("facts", "true", "false"),
    [
        # who did it, by the same word
        ("Refereed under-12 matches on Sundays", "Referee of under-12 matches on Sundays",
         "Head referee of under-12 matches on Sundays"),
        ("Skippered a tender at Cowes for one season", "Skipper of a tender at Cowes for one season",
         "Harbour master at Cowes for one season"),
        ("Sorted post for two barristers", "Post sorting for two barristers", "Barrister sorting post"),
        ("Nursed two orphaned calves", "Two orphaned calves nursed", "Nurse for two orphaned calves"),
        ("City-licensed taxi driver since 2015", "Taxi driver licensed by the city since 2015",
         "City taxi inspector since 2015"),
        # what something was about, or was moved from
        ("Wrote two leaflets about parking permits and late fees",
         "Wrote two leaflets about late fees and parking permits", "Wrote two leaflets, issuing late fees and permits"),
        ("Moved 9 Trello boards to Asana with a colleague",
         "Worked with a colleague to move nine boards from Trello to Asana",
         "Worked with a colleague to move nine boards from Asana to Trello"),
        ("Restrung the odd racket for members", "Occasionally carried out restringing of rackets for members",
         "Restrung all rackets for members"),
        ("Coloured and cut hair", "Hair coloring and cutting", "Colour director, hair"),
        # what was seen, ranked, won
        ("Shadowed two vets on 12 farm calls", "Observed 12 farm calls by shadowing two vets",
         "Ran 12 farm calls by shadowing two vets"),
        ("Landed six new sponsors; closed 4 new accounts", "Won 4 new accounts", "Won 8 new accounts"),
        ("Sold 31 boats, fourth highest of twelve brokers", "Ranked fourth of twelve brokers with 31 boats sold",
         "Ranked first of twelve brokers with 31 boats sold"),
        ("Drove a coach on the Ayr to Oban run", "Drove the Ayr to Oban run in a coach", "Planned the Ayr to Oban run"),
        ("Payroll for 40 hourly staff, including pensions", "Processed payroll for 40 hourly staff, including pensions",
         "Approved payroll for 40 hourly staff, including pensions"),
    ],
)  # fmt: skip
def test_a_deed_is_told_by_other_words_that_claim_no_more(facts: str, true: str, false: str) -> None:
    assert not stopped(facts, true)
    assert stopped(facts, false)
