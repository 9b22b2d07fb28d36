"""What is told of somebody or something stays told of that: titles and deeds of others, dates, numbers, works."""

import pytest

from companion.model.profile import Fact
from companion.resume.ground import check
from tests.unit.resume.pairs import PROFILE


def stopped(facts: str, sentence: str) -> bool:
    cited = [Fact(path=f"work/0/highlights/{n}", text=text.strip()) for n, text in enumerate(facts.split("||"))]
    return bool(check(sentence, cited, PROFILE))


@pytest.mark.parametrize(
    ("facts", "true", "false"),
    [
        # titles of others
        ("Typed letters for three chartered surveyors", "Letters typed for three chartered surveyors",
         "Chartered surveyor who typed letters"),
        ("Mate on a barge; chased ropes for the licensed pilot", "Barge mate, chasing ropes for the licensed pilot",
         "Licensed pilot on a barge"),
        ("Kiln loader 2009-16; later shed helper for the yard officer", "Kiln loader 2009-16, then shed helper",
         "Kiln loader 2009-16, later yard officer"),
        ("Assisted Dr Ida Berg, a board-certified vet, in 9 spays", "Helped board-certified vet Dr Ida Berg in 9 spays",
         "Board-certified; assisted Dr Ida Berg in 9 spays"),
        ("Oxide counts second-checked by senior chemist", "Oxide counts, which a senior chemist second-checked",
         "Senior chemist for oxide counts"),
        ("Sorted claims before they went to the deciding officer", "Sorted claims for the deciding officer",
         "Decided claims"),
        ("Bakery supervisor, 7 hours a week", "Supervisor in a bakery, 7 hours a week",
         "Managed a team of bakery supervisors, 7 hours a week"),
        ("Rifle squad leader in Mali, led nine", "Leader of a rifle squad in Mali, leading nine",
         "Rifle platoon leader in Mali, led nine"),
        ("Took on the treasurer's role when she left", "Took over as treasurer when she left",
         "Took on the treasurer's and secretary's roles when she left"),
        # deeds of others
        ("Used a model built by analyst Noor Aziz", "Used a model that analyst Noor Aziz had built",
         "Built a model with analyst Noor Aziz"),
        ("Night guard; the desk was run by ex-sergeant Alan Doyle", "Night guard; ex-sergeant Alan Doyle ran the desk",
         "Night guard running the desk with Alan Doyle"),
        ("Drafted a report; the partner, Luc Perrin, presented it", "Drafted a report, which Luc Perrin presented",
         "Drafted a report and presented it with Luc Perrin"),
        ("Shipped to clusters that the SRE team built", "Shipped to clusters built by the SRE team",
         "Shipped to clusters built with the SRE team"),
        ("Returns prepared for sign-off", "Preparation of returns for sign-off", "Prepared and signed off returns"),
        ("Charts (DAX, views by the BI team)", "Charts with DAX and the BI team's views", "Wrote the views for charts"),
        ("Store beat its plan by 6%; one of three deputies",
         "One of three deputies in a store that beat its plan by 6%",
         "As a deputy, personally beat the plan by 6%"),
        # what was made
        ("Wrote the help pages for a booking app", "Help pages written for a booking app",
         "Built a booking app and its help pages"),
        ("Take-off for a 4.2 km sewer", "Take-off of a 4.2 km sewer", "Designed a 4.2 km sewer"),
        # numbers and times
        ("Paid 180 hourly and salaried staff", "Payroll for 180 hourly and salaried staff",
         "Paid 180 hourly and 180 salaried staff"),
        ("Ran the yearly fair, which raised €40,000 in 2022", "Ran the yearly fair; it raised €40,000 in 2022",
         "Ran the yearly fair, which raised €40,000 each year"),
        ("Cared for three children aged 2 to 7", "Care of three children from 2 to 7", "Cared for seven children"),
        ("Agency chat; 92% CSAT in Q3 2023", "Chat at an agency, CSAT of 92% in Q3 2023",
         "Agency chat with 92% CSAT throughout 2023"),
        ("Agency chat; 92% CSAT in Q3 2023", "Agency chat, CSAT 92% in the third quarter of 2023",
         "Agency chat; raised CSAT to 92% in Q3 2023"),
        ("Drove a bus, Class B CDL", "Bus driver with a Class B CDL", "Drove a bus with a Class A CDL"),
        ("Cab driver, commercial licence since 2012", "Cab driver with a commercial licence since 2012",
         "Cab driver since 2012 with a commercial licence"),
        ("Five years in shops, including two as supervising chemist",
         "Five years in shops, two of them as supervising chemist",
         "Five years as supervising chemist in shops"),
        ("Groom, part 1 done, part 2 booked for next spring", "Groom, part 1 done and part 2 booked for next spring",
         "Groom with parts 1 and 2 completed"),
        ("Carer, Level 2 diploma, working towards Level 3", "Carer with a Level 2 diploma, working towards Level 3",
         "Carer with Level 2 and Level 3 diplomas"),
        ("Planned to move 40 files; 15 were moved", "15 of the files were moved", "Moved 40 files"),
        ("Did books of a firm with £8m turnover", "Bookkeeping for a firm of £8m turnover", "Did books worth £8m"),
        ("Reports replacing sheets that took 2 days a month", "Reports in place of sheets that took 2 days a month",
         "Reports in 2 days, replacing sheets"),
        ("Averaged 95 parcels an hour against a target of 80", "95 parcels an hour on average, target 80",
         "Averaged 80 parcels an hour above target"),
        ("Drove trams. || BSc Geology, Hull University, 2020.", "Drove trams; BSc Geology, Hull University, 2020",
         "Drove trams in 2020; BSc Geology, Hull University"),
        ("Audit junior, 18 months of a 36-month contract", "18 months as audit junior of a 36-month contract",
         "Audit junior on a 36-month contract"),
        # what was not, or not all of it
        ("Roofer; no trade test yet", "Roofer, trade test not yet taken", "Trade-tested roofer"),
        ("Saw the crane driven but did not drive it", "Saw the crane driven, not having driven it", "Drove the crane"),
        ("First two years of a law degree before the navy", "Two years of a law degree, then the navy",
         "Graduated in law before the navy"),
        ("BA, Communication Studies, expected May 2025", "BA in Communication Studies expected in May 2025",
         "Completed a BA in Communication Studies in May 2025"),
        ("Covered the desk when needed", "Covered the desk as needed", "Staffed the desk full time"),
        ("Two-person lifts with a hoist", "Lifts with a hoist by two", "Lifts with a hoist unassisted"),
        ("No at-fault accidents in 2023", "Without an at-fault accident in 2023",
         "No at-fault accidents throughout my career"),
        ("Read aloud two Saturdays a month", "Reading aloud two Saturdays a month", "Read aloud every Saturday"),
        ("The crew I worked in won a 2022 award; I rigged", "Rigger in a crew that won a 2022 award",
         "Won a 2022 award for rigging"),
        ("Cab driver; no at-fault accidents in 4 years", "Cab driver, four years without an at-fault accident",
         "Cab driver never involved in any accident"),
        ("Sold 90 vans, third highest of ten", "90 vans sold, the third highest of ten",
         "Sold 90 vans, the highest of ten"),
        ("Left an HND in brewing after a year", "HND in brewing, left after a year", "Holds an HND in brewing"),
        ("Hired 4 of the 11 new drivers", "4 of the 11 new drivers hired", "Hired most of the 11 new drivers"),
        ("Sold software to small businesses", "Software sold to small businesses",
         "Sold software to enterprise customers"),
    ],
)  # fmt: skip
def test_what_is_told_of_one_is_not_told_of_another(facts: str, true: str, false: str) -> None:
    assert not stopped(facts, true)
    assert stopped(facts, false)


@pytest.mark.parametrize(
    ("facts", "true"),
    [
        ("Won the cup twice (Mar & Aug 2022)", "Won the cup in both March and August of 2022"),
        ("Pruned vines, winters 20/21 and 21/22", "Pruned vines in the winters of 2020/21 and 2021/22"),
        ("Pruned vines, winters 20/21 and 21/22", "Two winters' vine pruning (20/21 and 21/22)"),
        ("Notices under s.21", "Section 21 notices"),
        ("Books of 1 Ltd co", "Books of 1 Ltd company"),
        ("Fitter, yr 2 of 4", "Fitter in year two of four"),
        ("Desk (Mon, Wed, Fri), 30 calls/day", "Desk on Mondays, Wednesdays and Fridays with 30 calls a day"),
        ("Desk cover on Tues.", "Provided desk cover on Tuesdays"),
        ("Wards (resp, surg)", "Respiratory and surgical wards"),
        ("Nightly run went from 3h10 to 50 min", "Nightly run went from 3 hours 10 minutes to 50 minutes"),
        ("Banquets of up to 250 covers", "Banquets as large as 250 covers"),
        ("Hit target in 3 of 4 quarters", "Hit target in three quarters out of four"),
        ("Index to the 3rd ed. (ed. Dr R. Pillai)", "Index to the third edition, edited by Dr R. Pillai"),
        ("LCpl; zero tacho errors", "Lance Corporal with no tachograph errors"),
        ("Plan written, builder not yet appointed", "Plan written, with a builder yet to be appointed"),
        ("Watched but not yet done a root canal", "Root canal watched, but not yet done"),
        ("Reception; 40 calls a week within SLA", "Reception with 40 weekly calls within SLA"),
        ("Taught grades 10 to 12", "Taught grades 10, 11 and 12"),
        ("Taught piano to pupils aged 6 to 16", "Taught piano to pupils between 6 and 16 years of age"),
        ("Milked cows morning and evening", "Milked cows every morning and evening"),
        ("Dispensed pills under the supervision of a chemist; kept records",
         "Kept records and, supervised by a chemist, dispensed pills"),
        ("Milked 240 cows and helped with calving, spring 2021",
         "In spring 2021, milked 240 cows and helped with calving"),
        ("Buyer, knits, River Island", "River Island knits buyer"),
        ("Missed 2 days in 3 years", "Missed two days over three years"),
        ("HM2; instructor-qualified 2016", "HM2, qualified as an instructor in 2016"),
        ("Promoted from clerk to team lead in 2021", "Rose from clerk to team leader in 2021"),
        ("Taught swimming to children aged 5-9", "Taught swimming to 5- to 9-year-old children"),
        ("Ran a radio show for two academic years", "Ran a radio show over two academic years"),
        ("Sold ads, third of seven reps", "Sold ads, ranking third of seven reps"),
        ("Designed boards in Illustrator", "Used Illustrator to design boards"),
        ("Keeps 240 dairy goats", "Keeps a 240-head herd of dairy goats"),
        ("Preparing for the AWS exam", "Currently preparing for the AWS exam"),
        ("One of a five-person team that moved a portal; I wrote its pages",
         "Wrote the pages of a portal moved by a five-person team I was in"),
    ],
)  # fmt: skip
def test_what_is_noted_in_another_way_is_the_same(facts: str, true: str) -> None:
    assert not stopped(facts, true)
