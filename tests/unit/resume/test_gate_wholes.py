"""What is past, to come, of a part or of many stays so: licences that lapsed, posts one after another, one in ten."""

import pytest

from tests.unit.resume.pairs import stopped


@pytest.mark.parametrize(
    ("facts", "true", "false"),
    [
        # over, or still to come
        ("Slinger's ticket lapsed in 2018, not renewed", "Slinger's ticket lapsed in 2018 and was not renewed",
         "Holds a current slinger's ticket"),
        ("Lapsed diver's licence (Pt 4)", "Diver's licence (Pt 4), lapsed", "Diver's licence (Pt 4)"),
        ("Knits and sews; learning crochet", "Knits and sews, and is learning crochet", "Knits, sews and crochets"),
        ("Sail level 1 held, booked on level 2", "Holds Sail level 1; booked on level 2", "Holds Sail levels 1 and 2"),
        ("ACA part I passed, part II candidate", "Passed ACA part I; part II candidate", "Passed ACA parts I and II"),
        ("Trained on the new till in April 2023 by the area trainer",
         "In April 2023, trained by the area trainer on the new till",
         "Trained colleagues on the new till in April 2023"),
        ("Final-year BSc Botany student, predicted 2:1", "Final-year student of BSc Botany, predicted 2:1",
         "Botany graduate with a 2:1"),
        # of which kind a thing is
        ("Our team won Kiosk of the Year 2016 (Quay Foods)", "Kiosk of the Year 2016 (Quay Foods), won by our team",
         "Won Employee of the Year 2016 at Quay Foods"),
        ("Kept the inspection log of 30 cranes", "Kept a log of the inspection of 30 cranes", "Inspected 30 cranes"),
        ("Ordered cleaning supplies for two clinics", "Ordered supplies for the cleaning of two clinics",
         "Cleaned two clinics"),
        ("Painted two church porches", "Painted the porches of two churches", "Painted two churches"),
        # of many
        ("Weighed every twelfth loaf", "Weighed each twelfth loaf", "Weighed every loaf"),
        ("Tasted one in six barrels", "Tasted one barrel in six", "Tasted all barrels"),
        ("On call one week in four", "One week in four on call", "On call around the clock"),
        ("On call every fourth weekend", "Every fourth weekend on call", "On call 24/7"),
        ("Edited a club bulletin from 2009 to 2012", "Edited a club bulletin for three years",
         "Edited a club bulletin for over a decade"),
        # two things that a time or a change is of
        ("Nine years of weaving, two of dyeing", "Nine years of weaving and two of dyeing",
         "Nine years of weaving and dyeing"),
        ("Gardener since 2009, first at Kelso Park, now at Dunmore",
         "Gardener since 2009, first at Kelso Park and now at Dunmore",
         "Gardener at Dunmore since 2009"),
        ("Cut setting time from 40 to 25 minutes with a jig", "With a jig, cut setting time from 40 to 25 minutes",
         "Cut setting time from 40 to 25 minutes and cut rent with a jig"),
        ("Cut keels; still sanding masts for a yacht", "Cut keels and am still sanding masts for a yacht",
         "Cut keels and sanded masts for a yacht"),
        ("BSc Biology, Iowa State University, 2015", "BSc in Biology from Iowa State University, 2015",
         "BSc in Biology from the University of Iowa, 2015"),
        ("Switched the kiln to gas from oil", "Switched the kiln from oil to gas", "Switched the kiln from gas to oil"),
        ("Began a master's in law in 2021, expected 2024", "Began a master's in law in 2021 (expected completion 2024)",
         "Completed a master's in law in 2024"),
        ("Associate of Arts, Alma College, 2010", "Earned an Associate of Arts at Alma College in 2010",
         "Earned a Bachelor of Arts at Alma College in 2010"),
        ("Worked the tills and met the weekly goal 6 times in 2014",
         "Met the weekly goal 6 times in 2014, working the tills",
         "Worked the tills and met the weekly goal every week in 2014"),
        ("Typist, then registrar, Aberfoyle Court (2001-2007)",
         "Typist and then registrar at Aberfoyle Court, 2001-2007",
         "Registrar at Aberfoyle Court, 2001-2007"),
        ("Teller, then branch manager at Moor Bank (2004-2008)",
         "Teller and then branch manager at Moor Bank, 2004-2008",
         "Branch manager at Moor Bank for four years"),
        ("Acted up as depot supervisor for a month; otherwise a depot assistant since 2011",
         "Depot assistant since 2011",
         "Depot supervisor since 2011"),
        ("Set up a kiosk; queues fell by about a third", "Set up a kiosk; queues dropped by about a third",
         "Set up a kiosk; queues fell to about a third"),
        ("Trained on the loom by the mill's instructor", "Received training on the loom from the mill's instructor",
         "Trained weavers on the loom"),
        ("Our garage was Branch of the Year 2017", "In our garage when it was Branch of the Year 2017",
         "Mechanic of the Year 2017"),
        ("Sold badges; beat the weekly goal 6 times in 2014", "Sold badges and beat the weekly goal 6 times in 2014",
         "Sold badges and beat the goal every week of 2014"),
        ("Final-year Dutch student, predicted 7.5", "Student of Dutch in the final year, predicted 7.5",
         "Graduate in Dutch with 7.5"),
        ("Acting bakery foreman for a month; bakery hand since 2011",
         "Bakery hand since 2011, for a month acting foreman",
         "Bakery foreman since 2011"),
        ("Scrap fell by a third", "Scrap dropped by a third", "Scrap fell to a third"),
        # whose it was
        ("Took moulds of ears; worked under a registered audiologist",
         "Took moulds of ears under a registered audiologist",
         "Registered audiologist taking moulds of ears"),
        ("Fitted tyres for a Michelin dealer", "Tyre fitting for a Michelin dealer", "Fitted tyres for Michelin"),
        ("Wrote four lines of the brief presented by our chief", "Wrote four lines of a brief that our chief presented",
         "Presented the brief"),
        ("The potter's vase was chosen for a museum; I packed it", "Packed a potter's vase chosen for a museum",
         "Vase chosen for a museum"),
        ("Our crew relaid 3 km of track", "Relaid 3 km of track in a crew",
         "Personally relaid 3 km of track in a crew"),
        ("Part of a crew that restored the mill; I owned the paint list",
         "In a crew that restored the mill, owned the paint list",
         "Owned the restoring of the mill as part of a crew"),
        ("Bookings by post and e-mail", "Post and e-mail bookings", "Bookings by phone, post and e-mail"),
        ("Cut tissue on mouse brains", "Cutting of tissue on mouse brains", "Cut tissue on human brains"),
    ],
)  # fmt: skip
def test_what_is_told_of_a_part_is_not_told_of_the_whole(facts: str, true: str, false: str) -> None:
    assert not stopped(facts, true)
    assert stopped(facts, false)


@pytest.mark.parametrize(
    ("facts", "true"),
    [
        ("Learning support for two boys with autism", "Supported the learning of two boys with autism"),
        ("Forklift licence, expires 2027", "Forklift licence that expires in 2027"),
        ("The team's entry won second prize", "Second prize won by the team's entry"),
        ("Took the minutes and kept the training records", "Kept the training records and took minutes"),
        ("Six years in retail and transport. Excel.", "Six years in transport and retail, with Excel"),
        ("Processed invoices for 40 wells", "Processed 40 wells' invoices"),
        (
            "Sheared 300 ewes as one of two day shearers, May 2022",
            "In May 2022, sheared 300 ewes alongside one other day shearer",
        ),
        (
            "Diver at Mole Bay since 2018, before that deckhand at Havn Ferries from 2015",
            "Deckhand at Havn Ferries from 2015, then diver at Mole Bay from 2018 to the present",
        ),
        ("Lathe apprentice, 12 of 30 pieces turned so far", "Lathe apprentice, 12 of 30 pieces turned to date"),
        ("Final-year student of law", "Currently in the final year of law studies"),
        ("Swept lanes weekly; won 6 times in 2014", "Swept lanes every week, winning 6 times in 2014"),
        ("Clerk in a depot, promoted to shift leader in 2019", "Clerk in a depot, later shift leader (2019)"),
        (
            "Set type by hand; printed two books of verse, 2011",
            "Printed two books of verse; set type by hand in 2011",
        ),
        ("I repaired 40 saddles", "Personally repaired 40 saddles"),
    ],
)
def test_what_only_looks_like_it_is_let_through(facts: str, true: str) -> None:
    assert not stopped(facts, true)
