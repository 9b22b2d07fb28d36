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
        ("Won six sponsors; closed 4 new accounts", "Won six sponsors and 4 new accounts", "Won 8 new accounts"),
        ("Sold 31 boats, fourth highest of twelve brokers", "Ranked fourth of twelve brokers with 31 boats sold",
         "Ranked first of twelve brokers with 31 boats sold"),
        ("Drove a coach on the Ayr to Oban run", "Drove the Ayr to Oban run in a coach", "Planned the Ayr to Oban run"),
        ("Payroll for 40 hourly staff, including pensions", "Processed payroll for 40 hourly staff, including pensions",
         "Approved payroll for 40 hourly staff, including pensions"),
        # nouns of a deed, with its very thing
        ("Took blood pressure at a weekend clinic", "Blood pressure checks at a weekend clinic",
         "Treated blood pressure at a weekend clinic"),
        ("Attended a first-aid evening run by the Red Cross", "Attended a first-aid evening led by the Red Cross",
         "Led a first-aid evening for the Red Cross"),
        ("Attended a two-day clinic on grafting", "Attended a clinic on grafting that lasted two days",
         "Attended a clinic on grafting that lasted two weeks"),
        # whole fields of verbs, none of which claims more
        ("Took over a backlog of 90 unsorted slides", "Inherited 90 unsorted slides", "Catalogued 90 unsorted slides"),
        ("Uploaded tide readings to the port office", "Sent tide readings to the port office",
         "Analysed tide readings for the port office"),
        ("Entered catch returns from paper slips into Access",
         "Put catch returns from paper slips into Access", "Designed catch returns in Access"),
        ("Canvassed door to door for a food bank", "Knocked on doors as a canvasser for a food bank",
         "Raised funds for a food bank"),
        ("Flagged torn sails to the bosun", "Pointed torn sails out to the bosun", "Mended torn sails"),
        ("Phoned 20 members a day", "Rang twenty members a day", "Signed up twenty members a day"),
        ("Passed Level 1 saddlery; Level 2 started Oct 2023",
         "Passed Level 1 saddlery and began Level 2 in October 2023", "Passed Level 3 saddlery"),
        ("Acknowledged 30 letters a week", "30 letters a week acknowledged", "Answered 30 letters a week"),
        ("Reviewed 200+ claims; forwarded doubtful ones", "Reviewed 200+ claims, forwarding doubtful ones",
         "Reviewed 200+ claims and investigated doubtful ones"),
        ("Measured CO2 in two greenhouses", "Measured carbon dioxide in two greenhouses",
         "Measured methane in two greenhouses"),
        ("Joined a depot as clerk; took over as transport planner in 2019",
         "Joined a depot as clerk and became transport planner in 2019",
         "Joined a depot as clerk and became transport manager in 2019"),
        ("Looking to move from retail into joinery", "Seeking a move out of retail into joinery",
         "Moved from retail into joinery"),
    ],
)  # fmt: skip
def test_a_deed_is_told_by_other_words_that_claim_no_more(facts: str, true: str, false: str) -> None:
    assert not stopped(facts, true)
    assert stopped(facts, false)
